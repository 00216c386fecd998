"""
Which words of a language carry grammar only, and which short forms end in a full stop that ends no sentence?

Entries are lower case, in NFC, with straight apostrophes: look up ``word.lower().replace("’", "'")``. A language is a
BCP 47 tag of which only the first part counts (``pt-BR`` is ``pt``); one without lists has empty ones.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from repurpose.resources import shipped_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LEXICON_LANGUAGES", "abbreviation_kinds", "abbreviations", "number_abbreviations", "stopwords"]

LEXICON_LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "nl", "pt", "ru", "uk", "zh")

_ENTRY = re.compile(r"(?P<entry>.+?)(?: <(?P<kind>number|name|end)>)?")
_NONE: Mapping[str, str] = MappingProxyType({})


def stopwords(language: str) -> frozenset[str]:
    """
    The function words of *language*: articles, pronouns, prepositions, conjunctions, auxiliaries, common adverbs.

    French and Italian have elided forms also without their apostrophe (``l``, ``qu``); Japanese, Chinese and Korean
    have particles and function words as they stand between other words.
    """
    return _words(_primary(language))


def abbreviations(language: str) -> frozenset[str]:
    """Every abbreviation of *language*, without its last full stop: ``dr``, ``e.g``, ``no``."""
    return _of_kind(_primary(language), None)


def number_abbreviations(language: str) -> frozenset[str]:
    """Those `abbreviations` that are words of their own unless a number follows: ``no`` in ``no. 5``."""
    return _of_kind(_primary(language), "number")


def abbreviation_kinds(language: str) -> Mapping[str, str]:
    """
    What each of the `abbreviations` says of the sentence around it.

    ``number``: it is one only before a number. ``name``: what it belongs to follows, so it ends no sentence. ``end``:
    it closes what it belongs to, so a capital after it opens a sentence. Empty: the word after it has to decide.
    """
    return _read("abbreviations", _primary(language))


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(_read("stopwords", language))


@cache
def _of_kind(language: str, wanted: Literal["number"] | None) -> frozenset[str]:
    kinds = _read("abbreviations", language)
    return frozenset(entry for entry, kind in kinds.items() if wanted in (None, kind))


@cache
def _read(kind: str, language: str) -> Mapping[str, str]:
    """The entries of one list, in its order, each with its kind."""
    if language not in LEXICON_LANGUAGES:
        return _NONE
    lines = shipped_text("assets", "lexicons", kind, f"{language}.txt").splitlines()
    matches = (_ENTRY.fullmatch(line) for line in lines if not line.startswith("#"))
    return MappingProxyType({match["entry"]: match["kind"] or "" for match in matches if match})
