"""
What are the words of a text, and what are their stems?

Where a script puts no spaces between words (Chinese, Japanese), a word is approximated: runs of Han characters give
overlapping pairs, runs of Katakana or Latin letters count as one word, and Hiragana, which writes grammar, is skipped.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from repurpose.text.lexicons import stopwords
from repurpose.text.punkt import stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["content_stems", "fold_apostrophes", "stem", "words"]

_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+(?:['’\-‑.&][\p{L}\p{M}\p{Nd}]+)*")
_UNSPACED = regex.compile(
    r"[\p{Han}々]+|\p{Katakana}[\p{Katakana}ー]*|[\p{Latin}\p{Nd}]+(?:['’\-.][\p{Latin}\p{Nd}]+)*"
)
_HAN = regex.compile(r"[\p{Han}々]+")


def fold_apostrophes(word: str) -> str:
    """*word* in lower case with the straight apostrophe that word lists use."""
    return word.lower().replace("’", "'")


def words(text: str, language: str = "en") -> tuple[str, ...]:
    """The words of *text* as written, in order."""
    if language not in ("ja", "zh"):
        return tuple(_WORD.findall(text))
    found: list[str] = []
    for run in _UNSPACED.findall(text):
        if len(run) > 2 and _HAN.fullmatch(run):  # noqa: PLR2004 - a pair is a word already
            found.extend(run[i : i + 2] for i in range(len(run) - 1))
        else:
            found.append(run)
    return tuple(found)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "en") -> str:
    """The stem of one *word*, without a possessive ending."""
    folded = fold_apostrophes(word)
    if language == "en":
        folded = folded.removesuffix("'s").removesuffix("'")
    return stemmer(language)(folded)


def content_stems(text: str, language: str = "en") -> Sequence[str]:
    """Stems of the words of *text* that carry meaning, in order, repeats included."""
    stop = stopwords(language)
    shortest = 1 if language in ("ja", "zh", "ko") else 3
    return [
        stem(word, language)
        for word in words(text, language)
        if fold_apostrophes(word) not in stop and (len(word) >= shortest or word.isupper())
    ]
