"""
How does a long post tell an article by its skeleton: its own sections, or the list that its title is about?

Which platforms read it so, what stands beside it, and where.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, text_of
from repurpose.model import BlockKind, KeyPointKind
from repurpose.summarizer.runs import is_warning
from repurpose.summarizer.things import names_things
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.material import Material
    from repurpose.formatters.outline import Beat
    from repurpose.formatters.tellings import Telling

__all__ = ["is_contents", "is_told_in", "placed", "skeleton", "tells_sections", "title_over", "under_their_headings"]

# A list beside sections: of so many signs at the most, and worth so much.
_SHORT_LIST, _WORTH_ITS_ROOM = 420, 3.0
# What stands before an item or a section: a bullet, its number.
_MARK = re.compile(r"^(?:• |\d+[.)] )")
# A section that shares so much of the description says it again.
_SAID = 0.6


def tells_sections(beat: Beat, material: Material) -> bool:
    """Whether the platform reads *beat* section by section."""
    # Where little is read, the headings are enough under a title that announces tips, as long as they say something.
    has_labels = any(not telling.is_sectioned and not telling.is_bare for telling in beat.tellings)
    is_listed = has_labels and names_things(material.article.title or "")
    return material.template.sections or (beat.tellings[0].is_to_the_point and not is_listed)


def skeleton(offered: Sequence[Beat], material: Material) -> tuple[Beat, ...]:
    """
    Where the article has a skeleton, its sections or the list of its title: that, what stands before, caveats, lists.

    Where little is read, the list alone; and what its author says of other things as "I" is nowhere needed beside it.
    """
    frame = next((beat for beat in offered if beat.is_sectioned or beat.is_titled), None)
    if frame is None:
        return tuple(offered)
    if not material.template.sections and frame.is_advice:
        return (frame,)
    return tuple(
        beat
        for beat in offered
        if beat is frame
        or beat.kind is KeyPointKind.CAVEAT
        or (frame.is_sectioned and _belongs(beat, frame))
        or (beat.place < frame.place and (frame.is_sectioned or not _is_authors(beat)))
    )


def _belongs(beat: Beat, frame: Beat) -> bool:
    """Whether the list *beat* is told beside the sections *frame*: short, and of news; advice is enough by itself."""
    is_short = beat.is_list and len(beat.tellings[0].text) <= _SHORT_LIST
    return is_short and not frame.tellings[0].is_to_the_point and beat.worth >= _WORTH_ITS_ROOM


def _is_authors(beat: Beat) -> bool:
    return beat.is_signed or beat.is_unsigned


def is_told_in(sections: Beat, beat: Beat, material: Material) -> bool:
    """Whether *beat* is the description, and one of *sections* says as much."""
    if not beat.is_description:
        return False
    lines = (frozenset(content_stems(text_of(item), material.article.language)) for item in sections.tellings[0].items)
    return any(len(line & beat.stems) > _SAID * len(beat.stems) for line in lines)


def is_contents(beat: Beat, sections: Beat) -> bool:
    """Whether *beat* lists what the headings of *sections* say again."""
    items = beat.tellings[-1].items
    if not items:
        return False
    headings = {_label(text_of(item)) for item in sections.tellings[0].items}
    return all(_label(text_of(item)) in headings for item in items)


def _label(line: str) -> str:
    """The heading or label at the beginning of *line*, without its mark and number."""
    return _MARK.sub("", line.partition("\n")[0]).rstrip(" .:").casefold()


def under_their_headings(told: list[tuple[Beat, Telling]], material: Material) -> list[tuple[Beat, Telling]]:
    """
    *told* without what belongs to a section that is not told: under another heading nobody would understand it.

    Lists have a lead-in of their own, and a warning is understood anywhere.
    """
    sections = next((one for _, one in told if one.is_sectioned), None)
    if sections is None:
        return told
    starts = {_place_of(item) for item in sections.items}
    blocks = material.article.blocks
    level = next((one.level for one in blocks if one.span.start in starts), None)
    others = [one.span.start for one in blocks if one.kind is BlockKind.HEADING and one.level == level]

    def belongs(beat: Beat) -> bool:
        above = max((start for start in others if start <= beat.place), default=None)
        return (
            beat.is_list
            or is_warning(beat.tellings[0].text)
            or above is None
            or above in starts
            or beat.place < min(starts)
        )

    return [(beat, one) for beat, one in told if belongs(beat)]


def placed(told: Sequence[tuple[Beat, Telling]], material: Material) -> Iterator[tuple[Beat, Copy]]:
    """What is *told*, part by part: what was taken out of a section stands in it, and not behind the last one."""
    sections = next(((beat, one) for beat, one in told if one.is_sectioned), None)
    if sections is None:
        yield from ((beat, telling.copy) for beat, telling in told)
        return
    before = [(beat, one) for beat, one in told if beat is not sections[0] and beat.place < sections[0].place]
    yield from ((beat, telling.copy) for beat, telling in before)
    if lead := title_over([sections[0]], material):
        yield sections[0], lead
    parts = [(_place_of(item), sections[0], item) for item in sections[1].items]
    parts += [(beat.place, beat, one.copy) for beat, one in told if (beat, one) not in [*before, sections]]
    yield from ((beat, copy) for _, beat, copy in sorted(parts, key=lambda part: part[0]))


def title_over(told: Sequence[Beat], material: Material) -> Copy:
    """The title over numbered sections under a hook that does not say it: "1." by itself counts nothing."""
    hook = material.hook
    numbered = [beat for beat in told if beat.is_sectioned and beat.tellings[0].items[0][0].origin == "layout"]
    if not numbered or hook.is_headline or numbered[0].place == hook.delivers:
        return ()
    return numbered[0].lead


def _place_of(section: Copy) -> int:
    return min(source.start for piece in section for source in piece.sources)
