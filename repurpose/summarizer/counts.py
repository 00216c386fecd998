"""Which words does an article use, how often, and where first?"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.text.words import fold_apostrophes, stems_of, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repurpose.model import Article
    from repurpose.summarizer.passages import Paragraph

__all__ = ["Counts"]

_PROSE = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


@dataclass(frozen=True)
class Counts:
    """What one pass over an article's words finds."""

    stems: tuple[tuple[str, ...], ...]
    """The content stems of each sentence of the prose, each once, sorted."""
    tokens: tuple[tuple[str, ...], ...]
    """The words of each sentence, in lower case."""
    frequencies: Mapping[str, int]
    """How often the article uses each stem."""
    first_seen: Mapping[str, int]
    """The offset in the article's text from which each stem has been used."""
    sections: Mapping[int, frozenset[str]]
    """For each block of prose the stems of the heading that it stands under."""

    @classmethod
    def of(cls, article: Article, prose: Sequence[Paragraph]) -> Counts:
        """Read *article*, of which *prose* are the paragraphs."""
        language = article.language
        frequencies: Counter[str] = Counter()
        first_seen: dict[str, int] = {}
        by_block = {paragraph.block: paragraph for paragraph in prose}
        sections: dict[int, frozenset[str]] = {}
        heading: frozenset[str] = frozenset()
        tokens: list[tuple[str, ...]] = []
        stems: list[tuple[str, ...]] = []
        for index, block in enumerate(article.blocks):
            if block.kind not in _PROSE:
                continue
            spans = [one.span for one in by_block[index].sentences] if index in by_block else [block.span]
            for span in spans:
                as_written = words(span.of(article.text), language)
                found = stems_of(as_written, language)
                frequencies.update(found)
                for one in found:
                    first_seen.setdefault(one, span.start)
                if index in by_block:
                    tokens.append(tuple(map(fold_apostrophes, as_written)))
                    stems.append(tuple(sorted(set(found))))
                elif block.kind is BlockKind.HEADING:
                    heading = frozenset(found)
            sections[index] = heading
        return cls(tuple(stems), tuple(tokens), frequencies, first_seen, sections)

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """For each stem of the prose, how few sentences have it."""
        containing = Counter(one for found in self.stems for one in found)
        return {one: math.log(1 + len(self.stems) / number) for one, number in containing.items()}

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """For each stem, how much the article uses it."""
        return {one: 1 + math.log(number) for one, number in self.frequencies.items()}
