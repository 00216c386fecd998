"""
Which sentences of the article can open a post?

A fact opens when the article tells it early, it shares words with the title and it has a number or a verb of news.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.formatters.captions import opening_clause
from repurpose.formatters.copy import Copy, Piece, text_of
from repurpose.formatters.hook import LONGEST, SHORTEST, Hook
from repurpose.formatters.leaning import can_open, is_under_heading, leans, opens_paragraph
from repurpose.formatters.outline import told_figures
from repurpose.formatters.voices import is_personal, quoted
from repurpose.model import BlockKind, KeyPointKind, Rendition
from repurpose.summarizer.condense import condensed
from repurpose.summarizer.names import with_full_name
from repurpose.summarizer.openings import MARKER_DROPPED
from repurpose.summarizer.roles import roles_of, with_role
from repurpose.summarizer.standalone import stands_alone
from repurpose.text.sentences import sentences
from repurpose.text.words import UNSPACED, content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from repurpose.model import Article, Figure, KeyPoint, Quote, Span, Summary
    from repurpose.text.discourse import Discourse

__all__ = ["facts", "lede", "quotations", "statements", "teased"]

# The length that reads best, and how many characters off it cost one.
_BEST, _PER_LENGTH = 100, 200
_WEAK_START = re.compile(
    r"(?:The \w+ (?:who|that)|On \w+ \d+|I|My|We|Our|If|There|Most|While|In|For|When|As|With|Depending|Based|"
    r"According|Sometimes|Usually|Often|Next|Finally|Also|Although|Though|You|Your|Warning|Caution|Danger)\b"
)
# What says all that the title says is what the article is about; of a longer title so many words are enough.
_TITLE, _TITLE_WORDS = 1.2, 6
# What names nothing of it is about something that the reader has not met.
_OFF_SUBJECT, _NAME_STEMS = 0.7, 2
# Articles tell their news first: in this part of the text a fact gains as much as it loses after it.
_EARLY, _EARLY_PART = 0.6, 0.34
# A verb of news, or a number, makes a fact worth stopping at.
_NEWS, _NUMBER = 0.4, 0.4
# And without either: rather the headline on one more platform.
_UNEVENTFUL = 0.25
# "It has been running since 2016" is what came before the news.
_BACKGROUND, _RUNNING = 0.5, re.compile(r"\bha(?:s|ve) been \w+ing\b")
# Who somebody is, of whom the title says nothing.
_WHO = 1.0
_IS_SOMEBODY = re.compile(r"([A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2} (?:is|was) an? [^,.]*\b(?:at|for|of|with|in) ")
# "There are ..." and "If you ..." come to the point late.
_SLOW = 0.8
# A risk or a limit is told after what it limits.
_RISK = 0.8
# Where an article tells a thing as done here and as planned there, the open form is the safe one.
_HEDGED = 0.2
# "But ..." answers what nobody has said yet.
_CONTRAST = 0.8
# Praise is no fact.
_HYPE = 1.5
# The author's own words for a post, before a fact: so much less than the fact alone.
_TEASED = 0.1
# How an article opens is how a post may, after its headline.
_LEDE, _BELOW_HEADLINE = 0.7, 1.9
# "The bus also stops at ...", and what stands in the middle of a paragraph, or of the article.
_ANSWERS, _INSIDE, _UNDER_HEADING = 0.6, 0.5, 0.85
# It opens only where nothing else is there.
_LEANS = 4.0
# It is said who somebody is, above most folds.
_INTRODUCED, _NEAR = 0.1, 125
# The account's own voice comes before somebody's words.
_QUOTED, _AUTHOR_QUOTED = 0.9, 1.2


def quotations(summary: Summary, title: frozenset[str], own: Discourse) -> Iterator[Hook]:
    """What the author says as "I" or "we", and what others say, in their own words."""
    article = summary.article
    for point in summary.key_points:
        if point.kind in (KeyPointKind.LIST, KeyPointKind.STEP, KeyPointKind.QUESTION):
            continue
        place = point.spans[0].start / max(1, len(article.text))
        for rendition in point.renditions:
            if len(rendition.spans) != 1 or not SHORTEST <= len(rendition.text) <= LONGEST:
                continue
            is_spoken = "speaker named" in rendition.edits
            lost = _QUOTED
            if is_spoken:
                copy: Copy = (Piece(rendition.text, "article", rendition.spans),)
            elif is_personal(rendition.text, article.language) and can_open(rendition.text, own):
                copy, lost = quoted(rendition, article), _AUTHOR_QUOTED
            else:
                continue
            # Who says "we" has to be told.
            if copy and copy[0].origin != "quotation":
                stems = frozenset(content_stems(rendition.text, article.language))
                score = _fact_score(rendition.text, stems, title, place, own) - lost
                yield Hook(copy, text_of(copy), score, stems)
                break


def facts(
    summary: Summary, title: frozenset[str], own: Discourse, names: Mapping[str, tuple[str, Span]]
) -> Iterator[Hook]:
    """The key points that are one sentence, with people named in full."""
    article = summary.article
    roles = roles_of(article, names)
    for index, point in enumerate(summary.key_points):
        if point.kind in (KeyPointKind.LIST, KeyPointKind.STEP, KeyPointKind.QUOTE, KeyPointKind.QUESTION):
            continue
        place = point.spans[0].start / max(1, len(article.text))
        for copy, text, lost in _openings(point, article, names):
            # Who somebody is takes no other sentence's place.
            stems = frozenset(content_stems(text, article.language))
            score = _fact_score(text, stems, title, place, own) - index / 100 - lost
            score -= _UNEVENTFUL * _is_uneventful(text, own)
            with_introduction, where = with_role(text, roles)
            if where:
                introduced = (Piece(with_introduction, "article", (*copy[0].sources, *where)),)
                gain = _INTRODUCED * (len(with_introduction) <= _NEAR)
                yield Hook(introduced, with_introduction, score + gain, stems)
            yield Hook(copy, text, score, stems)


def lede(article: Article, title: frozenset[str], own: Discourse) -> Iterator[Hook]:
    """The sentence with which the article itself opens, where it is a statement."""
    first = next((block for block in article.blocks if block.kind is BlockKind.PARAGRAPH), None)
    if first is None or first.speaker is not None:
        return
    parts = sentences(first.span.of(article.text), article.language)
    if not parts:
        return
    span = parts[0].shifted(first.span.start)
    text = span.of(article.text)
    forms = [text, *(shorter for shorter, _ in condensed(text, article.language))]
    # What the account can say itself, and its main clause alone, where most folds would cut more.
    forms = [form for form in forms if not is_personal(form, article.language)] or forms[:1]
    text = next((form for form in forms if len(form) <= _NEAR), forms[0])
    said = Rendition(text=text, spans=(span,))
    if stands_alone(text, article.language) and not is_personal(text, article.language) and not leans(said, article):
        stems = frozenset(content_stems(text, article.language))
        score = min(_fact_score(text, stems, title, 0.0, own) + _LEDE, _BELOW_HEADLINE)
        # Under a title that is a mere name it says itself what that is.
        score += _OFF_SUBJECT * (0 < len(title) <= _NAME_STEMS and stems.isdisjoint(title))
        score -= max(0, len(text) - _NEAR) / _PER_LENGTH
        # One that names nothing of the title leads up to the news; so does one that tells none.
        is_lede = (not title or not stems.isdisjoint(title)) and not _is_uneventful(text, own)
        yield Hook((Piece(text, "article", (span,)),), text, score, stems, is_lede=is_lede)


def statements(summary: Summary, title: frozenset[str], own: Discourse) -> Iterator[Hook]:
    """The article's own quotable sentences and its figures, but for those that lean on the label of an item."""
    article = summary.article
    items = [block.span for block in article.blocks if block.kind is BlockKind.ITEM]
    quotable = [quote for quote in summary.quotes if quote.speaker is None]
    found: list[Quote | Figure] = [*quotable, *summary.figures]
    for one in found:
        if not any(span.contains(one.span) for span in items):
            stems = frozenset(content_stems(one.text, article.language))
            place = one.span.start / max(1, len(article.text))
            score = _fact_score(one.text, stems, title, place, own)
            score -= _torn(Rendition(text=one.text, spans=(one.span,)), article)
            score -= _UNEVENTFUL * _is_uneventful(one.text, own)
            yield Hook((Piece(one.text, "article", (one.span,)),), one.text, score, stems)


