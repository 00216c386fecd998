"""Where does a table of contents stand: its heading, and the names of sections below it?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from repurpose.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["contents_of"]

_CONTENTS = frozenset(
    {
        "contents",
        "table of contents",
        "inhalt",
        "inhaltsverzeichnis",
        "sommaire",
        "table des matières",
        "índice",
        "indice",
        "inhoud",
        "inhoudsopgave",
        "содержание",
        "зміст",
        "目次",
        "目录",
        "목차",
    }
)


def contents_of(pieces: Sequence[Piece], *, headings: frozenset[BlockKind]) -> frozenset[int]:
    """Where tables of contents stand, whose own heading is a piece of one of the kinds *headings*."""
    starts = [
        index for index, piece in enumerate(pieces) if piece.kind in headings and _folded(piece.text) in _CONTENTS
    ]
    if not starts:
        return frozenset()
    lines = Counter(_folded(piece.text) for piece in pieces)
    found: set[int] = set()
    for start in starts:
        end = start + 1
        if end < len(pieces) and pieces[end].kind is BlockKind.ITEM:
            group = pieces[end].group
            while end < len(pieces) and pieces[end].kind is BlockKind.ITEM and pieces[end].group == group:
                end += 1
        else:
            # Lines that lost their bullets: each is the heading of a section further down.
            while end < len(pieces) and _is_named_below(pieces, lines, start, end):
                end += 1
        if end > start + 1:
            found.update(range(start, end))
    return frozenset(found)


def _is_named_below(pieces: Sequence[Piece], lines: Counter[str], start: int, index: int) -> bool:
    line = _folded(pieces[index].text)
    return lines[line] > 1 and all(_folded(piece.text) != line for piece in pieces[start:index])


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .:!?")
