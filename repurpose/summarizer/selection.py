"""
Which candidates become key points?

Slots first, then value: choosing by value alone drops the caveat or the bodies of the main list in favour of one more
ordinary sentence. Only a summary of very few points goes by value alone.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from repurpose.model import KeyPointKind
from repurpose.summarizer.candidates import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from repurpose.summarizer.candidates import Candidate

__all__ = ["select"]

# Two candidates that share more of their words than this say the same thing.
_SAME = 0.55
# What a candidate loses that shares all of its words with one that is chosen.
_REDUNDANCY = 1.2
_LISTS = 4
# With fewer points there is no room for slots.
_ROOM_FOR_SLOTS = 4
# What opens the article and stands alone tells what it is about.
_CONTEXT = 0.2
# With fewer points than these an article has little to offer.
_LITTLE = 6
# A slot is not filled beside what is worth so much more.
_MUCH = 1.5
# Points of one paragraph are so many sentences apart.
_APART = 3


def select(candidates: Iterable[Candidate], limit: int) -> tuple[Candidate, ...]:
    """At most *limit* of *candidates*, no two alike, in the article's order."""
    has_slots = limit >= _ROOM_FOR_SLOTS
    choice = _Choice(candidates, has_slots=has_slots)
    if has_slots:
        # A list before the context, which could be the list's own lead-in.
        choice.take(_is_list, 1)
        choice.take(lambda one: not _is_list(one) and one.position <= _CONTEXT, 1)
        choice.take(lambda one: one.kind is KeyPointKind.CAVEAT, 1)
        choice.take(_is_list, min(_LISTS - 1, limit - len(choice.chosen)))
        for kind in (KeyPointKind.DEFINITION, KeyPointKind.QUOTE, KeyPointKind.FIGURE):
            choice.take(lambda one, kind=kind: one.kind is kind, min(1, limit - len(choice.chosen)))  # type: ignore[misc]  # bound here
    # Whatever is left, by value; in a few points a list would be the whole summary.
    choice.fill(lambda one: has_slots or not _is_list(one), limit - len(choice.chosen))
    if (missing := min(limit, _LITTLE) - len(choice.chosen)) > 0:
        choice.come_nearer()
        choice.fill(lambda one: one.value > 0, missing)
    return tuple(sorted(choice.chosen, key=lambda candidate: (candidate.block, candidate.position)))


class _Choice:
    """A summary while it is being chosen: what is in it, and what could still come with how much it would repeat."""

    def __init__(self, candidates: Iterable[Candidate], *, has_slots: bool) -> None:
        self.chosen: list[Candidate] = []
        self._has_slots = has_slots
        ranked = sorted(candidates, key=lambda candidate: (-candidate.value, candidate.position))
        self._left = [(candidate, 0.0) for candidate in ranked]
        self._near: list[tuple[Candidate, float]] = []

    def take(self, wanted: Callable[[Candidate], bool], count: int) -> None:
        """Choose the *count* best that are *wanted*."""
        for _ in range(count):
            best = next((one for one, _ in self._left if wanted(one) and not self._is_beside_better(one)), None)
            if best is None:
                return
            self._choose(best)

    def _is_beside_better(self, one: Candidate) -> bool:
        """Whether *one* would keep out a neighbour that says much more."""
        if not self._has_slots:
            return False
        least = one.value + _MUCH
        return any(_is_near(one, other) for other, _ in takewhile(lambda pair: pair[0].value > least, self._left))

    def fill(self, wanted: Callable[[Candidate], bool], count: int) -> None:
        """Choose *count* more, each the best beside those that are chosen."""
        for _ in range(count):
            fitting = [(one.value - _REDUNDANCY * repeated, one) for one, repeated in self._left if wanted(one)]
            if not fitting:
                return
            self._choose(max(fitting, key=lambda pair: pair[0])[1])

    def come_nearer(self) -> None:
        """Where an article has little to offer, its better sentences may stand beside each other."""
        self._left = [(one, repeated) for one, repeated in self._near if not any(map(one.overlaps, self.chosen))]
        self._has_slots = False

    def _choose(self, best: Candidate) -> None:
        self.chosen.append(best)
        left: list[tuple[Candidate, float]] = []
        for one, repeated in self._left:
            shared = _overlap(one.stems, best.stems)
            if one is best or one.overlaps(best) or shared > _SAME:
                continue
            pair = (one, max(repeated, shared))
            if not (self._has_slots and _is_near(one, best)):
                left.append(pair)
            elif not _is_spoken(one):
                self._near.append(pair)
        self._left = left


def _is_list(candidate: Candidate) -> bool:
    return candidate.kind in (KeyPointKind.LIST, KeyPointKind.STEP)


def _is_near(one: Candidate, other: Candidate) -> bool:
    """Whether the runs of the two, each with the sentences after it, would meet."""
    if one.block != other.block or not (isinstance(one.said, Run) and isinstance(other.said, Run)):
        return False
    # What somebody said hangs together: one turn of a conversation gives one point.
    return _is_spoken(one) or abs(one.said.first - other.said.first) < _APART


def _is_spoken(candidate: Candidate) -> bool:
    return isinstance(candidate.said, Run) and candidate.said.paragraph.speaker is not None


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    # Four words in common are not yet a repetition, however short the two are.
    return len(one & other) / max(4, min(len(one), len(other)))
