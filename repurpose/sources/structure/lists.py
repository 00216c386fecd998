"""Which lines are list items, and which lists do they form?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from repurpose.sources.pieces import Piece

__all__ = ["Marker", "find_marker", "grouped_items"]

# Office programs copy their bullets as letters of a symbol font: § and Ø; "§ 5" is a paragraph of a law.
_MARKER = re.compile(
    r"( *)((?:(?:[•◦▪▫‣⁃●○■□➢➤✓✔✅·*+–—-]|[§Ø](?! ?\d))(?: +|$))+|\(?(\d{1,3})[.)）](?= )|\(?(\d{1,2})[、．]) *"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the words of a list item."""

    indent: int
    text: str
    number: int | None
    end: int
    """Where the words begin in the line."""


def find_marker(line: str) -> Marker | None:
    """The bullet or number at the start of *line*; ``None`` when the line is no list item."""
    match = _MARKER.match(line)
    if match is None or (match.end() == len(line.rstrip()) and not match[2].strip()):
        return None
    number = match[3] or match[4]
    return Marker(len(match[1]), match[2].strip(), int(number) if number else None, match.end())


def grouped_items(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """
    *pieces* with items numbered by list and with their depth; what is no list after all becomes a paragraph again.

    A reader marks an item by a group of any number and gives its indentation as level.
    """
    runs = _runs(pieces)
    alone = {run[0].number for run in runs if len(run) == 1 and run[0].kind is BlockKind.ITEM}
    grouped: list[Piece] = []
    group = 0
    for run in runs:
        if run[0].kind is not BlockKind.ITEM:
            grouped.extend(run)
        elif _is_list(run, alone):
            depths = _depths(run)
            grouped.extend(replace(piece, group=group, level=depth) for piece, depth in zip(run, depths, strict=True))
            group += 1
        else:
            grouped.extend(_as_paragraph(piece) for piece in run)
    return tuple(grouped)


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """*pieces* with the items of each list together; what is no item stands alone."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and runs[-1][0].kind is BlockKind.ITEM and _same_list(runs[-1][0], runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _same_list(first: Piece, above: Piece, below: Piece) -> bool:
    if below.kind is not BlockKind.ITEM or below.gap > 1:
        return False
    # A table of contents, and below it the heading of the first section.
    if below.gap and below.number == 1 and (above.number or 0) > 1 and below.level == first.level:
        return False
    same_depth = below.level <= first.level
    return not same_depth or (below.number is None) == (first.number is None) or below.level > above.level


def _is_list(run: Sequence[Piece], alone: AbstractSet[int | None]) -> bool:
    """
    One bullet is a paragraph with an ornament; a numbered list counts up from 0 or 1, or at least goes on.

    Numbers that stand *alone* and go on below other text are those of sections.
    """
    if len(run) == 1:
        return run[0].number in {0, 1} and len(run[0].text) > 1 and run[0].number + 1 not in alone
    numbers = [piece.number for piece in run if piece.number is not None]
    return run[0].number is None or numbers[0] in {0, 1} or all(b - a == 1 for a, b in pairwise(numbers))


def _depths(run: Sequence[Piece]) -> list[int]:
    """Depth by indentation; a first bullet that alone lost its indentation counts as one of the others."""
    indents = [piece.level for piece in run]
    if len(set(indents[1:])) == 1 and len(indents) > 2 and not run[0].text.endswith(":"):  # noqa: PLR2004 - not one child
        return [0] * len(indents)
    depths = {indent: min(depth, 5) for depth, indent in enumerate(sorted(set(indents)))}
    return [depths[indent] for indent in indents]


def _as_paragraph(piece: Piece) -> Piece:
    text = piece.text if piece.number is None else f"{piece.number}. {piece.text}"
    return replace(piece, kind=BlockKind.PARAGRAPH, text=text, group=None, number=None, level=0)
