"""
Which statements lean on what their article said before them?

"The wrench took four hours" is clear until the article has spoken of a wrench; a post has not. English only, since only
there the nouns are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.summarizer.anaphora import introduced
from repurpose.summarizer.known import Known
from repurpose.summarizer.names import Names, names_in
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.standalone import has_link
from repurpose.text.persons import given_names
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from repurpose.model import Article, Rendition
    from repurpose.text.discourse import Discourse

__all__ = ["can_open", "has_bare_name", "is_under_heading", "leans", "leans_on", "leans_on_headline", "opens_paragraph"]


# "FNS", where it is not explained on the spot.
_SHORT_FORM = re.compile(r"(?<![\w(])[A-Z]{3,6}(?![\w)])")


@dataclass(frozen=True, slots=True)
class _Before:
    """What the reader of a post knows of an article, and what its own reader knows at each place."""

    topic: frozenset[str]
    text: str

    def has_seen(self, key: str, at: int) -> bool:
        """Whether a word that begins as the stem *key* stands before offset *at*."""
        # The stem of "city" is "citi".
        return re.search(rf"\b{re.escape(key.removesuffix('i'))}", self.text[:at]) is not None


def _reader_of(article: Article) -> _Before:
    return _before(f"{article.title or ''} {article.subtitle or ''} {article.description or ''}", article.text)


# By strings, which keep their hash: that of an article is as long as its text.
@lru_cache(maxsize=32)
def _before(known: str, text: str) -> _Before:
    return _Before(frozenset(content_stems(known)), text.lower())


def leans(rendition: Rendition, article: Article) -> bool:
    """Whether a noun of *rendition* is one that only the article's reader can place."""
    if article.language != "en" or not rendition.spans or "speaker named" in rendition.edits:
        return False
    start = rendition.spans[0].start
    return introduced(rendition.text, _reader_of(article), start) is not None or any(
        _is_short_for(short, article.text[:start]) and short not in (article.title or "")
        for short in _SHORT_FORM.findall(rendition.text)
    )


def leans_on_headline(text: str, article: Article, at: int) -> bool:
    """Whether a noun of *text*, at offset *at*, is one that a reader without the headline could not place."""
    return article.language == "en" and introduced(text, _before("", article.text), at) is not None


def leans_on(text: str, before: str, article: Article) -> bool:
    """Whether *text* begins with a noun that only who has read the text *before* it could place."""
    if article.language != "en":
        return False
    noun = introduced(text, _before(article.title or "", before.lower()), len(before))
    return noun is not None and text.startswith(noun)


def has_bare_name(rendition: Rendition, article: Article) -> bool:
    """Whether *rendition* calls somebody "Dennis" whom only what stands before it names in full."""
    if article.language != "en" or not rendition.spans:
        return False
    return _names_in(article.text, article.language).has_bare_name(rendition.text, rendition.spans[0].start)


# By strings, as above.
@lru_cache(maxsize=32)
def _names_in(text: str, language: str) -> Known:
    parts = names_in(text, language).parts
    # The other parts may be a country's.
    return Known(frozenset(), {}, Names({}, {part: at for part, at in parts.items() if part.lower() in given_names()}))


def _is_short_for(short: str, before: str) -> bool:
    """Whether the text *before* says what *short* stands for: "the Food and Nutrition Service (FNS)"."""
    return f"({short})" in before


def is_under_heading(rendition: Rendition, article: Article) -> bool:
    """Whether *rendition* is of one of the article's sections, and not of what it says before them."""
    start = min((span.start for span in rendition.spans), default=0)
    return any(block.span.start < start and block.kind is BlockKind.HEADING for block in article.blocks)


def opens_paragraph(rendition: Rendition, article: Article) -> bool:
    """Whether *rendition* begins where a paragraph of *article* begins: there a writer says what it is about."""
    start = min((span.start for span in rendition.spans), default=0)
    return any(
        block.span.start == start and block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) for block in article.blocks
    )


def can_open(text: str, own: Discourse) -> bool:
    """Whether *text* can be the first words of a post: it answers nothing, points nowhere and warms up for nothing."""
    if points_elsewhere(text, own.language):
        return False
    leans = own.openers.match(text) or own.contrasts.match(text) or own.leaning.search(text)
    return not (leans or own.warm_ups.search(text) or own.deictics.search(text) or has_link(text))
