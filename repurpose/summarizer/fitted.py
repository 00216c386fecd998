"""
How likely is a phrase a keyphrase, by weights that were fitted to texts whose keyphrases people chose?

People choose differently for a news report, an abstract and a blog post, so each kind of text has its own weights. How
much of each kind an article is, its shape tells: a linear model too. `scripts/fit_keyphrases.py` fits both.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from operator import mul
from typing import TYPE_CHECKING

from repurpose.resources import shipped
from repurpose.summarizer.phrases import MARKS, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from repurpose.summarizer.phrases import Reading

__all__ = ["SHAPE", "is_fitted", "likelihoods", "shape"]

SHAPE = ("words", "title", "blocks", "names")
"""What tells the kind of a text, in order."""
# Beyond this the logistic function is 0 or 1 in print, and its exponent too large.
_CERTAIN = 30.0


@dataclass(frozen=True, slots=True)
class _Weights:
    """The weights of one language: for each kind of text in the same order."""

    shape: Sequence[Sequence[float]]
    """The constant, and one weight for each of `SHAPE`."""
    phrase: Sequence[Sequence[float]]
    """The constant, and one weight for each of `NUMBERS` and `MARKS`."""


def is_fitted(language: str) -> bool:
    """Whether there are weights for *language*."""
    return _weights(language) is not None


def likelihoods(reading: Reading) -> dict[str, float]:
    """How likely each phrase of *reading* is a keyphrase, between 0 and 1."""
    weights = _weights(reading.tokens.language)
    if weights is None:
        return {}
    constant, *mixed = _mixed(weights, shape(reading))
    numbers, marks = mixed[: len(NUMBERS)], mixed[len(NUMBERS) :]
    found: dict[str, float] = {}
    for traits in reading.traits():
        score = constant + sum(map(mul, numbers, traits.numbers)) + sum([marks[mark] for mark in traits.marks])
        if traits.contexts:
            score += 2 * sum([marks[mark] for mark in traits.contexts]) / len(traits.contexts)
        found[traits.key] = 1 / (1 + math.exp(-max(-_CERTAIN, min(_CERTAIN, score))))
    return found


def shape(reading: Reading) -> tuple[float, ...]:
    """The values of `SHAPE` for an article."""
    tokens = reading.tokens
    count = len(tokens.words)
    return (
        math.log1p(count),
        float(bool(reading.title.words)),
        math.log1p(tokens.blocks[-1] + 1 if count else 0),
        len(tokens.names) / max(1, count),
    )


def _mixed(weights: _Weights, shape: Iterable[float]) -> list[float]:
    """One set of weights for a text of this *shape*: those of all kinds, by how much of each kind it is."""
    seen = (1.0, *shape)
    scores = [sum(map(mul, kind, seen)) for kind in weights.shape]
    powers = [math.exp(score - max(scores)) for score in scores]
    shares = [power / sum(powers) for power in powers]
    return [sum(map(mul, shares, column)) for column in zip(*weights.phrase, strict=True)]


@cache
def _weights(language: str) -> _Weights | None:
    path = shipped("assets") / "weights" / f"keyphrases_{language}.json"
    if not path.is_file():
        return None
    table = json.loads(path.read_text(encoding="utf-8"))
    return _Weights(
        shape=_by_kind(table["shape"], SHAPE, len(table["kinds"])),
        phrase=_by_kind(table["phrase"], (*NUMBERS, *MARKS), len(table["kinds"])),
    )


def _by_kind(table: Mapping[str, Sequence[float]], names: Iterable[str], kinds: int) -> Sequence[Sequence[float]]:
    """The columns of *table*: a line has one weight for each kind, and a name without line weighs nothing."""
    lines = [table["constant"], *(table.get(name, (0.0,) * kinds) for name in names)]
    return list(zip(*lines, strict=True))
