from __future__ import annotations

import re

import pytest

from repurpose import compose, parse_article
from repurpose.formatters.asking import questions, reader_question
from tests.formatters.miniature import read, texts

# ---- in an interview

TALK = """Ida Marlow has run the depot of the museum in Tarn since 2009.

**Norrby Weekly:** {question}

**Ida Marlow:** Every drawer of the depot has a number and a card. Children may open the drawers of the lower hall.

**Norrby Weekly:** Who may enter the depot of the museum?

**Ida Marlow:** Visitors enter the depot of the museum on Sundays. Guards cost nothing, because neighbours do it.
"""
TAIL = ", and may everybody see it?"


def asked(text: str, title: str = "The depot of Tarn", **more) -> dict[str, str]:
    """What each answer says, up to its first full stop, and the question that it has."""
    summary = read(text, title, **more)
    return {summary.key_points[at].text.split(".")[0]: line.text for at, line in questions(summary).items()}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How do you keep it dry?", "How do you keep it dry?"),
        # the last sentence of the turn asks
        ("That is a lot of things. How do you keep the drawers dry?", "How do you keep the drawers dry?"),
        # what leads up to it goes
        (
            "Ida, you have run the depot since 2009, and people love it: how do you keep 40,000 things dry?",
            "How do you keep 40,000 things dry?",
        ),
        # and what is added to it
        (
            "How do you decide what is shown, when the halls are too small and every town asks for its own things?",
            "How do you decide what is shown?",
        ),
        (
            "Do you have a list of the things in the drawers so that you and the guards know what is where at night?",
            "Do you have a list of the things in the drawers?",
        ),
        # but no word is left hanging
        (
            "How do you handle it if, as in 2013, a flood comes up to the second floor and stays there for a week?",
            "How do you handle it if, as in 2013, a flood comes up to the second floor and stays there for a week?",
        ),
        # a question keeps its own beginning
        (
            "When the lights go out, what do visitors see in the lower halls of the museum of Tarn, in your words?",
            "When the lights go out, what do visitors see in the lower halls of the museum of Tarn, in your words?",
        ),
        ("And how do you keep the drawers dry?", "How do you keep the drawers dry?"),
        # nobody reads a question this long
        (f"How do you keep {'each and every drawer of the depot and '.replace(' and', ' or') * 4}the hall dry?", None),
        # no question
        ("Tell us about the drawers of the depot.", None),
        # one that takes up what was said before
        ("Has that hit the depot as well?", None),
    ],
)
def test_an_answer_has_the_question_that_was_asked(question, expected):
    found = asked(TALK.format(question=question))

    assert expected == found.get("Ida Marlow: “Every drawer of the depot has a number and a card")
    assert found["Ida Marlow: “Visitors enter the depot of the museum on Sundays"] == (
        "Who may enter the depot of the museum?"
    )


def test_an_answer_stands_under_its_question():
    question = "How do you keep the drawers dry?"
    found = texts(read(TALK.format(question=question), "The depot of Tarn"))
    answered = [text for text in found if "Ida Marlow: “Every drawer" in text]
    under = [
        text for text in answered if re.search(rf"^{re.escape(question)}.*\n+Ida Marlow: “Every", text, re.MULTILINE)
    ]

    assert under
    # Without it the answer may open a post, as what somebody said.
    assert all(text in under or text.startswith("Ida Marlow: “Every") for text in answered)


LONG_ANSWER = TALK.replace("Children may open", "\n\n**Ida Marlow:** Children of the town may open")


def test_the_question_stands_over_an_answer_of_several_paragraphs():
    found = asked(LONG_ANSWER.format(question="How do you keep the drawers dry?"))

    assert "How do you keep the drawers dry?" in found.values()


def test_a_question_is_told_once():
    found = asked(LONG_ANSWER.format(question="How do you keep the drawers dry?"))

    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    "question", ["What have we lost since the flood?", "Can I visit the depot of Tarn on Sundays?"]
)
def test_an_interviewers_i_is_quoted(question):
    told = texts(read(TALK.format(question=question), "The depot of Tarn"))

    assert any(f"“{question}”\nIda Marlow: “Every drawer" in text for text in told)


# ---- under a heading

