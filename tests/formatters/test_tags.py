from __future__ import annotations

import pytest

from repurpose.formatters.tags.candidate import Candidate
from repurpose.formatters.tags.forms import keys_of, tokens, write
from repurpose.formatters.tags.lexicon import parted
from repurpose.formatters.tags.refusals import is_file, is_vague
from repurpose.formatters.tags.twins import are_twins


@pytest.mark.parametrize(
    ("phrase", "language", "tag"),
    [
        ("user-centered design", "en", "#UserCenteredDesign"),
        ("Node.js", "en", "#NodeJS"),
        ("login.gov", "en", "#LoginGov"),
        ("U.S. Digital Corps", "en", "#USDigitalCorps"),
        ("J. K. Rowling", "en", "#JKRowling"),
        ("COVID-19", "en", "#COVID19"),
        ("iPhone", "en", "#iPhone"),
        ("bibliothèque d’outils", "fr", "#BibliothèqueDOutils"),
        ("Open-Source-Projekt", "de", "#OpenSourceProjekt"),
        ("ночной поезд", "ru", "#НочнойПоезд"),
        ("مفتوحة المصدر", "ar", "#مفتوحة_المصدر"),
        ("ओपन सोर्स", "hi", "#ओपन_सोर्स"),
        ("オープンソース", "ja", "#オープンソース"),
    ],
)
def test_a_phrase_is_written_as_its_readers_write_tags(phrase, language, tag):
    assert tag == write(tokens(phrase), language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("libraries", "library", "en"),
        ("cookies", "cookie", "en"),
        ("open-source", "open source", "en"),
        ("Bücher", "Buch", "de"),
        ("journaux", "journal", "fr"),
        ("ciudades", "ciudad", "es"),
        ("organizações", "organização", "pt"),
        ("biblioteche", "biblioteca", "it"),
        ("поезда", "поезд", "ru"),
        ("громадському саду", "громадський сад", "uk"),
        ("للبرمجيات", "البرمجيات", "ar"),
        ("किताबों", "किताबें", "hi"),
        ("서점을", "서점", "ko"),
    ],
)
def test_forms_of_a_word_are_one(one, other, language):
    assert keys_of(tokens(one), language) == keys_of(tokens(other), language)


@pytest.mark.parametrize(
    "pair", [("test", "testing"), ("house", "housing"), ("securities", "security"), ("new", "news")]
)
def test_other_words_stay_apart(pair):
    one, other = keys_of(pair, "en")

    assert one != other


@pytest.mark.parametrize(
    ("one", "other", "is_twin"),
    [
        ("prize competitions", "challenges and prize competitions", True),
        ("captioning", "captions", True),
        ("customer experience", "CX", False),
        ("user experience", "UE", True),
        ("security", "cybersecurity", True),
        ("open source", "open data", False),
        ("Express.js", "Express", True),
    ],
)
def test_twins_are_what_a_reader_takes_for_one(one, other, is_twin):
    assert is_twin == are_twins(candidate(one), candidate(other), "en")


def candidate(phrase: str) -> Candidate:
    words = tokens(phrase)
    return Candidate(words=words, keys=keys_of(words, "en"), weight=1.0)


def test_a_mark_that_stands_as_a_word_is_no_word():
    assert not are_twins(candidate("Let's Encrypt"), candidate("open source"), "en")
    assert write(tokens("Let's Encrypt"), "en") == "#LetsEncrypt"


def test_a_subject_that_is_written_as_one_word_is_parted():
    assert parted("opensource", "en") == ["open", "source"]
    assert parted("harbours", "en") == ()


def test_files_and_sites_are_told_from_scripts():
    assert is_file(["SECURITY.md"])
    assert is_file(["PeaceCorps.gov"])
    assert not is_file(["Node.js"])
    assert not is_file(["Open", "Source"])


@pytest.mark.parametrize("phrase", ["Weekly Address", "Phase Two", "Strongly Agree", "Schedule B"])
def test_capitals_alone_make_no_name(phrase):
    assert is_vague(phrase.split(), "en")
