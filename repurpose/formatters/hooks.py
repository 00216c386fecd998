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
from repurpose.formatters.captions import opening_clause
from repurpose.formatters.copy import Copy, Piece, joined, text_of
from repurpose.formatters.titles import counted, is_list_title, plain_title, says_something, sentence_case
from repurpose.formatters.voices import is_personal, quoted, quoted_title
from repurpose.model import BlockKind, KeyPointKind
from repurpose.summarizer.condense import capitalised
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.names import with_full_name
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.roles import roles_of, with_role
from repurpose.summarizer.standalone import asks, has_link, is_complete
from repurpose.text.discourse import discourse
from repurpose.text.marks import with_colon
from repurpose.text.sentences import sentences
from repurpose.text.words import UNSPACED, content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from repurpose.formatters.outline import Beat, Outline
    from repurpose.model import Article, KeyPoint, Span, Summary
    from repurpose.text.discourse import Discourse

__all__ = ["WEAK", "WEAKER", "Hook", "Offered", "hooks", "keeping", "kickers", "offered"]

SHORTEST, LONGEST = 25, 200
_BEST = 100
# Below this a line says too little to open with.
WEAK = 0.3
# And one with less than this part of the best one's score is no match for it.
WEAKER = 0.25
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEAK_START = re.compile(
    rf"(?:The \w+ (?:who|that)|On \w+ \d+|In (?:{_MONTHS})|I|My|We|Our|If|There|Most|While|In|For|When|As|With|"
    r"Depending|Based|According|Sometimes|Usually|Often|Next|Finally|Also|Although|Though|You|Your)\b"
)
_DIGIT = re.compile(r"\d")
_ALIKE = 0.6
# How good a title is that counts the items of the list under it, or only names them.
_COUNTED = 2.0
_OVER_LIST = 1.2
_UNDELIVERED = 0.6
_CAPTION = 0.4
_HEADLINE, _TELLING_LABEL, _LABEL, _RIDDLE = 2.1, 1.6, 0.65, -0.2
_FULL_LABEL = 5
# A title that only names its subject stands before a line that does not.
_FEW_STEMS, _SHORT_TITLE = 2, 24
_TOLD = ("article", "description")
_INTERVIEW = 2
# "Making your life easier as a maintainer": half a sentence.
_FRAGMENT = 1.0
_DESCRIBED, _LATER_WINDOW = 1.8, 0.9
_SUBTITLE = 1.3
# Names of the subject, for where a sentence does not fit.
_PART_OF_TITLE, _KEYWORDS = 0.6, -0.3
_PARENTHESIS = re.compile(r"\s*[(（][^()（）]*[)）]\s*")
_TITLE_JOINT = re.compile(r"\s*[:：|]\s+|\s+[–—-]\s+|：")
# Over a list that follows, and a question that is answered at once.
_LEAD, _ASKED = 0.4, 1.1
_BARE_LEAD, _LEAD_WORDS = 0.9, 3
_ON_SUBJECT = 0.25
_HYPE = 1.5
# The author's own words for a post, before a fact: so much less than the fact alone.
_TEASED = 0.1
# It is said who somebody is, above most folds.
_INTRODUCED, _NEAR = 0.1, 125
_LONG_LEAD, _LONGEST_LEAD = 0.4, 70
SHORTEST_LEAD = 10
# The account's own voice comes before somebody's words.
_QUOTED, _AUTHOR_QUOTED = 0.9, 1.2


# Compared by identity, as the outline's parts.
@dataclass(frozen=True, slots=True, eq=False)
class Hook:
    """An opening and how good it is."""

    copy: Copy
    text: str
    score: float
    stems: frozenset[str]
    delivers: int | None = None
    """The place of the beat that must follow on it: the list that it counts or names, the answer that it asks for."""

    @property
    def sources(self) -> tuple[Span, ...]:
        """The places of the article whose words it tells."""
        return tuple(piece.sources[0] for piece in self.copy if piece.sources)

    @property
    def without_title(self) -> Hook:
        """The same without the title that it stands behind."""
        if self.copy[0].origin != "title" or self.copy[-1].origin == "title":
            return self
        return replace(self, copy=self.copy[1:], text=text_of(self.copy[1:]))

    @property
    def is_counted(self) -> bool:
        """Whether it tells a number of things that is ours."""
        return self.copy[0].origin == "count"


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
    own = () if not plain_title(outline.article) else (_titled(outline), _titled(outline, is_counted=False))
    parts = tuple(hook for hook in short if hook.copy[0].origin == "title")
    language = outline.article.language
    subject = tuple(
        _hook((Piece(phrase.text, "article", phrase.spans[:1]),), _KEYWORDS, language)
        for phrase in outline.summary.keyphrases[:1]
        if outline.is_author or not is_personal(phrase.text, language)
    )
    return Offered(hooks=found, kickers=short, titles=(*own, *parts, *found, *subject))


