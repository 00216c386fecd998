from __future__ import annotations

import pytest

from repurpose.text.discourse import discourse
from repurpose.text.lexicons import LEXICON_LANGUAGES


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_every_language_knows_its_openers_hedges_and_negations(language):
    own = discourse(language)

    assert all(pattern.pattern != "(?!)" for pattern in (own.openers, own.hedges, own.negations, own.contrasts))


def test_an_unknown_language_matches_nothing():
    assert discourse("xx").openers.match("He came.") is None


@pytest.mark.parametrize(
    ("list_name", "text", "matches"),
    [
        ("openers", "It’s late.", True),
        ("openers", "Italy won.", False),
        ("openers", "“They left,” she said.", True),
        ("hedges", "It may rain.", True),
        ("hedges", "The mayor spoke.", False),
        ("negations", "They did not come.", True),
        ("negations", "A knot in the rope.", False),
        ("risks", "The stakes are high.", True),
    ],
)
def test_entries_match_as_whole_words(list_name, text, matches):
    pattern = getattr(discourse("en"), list_name)

    assert matches == bool(pattern.match(text) if list_name == "openers" else pattern.search(text))
