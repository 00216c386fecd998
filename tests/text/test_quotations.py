from __future__ import annotations

import pytest

from repurpose.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No quotation.", []),
        ("“One,” she said, “two.”", ["“One,”", "“two.”"]),
        ('"One," she said, "two."', ['"One,"', '"two."']),
        ("„Eins“ und „zwei”", ["„Eins“", "„zwei”"]),
        ("«Un» et »zwei«", ["«Un»", "»zwei«"]),
        ("”Ett” sade hon", ["”Ett”"]),
        ("「一」と『二』", ["「一」", "『二』"]),
        ("‹a› ›b‹", ["‹a›", "›b‹"]),
        ("‘One’ of them", ["‘One’"]),
        ("He said 'one two' here", ["'one two'"]),
        # as much as may be: the friends' is no end that one can be sure of
        ("‘The friends’ dog’ barks", ["‘The friends’ dog’"]),
        # apostrophes and inches are none
        ("It’s the dog's, and rock 'n roll", []),
        ("the boats’ crew", []),
        ('12" beds and 8" pots', []),
        # what is not closed ends with its paragraph
        ("“One and two\nThree", ["“One and two"]),
        ("He said: “One.\n\nThen “two.” Three", ["“One.", "“two.”"]),
        ("“Outer ‘inner’ outer”", ["“Outer ‘inner’ outer”"]),
        ("", []),
    ],
)
def test_what_is_quoted(text, expected):
    assert expected == [span.of(text) for span in quotations(text)]


@pytest.mark.parametrize("text", ["“" * 20_000, "‘a " * 20_000, "'a " * 20_000, '"' * 20_001, "„“" * 20_000])
def test_marks_without_end_take_no_time(text):
    assert len(quotations(text)) <= len(text)
