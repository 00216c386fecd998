"""
What can open a post: the newest concrete fact, the author's own description, or the title?

A fact opens when the article tells it early, it shares words with the title and it has a number or a verb of news; the
headline is the safest hook otherwise. What promises a number of things opens only a post that delivers them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.formatters.asking import is_always_asked
from repurpose.formatters.copy import Piece, joined, text_of
from repurpose.formatters.headlines import is_interview, titled, written
from repurpose.formatters.hook import LONGEST, SHORTEST, Hook, hook_of
from repurpose.formatters.leaning import can_open
from repurpose.formatters.statements import facts, lede, quotations, statements, teased
from repurpose.formatters.titles import plain_title, sentence_case
from repurpose.formatters.voices import is_about_author, is_personal
from repurpose.model import KeyPointKind
from repurpose.summarizer.condense import capitalised
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.standalone import asks
from repurpose.text.discourse import discourse
from repurpose.text.marks import TITLE_JOINT, with_colon
from repurpose.text.words import UNSPACED, content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from repurpose.formatters.outline import Outline
    from repurpose.model import Span

__all__ = ["WEAK", "WEAKER", "Offered", "hooks", "kickers", "offered"]

# Below this a line says too little to open with.
WEAK = 0.5
# And one with less than this part of the best one's score is no match for it.
WEAKER = 0.6
_ALIKE, _ALIKE_HEADLINE = 0.6, 0.75
_CAPTION = 0.4
# A title that only names its subject stands before a line that does not.
_FEW_STEMS, _SHORT_TITLE = 2, 24
_TOLD = ("article", "description")
# Names of the subject, for where a sentence does not fit.
_PART_OF_TITLE, _KEYWORDS = 0.6, -0.3
_PARENTHESIS = re.compile(r"\s*[(（][^()（）]*[)）]\s*")
# Over a list that follows, and a question that is answered at once.
_LEAD, _ASKED, _ASKED_OF_SOMEBODY = 0.4, 1.1, 0.9
_BARE_LEAD, _LEAD_WORDS = 0.9, 3
_ON_SUBJECT, _OFF_SUBJECT = 0.25, 1.0
# What questions are about is said by the title and so many key phrases.
_SUBJECTS = 6
_LONG_LEAD, _LONGEST_LEAD = 0.4, 60
SHORTEST_LEAD = 10
_OTHERS = re.compile(r"\b(?:they|them|he|him|she|her)\b")


# Compared by identity, as its parts.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offered:
    """The lines of one article that can stand at the top."""

    hooks: tuple[Hook, ...]
    """Openings, best first."""
    kickers: tuple[Hook, ...]
    """For platforms that show very little."""
    titles: tuple[Hook, ...]
    """For a title field: the article's title, parts of it, openings, a keyphrase."""


def offered(outline: Outline, names: Mapping[str, tuple[str, Span]]) -> Offered:
    """What *outline* offers; *names* are the `Names.full` of the article."""
    found = hooks(outline, names)
    short = kickers(outline)
    own = () if not plain_title(outline.article) else (titled(outline), titled(outline, is_counted=False))
    parts = tuple(hook for hook in short if hook.copy[0].origin == "title")
    language = outline.article.language
    subject = tuple(
        hook_of((Piece(phrase.text, "article", phrase.spans[:1]),), _KEYWORDS, language)
        for phrase in outline.summary.keyphrases[:1]
        if outline.is_author or not is_personal(phrase.text, language)
    )
    return Offered(hooks=found, kickers=short, titles=(*own, *parts, *found, *subject))


def hooks(outline: Outline, names: Mapping[str, tuple[str, Span]]) -> tuple[Hook, ...]:
    """
    The openings that the article offers, best first, no two alike; at least one when there is any text.

    *names* are the `Names.full` of the article.
    """
    article = outline.article
    found = [
        hook
        for hook in _candidates(outline, names)
        if outline.is_author or not is_personal(hook.text, article.language)
    ]
    caption = frozenset(content_stems(article.author_caption or "", article.language))
    candidates = sorted(found, key=lambda hook: (-hook.score - _steered(hook, caption), hook.text))
    chosen: list[Hook] = []
    for hook in candidates:
        if not any(_alike(hook, other) for other in chosen):
            chosen.append(hook)
    chosen = [_under_label(hook, outline) for hook in chosen]
    if all(hook.delivers is not None for hook in chosen) and plain_title(article):
        chosen.append(replace(titled(outline, is_counted=False), score=0.0, delivers=None))
    return tuple(chosen)


def _under_label(hook: Hook, outline: Outline) -> Hook:
    """
    *hook* behind a title of a word or two that it does not have: "Brigadeiro: A very traditional dessert ...".

    No title that promises so many tips, and none in which its author says "I".
    """
    article = outline.article
    title = plain_title(article)
    named = frozenset(content_stems(title, article.language))
    is_label = title and len(named) <= _FEW_STEMS and len(title) <= _SHORT_TITLE and not asks(title)
    is_said = not outline.is_author and is_personal(title, article.language)
    if not is_label or is_said or promised_by_title(title, article.language) is not None:
        return hook
    if hook.delivers is not None or hook.copy[0].origin not in _TOLD or named & hook.stems:
        return hook
    before = with_colon(title, article.language)
    copy = (Piece(before if before.endswith("：") else f"{before} ", "title"), *hook.copy)
    return replace(hook, copy=copy, text=text_of(copy), stems=hook.stems | named)


