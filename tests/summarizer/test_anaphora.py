from __future__ import annotations

import pytest

from repurpose import parse_article
from repurpose.summarizer.anaphora import dangling, introduced
from repurpose.summarizer.counts import Counts
from repurpose.summarizer.known import Known
from repurpose.summarizer.names import names_of
from repurpose.summarizer.passages import paragraphs
from repurpose.text.words import content_stems, fold_apostrophes
from repurpose.text.words import words as words_of


def known_from(text: str, title: str) -> Known:
    article = parse_article(text, title=title, language="en")
    counts = Counts.of(article, paragraphs(article))
    return Known(frozenset(content_stems(title, "en")), counts.first_seen, names_of(article))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nothing keeps you from building that engine.", "building that engine."),
        ("She left the island in spring.", "She"),
        ("The mayor of Port Averil opened it in May.", None),
        ("Visitors liked the same boat best.", "the same"),
        ("The harbour is as old as the town, and the same families own the boats as a century ago.", None),
        ("The shop closes for both holidays.", "both"),
        ("The shop closes for both Easter and Christmas.", None),
        ("Another boat sank in the harbour.", "Another"),
        ("Trains run on Sundays too.", "too."),
        ("The council kept up with that growth and lost money.", "with that"),
        ("The council said that the ferry was late.", None),
        ("I think that is why the boats came late.", "think that is"),
        ("The repair cafe paid for these tools.", "these"),
        ("The repair cafe helps those who own no tools.", None),
        ("The garden sold more vegetables this year.", None),
        ("The garden sold this vegetable twice.", "this"),
        ("“Bread is late or it is ruined,” he said.", ",” he said"),
        ("While repairing his boat, Gregor Malloch found a letter.", None),
        ("While repairing his boat, nobody found a letter.", "his"),
        ("A young fisher lost her boat in the storm.", None),
        ("The harbour lent the crew another boat for her sister ship.", "her"),
        ("The harbour lent the crew of Gregor Malloch another boat.", None),
        ("They moved the boats to the quay.", "They"),
        ("For the first month they can be returned.", "they"),
        ("The families say that they moved the boats to the quay.", None),
        ("It takes three days to dry the nets.", None),
        ("The new winch makes it easier to land the boats.", None),
        ("We call it a nuisance.", "it"),
        ("For the staff in the offices, it saved time.", "it"),
        ("When boats land at night, they wake the town.", None),
    ],
)
def test_a_word_that_points_outside_is_found(text, words):
    tokens = frozenset(map(fold_apostrophes, words_of(text)))

    assert words == dangling(text, tokens)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The winch was paid by the council.", "The winch"),
        ("The harbour was paid by nobody.", None),
        ("The government paid the bill.", None),
        ("The oldest winch on the island still runs.", None),
        ("The winch of the lifeboat was paid by nobody.", None),
        ("A winch needs oil, or the winch rusts.", None),
        ("The issue becomes harder every year.", "The issue"),
        ("Each winch needs a second pair of hands.", "Each winch"),
    ],
)
def test_a_noun_is_known_only_to_who_has_read_so_far(text, words):
    known = known_from("A winch came in spring. It cost 900 crowns and the council paid.", "A harbour gets new boats")

    assert words == introduced(text, known, 1000)


def test_a_noun_is_no_matter_before_the_article_has_used_it():
    known = known_from("A winch came in spring.", "A harbour gets new boats")

    assert introduced("The winch was paid by the council.", known, 0) is None


@pytest.mark.parametrize(
    ("text", "is_bare"),
    [
        ("Malloch said that the boat was late.", True),
        ("Mr Malloch said that the boat was late.", True),
        ("Gregor Malloch said that the boat was late.", False),
        ("Gregor’s boat was late.", True),
        ("Torrin is an island.", False),
    ],
)
def test_a_part_of_a_name_is_bare_once_the_whole_was_given(text, is_bare):
    known = known_from("The director Gregor Malloch said that he would leave Torrin.", "A ferry stops")

    assert known.has_bare_name(text, 1000) is is_bare
    assert not known.has_bare_name(text, 0)
