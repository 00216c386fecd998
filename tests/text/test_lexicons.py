"""Are the word lists in the form that their readers rely on?"""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from repurpose.resources import shipped, shipped_text
from repurpose.text.lexicons import (
    LEXICON_LANGUAGES,
    abbreviation_kinds,
    abbreviations,
    number_abbreviations,
    stopwords,
)

KINDS: tuple[Literal["stopwords", "abbreviations"], ...] = ("stopwords", "abbreviations")
FILES = [(kind, language) for kind in KINDS for language in LEXICON_LANGUAGES]


@pytest.mark.parametrize(("kind", "language"), FILES)
def test_a_list_is_sorted_without_repeats_and_says_where_it_comes_from(kind, language):
    lines = shipped_text("assets", "lexicons", kind, f"{language}.txt").splitlines()
    entries = [line.partition(" <")[0] for line in lines if not line.startswith("#")]

    assert "compiled for this project" in lines[0]
    assert entries == sorted(set(entries))


@pytest.mark.parametrize(("kind", "language"), FILES)
def test_entries_are_lower_case_composed_and_free_of_spaces_and_curly_apostrophes(kind, language):
    entries = stopwords(language) if kind == "stopwords" else abbreviations(language)

    assert {entry for entry in entries if entry != unicodedata.normalize("NFC", entry.lower())} == set()
    assert {entry for entry in entries if " " in entry or "’" in entry or not entry} == set()


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_words_are_written_in_the_script_of_their_language(language):
    scripts = {"ru": "CYRILLIC", "uk": "CYRILLIC", "ar": "ARABIC", "hi": "DEVANAGARI", "ko": "HANGUL", "zh": "CJK"}
    wanted = (
        (scripts[language],)
        if language in scripts
        else ("HIRAGANA", "KATAKANA", "CJK", "IDEOGRAPHIC")
        if language == "ja"
        else ("LATIN",)
    )
    letters = {letter for word in stopwords(language) for letter in word if letter.isalpha()}

    assert {letter for letter in letters if not unicodedata.name(letter).startswith(wanted)} == set()


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_an_abbreviation_has_no_full_stop_at_its_end(language):
    assert {entry for entry in abbreviations(language) if entry.endswith(".")} == set()


def test_every_shipped_list_has_its_language_and_every_language_its_lists():
    for kind in KINDS:
        files = sorted(path.stem for path in (shipped("assets") / "lexicons" / kind).iterdir())

        assert list(LEXICON_LANGUAGES) == files


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_function_words_are_many_enough_to_tell_a_language(language):
    assert len(stopwords(language)) >= 180


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["the", "don't", "we're", "of", "because"]),
        ("de", ["der", "und", "nicht", "für"]),
        ("fr", ["le", "c'est", "qu", "à"]),
        ("es", ["el", "más", "también"]),
        ("ru", ["и", "не", "ещё", "еще"]),
        ("ja", ["の", "です"]),
        ("zh", ["的", "我们"]),
    ],
)
def test_the_commonest_words_are_function_words(language, words):
    assert set(words) - stopwords(language) == set()


@pytest.mark.parametrize("word", ["work", "time", "people", "new", "good", "make", "data"])
def test_words_that_carry_meaning_are_no_function_words(word):
    assert word not in stopwords("en")


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_an_abbreviation_says_what_it_does_to_its_sentence(language):
    assert set(abbreviation_kinds(language).values()) <= {"", "number", "name", "end"}
    assert set(abbreviation_kinds(language)) == abbreviations(language)


def test_abbreviations_that_are_also_words_need_a_number_after_them():
    assert {"no", "fig", "p", "vol"} <= number_abbreviations("en") <= abbreviations("en")
    assert not {"dr", "e.g", "u.s"} & number_abbreviations("en")


@pytest.mark.parametrize("word", ["may", "sat", "sun", "in", "is", "it", "am", "us", "so", "go"])
def test_common_words_that_end_english_sentences_are_no_abbreviations(word):
    assert word not in abbreviations("en")


@pytest.mark.parametrize("tag", ["en-US", "en_GB", "EN"])
def test_only_the_first_part_of_a_language_tag_counts(tag):
    assert stopwords("en") == stopwords(tag)


@pytest.mark.parametrize("tag", ["xx", "und", "", "../stopwords/en", "en/../de"])
def test_an_unknown_language_has_empty_lists(tag):
    assert stopwords(tag) == abbreviations(tag) == number_abbreviations(tag) == frozenset()
