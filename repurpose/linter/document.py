"""What do the rules know about one field of one post? Parsed once, when a rule first asks, and shared by all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from repurpose.model import Draft, Span
from repurpose.text.emojis import find_emojis
from repurpose.text.entities import find_entities
from repurpose.text.languages import detect_language
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from repurpose.linter.source import Source
    from repurpose.model import Post
    from repurpose.platforms import PlatformProfile
    from repurpose.settings import Settings
    from repurpose.text.entities import Entity

__all__ = ["Document", "Thread"]

# Numbering (1/7, "1."), bullets and what else stands before a post's first word.
_LEAD_IN = re.compile(r"\s*(?:\(?\d{1,2}/(?:\d{1,2})?\)?[\s:]*)?(?:[•●▪◦‣*–—-]\s+|\d{1,2}[.)]\s+)?")
_ADDRESS = re.compile(r"https?://\S*[^\s.,;:!?)\]]")
_NUMBERING = re.compile(r"\(?\b\d{1,2}/(?:\d{1,2}\b)?\)?")
_LINE = re.compile(r"[^\n]+")


# No slots: cached properties live in the instance's __dict__. They depend on frozen fields only, so threads that race
# compute the same value twice at worst.
@dataclass(frozen=True, kw_only=True)
class Document:
    """One field of one post with the facts that rules share."""

    text: str
    field: str
    index: int
    """The post's place in the draft."""
    draft: Draft
    profile: PlatformProfile
    settings: Settings
    source: Source | None
    """The article to compare with; ``None`` for hand-written text."""

    @property
    def post(self) -> Post:
        """The post that the field belongs to."""
        return self.draft.posts[self.index]

    @cached_property
    def language(self) -> str:
        """The article's language; of hand-written text its own, ``und`` where it cannot be told."""
        known = self.draft.article.language if self.draft.article else "und"
        return detect_language(self.text) if known == "und" else known

    @cached_property
    def measured(self) -> int:
        """The text's length in the platform's own unit."""
        return self.profile.measure(self.text)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Links, hashtags, mentions and cashtags in order."""
        return find_entities(self.text)

    @cached_property
    def hashtags(self) -> tuple[Entity, ...]:
        """The hashtags in order."""
        return tuple(entity for entity in self.entities if entity.kind == "hashtag")

    @cached_property
    def urls(self) -> tuple[Entity, ...]:
        """The links in order."""
        return tuple(entity for entity in self.entities if entity.kind == "url")

    @cached_property
    def emojis(self) -> tuple[Span, ...]:
        """Every whole emoji in order."""
        return () if self.text.isascii() else tuple(find_emojis(self.text))

    @cached_property
    def prose(self) -> str:
        """The text with links, tags, mentions and emoji blanked; positions are those of the text."""
        spans = [entity.span for entity in self.entities]
        # An address is one whatever a platform links: "https://intranet.acme.internal/2-0".
        addresses = [Span(*match.span()) for match in _ADDRESS.finditer(self.text)] if "://" in self.text else []
        if self.emojis or addresses:
            spans = sorted((*spans, *addresses, *self.emojis))
        pieces: list[str] = []
        end = 0
        for span in spans:
            if span.start >= end:
                pieces += (self.text[end : span.start], " " * len(span))
                end = span.end
        return "".join((*pieces, self.text[end:])) if pieces else self.text

    @cached_property
    def bare(self) -> str:
        """The prose without thread numbering and the white space around it, as words to read."""
        return _NUMBERING.sub("", self.prose).strip()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the prose; those of the text, without what is blanked at their ends."""
        # Where no article tells the language, English abbreviations will do: detecting it costs more than it mends.
        known = self.draft.article.language if self.draft.article else "und"
        return sentences(self.prose, "en" if known == "und" else known)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines of the text that are not empty."""
        return tuple(Span(*match.span()) for match in _LINE.finditer(self.text))

    @cached_property
    def opening(self) -> int:
        """Where the first word stands, after numbering, bullet and emoji."""
        match = _LEAD_IN.match(self.prose)
        return match.end() if match else 0

    def has_in_source(self, stretch: str) -> bool:
        """Whether the article itself says *stretch*, letter by letter."""
        return self.source is not None and stretch in self.source.text


@dataclass(frozen=True, kw_only=True)
class Thread:
    """All posts of one draft, for rules that compare them."""

    documents: tuple[Document, ...]
    """The main text of each post."""
