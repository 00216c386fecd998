"""How do name, source and initials stand together at the foot of a card?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.cards.breaking import best_lines, fewest_lines, find_breaks
from repurpose.cards.content import monogram
from repurpose.cards.shapes import Disc, Shape
from repurpose.cards.shaping import Paragraph, shape_paragraph
from repurpose.cards.typesetting import set_block
from repurpose.model import Box
from repurpose.text.graphemes import floor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from repurpose.cards.content import CardContent
    from repurpose.cards.harfbuzz import Face
    from repurpose.cards.theme import Role, SignatureLayer

    Faces = Callable[[str], Sequence[Face]]

__all__ = ["place_signature"]

# From baseline to baseline, in em of the line below.
LEADING = 1.42
MOST_LINES = 2


def place_signature(
    layer: SignatureLayer, content: CardContent, room: Box, faces: Faces, *, is_mirrored: bool
) -> tuple[tuple[Shape, ...], Box]:
    """The disc, the name and the source at the bottom of *room*, and the box that they take; none without words."""
    initials = monogram(content.credit or "")
    indent = layer.disc + layer.space if initials else 0.0
    rows = [
        _Row(slot=slot, paragraph=paragraph, spans=spans, size=size, colour=colour)
        for slot, text, face, size, colour in (
            ("credit", content.credit, layer.face, layer.size, layer.colour),
            ("source", content.source, layer.source_face, layer.source_size, layer.source_colour),
        )
        if text
        for paragraph, spans in [_wrapped(text, faces(face), (room.width - indent) / size)]
    ]
    if not rows:
        return (), room

    capitals = rows[0].paragraph.cap_height * rows[0].size
    text_height = capitals + sum(LEADING * row.size * len(row.spans) for row in rows) - LEADING * rows[0].size
    height = max(text_height, layer.disc if initials else 0.0)
    box = Box(x=room.x, y=room.y + room.height - height, width=room.width, height=height)
    shapes = _disc(layer, initials, box, faces, is_mirrored=is_mirrored) if initials else []
    baseline = box.y + (height - text_height) / 2 + capitals - LEADING * rows[0].size
    for row in rows:
        shapes.append(
            set_block(
                row.paragraph,
                row.spans,
                slot=row.slot,
                size=row.size,
                leading=LEADING * row.size,
                left=room.x if is_mirrored else room.x + indent,
                width=room.width - indent,
                baseline=baseline + LEADING * row.size,
                colour=row.colour,
                is_flush_right=is_mirrored,
            )
        )
        baseline += LEADING * row.size * len(row.spans)
    return tuple(shapes), box


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    slot: str
    paragraph: Paragraph
    spans: tuple[tuple[int, int], ...]
    size: float
    colour: Role


def _wrapped(text: str, faces: Sequence[Face], measure: float) -> tuple[Paragraph, tuple[tuple[int, int], ...]]:
    """The *text* in at most two lines of *measure* em, with an ellipsis where it would need more."""
    while True:
        paragraph = shape_paragraph(text, faces)
        breaks = find_breaks(paragraph)
        fewest = fewest_lines(breaks, measure)
        if fewest and fewest <= MOST_LINES and (lines := best_lines(breaks, measure, most=fewest)):
            return paragraph, lines.spans
        # A share first, so that a long text is shaped twice and not once for every word too many.
        share = min(1.0, MOST_LINES * measure / paragraph.advance(0, len(text)))
        kept = text[: floor(text, min(int(share * len(text)), len(text) - 2))]
        if not kept:
            return paragraph, ((0, len(text)),)
        text = kept.rpartition(" ")[0].rstrip(" ,.;:–—-…") or kept
        text += "…"


def _disc(layer: SignatureLayer, initials: str, box: Box, faces: Faces, *, is_mirrored: bool) -> list[Shape]:
    x = box.x + box.width - layer.disc if is_mirrored else box.x
    disc = Box(x=x, y=box.y + (box.height - layer.disc) / 2, width=layer.disc, height=layer.disc)
    paragraph = shape_paragraph(initials, faces(layer.face))
    size = layer.monogram_size
    letters = set_block(
        paragraph,
        [(0, len(initials))],
        slot=None,
        size=size,
        leading=0,
        left=disc.x + (disc.width - paragraph.advance(0, len(initials)) * size) / 2,
        width=0,
        baseline=disc.y + (disc.height + paragraph.cap_height * size) / 2,
        colour=layer.monogram_colour,
        under=layer.disc_colour,
    )
    return [Disc(box=disc, colour=layer.disc_colour), letters]
