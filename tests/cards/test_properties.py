"""What holds for any words."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repurpose.cards import render
from repurpose.cards.breaking import best_lines, find_breaks
from repurpose.cards.content import CardContent, clean
from repurpose.cards.fitting import TooLongError
from repurpose.cards.fonts import faces_of
from repurpose.cards.layout import lay_out
from repurpose.cards.opportunities import opportunities
from repurpose.cards.shaping import shape_paragraph
from repurpose.cards.sizes import SIZES
from repurpose.cards.themes import load_theme
from repurpose.errors import CardError
from repurpose.settings import Settings
from repurpose.text.graphemes import is_boundary

THEME = load_theme("paper", Settings())
FACES = faces_of(THEME, "display")
WORDS = st.text("aeinrstlmHW,.;’“”—-é🚀ж1%", min_size=1, max_size=12)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
ANY_TEXT = st.text(max_size=60)


@given(words=SENTENCES, size=st.sampled_from(SIZES))
@settings(deadline=None, max_examples=150)
def test_words_are_set_whole_inside_the_safe_box_or_refused(words: str, size: Any) -> None:
    content = CardContent(kind="quote", words=words, credit="Sophia P", source="Heloies blog", emphasis=None)
    try:
        layout = lay_out(content, THEME.designs[size.name], size, partial(faces_of, THEME))
    except TooLongError:
        return

    safe = size.safe_box
    for text in layout.texts:
        assert text.ink.x >= safe.x
        assert text.ink.y >= safe.y
        assert text.ink.x + text.ink.width <= safe.x + safe.width
        assert text.ink.y + text.ink.height <= safe.y + safe.height
    quote = next(text for text in layout.texts if text.slot == "quote")
    assert "".join(words.split()) == "".join("".join(quote.lines).split())


@given(text=st.text(max_size=80), credit=st.text(max_size=30))
@settings(deadline=None, max_examples=80)
def test_any_text_becomes_a_card_or_a_reason_why_not(text: str, credit: str) -> None:
    try:
        card = render(text, name="x.png", size="link", theme=THEME, credit=credit)
    except CardError:
        return

    assert card.alt_text


@given(words=SENTENCES, measure=st.integers(min_value=3, max_value=60))
def test_lines_are_never_wider_than_the_measure(words: str, measure: int) -> None:
    breaks = find_breaks(shape_paragraph(words, FACES))

    lines = best_lines(breaks, measure, most=20)

    for start, end in lines.spans if lines else ():
        width = breaks.right[breaks.ends.index(end, 1)] - breaks.left[breaks.starts.index(start)]
        assert width <= measure


@given(ANY_TEXT)
def test_a_line_never_begins_inside_a_grapheme(text: str) -> None:
    assert [] == [index for index in opportunities(text) if not is_boundary(text, index)]


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    try:
        cleaned = clean(text, slot="quote")
    except CardError:
        return

    assert cleaned == clean(cleaned, slot="quote")


@pytest.mark.parametrize("text", ["a " * 1000, "“" * 2000, "-" * 2000, "a-" * 1000, "— " * 1000, "漢" * 2000])
def test_hostile_texts_are_broken_in_linear_time(text: str, equal_widths: Any) -> None:
    breaks = find_breaks(equal_widths(text.strip()))

    assert len(breaks.starts) <= len(text) + 2
