"""Which pieces of a page do the words of its main text come from?"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["in_main_text"]

# A piece of the page is in the main text when so many of its runs of words are.
_RUN = 4
_SHARE = 0.6
# With fewer words a piece may well stand in menus and teasers too.
_LONG = 8
# A short piece farther than this from the long ones is another place that says the same.
_NEAR = 3
# A character of a script without spaces is a word.
_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def in_main_text(pieces: Sequence[Piece], main_text: str) -> list[bool]:
    """Which *pieces* the words of *main_text* come from; a text that the page shows twice is taken where it fits."""
    words = _WORD.findall(main_text)
    places: dict[tuple[str, ...], int] = {}
    for place, run in enumerate(zip(*(words[offset:] for offset in range(_RUN)), strict=False)):
        places.setdefault(run, place)
    squeezed = "".join(words)
    own_words = [_WORD.findall(piece.text) for piece in pieces]
    found = [_place(own, places) if len(own) > _LONG else None for own in own_words]
    long = _in_order([(index, *place) for index, place in enumerate(found) if place is not None])
    if not long:
        return [False] * len(pieces)
    first, last = min(long), max(long)
    return [
        index in long
        or (
            len(own_words[index]) <= _LONG
            and first - _NEAR <= index <= last + _NEAR
            and (first <= index <= last or not (piece.is_link or piece.is_aside))
            and _is_short_part(own_words[index], places, squeezed)
        )
        for index, piece in enumerate(pieces)
    ]


def _place(words: Sequence[str], places: dict[tuple[str, ...], int]) -> tuple[int, int, int] | None:
    """Where in the main text a long piece begins and ends, and how many of its runs are there; ``None`` if too few."""
    runs = list(zip(*(words[offset:] for offset in range(_RUN)), strict=False))
    known = [places[run] - offset for offset, run in enumerate(runs) if run in places]
    if len(known) < _SHARE * len(runs):
        return None
    # A run that the text has twice may point elsewhere; most point to where the piece begins.
    start = sorted(known)[len(known) // 2]
    return start, start + len(words), len(known)


def _in_order(found: Sequence[tuple[int, int, int, int]]) -> frozenset[int]:
    """
    The pieces, of (index, start, end, weight), that say the most of the main text in its own order, nothing twice.

    One pass that keeps the best chain for each end, ends and weights both rising. Between a whole and its parts, which
    weigh the same but for the runs across them, the parts win: a teaser is the whole.
    """
    ends: list[int] = []
    chains: list[tuple[int, _Chain | None]] = []
    for index, start, end, weight in found:
        before = bisect_right(ends, start + _RUN)
        best, chain = chains[before - 1] if before else (0, None)
        total = best + weight + _RUN
        at = bisect_right(ends, end)
        if at and chains[at - 1][0] >= total:
            continue
        beyond = at
        while beyond < len(chains) and chains[beyond][0] <= total:
            beyond += 1
        same = at - 1 if at and ends[at - 1] == end else at
        ends[same:beyond] = [end]
        chains[same:beyond] = [(total, _Chain(index, chain))]
    taken = []
    link = chains[-1][1] if chains else None
    while link is not None:
        taken.append(link.piece)
        link = link.before
    return frozenset(taken)


class _Chain(NamedTuple):
    piece: int
    before: _Chain | None


def _is_short_part(words: Sequence[str], places: dict[tuple[str, ...], int], squeezed: str) -> bool:
    if len(words) < _RUN:
        return "".join(words) in squeezed
    runs = list(zip(*(words[offset:] for offset in range(_RUN)), strict=False))
    return sum(run in places for run in runs) >= _SHARE * len(runs)
