from __future__ import annotations

import pytest

from repurpose.summarizer.pointers import points_elsewhere
from tests.formatters.miniature import read, texts

POINTERS = [
    ("en", "Visit our website for the opening hours of the lake."),
    ("en", "Please visit the museum’s page for tickets."),
    ("en", "Read the full report of the council."),
    ("en", "To learn more, visit the library."),
    ("en", "For more information, see our list of lakes."),
    ("en", "You can find all photos on our page."),
    ("en", "Sign up for the course of the town."),
    ("en", "Check out the map of all lakes."),
    ("en", "If you want to know more, write to us."),
    ("en", "More details about the lake are coming."),
    ("en", "Don’t forget to subscribe to the podcast of the lake."),
    ("en", "Make sure to follow us on the way to the lake."),
    ("en", "You can chat with the team in the new channel of the lake."),
    ("en", "Ask a question in the forum of the lake."),
    ("de", "Lesen Sie den ganzen Bericht des Rates."),
    ("de", "Weitere Informationen gibt es beim Rat."),
    ("es", "Más información en la página del lago."),
    ("fr", "Pour en savoir plus, consultez la page du lac."),
    ("it", "Leggi tutto il rapporto del comune."),
    ("pt", "Saiba mais na página do lago."),
    ("nl", "Lees het hele verslag van de raad."),
    ("ru", "Подробнее читайте на странице озера."),
    ("uk", "Детальніше читайте на сторінці озера."),
    ("ja", "詳しくは湖のページをご覧ください。"),
    ("zh", "更多信息请看湖的网页。"),
    ("ko", "자세한 내용은 호수 누리집에 있다."),
]
STATEMENTS = [
    ("en", "Visitors swim in the lake until October."),
    ("en", "Readers of the paper like the lake."),
    ("en", "The lake can be visited until October."),
    ("en", "Reading the water takes years."),
    ("en", "Many people visit our lake in June."),
    ("en", "You can swim in the lake until October."),
    ("en", "Signs at the lake warn of the cold."),
    ("en", "Make sure to follow the path along the lake."),
    ("en", "Ask your questions at the office of the lake."),
    ("en", "Follow the path along the lake."),
    ("en", "Share prices of the channel company fell at the lake."),
    ("en", "Post offices on the channel coast closed in May."),
    ("en", "Thanks to the new dam floods stopped for the children of the lake."),
    ("de", "Leser der Zeitung mögen den See."),
    ("fr", "Les lecteurs aiment le lac."),
    ("sv", "Läs mer om sjön."),
]


@pytest.mark.parametrize(("language", "text"), POINTERS)
def test_a_sentence_that_sends_its_reader_away_is_known(language, text):
    assert points_elsewhere(text, language)


@pytest.mark.parametrize(("language", "text"), STATEMENTS)
def test_a_statement_sends_nobody_away(language, text):
    assert not points_elsewhere(text, language)


LAKE = """The swimming lake at Corran opens on 6 June, and it may stay open until October. {0}

{0} Guards of the rowing club watch the lake from ten to six.

What the lake offers:

- A raft for children
- Three showers

{0}
"""


@pytest.mark.parametrize("text", [text for language, text in POINTERS if language == "en"])
def test_no_post_tells_it(text):
    found = texts(read(LAKE.format(text), "The lake at Corran", description=text))

    assert found
    assert [one for one in found if text in one] == []