def keeping(hook: Hook, beat: Beat) -> Beat | None:
    """*beat* told only in the ways that deliver all items that *hook* counts; ``None`` where there are none."""
    if not hook.is_counted:
        return beat
    whole = tuple(telling for telling in beat.tellings if len(telling.items) == beat.count)
    return replace(beat, tellings=whole) if whole else None


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
    if not chosen and plain_title(article):
        chosen.append(replace(_titled(outline, is_counted=False), score=0.0, delivers=None))
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
    parts = [part for part in (_PARENTHESIS.sub("", title), *_TITLE_JOINT.split(title)) if part != title]
    found = [
        _hook((Piece(sentence_case(part.strip(), article), "title"),), _PART_OF_TITLE, language)
        for part in parts
        if len(part.strip()) >= SHORTEST_LEAD and " " in part.strip() and not is_personal(part, language)
    ]
    phrases = [phrase for phrase in outline.summary.keyphrases if phrase.spans][:2]
    if phrases:
        pieces = [
            Piece(capitalised(phrase.spans[0].of(article.text)), "article", phrase.spans[:1]) for phrase in phrases
        ]
        found.append(_hook(joined([(piece,) for piece in pieces], " · "), _KEYWORDS, language))
    return tuple(found)


def _steered(hook: Hook, caption: frozenset[str]) -> float:
    """What a hook gains that says what the author's own caption says."""
    return _CAPTION * len(hook.stems & caption) / max(3, len(hook.stems)) if caption else 0.0


def _candidates(outline: Outline, names: Mapping[str, tuple[str, Span]]) -> Iterator[Hook]:
    summary = outline.summary
    language = summary.article.language
    own = discourse(language)
    title = frozenset(content_stems(summary.article.title or "", language))
    yield from _written(outline, own)
    yield from _leads(outline, title)
    facts = [
        hook
        for hook in (*_facts(summary, title, own, names), *_statements(summary, title, own))
        if SHORTEST <= len(hook.text) <= LONGEST and _can_open(hook.text, own)
    ]
    yield from facts
    yield from _teased(facts, summary.article)
    if not outline.is_author:
        yield from _quotations(summary, title, own)


def _teased(facts: Sequence[Hook], article: Article) -> Iterator[Hook]:
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


def _leads(outline: Outline, title: frozenset[str]) -> Iterator[Hook]:
    """What stands over a list, and the questions that are answered: each with what follows it."""
    language = outline.article.language
    for beat in outline.beats:
        text = text_of(beat.lead)
        # A lead-in that was made of two sentences may name what only the first of them tells.
        is_own = bool(beat.lead) and beat.lead[0].origin == "article" and len(beat.lead[0].sources) == 1
        if (
            not is_own
            or is_always_asked(text)
            or not SHORTEST_LEAD <= len(text) <= LONGEST
            or not _can_open(text, discourse(language))
        ):
            continue
        score = _LEAD if beat.is_list else _ASKED
        # "Ingredients:" says nothing of what it is for.
        # What names the article's subject can stand before everything else.
        score += _ON_SUBJECT if not title.isdisjoint(content_stems(text, language)) else -_ON_SUBJECT
        score -= _LONG_LEAD * (beat.is_list and len(text) > _LONGEST_LEAD)
        score -= _BARE_LEAD * (len(beat.label.split()) < _LEAD_WORDS and language not in UNSPACED)
        yield replace(_hook(beat.lead, score, language), delivers=beat.place)


def _quotations(summary: Summary, title: frozenset[str], own: Discourse) -> Iterator[Hook]:
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
            elif is_personal(rendition.text, article.language) and _can_open(rendition.text, own):
                copy, lost = quoted(rendition, article), _AUTHOR_QUOTED
            else:
                continue
            # Who says "we" has to be told.
            if copy and copy[0].origin != "quotation":
                stems = frozenset(content_stems(rendition.text, article.language))
                score = _fact_score(rendition.text, stems, title, place, own) - lost
                yield Hook(copy, text_of(copy), score, stems)
                break


def _written(outline: Outline, own: Discourse) -> Iterator[Hook]:
    """What the author wrote to be read first: the title and the description."""
    article = outline.article
    if plain_title(article) and not _is_undelivered(outline):
        yield _titled(outline)
    score = _DESCRIBED
    if article.subtitle and article.subtitle != article.description and is_complete(article.subtitle, article.language):
        yield _hook((Piece(article.subtitle, "subtitle"),), _SUBTITLE, article.language)
    for description in _openings_of((article.description or "").strip(), article.language):
        if (
            len(description) >= SHORTEST
            and _can_open(description, own)
            and not is_personal(description, article.language)
        ):
            is_whole = is_complete(description, article.language)
            own_score = score if is_whole else min(score, _FRAGMENT)
            yield _hook((Piece(description, "description"),), own_score, article.language)
            score -= _LATER_WINDOW


