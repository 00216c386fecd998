"""
Which beats does a post tell, and how fully?

One choice over all beats and all their tellings at once: the set that is worth most and fits. Choosing beat by beat
leaves the caveat or the bodies of the main list outside in favour of one more ordinary sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.outline import untold
from repurpose.model import KeyPointKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from repurpose.formatters.outline import Beat
    from repurpose.formatters.tellings import Telling
    from repurpose.model import Span

__all__ = ["PRICE", "fill"]

# Any beat is worth something, and each costs attention: few full ones read better than many short ones.
_GROUND, _LEAST, PRICE = 2.2, 0.15, 0.7
# What is left of a beat's worth in its shortest telling; of what somebody says less, since it begins before its point;
# of a list's in its labels alone.
_SHORT, _SHORT_QUOTE, _BARE, _STEP_LABELS = 0.55, 0.3, 0.2, 0.5

_State = tuple[int, float, tuple[tuple[int, int], ...]]
"""Cost, worth, and which telling of which beat is told."""


def fill(
    beats: Sequence[Beat],
    cost: Callable[[Telling], int],
    *,
    room: int,
    most: int,
    must: int | None = None,
    price: float = PRICE,
) -> list[tuple[Beat, Telling]]:
    """
    The beats to tell in at most *room* units, *most* of them, each with how it is told, in the order of *beats*.

    *cost* is what one telling takes, and *price* what a statement costs its reader, in worth; the beat at the place
    *must* is told whatever else is, if it fits. No sentence is told in two of them; what that saves goes to others.
    """
    told: list[tuple[Beat, Telling]] = []
    left = list(beats)
    while left and len(told) < most:
        rest = room - sum(cost(telling) for _, telling in told)
        more = _best_of(left, cost, room=rest, most=most - len(told), must=must, price=price)
        fresh = _told_once(more, must)
        told += fresh
        if len(fresh) == len(more):
            break
        spans = [span for _, one in told for span in one.spans]
        done = {beat.place for beat, _ in told}
        free = (beat if beat.is_list else untold(beat, spans) for beat in left if beat.place not in done)
        left, must = [beat for beat in free if beat is not None], None
    places = [beat.place for beat in beats]
    return sorted(told, key=lambda one: places.index(one[0].place))


def _told_once(told: Sequence[tuple[Beat, Telling]], must: int | None) -> list[tuple[Beat, Telling]]:
    """Those of *told* that say nothing of what a weightier one says; what is told at the place *must* comes first."""
    spans: list[Span] = []
    kept: list[tuple[Beat, Telling]] = []
    for beat, telling in sorted(told, key=lambda one: (one[0].place != must, -one[0].worth)):
        if beat.is_list or not any(span.overlaps(at) for span in telling.spans for at in spans):
            kept.append((beat, telling))
            spans += telling.spans
    return kept


def _best_of(
    beats: Sequence[Beat],
    cost: Callable[[Telling], int],
    *,
    room: int,
    most: int,
    must: int | None,
    price: float,
) -> list[tuple[Beat, Telling]]:
    """The set of *beats* that is worth most and fits."""
    fronts: list[list[_State]] = [[(0, 0.0, ())]]
    for index, beat in enumerate(beats):
        options = list(_options(beat, cost, price, is_bound=beat.place == must))
        grown: list[list[_State]] = [[] for _ in range(min(most, len(fronts)) + 1)]
        for count, front in enumerate(fronts):
            grown[count].extend(front)
            if count < most:
                grown[count + 1].extend(
                    (spent + more, worth + gain, (*told, (index, level)))
                    for spent, worth, told in front
                    for level, more, gain in options
                    if spent + more <= room
                )
        fronts = [_best(states) for states in grown]
    last = [front[-1] for front in fronts if front]
    _, _, told = max(last, key=lambda state: state[1])
    return [(beats[index], beats[index].tellings[level]) for index, level in told]


def _options(
    beat: Beat, cost: Callable[[Telling], int], price: float = PRICE, *, is_bound: bool
) -> Iterator[tuple[int, int, float]]:
    """Each telling of *beat*: its level, what it takes, and what a post gains by it."""
    if beat.is_list or beat.lead or beat.kind is KeyPointKind.QUOTE:
        # They cost no more for being several.
        price = PRICE
    ground = max(_LEAST + price, beat.worth + _GROUND)
    longest = max(1, len(beat.tellings[0].text))
    for level, telling in enumerate(beat.tellings):
        if telling.is_bare:
            part = _BARE
        elif beat.kind is KeyPointKind.STEP:
            part = 1.0 if level == 0 else _STEP_LABELS
        else:
            short = _SHORT_QUOTE if beat.kind is KeyPointKind.QUOTE else _SHORT
            part = short + (1 - short) * len(telling.text) / longest
        yield level, cost(telling), ground * part - price + 1000 * is_bound


def _best(states: list[_State]) -> list[_State]:
    """Those of *states* that no other beats in both cost and worth, the cheapest first."""
    kept: list[_State] = []
    for state in sorted(states, key=lambda one: (one[0], -one[1])):
        if not kept or state[1] > kept[-1][1] + 1e-9:
            kept.append(state)
    return kept
