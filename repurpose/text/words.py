"""
What are the words of a text, and what are their stems?

Where a script puts no spaces between words, a word is approximated, without a dictionary. Chinese: function words cut
a run of Han characters, and what is left between them is a word of one or two characters or gives overlapping pairs.
Japanese: a run of kanji is such a word or such pairs, runs of Katakana or Latin letters count as one word, and
Hiragana, which writes grammar, is skipped. Thai and Lao: what stands between spaces is cut before each vowel that opens
a syllable. Korean has spaces; its stems are without the particle that is attached to them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from repurpose.text.korean import without_particle
from repurpose.text.lexicons import stopwords
from repurpose.text.punkt import stemmer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["CAPITAL_NOUNS", "UNSPACED", "content_stems", "fold_apostrophes", "stem", "stems_of", "words"]

CAPITAL_NOUNS = frozenset({"de"})
"""Where capitals mark every noun they do not mark names."""
UNSPACED = frozenset({"ja", "zh"})
"""Languages with word lists that put no spaces between words."""

# Apostrophes, hyphens, the full stop of "Node.js" and "3.5", the ampersand, the dot of "col·lega", and the joiners and
# soft hyphens that nobody sees stand inside words. A comma does not: "4,000" counts as two.
_INSIDE = r"['’\-‑.&·״׳\u00ad\u200c\u200d]"
_WORD = regex.compile(rf"[\p{{L}}\p{{M}}\p{{Nd}}]+(?:{_INSIDE}[\p{{L}}\p{{M}}\p{{Nd}}]+)*")
_UNSPACED = regex.compile(
    r"[\p{Han}々]+|\p{Katakana}[\p{Katakana}ー]*|[\p{Latin}\p{Nd}]+(?:['’\-.][\p{Latin}\p{Nd}]+)*"
)
_HAN = regex.compile(r"[\p{Han}々]+")
_THAI_LAO = regex.compile(r"[\p{Thai}\p{Lao}]")
_SYLLABLE = regex.compile(r"(?<=.)(?=[เแโใไເແໂໃໄ])")
# An elided article or pronoun: "l'école", "dell'acqua".
_ELIDED = regex.compile(r"^(\p{L}+)'(?=\p{L})")
# Nothing longer is a word, and it is not remembered.
_LONGEST_WORD = 100
# No Chinese function word is longer.
_LONGEST = 4
_ELIDING = frozenset({"fr", "it", "ca"})


def fold_apostrophes(word: str) -> str:
    """*word* in lower case with the straight apostrophe that word lists use."""
    return _folded(word) if len(word) <= _LONGEST_WORD else _folded.__wrapped__(word)


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return word.lower().replace("’", "'").replace("ʼ", "'")


def words(text: str, language: str = "en") -> tuple[str, ...]:
    """The words of *text* as written, in order."""
    if language in UNSPACED:
        return tuple(_unspaced(text, language))
    found = _WORD.findall(text)
    if _THAI_LAO.search(text):
        return tuple(part for word in found for part in _SYLLABLE.split(word))
    return tuple(found)


def _unspaced(text: str, language: str) -> Iterator[str]:
    for run in _UNSPACED.findall(text):
        if not _HAN.fullmatch(run):
            yield run
            continue
        for part in _parts(run) if language == "zh" else (run,):
            if len(part) <= 2 or part in stopwords(language):  # noqa: PLR2004 - a pair is a word already
                yield part
            else:
                yield from (part[first : first + 2] for first in range(len(part) - 1))


def _parts(run: str) -> Iterator[str]:
    """The function words of a Chinese *run*, the longest first, and what is between them."""
    stop = stopwords("zh")
    start = first = 0
    while first < len(run):
        word = next((run[first:end] for end in range(first + _LONGEST, first, -1) if run[first:end] in stop), "")
        if word:
            if start < first:
                yield run[start:first]
            yield word
            first = start = first + len(word)
        else:
            first += 1
    if start < len(run):
        yield run[start:]


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "en") -> str:
    """The stem of one *word*, without a possessive ending."""
    folded = fold_apostrophes(word)
    if language == "en":
        folded = folded.removesuffix("'s").removesuffix("'")
    elif language in _ELIDING and (elided := _ELIDED.match(folded)) and elided[1] in stopwords(language):
        folded = folded[elided.end() :]
    elif language == "ko":
        return without_particle(folded)
    return stemmer(language)(folded)


def content_stems(text: str, language: str = "en") -> Sequence[str]:
    """Stems of the words of *text* that carry meaning, in order, repeats included."""
    return stems_of(words(text, language), language)


def stems_of(found: Sequence[str], language: str = "en") -> Sequence[str]:
    """Stems of those of the words *found* that carry meaning, in order, repeats included."""
    return [one for word in found if len(word) <= _LONGEST_WORD and (one := _content_stem(word, language))]


@lru_cache(maxsize=50_000)
def _content_stem(word: str, language: str) -> str:
    """The stem of a *word* that carries meaning, nothing for another one."""
    shortest = 1 if language in ("ja", "zh", "ko") else 3
    carries = fold_apostrophes(word) not in stopwords(language) and (len(word) >= shortest or word.isupper())
    return stem(word, language) if carries else ""
