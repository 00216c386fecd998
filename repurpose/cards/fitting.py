"""How large can the words be, and where do their lines break at that size?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.cards.breaking import best_lines, fewest_lines, find_breaks
from repurpose.text.graphemes import count

if TYPE_CHECKING:
    from repurpose.cards.breaking import Breaks
    from repurpose.cards.shaping import Paragraph
    from repurpose.cards.theme import WordsLayer

__all__ = ["Fit", "TooLongError", "fit"]

# A better break is worth up to this share of the size; all of the size would cost this much, in the unit of breaks.
LARGEST_LOSS = 0.16
LOSS_COST = 150.0
# A column that leaves the room at its side empty; the unit is the same, for all of the room.
EMPTY_COST = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The font size in pixels and the lines as ranges of characters."""

    size: int
    lines: tuple[tuple[int, int], ...]


class TooLongError(Exception):
    """The words do not fit even at the smallest size: by so many graphemes, or because of one word."""

    def __init__(self, *, excess: int, word: str | None) -> None:
        super().__init__(excess, word)
        self.excess = excess
        self.word = word


def fit(
    paragraph: Paragraph, layer: WordsLayer, *, width: float, height: float, together: tuple[int, int] | None = None
) -> Fit:
    """
    The largest size at which *paragraph* fits into *width* by *height*, or one a little smaller that reads better.

    Lengths are pixels, heights count from the top of the capitals to the last baseline. Raises `TooLongError`.
    """
    excess = count(paragraph.text) - layer.characters
    if excess > 0:
        raise TooLongError(excess=excess, word=None)
    breaks = find_breaks(paragraph, together=together)

    def most(size: int) -> int:
        room = height - paragraph.cap_height * size
        return min(layer.lines, 1 + int(room / (layer.leading * size))) if room >= 0 else 0

    def fits(size: int) -> bool:
        fewest = fewest_lines(breaks, width / size)
        return fewest is not None and fewest <= most(size)

    low, high = layer.smallest, layer.largest
    if not fits(low):
        raise _too_long(paragraph, breaks, measure=width / low, most=most(low))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    candidates = [
        (lines.cost + LOSS_COST * (1 - size / low) + EMPTY_COST * (1 - lines.widest * size / width), -size, lines.spans)
        for size in range(low, max(layer.smallest, int(low * (1 - LARGEST_LOSS))) - 1, -1)
        if (lines := best_lines(breaks, width / size, most=most(size)))
    ]
    _, size, spans = min(candidates)
    return Fit(size=-size, lines=spans)


def _too_long(paragraph: Paragraph, breaks: Breaks, *, measure: float, most: int) -> TooLongError:
    """How much of the text is left over when *most* lines are filled one after the other."""
    first, lines = 0, 0
    for at in range(1, len(breaks.starts)):
        if breaks.right[at] - breaks.left[first] <= measure:
            continue
        first = at - 1
        lines += 1
        word = paragraph.text[breaks.starts[first] : breaks.ends[at]]
        if breaks.right[at] - breaks.left[first] > measure:
            return TooLongError(excess=0, word=word)
        if lines >= most:
            break
    return TooLongError(excess=count(paragraph.text[breaks.starts[first] :]), word=None)
