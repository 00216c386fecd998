"""
What can open a post: the newest concrete fact, the author's own description, or the title?

A fact opens when the article tells it early, it shares words with the title and it has a number or a verb of news; the
headline is the safest hook otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece
from repurpose.formatters.titles import plain_title, says_something, sentence_case
from repurpose.model import BlockKind, KeyPointKind
from repurpose.summarizer.names import with_full_name
from repurpose.summarizer.standalone import asks, has_link, is_complete
from repurpose.text.discourse import discourse
from repurpose.text.sentences import sentences
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from repurpose.model import Article, KeyPoint, Span, Summary
    from repurpose.text.discourse import Discourse

__all__ = ["WEAK", "WEAKER", "Hook", "hooks"]

SHORTEST, LONGEST = 25, 200
_BEST = 100
# Below this a line says too little to open with.
WEAK = 0.6
# And one with less than this part of the best one's score is no match for it.
WEAKER = 0.55
_WEAK_START = re.compile(
    r"(?:The \w+ (?:who|that)|I|My|We|Our|If|There|Most|While|In|For|When|As|With|Although|Though|You|Your)\b"
)
_DIGIT = re.compile(r"\d")
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Hook:
    """An opening and how good it is."""

    copy: Copy
    text: str
    score: float
    stems: frozenset[str]


def hooks(summary: Summary, names: Mapping[str, tuple[str, Span]]) -> tuple[Hook, ...]:
    """
    The openings that the article offers, best first, no two alike; at least one when there is any text.

    *names* are the `Names.full` of the article.
    """
    article = summary.article
    candidates = sorted(_candidates(summary, names), key=lambda hook: (-hook.score, hook.text))
    chosen: list[Hook] = []
    for hook in candidates:
        if not any(_alike(hook, other) for other in chosen):
            chosen.append(hook)
    if not chosen and (title := plain_title(article)):
        chosen.append(_hook((Piece(title, "title"),), 0.0, article.language))
    return tuple(chosen)


def _candidates(summary: Summary, names: Mapping[str, tuple[str, Span]]) -> Iterator[Hook]:
    own = discourse(summary.article.language)
    title = frozenset(content_stems(summary.article.title or "", summary.article.language))
    yield from _written(summary.article, own)
    for hook in (*_facts(summary, title, own, names), *_statements(summary, title, own)):
        if SHORTEST <= len(hook.text) <= LONGEST and _can_open(hook.text, own):
            yield hook


def _written(article: Article, own: Discourse) -> Iterator[Hook]:
    """What the author wrote to be read first: the title and the description."""
    if title := plain_title(article):
        # A title that is a mere label opens better than a sentence from the middle, and worse than any fact.
        score = 1.6 if says_something(title, article.language) else 0.65
        yield _hook((Piece(sentence_case(title, article), "title"),), score, article.language)
    for description in _openings_of((article.description or "").strip(), article.language):
        if len(description) >= SHORTEST and _can_open(description, own) and not _is_personal(description, own):
            yield _hook((Piece(description, "description"),), 1.8, article.language)
            return


def _openings_of(text: str, language: str) -> Iterator[str]:
    """*text* if an opening takes the whole of it, else as many of its sentences from each one on as it takes."""
    if len(text) <= LONGEST:
        yield text
        return
    parts = sentences(text, language)
    for first in parts:
        ends = [part.end for part in parts if first.start < part.end <= first.start + LONGEST]
        longest = next((text[first.start : end] for end in reversed(ends) if not asks(text[first.start : end])), "")
        if longest and is_complete(longest, language):
            yield longest


def _facts(
    summary: Summary, title: frozenset[str], own: Discourse, names: Mapping[str, tuple[str, Span]]
) -> Iterator[Hook]:
    """The key points that are one sentence, with people named in full."""
    article = summary.article
    for index, point in enumerate(summary.key_points):
        if point.kind in (KeyPointKind.LIST, KeyPointKind.STEP, KeyPointKind.QUOTE, KeyPointKind.QUESTION):
            continue
        place = point.spans[0].start / max(1, len(article.text))
        for copy, text in _openings(point, names):
            stems = frozenset(content_stems(text, article.language))
            yield Hook(copy, text, _fact_score(text, stems, title, place, own) - index / 100, stems)


def _statements(summary: Summary, title: frozenset[str], own: Discourse) -> Iterator[Hook]:
    """The article's own quotable sentences, but for those that lean on the label of an item."""
    article = summary.article
    items = [block.span for block in article.blocks if block.kind is BlockKind.ITEM]
    for quote in summary.quotes:
        if quote.speaker is None and not any(span.contains(quote.span) for span in items):
            stems = frozenset(content_stems(quote.text, article.language))
            place = quote.span.start / max(1, len(article.text))
            score = _fact_score(quote.text, stems, title, place, own)
            yield Hook((Piece(quote.text, "article", (quote.span,)),), quote.text, score, stems)


def _openings(point: KeyPoint, names: Mapping[str, tuple[str, Span]]) -> Iterator[tuple[Copy, str]]:
    """The shorter renditions of *point*, since an opening is one sentence, with people named in full."""
    for rendition in point.renditions:
        if len(rendition.spans) == 1:
            text, where = with_full_name(rendition.text, names)
            yield (Piece(text, "article", (*rendition.spans, *where)),), text


def _fact_score(text: str, stems: frozenset[str], title: frozenset[str], place: float, own: Discourse) -> float:
    shared = len(stems & title) / max(1, min(6, len(title)))
    score = 1.2 * min(1.0, shared) + (0.6 if place < 0.34 else -0.6)  # noqa: PLR2004 - the first third
    score += 0.4 * bool(own.news.search(text)) + 0.4 * bool(_DIGIT.search(text))
    score -= abs(len(text) - _BEST) / 200
    score -= (
        0.8 * bool(_WEAK_START.match(text)) + 0.8 * bool(own.risks.search(text)) + 0.6 * bool(_is_personal(text, own))
    )
    # Where an article tells a thing as done here and as planned there, the open form is the safe one.
    score += 0.2 * bool(own.hedges.search(text))
    return score - 0.8 * bool(own.contrasts.match(text))


def _is_personal(text: str, own: Discourse) -> bool:
    return bool(own.first_person.search(text) or own.first_person_plural.search(text))


def _can_open(text: str, own: Discourse) -> bool:
    leans = own.openers.match(text) or own.contrasts.match(text)
    return not (leans or own.warm_ups.search(text) or own.deictics.search(text) or has_link(text))


def _hook(copy: Copy, score: float, language: str) -> Hook:
    text = "".join(piece.text for piece in copy)
    return Hook(copy, text, score, frozenset(content_stems(text, language)))


def _alike(one: Hook, other: Hook) -> bool:
    """Whether the two would read as the same opening."""
    if one.text[:40] == other.text[:40]:
        return True
    return len(one.stems & other.stems) > _ALIKE * max(3, min(len(one.stems), len(other.stems)))
