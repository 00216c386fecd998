"""Which sentences stand alone on a card, word for word, and who said them?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Quote, Span
from repurpose.summarizer.speakers import speaker_of
from repurpose.summarizer.standalone import is_balanced, is_clear, stands_alone
from repurpose.text.discourse import discourse
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.model import Article
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Paragraph
    from repurpose.summarizer.salience import Salience

__all__ = ["quotes"]

SHORTEST, LONGEST = 40, 180
_BEST_LENGTH = 80
_QUOTED = re.compile(
    r"“([^“”]{20,220})”|«\s?([^«»]{20,220}?)\s?»|„([^„“]{20,220})“|「([^「」]{8,120})」|\"([^\"]{20,220})\""
    r"|“([^“”\x00-\x7f]{8,120})”"
)
# From here on scripts are East Asian, where a sign says more.
_WIDE = 0x2E80
_DIGIT = re.compile(r"\d")
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


def quotes(
    article: Article, prose: tuple[Paragraph, ...], salience: Salience, known: Known, *, limit: int = 6
) -> tuple[Quote, ...]:
    """At most *limit* quotable sentences, best first."""
    names = frozenset(_NAME_INSIDE.findall(article.text))
    offered = [(quote, bonus, True) for quote, bonus in _spoken(article, prose)]
    offered += [(quote, bonus, False) for quote, bonus in _written(article, prose)]
    ranked = sorted(
        (
            (-bonus - _value(quote, article, salience, names), quote.span, quote, spoken)
            for quote, bonus, spoken in offered
        ),
        key=lambda one: one[:2],
    )
    chosen: list[Quote] = []
    for _, _, quote, is_spoken in ranked:
        if len(chosen) == limit:
            break
        is_free = not any(quote.span.overlaps(other.span) or quote.text == other.text for other in chosen)
        # Looking closely is dear, so only what would be chosen is looked at.
        if is_free and (is_spoken or _is_quotable(quote, article.language, known)):
            chosen.append(quote)
    return tuple(chosen)


def _spoken(article: Article, prose: tuple[Paragraph, ...]) -> Iterator[tuple[Quote, float]]:
    """What somebody said, with the name that the article gives."""
    for paragraph in prose:
        span = article.blocks[paragraph.block].span
        text = span.of(article.text)
        if paragraph.speaker is not None:
            for sentence in paragraph.sentences:
                bare = sentence.text.strip('“”„«»"')
                at = sentence.text.find(bare)
                if _fits(bare) and stands_alone(bare, article.language):
                    where = Span(sentence.span.start + at, sentence.span.start + at + len(bare))
                    yield Quote(text=bare, span=where, speaker=paragraph.speaker), 1.0
        for match in _QUOTED.finditer(text):
            group = match.lastindex or 1
            inner = match[group]
            speaker = speaker_of(text, match.start(), match.end(), article.language, article=article.text)
            if speaker is None or not _fits(inner):
                continue
            where = Span(span.start + match.start(group), span.start + match.end(group))
            stripped = inner.rstrip(",，،")
            if discourse(article.language).openers.match(stripped) or not is_balanced(stripped):
                continue
            where = Span(where.start, where.start + len(stripped))
            yield Quote(text=stripped, span=where, speaker=speaker), 1.2


def _written(article: Article, prose: tuple[Paragraph, ...]) -> Iterator[tuple[Quote, float]]:
    """What the article itself says, in its paragraphs and in the bodies of its lists."""
    for paragraph in prose:
        if paragraph.speaker is None:
            for sentence in paragraph.sentences:
                if _fits(sentence.text):
                    yield Quote(text=sentence.text, span=sentence.span), 0.0
    for block in article.blocks:
        if block.kind is BlockKind.ITEM and block.body is not None:
            for span in sentences(block.body.of(article.text), article.language):
                where = span.shifted(block.body.start)
                if _fits(where.of(article.text)):
                    yield Quote(text=where.of(article.text), span=where), 0.1


def _is_quotable(quote: Quote, language: str, known: Known) -> bool:
    own = discourse(language)
    return (
        is_clear(quote.text, language, known, quote.span.start)
        and not _QUOTED.search(quote.text)
        and not own.first_person.search(quote.text)
        and not own.first_person_plural.search(quote.text)
        and not own.warm_ups.search(quote.text)
    )


def _fits(text: str) -> bool:
    wide = 0 if text.isascii() else sum(ord(sign) >= _WIDE for sign in text)
    return SHORTEST <= len(text) + wide <= LONGEST


def _value(quote: Quote, article: Article, salience: Salience, names: frozenset[str]) -> float:
    """How well the sentence works large and alone: on the topic, short, pointed, without a number to explain."""
    stems = salience.stems_at.get(quote.span) or salience.stems(quote.text)
    own = discourse(article.language)
    value = 0.5 * salience.of_stems(stems) + 0.4 * salience.on_topic(stems)
    value -= 0.4 * bool(own.contrasts.match(quote.text))
    value -= abs(len(quote.text) - _BEST_LENGTH) / 150
    if article.language != "de":
        # A statement about the subject reads better on a card than news about who does what.
        first = quote.text.split(" ", 1)[0].removesuffix("’s").removesuffix("'s")
        named = len(_NAME_INSIDE.findall(quote.text)) + (first in names)
        value -= 0.25 * named
    value += 0.5 * bool(own.risks.search(quote.text)) + 0.2 * bool(own.negations.search(quote.text))
    return value - 0.3 * bool(_DIGIT.search(quote.text)) - 0.2 * quote.text.count(",")
