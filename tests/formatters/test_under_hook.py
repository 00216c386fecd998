"""What the author says of the whole article, in its description."""

from __future__ import annotations

from dataclasses import replace

import pytest

from repurpose import compose
from repurpose.formatters.hooks import hooks
from repurpose.formatters.under_hook import continuation, described
from tests.formatters.miniature import outlined, read

TITLE = "Do the boats of Holm pass the test?"
TEXT = """\
It was a film that began it, many years ago and far away.

Boats of Holm are built by twelve people in two sheds.

A test that was made for films in 1985 may count who builds the boats of Holm and who sews the sails.
"""
ASKED = "How does a test for films fit the boats of a town?"
RULE = "To pass, a boat that a woman built must have a sail that a woman made."
TOLD = "A boat builder of Holm explains how a test of 1985 fits boats."


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        (TOLD, [TOLD]),
        # a question is told with its answer
        (f"{ASKED} {RULE}", [f"{ASKED} {RULE}"]),
        (ASKED, None),
        (RULE, None),
        # as far as it can be said
        (f"{TOLD} We count the boats that pass.", [TOLD]),
        (f"{TOLD} Learn how twelve people build boats for a whole town.", [TOLD]),
        # the text's own words, nobody's "we", an invitation, what was cut off, what was true on its day
        ("Boats of Holm are built by twelve people in two sheds.", None),
        ("Updated on 4 May Boats of Holm are built by twelve people in two sheds.", None),
        ("We count the boats that pass.", None),
        ("Learn how twelve people build boats for a whole town.", None),
        ("A boat builder of Holm explains how a test of 1985 fits the boats of the", None),
        ("A boat builder of Holm explained the test to everybody yesterday.", None),
        # what it quotes stands nowhere, and tips on something are no tips
        ("A boat builder of Holm says that “nobody sinks” in a test.", None),
        ("Some tips on building boats for a town by the sea.", None),
        # what a site or an author says of itself
        ("Norrby Weekly brings you nets and harbours every Friday since 1998.", None),
        ("Erfahren Sie, wie die Boote von Holm gebaut werden.", None),
        ("", None),
    ],
)
def test_of_the_description_is_told_what_a_post_can_say(description: str, expected: list[str] | None):
    beat = described(outlined(TEXT, TITLE, description=description))

    assert (beat and [telling.text for telling in beat.tellings]) == expected


def test_the_author_says_we_of_the_whole():
    beat = described(outlined(TEXT, TITLE, description="We count the boats of Holm that pass a test.", is_author=True))

    assert beat is not None


def test_it_stands_right_under_the_headline_and_knows_where_it_comes_from():
    summary = read(TEXT, TITLE, description=f"{ASKED} {RULE}")
    posts = [compose(summary, key).posts[0] for key in ("x", "linkedin", "instagram")]
    under = [post for post in posts if post.text.startswith(f"{TITLE}\n\n{ASKED} {RULE}")]

    assert under
    assert all(any(one.origin == "description" for one in post.segments) for post in under)


# ---- what goes on from the opening


BRIDGE = """\
The bridge of Norrby over the Harl opens on 4 May after two years of work. {after}

Boats of Holm are built by twelve people in two sheds behind the quay.

The harbour master of Tarn looks for a lamp that was lost in the winter of 1998.
"""


@pytest.mark.parametrize(
    ("after", "is_told"),
    [
        ("It cost nine million crowns and has two lanes.", True),
        ("It has two lanes and a path for people on foot.", True),
        # somebody's "we", what sends its reader on, what is turned round after it
        ("It was us who painted it.", False),
        ("It was to open in 2031. But it did not.", False),
        # what stands by itself, where a key point tells it with the opening
        ("Ferries of Tarn cross the river as before.", True),
    ],
)
def test_what_goes_on_from_the_opening_stands_under_it(after: str, is_told: bool):
    outline = outlined(BRIDGE.format(after=after), "The bridge of Norrby")
    hook = next(one for one in hooks(outline, {}) if "opens on 4 May" in one.text)
    beat = continuation(outline, hook)

    assert (beat is not None and beat.tellings[0].text in after) is is_told


def test_what_stands_by_itself_goes_on_from_no_opening_that_is_told_without_it():
    outline = outlined(BRIDGE.format(after="Ferries of Tarn cross the river as before."), "The bridge of Norrby")
    opening = next(one for one in hooks(outline, {}) if "opens on 4 May" in one.text)
    alone = [replace(beat, tellings=beat.tellings[-1:]) for beat in outline.beats]

    assert continuation(replace(outline, beats=tuple(alone)), opening) is None


def test_a_figure_that_goes_on_from_the_opening_is_worth_more():
    def worth(after: str) -> float:
        outline = outlined(BRIDGE.format(after=after), "The bridge of Norrby")
        hook = next(one for one in hooks(outline, {}) if "opens on 4 May" in one.text)
        beat = continuation(outline, hook)
        return 0.0 if beat is None else beat.worth

    assert worth("It cost 9 million crowns.") > worth("It has lanes of its own for people on foot.") > 0


def test_an_author_goes_on_as_we():
    outline = outlined(BRIDGE.format(after="It was us who painted it in red and white."), "The bridge", is_author=True)
    hook = next(one for one in hooks(outline, {}) if "opens on 4 May" in one.text)

    assert continuation(outline, hook) is not None


def test_what_its_author_says_of_the_whole_is_told_rather_than_a_sentence_of_the_text():
    beat = described(outlined(TEXT, TITLE, description=TOLD))

    assert beat is not None
    assert beat.worth > max(one.worth for one in outlined(TEXT, TITLE, description=TOLD).beats)
