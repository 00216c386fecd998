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
    from repurpose.formatters.material import Material
    from repurpose.model import KeyPoint

__all__ = ["long_post"]


def long_post(material: Material) -> tuple[Copy, ...]:
    """One post within the platform's target length, in the article's order."""
    points = beats(material)
    budget = material.profile.target_length.maximum - length(
        [material.hook.copy, endings(material, points), tag_line(material)], material
    )
    levels = _levels(points, material, budget)
    told = [point for index, point in enumerate(points) if index in levels]
    parts = [_paragraph(point, levels[index], material) for index, point in enumerate(points) if index in levels]
    hook = _with_emoji(material.hook.copy, material.emojis[:1])
    body = _decorated(parts, told, material)
    return (joined([hook, *body, endings(material, told), tag_line(material)]),)


def _levels(points: tuple[KeyPoint, ...], material: Material, budget: int) -> dict[int, int]:
    """For each chosen point the rendition that is told."""
    levels: dict[int, int] = {}

    def cost(index: int, level: int) -> int:
        return length([_paragraph(points[index], level, material)], material) + 2

    listed = [index for index, point in enumerate(points) if is_list(point)]
    # The lists that can be told with the fewest words are told with their bodies.
    listed.sort(key=lambda index: (cost(index, _bodied(points[index])), index))
    caveats = [index for index, point in enumerate(points) if point.kind is KeyPointKind.CAVEAT]
    caveats.sort(key=lambda index: -points[index].score)
    slots = [*listed[: material.template.lists], *caveats[:1]]
    others = [index for index in range(len(points)) if index not in slots and not is_list(points[index])]
    others.sort(key=lambda index: -points[index].score)
    context = [index for index in others if index == min(others)]
    for index in [*context, *slots]:
        shortest = _shortest(points[index])
        if len(levels) < material.template.beats and cost(index, shortest) <= budget:
            levels[index] = shortest
            budget -= cost(index, shortest)
    while True:
        steps = sorted(
            (cost(index, level - 1) - cost(index, level), index)
            for index, level in levels.items()
            if level > 0 and (not is_list(points[index]) or cost(index, level - 1) <= material.template.list_length)
        )
        if not steps or steps[0][0] > budget:
            break
        step, index = steps[0]
        levels[index] -= 1
        budget -= step
    for index in others:
        if index in levels or len(levels) >= material.template.beats:
            continue
        for level in range(len(points[index].renditions)):
            if cost(index, level) <= budget:
                levels[index] = level
                budget -= cost(index, level)
                break
    return levels


def _bodied(point: KeyPoint) -> int:
    """The shortest rendition that tells more than labels."""
    return max((level for level, rendition in enumerate(point.renditions) if not labels_only(rendition)), default=0)


def _shortest(point: KeyPoint) -> int:
    return len(point.renditions) - 1


def _paragraph(point: KeyPoint, level: int, material: Material) -> Copy:
    return paragraph(point.renditions[level], material)


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
