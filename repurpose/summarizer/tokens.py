"""What are the words of an article, block after block, and which of them are names?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Span
from repurpose.summarizer.spellings import Token, spelled
from repurpose.text.words import CAPITAL_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repurpose.model import Article

__all__ = ["Tokens"]

_BLOCKS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


@dataclass(slots=True)
class Tokens:
    """The words of an article, block after block."""

    text: str
    language: str
    headings: frozenset[int] = frozenset()
    """Which of the blocks are headings."""
    words: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each word begins in the text."""
    blocks: list[int] = field(default_factory=list)
    """In which block each word stands."""
    edges: set[int] = field(default_factory=set)
    """The first word of each block, which nothing joins to the one before it."""
    names: set[int] = field(default_factory=set)
    """The words whose capital marks a name: it is not there for the start of a sentence, nor for a heading."""

    @classmethod
    def of(cls, article: Article) -> Tokens:
        """The words of the prose of *article*; of everything where there is none."""
        prose = [block for block in article.blocks if block.kind in _BLOCKS] or article.blocks
        headings = frozenset(number for number, block in enumerate(prose) if block.kind is BlockKind.HEADING)
        tokens = cls(article.text, article.language, headings)
        tokens.read(block.span for block in prose)
        return tokens

    @classmethod
    def of_phrase(cls, phrase: str, language: str) -> Tokens:
        """The words of a *phrase* that stands outside the text, as a title does."""
        tokens = cls(phrase, language, frozenset({0}))
        tokens.read([Span(0, len(phrase))])
        return tokens

    def span(self, first: int, size: int) -> Span:
        """Where the *size* words from *first* on stand in the text."""
        last = first + size - 1
        return Span(self.starts[first], self.starts[last] + len(self.words[last].text))

    def read(self, spans: Iterable[Span]) -> None:
        """Read the blocks that stand at *spans*."""
        for number, span in enumerate(spans):
            words, starts = spelled(span.of(self.text), span.start, self.language)
            self.edges.add(len(self.words))
            self.words += words
            self.starts += starts
            self.blocks += [number] * len(words)
        self.edges.add(len(self.words))
        if self.language not in CAPITAL_NOUNS:
            self._name()

    def _name(self) -> None:
        words = self.words
        capitals = [
            place for place, word in enumerate(words) if word.has_capital and self.blocks[place] not in self.headings
        ]
        inside = [
            place
            for place in capitals
            if not (place in self.edges or words[place].starts_anew or words[place - 1].ends_sentence)
        ]
        # What is a name inside of a sentence is one at the start of another, too.
        known = {words[place].text for place in inside}
        self.names.update(inside)
        self.names.update(place for place in capitals if words[place].is_mixed or words[place].text in known)
