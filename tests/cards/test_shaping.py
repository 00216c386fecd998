from __future__ import annotations

import pytest

from repurpose.cards.fonts import faces_of
from repurpose.cards.shaping import face_for, shape_paragraph, uncovered
from repurpose.cards.themes import load_theme
from repurpose.settings import Settings

FACES = faces_of(load_theme("paper", Settings()), "display")


@pytest.mark.parametrize(
    ("grapheme", "name"),
    [
        ("A", "Source Serif 4"),
        ("ж", "Source Serif 4"),
        ("→", "Source Serif 4"),
        ("⌘", "Inter"),
        ("🚀", "Noto Color Emoji"),
        ("👩🏽\u200d💻", "Noto Color Emoji"),
        ("1\ufe0f\u20e3", "Noto Color Emoji"),
        ("1", "Source Serif 4"),
        ("©", "Source Serif 4"),
        ("©\ufe0f", "Noto Color Emoji"),
        ("🇺🇦", "Noto Color Emoji"),
        ("漢", None),
    ],
)
def test_each_grapheme_gets_the_first_face_that_shows_it_as_it_wants_to_be_shown(
    grapheme: str, name: str | None
) -> None:
    face = face_for(grapheme, FACES)

    assert name == (face.name if face else None)


def test_an_emoji_in_a_sentence_is_one_glyph_of_the_colour_face() -> None:
    paragraph = shape_paragraph("go 👩🏽\u200d💻 now", FACES)

    assert [("Source Serif 4", 3), ("Noto Color Emoji", 1), ("Source Serif 4", 4)] == [
        (run.glyphs[0].face.name, len(run.glyphs)) for run in paragraph.runs
    ]


def test_the_advances_of_the_parts_add_up_to_the_whole() -> None:
    text = "AVA office"

    paragraph = shape_paragraph(text, FACES)

    assert pytest.approx(paragraph.advance(0, len(text))) == paragraph.advance(0, 4) + paragraph.advance(4, len(text))


def test_letters_are_kerned() -> None:
    together = shape_paragraph("AVAV", FACES).advance(0, 4)
    apart = sum(shape_paragraph(letter, FACES).advance(0, 1) for letter in "AVAV")

    assert together < apart


def test_tracking_widens_every_letter() -> None:
    plain, wide = shape_paragraph("abc", FACES), shape_paragraph("abc", FACES, tracking=0.1)

    assert pytest.approx(0.3) == wide.advance(0, 3) - plain.advance(0, 3)


def test_uncovered_characters_are_named_once_in_order() -> None:
    assert ("漢", "ไ") == uncovered("漢 ไ and 漢", FACES)


@pytest.mark.parametrize("text", ["a\u200bb", "a\u2060b", "e\u0301", "x\ufe0e"])
def test_invisible_characters_need_no_glyph(text: str) -> None:
    assert uncovered(text, FACES) == ()
