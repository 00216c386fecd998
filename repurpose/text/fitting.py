"""How much of a text fits into a limit?"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from repurpose.text import graphemes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["fitting_prefix"]

# No address, mention or emoji spans white space, so a length up to it only grows.
_SPACE = re.compile(r"\s")
# A word without any of these holds no address and no mention: its length, too, only grows.
_MAY_SHRINK = re.compile(r"[.:/@]")
# Longer words (a whole text in Japanese, at the worst) are taken in pieces, and searched no further than `_REACH`
# behind the place where the limit is passed first.
_LONGEST_WORD = 4096
_REACH = 300


def fitting_prefix(text: str, limit: int, measure: Callable[[str], int]) -> int:
    """
    The most code points of *text* that *measure* at most *limit*; a grapheme is never cut.

    A longer prefix may be shorter to the platform: ``https://exampl`` counts 14 on X, the whole address 23 however
    long it is. So the word in which the limit is passed is searched from its end.
    """
    start, end = _word_at_limit(text, limit, measure)
    if start == len(text):
        return start
    places = _boundaries(text, start, end)
    fitting = bisect_right(places, limit, key=lambda place: measure(text[:place])) - 1
    if _MAY_SHRINK.search(text, start, end):
        for place in reversed(places[fitting + 1 : fitting + 1 + _REACH]):
            if measure(text[:place]) <= limit:
                return place
    return places[fitting] if fitting >= 0 else 0


def _word_at_limit(text: str, limit: int, measure: Callable[[str], int]) -> tuple[int, int]:
    """Up to *start* the text fits, up to *end* it does not, between them is one word; its end twice if all fits."""
    low, high = 0, _word_end(text, max(limit, 1))
    while measure(text[:high]) <= limit:
        if high == len(text):
            return high, high
        low, high = high, _word_end(text, 2 * high)
    while (end := _word_end(text, low + 1)) < high:
        middle = _word_end(text, (end + high) // 2)
        if middle == high:
            middle = end
        low, high = (middle, high) if measure(text[:middle]) <= limit else (low, middle)
    return low, high


def _word_end(text: str, start: int) -> int:
    """The first white space at or after *start*."""
    space = _SPACE.search(text, start, start + _LONGEST_WORD)
    return space.start() if space else min(start + _LONGEST_WORD, len(text))


def _boundaries(text: str, start: int, end: int) -> Sequence[int]:
    """Where *text* may be cut from *start*, or the nearest place before it, to *end*."""
    places = [graphemes.floor(text, start)]
    for cluster in graphemes.iterate(text, places[0]):
        place = places[-1] + len(cluster)
        if place > end:
            break
        places.append(place)
    return places
