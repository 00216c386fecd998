"""Which of a thousand phrases does a line hold, without looking for each of them?"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Phrases", "grams_of"]

# The first characters of a phrase's first word: enough to rule out nearly all phrases.
_GRAM = 4
# In these scripts a phrase begins anywhere: words are not parted, or an article and "and" are written to the noun.
_UNPARTED = re.compile(r"[\u0600-\u06ff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNPARTED_GRAM = 2
_WORD = re.compile(r"\w+")

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases with their values, found by what they begin with."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_gram: dict[str, list[tuple[int, str, Value]]] = {}
        self._by_sign: list[tuple[int, str, Value]] = []
        for order, (phrase, value) in enumerate(phrases):
            gram = _gram_of(phrase.lstrip())
            home = self._by_sign if gram is None else self._by_gram.setdefault(gram, [])
            home.append((order, phrase, value))

    def found_in(self, text: str, grams: frozenset[str]) -> Sequence[Value]:
        """The values of all phrases in the casefolded *text*, whose `grams_of` are given, in the order of the table."""
        found = [entry for entry in self._by_sign if entry[1] in text]
        for gram in grams & self._by_gram.keys():
            found += [entry for entry in self._by_gram[gram] if entry[1] in text]
        return [value for _, _, value in sorted(found, key=itemgetter(0))]


def grams_of(text: str) -> frozenset[str]:
    """What a phrase in the casefolded *text* may begin with."""
    grams = [word[:_GRAM] for word in _WORD.findall(text)]
    if not text.isascii() and _UNPARTED.search(text) is not None:
        grams += [text[start : start + _UNPARTED_GRAM] for start in range(len(text))]
    return frozenset(grams)


def _gram_of(phrase: str) -> str | None:
    """The gram that a *phrase* is kept under; ``None`` for one that begins with a sign."""
    if _UNPARTED.match(phrase) is not None:
        return phrase[:_UNPARTED_GRAM]
    word = _WORD.match(phrase)
    return word[0][:_GRAM] if word is not None else None
