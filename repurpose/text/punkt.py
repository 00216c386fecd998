"""Which parts of NLTK that need no downloaded data do we use? Punkt with our own abbreviations, and Snowball."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING, Protocol

from repurpose.text.lexicons import abbreviations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["sentence_tokenizer", "stemmer"]

_SNOWBALL = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}

_OF_THREAD = threading.local()


class SentenceTokenizer(Protocol):
    """What we ask of NLTK's tokenizer."""

    def span_tokenize(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence."""


@cache
def sentence_tokenizer(language: str) -> SentenceTokenizer:
    """Punkt that knows the abbreviations of *language*; nothing is trained and nothing is loaded."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations(language))
    tokenizer: SentenceTokenizer = PunktSentenceTokenizer(parameters)
    return tokenizer


def stemmer(language: str) -> Callable[[str], str]:
    """The Snowball stemmer of *language*; the word itself where there is none."""
    name = _SNOWBALL.get(language)
    if name is None:
        return str
    # Some of NLTK's stemmers keep the word that they work on in themselves, so every thread has its own.
    stem: Callable[[str], str] | None = getattr(_OF_THREAD, name, None)
    if stem is None:
        from nltk.stem.snowball import SnowballStemmer

        stem = SnowballStemmer(name).stem
        setattr(_OF_THREAD, name, stem)
    return stem
