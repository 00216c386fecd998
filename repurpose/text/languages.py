"""
In which language is a text written?

By its script first, then among the languages of that script by words: function words, letters that few languages
write, and how longer words begin and end. A word that several languages share counts as much less for each of them.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from repurpose.resources import shipped_text
from repurpose.text.lexicons import LEXICON_LANGUAGES, stopwords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Sign = tuple[tuple[str, float], ...]

__all__ = ["detect_language", "primary_language"]

# Enough to be sure; more only costs time.
_SAMPLE = 4_000
_CODE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")
# Addresses, handles, tags and names of files and functions are in no language.
_FOREIGN = re.compile(r"https?://\S+|(?<!\S)[^\s@]+@\S+|[@#]\w+|`[^`]*`|\b\w+[._/\\(){}=<>:]+\w[\w._/\\(){}=<>:-]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# In Arabic and Indian scripts vowel signs belong to the word.
_MARKED_WORD = re.compile(r"[\w\u0900-\u097f\u064b-\u0652\u200c]+")
_RANGES = {
    "latin": "A-Za-zªº\u00c0-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u052f",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "devanagari": "\u0900-\u097f",
    "han": "\u3400-\u9fff\U00020000-\U0002fa1f",
    "kana": "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "th": "\u0e00-\u0e7f",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
}
_RUN = re.compile("|".join(f"(?P<{script}>[{characters}]+)" for script, characters in _RANGES.items()))
_UNSPACED = frozenset({"han", "kana", "ko", "th", "lo", "my", "km"})
# A character of these says as much as several letters, so a few Latin names do not outweigh it.
_DENSE = 3
# Names and terms in Latin letters stand in texts of every script; the reverse is a quotation.
_LATIN_IN_OTHERS = 0.1
# Japanese prose has a kana in every few characters; a Chinese text that cites a Japanese name has a few in all.
_KANA_SHARE = 0.1
_QUOTED = re.compile("《[^《》]*》|「[^「」]*」|『[^『』]*』|“[^“”]*”")
# How much a word says: as a function word, by a letter, by its beginning or end.
_FUNCTION_WORD, _LETTER, _PART = 1.0, 0.4, 0.25
# So many letters without one that the language needs are hardly in it.
_SENTENCE, _LACKING = 20, 0.5
# What languages share is more likely in the one that is more widely written.
_FREQUENCY = dict.fromkeys(LEXICON_LANGUAGES, 1.5) | {"en": 2.0}
# Parts of shorter words are chance.
_LONG_WORD = 5
_LONGEST_PART = 5
# Above this share of function words, Latin letters are sentences.
_PROSE = 0.3
# Prose scores 0.2 to 0.5 a word in its language; a list of names has next to none.
_LEAST = 0.045
# What two words end in is chance, whatever the share.
_SURE = 0.3
# Above this a word, and so far ahead of the second, nothing more needs to be asked.
_PLAIN, _FAR_AHEAD = 0.15, 1.5
# The best language has to be ahead of the second by this factor.
_AHEAD = 1.04


def primary_language(code: str | None) -> str | None:
    """The primary language of the BCP 47 tag *code*, in lower case; ``None`` when it is no such tag."""
    match = _CODE.match(code.strip()) if code else None
    return match[0].lower() if match else None


def detect_language(text: str) -> str:
    """
    The BCP 47 primary language of *text*, ``und`` where it cannot be told.

    Some thirty languages beside those that have word lists are told, so that none of them is taken for its neighbour.
    """
    sample = _FOREIGN.sub(" ", text[:_SAMPLE])
    script = "latin" if sample.isascii() else _script(sample)
    if script not in _tables():
        return script
    words = (_WORD if script in {"latin", "cyrillic"} else _MARKED_WORD).findall(sample.casefold().replace("’", "'"))
    return _by_words([word for word in words if _is_of(word, script)], script)


def _script(sample: str) -> str:
    """The script of *sample* where several languages share it, else the language."""
    counts = _counts(sample)
    if counts["kana"] and _is_japanese(_QUOTED.sub("", sample) or sample):
        counts["kana"] += counts.pop("han", 0)
    weights = {
        script: float(count * (_DENSE if script in _UNSPACED else 1)) for script, count in counts.items() if count
    }
    if not weights:
        return "und"
    if counts["latin"] and len(weights) > 1 and not _is_latin_prose(sample):
        weights["latin"] = counts["latin"] * _LATIN_IN_OTHERS
    script = max(sorted(weights), key=weights.__getitem__)
    return {"han": "zh", "kana": "ja"}.get(script, script)


def _is_of(word: str, script: str) -> bool:
    match = _RUN.match(word)
    return match is not None and match.lastgroup == script


def _counts(sample: str) -> Counter[str]:
    """How many characters of *sample* each script has."""
    counts: Counter[str] = Counter()
    for run in _RUN.finditer(sample):
        counts[run.lastgroup or ""] += run.end() - run.start()
    return counts


def _is_japanese(sample: str) -> bool:
    """Whether the Han characters of *sample* are Japanese."""
    counts = _counts(sample)
    kana, han = counts["kana"], counts["han"]
    return kana >= _KANA_SHARE * (kana + han) > 0


def _is_latin_prose(sample: str) -> bool:
    """Whether what *sample* has in Latin letters are sentences rather than names and terms."""
    words = [word for word in _WORD.findall(sample.casefold()) if _is_of(word, "latin")]
    known = _tables()["latin"].words
    return sum(word in known for word in words) > _PROSE * len(words)


def _by_words(words: Sequence[str], script: str) -> str:
    """The language of *words*, all of one script."""
    table = _tables()[script]
    letters = "".join(words)
    times = Counter(words)
    lacking = table.lacking(frozenset(letters)) if len(letters) >= _SENTENCE else frozenset()
    scores: dict[str, float] = {}
    for signs in (chain(table.of_words(times), table.of_letters(letters)), table.of_parts(times)):
        for sign, count in signs:
            for language, weight in sign:
                scores[language] = scores.get(language, 0.0) + weight * count * (_LACKING if language in lacking else 1)
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        (best, most), (_, second) = (*ranked, ("und", 0.0), ("und", 0.0))[:2]
        # Prose shows its language by function words and letters alone; a title needs every sign that it has.
        if most >= _PLAIN * len(words) and most >= _FAR_AHEAD * second:
            return best
    return best if most >= max(_LEAST * len(words), _SURE) and most >= _AHEAD * second else "und"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What the words of one script say: each sign with the languages that it speaks for, and how much."""

    words: Mapping[str, Sign]
    letters: Mapping[str, Sign]
    beginnings: Mapping[str, Sign]
    endings: Mapping[str, Sign]
    needs: Mapping[str, frozenset[str]]
    """Letters of which a sentence in that language has one or more."""

    def lacking(self, letters: frozenset[str]) -> frozenset[str]:
        """The languages that a sentence in so few different *letters* is hardly in."""
        return frozenset(language for language, needed in self.needs.items() if needed.isdisjoint(letters))

    def of_words(self, times: Mapping[str, int]) -> Iterator[tuple[Sign, float]]:
        """The signs that are whole words, and how often each is there."""
        return ((self.words[word], count) for word, count in times.items() if word in self.words)

    def of_letters(self, letters: str) -> Iterator[tuple[Sign, float]]:
        """The signs that are *letters*, and how often each is there."""
        return ((self.letters[letter], count) for letter, count in Counter(letters).items() if letter in self.letters)

    def of_parts(self, times: Mapping[str, int]) -> Iterator[tuple[Sign, float]]:
        """The signs that are beginnings and ends of longer words, the longer the weightier."""
        for word, count in times.items():
            if len(word) >= _LONG_WORD and word not in self.words:
                for length in range(1, _LONGEST_PART + 1):
                    for sign in (self.endings.get(word[-length:]), self.beginnings.get(word[:length])):
                        if sign is not None:
                            yield sign, count * length / _LONGEST_PART


