"""Which of a thousand phrases does a line hold, without looking for each of them?"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Phrases", "grams_of"]

# The first characters of a phrase: enough to rule out nearly all phrases, and few phrases have less.
_GRAM = 4
_SHORT_GRAM = 2
# In these scripts a phrase begins anywhere: words are not parted, or an article and "and" are written to the noun.
_ANYWHERE = re.compile(r"[\u0600-\u06ff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_AT_WORDS = re.compile(r"\b(?=(\w.{0,3}))", re.DOTALL)

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases with their values, found by the characters that they begin with."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_gram: dict[str, list[tuple[int, str, Value]]] = {}
        self._by_sign: list[tuple[int, str, Value]] = []
        for order, (phrase, value) in enumerate(phrases):
            word = phrase.lstrip()
            gram = word[: _GRAM if len(word) >= _GRAM else _SHORT_GRAM]
            home = self._by_gram.setdefault(gram, []) if word[0].isalnum() else self._by_sign
            home.append((order, phrase, value))

    def found_in(self, text: str, grams: frozenset[str]) -> Sequence[Value]:
        """The values of all phrases in the casefolded *text*, whose `grams_of` are given, in the order of the table."""
        found = [entry for entry in self._by_sign if entry[1] in text]
        for gram in grams & self._by_gram.keys():
            found += [entry for entry in self._by_gram[gram] if entry[1] in text]
        return [value for _, _, value in sorted(found, key=itemgetter(0))]


def grams_of(text: str) -> frozenset[str]:
    """What a phrase in the casefolded *text* may begin with: the first two and the first four characters of words."""
    if text.isascii() or _ANYWHERE.search(text) is None:
        grams = _AT_WORDS.findall(text)
    else:
        grams = [text[start : start + _GRAM] for start in range(len(text))]
    return frozenset([*grams, *[gram[:_SHORT_GRAM] for gram in grams]])
