from __future__ import annotations

import pytest

from repurpose.summarizer.points import concludes, is_defining, promises_findings, worth_of_point


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Write the dates on the jars before they go into the cellar."),
        ("en", "You should ask the neighbours first."),
        ("en", "Therefore, the jars stay closed until May."),
        ("en", "A cool cellar helps to keep the jars for a year."),
        ("de", "Notieren Sie das Datum auf jedem Glas."),
        ("es", "Configura la alarma antes de salir."),
        ("es", "Un sótano fresco te ayudará a guardar los tarros."),
        ("fr", "Prenez le temps de noter la date."),
        ("it", "Dovresti scrivere la data su ogni barattolo."),
        ("pt", "Publique a lista antes do inverno."),
        ("nl", "Noteren helpt om niets te vergeten."),
        ("ru", "Банки следует хранить в погребе."),
        ("uk", "Банки варто тримати в погребі."),
        ("ja", "日付を瓶に書きましょう。"),
        ("zh", "你应该在瓶子上写日期。"),
        ("ko", "병에 날짜를 적어야 합니다."),
        ("hi", "हर जार पर तारीख लिखनी चाहिए।"),
        ("ar", "يجب كتابة التاريخ على كل وعاء."),
    ],
)
def test_what_to_do_and_what_it_is_good_for_is_a_point(language: str, text: str):
    assert worth_of_point(text, language) > 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The cellar was dug in 1912."),
        ("en", "The help of many hands was needed."),
        ("de", "Der Keller wurde 1912 gegraben."),
        ("es", "El sótano se excavó en 1912."),
        ("fr", "La cave date de 1912."),
        ("ja", "地下室は1912年に掘られた。"),
        ("en", "People must have been very poor."),
        ("ru", "На старом берегу стоит дом."),
        ("zh", "他们向政府申请了许可。"),
        ("ar", "كانت محاولة كبيرة في المدينة."),
        ("es", "El retraso se debe a la lluvia."),
        ("pt", "O atraso deve-se à chuva."),
        ("nl", "Begin mei ging de kelder open."),
    ],
)
def test_what_only_tells_is_none(language: str, text: str):
    assert worth_of_point(text, language) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So the jars stay closed.", True),
        ("The jars therefore stay closed.", True),
        ("So great was the harvest that jars ran out.", False),
        ("The jars stay closed.", False),
    ],
)
def test_a_conclusion_says_so(text: str, expected: bool):
    assert concludes(text, "en") is expected


@pytest.mark.parametrize(
    ("language", "question", "answer", "expected"),
    [
        ("en", "What is a cellar?", "A cellar is a room under the house.", True),
        ("en", "What is a cellar?", "If you own a house, you know the smell.", False),
        ("en", "How deep is a cellar?", "If the ground is wet, no more than two metres.", True),
        ("es", "¿Qué significa ser guardián?", "Si tienes un sótano, lo sabes.", False),
        ("fr", "Qu’est-ce qu’une cave ?", "Si vous avez une maison, vous le savez.", False),
        ("ja", "地下室とは何ですか？", "もし家があれば、わかります。", False),
    ],
)
def test_who_asks_what_something_is_wants_more_than_one_case(language, question, answer, expected):
    assert is_defining(question, answer, language) is expected


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en", "Harbour survey 2018: the results", True),
        ("en", "How we surveyed the harbour", False),
        ("de", "Ergebnisse der Hafenumfrage", True),
        ("fr", "Le port en chiffres", True),
        ("es", "Resultados de la encuesta del puerto", True),
        ("ja", "港の調査結果", True),
        ("ar", "نتائج", False),
    ],
)
def test_a_title_may_promise_figures(language: str, title: str, expected: bool):
    assert promises_findings(title, language) is expected
