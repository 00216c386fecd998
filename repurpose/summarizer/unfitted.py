"""
How strong is a phrase in a language for which no weights were fitted?

By how often it is said, whether the title says it, whether it is a name, and how many words it has.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from repurpose.text.lexicons import stopwords
from repurpose.text.words import CAPITAL_NOUNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.summarizer.phrases import Reading
    from repurpose.summarizer.spellings import Token

__all__ = ["NAME_RATIO", "strengths"]

_WORDS_BONUS: Mapping[int, float] = {1: 1.0, 2: 1.5, 3: 1.35, 4: 1.1, 5: 1.0}
_NAME_BONUS = 1.6
_TITLE_BONUS = 1.8
_LEAD_BONUS = 1.2
# About the first screen.
_LEAD = 1500
# So strong is a phrase halfway between no keyphrase and a sure one.
_MIDDLE = 4.0
_LONGEST_COMMON = 3
# Where nothing is known of a language: words shorter than this, and of the commonest ones those shorter than that.
_SHORTEST, _LONG, _COMMONEST = 4, 7, 15
_UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my"})
NAME_RATIO = 6
"""A name stands for its parts unless they are used this much more often; any other phrase sooner gives way."""
_PHRASE_RATIO = 2


def strengths(reading: Reading) -> dict[str, float]:
    """The strength of each phrase of *reading* that may be a topic, between 0 and 1."""
    found: dict[str, float] = {}
    for key in (*reading.phrases, *(key for key in reading.titled if key not in reading.phrases)):
        is_name = reading.name_share(key) > 1 / 2
        if _is_topical(reading, key, is_name=is_name):
            found[key] = _score(reading, key, is_name=is_name)
    _absorb_parts(found, reading)
    return {key: score / (_MIDDLE + score) for key, score in found.items()}


def _is_topical(reading: Reading, key: str, *, is_name: bool) -> bool:
    """Whether the phrase may stand as a topic: often enough, and not made of words that name none."""
    words = reading.words(key)
    count = len(reading.phrases.get(key, ()))
    if all(word.is_generic for word in words) or any(_is_function_word(word, reading) for word in words):
        return False
    if len(words) == 1:
        text = reading.surface(key)
        if len(text) == 1 or (reading.tokens.language in CAPITAL_NOUNS and text.islower()):
            return False
        return is_name or count > 1 or key in reading.titled
    # A long phrase that is no name is a piece of a sentence.
    is_term = len(words) <= _LONGEST_COMMON or reading.tokens.language in _UNSPACED
    return is_name or (count > 1 and is_term and not words[-1].is_generic)


def _is_function_word(word: Token, reading: Reading) -> bool:
    """
    Whether *word* only holds others together.

    An English one in a text of another language does, and where the language has no list a short or common one.
    """
    if word.has_capital or not word.text.isalpha() or reading.tokens.language in _UNSPACED:
        return False
    own = stopwords(reading.tokens.language)
    if own:
        return word.text in stopwords("en") and word.text not in own
    common = {stem for stem, _ in reading.counts.most_common(_COMMONEST)}
    return len(word.text) < _SHORTEST or (word.stem in common and len(word.text) < _LONG)


def _score(reading: Reading, key: str, *, is_name: bool) -> float:
    words = reading.words(key)
    places = reading.phrases.get(key, [])
    leads = bool(places) and reading.tokens.starts[places[0]] < _LEAD
    generic = sum(word.is_generic for word in words) / len(words)
    return (
        (1 + math.log(len(places) or 1))
        * _WORDS_BONUS[len(words)]
        * (_NAME_BONUS if is_name else 1.0)
        * (_TITLE_BONUS if key in reading.titled else 1.0)
        * (_LEAD_BONUS if leads else 1.0)
        * (1 - generic / 2)
    )


def _absorb_parts(scores: dict[str, float], reading: Reading) -> None:
    """Let a phrase stand for its parts, unless these are said much more often."""
    for longer in sorted((key for key in scores if " " in key), key=lambda key: (-key.count(" "), key)):
        if longer not in scores:
            continue
        count = len(reading.phrases.get(longer, ())) + (longer in reading.titled)
        most = count * (NAME_RATIO if reading.name_share(longer) > 1 / 2 else _PHRASE_RATIO)
        stems = longer.split(" ")
        for size in range(1, len(stems)):
            for start in range(len(stems) - size + 1):
                part = " ".join(stems[start : start + size])
                if part in scores and len(reading.phrases.get(part, ())) <= most:
                    scores[longer] = max(scores[longer], scores.pop(part) + 0.1)
