from __future__ import annotations

import pytest

from repurpose import parse_article, summarize
from repurpose.summarizer.setups import announces, well_ended


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are many ways to influence others.", True),
        ("We serve two different groups of people.", True),
        ("The tool has a set of useful features.", True),
        ("The board identified three areas for the next year.", True),
        ("There are many ways to influence others; the cheapest is to listen.", False),
        ("In February the pilot states reported back on their experience with the new forms.", True),
        ("There was a website called Holm Grants.", True),
        ("There was a strike at the harbour of Holm.", False),
        ("But there is a way.", True),
        ("There is another reason for it.", True),
        ("There is a way to the old mill, and it is steep.", False),
        ("Four people died in two accidents on Monday.", False),
        ("The town has three thousand inhabitants.", False),
        ("The ferry carries forty cars.", False),
        ("The reasons were told to many people who had asked for them for more than a year in vain.", False),
    ],
)
def test_a_sentence_that_tells_how_many_and_not_which_announces(text: str, expected: bool):
    assert announces(text, "en") is expected


@pytest.mark.parametrize(
    ("language", "sentences", "count", "expected"),
    [
        ("en", ["Visitors notice how the page looks.", "In reality, service counts.", "It costs more."], 1, False),
        ("en", ["Visitors notice how the page looks.", "In reality, service counts.", "It costs more."], 2, True),
        ("en", ["The bus returns in May.", "But it may be late."], 1, False),
        ("en", ["The bus returns in May.", "It may be late."], 1, True),
        ("en", ["There are two kinds of buses.", "One is red."], 1, False),
        ("en", ["Thieves take the bicycles at night.", "To prevent this, lock the shed."], 1, False),
        ("pt", ["Ladrões levam as bicicletas.", "Para evitar isso, feche o galpão."], 1, False),
        ("en", ["By the lowest count 197 people died.", "Others, however, speak of 322 dead."], 1, False),
        ("de", ["Nach der niedrigsten Schätzung starben 197.", "Andere sprechen jedoch von 322."], 1, False),
        ("de", ["»Das klingt gut«, sagt sie.", "»Es ist aber keine gute Idee.«"], 1, False),
        ("de", ["Der Bus ist rot.", "Er hält oft, aber nie lange."], 1, True),
        ("en", ["I might write a book about soil.", "Or I might not."], 1, False),
        # what is turned round inside its own sentence
        ("en", ["The bus is red.", "It " + "stops in many villages and " * 6 + "does not, however, wait."], 1, True),
        # nothing comes after the last sentence
        ("en", ["There are two kinds of buses."], 1, True),
        ("de", ["Der Bus kommt im Mai zurück.", "Aber er kann sich verspäten."], 1, False),
        ("fr", ["Le bus revient en mai.", "Mais il peut tarder."], 1, False),
    ],
)
def test_a_telling_ends_where_the_point_is_made(language: str, sentences: list[str], count: int, expected: bool):
    assert well_ended(sentences, count, language) is expected


def test_no_rendition_stops_before_what_its_writer_turns_round():
    text = (
        "The harbour of Norrby has two cranes, and it carries 4,000 boxes a week. Visitors notice the colour of the "
        "cranes first. In reality, the old rails decide how many boxes leave the harbour. They were laid in 1920.\n\n"
        "The town pays for new rails in May."
    )
    for point in summarize(parse_article(text, title="The cranes of Norrby", language="en"), limit=6).key_points:
        for rendition in point.renditions:
            assert not rendition.text.endswith("the cranes first."), point


def test_no_section_ends_on_what_only_announces():
    text = (
        "Mills of Holm are for sale.\n\n## Names\n\nNaming a mill in a town of forty mills is not straightforward. But "
        "there is a way. It takes time, though.\n\nA mill has the name of the first miller who ground rye in it.\n\n"
        "## Wheels\n\nWheels of oak last for forty years in the cold water of the Harl.\n\n"
        "## Stones\n\nStones from Tarn are dressed twice a year by two people from the quarry.\n"
    )
    points = summarize(parse_article(text, title="Mills of Holm", format="markdown", language="en")).key_points
    told = [item.text for point in points for one in point.renditions for item in one.items]

    assert told
    assert not any(text.endswith("there is a way.") for text in told)
