"""
Which candidates become key points?

Slots first, then value: choosing by value alone drops the caveat or the bodies of the main list in favour of one more
ordinary sentence. Only a summary of very few points goes by value alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.model import KeyPointKind
from repurpose.summarizer.candidates import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
# Paragraphs up to this length give one point each, longer ones points so many sentences apart.
_ONE_POINT = 6
_APART = 3


def select(candidates: Iterable[Candidate], limit: int) -> tuple[Candidate, ...]:
    """At most *limit* of *candidates*, no two alike, in the article's order."""
    pool = sorted(candidates, key=lambda candidate: (-candidate.value, candidate.position))
    chosen: list[Candidate] = []
    has_slots = limit >= _ROOM_FOR_SLOTS

    def take(
        wanted: Callable[[Candidate], bool], count: int, value: Callable[[Candidate, Sequence[Candidate]], float]
    ) -> None:
        for _ in range(count):
            if len(chosen) >= limit:
                return
            fitting = (one for one in pool if wanted(one) and not _repeats(one, chosen, has_slots=has_slots))
            best = max(fitting, key=lambda one: value(one, chosen), default=None)
            if best is None:
                return
            chosen.append(best)

    if has_slots:
        # A list before the context, which could be the list's own lead-in.
        take(_is_list, 1, _alone)
        take(lambda one: not _is_list(one) and one.position <= _CONTEXT, 1, _alone)
        take(lambda one: one.kind is KeyPointKind.CAVEAT, 1, _alone)
        take(_is_list, _LISTS - 1, _alone)
        take(lambda one: one.kind is KeyPointKind.DEFINITION, 1, _alone)
        take(lambda one: one.kind is KeyPointKind.QUOTE, 1, _alone)
        take(lambda one: one.kind is KeyPointKind.FIGURE, 1, _alone)
    # Whatever is left, by value; in a few points a list would be the whole summary.
    take(lambda one: has_slots or not _is_list(one), limit, _beside)
    return tuple(sorted(chosen, key=lambda candidate: (candidate.block, candidate.position)))


def _is_list(candidate: Candidate) -> bool:
    return candidate.kind in (KeyPointKind.LIST, KeyPointKind.STEP)


def _alone(candidate: Candidate, _: Sequence[Candidate]) -> float:
    return candidate.value


def _beside(candidate: Candidate, chosen: Sequence[Candidate]) -> float:
    """The value of *candidate* in a summary that says *chosen* already."""
    return candidate.value - _REDUNDANCY * max((_overlap(candidate.stems, one.stems) for one in chosen), default=0.0)


def _repeats(candidate: Candidate, chosen: Sequence[Candidate], *, has_slots: bool) -> bool:
    """Whether *candidate* says again what one of *chosen* says, or stands too near to it for two points."""
    return any(
        candidate.said is other.said
        or candidate.overlaps(other)
        or (has_slots and _is_near(candidate, other))
        or _overlap(candidate.stems, other.stems) > _SAME
        for other in chosen
    )


def _is_near(one: Candidate, other: Candidate) -> bool:
    if one.block != other.block or not (isinstance(one.said, Run) and isinstance(other.said, Run)):
        return False
    return len(one.said.paragraph.sentences) <= _ONE_POINT or abs(one.said.first - other.said.first) < _APART


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    # Four words in common are not yet a repetition, however short the two are.
    return len(one & other) / max(4, min(len(one), len(other)))
