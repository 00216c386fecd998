"""How much does a sentence say of what the article is about?"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article

__all__ = ["Salience"]

# The title names the topic more surely than any count does.
_TITLE_WEIGHT = 2.2
# Keeps short sentences of heavy words from winning by their shortness.
_LENGTH_OFFSET = 6
_PROSE = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Salience:
    """The weights of an article's stems."""

    language: str
    weights: Mapping[str, float]
    topic: frozenset[str]
    """Stems of the title, subtitle and description."""

    @classmethod
    def of(cls, article: Article) -> Salience:
        """Weigh each stem by how often the article says it and whether its title does."""
        language = article.language
        counts = Counter(
            stem
            for block in article.blocks
            if block.kind in _PROSE
            for stem in content_stems(block.span.of(article.text), language)
        )
        title = frozenset(content_stems(article.title or "", language))
        described = frozenset(content_stems(f"{article.subtitle or ''} {article.description or ''}", language))
        weights = {
            stem: (1 + math.log(count)) * (_TITLE_WEIGHT if stem in title else 1.5 if stem in described else 1.0)
            for stem, count in counts.items()
        }
        return cls(language, weights, title | described)

    def stems(self, text: str) -> frozenset[str]:
        """The content stems of *text*."""
        return frozenset(content_stems(text, self.language))

    def of_stems(self, stems: frozenset[str]) -> float:
        """The mean weight of *stems*, damped for short texts."""
        return sum(self.weights.get(stem, 0.0) for stem in sorted(stems)) / (_LENGTH_OFFSET + len(stems))

    def on_topic(self, stems: frozenset[str]) -> float:
        """The share of the topic that *stems* name, 0 to 1."""
        return len(stems & self.topic) / len(self.topic) if self.topic else 0.0
