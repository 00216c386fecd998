"""When are two words the same, whatever their number and case, and how is a phrase written as a hashtag?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from repurpose.formatters.tags.lists import entries, written
from repurpose.text.words import fold_apostrophes, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["HYPHENS", "INNER_CAPITAL", "folded", "keys_of", "squeezed", "tokens", "write"]

HYPHENS = "-‑"
INNER_CAPITAL = regex.compile(r"\p{Ll}\p{Lu}")

# Initials are one word ("U.S.", "J. K."), so is a name with a dot ("Node.js"); a possessive ends a phrase, as marks do.
# A hyphen stays with the word before it, to tell what is only half of a word.
_TOKEN = regex.compile(
    r"\w+n['’]t\b|['’](?:s|re|ve|ll|[tdm])\b|(?:[^\W\d_]\.(?:\s(?=[^\W\d_]\.))?){2,}"
    r"|\w+(?:[.&]\w+)*(?:[-‑](?=\w))?|[^\w\s'’‘\-‑]"
)
# Stemmers make one word of "test" and "testing", of "house" and "housing": in these languages only the number is told.
_NUMBER = {
    "en": (
        *(("ies", "y"), ("ie", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")),
        *(("ss", "ss"), ("us", "us"), ("is", "is"), ("s", "")),
    ),
    "fr": (("eaux", "eau"), ("aux", "al"), ("x", ""), ("s", "")),
    "es": (("ces", "z"), ("es", ""), ("s", ""), ("e", "")),
    "pt": (("ões", "ão"), ("ais", "al"), ("éis", "el"), ("ns", "m"), ("es", ""), ("s", ""), ("e", "")),
    "it": (("chi", "co"), ("ghi", "go"), ("che", "ca"), ("ghe", "ga"), ("i", "o"), ("e", "a")),
}
# Plurals that are another thing.
_OWN_MEANING = frozenset({"securities", "customs", "arms", "glasses", "goods", "news"})
_SHORTEST = 3
_MARK = regex.compile(r"[^\p{L}\p{M}\p{Nd}]+")
_SCRIPT = regex.compile(r"(?<=\w)\.js$", regex.IGNORECASE)
# Where letters have no case, a line shows where a word ends.
_CASELESS = frozenset({"ar", "hi"})
_MOST_FORMS = 50_000


def tokens(text: str) -> list[str]:
    """The words of *text* and the marks between them; ``open-source`` is ``open-`` and ``source``."""
    return _TOKEN.findall(text)


def keys_of(words: Sequence[str], language: str) -> list[str]:
    """What each of the *words* has in common with its other forms; nothing for a mark."""
    return list(map(_keys(language).__getitem__, words))


def folded(words: Sequence[str]) -> list[str]:
    """The *words* without case and hyphens."""
    return [word.lower().rstrip(HYPHENS) for word in words]


def squeezed(tag: str) -> str:
    """The letters of *tag*, without case: what two tags that a reader takes for one have in common."""
    return _MARK.sub("", tag).casefold()


def write(words: Sequence[str], language: str) -> str:
    """The hashtag of a phrase: ``#CamelCase``, with a name's own capitals."""
    name = " ".join(words)
    if name in written():
        return "#" + written()[name]
    # The "s" of "Let's" takes no capital.
    parts = (
        part if word[0] in "'’" else _capitalized(part)
        for word in words
        for part in filter(None, _MARK.split(_SCRIPT.sub("JS", word)))
    )
    return "#" + ("_" if language in _CASELESS else "").join(parts)


def _capitalized(word: str) -> str:
    return word if INNER_CAPITAL.search(word) else word[0].upper() + word[1:]


class _Keys(dict[str, str]):
    """The key of every word of a language that was asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_FORMS:
            self.clear()
        found = self[word] = _key(word, self.language)
        return found


@cache
def _keys(language: str) -> _Keys:
    return _Keys(language)


def _key(word: str, language: str) -> str:
    if not word[0].isalnum() or word[-2:-1] in {"'", "’"}:
        return ""
    low = fold_apostrophes(word).rstrip(HYPHENS)
    if low in _OWN_MEANING or (len(word) > 1 and word.isupper()):
        return low
    if language in _NUMBER:
        return _shortened(low, _NUMBER[language])
    if endings := entries("endings", language):
        return _shortened(low, tuple((ending, "") for ending in endings))
    return stem(low, language)


def _shortened(word: str, endings: Sequence[tuple[str, str]]) -> str:
    """*word* with the first of the *endings* that it has replaced, if enough is left of it."""
    for ending, other in endings:
        if word.endswith(ending):
            return word.removesuffix(ending) + other if len(word) - len(ending) >= _SHORTEST else word
    return word
