"""Which pieces of a page do the words of its main text come from?"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["in_main_text"]

# A piece of the page is in the main text when so many of its runs of words are.
_RUN = 4
_SHARE = 0.6
# With fewer words a piece may well stand in menus and teasers too.
_LONG = 8
# A short piece farther than this from the long ones is another place that says the same.
_NEAR = 3
# So many words of the main text may stand in no piece: marks of notes, letters that are words of their own.
_SLACK = 8
# A refrain stands in more places; the first ones are enough to find an order.
_MOST_PLACES = 4
# A character of a script without spaces is a word.
_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def in_main_text(pieces: Sequence[Piece], main_text: str) -> list[bool]:
    """Which *pieces* the words of *main_text* come from; a text that the page shows twice is taken where it fits."""
    words = _WORD.findall(main_text)
    places = _Index({}, {})
    for place, run in enumerate(_runs(words)):
        if places.first.setdefault(run, place) != place:
            places.others.setdefault(run, []).append(place)
    squeezed = "".join(words)
    # A long piece has more words than this, each of a character at least and parted from the next.
    own_words = [_WORD.findall(piece.text) if len(piece.text) > _LONG else [] for piece in pieces]
    chain = _in_order([_places(own, places) if len(own) > _LONG else [] for own in own_words])
    if not chain:
        return [False] * len(pieces)
    long = frozenset(link.piece for link in chain)
    first, last = chain[0].piece, chain[-1].piece
    after = _following(pieces, words, after=last, at=chain[-1].end)
    near = range(first - _NEAR, last + 1)
    return [
        index in long
        or index in after
        or (
            index in near
            and len(own_words[index]) <= _LONG
            and (first <= index or not (piece.is_link or piece.aside))
            and _is_short_part(_WORD.findall(piece.text), places, squeezed)
        )
        for index, piece in enumerate(pieces)
    ]


def _following(pieces: Sequence[Piece], words: Sequence[str], *, after: int, at: int) -> frozenset[int]:
    """The short pieces below the last long one that the main text goes on with, word for word, *at* this word."""
    found: list[int] = []
    for index in range(after + 1, len(pieces)):
        if index - (found[-1] if found else after) > _NEAR:
            break
        own = _WORD.findall(pieces[index].text)
        if not own or pieces[index].is_link or pieces[index].aside:
            continue
        starts = range(at, min(at + _SLACK, len(words)) + 1)
        start = next((start for start in starts if words[start : start + len(own)] == own), None)
        if start is not None:
            found.append(index)
            at = start + len(own)
    return frozenset(found)


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[offset:] for offset in range(_RUN)), strict=False)


class _Index(NamedTuple):
    """Where in the main text each run of words stands; nearly all stand in one place only."""

    first: dict[tuple[str, ...], int]
    others: dict[tuple[str, ...], list[int]]


class _Place(NamedTuple):
    """Where in the main text the words of a piece may come from, and how much of the piece is there."""

    start: int
    end: int
    weight: int


def _places(words: Sequence[str], places: _Index) -> list[_Place]:
    """Where in the main text a long piece may come from: nowhere when too few of its runs are there."""
    starts: dict[int, int] = {}
    known = 0
    for offset, run in enumerate(_runs(words)):
        place = places.first.get(run)
        if place is not None:
            known += 1
            starts[place - offset] = starts.get(place - offset, 0) + 1
            for other in places.others.get(run, ())[: _MOST_PLACES - 1] if places.others else ():
                starts[other - offset] = starts.get(other - offset, 0) + 1
    if known < _SHARE * (len(words) - _RUN + 1):
        return []
    # Where words were left out, what follows seems to start earlier or later; most of the piece says where it starts.
    best = sorted(starts, key=lambda start: (-starts[start], start))
    ties = [start for start in best if 2 * starts[start] > starts[best[0]]][:_MOST_PLACES]
    return [_Place(start, start + len(words), known) for start in ties]


def _in_order(found: Sequence[Sequence[_Place]]) -> Sequence[_Chain]:
    """
    The pieces, each given with its places, that say the most of the main text in its own order, nothing twice.

    One pass that keeps the best chain for each end, ends and weights both rising. Between a whole and its parts, which
    weigh the same but for the runs across them, the parts win: a teaser is the whole.
    """
    ends: list[int] = []
    chains: list[_Chain] = []
    for index, places in enumerate(found):
        extended = []
        for place in places:
            before = bisect_right(ends, place.start + _RUN)
            chain = chains[before - 1] if before else None
            weight = place.weight + _RUN + (chain.weight if chain else 0)
            extended.append(_Chain(index, place.end, weight, chain))
        for chain in extended:
            at = bisect_right(ends, chain.end)
            if at and chains[at - 1].weight >= chain.weight:
                continue
            beyond = at
            while beyond < len(chains) and chains[beyond].weight <= chain.weight:
                beyond += 1
            same = at - 1 if at and ends[at - 1] == chain.end else at
            ends[same:beyond] = [chain.end]
            chains[same:beyond] = [chain]
    taken: list[_Chain] = []
    link = chains[-1] if chains else None
    while link is not None:
        taken.append(link)
        link = link.before
    return taken[::-1]


class _Chain(NamedTuple):
    piece: int
    end: int
    weight: int
    before: _Chain | None


def _is_short_part(words: Sequence[str], places: _Index, squeezed: str) -> bool:
    if len(words) < _RUN:
        return "".join(words) in squeezed
    return sum(run in places.first for run in _runs(words)) >= _SHARE * (len(words) - _RUN + 1)
