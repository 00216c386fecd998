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
