"""
How many words and syllables does a sentence have, counting only what is read as words?

Addresses, hashtags, mentions and emoji are no words; the parts of ``state-of-the-art`` and of ``YouTube`` are.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from repurpose.text import urls
from repurpose.text.syllables import syllables

__all__ = ["SentenceCounts", "count_sentence", "spoken_words"]

# An address that no platform would link, a hashtag, a mention (with its server), the digit of a keycap emoji.
_NO_WORDS = regex.compile(r"https?://\S++|(?<![\w&/])[#＃@＠]\w++(?:[@.\-]\w++)*+|[0-9#*]\uFE0F?\u20E3")
# Letters and figures, with what may stand inside ("don't", "1,000.5", "U.S."); the last full stop only of letters that
# are parted by full stops. Hyphens and dashes part words.
_WORD = regex.compile(r"(?:\p{L}\.){2,}+|[\p{L}\p{M}\p{N}]++(?:['’.,][\p{L}\p{M}\p{N}]++)*+")
# "You|Tube", "HTML|Parser"; but "LLMs", "iOS" stay whole, as a lone letter is no word.
_HUMP = regex.compile(r"(?<=\p{Ll}{2})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})")
# More than the longest German compounds; what is longer is a code or a key.
_LONGEST_WORD = 80

_POLYSYLLABLE = 3
# An ending that Gunning does not count when it makes the third syllable.
_INFLECTION = regex.compile(r"(?:es|ed|ing)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceCounts:
    """What the readability formulas need to know of one English sentence."""

    words: int
    syllables: int
    polysyllables: int
    """Words of three syllables or more."""
    complex_words: int
    """The same without names and without words that have the third syllable from -es, -ed or -ing."""


def spoken_words(text: str) -> tuple[str, ...]:
    """The words of *text* as they are read out, in order."""
    kept: list[str] = []
    end = 0
    for address in urls.find(text, urls.X, schemeless=True):
        kept.append(text[end : address.start])
        end = address.end
    kept.append(text[end:])
    prose = _NO_WORDS.sub(" ", " ".join(kept)).replace("’", "'")
    return tuple(part for word in _WORD.findall(prose) if len(word) <= _LONGEST_WORD for part in _HUMP.split(word))


def count_sentence(sentence: str) -> SentenceCounts:
    """What the formulas need to know of one English *sentence*."""
    words = spoken_words(sentence)
    lengths = [syllables(word) for word in words]
    long_words = [index for index, length in enumerate(lengths) if length >= _POLYSYLLABLE]
    return SentenceCounts(
        words=len(words),
        syllables=sum(lengths),
        polysyllables=len(long_words),
        complex_words=sum(_is_complex(words[index], is_first=index == 0) for index in long_words),
    )


def _is_complex(word: str, *, is_first: bool) -> bool:
    """Whether Gunning would count a *word* of three syllables or more."""
    if word[:1].isupper() and not is_first:
        return False
    bare = _INFLECTION.sub("", word)
    return bare == word or syllables(bare) >= _POLYSYLLABLE