def _titled(outline: Outline, *, is_counted: bool = True) -> Hook:
    """The title as a hook, with the number of its list's items where it has one and *is_counted*."""
    article = outline.article
    title = plain_title(article)
    # Sections that only go together have a title that needs none of them.
    listed = next((beat for beat in outline.beats if beat.is_advice), None)
    text = sentence_case(title, article)
    if is_counted and listed is not None and (copy := counted(text, listed.count, article.language)):
        return replace(_hook(copy, _COUNTED, article.language), delivers=listed.place)
    # The headline is the safest hook; a mere label opens better than a sentence from the middle, and worse than a fact.
    score = _HEADLINE if says_something(title, article.language) else _LABEL
    if score == _LABEL and len(frozenset(content_stems(title, article.language))) >= _FULL_LABEL:
        score = _TELLING_LABEL
    elif score == _LABEL and _is_riddle(title, article):
        score = _RIDDLE
    if sum(beat.kind is KeyPointKind.QUOTE and bool(beat.lead) for beat in outline.beats) >= _INTERVIEW:
        # Whose answers they are stands over an interview.
        return _hook((Piece(text, "title"),), _HEADLINE, article.language)
    promised = promised_by_title(title, article.language)
    delivered = _delivering(promised, outline.beats) if promised else None
    if promised:
        score = _COUNTED if delivered is not None else score - _UNDELIVERED
    elif listed is not None:
        # Over its own list even a label says what comes.
        score, delivered = max(score, _OVER_LIST), listed
    if not outline.is_author and is_personal(title, article.language):
        text = quoted_title(text, article.language)
    hook = _hook((Piece(text, "title"),), score, article.language)
    return replace(hook, delivers=None if delivered is None else delivered.place)


def _is_riddle(title: str, article: Article) -> bool:
    """Whether the text never takes up what the *title* says, but for single words: the name of a film, a pun."""
    stems = content_stems(title, article.language)
    said = frozenset(content_stems(article.text, article.language))
    return len(stems) > 1 and sum(stem in said for stem in stems) * 2 < len(stems)


def _is_undelivered(outline: Outline) -> bool:
    """Whether the title promises so many tips or ways, and the article has no such list to tell."""
    title, language = plain_title(outline.article), outline.article.language
    promised = promised_by_title(title, language)
    return promised is not None and is_list_title(title) and _delivering(promised, outline.beats) is None


def _delivering(count: int, beats: tuple[Beat, ...]) -> Beat | None:
    """The list with *count* items."""
    return next((beat for beat in beats if beat.is_list and beat.count == count), None)


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
    roles = roles_of(article, names)
    for index, point in enumerate(summary.key_points):
        if point.kind in (KeyPointKind.LIST, KeyPointKind.STEP, KeyPointKind.QUOTE, KeyPointKind.QUESTION):
            continue
        place = point.spans[0].start / max(1, len(article.text))
        for copy, text in _openings(point, names):
            # Who somebody is takes no other sentence's place.
            stems = frozenset(content_stems(text, article.language))
            score = _fact_score(text, stems, title, place, own) - index / 100
            with_introduction, where = with_role(text, roles)
            if where:
                introduced = (Piece(with_introduction, "article", (*copy[0].sources, *where)),)
                gain = _INTRODUCED * (len(with_introduction) <= _NEAR)
                yield Hook(introduced, with_introduction, score + gain, stems)
            yield Hook(copy, text, score, stems)


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
    for figure in summary.figures:
        if not any(span.contains(figure.span) for span in items):
            stems = frozenset(content_stems(figure.text, article.language))
            place = figure.span.start / max(1, len(article.text))
            score = _fact_score(figure.text, stems, title, place, own)
            yield Hook((Piece(figure.text, "article", (figure.span,)),), figure.text, score, stems)


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
    score -= 0.8 * bool(_WEAK_START.match(text)) + 0.8 * bool(own.risks.search(text))
    # Where an article tells a thing as done here and as planned there, the open form is the safe one.
    score += 0.2 * bool(own.hedges.search(text))
    return score - 0.8 * bool(own.contrasts.match(text)) - _HYPE * bool(own.hype.search(text))


def _can_open(text: str, own: Discourse) -> bool:
    if points_elsewhere(text, own.language):
        return False
    leans = own.openers.match(text) or own.contrasts.match(text) or own.leaning.search(text)
    return not (leans or own.warm_ups.search(text) or own.deictics.search(text) or has_link(text))


def _hook(copy: Copy, score: float, language: str) -> Hook:
    text = text_of(copy)
    return Hook(copy, text, score, frozenset(content_stems(text, language)))


def _alike(one: Hook, other: Hook) -> bool:
    """Whether the two would read as the same opening."""
    if (one.copy[0].origin == "caption") != (other.copy[0].origin == "caption"):
        return False
    if one.text[:40] == other.text[:40]:
        return True
    return len(one.stems & other.stems) > _ALIKE * max(3, min(len(one.stems), len(other.stems)))
