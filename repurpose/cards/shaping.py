"""
Which glyphs make up a text, and how wide is any part of it?

A text is shaped once, in em. Trying a size or a line break is then arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

from repurpose.cards.bidi import base_level, in_visual_order, levels
from repurpose.text.graphemes import iterate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.cards.harfbuzz import Face, Glyph

__all__ = ["Paragraph", "Run", "face_for", "shape_paragraph", "uncovered"]

# Shown as a picture: by default, by a variation selector, as a flag or as a keycap; unless asked for as text.
_PICTURE = regex.compile(
    r"(?!.*\uFE0E)(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|.+\uFE0F|.*\u20E3)", regex.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of one face and one direction, with its glyphs from left to right."""

    start: int
    end: int
    level: int
    glyphs: tuple[Glyph, ...]
    """Their clusters count from the start of the whole text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A shaped text; lengths in em."""

    text: str
    font: str
    """Name of the face that it asks for first."""
    runs: tuple[Run, ...]
    offsets: tuple[float, ...]
    """How much advance lies before each character, and the whole at the end."""
    cap_height: float
    is_right_to_left: bool

    def advance(self, start: int, end: int) -> float:
        """The advance of ``text[start:end]``."""
        return self.offsets[end] - self.offsets[start]

    def line(self, start: int, end: int) -> tuple[Glyph, ...]:
        """The glyphs of ``text[start:end]`` from left to right."""
        parts = [
            (run.level, tuple(glyph for glyph in run.glyphs if start <= glyph.cluster < end))
            for run in self.runs
            if run.start < end and start < run.end
        ]
        return tuple(glyph for part in in_visual_order(parts) for glyph in part)


def face_for(grapheme: str, faces: Sequence[Face]) -> Face | None:
    """The first of *faces* that shows *grapheme* as it wants to be shown, or at all."""
    is_picture = bool(_PICTURE.match(grapheme))
    wanted = (face for face in faces if face.is_colour == is_picture and face.covers(grapheme))
    return next(wanted, None) or next((face for face in faces if face.covers(grapheme)), None)


def uncovered(text: str, faces: Sequence[Face]) -> tuple[str, ...]:
    """The graphemes of *text* that none of *faces* has, each once, in order."""
    graphemes = dict.fromkeys(iterate(text))
    return tuple(grapheme for grapheme in graphemes if not grapheme.isspace() and face_for(grapheme, faces) is None)


def shape_paragraph(text: str, faces: Sequence[Face], *, tracking: float = 0.0) -> Paragraph:
    """
    The *text* shaped with the first of *faces* that fits each grapheme.

    *tracking* is added to every advance, in em, except from right to left: it would tear joined letters apart.
    """
    runs = tuple(
        Run(start=start, end=end, level=level, glyphs=_glyphs(face, text[start:end], start, level, tracking))
        for start, end, face, level in _itemise(text, faces)
    )
    advances = [0.0] * len(text)
    for run in runs:
        for glyph in run.glyphs:
            advances[glyph.cluster] += glyph.advance
    return Paragraph(
        text=text,
        font=faces[0].name,
        runs=runs,
        offsets=tuple(accumulate(advances, initial=0.0)),
        cap_height=faces[0].cap_height,
        is_right_to_left=bool(base_level(text)),
    )


def _glyphs(face: Face, text: str, start: int, level: int, tracking: float) -> tuple[Glyph, ...]:
    extra = 0.0 if level % 2 else tracking
    return tuple(
        replace(glyph, cluster=start + glyph.cluster, advance=glyph.advance + (extra if glyph.advance else 0.0))
        for glyph in face.shape(text, right_to_left=bool(level % 2))
    )


def _itemise(text: str, faces: Sequence[Face]) -> list[tuple[int, int, Face, int]]:
    """The longest stretches of one face and one level."""
    depth = levels(text)
    items: list[tuple[int, int, Face, int]] = []
    end = 0
    for grapheme in iterate(text):
        start, end = end, end + len(grapheme)
        face = face_for(grapheme, faces) or faces[0]
        if items:
            first, _, last_face, last_level = items[-1]
            # A space goes with the word before it, so that kerning and joining do not end there.
            if grapheme.isspace() and not last_face.is_colour and last_face.covers(grapheme):
                face = last_face
            if face is last_face and depth[start] == last_level:
                items[-1] = (first, end, face, last_level)
                continue
        items.append((start, end, face, depth[start]))
    return items
