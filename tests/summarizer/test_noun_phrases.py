from __future__ import annotations

import pytest

from repurpose import parse_article, summarize
from repurpose.summarizer.noun_phrases import expected, noun_phrase, tells_an_aim

GUILD = "The focus of Norrby:"


@pytest.mark.parametrize(
    ("clause", "lead", "is_expected", "phrase"),
    [
        ("Expect Norrby to prioritize flour from the valley", GUILD, True, "flour from the valley"),
        ("Norrby is expected to focus on building ovens that last", GUILD, True, "ovens that last"),
        ("Norrby aims to create work for forty bakers", GUILD, False, "work for forty bakers"),
        ("It is a sieve that lets the bran through.", "", False, "a sieve that lets the bran through"),
        ("These are coarse stones from the quarry", "", False, "coarse stones from the quarry"),
        # What no lead-in says keeps the words that hedge it.
        ("Norrby is expected to focus on ovens that last", "Why Norrby?", False, None),
        ("Norrby is expected to focus on ovens that last", GUILD, False, None),
        # Nor does what others want.
        ("Tarn plans to build ovens that last", GUILD, True, None),
        ("The council hopes to create courses for bakers", GUILD, True, None),
        ("Norrby aims not to build ovens that last", GUILD, False, None),
        ("Norrby aims to sell bread in nine villages", GUILD, False, None),  # "sell" is more than its object
        ("Norrby has a history of bread", GUILD, False, None),
        ("It is not far-fetched to bake at night", "", False, None),
    ],
)
def test_what_is_left_of_a_clause_under_its_label(clause: str, lead: str, is_expected: bool, phrase: str | None):
    assert noun_phrase(clause, lead, is_expected=is_expected) == phrase


@pytest.mark.parametrize(
    ("lead", "aims"),
    [
        ("The guild’s focus:", True),
        ("Our priorities for 2027:", True),
        ("Why Norrby?", False),
        ("What the guild has done:", False),
    ],
)
def test_which_lists_are_of_things_wanted(lead: str, aims: bool):
    assert tells_an_aim(lead) is aims


def test_the_hedge_of_the_items_stands_over_them():
    text = "Loaves are heavy. Rather than niche loaves, Norrby’s mill is expected to prioritize rye."
    lead, place = expected(text, "The focus of Norrby’s mill:") or ("", None)

    assert lead == "What Norrby’s mill is expected to prioritize"
    assert place is not None
    assert place.of(text) == "Norrby’s mill is expected to prioritize"
    for other in (
        "Norrby’s mill prioritizes rye.",
        "By 2026 Norrby’s mill is expected to prioritize rye.",
        "Nobody says Norrby’s mill is expected to prioritize rye.",
        "Tarn’s mill is expected to prioritize rye.",
    ):
        assert expected(other, "The focus of Norrby’s mill:") is None

    article = parse_article(
        "Mara Lindqvist, who runs the mill of Norrby, has plans.\n\n"
        "Lindqvist isn't idle. Her focus is clear:\n\n"
        "- New ovens: Rather than repairs, Lindqvist’s mill is expected to focus on building ovens that hold the heat "
        "for a day.\n"
        "- Local grain: Distance costs money. Expect Lindqvist’s mill to prioritize rye, oats and barley.\n"
        "- Open days: The mill has a history of showing how bread is made. Lindqvist may uphold this tradition.\n",
        format="markdown",
        title="A mill with plans",
        language="en",
    )
    (told,) = [point for point in summarize(article).key_points if point.kind == "list"]

    assert told.text == (
        "What Lindqvist’s mill is expected to focus on:\n"
        "New ovens: ovens that hold the heat for a day\n"
        "Local grain: rye, oats and barley\n"
        "Open days: The mill has a history of showing how bread is made. Lindqvist may uphold this tradition."
    )
