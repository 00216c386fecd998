"""Which short lines of a text are headings, and where was a heading lost?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.measures import ends_sentence, is_title_like, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["with_flat_headings", "with_orphans"]

_HEADING_WORDS = 12
_HEADING_CHARACTERS = 90
_PROSE_WORDS = 12
# "You can buy the tickets:"; fewer words are a label.
_INTRODUCTION_WORDS = 5
_LEAD_INS = ("So ", "And ", "But ", "Or ", "Und ", "Et ", "Y ", "E ")
# "SP – And then?"
_TURN = re.compile(r"[^\W\d_a-zа-я]{1,4} ?[–—-] ")
_SECTION_GAP = 2
# Where most paragraphs stand that far apart, a gap says nothing.
_WIDE_SHARE = 0.5


def with_flat_headings(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """*pieces* of a plain text with its headings: short lines without a full stop, alone, above running text."""
    marked: list[Piece] = []
    for index, piece in enumerate(pieces):
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        above = marked[-1] if marked else None
        marked.append(replace(piece, kind=BlockKind.HEADING, level=2) if _is_heading(above, piece, below) else piece)
    return tuple(marked)


def with_orphans(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """*pieces* of a plain text, those marked that open a section after a wide gap where no heading is left."""
    gaps = [piece.gap for piece in pieces[1:] if piece.kind is not BlockKind.ITEM]
    if not gaps or sum(gap >= _SECTION_GAP for gap in gaps) > _WIDE_SHARE * len(gaps):
        return tuple(pieces)
    return tuple(
        replace(piece, is_orphan=True)
        if index
        and piece.kind is BlockKind.PARAGRAPH
        and piece.gap >= _SECTION_GAP
        and pieces[index - 1].kind is not BlockKind.HEADING
        else piece
        for index, piece in enumerate(pieces)
    )


def _is_heading(above: Piece | None, piece: Piece, below: Piece | None) -> bool:
    if piece.kind is not BlockKind.PARAGRAPH or below is None or piece.gap == 0 or below.kind is BlockKind.CODE:
        return False
    text = piece.text
    if (
        len(text) > _HEADING_CHARACTERS
        or word_count(text) > _HEADING_WORDS
        or not is_title_like(text)
        or text[0].islower()
    ):
        return False
    if ends_sentence(text) and (not text.endswith(("?", "？", "؟")) or text.startswith(_LEAD_INS)):
        return False
    if _TURN.match(text) or text[0] in "—–―":
        return False
    # "Anna: And then?" is a turn of an interview.
    if ends_sentence(text) and (": " in text or "：" in text):
        return False
    if above is not None and above.text.endswith((":", "：")):
        return False
    words = word_count(below.text)
    is_introduction = below.text.endswith((":", "：")) and words >= _INTRODUCTION_WORDS
    is_running = below.kind is BlockKind.ITEM or words >= _PROSE_WORDS or ends_sentence(below.text) or is_introduction
    is_question_above_list = ends_sentence(text) and below.kind is BlockKind.ITEM
    return is_running and not is_question_above_list