FAQ = """The swimming lake at Corran opens on 6 June, and it may stay open until October.

## {heading}

{body}

## Opening hours

Guards of the rowing club watch the lake from ten to six.
"""
BODY = (
    "A ticket for the lake costs 3 crowns, and children swim for nothing. Tickets are sold at the boathouse of Corran."
)


@pytest.mark.parametrize(
    ("heading", "body", "expected"),
    [
        ("What does a ticket cost?", BODY, "What does a ticket cost?"),
        # only what opens the section answers it
        ("What does a ticket cost?", f"Yes.\n\n{BODY}", None),
        # a heading that does not ask
        ("What a ticket costs", BODY, None),
        # one word asks nothing
        ("Tickets?", BODY, None),
        # the author's own question is not the account's
        ("What do we charge for a ticket?", BODY, None),
        ("What do I pay for a ticket?", BODY, None),
        # one that takes up what was said before
        ("Does that cost anything as well?", BODY, None),
    ],
)
def test_what_opens_a_section_answers_the_heading_that_asks(heading, body, expected):
    found = asked(FAQ.format(heading=heading, body=body), "The lake at Corran")

    assert expected == found.get("A ticket for the lake costs 3 crowns, and children swim for nothing")
    assert len(found) == (expected is not None)


def test_in_other_languages_a_question_is_told_whole():
    text = "## Was kostet es, wenn man mit Kindern kommt, und gibt es einen Preis für alle Familien der Stadt Holm?\n\n"
    text += "Eine Karte für den See kostet 3 Kronen, und Kinder schwimmen umsonst.\n"

    assert [*asked(text, "Der See bei Holm", language="de").values()] == [text.split("\n")[0].removeprefix("## ")]


# ---- to the reader

LEND = """The town of Ferndale lends 300 tools, and it may lend ladders from May.

{early}

Saws are lent on Saturdays.

Neighbours save 200 crowns a year. {middle}

Ladders cost the town 4,000 crowns.

Drills are used for twelve minutes in their whole life. {last}

{after}
"""


def reader(text: str, language: str = "en") -> str | None:
    article = parse_article(text, format="markdown", title="Ferndale lends its tools", language=language)
    span = reader_question(article)
    return None if span is None else span.of(article.text)


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("What would your street share?", True),
        ("Would you share your drill?", True),
        ("How many drills does your street need?", True),
        ("Which tool in your cellar could your street share?", True),
        # not to the reader
        ("Who pays for the ladders of Ferndale?", False),
        # leaning on what went before
        ("And what about you?", False),
        ("Which of these would you share?", False),
        ("Which one would you share?", False),
        ("Would you do the same?", False),
        # the author's own
        ("Would you share your drill with us and with our town?", False),
        ("May I ask for your drill?", False),
        # no question, no end, too long
        ("Share your drill with your street.", False),
        (f"Would you share your drill{' or your ladder or your saw' * 5}?", False),
    ],
)
def test_the_articles_question_to_its_reader_is_found(question, is_asked):
    found = reader(LEND.format(early="", middle="", last=question, after=""))

    assert found == (question if is_asked else None)


@pytest.mark.parametrize(
    ("place", "is_asked"), [("early", False), ("middle", True), ("last", True), ("after", True), ("inside", False)]
)
def test_it_stands_near_the_end_as_the_last_words_of_a_paragraph(place, is_asked):
    question = "What would your street share?"
    places = dict.fromkeys(("early", "middle", "last", "after"), "")
    if place == "inside":
        places["last"] = f"{question} Nobody knows yet."
    else:
        places[place] = question

    assert reader(LEND.format(**places)) == (question if is_asked else None)


def test_no_list_and_no_speaker_asks_for_the_article():
    items = "Some say:\n\n- What would your street share?\n- Would you share your drill?\n"
    quoted = "> What would your street share?\n"

    assert reader(f"Ferndale lends 300 tools.\n\n{items}") is None
    assert reader(f"Ferndale lends 300 tools.\n\n{quoted}") is None


def test_in_other_languages_nobody_is_asked():
    assert reader("Holm verleiht 300 Geräte. Was würden Sie in Ihrer Straße teilen?", "de") is None


# ---- an answer is told from its beginning


