"""Which lines are list items, and which lists do they form?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    grouped: list[Piece] = []
    group = 0
    index = 0
    while index < len(pieces):
        if pieces[index].kind is not BlockKind.ITEM:
            grouped.append(pieces[index])
            index += 1
            continue
        end = index + 1
        while end < len(pieces) and _same_list(pieces[index], pieces[end - 1], pieces[end]):
            end += 1
        run = pieces[index:end]
        if _is_list(run):
            depths = _depths(run)
            grouped.extend(replace(piece, group=group, level=depth) for piece, depth in zip(run, depths, strict=True))
            group += 1
        else:
            grouped.extend(_as_paragraph(piece) for piece in run)
        index = end
    return tuple(grouped)


def _same_list(first: Piece, above: Piece, below: Piece) -> bool:
    if below.kind is not BlockKind.ITEM or below.gap > 1:
        return False
    same_depth = below.level <= first.level
    return not same_depth or (below.number is None) == (first.number is None) or below.level > above.level


def _is_list(run: Sequence[Piece]) -> bool:
    """One bullet is a paragraph with an ornament; a numbered list counts up from 0 or 1, or at least goes on."""
    if len(run) == 1:
        return run[0].number in {0, 1} and len(run[0].text) > 1
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