@cache
def _tables() -> Mapping[str, _Table]:
    """The table of each script that several languages share."""
    scripts = tomllib.loads(shipped_text("assets", "lexicons", "languages.toml"))
    return {script: _table(languages) for script, languages in scripts.items()}


def _table(languages: Mapping[str, Mapping[str, Sequence[str]]]) -> _Table:
    words = {language: entries.get("words") or stopwords(language) for language, entries in languages.items()}

    def signs(kind: str, weight: float) -> Mapping[str, Sign]:
        return _signs({language: entries.get(kind, ()) for language, entries in languages.items()}, weight)

    return _Table(
        words=_signs(words, _FUNCTION_WORD),
        letters=signs("letters", _LETTER),
        beginnings=signs("beginnings", _PART),
        endings=signs("endings", _PART),
        needs={language: frozenset(entries["needs"]) for language, entries in languages.items() if "needs" in entries},
    )


def _signs(told: Mapping[str, Iterable[str]], weight: float) -> Mapping[str, Sign]:
    """Every sign, its *weight* shared among the languages that have it."""
    speaking: dict[str, list[str]] = {}
    for language, signs in told.items():
        for sign in set(signs):
            speaking.setdefault(sign, []).append(language)
    return {sign: _shared(languages, weight) for sign, languages in speaking.items()}


def _shared(languages: Sequence[str], weight: float) -> Sign:
    frequencies = [_FREQUENCY.get(language, 1.0) for language in languages]
    whole = sum(frequencies)
    return tuple((language, weight * share / whole) for language, share in zip(languages, frequencies, strict=True))
