"""
What did the author write to be read first: the title, the subtitle, the description?

The headline is the safest hook. What promises a number of things opens only a post that delivers them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Piece
from repurpose.formatters.hook import LONGEST, SHORTEST, Hook, hook_of
from repurpose.formatters.leaning import can_open, leans_on
from repurpose.formatters.titles import counted, plain_title, says_something, sentence_case
from repurpose.formatters.voices import is_personal, quoted_title
from repurpose.model import BlockKind, KeyPointKind, Span
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.standalone import asks, is_complete
from repurpose.summarizer.things import is_list_title, names_things
from repurpose.text.sentences import sentences
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.formatters.outline import Beat, Outline
    from repurpose.model import Article
    from repurpose.text.discourse import Discourse

__all__ = ["is_interview", "titled", "written"]

# How good a title is that counts the items of the list under it, or only names them.
_COUNTED = 2.0
_OVER_LIST = 1.2
_UNDELIVERED = 0.6
_HEADLINE, _TELLING_LABEL, _LABEL, _RIDDLE = 2.1, 1.6, 0.65, -0.2
_FULL_LABEL = 5
_ANY_PAGE = 4
_INTERVIEW = 2
# "Making your life easier as a maintainer": half a sentence.
_FRAGMENT = 0.55
# "How is it done in open source projects": a question that lost its mark.
_UNMARKED = re.compile(r"(?:How|What|Why|When|Where|Who) (?:is|are|do|does|did|can|should|will|would)\b[^?]*[^?.!]$")
_DESCRIBED, _LATER_WINDOW = 1.8, 0.9
# "User experience (UX) is the comprehensive experience ...", over tips; English only.
_DEFINES = 1.2
_DEFINITION = re.compile(
    r"(?!The |This |It |There |.*\b(?:most|best|only|first|worst)\b)"
    r"(?:[\w’-]+ ){1,4}(?:\([^()]*\) )?(?:is|are) (?:an?|the) "
)
_SUBTITLE = 1.3
_NEAR = 140


def written(outline: Outline, own: Discourse) -> Iterator[Hook]:
    """What the author wrote to be read first: the title and the description."""
    article = outline.article
    if plain_title(article) and not _is_undelivered(outline):
        yield titled(outline)
    score = _DESCRIBED
    if article.subtitle and article.subtitle != article.description and is_complete(article.subtitle, article.language):
        yield hook_of((Piece(article.subtitle, "subtitle"),), _SUBTITLE, article.language)
    has_tips = article.language == "en" and any(beat.is_advice for beat in outline.beats)
    for description in _openings_of(_without_heading((article.description or "").strip(), article), article):
        if (
            len(description) >= SHORTEST
            and can_open(description, own)
            and not is_personal(description, article.language)
            and not _UNMARKED.match(description)
            # "Tips on ..." are no tips.
            and not names_things(" ".join(description.split()[:2]))
            and not own.fleeting.search(description)
        ):
            is_whole = is_complete(description, article.language)
            own_score = score if is_whole else min(score, _FRAGMENT)
            # What a word means tells nobody that there are tips.
            own_score -= _DEFINES * (has_tips and _DEFINITION.match(description) is not None)
            # What stands in the text too is not told again under it.
            at = article.text.find(description)
            where = (Span(at, at + len(description)),) if at >= 0 else ()
            yield hook_of((Piece(description, "description", where),), own_score, article.language)
            score -= _LATER_WINDOW


def _without_heading(description: str, article: Article) -> str:
    """*description* without a heading of *article* that an excerpt of its text has run into."""
    for block in article.blocks:
        heading = f"{block.span.of(article.text)} "
        if block.kind is BlockKind.HEADING and description.startswith(heading):
            rest = description.removeprefix(heading)
            return rest if rest[:_NEAR] in article.text else description
    return description


def titled(outline: Outline, *, is_counted: bool = True) -> Hook:
    """The title as a hook, with the number of its list's items where it has one and *is_counted*."""
    article = outline.article
    title = plain_title(article)
    # Sections that only go together have a title that needs none of them.
    listed = next((beat for beat in outline.beats if beat.is_advice), None)
    text = sentence_case(title, article)
    if is_counted and listed is not None and (copy := counted(text, listed.count, article.language)):
        return replace(hook_of(copy, _COUNTED, article.language), delivers=listed.place)
    # The headline is the safest hook; a mere label opens better than a sentence from the middle, and worse than a fact.
    score = _HEADLINE if says_something(title, article.language) else _LABEL
    if score == _LABEL and len(frozenset(content_stems(title, article.language))) >= _FULL_LABEL:
        score = _TELLING_LABEL
    elif score == _LABEL and _is_riddle(title, article.text, article.language):
        score = _RIDDLE
    if is_personal(title, article.language) and len(title.split()) <= _ANY_PAGE:
        # "What we do", "About us": the title of a page on anything.
        score = _RIDDLE
    if is_interview(outline):
        # Whose answers they are stands over an interview.
        return hook_of((Piece(text, "title"),), _HEADLINE, article.language)
    promised = promised_by_title(title, article.language)
    delivered = _delivering(promised, outline.beats) if promised else None
    if promised:
        score = _COUNTED if delivered is not None else score - _UNDELIVERED
    elif listed is not None:
        # Over its own list even a label says what comes.
        score, delivered = max(score, _OVER_LIST), listed
    if not outline.is_author and is_personal(title, article.language):
        text = quoted_title(text, article.language)
    hook = hook_of((Piece(text, "title"),), score, article.language)
    return replace(hook, delivers=None if delivered is None else delivered.place)


def is_interview(outline: Outline) -> bool:
    """Whether somebody answers two questions and more."""
    return sum(beat.kind is KeyPointKind.QUOTE and bool(beat.lead) for beat in outline.beats) >= _INTERVIEW


# By strings, which keep their hash: that of an article is as long as its text.
@lru_cache(maxsize=32)
def _is_riddle(title: str, text: str, language: str) -> bool:
    """Whether *text* never takes up what its *title* says, but for single words: the name of a film, a pun."""
    stems = content_stems(title, language)
    said = frozenset(content_stems(text, language))
    return len(stems) > 1 and sum(stem in said for stem in stems) * 2 < len(stems)


def _is_undelivered(outline: Outline) -> bool:
    """Whether the title promises so many tips or ways, and the article has no such list to tell."""
    title, language = plain_title(outline.article), outline.article.language
    promised = promised_by_title(title, language)
    return promised is not None and is_list_title(title) and _delivering(promised, outline.beats) is None


def _delivering(count: int, beats: tuple[Beat, ...]) -> Beat | None:
    """The list with *count* items."""
    return next((beat for beat in beats if beat.is_list and beat.count == count), None)


def _openings_of(text: str, article: Article) -> Iterator[str]:
    """*text* if an opening takes the whole of it, else as many of its sentences from each one on as it takes."""
    language = article.language
    parts = [
        part
        for part in sentences(text, language)
        if part.start == 0 or not leans_on(part.of(text), text[: part.start], article)
    ]
    if len(text) <= LONGEST:
        if len(text) > _NEAR and len(parts) > 1:
            # A near fold would cut it.
            yield from (one for part in parts if not asks(one := part.of(text)) and is_complete(one, language))
        yield text
        return
    for first in parts:
        ends = [part.end for part in sentences(text, language) if first.start < part.end <= first.start + LONGEST]
        longest = next((text[first.start : end] for end in reversed(ends) if not asks(text[first.start : end])), "")
        if longest and is_complete(longest, language):
            yield longest
