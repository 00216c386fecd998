"""How are characters turned into positioned glyphs, and glyphs into pixels? The one module that knows HarfBuzz."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Coverage", "Face", "Glyph", "open_face", "raster_outlines", "raster_picture"]

# Colour glyphs are drawn a little smaller than an em, so that they do not outgrow the capitals beside them, with some
# air on both sides.
PICTURE_SCALE = 0.86
PICTURE_PADDING = 0.02

# Where a face has no capital H to measure (a CJK or symbol font).
CAP_HEIGHT = 0.7

# Invisible characters: no font need have them.
_IGNORABLE = frozenset(
    {0xAD, 0x34F, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF}
    | {*range(0xFE00, 0xFE10), *range(0xE0020, 0xE0080), *range(0xE0100, 0xE01F0)}
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Face:
    """One font file at one setting of its axes; every length is in em."""

    name: str
    font: Any
    characters: Any
    upem: int
    is_colour: bool
    cap_height: float
    scale: float
    """Of the glyphs against the font size that is asked for."""

    def covers(self, text: str) -> bool:
        """Whether the face has a glyph for every visible character of *text*."""
        return all(ord(character) in self.characters or ord(character) in _IGNORABLE for character in text)

    def shape(self, text: str, *, right_to_left: bool = False) -> tuple[Glyph, ...]:
        """The glyphs of *text* in the order in which they stand from left to right."""
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        hb.shape(self.font, buffer)
        unit = self.scale / self.upem
        padding = PICTURE_PADDING if self.is_colour else 0.0
        return tuple(
            Glyph(
                face=self,
                id=info.codepoint,
                cluster=info.cluster,
                x=position.x_offset * unit + padding,
                y=position.y_offset * unit,
                advance=position.x_advance * unit + 2 * padding,
            )
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def ink(self, glyph: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the ink of *glyph* from its origin, upwards positive; zeros for a space."""
        extents = self.font.get_glyph_extents(glyph)
        if extents is None:
            return (0.0, 0.0, 0.0, 0.0)
        unit = self.scale / self.upem
        left, top = extents.x_bearing * unit, extents.y_bearing * unit
        return (left, top + extents.height * unit, left + extents.width * unit, top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One glyph of a shaped text, in em."""

    face: Face
    id: int
    cluster: int
    """Index of the first character that it stands for."""
    x: float
    y: float
    advance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Pixels of a rectangle, bottom row first, as HarfBuzz gives them: 1 byte of alpha, or 4 of BGRA premultiplied."""

    left: int
    bottom: int
    width: int
    height: int
    stride: int
    pixels: bytes


@lru_cache(maxsize=64)
def open_face(path: Path, axes: tuple[tuple[str, float], ...], name: str) -> Face:
    """
    The face in the file at *path* with its variation *axes* set.

    Raises `OSError` where the file cannot be read and `ValueError` where it is no font.
    """
    import uharfbuzz as hb

    # Read, not mapped: a mapped file that somebody replaces would end the process.
    face = hb.Face(hb.Blob(path.read_bytes()))
    if not face.glyph_count:
        raise ValueError("not a TrueType or OpenType font")
    font = hb.Font(face)
    if axes:
        font.set_variations(dict(axes))
    is_colour = bool(face.has_color_paint)
    capital = font.get_nominal_glyph(ord("H"))
    extents = font.get_glyph_extents(capital) if capital and not is_colour else None
    return Face(
        name=name,
        font=font,
        characters=frozenset(face.unicodes),
        upem=face.upem,
        is_colour=is_colour,
        cap_height=extents.y_bearing / face.upem if extents else CAP_HEIGHT,
        scale=PICTURE_SCALE if is_colour else 1.0,
    )


def raster_outlines(glyphs: Iterable[tuple[Glyph, float, float, float]], *, height: int) -> Coverage | None:
    """
    The coverage of outline *glyphs*, each with its font size and the left and baseline of its origin on the card.

    *height* is the card's; the result's rows count from its bottom edge. ``None`` where there is no ink.
    """
    import uharfbuzz as hb

    canvas = hb.RasterDraw()
    for glyph, size, x, y in glyphs:
        scale = size * glyph.face.scale / glyph.face.upem
        canvas.transform = (scale, 0, 0, scale, x, height - y)
        canvas.draw_glyph(glyph.face.font, glyph.id)
    return _coverage(canvas.render(), left=0, bottom=0)


def raster_picture(glyph: Glyph, *, size: float, x: float, y: float, height: int) -> Coverage | None:
    """The pixels of one colour *glyph* of *size* whose origin stands at *x* and *y* on a card of *height*."""
    import uharfbuzz as hb

    extents = glyph.face.font.get_glyph_extents(glyph.id)
    if extents is None or not extents.width:
        return None
    scale = size * glyph.face.scale / glyph.face.upem
    canvas = hb.RasterPaint()
    # The fraction of a pixel goes into the transform, the whole pixels into the place where the picture is put.
    canvas.transform = (scale, 0, 0, scale, x % 1, (height - y) % 1)
    canvas.set_glyph_extents(extents)
    canvas.paint_glyph(glyph.face.font, glyph.id)
    return _coverage(canvas.render(), left=int(x // 1), bottom=int((height - y) // 1))


def _coverage(image: Any, *, left: int, bottom: int) -> Coverage | None:
    extents = image.extents if image is not None else None
    if extents is None or not extents.width or not extents.height:
        return None
    return Coverage(
        left=left + extents.x_origin,
        bottom=bottom + extents.y_origin,
        width=extents.width,
        height=extents.height,
        stride=extents.stride,
        pixels=bytes(image.buffer),
    )
