"""Is a short line made of furniture words alone, or does a short paragraph call on the reader to do something?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.sources.furniture.lexicon import UNSPACED, furniture_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.furniture.lexicon import Pair, Vocabulary

__all__ = ["call_kinds", "vocabulary_kind"]

# "Share this story on Facebook with your friends", "Menu Search Log in Subscribe".
_MOST_WORDS = 12
_MOST_CHARACTERS = 90
_UNSPACED_CHARACTERS = 24
_NUMBER = re.compile(r"[\d.,:]*\d(?:\s?[km+]\b\+?)?")
_WORD = re.compile(r"[^\W\d_](?:[\w'&@+-]*\w)?")
# A box of one or two sentences; the author's own paragraphs are longer.
_CALL_CHARACTERS = 320
_UNSPACED_CALL = 90
_SENTENCE = re.compile(r"(?<=[.!?…।؟])\s+|(?<=[。！？])")
_CALL_SHARE = 0.5


def vocabulary_kind(text: str) -> str | None:
    """The kind of a line of which every word is a furniture word of one language: ``Click to tweet``."""
    if len(text) > _MOST_CHARACTERS or "\n" in text:
        return None
    folded = text.casefold().replace("’", "'")
    is_unspaced = UNSPACED.search(folded) is not None
    words = _WORD.findall(_NUMBER.sub(" ", folded))
    # One word may be a heading; with a number it is a counter.
    if len(words) + (_NUMBER.search(folded) is not None) < 2 and not is_unspaced:  # noqa: PLR2004 - see above
        return None
    if not words or len(words) > _MOST_WORDS or (is_unspaced and len(folded) > _UNSPACED_CHARACTERS):
        return None
    for vocabulary in furniture_words().vocabularies:
        if is_unspaced and vocabulary.is_unspaced:
            kind = _unspaced_kind(folded, vocabulary)
        else:
            kind = _spaced_kind(words, vocabulary)
        if kind is not None:
            return kind
    return None


def _unspaced_kind(folded: str, vocabulary: Vocabulary) -> str | None:
    if not vocabulary.makes(folded):
        return None
    return next(
        (kind for kind, groups in vocabulary.rules if all(any(word in folded for word in one) for one in groups)), None
    )


def _spaced_kind(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    if not vocabulary.words.issuperset(words):
        return None
    for kind, groups in vocabulary.rules:
        # A word that is in both sets counts once.
        hits = {word for group in groups for word in group.intersection(words)}
        if len(hits) >= len(groups) and not any(group.isdisjoint(words) for group in groups):
            return kind
    return None


def call_kinds(folded: str, grams: frozenset[str]) -> tuple[str, ...]:
    """
    What a short paragraph mostly asks for: to subscribe, share, comment, pay, get the app; ``bio`` for who wrote.

    It is given casefolded, with its `grams_of`.
    """
    is_unspaced = UNSPACED.search(folded) is not None
    if len(folded) > (_UNSPACED_CALL if is_unspaced else _CALL_CHARACTERS) or "\n" in folded:
        return ()
    table = furniture_words()
    topics = set(table.topics.found_in(folded, grams))
    pairs = (
        [table.pairs[index] for index in sorted(topics.intersection(table.calls.found_in(folded, grams)))]
        if topics
        else []
    )
    return tuple(
        kind
        for kind in dict.fromkeys(pair.kind for pair in pairs)
        if _called(folded, [pair for pair in pairs if pair.kind == kind]) >= _CALL_SHARE * len(folded)
    )


def _called(folded: str, pairs: Sequence[Pair]) -> int:
    """How many characters of the text are sentences in which one of the *pairs* is."""
    return sum(len(sentence) + 1 for sentence in _SENTENCE.split(folded) if any(pair.is_in(sentence) for pair in pairs))
