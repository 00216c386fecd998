"""How does a layout become pixels? The one module of cards that knows Pillow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.cards.harfbuzz import raster_outlines, raster_picture
from repurpose.cards.shapes import Bar, Disc
from repurpose.cards.typesetting import TextBlock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL.Image import Image as Picture

    from repurpose.cards.contrast import Rgb
    from repurpose.cards.harfbuzz import Coverage
    from repurpose.cards.layout import Layout
    from repurpose.cards.theme import Role
    from repurpose.model import Box

__all__ = ["draw"]

# Edges of discs and bars are drawn this many times larger and averaged; glyphs come smooth from HarfBuzz.
OVERSAMPLING = 4


def draw(layout: Layout, colours: Mapping[Role, Rgb]) -> bytes:
    """The pixels of *layout* as rows of 8-bit RGB from the top."""
    from PIL import Image

    card = Image.new("RGB", (layout.size.width, layout.size.height), colours["page"])
    for shape in layout.shapes:
        match shape:
            case TextBlock():
                _draw_text(card, shape, colours)
            case Disc() | Bar():
                _draw_shape(card, shape.box, colours[shape.colour], is_round=isinstance(shape, Disc))
    return card.tobytes()


def _draw_text(card: Picture, block: TextBlock, colours: Mapping[Role, Rgb]) -> None:
    outlines = [placed for placed in block.glyphs if not placed.glyph.face.is_colour]
    for role in dict.fromkeys(placed.colour for placed in outlines):
        coverage = raster_outlines(
            ((placed.glyph, block.size, placed.x, placed.y) for placed in outlines if placed.colour == role),
            height=card.height,
        )
        if coverage is not None:
            card.paste(colours[role], _place(card, coverage), _picture(coverage, "L", "L"))
    for placed in block.glyphs:
        if placed.glyph.face.is_colour:
            coverage = raster_picture(placed.glyph, size=block.size, x=placed.x, y=placed.y, height=card.height)
            if coverage is not None:
                picture = _picture(coverage, "RGBA", "BGRa")
                card.paste(picture, _place(card, coverage), picture)


def _draw_shape(card: Picture, box: Box, colour: Rgb, *, is_round: bool) -> None:
    from PIL import Image, ImageDraw

    left, top = int(box.x), int(box.y)
    width, height = int(box.x + box.width) + 1 - left, int(box.y + box.height) + 1 - top
    mask = Image.new("L", (width * OVERSAMPLING, height * OVERSAMPLING))
    corners = [
        ((box.x - left) * OVERSAMPLING, (box.y - top) * OVERSAMPLING),
        ((box.x + box.width - left) * OVERSAMPLING - 1, (box.y + box.height - top) * OVERSAMPLING - 1),
    ]
    pen = ImageDraw.Draw(mask)
    (pen.ellipse if is_round else pen.rectangle)(corners, fill=255)
    card.paste(colour, (left, top), mask.resize((width, height), Image.Resampling.BOX))


def _place(card: Picture, coverage: Coverage) -> tuple[int, int]:
    return coverage.left, card.height - coverage.bottom - coverage.height


def _picture(coverage: Coverage, mode: str, raw: str) -> Picture:
    from PIL import Image

    size = (coverage.width, coverage.height)
    # HarfBuzz's rows begin at the bottom: -1.
    return Image.frombuffer(mode, size, coverage.pixels, "raw", raw, coverage.stride, -1)
