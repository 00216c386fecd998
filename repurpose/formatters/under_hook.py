"""
What can stand right under the sentence that opens a post, beside the key points?

What goes on from it in the article, and under a headline what the author says of the whole in the description.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, text_of
from repurpose.formatters.spare import free, plain_beat
from repurpose.formatters.tellings import Telling, copy_of
from repurpose.formatters.voices import is_personal
from repurpose.model import BlockKind, Rendition
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.setups import well_ended
from repurpose.summarizer.standalone import asks, follows, has_link, is_complete, stands_alone
from repurpose.summarizer.things import names_things
from repurpose.text.discourse import discourse
from repurpose.text.marks import between_sentences
from repurpose.text.sentences import sentences
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.hook import Hook
    from repurpose.formatters.outline import Beat, Outline
    from repurpose.model import Article, Span

__all__ = ["continuation", "described"]

# What the author says of the whole is worth more than most of what the text says.
_DESCRIBED = 6.0
# "Learn how a few rules can ...": it sends its reader on.
_INVITES = re.compile(
    r"(?:Learn|Discover|Find out|Explore|See|Read|Join|Get|Watch|Follow|Posted|Published|Here(?:['’]s| is| are)|"
    r"Erfahren|Entdecken|Lernen|Lesen|Découvrez|Apprenez|Lisez|Descubr[ea]|Aprend[ea]|Scopri|Leggi|Ontdek|Lees|Узнайте|"
    r"Дізнайтеся)\b"
)
_QUOTED = re.compile(r"[“”„«»\"]")
# It takes up so many words of the article.
_OF_ARTICLE = 3
# What ends in the same signs is a line of the text, whatever was put before it.
_END = 40
# What goes on from the opening: so many sentences, and what it is worth, with a figure and without.
_GOES_ON, _NEXT, _NEXT_FIGURE = 2, 0.4, 0.4


@lru_cache(maxsize=256)
def continuation(outline: Outline, hook: Hook) -> Beat | None:
    """What goes on in the article from the sentence of *hook*, and is not understood without it: "It costs ..."."""
    article = outline.article
    last = hook.copy[-1]
    if last.origin != "article" or len(last.sources) != 1:
        return None
    block = next((one for one in article.blocks if one.span.contains(last.sources[0])), None)
    if block is None or block.kind is not BlockKind.PARAGRAPH or block.speaker is not None:
        return None
    spans = [span.shifted(block.span.start) for span in sentences(block.span.of(article.text), article.language)]
    if last.sources[0] not in spans:
        # A key phrase is no sentence.
        return None
    told = [span for beat in outline.beats for span in beat.tellings[-1].spans]
    after = free(spans[spans.index(last.sources[0]) + 1 :][:_GOES_ON], told)
    if not after:
        return None
    if stands_alone(after[0].of(article.text), article.language) and not _is_told_with(last.sources[0], after, outline):
        return None
    tellings = tuple(_continued(after, article, is_author=outline.is_author))
    if not tellings:
        return None
    beat = plain_beat(tellings, article)
    return replace(beat, worth=_NEXT_FIGURE * bool(beat.figures) + _NEXT)


def _is_told_with(opening: Span, after: Sequence[Span], outline: Outline) -> bool:
    """Whether a beat that begins with *opening* goes on with *after*: without it nothing else tells that."""
    longest = [beat.tellings[0].spans for beat in outline.beats if not beat.is_list]
    return any(spans[:1] == (opening,) and after[0] in spans for spans in longest)


def _continued(spans: Sequence[Span], article: Article, *, is_author: bool) -> Iterator[Telling]:
    language = article.language
    texts = [span.of(article.text) for span in spans]
    for count in range(len(spans), 0, -1):
        is_fine = all(follows(text, language) and not points_elsewhere(text, language) for text in texts[:count])
        if not is_fine or not well_ended(texts, count, language):
            continue
        rendition = Rendition(text=between_sentences(language).join(texts[:count]), spans=tuple(spans[:count]))
        # Between quotation marks nobody would know what it goes on from.
        if is_author or not is_personal(rendition.text, language):
            copy = copy_of(rendition, article, is_author=is_author)
            yield Telling(copy, text_of(copy), rendition.spans)


@lru_cache(maxsize=32)
def described(outline: Outline) -> Beat | None:
    """What the author says of the article in its description, where that is not the beginning of its text."""
    article, language = outline.article, outline.article.language
    text = (article.description or "").strip()
    parts = [span.of(text) for span in sentences(text, language)]
    parts = list(takewhile(lambda part: _describes(part, article, is_author=outline.is_author), parts))
    if not parts or not (asks(parts[0]) or stands_alone(parts[0], language)):
        return None
    tellings: list[Telling] = []
    for count in range(len(parts), 0, -1):
        copy: Copy = (Piece(between_sentences(language).join(parts[:count]), "description"),)
        if not asks(parts[count - 1]) and well_ended(parts, count, language):
            tellings.append(Telling(copy, text_of(copy), ()))
    if not tellings:
        return None
    beat = replace(plain_beat(tuple(tellings), article), worth=_DESCRIBED, place=-1)
    titled = frozenset(content_stems(article.title or "", language))
    told = titled.union(*(one.stems for one in outline.beats))
    # What a site or its author says of itself speaks of something else.
    is_of_article = bool(beat.stems & titled) and len(beat.stems & told) >= _OF_ARTICLE
    return beat if is_of_article else None


def _describes(part: str, article: Article, *, is_author: bool) -> bool:
    """Whether a post can say the sentence *part* of the description: whole, nobody's "we", not a line of the text."""
    own = discourse(article.language)
    is_whole = is_complete(part, article.language) or asks(part)
    is_ours = is_author or not is_personal(part, article.language)
    is_ours = is_ours and (not article.byline or article.byline not in part)
    return (
        is_whole
        and is_ours
        and part[-_END:] not in article.text
        and not points_elsewhere(part, article.language)
        and not has_link(part)
        # What it quotes stands nowhere; "Tips on ..." are no tips.
        and _QUOTED.search(part) is None
        and not names_things(" ".join(part.split()[:2]))
        and _INVITES.match(part) is None
        and not any(words.search(part) for words in (own.fleeting, own.deictics, own.warm_ups, own.hype))
    )
