"""
Where does every glyph of a block of lines stand?

A line begins where its first letter's ink begins, that is what the eye sees as the edge; opening quotation marks may
stand outside of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.cards.breaking import HANG_START
from repurpose.model import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.cards.harfbuzz import Glyph
    from repurpose.cards.shaping import Paragraph
    from repurpose.cards.theme import Role

__all__ = ["PlacedGlyph", "TextBlock", "set_block"]

# The share of a letter's side bearing that is taken back at the edge: all of it would let round letters stick out.
OPTICAL_EDGE = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedGlyph:
    """One glyph with the place of its origin: pixels from the left edge and of the baseline from the top."""

    glyph: Glyph
    x: float
    y: float
    colour: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines of text in one face and size."""

    slot: str | None
    """``None`` for a part of the design that says nothing by itself."""
    font: str
    size: float
    text: str
    """What the lines say, with the spaces between them."""
    lines: tuple[str, ...]
    glyphs: tuple[PlacedGlyph, ...]
    ink: Box
    under: Role
    """The colour that it stands on."""


def set_block(
    paragraph: Paragraph,
    spans: Sequence[tuple[int, int]],
    *,
    slot: str | None,
    size: float,
    leading: float,
    left: float,
    width: float,
    baseline: float,
    colour: Role,
    under: Role = "page",
    is_flush_right: bool = False,
    is_hanging: bool = False,
    emphasis: tuple[int, int, Role] | None = None,
) -> TextBlock:
    """
    The lines *spans* of *paragraph*, the first on *baseline*, the others *leading* pixels further down each.

    They stand at the edge *left*, or flush right at *width* from there; where the block *is_hanging*, quotation marks
    that begin a line stand outside of it.
    """
    placed: list[PlacedGlyph] = []
    for number, (start, end) in enumerate(spans):
        glyphs = paragraph.line(start, end)
        hang = HANG_START.get(paragraph.text[start], 0.0) if is_hanging else 0.0
        shift = size * (hang * paragraph.advance(start, start + 1) or _bearing(glyphs, is_flush_right=is_flush_right))
        pen = left + width - paragraph.advance(start, end) * size + shift if is_flush_right else left - shift
        for glyph in glyphs:
            placed.append(
                PlacedGlyph(
                    glyph=glyph,
                    x=pen + glyph.x * size,
                    y=baseline + number * leading - glyph.y * size,
                    colour=emphasis[2] if emphasis and emphasis[0] <= glyph.cluster < emphasis[1] else colour,
                )
            )
            pen += glyph.advance * size
    return TextBlock(
        slot=slot,
        font=paragraph.font,
        size=size,
        text=paragraph.text[spans[0][0] : spans[-1][1]],
        lines=tuple(paragraph.text[start:end] for start, end in spans),
        glyphs=tuple(placed),
        ink=_ink(placed, size),
        under=under,
    )


def _bearing(glyphs: Sequence[Glyph], *, is_flush_right: bool) -> float:
    """How far the glyph at the edge is moved out over it, so that its ink begins there, in em."""
    outermost = glyphs[-1] if is_flush_right else glyphs[0]
    if outermost.face.is_colour:
        return 0.0
    left, _, right, _ = outermost.face.ink(outermost.id)
    return OPTICAL_EDGE * (outermost.advance - right if is_flush_right else left)


def _ink(placed: Sequence[PlacedGlyph], size: float) -> Box:
    boxes = []
    for item in placed:
        left, bottom, right, top = item.glyph.face.ink(item.glyph.id)
        if right > left:
            boxes.append((item.x + left * size, item.y - top * size, item.x + right * size, item.y - bottom * size))
    lefts, tops, rights, bottoms = zip(*boxes, strict=True) if boxes else ((0.0,),) * 4
    return Box(x=min(lefts), y=min(tops), width=max(rights) - min(lefts), height=max(bottoms) - min(tops))
