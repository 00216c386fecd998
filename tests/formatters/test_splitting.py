from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repurpose.formatters.copy import Piece, joined, text_of
from repurpose.formatters.splitting import parts, split_list
from repurpose.model import Span
from repurpose.text.entities import find_urls
from repurpose.text.graphemes import boundaries
from repurpose.text.quotations import quotations


def split(text: str, most: int, *, whole_sentences: bool = False, language: str = "en") -> list[str]:
    paragraphs = [(Piece(one, "article"),) for one in text.split("\n\n")]
    found = parts(joined(paragraphs), language, lambda one: len(one) <= most, whole_sentences=whole_sentences)
    return [text_of(part) for part in found]


THREE = "The boats came early. The nets were full. Nobody in Holm slept."


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        (THREE, 63, [THREE]),
        # a paragraph before a sentence
        (f"{THREE}\n\nIt rained.", 75, [f"{THREE}\n\nIt rained."]),
        (f"{THREE}\n\nIt rained.", 74, [THREE, "It rained."]),
        ("It rained.\n\nIt rained.\n\nIt rained.", 22, ["It rained.\n\nIt rained.", "It rained."]),
        # a sentence before a clause
        (THREE, 62, ["The boats came early. The nets were full.", "Nobody in Holm slept."]),
        (THREE, 40, ["The boats came early.", "The nets were full.", "Nobody in Holm slept."]),
        (
            f"It rained.\n\n{THREE}",
            41,
            ["It rained.", "The boats came early. The nets were full.", "Nobody in Holm slept."],
        ),
    ],
)
@pytest.mark.parametrize("whole_sentences", [True, False])
def test_copy_is_parted_behind_paragraphs_and_sentences(text, most, expected, whole_sentences):
    assert expected == split(text, most, whole_sentences=whole_sentences)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        # a clause before a word, and a mark that the sentence goes on
        (
            "The boats came early, and the nets were full; nobody slept.",
            30,
            ["The boats came early, …", "… and the nets were full; …", "… nobody slept."],
        ),
        (
            "The boats came early — and the nets were full.",
            33,
            ["The boats came early — …", "… and the nets were full."],
        ),
        # what ends with a sentence has no mark
        (
            "It rained. The boats came early, and the nets were full.",
            36,
            ["It rained. The boats came early, …", "… and the nets were full."],
        ),
        # a word before a letter
        ("The boats of Holm came home", 15, ["The boats …", "… of Holm …", "… came home"]),
        ("Donaudampfschiff", 12, ["Donaudam …", "… pfschiff"]),
        ("一二三四五、六七八九。", 10, ["一二三四五、 …", "… 六七八九。"]),
    ],
)
def test_a_sentence_that_is_too_long_is_cut_where_it_hurts_least(text, most, expected):
    assert expected == split(text, most, language="zh" if text.startswith("一") else "en")
    assert split(text, most, whole_sentences=True) in ([], [text])


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("He said |“one, two, and three”| and left the hall.", "en"),
        ('He said |"one, two, and three"| and left the hall.', "en"),
        ("He said |‘one, two, and three’| and left the hall.", "en"),
        ("Er sagte |„eins, zwei, und drei“| und er ging weg.", "de"),
        ("Er sagte |»eins, zwei, und drei«| und er ging weg.", "de"),
        ("Il dit |« un, deux, et puis trois »| et il partit.", "fr"),
        ("Dijo |«uno, dos, y también tres»| y se fue de allí.", "es"),
        ("The boat |(a ship, some say, of Holm)| came at ten.", "en"),
        ("See |https://example.org/a,b;c/d?e=1,2| for boats.", "en"),
        ("See |example.org/boats,nets;holm/c?e=1,2| in Holm.", "en"),
        ("The harbour sold |1,234,567,890,123| nets in Holm.", "en"),
        ("The boats of |#TheLongNightOfBoats| came to us now.", "en"),
    ],
)
def test_what_belongs_together_is_never_parted(marked, language):
    text, whole = marked.replace("|", ""), marked.split("|")[1]
    found = split(text, len(whole) + 4, language=language)

    assert len(found) > 1
    assert any(whole in part for part in found)
    assert split(text, len(whole) - 1, language=language) == []


