from __future__ import annotations

from dataclasses import replace

import pytest

from repurpose import parse_article
from repurpose.formatters.copy import text_of
from repurpose.formatters.voices import is_personal, quoted, quoted_title, signature
from repurpose.model import Rendition, Span


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Ich sagte „nein“ dazu.", "„Ich sagte ‚nein‘ dazu.“"),
        ("fr", "J’ai dit « non » hier.", "«\u00a0J’ai dit “non” hier.\u00a0»"),
        ("it", "Ho detto «no» ieri.", "«Ho detto “no” ieri.»"),
        ("ja", "私は「いいえ」と言いました。", "「私は『いいえ』と言いました。」"),
        ("ru", "Я сказал «нет» вчера.", "«Я сказал „нет“ вчера.»"),
        ("uk", "Я сказала «ні» вчора.", "«Я сказала „ні“ вчора.»"),
        ("zh", "我说“不”。", "“我说‘不’。”"),
        ("ar", "أنا أعمل في المكتبة.", "«أنا أعمل في المكتبة.»"),
    ],
)
def test_the_authors_words_stand_between_the_marks_of_their_language(language, text, expected):
    article = parse_article(text, language=language)
    start = article.text.index(text)
    rendition = Rendition(text=text, spans=(Span(start, start + len(text)),))

    assert expected == text_of(quoted(rendition, article))


@pytest.mark.parametrize(
    ("language", "expected"), [("de", "„Mein Garten“"), ("zh", "《Mein Garten》"), ("ja", "「Mein Garten」")]
)
def test_a_title_stands_between_the_marks_of_its_language(language, expected):
    assert expected == quoted_title("Mein Garten", language)


@pytest.mark.parametrize(
    ("language", "text", "personal"),
    [
        ("es", "En 18F imaginamos un país con servicios confiables.", True),
        ("es", "El huerto abrió en marzo.", False),
        # verbs that need no "we", and words that only end like them
        ("es", "Durante 2020 enseñamos dos cursos.", True),
        ("es", "Cada día íbamos al río.", True),
        ("es", "Sembraríamos más tomates.", True),
        ("es", "Los últimos tramos de la vía y los préstamos de los Ramos son muchísimos.", False),
        ("es", "El billete cuesta 80 céntimos, y los topónimos son ínfimos.", False),
        ("es", "Hablábamos del barco.", True),
        ("pt", "O bilhete custa 80 cêntimos, e os sinónimos são óptimos.", False),
        ("es", "Son los mismos algoritmos con ritmos autónomos.", False),
        ("pt", "Percebemos que o barco partiu.", True),
        ("pt", "Se soubéssemos, esperávamos.", True),
        ("pt", "Os próximos empréstimos são ótimos.", False),
        ("ja", "私たちは店を開いた。", True),
        ("ko", "우리는 서점을 인수했다.", True),
        ("zh", "我们开放了花园。", True),
        ("hi", "हमने वाचनालय खोला।", True),
        ("ar", "نحن نعمل في المكتبة.", True),
        ("ar", "تعمل سلمى في المكتبة.", False),
    ],
)
def test_who_says_i_or_we(language, text, personal):
    assert personal == is_personal(text, language)


@pytest.mark.parametrize(
    "byline", ["Ann Lee, Bo Hart", "莫尔科娃（微软）、斯托纳克（微软）", "هالة المرزوقي، سلمى الحداد"]
)
def test_a_crowd_signs_nothing(byline):
    from dataclasses import replace

    assert signature(replace(parse_article("A text.", language="en"), byline=byline)) is None


@pytest.mark.parametrize("byline", ["Edwin Torres", "Edwin"])
def test_in_languages_without_a_word_for_i_a_person_signs_for_we_with_both_names(byline: str):
    text = "En Norrby imaginamos un puerto con cuarenta barcos de madera para todos los vecinos."
    article = replace(parse_article(text, language="es"), byline=byline)
    said = Rendition(text=text, spans=(Span(0, len(text)),))

    assert [piece.text for piece in quoted(said, article)] == [
        *(["Edwin Torres: "] if " " in byline else []),
        "«",
        text,
        "»",
    ]
