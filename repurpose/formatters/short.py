"""A single short post: the hook and the one thing that says most beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, joined, text_of
from repurpose.formatters.endings import endings, tag_line
from repurpose.formatters.material import beats, labels_only, paragraph

if TYPE_CHECKING:
    from repurpose.formatters.material import Material

__all__ = ["short_post"]


def short_post(material: Material) -> tuple[Copy, ...]:
    """One post: hook, the weightiest beat that fits, ending, hashtags; what does not fit is left out, from the end."""
    profile = material.profile
    ranked = sorted(beats(material), key=lambda point: (-point.score, point.spans))
    for point in ranked:
        ending = endings(material, (point,))
        for rendition in point.renditions:
            if labels_only(rendition):
                continue
            copy = joined([material.hook.copy, paragraph(rendition, material), ending, tag_line(material)])
            text = text_of(copy)
            if profile.fits(text) and profile.measure(text) <= max(profile.target_length.maximum, _least(material)):
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


def _least(material: Material) -> int:
    """A hook near the target's end still gets a line beside it."""
    return material.profile.measure(material.hook.text) + 120