def test_a_quotation_of_several_sentences_is_never_parted():
    quoted = "“One is here. Two are there. " + "Three are on their way to Holm. " * 14 + "Four stay.”"

    assert split(quoted, 120) == split(quoted, 120, whole_sentences=True) == []


def test_a_grapheme_is_never_parted():
    family = "\U0001f469‍\U0001f469‍\U0001f467"
    found = split(family * 4, 2 * len(family) + 4)

    assert found == [f"{family * 2} …", f"… {family * 2}"]


TEXTS = st.lists(
    st.sampled_from(
        [
            "The boats",
            "came,",
            "early;",
            "(a ship, they say)",
            "“one, two”",
            "'so'",
            "it’s",
            "https://a.example/b,c?d=1",
            "1,200,000",
            "#Holm",
            "@holm",
            "é\U0001f1e6\U0001f1f9",
            "naïve",
            "— and",
            "Holm.",
            "Then",
            "slept.",
            "漢字、漢字。",
        ]
    ),
    min_size=1,
    max_size=16,
).map(" ".join)


@given(TEXTS, st.integers(12, 90))
def test_parts_fit_lose_nothing_and_break_nothing(text, most):
    found = split(text, most)

    assert all(len(part) <= most for part in found)
    if found:
        told = [part.removeprefix("… ").removesuffix(" …") for part in found]
        assert re.sub(r"\s", "", "".join(told)) == re.sub(r"\s", "", text)
        whole = [*quotations(text), *(entity.span for entity in find_urls(text))]
        at = 0
        for one in told:
            start = text.index(one, at)
            at = start + len(one)

            assert start in (*boundaries(text), 0)
            assert not [span for span in whole if span.start < start < span.end or span.start < at < span.end]


def test_parts_keep_their_sources():
    copy = (Piece("The boats came early, and the nets were full.", "article", (Span(3, 48),)),)
    found = parts(copy, "en", lambda one: len(one) <= 32, whole_sentences=False)

    assert [[(piece.text, piece.origin) for piece in part] for part in found] == [
        [("The boats came early,", "article"), (" …", "layout")],
        [("… ", "layout"), ("and the nets were full.", "article")],
    ]
    assert {piece.sources for part in found for piece in part if piece.origin == "article"} == {(Span(3, 48),)}


# ---- lists


def portions(count: int, most: int, room: int, length: int = 10) -> list[int]:
    items = [(Piece("x" * length, "article"),) for _ in range(count)]
    found = split_list(items, lambda *_: (Piece("Top:", "article"),), lambda one: len(one) <= room, most=most)
    return [text_of(part).count("xx") // (length // 2) for part in found]


@pytest.mark.parametrize(
    ("count", "most", "room", "expected"),
    [
        # five items and their lead-in are 59 characters
        (6, 3, 59, [3, 3]),
        (7, 3, 59, [4, 3]),
        (8, 3, 59, [4, 4]),
        (9, 3, 59, [4, 5]),
        (10, 3, 59, [5, 5]),
        (11, 3, 59, [4, 3, 4]),
        (15, 3, 59, [5, 5, 5]),
        # more than that is no list to read
        (16, 3, 59, []),
        (16, 4, 59, [4, 4, 4, 4]),
        (3, 3, 15, [1, 1, 1]),
        (3, 1, 59, []),
        (2, 3, 14, []),
    ],
)
def test_a_list_is_parted_in_portions_as_equal_as_can_be(count, most, room, expected):
    assert expected == portions(count, most, room)


@given(st.integers(2, 20), st.integers(2, 6), st.integers(10, 120))
def test_portions_differ_by_one_at_most(count, most, room):
    found = portions(count, most, room)

    assert not found or (sum(found) == count and max(found) - min(found) <= 1 and len(found) <= most)


def test_each_part_has_its_own_heading():
    items = [(Piece(word, "article"),) for word in "abcd"]
    found = split_list(
        items, lambda first, last: (Piece(f"{first}-{last}", "layout"),), lambda one: len(one) <= 9, most=3
    )

    assert [text_of(part) for part in found] == ["0-2\na\nb", "2-4\nc\nd"]
