from __future__ import annotations

import hashlib
import tomllib

import pytest

from repurpose.cards.fonts import EMOJI_FAMILY, bundled_families
from repurpose.cards.harfbuzz import open_face
from repurpose.resources import shipped

FOLDER = shipped("assets") / "fonts"
FONTS = tomllib.loads((FOLDER / "FONTS.toml").read_text(encoding="utf-8"))["font"]


@pytest.mark.parametrize("font", FONTS, ids=[font["family"] for font in FONTS])
def test_a_font_file_is_the_one_that_the_table_describes(font: dict[str, str]) -> None:
    assert font["sha256"] == hashlib.sha256((FOLDER / font["file"]).read_bytes()).hexdigest()


@pytest.mark.parametrize("font", FONTS, ids=[font["family"] for font in FONTS])
def test_every_font_comes_with_its_licence(font: dict[str, str]) -> None:
    text = (FOLDER / font["licence_file"]).read_text(encoding="utf-8")

    assert font["licence"] == "OFL-1.1"
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert text.startswith("Copyright")


def test_no_font_lies_in_the_folder_that_the_table_does_not_name() -> None:
    assert {font["file"] for font in FONTS} == {path.name for path in FOLDER.glob("*.ttf")}


def test_every_emoji_is_one_picture() -> None:
    import emoji

    face = open_face(bundled_families()[EMOJI_FAMILY], (), EMOJI_FAMILY)
    whole = [text for text, facts in emoji.EMOJI_DATA.items() if facts["status"] == emoji.STATUS["fully_qualified"]]

    broken = [text for text in whole if len(face.shape(text)) != 1 or not face.shape(text)[0].id]

    assert len(whole) > 3600
    assert broken == []


def test_the_optical_size_of_a_variable_face_is_set() -> None:
    path = bundled_families()["Source Serif 4"]

    small, large = (open_face(path, (("opsz", size),), "Source Serif 4") for size in (8.0, 60.0))

    assert small.shape("Hamburg") != large.shape("Hamburg")
    assert sum(glyph.advance for glyph in large.shape("Hamburg")) < sum(
        glyph.advance for glyph in small.shape("Hamburg")
    )
