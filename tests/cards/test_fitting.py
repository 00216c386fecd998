from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from repurpose.cards.fitting import TooLongError, fit
from repurpose.cards.theme import WordsLayer

LAYER = WordsLayer(
    dock="fill",
    face="display",
    colour="ink",
    emphasis="accent",
    smallest=10,
    largest=100,
    leading=1.0,
    lines=5,
    characters=200,
)


def test_a_short_text_is_set_in_the_largest_size(equal_widths: Any) -> None:
    fitted = fit(equal_widths("Ship."), LAYER, width=600, height=600)

    assert (100, ((0, 5),)) == (fitted.size, fitted.lines)


def test_the_width_limits_the_size(equal_widths: Any) -> None:
    fitted = fit(equal_widths("abcdefghij"), LAYER, width=400, height=600)

    assert 40 == fitted.size


def test_the_height_limits_the_size_from_the_capitals_to_the_last_baseline(equal_widths: Any) -> None:
    # One line of 0.7 em, as high as the room.
    fitted = fit(equal_widths("ab"), LAYER, width=600, height=35)

    assert 50 == fitted.size


def test_a_smaller_size_is_taken_where_it_breaks_better(equal_widths: Any) -> None:
    text = "learn to ship the a"

    largest = fit(equal_widths(text), replace(LAYER, lines=2), width=330, height=600)

    assert "ship the a" == text[slice(*largest.lines[-1])]


@pytest.mark.parametrize(("text", "excess"), [("abcd " * 10, 25), ("abcd " * 9 + "👩🏽\u200d💻", 20 + 1)])
def test_a_refusal_says_by_how_many_graphemes_the_text_is_too_long(equal_widths: Any, text: str, excess: int) -> None:
    # Five characters fit on a line, five lines on the card.
    layer = replace(LAYER, smallest=10, largest=20)

    with pytest.raises(TooLongError) as caught:
        fit(equal_widths(text.strip()), layer, width=50, height=47)

    assert (excess - (1 if text.endswith(" ") else 0), None) == (caught.value.excess, caught.value.word)


def test_more_characters_than_a_card_holds_are_refused_in_any_size(equal_widths: Any) -> None:
    with pytest.raises(TooLongError) as caught:
        fit(equal_widths("abcd " * 50), LAYER, width=6000, height=6000)

    assert 50 == caught.value.excess


def test_a_refusal_names_a_word_that_is_wider_than_the_card(equal_widths: Any) -> None:
    with pytest.raises(TooLongError) as caught:
        fit(equal_widths("an incomprehensibility"), LAYER, width=60, height=600)

    assert "incomprehensibility" == caught.value.word
