"""How do two texts stand side by side on a terminal?"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from repurpose.cli.output import painted
from repurpose.text.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

__all__ = ["DIM", "NARROWEST", "Part", "side_by_side"]

NARROWEST = 60
"""Cells of a terminal in which two columns can still be read."""

DIM = 2
_RULE = "│"
# Letters, numbers and marks that turn the direction of their line.
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
# A letter that nobody sees, written from left to right.
_LEFT_TO_RIGHT_MARK = "\u200e"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a cell that begins on a line of its own."""

    text: str
    colour: int | None = None
    """As `output.painted` takes it."""


Row = tuple[tuple[Part, ...], tuple[Part, ...]]
"""What stands in the left and in the right column."""


def side_by_side(rows: Iterable[Row], width: int) -> Iterator[str]:
    """The lines of *rows* in two columns, *width* cells together, an empty line between rows."""
    from rich.cells import cell_len
    from rich.console import Console

    console = Console(width=width)
    between = f" {painted(_RULE, DIM)} "
    left = (width - len(_RULE) - 2) // 2
    right = width - len(_RULE) - 2 - left
    nothing = Part("")
    for number, (one, other) in enumerate(rows):
        if number:
            yield f"{' ' * left}{between}".rstrip()
        for said, source in zip_longest(_lines(one, left, console), _lines(other, right, console), fillvalue=nothing):
            padding = " " * (left - cell_len(said.text))
            yield f"{_shown(said)}{padding}{between}{_shown(source)}".rstrip()


def _lines(parts: Sequence[Part], width: int, console: Console) -> Iterator[Part]:
    """*parts* cut into lines of at most *width* cells."""
    from rich.text import Text

    for part in parts:
        # Line ends of the text are none of the column; everything else that would act on a terminal is shown.
        words = visible_line(" ".join(part.text.split("\n")).strip())
        for line in Text(words).wrap(console, width):
            yield Part(line.plain.strip(), part.colour)


def _shown(part: Part) -> str:
    """The line as it is printed: one from right to left is kept from changing places with the other column."""
    turns = any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in part.text)
    text = f"{_LEFT_TO_RIGHT_MARK}{part.text}{_LEFT_TO_RIGHT_MARK}" if turns else part.text
    return text if part.colour is None else painted(text, part.colour)
