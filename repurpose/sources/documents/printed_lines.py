"""Which lines does a page print, in which order are they read, and how long are they?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["LONE_MARKER", "Line", "Run", "printed_lines", "width_of"]

# Widths of characters in common text faces, as shares of the size: enough to see that a line ends early.
_NARROW, _WIDE, _CAPITAL, _USUAL, _FULL = 0.29, 0.82, 0.68, 0.5, 1.0
_NARROW_SIGNS = frozenset("iIjlftr.,;:'’‘|!()[]/- ")
_WIDE_SIGNS = frozenset("mwMW@%—…")
# A step aside that no word space is: the next column, the next cell of a table.
_GAP = 2.5
# Runs of one line share a baseline, but for marks of notes.
_BASELINE = 0.45
_RAISED = 0.05
_MARK = 0.8
# The width of a short run is known well enough to see a tab after it.
_TAB = 0.2
_TAB_CHARACTERS = 4
# Bullets, also those of symbol fonts, and numbers; programs set them apart from their item, some after the whole text.
LONE_MARKER = re.compile(r"[•◦▪▫‣⁃●○■□➢➤✓✔·∙\x7f\uf0b7\uf0a7\uf0d8\uf076\uf0fc\ue00a\ue00c–—*-]|\(?\d{1,3}[.)]")
_NOTE_NUMBER = re.compile(r"\d{1,3}")
_MARKER_GAP = 4.0
# Cells are short; lines of prose that share a baseline stand in two columns.
_CELL_CHARACTERS = 25
# A page has some ten blocks; a page of hundreds is a drawing, whose labels have no order.
_MOST_BLOCKS = 100
# Ends of lines are estimates: columns that seem to share a little of their width share none.
_SHARED = 0.3
# Some programs print columns side by side, line by line.
_OPEN_BLOCKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text that was set in one go, measured in points from the lower left corner of its page."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool = False
    stretch: float = 1.0
    """How much wider its typeface is than a common one."""

    @property
    def end(self) -> float:
        """About where it ends."""
        return self.x + self.stretch * width_of(self.text.rstrip(), self.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line of one column."""

    text: str
    x: float
    y: float
    size: float
    sizes: frozenset[float]
    """All sizes on its baseline, so without marks of notes."""
    is_bold: bool
    end: float
    """About where it ends."""
    is_row: bool = False
    """It is a row of a table, its cells parted by bars."""


def printed_lines(runs: Iterable[Run]) -> list[Line]:
    """The lines that *runs*, given as they were set, make on one page, in reading order."""
    lines: list[Line] = []
    open_runs: list[Run] = []
    for run in runs:
        if open_runs and not _goes_on(open_runs, run):
            lines.extend(_line(open_runs))
            open_runs = []
        open_runs.append(run)
    lines.extend(_line(open_runs))
    return [line for block in _in_order(_blocks(_with_rows(_with_markers(lines)))) for line in block]


def width_of(text: str, size: float) -> float:
    """About how wide *text* is printed at *size*."""
    return size * sum(map(_width, text))


def _width(sign: str) -> float:
    if sign in _NARROW_SIGNS:
        return _NARROW
    if sign in _WIDE_SIGNS:
        return _WIDE
    if sign > "\u1100" and unicodedata.east_asian_width(sign) in "WF":
        return _FULL
    return _CAPITAL if sign.isupper() else _USUAL


def _goes_on(above: Sequence[Run], run: Run) -> bool:
    """Whether *run* stands on the same line as the runs before it."""
    last, size = above[-1], max(above[0].size, run.size)
    if abs(run.y - above[0].y) > _BASELINE * size or run.x < last.x:
        return False
    is_mark = run.size < _MARK * last.size and run.y > last.y
    return is_mark or run.x - last.end < _GAP * size


