"""
Which words of a language carry grammar only, and which short forms end in a full stop that ends no sentence?

Entries are lower case, in NFC, with straight apostrophes: look up ``word.lower().replace("’", "'")``. A language is a
BCP 47 tag of which only the first part counts (``pt-BR`` is ``pt``); one without lists has empty ones.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from repurpose.resources import shipped_text

__all__ = ["LEXICON_LANGUAGES", "abbreviations", "number_abbreviations", "stopwords"]

LEXICON_LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "nl", "pt", "ru", "uk", "zh")

# How the lists mark an abbreviation that is a word of its own unless a number follows it.
_BEFORE_NUMBER = " <number>"


def stopwords(language: str) -> frozenset[str]:
    """
    The function words of *language*: articles, pronouns, prepositions, conjunctions, auxiliaries, common adverbs.

    French and Italian have elided forms also without their apostrophe (``l``, ``qu``); Japanese, Chinese and Korean
    have particles and function words as they stand between other words.
    """
    return _entries("stopwords", language)[0]


def abbreviations(language: str) -> frozenset[str]:
    """Every abbreviation of *language*, without its last full stop: ``dr``, ``e.g``, ``no``."""
    return _entries("abbreviations", language)[0]


def number_abbreviations(language: str) -> frozenset[str]:
    """Those `abbreviations` that are words of their own unless a number follows: ``no`` in ``no. 5``."""
    return _entries("abbreviations", language)[1]


def _entries(kind: Literal["stopwords", "abbreviations"], language: str) -> tuple[frozenset[str], frozenset[str]]:
    """All entries of one list, and those that need a number after them."""
    primary = language.replace("_", "-").partition("-")[0].lower()
    return _read(kind, primary) if primary in LEXICON_LANGUAGES else (frozenset(), frozenset())


@cache
def _read(kind: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    lines = shipped_text("assets", "lexicons", kind, f"{language}.txt").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    before_number = [entry.removesuffix(_BEFORE_NUMBER) for entry in entries if entry.endswith(_BEFORE_NUMBER)]
    return frozenset(entry.removesuffix(_BEFORE_NUMBER) for entry in entries), frozenset(before_number)
