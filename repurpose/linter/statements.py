"""Which sentences of the article does a sentence of a post repeat in its own words?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.linter.folding import fold
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Statements", "index_statements"]

_WORD = re.compile(r"\w+")
_FEWEST_LETTERS = 3
# What the forms of a word have in common: lead, leads, leading.
_BEGINNING = 4
# Of the weighty words of the post's sentence, and how many at least: on real articles and the posts made from them,
# fewer call two sentences about the same thing the same statement.
_LIKE = 0.6
_FEWEST_SHARED = 3
# A word of more sentences tells little, and following it would cost the product of both lengths.
_COMMON = 32
# What is longer is a list or a text without full stops, and shares words with everything.
_LONGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The sentences of an article, to be found by their weighty words."""

    texts: tuple[str, ...]
    weights: tuple[frozenset[str], ...]
    """The beginnings of the weighty words of each."""
    places: Mapping[str, tuple[int, ...]]
    """Which of them a beginning occurs in."""
    language: str

    def nearest(self, said: str) -> tuple[str, ...]:
        """The sentences that share the most weighty words with *said*; none where that is too little to tell."""
        wanted = _weighty(said, self.language)
        if len(wanted) < _FEWEST_SHARED:
            return ()
        routes = sorted((self.places[word] for word in wanted if word in self.places), key=len)
        near = {at for route in routes if len(route) <= _COMMON for at in route} or set(
            routes[0][:_COMMON] if routes else ()
        )
        shared = {at: len(wanted & self.weights[at]) for at in sorted(near)}
        most = max(shared.values(), default=0)
        if most < _FEWEST_SHARED or most < _LIKE * len(wanted):
            return ()
        return tuple(self.texts[at] for at, count in shared.items() if count == most)


def index_statements(texts: Iterable[str], language: str) -> Statements:
    """The sentences *texts* with what finds them again."""
    texts = tuple(texts)
    weights = tuple(_weighty(text, language) if len(text) <= _LONGEST else frozenset[str]() for text in texts)
    places: dict[str, list[int]] = {}
    for at, words in enumerate(weights):
        for word in words:
            places.setdefault(word, []).append(at)
    return Statements(
        texts=texts,
        weights=weights,
        places={word: tuple(found) for word, found in places.items()},
        language=language,
    )


def _weighty(sentence: str, language: str) -> frozenset[str]:
    stop = stopwords(language)
    return frozenset(
        word[:_BEGINNING]
        for word in _WORD.findall(fold(sentence))
        if (len(word) >= _FEWEST_LETTERS or word.isdigit()) and word not in stop
    )
