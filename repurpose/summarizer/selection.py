"""
Which candidates become key points?

Slots first, then value: choosing by value alone drops the caveat or the bodies of the main list in favour of one more
ordinary sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.model import KeyPointKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from repurpose.summarizer.candidates import Candidate

__all__ = ["select"]

# Two candidates that share more of their words than this say the same thing.
_SAME = 0.55
_LISTS = 4
# What opens the article and stands alone tells what it is about.
_CONTEXT = 0.2


def select(candidates: Iterable[Candidate], limit: int) -> tuple[Candidate, ...]:
    """At most *limit* of *candidates*, no two alike and no two of one block, in the article's order."""
    pool = sorted(candidates, key=lambda candidate: (-candidate.value, candidate.position))
    chosen: list[Candidate] = []

    def take(wanted: Callable[[Candidate], bool], count: int) -> None:
        for candidate in pool:
            if count <= 0 or len(chosen) >= limit:
                return
            if wanted(candidate) and not _repeats(candidate, chosen):
                chosen.append(candidate)
                count -= 1

    if limit > 2:  # noqa: PLR2004 - a very short summary is no place for a list
        # Before the context, which could be the list's own lead-in.
        take(_is_list, 1)
    take(lambda one: not _is_list(one) and one.position <= _CONTEXT, 1)
    take(lambda one: one.kind is KeyPointKind.CAVEAT, 1)
    take(_is_list, _LISTS - 1)
    take(lambda one: one.kind is KeyPointKind.DEFINITION, 1)
    take(lambda one: one.kind is KeyPointKind.QUOTE, 1)
    take(lambda one: one.kind is KeyPointKind.FIGURE, 1)
    take(lambda one: True, limit)  # noqa: ARG005 - whatever is left, by value
    return tuple(sorted(chosen, key=lambda candidate: (candidate.block, candidate.position)))


def _is_list(candidate: Candidate) -> bool:
    return candidate.kind in (KeyPointKind.LIST, KeyPointKind.STEP)


def _repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether *candidate* says again what one of *chosen* says."""
    return any(other.block == candidate.block or _overlap(candidate.stems, other.stems) > _SAME for other in chosen)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    # Four words in common are not yet a repetition, however short the two are.
    return len(one & other) / max(4, min(len(one), len(other)))
