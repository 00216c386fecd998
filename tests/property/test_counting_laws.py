"""What holds for the lengths and entities of any text."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from repurpose.text import graphemes
from repurpose.text.counting import COUNTERS, Unit
from repurpose.text.emojis import find_emojis
from repurpose.text.entities import find_entities
from repurpose.text.escaping import linkedin_little_text, telegram_markdown_v2
from repurpose.text.facets import find_facets
from repurpose.text.fitting import fitting_prefix

PIECES = (
    "https://",
    "example",
    ".com",
    ".",
    "/",
    "?",
    "#",
    "@",
    "$",
    "tag",
    "漢字",
    "é",
    "e\u0301",
    "👍🏽",
    "👨‍👩‍👧",
    "🇩🇪",
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from((*PIECES, " ", "\n", "1️⃣", "(", ")", "\u200d", "\ufe0f")), max_size=25).map("".join),
)
UNITS = st.sampled_from(tuple(COUNTERS))


@given(TEXTS, UNITS, st.integers(0, 80))
def test_the_fitting_prefix_is_the_longest_that_fits(text: str, unit: Unit, limit: int) -> None:
    measure = COUNTERS[unit]
    longest = max(place for place in graphemes.boundaries(text) if measure(text[:place]) <= limit)

    assert longest == fitting_prefix(text, limit, measure)


@given(TEXTS, TEXTS, UNITS)
def test_words_on_two_lines_count_as_the_two_and_the_line_end(first: str, second: str, unit: Unit) -> None:
    first, second = f"{first}.", f"a{second}"
    measure = COUNTERS[unit]

    assert measure(first) + 1 + measure(second) == measure(f"{first}\n{second}")


@given(TEXTS)
def test_units_keep_their_order(text: str) -> None:
    graphemes_, code_points, utf16, utf8 = (
        COUNTERS[unit](text) for unit in ("graphemes", "code_points", "utf16", "utf8")
    )

    assert graphemes_ <= code_points <= utf16 <= utf8
    assert code_points <= COUNTERS["threads"](text) <= utf8


@given(TEXTS)
def test_entities_lie_apart_and_in_the_text(text: str) -> None:
    spans = [entity.span for entity in find_entities(text)]

    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(TEXTS)
def test_emoji_are_never_cut_by_graphemes(text: str) -> None:
    places = set(graphemes.boundaries(text))

    assert all(not places & set(range(span.start + 1, span.end)) for span in find_emojis(text))


@given(TEXTS)
def test_facets_are_whole_characters(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")

    assert all(raw[facet.start : facet.end].decode("utf-8") for facet in find_facets(text))


@given(TEXTS)
def test_escaping_can_be_undone(text: str) -> None:
    for escape in (linkedin_little_text, telegram_markdown_v2):
        assert text == re.sub(r"\\(.)", r"\1", escape(text))
