from __future__ import annotations

from itertools import groupby
from typing import Any

from repurpose.cards.bidi import base_level, in_visual_order, levels

CASES = "bidi.toml"


def test_characters_are_shown_in_the_order_of_their_script(case: dict[str, Any]) -> None:
    text = case["text"]
    # Spaces around an embedded run belong to the paragraph, as they do when a line is set.
    runs = [
        (level, "".join(letter for _, letter in group))
        for level, group in groupby(zip(levels(text), text, strict=True), key=lambda pair: pair[0])
    ]

    shown = "".join(in_visual_order([(level, run[::-1] if level % 2 else run) for level, run in runs]))

    assert case["shown"] == shown


def test_the_first_strong_character_decides_the_direction_of_the_text() -> None:
    assert [0, 1, 1, 0, 0] == [base_level(text) for text in ("a א", "א a", "12 א", "12", "")]
