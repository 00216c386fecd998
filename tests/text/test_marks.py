from __future__ import annotations

import pytest

from repurpose.text.marks import own_colon, quotation_marks, under_label, with_colon


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("ar", "«x»"),
        ("de", "„x“"),
        ("en", "“x”"),
        ("es", "«x»"),
        ("fr", "«\u00a0x\u00a0»"),
        ("hi", "“x”"),
        ("it", "«x»"),
        ("ja", "「x」"),
        ("ko", "“x”"),
        ("nl", "“x”"),
        ("pt", "“x”"),
        ("ru", "«x»"),
        ("uk", "«x»"),
        ("zh", "“x”"),
    ],
)
def test_each_language_has_its_quotation_marks(language, quoted):
    assert quoted == "x".join(quotation_marks(language))


@pytest.mark.parametrize(
    ("label", "language", "expected"),
    [
        ("What opens", "en", "What opens:"),
        ("What opens:", "en", "What opens:"),
        ("What opens?", "en", "What opens?"),
        ("On y va!", "fr", "On y va!"),
        ("Les limites", "fr", "Les limites\u00a0:"),
        ("Les limites :", "fr", "Les limites\u00a0:"),
        ("残る課題", "ja", "残る課題："),
        ("ماذا بعد؟", "ar", "ماذا بعد؟"),
        # One colon in a line is enough.
        ("El huerto llega: catorce colegios", "es", "El huerto llega: catorce colegios"),
        ("停车位变花园：三年", "zh", "停车位变花园：三年"),
        ("Open from 9:30", "en", "Open from 9:30:"),
    ],
)
def test_a_label_gets_the_colon_of_its_language(label, language, expected):
    assert expected == with_colon(label, language)


@pytest.mark.parametrize(
    ("lead_in", "language", "expected"),
    [
        ("今期のメンバーは:", "ja", "今期のメンバーは："),
        ("Trois objets:", "fr", "Trois objets\u00a0:"),
        ("組合は次の三つに取り組む。", "ja", "組合は次の三つに取り組む。"),
        ("Drei Regeln: und zwar:", "de", "Drei Regeln: und zwar:"),
    ],
)
def test_a_lead_in_keeps_its_words_and_gets_the_colon_of_its_language(lead_in, language, expected):
    assert expected == own_colon(lead_in, language)


@pytest.mark.parametrize(
    ("label", "language", "expected"),
    [
        ("Ada Holm", "en", "Ada Holm: x"),
        ("Clémence Vautrin", "fr", "Clémence Vautrin\u00a0: x"),
        ("大庭さん", "ja", "大庭さん：x"),
        ("Why?", "en", "Why? x"),
    ],
)
def test_what_stands_under_a_label(label, language, expected):
    assert expected == under_label(label, "x", language)
