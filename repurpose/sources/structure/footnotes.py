"""Which stars and daggers after a sentence only point to a footnote of the page?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["without_footnote_marks"]

_MARK = re.compile(r"(?<=[.!?…。,;\"'”’»)])(?:\*{1,3}|[†‡]+)(?=\s|$)")
# A star before a word opens emphasis, and the one after the sentence closes it.
_OPENING_STAR = re.compile(r"\*(?=\w)")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


def without_footnote_marks(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """*pieces* without the marks of footnotes, which point nowhere outside the page: ``restored.* The``."""
    return tuple(_unmarked(piece) if piece.kind in _PROSE else piece for piece in pieces)


def _unmarked(piece: Piece) -> Piece:
    if _MARK.search(piece.text) is None or _OPENING_STAR.search(piece.text) is not None:
        return piece
    bold = len(_MARK.sub("", piece.text[: piece.bold]))
    return replace(piece, text=_MARK.sub("", piece.text), bold=bold)
