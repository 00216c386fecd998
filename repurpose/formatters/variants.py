"""
How else can a headline open, where another platform of the campaign has it as its author wrote it?

With a phrase around it, which promises what the post delivers and claims nothing: "..., in five points".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, text_of
from repurpose.formatters.gravity import is_grave
from repurpose.formatters.headlines import is_interview, titled
from repurpose.formatters.hook import Hook, hook_of
from repurpose.formatters.titles import plain_title, says_something, sentence_case
from repurpose.formatters.voices import is_personal
from repurpose.model import KeyPointKind
from repurpose.summarizer.condense import capitalised
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.standalone import has_verb
from repurpose.summarizer.things import names_things
from repurpose.text.discourse import discourse
from repurpose.text.lexicons import stopwords
from repurpose.text.marks import TITLE_JOINT
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.formatters.hooks import Offered
    from repurpose.formatters.outline import Beat, Outline
    from repurpose.formatters.phrases import Phrases

__all__ = ["with_variants"]

# How good they are, below the headline itself: what promises the points of a list, what names the subject alone.
_POINTS, _BRIEF, _UNCOUNTED = 1.7, 1.35, 1.2
# Behind a title with a colon one more part is one too many.
_IN_PARTS = 0.25
# A title that scores less, or has fewer words, names no subject; before its colon it takes one more.
_RIDDLE, _FEWEST_STEMS = 0.0, 2
# With fewer items there is nothing to promise.
_FEWEST = 3
# Nothing is said behind the end of a sentence, or around a quotation.
_ENDED = re.compile(r"[.!?…](?!\w)|[。！？؟।«»„“”\"]")
# "A step-by-step guide, in six steps": it says so already.
_STEPS = re.compile(r"\bsteps?\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s\b")
# With less to tell there is nothing to make short.
_FEWEST_BEATS = 3


@dataclass(frozen=True, slots=True)
class _Variant:
    """What an article's headline allows: a phrase around it, or none."""

    phrase: str | None
    copy: Copy
    score: float
    delivers: int | None = None
    count: int = 0


def with_variants(lines: Offered, outline: Outline, phrases: Phrases) -> Offered:
    """*lines* with the headline in those of *phrases* that its article can keep."""
    said = tuple((one, copy) for one in _variants(outline) if (copy := _said(one, phrases)))
    # By their words, so that one campaign asks once.
    return _with(lines, outline, said) if said else lines


@lru_cache(maxsize=32)
def _with(lines: Offered, outline: Outline, said: tuple[tuple[_Variant, Copy], ...]) -> Offered:
    language = outline.article.language
    found = (
        replace(
            hook_of(copy, one.score, language),
            delivers=one.delivers,
            is_over_many=one.phrase is not None,
        )
        for one, copy in said
    )
    return replace(lines, hooks=tuple(sorted((*lines.hooks, *found), key=lambda hook: -hook.score)))


def _said(variant: _Variant, phrases: Phrases) -> Copy:
    if variant.phrase is None:
        return variant.copy
    if not variant.count:
        return phrases.around(variant.phrase, title=variant.copy)
    word = phrases.number(variant.count)
    return phrases.around(variant.phrase, title=variant.copy, count=(Piece(word, "count"),) if word else ())


@lru_cache(maxsize=32)
def _variants(outline: Outline) -> tuple[_Variant, ...]:
    """The same for all platforms."""
    headline = titled(outline)
    counted = _uncounted(headline, outline) if headline.is_counted else ()
    own = titled(outline, is_counted=False)
    if own.score < _RIDDLE:
        return counted
    return (*counted, *_counting(outline), *_brief(outline))


def _counting(outline: Outline) -> Iterator[_Variant]:
    """The title, or what stands before its colon, with the number of points that it is about."""
    listed = _listed(outline)
    if listed is None:
        return
    # What stands before a colon names the subject, where it claims nothing: what comes after may deny it.
    title, *others = TITLE_JOINT.split(plain_title(outline.article))
    language = outline.article.language
    is_full = len(content_stems(title, language)) >= _FEWEST_STEMS + bool(others)
    if _can_be_framed(title, outline) and not (others and (not is_full or _claims(title, language))):
        copy = (
            (Piece(sentence_case(title, outline.article), "title"),)
            if others
            else titled(outline, is_counted=False).copy
        )
        name = "hook_steps" if listed.kind is KeyPointKind.STEP else "hook_points"
        if name == "hook_steps" and _STEPS.search(title):
            return
        yield _Variant(name, copy, _POINTS, listed.place, listed.count)


def _brief(outline: Outline) -> Iterator[_Variant]:
    """The whole title, in short."""
    title = plain_title(outline.article)
    is_full = len(content_stems(title, outline.article.language)) >= _FEWEST_STEMS
    can_be_short = len(outline.beats) >= _FEWEST_BEATS and not is_interview(outline) and not is_grave(outline.summary)
    if is_full and can_be_short and _can_be_framed(title, outline):
        # The list that stands under the title stands under this as well; sections only where a platform tells them.
        listed = next((beat.place for beat in outline.beats if beat.is_advice), None)
        score = _BRIEF - _IN_PARTS * (len(TITLE_JOINT.split(title)) > 1)
        yield _Variant("hook_brief", titled(outline, is_counted=False).copy, score, listed)


def _claims(part: str, language: str) -> bool:
    """Whether *part* of a title looks like a statement; outside English, whether it is long enough for one."""
    # "Wang's" is no verb.
    return has_verb(_OWNED.sub("", part), discourse(language)) if language == "en" else says_something(part, language)


def _can_be_framed(title: str, outline: Outline) -> bool:
    """Whether words of ours can stand behind *title*: it is nobody's "we", no closed sentence, no count of things."""
    language = outline.article.language
    if not title or (not outline.is_author and is_personal(title, language)):
        return False
    is_counted = promised_by_title(title, language) is not None or names_things(title)
    return _ENDED.search(title) is None and not is_counted


def _uncounted(hook: Hook, outline: Outline) -> tuple[_Variant, ...]:
    """The title of *hook* without its number: "Top tips for ..." of "Five top tips for ..."."""
    language = outline.article.language
    copy = tuple(replace(piece, text=capitalised(piece.text)) for piece in hook.copy if piece.origin != "count")
    text = text_of(copy)
    is_others = not outline.is_author and is_personal(text, language)
    # "Of our tips" is none.
    if is_others or text.split()[0].lower() in stopwords(language):
        return ()
    return (_Variant(None, copy, _UNCOUNTED, hook.delivers),)


def _listed(outline: Outline) -> Beat | None:
    """The list that the title is about, or the first one of steps, where it comes first."""
    lists = [beat for beat in outline.beats if beat.is_list]
    first = next((beat for beat in lists if beat.is_advice), lists[0] if lists else None)
    if first is None or first.count < _FEWEST:
        return None
    # Sections of many kinds are no points of one list.
    is_list = first.is_advice and not first.is_mixed
    return first if is_list or first.kind is KeyPointKind.STEP else None
