"""Which words in brackets tell what the audience did, and are nothing that was said?"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.resources import shipped_text
from repurpose.sources.cleaning import one_line

if TYPE_CHECKING:
    from repurpose.sources.pieces import Piece, Reading

__all__ = ["without_reactions"]

_BRACKETS = re.compile(r"\[([^\[\]()\n]{2,40})\]|\(([^\[\]()\n]{2,40})\)|（([^（）\n]{2,40})）")
# "Laughter and applause", "Prolonged applause": one more word.
_MOST_WORDS = 3


def without_reactions(reading: Reading) -> Reading:
    """*reading* without ``(Applause)`` and ``[Laughter]``, on lines of their own and in the middle of a paragraph."""
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    gap = 0
    for piece in reading.pieces:
        if piece.kind is BlockKind.CODE:
            kept.append(piece)
            continue
        found = [match for match in _BRACKETS.finditer(piece.text) if _is_reaction(match[0])]
        dropped.extend(Dropped(text=match[0], lines=piece.lines, reason="sound description") for match in found)
        text = piece.text
        for match in reversed(found):
            text = f"{text[: match.start()].rstrip(' ')}{text[match.end() :]}"
        if found and not one_line(text).strip(" .,;—–-"):
            gap = max(gap, piece.gap)
            continue
        kept.append(replace(piece, text=text.strip() if found else text, gap=max(gap, piece.gap)))
        gap = 0
    return replace(reading, pieces=tuple(kept), dropped=(*reading.dropped, *dropped)) if dropped else reading


def _is_reaction(text: str) -> bool:
    words = text[1:-1].casefold().strip(" .!").split()
    return len(words) <= _MOST_WORDS and bool(words) and words[-1] in _reactions()


@cache
def _reactions() -> frozenset[str]:
    lines = shipped_text("assets", "lexicons", "reactions.txt").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
