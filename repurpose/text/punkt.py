"""Which parts of NLTK that need no downloaded data do we use? Punkt with our own abbreviations, and Snowball."""

from __future__ import annotations

import threading
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol

from repurpose.text.lexicons import abbreviations, stopwords

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["opens_sentence", "parts_sentences", "stemmer"]

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


# NLTK's flag for a type of word that was seen in lower case inside a sentence.
_SMALL_INSIDE_SENTENCES = 1 << 5
# Function words that are surnames as well: "George Will", "Theresa May", "Thomas More", "Professor An".
_NAMES = frozenset({"an", "best", "down", "few", "long", "may", "more", "so", "will"})


class SentenceTokenizer(Protocol):
    """What we ask of NLTK's tokenizer."""

    def text_contains_sentbreak(self, text: str) -> bool:
        """Whether one sentence ends in *text* and another begins."""


def opens_sentence(word: str, language: str) -> bool:
    """Whether *word*, written so, is one that a capital only gets at the start of a sentence: ``The``, not ``IT``."""
    return (len(word) == 1 or word[1:].islower()) and word[0].isupper() and word.lower() in _openers(language)


@lru_cache(maxsize=20_000)
def parts_sentences(token: str, following: str, language: str) -> bool:
    """Whether the full stop at the end of *token* ends a sentence, with *following* as the next word."""
    return _tokenizer(language).text_contains_sentbreak(f"{token} {following}")


@cache
def _openers(language: str) -> frozenset[str]:
    return stopwords(language) - _NAMES


@cache
def _tokenizer(language: str) -> SentenceTokenizer:
    """
    Punkt with our own parameters; nothing is trained and nothing is loaded.

    It knows our abbreviations, and of the function words that they are written small unless they open a sentence:
    that is all that its orthographic heuristic asks for.
    """
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations(language))
    parameters.sent_starters = set(_openers(language))
    for word in _openers(language):
        parameters.add_ortho_context(word, _SMALL_INSIDE_SENTENCES)
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
