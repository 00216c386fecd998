from __future__ import annotations

import pytest

from repurpose import parse_article, summarize
from repurpose.summarizer.noun_phrases import expected, noun_phrase, tells_an_aim


@pytest.mark.parametrize(
    ("clause", "lead", "phrase"),
    [
        ("Expect the bakery to prioritize flour from the valley", "expected", "flour from the valley"),
        ("The guild is expected to focus on building ovens that last", "expected", "ovens that last"),
        ("Norrby aims to create work for forty bakers", "aim", "work for forty bakers"),
        ("It is a sieve that lets the bran through.", "", "a sieve that lets the bran through"),
        ("These are coarse stones from the quarry", "", "coarse stones from the quarry"),
        # What no lead-in says keeps the words that hedge it.
        ("The guild is expected to focus on ovens that last", "", None),
        ("The guild is expected to focus on ovens that last", "aim", None),
        ("The guild aims not to build ovens that last", "aim", None),
        ("The guild aims to sell bread in nine villages", "aim", None),  # "sell" is more than its object
        ("Norrby has a history of bread", "aim", None),
        ("It is not far-fetched to bake at night", "", None),
    ],
)
def test_what_is_left_of_a_clause_under_its_label(clause: str, lead: str, phrase: str | None):
    assert noun_phrase(clause, is_aim=lead != "", is_expected=lead == "expected") == phrase


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
    text = "Rather than niche loaves, Norrby’s mill is expected to prioritize rye."
    lead, place = expected(text) or ("", None)

    assert lead == "What Norrby’s mill is expected to prioritize"
    assert place is not None
    assert place.of(text) == "Norrby’s mill is expected to prioritize"
    assert expected("The guild is expected to focus on ovens.") is not None
    assert expected("The guild focuses on ovens.") is None

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