def _openings(
    point: KeyPoint, article: Article, names: Mapping[str, tuple[str, Span]]
) -> Iterator[tuple[Copy, str, float]]:
    """
    The shorter renditions of *point*, since an opening is one sentence, with people named in full.

    And what each loses that answers something before it, or that a post's reader would hardly understand.
    """
    for rendition in point.renditions:
        if len(rendition.spans) == 1:
            text, where = with_full_name(rendition.text, names)
            yield (Piece(text, "article", (*rendition.spans, *where)),), text, _torn(rendition, article)


def _torn(rendition: Rendition, article: Article) -> float:
    """What a sentence loses that answers something before it, or is about a part of the article only."""
    lost = _ANSWERS * (MARKER_DROPPED in rendition.edits) + _INSIDE * (not opens_paragraph(rendition, article))
    return lost + _LEANS * leans(rendition, article) + _UNDER_HEADING * is_under_heading(rendition, article)


def _is_uneventful(text: str, own: Discourse) -> bool:
    """Whether *text* has neither a verb of news nor a number: what an article begins with may, another sentence not."""
    return own.news.search(text) is None and not told_figures(text)


def _fact_score(text: str, stems: frozenset[str], title: frozenset[str], place: float, own: Discourse) -> float:
    """How good *text* is as an opening, told at *place* of its article: 0 is its beginning, 1 its end."""
    shared = len(stems & title) / max(1, min(_TITLE_WORDS, len(title)))
    score = (_TITLE * min(1.0, shared) if shared or not title else -_OFF_SUBJECT) + (
        _EARLY if place < _EARLY_PART else -_EARLY
    )
    score += _NEWS * bool(own.news.search(text)) + _NUMBER * bool(told_figures(text))
    score -= abs(len(text) - _BEST) / _PER_LENGTH
    score -= _SLOW * bool(_WEAK_START.match(text)) + _RISK * bool(own.risks.search(text))
    score += _HEDGED * bool(own.hedges.search(text)) - _BACKGROUND * bool(_RUNNING.search(text))
    somebody = _IS_SOMEBODY.match(text)
    score -= _WHO * (somebody is not None and title.isdisjoint(content_stems(somebody[1], own.language)))
    return score - _CONTRAST * bool(own.contrasts.match(text)) - _HYPE * bool(own.hype.search(text))


def teased(facts: Sequence[Hook], article: Article) -> Iterator[Hook]:
    """The first clause of the author's own caption, and behind it the best of *facts* that a fold leaves room for."""
    clause = opening_clause(article)
    if clause is None:
        return
    stop = "." if article.language in UNSPACED else ". "
    for fact in sorted(facts, key=lambda hook: -hook.score):
        copy = (Piece(f"{clause}{stop}", "caption"), *fact.copy)
        text = text_of(copy)
        if len(text) <= _NEAR:
            yield Hook(copy, text, fact.score - _TEASED, fact.stems)
            return
