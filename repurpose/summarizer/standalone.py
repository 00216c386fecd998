"""
Does a sentence say something to a reader who has seen nothing else?

English is tested for a finite verb and for pronouns and definite nouns that point backwards; the other languages by
their own opening words, end marks and length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.text.discourse import discourse
from repurpose.text.words import fold_apostrophes, stem, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from repurpose.text.discourse import Discourse

__all__ = ["has_link", "has_verb", "is_balanced", "is_complete", "stands_alone"]

_END = re.compile(r"[.!?…。！？।॥؟۔][\"'”’»“›)\]」』）*_]*$")
_QUESTION = re.compile(r"[?？؟][\"'”’»“›)\]」』）*_]*$")
# A sentence that ends in a footnote mark is limited by a note that is not there; one that ends in "here" was a link.
_LIMITED = re.compile(r"[*†‡]\)?$|\bhere[.!]$")
# An address or a hashtag inside a sentence is a piece of another post.
_LINK = re.compile(r"https?://|www\.|(?<![\w&])[#＃]\w")
_POINTER = re.compile(r"\b(this|these|those|he|she|his|her|they|their|them)\b", re.IGNORECASE)
# Somebody for a pronoun to mean: a name inside the sentence, or its subject when a verb follows at once.
_NAME = re.compile(
    r"(?<=\s)[A-Z][a-z]+|^(?!\w*s\b)[A-Z]\w+ (?:is|was|has|had|will|may|could|would|can|says|said|\w+ed)\b"
)
_MANY = re.compile(r"\b[a-z]{3,}s\b|\b(people|team|everyone|children|women|men|staff|police)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"^[\"“(]*The ((?:[a-z]+ )?)([a-z]+)\b(?! (?:of|that|who|which|where|to|behind|between|in|for|from)\b)"
)
# "For the staff in the offices, it saved time": the phrase in front names somebody else.
_FRONTED_IT = re.compile(
    r"^(?:For|In|With|At|By|On|During|After|Before|Since|From|To|As|When|While|If) [^,]{3,80}, (?:it|they)\b"
)
_TRAILING_ECHO = re.compile(r"\b(too|either|as well|instead)[.!]$")
_FINITE = re.compile(r"[^s]s$|ed$|n't$|'(?:ll|re|ve|d)$")
_PAIRS = (("“", "”"), ("(", ")"), ("«", "»"), ("「", "」"))
_UNSPACED = frozenset({"ja", "zh"})
_SHORTEST_WORDS = 5
_SHORTEST_UNSPACED = 10


def stands_alone(text: str, language: str, topic: Collection[str] = ()) -> bool:
    """
    Whether the sentence *text* can be read first.

    *topic* holds the stems of what the reader knows anyway, from the title.
    """
    own = discourse(language)
    if (
        text.lstrip('“"«„(')[:1].islower()
        or not is_complete(text, language)
        or own.openers.match(text)
        or own.deictics.search(text)
        or has_link(text)
    ):
        return False
    if language != "en":
        return True
    return has_verb(text, own) and not _TRAILING_ECHO.search(text) and not _points_back(text, topic)


def has_link(text: str) -> bool:
    """Whether an address or a hashtag stands in *text*."""
    return _LINK.search(text) is not None


def is_complete(text: str, language: str) -> bool:
    """Whether *text* is a whole statement by its marks and length: no question or lead-in, nothing cut or limited."""
    if not _END.search(text) or _QUESTION.search(text) or not is_balanced(text) or text.endswith(("...", "…")):
        return False
    if _LIMITED.search(text):
        return False
    if language in _UNSPACED:
        return len(text) >= _SHORTEST_UNSPACED
    least = 3 if language in ("ar", "hi", "ko", "ru", "uk") else _SHORTEST_WORDS
    return len(words(text, language)) >= least


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket has its partner."""
    return all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS) and text.count('"') % 2 == 0


def has_verb(text: str, own: Discourse) -> bool:
    """Whether *text* holds a word that looks like a finite English verb."""
    found = [fold_apostrophes(word) for word in words(text)]
    return any(
        word in own.auxiliaries or (index > 0 and len(word) > 3 and _FINITE.search(word) is not None)  # noqa: PLR2004
        for index, word in enumerate(found)
    )


def _points_back(text: str, topic: Collection[str]) -> bool:
    """Whether a pronoun or a definite noun in *text* needs a sentence before it."""
    for match in _POINTER.finditer(text):
        before, word = text[: match.start()], match[1].lower()
        if word in ("this", "these", "those"):
            if len(before) < 90:  # noqa: PLR2004 - by then the sentence has named what it points at
                return True
        elif word in ("he", "she", "his", "her"):
            if not _NAME.search(before):
                return True
        elif not _MANY.search(before):
            return True
    if _FRONTED_IT.match(text):
        return True
    definite = _DEFINITE.match(text)
    return (
        definite is not None
        and bool(topic)
        and stem(definite[2]) not in topic
        and stem(definite[1].strip()) not in topic
    )
