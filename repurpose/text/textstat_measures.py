"""
What does textstat say about a text, as far as it can say so without a corpus?

textstat reads English syllables from a corpus that it downloads when it is missing. The only functions that get there
are those that take a language, and only with English; so English has no such measure here, and nothing in this module
can reach the network. `textstat.backend` takes the language with each call, unlike the package's own functions, which
share one setting among all threads.

textstat ends a sentence at every full stop and leaves those of one or two words out of its count, but not their words
out of the text. What it gets is therefore rebuilt from our own sentences and words, without such short sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["MEASURES", "SHORTEST_SENTENCE", "measure", "reading_time"]

# Words of the shortest sentence that textstat counts.
SHORTEST_SENTENCE = 3

# Milliseconds per character: Demberg and Keller 2008, "Data from eye-tracking corpora as evidence for theories of
# syntactic processing complexity" (English readers).
_READING_PACE = 14.69

# Share of long words and length of sentences, no syllables: for every language that parts words by spaces and writes
# each sound as a letter.
_ALPHABETIC = ("lix", "rix")

MEASURES: Mapping[str, tuple[str, ...]] = {
    "da": _ALPHABETIC,
    "de": (
        "flesch_reading_ease",
        "wiener_sachtextformel_1",
        "wiener_sachtextformel_2",
        "wiener_sachtextformel_3",
        "wiener_sachtextformel_4",
        *_ALPHABETIC,
    ),
    "en": ("coleman_liau_index", "automated_readability_index", "mcalpine_eflaw", *_ALPHABETIC),
    "es": ("fernandez_huerta", "szigriszt_pazos", "gutierrez_polini", "crawford", *_ALPHABETIC),
    "fi": _ALPHABETIC,
    "fr": ("flesch_reading_ease", *_ALPHABETIC),
    "hu": ("flesch_reading_ease", *_ALPHABETIC),
    "it": ("flesch_reading_ease", "gulpease_index", *_ALPHABETIC),
    "nl": ("flesch_reading_ease", *_ALPHABETIC),
    "no": _ALPHABETIC,
    "pl": _ALPHABETIC,
    "pt": _ALPHABETIC,
    "ru": ("flesch_reading_ease", *_ALPHABETIC),
    "sv": _ALPHABETIC,
    "uk": _ALPHABETIC,
    "ar": ("osman",),
}
"""
By language, the measures that mean something there: those made for it, or fitted to it by constants of its own.

Fitted to English only, and so not offered elsewhere: the American school grades (Coleman-Liau, ARI) and EFLAW. Gunning
Fog is missing because textstat takes every language's easy words from an English list, Spanish apart.
"""

# Measures that count syllables; textstat hyphenates words for them.
_WITH_LANGUAGE = frozenset({"crawford", "fernandez_huerta", "flesch_reading_ease", "szigriszt_pazos"})


def measure(name: str, sentences: Sequence[Sequence[str]], language: str) -> float | None:
    """
    The measure *name*, one of `MEASURES` of *language*, of *sentences* made of words.

    ``None`` when textstat has nothing to measure it with or on.
    """
    if name not in MEASURES.get(language, ()) or not sentences:
        return None
    try:
        return _function(name, language)(_plain_text(sentences))
    except KeyError:
        # The hyphenation patterns of this language are missing.
        return None
    finally:
        _forget()


def reading_time(text: str) -> float:
    """Seconds that it takes to read *text*."""
    from textstat.backend import metrics

    try:
        return float(metrics.reading_time(text, _READING_PACE))
    finally:
        _forget()


def _function(name: str, language: str) -> Callable[[str], float]:
    """The function of textstat for one measure, of the text alone."""
    from textstat.backend import metrics

    if name.startswith("wiener_sachtextformel_"):
        return lambda text: float(metrics.wiener_sachtextformel(text, int(name[-1]), language))
    function = getattr(metrics, name)
    if name in _WITH_LANGUAGE:
        return lambda text: float(function(text, language))
    return lambda text: float(function(text))


def _plain_text(sentences: Sequence[Sequence[str]]) -> str:
    """The words with a full stop after each sentence and none inside: ``3.5`` and ``U.S.`` are no ends."""
    return " ".join(" ".join(words).replace(".", "") + "." for words in sentences)


def _forget() -> None:
    """Empty textstat's caches: each of its functions keeps the last 128 texts that it has seen."""
    from textstat.backend import counts, metrics, selections, transformations

    for module in (counts, metrics, selections, transformations):
        for name in module.__all__:
            getattr(module, name).cache_clear()
