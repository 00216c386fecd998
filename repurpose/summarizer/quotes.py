"""Which sentences stand alone on a card, word for word, and who said them?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Quote, Span
from repurpose.summarizer.speakers import speaker_of
from repurpose.summarizer.standalone import is_balanced, is_complete, stands_alone
from repurpose.text.discourse import discourse
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.model import Article
    from repurpose.summarizer.passages import Paragraph
    from repurpose.summarizer.salience import Salience

__all__ = ["quotes"]

SHORTEST, LONGEST = 40, 180
_BEST_LENGTH = 80
_QUOTED = re.compile(
    r"“([^“”]{20,220})”|«\s?([^«»]{20,220}?)\s?»|„([^„“]{20,220})“|「([^「」]{8,120})」|\"([^\"]{20,220})\""
    r"|“([^“”\x00-\x7f]{8,120})”"
)
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


def quotes(article: Article, prose: tuple[Paragraph, ...], salience: Salience, *, limit: int = 6) -> tuple[Quote, ...]:
    """At most *limit* quotable sentences, best first."""
    scored: dict[Span, tuple[float, Quote]] = {}
    names = frozenset(_NAME_INSIDE.findall(article.text))
    for quote, bonus in (*_spoken(article, prose), *_written(article, prose, salience)):
        value = bonus + _value(quote, article, salience, names)
        if quote.span not in scored or scored[quote.span][0] < value:
            scored[quote.span] = (value, quote)
    ranked = sorted(scored.values(), key=lambda pair: (-pair[0], pair[1].span))
    chosen: list[Quote] = []
    for _, quote in ranked:
        if len(chosen) < limit and not any(quote.span.overlaps(other.span) for other in chosen):
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
                if _fits(bare) and is_complete(bare, article.language) and stands_alone(bare, article.language):
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


def _written(article: Article, prose: tuple[Paragraph, ...], salience: Salience) -> Iterator[tuple[Quote, float]]:
    """What the article itself says, in its paragraphs and in the bodies of its lists."""
    for paragraph in prose:
        if paragraph.speaker is None:
            for sentence in paragraph.sentences:
                if _is_quotable(sentence.text, article, salience):
                    yield Quote(text=sentence.text, span=sentence.span), 0.0
    for block in article.blocks:
        if block.kind is BlockKind.ITEM and block.body is not None:
            for span in sentences(block.body.of(article.text), article.language):
                where = span.shifted(block.body.start)
                if _is_quotable(where.of(article.text), article, salience):
                    yield Quote(text=where.of(article.text), span=where), 0.1


def _is_quotable(text: str, article: Article, salience: Salience) -> bool:
    return (
        _fits(text)
        and stands_alone(text, article.language, salience.topic)
        and not _QUOTED.search(text)
        and not discourse(article.language).first_person.search(text)
        and not discourse(article.language).first_person_plural.search(text)
        and not discourse(article.language).warm_ups.search(text)
    )


def _fits(text: str) -> bool:
    wide = sum(ord(character) >= 0x2E80 for character in text)  # noqa: PLR2004 - East Asian scripts say more per sign
    return len(text) + wide >= SHORTEST and len(text) + wide <= LONGEST


def _value(quote: Quote, article: Article, salience: Salience, names: frozenset[str]) -> float:
    """How well the sentence works large and alone: on the topic, short, pointed, without a number to explain."""
    stems = salience.stems(quote.text)
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
    return value - 0.3 * any(character.isdigit() for character in quote.text) - 0.2 * quote.text.count(",")
