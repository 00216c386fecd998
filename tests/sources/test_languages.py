"""Which language a text is taken for."""

from __future__ import annotations

import pytest

from repurpose.text.languages import detect_language, primary_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge over the river will open in May, and it is not too late for that.", "en"),
        ("Die Brücke über den Fluss wird im Mai geöffnet, und das ist nicht zu spät.", "de"),
        ("Le pont sur la rivière ouvrira en mai, et ce n'est pas trop tard pour les gens.", "fr"),
        ("El puente sobre el río se abrirá en mayo, y no es demasiado tarde para la gente.", "es"),
        ("A ponte sobre o rio vai abrir em maio, e não é tarde demais para as pessoas.", "pt"),
        ("Il ponte sul fiume aprirà a maggio, e non è troppo tardi per la gente che lo usa.", "it"),
        ("De brug over de rivier gaat in mei open, en dat is niet te laat voor de mensen.", "nl"),
        ("Мост через реку откроют в мае, и это не поздно для тех, кто его ждёт.", "ru"),
        ("Міст через річку відкриють у травні, і це не пізно для тих, хто його чекає.", "uk"),
        ("سيفتح الجسر فوق النهر في مايو وهذا ليس متأخرا", "ar"),
        ("नदी पर पुल मई में खुलेगा और यह बहुत देर नहीं है।", "hi"),
        ("川にかかる橋は五月に開通する予定だ。", "ja"),
        ("河上的大桥将于五月开放，这并不算晚。", "zh"),
        ("강 위의 다리는 5월에 열릴 예정이다.", "ko"),
        ("Xyzzy plugh 42", "und"),
        ("12 345", "und"),
        ("", "und"),
    ],
)
def test_language_is_told_by_script_and_function_words(text: str, expected: str) -> None:
    assert expected == detect_language(text)


@pytest.mark.parametrize(
    ("code", "expected"), [("de-AT", "de"), ("EN_us", "en"), ("x", None), (None, None), ("", None)]
)
def test_primary_language_of_a_tag(code: str | None, expected: str | None) -> None:
    assert expected == primary_language(code)