def _line(runs: Sequence[Run]) -> list[Line]:
    words = " ".join("".join(_spaced(runs)).split())
    if not words:
        return []
    shown = [run for run in runs if run.text.strip()]
    # Marks of notes are smaller than their line, and initials larger: the size of most of its text counts.
    main = max(shown, key=lambda run: len(run.text))
    first, last = shown[0], shown[-1]
    return [
        Line(
            text=words,
            x=first.x,
            y=main.y,
            size=round(main.size, 1),
            sizes=frozenset(round(run.size, 1) for run in shown if abs(run.y - main.y) < _RAISED * main.size),
            is_bold=all(run.is_bold for run in shown),
            end=max(first.x, last.end),
        ),
    ]


def _spaced(runs: Sequence[Run]) -> Iterator[str]:
    """The texts of *runs*, with a space where a tab stands between two."""
    end = None
    for run in runs:
        if end is not None and run.x - end > _TAB * run.size:
            yield " "
        yield run.text
        is_short = len(run.text.strip()) <= _TAB_CHARACTERS
        end = run.end if is_short else None


def _with_markers(lines: Sequence[Line]) -> list[Line]:
    """*lines* with bullets and numbers that were set by themselves at the head of their items."""
    heights: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        heights.setdefault(round(line.y), []).append(index)
    joined: list[Line | None] = list(lines)
    for index, marker in enumerate(lines):
        if not LONE_MARKER.fullmatch(marker.text) and not _NOTE_NUMBER.fullmatch(marker.text):
            continue
        near = (other for height in range(-1, 2) for other in heights.get(round(marker.y) + height, ()))
        for other in near:
            item = joined[other]
            if other != index and item is not None and 0 < item.x - marker.x < _MARKER_GAP * marker.size:
                joined[other] = replace(item, text=f"{marker.text} {item.text}", x=marker.x)
                joined[index] = None
                break
    return [line for line in joined if line is not None]


def _with_rows(lines: Sequence[Line]) -> list[Line]:
    """*lines* with the cells of each row of a table on one line."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        if last is not None and abs(last.y - line.y) < _RAISED * line.size and line.x > last.end:
            rows[-1].append(line)
        else:
            rows.append([line])
    joined: list[Line] = []
    for cells, group in groupby(rows, key=len):
        table = list(group)
        length = sum(len(cell.text) for row in table for cell in row)
        if cells > 1 and len(table) > 1 and length <= _CELL_CHARACTERS * cells * len(table):
            joined.extend(_row(row) for row in table)
        else:
            joined.extend(line for row in table for line in row)
    return joined


def _row(cells: Sequence[Line]) -> Line:
    return replace(cells[0], text=" | ".join(cell.text for cell in cells), end=cells[-1].end, is_row=True)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that were set one below the other."""
    blocks: list[list[Line]] = []
    for line in lines:
        block = next((block for block in reversed(blocks[-_OPEN_BLOCKS:]) if _is_below(block[-1], line)), None)
        if block is None:
            blocks.append([line])
        else:
            block.append(line)
    return blocks


def _is_below(last: Line, line: Line) -> bool:
    return 0 < last.y - line.y < 3 * max(line.size, last.size) and _share_column(last.x, last.end, line.x, line.end)


def _share_column(left: float, right: float, other_left: float, other_right: float) -> bool:
    shared = min(right, other_right) - max(left, other_left)
    return shared > _SHARED * min(right - left, other_right - other_left)


def _in_order(blocks: list[list[Line]]) -> list[list[Line]]:
    """
    *blocks* with each one before those that stand below it in its column.

    Otherwise the order in which they were set holds: it knows which column goes on where better than geometry does.
    """
    if len(blocks) > _MOST_BLOCKS:
        return blocks
    boxes = [_box(block) for block in blocks]
    above = [[index for index, other in enumerate(boxes) if _is_above(other, box)] for box in boxes]
    ordered: dict[int, list[Line]] = {}

    def take(index: int) -> None:
        for other in above[index]:
            if other not in ordered:
                take(other)
        ordered[index] = blocks[index]

    for index in range(len(blocks)):
        if index not in ordered:
            take(index)
    return list(ordered.values())


def _box(block: Sequence[Line]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom."""
    return min(line.x for line in block), max(line.end for line in block), block[0].y, block[-1].y


def _is_above(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return box[3] > other[2] and _share_column(*box[:2], *other[:2])