def test_under_its_question_an_answer_begins_as_it_was_given():
    text = (
        "**Norrby Weekly:** How many people does the old ferry carry?\n\n"
        "**Ida Marlow:** About 300 a day, and never more than 12 at once. The ferry of Tarn is small, but the river is "
        "fast and nobody in town has ever built a better boat than the ferry of Tarn.\n\n"
        "**Norrby Weekly:** Will you retire from the ferry of Tarn?\n\n"
        "**Ida Marlow:** Never. They would have to carry me off. My daughter may take over the ferry of Tarn in 2030.\n"
    )
    found = texts(read(text, "The ferry of Tarn"))

    for told in found:
        for question, answer in (
            ("How many people does the old ferry carry?", "“About 300 a day"),
            ("Will you retire from the ferry of Tarn?", "“Never. They would have to carry me off."),
        ):
            after = told.partition(question)[2]
            assert not after or after.partition("Ida Marlow: ")[2].startswith(answer)
    assert any("“Never." in told for told in found)


@pytest.mark.parametrize(
    "taken_up",
    ["Yeah, sure. ", "That is a great question. ", "Sure. Thanks for having me. ", "I can think of a few things. "],
)
def test_what_only_takes_up_the_question_is_no_answer(taken_up):
    answer = "The ferry of Tarn carries about 300 people a day, and never more than 12 of them at once."
    text = (
        f"**Norrby Weekly:** How many people does the ferry of Tarn carry?\n\n**Ida Marlow:** {taken_up}{answer}\n\n"
        "**Norrby Weekly:** Who steers the ferry of Tarn?\n\n"
        "**Ida Marlow:** My daughter has steered the ferry of Tarn since the spring of 2016.\n"
    )
    found = texts(read(text, "The ferry of Tarn"))

    assert not any(taken_up.strip() in told for told in found)
    assert any(f"Ida Marlow: “{answer[:40]}" in told for told in found)


FERRYMAN = """\
Ida Marlow runs the ferry of Tarn and the small museum beside it.

**Norrby Weekly:** How do you keep the ferry of Tarn dry?

**Ida Marlow:** Nobody in Tarn has ever had a dry boat. The river comes over the bow at every turn.

My mother painted the planks of the ferry of Tarn with tar. Always paint the planks with tar before the winter.

**Norrby Weekly:** {question}

**Ida Marlow:** Even in a dry year, it is easy to lose a boat when the river rises overnight.

You never know the river. Never overlook the rope that holds the boat.

**Norrby Weekly:** Thank you for the talk.
"""


@pytest.mark.parametrize("question", ["Any final thoughts or advice on this topic?", "What advice do you have for us?"])
def test_an_answer_to_who_asks_for_advice_is_the_advice(question):
    found = texts(read(FERRYMAN.format(question=question), "The ferry of Tarn"))

    assert any("Ida Marlow: “Never overlook the rope that holds the boat." in told for told in found)
    assert not any("“Even in a dry year" in told for told in found)
    # who asks how it is done is answered as it was answered
    assert not any("dry?\nIda Marlow: “Always paint the planks with tar" in told for told in found)


def test_who_is_asked_is_told_before_what_is_asked():
    told = compose(read(FERRYMAN.format(question="Who rows?"), "A talk at the river"), "linkedin").posts[0].text

    assert "Ida Marlow runs the ferry of Tarn" in told.partition("How do you keep")[0]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Will the ferry of Tarn run this winter?", "No, and the hard question is whether it ever will again."),
        ("Does the town pay for the ferry of Tarn?", "I doubt it, which is a big question for us."),
        (
            "What would you recommend to the town of Tarn?",
            "Nothing at all, they have never listened to me in 40 years.",
        ),
    ],
)
def test_what_answers_is_never_taken_for_uptake(question, answer):
    text = (
        f"**Norrby Weekly:** {question}\n\n**Ida Marlow:** {answer} The boat of Tarn lies safe in the harbour.\n\n"
        "You should sell the ferry of Tarn to Norrby for 40 crowns.\n\n"
        "**Norrby Weekly:** Who steers the ferry of Tarn?\n\n"
        "**Ida Marlow:** My daughter has steered the ferry of Tarn since the spring of 2016.\n"
    )
    for told in texts(read(text, "The ferry of Tarn")):
        under = told.partition(f"{question}\n")[2].lstrip()
        assert not under or under.startswith(f"Ida Marlow: “{answer}")
