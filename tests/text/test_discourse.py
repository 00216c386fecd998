from __future__ import annotations

import tomllib

import pytest

from repurpose.text.discourse import Discourse, discourse
from repurpose.text.lexicons import LEXICON_LANGUAGES
from tests.corpus import ROOT


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


LISTS = sorted((ROOT / "assets/lexicons/discourse").glob("*.toml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_file_has_known_lists_and_no_entry_twice(path):
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {*Discourse.__slots__, "set_off", "joining", "second_person", "group_endings", "not_group"}

    assert set(lists) <= known
    twice = [(name, entry) for name, entries in lists.items() for entry in set(entries) if entries.count(entry) > 1]

    assert twice == [] or path.stem == "en"


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_every_language_knows_who_speaks(language):
    own = discourse(language)

    assert all(pattern.pattern.pattern != "(?!)" for pattern in (own.first_person, own.first_person_plural))


@pytest.mark.parametrize(
    ("language", "list_name", "text", "found"),
    [
        # For Python's own expressions a vowel sign is no letter.
        ("hi", "negations", "वाचनालय ने किताबें दीं।", False),
        ("hi", "negations", "न किताबें मिलीं, न अख़बार।", True),
        ("ko", "openers", "이사장은 서두르지 않겠다고 했다.", False),
        ("ko", "openers", "이 조합은 서두르지 않는다.", True),
        ("ko", "first_person", "제가 손님입니다.", True),
        ("ja", "first_person_plural", "私たちは店を開いた。", True),
        ("ja", "first_person", "私立の学校が開いた。", False),
        ("zh", "first_person_plural", "我们开放了花园。", True),
        ("ar", "first_person_plural", "نحن نعمل في المكتبة.", True),
        ("hi", "first_person", "मैंने किताबें पढ़ीं।", True),
        ("pt", "first_person_plural", "A queda nos acidentes foi grande.", False),
    ],
)
def test_entries_of_other_scripts_match_where_they_should(language, list_name, text, found):
    listed = getattr(discourse(language), list_name)

    assert found == bool(listed.match(text) if list_name == "openers" else listed.search(text))


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("de", "Das Haus ist jedoch alt.", "Das Haus ist alt."),
        ("de", "Die Miete ist frei, also günstig.", "Die Miete ist frei, also günstig."),
        ("ru", "Открыт сад, а также музей.", "Открыт сад, а также музей."),
        ("ru", "Музей также открыл сад.", "Музей открыл сад."),
        ("es", "Abre el huerto, además, en mayo.", "Abre el huerto en mayo."),
        ("es", "Además de tomates hay fresas.", "Además de tomates hay fresas."),
        ("nl", "Het plan is dus klaar.", "Het plan is klaar."),
        ("en", "The house is however old.", "The house is however old."),
    ],
)
def test_what_can_go_from_inside_a_sentence(language, text, left):
    assert left == discourse(language).inside.sub(lambda _: "", text)
