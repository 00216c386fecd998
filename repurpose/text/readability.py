"""
How hard is a text to read, and how sure can one be of it?

English is measured by the published formulas on our own counts of sentences, words and syllables; what textstat adds
to them, and all that it has for other languages, comes from `repurpose.text.textstat_measures`. Nothing here needs a
corpus.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.text.languages import primary_language
from repurpose.text.textstat_measures import MEASURES, SHORTEST_SENTENCE, measure, reading_time
from repurpose.text.word_counts import SentenceCounts, count_sentence, spoken_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["FORMULAS", "Metric", "english_readability", "readability"]

# Below these a score says more about which sentences happened to be taken than about the text: every other stretch of
# five sentences from one book is off by more than two school grades.
_RELIABLE_WORDS = 100
_RELIABLE_SENTENCES = 5
# SMOG is defined on thirty sentences.
_SMOG_SENTENCES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One measure of a text."""

    name: str
    value: float
    standard_error: float | None
    """By the jackknife over sentences; ``None`` for a single sentence and for what textstat measures."""
    words: int
    sentences: int
    """How much was measured."""
    is_reliable: bool
    """Whether that is enough for the value to mean something."""


@dataclass(frozen=True, slots=True)
class _Totals:
    """What a formula is fed with."""

    sentences: int
    words: int
    syllables: int
    polysyllables: int
    complex_words: int

    def without(self, sentence: SentenceCounts) -> _Totals:
        """The totals of all the other sentences."""
        return _Totals(
            self.sentences - 1,
            self.words - sentence.words,
            self.syllables - sentence.syllables,
            self.polysyllables - sentence.polysyllables,
            self.complex_words - sentence.complex_words,
        )


FORMULAS: Mapping[str, Callable[[_Totals], float]] = {
    # Flesch 1948, "A new readability yardstick", Journal of Applied Psychology 32.
    "flesch_reading_ease": lambda n: 206.835 - 1.015 * n.words / n.sentences - 84.6 * n.syllables / n.words,
    # Kincaid, Fishburne, Rogers and Chissom 1975, Naval Technical Training Command, Research Branch Report 8-75.
    "flesch_kincaid_grade": lambda n: 0.39 * n.words / n.sentences + 11.8 * n.syllables / n.words - 15.59,
    # McLaughlin 1969, "SMOG grading: a new readability formula", Journal of Reading 12.
    "smog_index": lambda n: 1.0430 * math.sqrt(30 * n.polysyllables / n.sentences) + 3.1291,
    # Gunning 1952, "The Technique of Clear Writing".
    "gunning_fog": lambda n: 0.4 * (n.words / n.sentences + 100 * n.complex_words / n.words),
}
"""Of English, on counts; Reading Ease rises with ease, the other three are American school grades."""


def readability(text: str, sentences: Sequence[str], language: str) -> tuple[Metric, ...]:
    """
    Every measure of *text*, cut into *sentences*, that means something in *language*, a BCP 47 tag.

    The order is always the same; measures without anything to measure are left out. ``reading_time`` is in seconds.
    What textstat measures leaves out sentences of one or two words.
    """
    primary = primary_language(language) or "und"
    if primary not in MEASURES:
        return ()
    own = english_readability(sentences) if primary == "en" else ()
    return (*own, *_by_textstat(text, sentences, primary))


def english_readability(sentences: Sequence[str]) -> tuple[Metric, ...]:
    """The `FORMULAS` of English *sentences*; none without words. Loads no other package."""
    counts = [sentence for sentence in map(count_sentence, sentences) if sentence.words]
    if not counts:
        return ()
    totals = _Totals(
        len(counts),
        sum(sentence.words for sentence in counts),
        sum(sentence.syllables for sentence in counts),
        sum(sentence.polysyllables for sentence in counts),
        sum(sentence.complex_words for sentence in counts),
    )
    others = [totals.without(sentence) for sentence in counts] if len(counts) > 1 else []
    return tuple(
        Metric(
            name=name,
            value=formula(totals),
            standard_error=_jackknife([formula(rest) for rest in others]) if others else None,
            words=totals.words,
            sentences=totals.sentences,
            is_reliable=_is_reliable(name, totals.words, totals.sentences),
        )
        for name, formula in FORMULAS.items()
    )


def _by_textstat(text: str, sentences: Sequence[str], language: str) -> tuple[Metric, ...]:
    """What textstat measures."""
    spoken = [words for words in map(spoken_words, sentences) if words]
    if not spoken:
        return ()
    measured = [words for words in spoken if len(words) >= SHORTEST_SENTENCE]
    size = sum(map(len, measured))
    values = {name: measure(name, measured, language) for name in MEASURES[language]}
    metrics = [
        Metric(
            name=name,
            value=value,
            standard_error=None,
            words=size,
            sentences=len(measured),
            is_reliable=_is_reliable(name, size, len(measured)),
        )
        for name, value in values.items()
        if value is not None
    ]
    time = Metric(
        name="reading_time",
        value=reading_time(text),
        standard_error=None,
        words=sum(map(len, spoken)),
        sentences=len(spoken),
        # A sum over characters: a short text has a short one.
        is_reliable=True,
    )
    return (*metrics, time)


def _is_reliable(name: str, words: int, sentences: int) -> bool:
    enough = _SMOG_SENTENCES if name == "smog_index" else _RELIABLE_SENTENCES
    return words >= _RELIABLE_WORDS and sentences >= enough


def _jackknife(estimates: Sequence[float]) -> float:
    """The standard error of an estimate, from what it is without each sentence in turn."""
    count = len(estimates)
    mean = math.fsum(estimates) / count
    return math.sqrt((count - 1) / count * math.fsum((estimate - mean) ** 2 for estimate in estimates))
