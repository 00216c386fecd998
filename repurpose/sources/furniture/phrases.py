"""Which of a thousand phrases does a line hold, without looking for each of them?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["GRAM", "Phrases", "grams_of"]

# So many characters in a row: rare enough to rule out nearly all phrases, short enough for most of them.
GRAM = 4

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases with their values, found by the characters that they begin with."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_gram: dict[str, list[tuple[int, str, Value]]] = {}
        self._short: list[tuple[int, str, Value]] = []
        for order, (phrase, value) in enumerate(phrases):
            home = self._short if len(phrase) < GRAM else self._by_gram.setdefault(phrase[:GRAM], [])
            home.append((order, phrase, value))

    def found_in(self, text: str, grams: frozenset[str]) -> Sequence[Value]:
        """The values of all phrases in the casefolded *text*, whose `grams_of` are given, in the order of the table."""
        candidates = [*self._short]
        for gram in grams & self._by_gram.keys():
            candidates += self._by_gram[gram]
        return [value for _, phrase, value in sorted(candidates, key=_order) if phrase in text]


def grams_of(text: str) -> frozenset[str]:
    """Every run of `GRAM` characters in *text*."""
    return frozenset([text[start : start + GRAM] for start in range(len(text) - GRAM + 1)])


def _order(candidate: tuple[int, str, object]) -> int:
    return candidate[0]
