"""
What is a Korean word without the particle that is attached to it?

Many particles have two forms, one after a consonant and one after a vowel; only the form that fits is taken off, so
that few words lose a syllable of their own.
"""

from __future__ import annotations

__all__ = ["without_particle"]

_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS = 0xAC00, 0xD7A3, 28
# The final consonant after which "로" stands as after a vowel.
_RIEUL = 8
# The longest first.
# fmt: off
_ANYWHERE = (
    "에서는", "에게서", "으로서", "으로써", "에서도", "까지는", "부터는", "이라는", "이라고", "입니다", "에서의",
    "에서", "에게", "한테", "까지", "부터", "처럼", "보다", "마다", "조차", "만큼", "에는", "에도", "만이", "들의",
    "에", "의", "도", "만",
)
# fmt: on
_AFTER_CONSONANT = ("으로는", "으로", "이나", "이란", "이라", "은", "이", "을", "과")
_AFTER_VOWEL = ("로서", "로써", "라는", "라고", "로는", "로", "나", "란", "는", "가", "를", "와")
# What is left has to be a word: most nouns have two syllables.
_SHORTEST = 2


def without_particle(word: str) -> str:
    """*word* without its last particle, where one is attached to two syllables or more."""
    for particle in _ANYWHERE:
        if _fits(word, particle):
            return word.removesuffix(particle)
    for particle in _AFTER_CONSONANT:
        if _fits(word, particle) and _final(word[-len(particle) - 1]) > 0:
            return word.removesuffix(particle)
    for particle in _AFTER_VOWEL:
        if _fits(word, particle) and _final(word[-len(particle) - 1]) in {0, _RIEUL if particle[0] == "로" else 0}:
            return word.removesuffix(particle)
    return word


def _fits(word: str, particle: str) -> bool:
    return word.endswith(particle) and len(word) - len(particle) >= _SHORTEST


def _final(syllable: str) -> int:
    """The number of the final consonant of *syllable*: 0 for none, -1 where it is no Korean syllable."""
    code = ord(syllable)
    return (code - _FIRST_SYLLABLE) % _FINALS if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE else -1
