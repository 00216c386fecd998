from __future__ import annotations

from typing import Any

from repurpose.cards.breaking import best_lines, find_breaks

CASES = "breaking.toml"


def test_text_breaks_where_it_reads_best(case: dict[str, Any], equal_widths: Any) -> None:
    breaks = find_breaks(equal_widths(case["text"]))

    lines = best_lines(breaks, case["measure"], most=9)

    assert case["lines"] == [case["text"][start:end] for start, end in (lines.spans if lines else ())]


def test_a_phrase_that_belongs_together_is_kept_together(equal_widths: Any) -> None:
    text = "teams that measure twice learn faster than others"
    phrase = (text.index("learn"), text.index(" than"))

    lines = best_lines(find_breaks(equal_widths(text), together=phrase), 32, most=2)

    assert lines is not None
    assert ["teams that measure twice", "learn faster than others"] == [text[start:end] for start, end in lines.spans]


def test_more_lines_than_asked_for_are_never_made(equal_widths: Any) -> None:
    breaks = find_breaks(equal_widths("one two three four"))

    assert best_lines(breaks, 5, most=2) is None
