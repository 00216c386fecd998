"""
How else can a headline open, where another platform of the campaign has it as its author wrote it?

With a phrase around it, which promises what the post delivers and claims nothing: "..., in five points".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece
from repurpose.formatters.gravity import is_grave
from repurpose.formatters.headlines import is_interview, titled
from repurpose.formatters.hook import Hook, hook_of
from repurpose.formatters.titles import plain_title
from repurpose.formatters.voices import is_personal
from repurpose.model import KeyPointKind
from repurpose.summarizer.condense import capitalised
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.formatters.hooks import Offered
    from repurpose.formatters.outline import Beat, Outline
    from repurpose.formatters.phrases import Phrases

__all__ = ["with_variants"]

# How good they are, below the headline itself: what promises the points of a list, what names the subject alone.
_POINTS, _BRIEF, _UNCOUNTED = 1.7, 1.35, 1.2
# A title that scores less, or has fewer words, names no subject; before its colon it takes one more.
_RIDDLE, _FEWEST_STEMS = 0.0, 2
# With fewer items there is nothing to promise.
_FEWEST = 3
# A second colon, and a comma after the end of a sentence, are for nobody.
_JOINT = re.compile(r"\s*[:：|]\s*|\s[–—-]\s")
_ENDED = re.compile(r"[.!?…](?!\w)|[。！？؟।«»„“”\"]")
# With less to tell there is nothing to make short.
_FEWEST_BEATS = 3


def with_variants(lines: Offered, outline: Outline, phrases: Phrases) -> Offered:
    """*lines* with the headline in those of *phrases* that its article can keep."""
    # The phrases by their words, so that one campaign asks once.
    return _with(lines, outline, tuple(_phrased(outline, phrases)))


@lru_cache(maxsize=32)
def _with(lines: Offered, outline: Outline, phrased: tuple[tuple[Copy, float, int | None], ...]) -> Offered:
    language = outline.article.language
    found = tuple(
        replace(hook_of(copy, score, language), delivers=place, is_over_many=place is None)
        for copy, score, place in phrased
    )
    if not found:
        return lines
    return replace(lines, hooks=tuple(sorted((*lines.hooks, *found), key=lambda hook: -hook.score)))


def _phrased(outline: Outline, phrases: Phrases) -> Iterator[tuple[Copy, float, int | None]]:
    """Each variant, its score, and the place of what it delivers."""
    language = outline.article.language
    own = titled(outline, is_counted=False)
    if titled(outline).is_counted:
        yield _uncounted(titled(outline)), _UNCOUNTED, titled(outline).delivers
    # What stands before a colon names the subject.
    title, *others = _JOINT.split(plain_title(outline.article))
    is_others = not outline.is_author and is_personal(title, language)
    if (
        not title
        or is_others
        or own.score < _RIDDLE
        or _ENDED.search(title)
        or promised_by_title(title, language) is not None
    ):
        return
    copy: Copy = (Piece(title, "title"),) if others else own.copy
    listed = _listed(outline)
    if listed is not None:
        word = phrases.number(listed.count)
        name = "hook_steps" if listed.kind is KeyPointKind.STEP else "hook_points"
        if said := phrases.around(name, title=copy, count=(Piece(word, "count"),) if word else ()):
            yield said, _POINTS, listed.place
    if (
        len(outline.beats) >= _FEWEST_BEATS
        and len(content_stems(title, language)) >= _FEWEST_STEMS + bool(others)
        and not is_interview(outline)
        and not is_grave(outline.summary)
        and (said := phrases.around("hook_brief", title=copy))
    ):
        yield said, _BRIEF, None


def _uncounted(hook: Hook) -> Copy:
    """The title of *hook* without its number: "Top tips for ..." of "Five top tips for ..."."""
    return tuple(replace(piece, text=capitalised(piece.text)) for piece in hook.copy if piece.origin != "count")


def _listed(outline: Outline) -> Beat | None:
    """The list that the title is about, or the first one of steps, where it comes first."""
    lists = [beat for beat in outline.beats if beat.is_list]
    first = next((beat for beat in lists if beat.is_advice), lists[0] if lists else None)
    if first is None or first.count < _FEWEST:
        return None
    # Sections of many kinds are no points of one list.
    is_list = first.is_advice and not first.is_mixed
    return first if is_list or first.kind is KeyPointKind.STEP else None