@lru_cache(maxsize=32)
def kickers(outline: Outline) -> tuple[Hook, ...]:
    """
    Short first lines for platforms that show very little: parts of the title, the heaviest key phrases.

    Best first. They name the subject and claim nothing.
    """
    article, language = outline.article, outline.article.language
    title = plain_title(article)
    parts = [part for part in (_PARENTHESIS.sub(" ", title).strip(), *TITLE_JOINT.split(title)) if part != title]
    found = [
        hook_of((Piece(capitalised(sentence_case(part.strip(), article)), "title"),), _PART_OF_TITLE, language)
        for part in parts
        if len(part.strip()) >= SHORTEST_LEAD and " " in part.strip() and not is_personal(part, language)
    ]
    phrases = [phrase for phrase in outline.summary.keyphrases if phrase.spans][:2]
    stems = [frozenset(content_stems(phrase.text, language)) for phrase in phrases]
    if len(phrases) == 2 and stems[0] & stems[1]:  # noqa: PLR2004 - "Espresso machines · Machines" is one
        del phrases[1]
    if phrases:
        pieces = [
            Piece(capitalised(phrase.spans[0].of(article.text)), "article", phrase.spans[:1]) for phrase in phrases
        ]
        found.append(hook_of(joined([(piece,) for piece in pieces], " · "), _KEYWORDS, language))
    return tuple(found)


def _steered(hook: Hook, caption: frozenset[str]) -> float:
    """What a hook gains that says what the author's own caption says."""
    return _CAPTION * len(hook.stems & caption) / max(3, len(hook.stems)) if caption else 0.0


def _candidates(outline: Outline, names: Mapping[str, tuple[str, Span]]) -> Iterator[Hook]:
    summary = outline.summary
    language = summary.article.language
    own = discourse(language)
    title = frozenset(content_stems(summary.article.title or "", language))
    yield from written(outline, own)
    yield from _leads(outline, title)
    told = [
        hook
        for hook in (
            *lede(summary.article, title, own),
            *facts(summary, title, own, names),
            *statements(summary, title, own),
        )
        if SHORTEST <= len(hook.text) <= LONGEST
        and can_open(hook.text, own)
        and not is_about_author(hook.text, summary.article)
    ]
    yield from told
    yield from teased(told, summary.article)
    if not outline.is_author:
        yield from quotations(summary, title, own)


def _leads(outline: Outline, title: frozenset[str]) -> Iterator[Hook]:
    """What stands over a list, and the questions that are answered: each with what follows it."""
    language = outline.article.language
    is_asked = is_interview(outline)
    lists = [beat for beat in outline.beats if beat.is_list]
    phrases = " ".join(phrase.text for phrase in outline.summary.keyphrases[:_SUBJECTS])
    asked_about = title | frozenset(content_stems(phrases, language))
    for beat in outline.beats:
        text = text_of(beat.lead)
        if beat.kind is KeyPointKind.STEP and beat is not lists[0]:
            # What one needs for them comes first.
            continue
        # A lead-in that was made of two sentences may name what only the first of them tells.
        is_own = bool(beat.lead) and beat.lead[0].origin == "article" and len(beat.lead[0].sources) == 1
        if (
            not is_own
            or is_always_asked(text)
            # "Did you think they would make it?": who?
            or (language == "en" and asks(text) and _OTHERS.search(text) is not None)
            or not SHORTEST_LEAD <= len(text) <= LONGEST
            or not can_open(text, discourse(language))
        ):
            continue
        score = _LEAD if beat.is_list else _ASKED
        if is_asked and beat.kind is KeyPointKind.QUOTE:
            # Who is asked comes before what, unless that has been said on another platform.
            score = _ASKED_OF_SOMEBODY
        # "Ingredients:" says nothing of what it is for.
        # What names the article's subject can stand before everything else.
        subject = title if beat.is_list else asked_about
        is_on_subject = not subject.isdisjoint(content_stems(text, language))
        score += _ON_SUBJECT if is_on_subject else -_ON_SUBJECT
        # "What will be different in December:" of what?
        score -= _OFF_SUBJECT * (beat.is_list and bool(title) and not is_on_subject)
        score -= _LONG_LEAD * (beat.is_list and len(text) > _LONGEST_LEAD)
        score -= _BARE_LEAD * (len(beat.label.split()) < _LEAD_WORDS and language not in UNSPACED)
        yield replace(hook_of(beat.lead, score, language), delivers=beat.place)


def _alike(one: Hook, other: Hook) -> bool:
    """Whether the two would read as the same opening."""
    if (one.copy[0].origin == "caption") != (other.copy[0].origin == "caption"):
        return False
    if one.text[:40] == other.text[:40]:
        return True
    shared = len(one.stems & other.stems)
    headlines = [hook for hook in (one, other) if hook.is_headline]
    if len(headlines) == 1:
        # A headline and the sentence that tells the news are two openings, as long as the sentence tells more.
        said = other if one is headlines[0] else one
        return shared > _ALIKE_HEADLINE * len(said.stems)
    return shared > _ALIKE * max(3, min(len(one.stems), len(other.stems)))
