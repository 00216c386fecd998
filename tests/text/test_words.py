from __future__ import annotations

import pytest

from repurpose.text.words import content_stems, stem, words


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Don’t touch the third-party code!", "en", ("Don’t", "touch", "the", "third-party", "code")),
        ("R&D in the U.S.A.", "en", ("R&D", "in", "the", "U.S.A")),
        ("l’école d’été", "fr", ("l’école", "d’été")),
        ("商店街で15軒", "ja", ("商店", "店街", "15", "軒")),
        ("दो किताबें", "hi", ("दो", "किताबें")),
        ("D'Angelo can't pay $40 or 3.5%", "en", ("D'Angelo", "can't", "pay", "40", "or", "3.5")),
        ("Es kostet 12 Euro (5kg)", "de", ("Es", "kostet", "12", "Euro", "5kg")),
        ("'s Avonds foto's kijken", "nl", ("s", "Avonds", "foto's", "kijken")),
        ("сім’я та м'яч", "uk", ("сім’я", "та", "м'яч")),
        ("وَلَدٌ في البيت", "ar", ("وَلَدٌ", "في", "البيت")),
        ("می\u200cشود", "fa", ("می\u200cشود",)),
        ("我们将推进大桥的建设", "zh", ("我们", "将", "推进", "进大", "大桥", "的", "建设")),
        ("他用Python 3.11写", "zh", ("他", "用", "Python", "3.11", "写")),
        ("データベースを3000件も読む", "ja", ("データベース", "3000", "件", "読")),
        ("다리가 오월에 열린다", "ko", ("다리가", "오월에", "열린다")),
        ("ไปเที่ยวทะเล", "th", ("ไป", "เที่ยวทะ", "เล")),
        ("soft\u00adhyphen", "en", ("soft\u00adhyphen",)),
    ],
)
def test_words(text, language, expected):
    assert expected == words(text, language)


def test_a_possessive_has_the_stem_of_its_owner():
    assert stem("Meta’s") == stem("Meta")


def test_inflected_forms_share_a_stem():
    assert {stem("library"), stem("libraries")} == {"librari"}
    assert stem("Bibliotheken", "de") == stem("Bibliothek", "de")


def test_function_words_carry_no_meaning():
    assert content_stems("The lake and the boat are theirs") == ["lake", "boat"]


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [("l'équilibre", "fr", "équilibre"), ("dell’acqua", "it", "acqua"), ("d'écologie", "fr", "écologie")],
)
def test_an_elided_article_is_no_part_of_the_stem(word, language, expected):
    assert stem(expected, language) == stem(word, language)


def test_a_name_with_an_apostrophe_keeps_it():
    assert stem("D'Angelo") == "d'angelo"


@pytest.mark.parametrize("form", ["프로젝트를", "프로젝트가", "프로젝트는", "프로젝트의", "프로젝트에서", "프로젝트로"])
def test_a_korean_stem_has_no_particle(form):
    assert stem(form, "ko") == "프로젝트"


@pytest.mark.parametrize(
    ("word", "expected"),
    [("사람이", "사람"), ("사람을", "사람"), ("서울로", "서울"), ("나이", "나이"), ("회의", "회의"), ("결과", "결과")],
)
def test_a_particle_is_taken_off_only_where_it_fits(word, expected):
    assert stem(word, "ko") == expected


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru"])
def test_snowball_languages_have_stems(language):
    forms = {
        "ar": ("المشروع", "مشروع"),
        "de": ("Häuser", "Häusern"),
        "en": ("bridges", "bridge"),
        "es": ("puentes", "puente"),
        "fr": ("maisons", "maison"),
        "it": ("ponti", "ponte"),
        "nl": ("boeken", "boek"),
        "pt": ("pontes", "ponte"),
        "ru": ("мосты", "мост"),
    }[language]

    assert len({stem(form, language) for form in forms}) == 1
