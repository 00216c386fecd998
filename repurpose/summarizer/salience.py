"""
How much does each sentence say of what the article is about?

A weighted sum of `features`, with weights fitted on articles with the summaries that people wrote of them
(`scripts/fit_salience.py`).
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from operator import mul
from typing import TYPE_CHECKING

from repurpose.resources import shipped_text
from repurpose.summarizer.counts import Counts
from repurpose.summarizer.features import FEATURES, LENGTH_OFFSET, RELATIVE, features
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repurpose.model import Article, Span
    from repurpose.summarizer.passages import Paragraph

__all__ = ["Salience", "deviations"]

# The title names the topic more surely than any count does.
_TITLE_WEIGHT = 2.2
_DESCRIPTION_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Salience:
    """The weights of an article's sentences and of their stems."""

    language: str
    scores: Mapping[Span, float]
    """Of each sentence of the prose, in standard deviations from their mean."""
    stems_at: Mapping[Span, frozenset[str]]
    """The content stems of each sentence of the prose."""
    words_at: Mapping[Span, frozenset[str]]
    """The words of each sentence of the prose, in lower case."""
    weights: Mapping[str, float]
    """Of each stem."""
    topic: frozenset[str]
    """Stems of the title, subtitle and description."""
    first_seen: Mapping[str, int]
    """The offset in the article's text from which each stem has been used."""

    @classmethod
    def of(cls, article: Article, prose: Sequence[Paragraph]) -> Salience:
        """Weigh every sentence of *prose*, the paragraphs of *article*."""
        counts = Counts.of(article, prose)
        spans = [sentence.span for paragraph in prose for sentence in paragraph.sentences]
        title = frozenset(content_stems(article.title or "", article.language))
        described = frozenset(content_stems(f"{article.subtitle or ''} {article.description or ''}", article.language))
        weights = {
            stem: weight * (_TITLE_WEIGHT if stem in title else _DESCRIPTION_WEIGHT if stem in described else 1.0)
            for stem, weight in counts.weights.items()
        }
        return cls(
            article.language,
            dict(zip(spans, _scores(tuple(features(article, prose, counts))), strict=True)),
            dict(zip(spans, map(frozenset, counts.stems), strict=True)),
            dict(zip(spans, map(frozenset, counts.tokens), strict=True)),
            weights,
            title | described,
            counts.first_seen,
        )

    def stems(self, text: str) -> frozenset[str]:
        """The content stems of *text*."""
        return frozenset(content_stems(text, self.language))

    def of_stems(self, stems: frozenset[str]) -> float:
        """The mean weight of *stems*, damped for short texts."""
        return sum(self.weights.get(stem, 0.0) for stem in sorted(stems)) / (LENGTH_OFFSET + len(stems))

    def on_topic(self, stems: frozenset[str]) -> float:
        """The share of the topic that *stems* name, 0 to 1."""
        return len(stems & self.topic) / len(self.topic) if self.topic else 0.0


def deviations(columns: Sequence[Sequence[float]]) -> list[float]:
    """The standard deviation of each of *columns*, never quite zero."""
    result: list[float] = []
    for column in columns:
        mean = sum(column) / len(column)
        result.append(math.sqrt(sum((value - mean) ** 2 for value in column) / len(column)) + _LEAST)
    return result


_LEAST = 1e-9
"""Of a column in which all values are alike: it then makes no difference."""


def _scores(rows: Sequence[tuple[float, ...]]) -> list[float]:
    """One score a row, with mean 0 and deviation 1; all 0 where they do not differ."""
    if not rows:
        return []
    absolute, relative = _weights()
    columns = list(zip(*rows, strict=True))
    spread = deviations(columns[RELATIVE:])
    # A constant shift of a feature changes nothing between sentences of one article.
    coefficients = [
        *absolute[:RELATIVE],
        *(flat + steep / scale for flat, steep, scale in zip(absolute[RELATIVE:], relative, spread, strict=True)),
    ]
    raw = [sum(map(mul, coefficients, row)) for row in rows]
    mean = sum(raw) / len(raw)
    (scale,) = deviations([raw])
    return [(value - mean) / scale for value in raw]


@cache
def _weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The weight of each feature as it is, and of each relative one."""
    table = json.loads(shipped_text("assets", "weights", "salience.json"))["weights"]
    absolute = tuple(table[name][0] for name in FEATURES)
    return absolute, tuple(table[name][1] for name in FEATURES[RELATIVE:])
