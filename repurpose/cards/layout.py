"""
Where does everything on a card stand? Pure arithmetic: nothing is drawn here.

Layers take their room one after the other from the sides of what is left. Heights of text count from the top of its
capitals to its last baseline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from repurpose.cards.bidi import base_level
from repurpose.cards.fitting import fit
from repurpose.cards.shapes import Bar, Shape
from repurpose.cards.shaping import shape_paragraph
from repurpose.cards.signature import place_signature
from repurpose.cards.theme import BarLayer, OrnamentLayer, SignatureLayer, WordsLayer
from repurpose.cards.typesetting import TextBlock, set_block
from repurpose.model import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from repurpose.cards.content import CardContent
    from repurpose.cards.harfbuzz import Face
    from repurpose.cards.sizes import CardSize
    from repurpose.cards.theme import Design, Dock, Layer

    Faces = Callable[[str], Sequence[Face]]

__all__ = ["Layout", "lay_out"]

# Between the content and what an app covers: descenders hang below the last baseline.
AIR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything on one card, in the order in which it is drawn."""

    size: CardSize
    shapes: tuple[Shape, ...]

    @property
    def texts(self) -> tuple[TextBlock, ...]:
        """What the card says, without the ornaments."""
        return tuple(shape for shape in self.shapes if isinstance(shape, TextBlock) and shape.slot)


def lay_out(content: CardContent, design: Design, size: CardSize, faces: Faces) -> Layout:
    """
    The *content* in this *design* on a card of this *size*.

    *faces* gives the faces to try for a face of the theme. Raises `TooLongError`.
    """
    top = max(design.margin, size.covered + AIR)
    room = Box(x=design.margin, y=top, width=size.width - 2 * design.margin, height=size.height - 2 * top)
    is_mirrored = bool(base_level(content.words))
    shapes: list[Shape] = []
    for layer in design.layers:
        if layer.only in {None, content.kind}:
            placed = _place(layer, content, room, faces, is_mirrored=is_mirrored)
            shapes.extend(placed.shapes)
            if placed.shapes:
                room = _without(room, placed.box, layer.dock, layer.gap, is_mirrored=is_mirrored)
    return Layout(size=size, shapes=tuple(shapes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    shapes: tuple[Shape, ...]
    box: Box


def _place(layer: Layer, content: CardContent, room: Box, faces: Faces, *, is_mirrored: bool) -> _Placed:
    match layer:
        case WordsLayer():
            block = _words(layer, content, room, faces)
            return _Placed(shapes=(block,), box=block.ink)
        case SignatureLayer():
            shapes, box = place_signature(layer, content, room, faces, is_mirrored=is_mirrored)
            return _Placed(shapes=shapes, box=box)
        case OrnamentLayer():
            ornament = _ornament(layer, room, faces, is_mirrored=is_mirrored)
            return _Placed(shapes=(ornament,), box=ornament.ink)
        case BarLayer():
            box = _docked(room, layer.dock, layer.width, layer.height, is_mirrored=is_mirrored)
            return _Placed(shapes=(Bar(box=box, colour=layer.colour),), box=box)
        case _:
            assert_never(layer)


def _words(layer: WordsLayer, content: CardContent, room: Box, faces: Faces) -> TextBlock:
    paragraph = shape_paragraph(content.words, faces(layer.face), tracking=layer.tracking)
    fitted = fit(paragraph, layer, width=room.width, height=room.height, together=content.emphasis)
    leading = layer.leading * fitted.size
    capitals = paragraph.cap_height * fitted.size
    used = capitals + leading * (len(fitted.lines) - 1)
    return set_block(
        paragraph,
        fitted.lines,
        slot=content.kind,
        size=fitted.size,
        leading=leading,
        left=room.x,
        width=room.width,
        baseline=room.y + (room.height - used) * layer.above + capitals,
        colour=layer.colour,
        is_flush_right=paragraph.is_right_to_left,
        is_hanging=True,
        emphasis=(*content.emphasis, layer.emphasis) if content.emphasis else None,
    )


def _ornament(layer: OrnamentLayer, room: Box, faces: Faces, *, is_mirrored: bool) -> TextBlock:
    """The ornament with its ink, not its advance, at the edges of the room."""
    paragraph = shape_paragraph(layer.text, faces(layer.face))
    block = set_block(
        paragraph,
        [(0, len(layer.text))],
        slot=None,
        size=layer.size,
        leading=0,
        left=0,
        width=0,
        baseline=0,
        colour=layer.colour,
    )
    box = _docked(room, layer.dock, block.ink.width, block.ink.height, is_mirrored=is_mirrored)
    right, down = box.x - block.ink.x, box.y - block.ink.y
    moved = tuple(replace(placed, x=placed.x + right, y=placed.y + down) for placed in block.glyphs)
    return replace(block, glyphs=moved, ink=box)


def _docked(room: Box, dock: Dock, width: float, height: float, *, is_mirrored: bool) -> Box:
    """A box of that size at the side *dock* of *room*, where lines begin."""
    x = room.x + room.width - width if is_mirrored else room.x
    y = room.y + room.height - height if dock == "bottom" else room.y
    return Box(x=x, y=y, width=width, height=height)


def _without(room: Box, taken: Box, dock: Dock, gap: float, *, is_mirrored: bool) -> Box:
    """What is left of *room* when *taken* and a *gap* beside it are gone; ``left`` is the side where lines begin."""
    match dock:
        case "top":
            y = taken.y + taken.height + gap
            return replace(room, y=y, height=room.y + room.height - y)
        case "bottom":
            return replace(room, height=taken.y - gap - room.y)
        case "left":
            width = room.width - taken.width - gap
            return replace(room, x=room.x if is_mirrored else taken.x + taken.width + gap, width=width)
        case "fill":
            return replace(room, width=0, height=0)
