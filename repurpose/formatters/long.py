"""
A long post or caption: the hook, then as much of the article as the platform reads, the ending, the hashtags.

Slots come before values, and both before ordinary sentences: every list and the caveat at their shortest, then lists
made fuller, the cheapest step first, and only then more sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, joined, text_of
from repurpose.formatters.endings import endings, tag_line
from repurpose.formatters.material import beats, is_list, labels_only, length, paragraph
from repurpose.model import KeyPointKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.formatters.material import Material
    from repurpose.model import KeyPoint

__all__ = ["long_post"]


# A how-to is its steps, and they come whole: for that it may run over the length at which posts do well.
HOW_TO_STRETCH = 2


def long_post(material: Material) -> tuple[Copy, ...]:
    """One post within the platform's target length, in the article's order."""
    points = beats(material)
    room = material.profile.target_length.maximum
    if any(point.kind is KeyPointKind.STEP for point in points):
        room = min(room * HOW_TO_STRETCH, material.profile.maximum)
    around = length([material.hook.copy, endings(material, points), tag_line(material)], material)
    filling = _Filling(points, material, room - around)
    slots, others = _slots(filling)
    filling.open(slots)
    filling.deepen()
    filling.add(others)
    told = [point for index, point in enumerate(points) if index in filling.levels]
    parts = [paragraph(points[index].renditions[filling.levels[index]], material) for index in sorted(filling.levels)]
    hook = _with_emoji(material.hook.copy, material.emojis[:1])
    return (joined([hook, *_decorated(parts, told, material), endings(material, told), tag_line(material)]),)


class _Filling:
    """A post while it is being filled: which points it tells, at which rendition, and what room is left."""

    def __init__(self, points: tuple[KeyPoint, ...], material: Material, budget: int) -> None:
        self.points = points
        self.material = material
        self.budget = budget
        self.levels: dict[int, int] = {}

    def cost(self, index: int, level: int) -> int:
        """What point *index* takes at *level*, with the blank line before it."""
        return length([paragraph(self.points[index].renditions[level], self.material)], self.material) + 2

    def open(self, slots: list[int]) -> None:
        """Give every one of *slots* its shortest rendition, steps their fullest that fits."""
        for index in slots:
            shortest = len(self.points[index].renditions) - 1
            whole = range(shortest) if self.points[index].kind is KeyPointKind.STEP else range(0)
            self._take(index, next((level for level in whole if self.cost(index, level) <= self.budget), shortest))

    def deepen(self) -> None:
        """Make what is told fuller, the cheapest step first."""
        while steps := sorted(self._steps()):
            step, index = steps[0]
            if step > self.budget:
                return
            self.levels[index] -= 1
            self.budget -= step

    def add(self, others: list[int]) -> None:
        """Tell more points, each as fully as it fits."""
        for index in others:
            if index not in self.levels:
                levels = range(len(self.points[index].renditions))
                fitting = next((level for level in levels if self.cost(index, level) <= self.budget), None)
                if fitting is not None:
                    self._take(index, fitting)

    def _take(self, index: int, level: int) -> None:
        cost = self.cost(index, level)
        if len(self.levels) < self.material.template.beats and cost <= self.budget:
            self.levels[index] = level
            self.budget -= cost

    def _steps(self) -> Iterator[tuple[int, int]]:
        """What each told point would take more at its next fuller rendition."""
        for index, level in self.levels.items():
            if level > 0:
                fuller = self.cost(index, level - 1)
                if not is_list(self.points[index]) or fuller <= self.material.template.list_length:
                    yield fuller - self.cost(index, level), index


def _slots(filling: _Filling) -> tuple[list[int], list[int]]:
    """The points that have a place of their own: context, lists, one caveat; and the others, the weightiest first."""
    points = filling.points
    listed = [index for index, point in enumerate(points) if is_list(point)]
    # The lists that can be told with the fewest words are told with their bodies.
    listed.sort(key=lambda index: (filling.cost(index, _bodied(points[index])), index))
    caveats = [index for index, point in enumerate(points) if point.kind is KeyPointKind.CAVEAT]
    caveats.sort(key=lambda index: -points[index].score)
    slots = [*listed[: filling.material.template.lists], *caveats[:1]]
    others = [index for index in range(len(points)) if index not in slots and index not in listed]
    context = others[:1]
    others.sort(key=lambda index: -points[index].score)
    return [*context, *slots], others


def _bodied(point: KeyPoint) -> int:
    """The shortest rendition that tells more than labels."""
    return max((level for level, rendition in enumerate(point.renditions) if not labels_only(rendition)), default=0)


def _decorated(parts: list[Copy], told: list[KeyPoint], material: Material) -> list[Copy]:
    """The second emoji goes to the end of the first paragraph that is no list."""
    rest = material.emojis[1:2]
    for index, point in enumerate(told):
        if rest and not is_list(point):
            parts[index] = _with_emoji(parts[index], rest)
            break
    return parts


def _with_emoji(copy: Copy, emojis: tuple[str, ...]) -> Copy:
    return (*copy, *(Piece(f" {emoji}", "emoji") for emoji in emojis)) if text_of(copy) else copy
