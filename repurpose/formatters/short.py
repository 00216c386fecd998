"""A single short post: the hook and the one thing that says most beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, joined, text_of
from repurpose.formatters.endings import endings, tag_line
from repurpose.formatters.material import beats, labels_only, paragraph

if TYPE_CHECKING:
    from repurpose.formatters.material import Material
    from repurpose.model import KeyPoint

__all__ = ["short_post"]

_LINE = 100


def short_post(material: Material) -> tuple[Copy, ...]:
    """One post: hook, the weightiest beat that fits, ending, hashtags; what does not fit is left out, from the end."""
    profile = material.profile
    ranked = sorted(beats(material), key=lambda point: (not _defines(point, material), -point.score, point.spans))
    for point in ranked:
        ending = endings(material, (point,))
        for rendition in point.renditions:
            if labels_only(rendition):
                continue
            copy = joined([material.hook.copy, paragraph(rendition, material), ending, tag_line(material)])
            around = joined([material.hook.copy, ending, tag_line(material)])
            text = text_of(copy)
            if profile.fits(text) and profile.measure(text) <= max(
                profile.target_length.maximum, _least(around, material)
            ):
                return (copy,)
    for parts in (
        [material.hook.copy, endings(material, ()), tag_line(material)],
        [material.hook.copy, endings(material, ())],
        [material.hook.copy],
    ):
        copy = joined(parts)
        if profile.fits(text_of(copy)):
            return (copy,)
    return ()


def _defines(point: KeyPoint, material: Material) -> bool:
    """Whether *point* says what a word of the hook means: then it follows on it better than anything else."""
    term, colon, _ = point.renditions[-1].text.partition(":")
    return (
        bool(colon)
        and " " not in term
        and not labels_only(point.renditions[-1])
        and term.lower() in material.hook.text.lower()
    )


def _least(around: Copy, material: Material) -> int:
    """A hook near the target's end still gets a line beside it: what stands *around* that line, and the line."""
    return material.profile.measure(text_of(around)) + _LINE
