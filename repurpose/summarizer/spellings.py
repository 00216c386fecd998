"""
What does the spelling of a word tell: its stem, its part in grammar, whether a phrase may begin or end with it?

What holds of a word wherever it is written so is worked out once and remembered.
"""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

import regex

from repurpose.resources import shipped
from repurpose.text.discourse import discourse
from repurpose.text.lexicons import abbreviation_kinds, stopwords
from repurpose.text.words import fold_apostrophes, stem

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BREAK", "ENDINGS", "ROLES", "WORD", "Token", "spelled"]

ROLES = ("word", "determiner", "of", "preposition", "conjunction", "clause", "other", "break")
"""What a word does for its neighbours: ``break`` is a mark that stands alone, or the edge of the text."""
WORD, CLAUSE, OTHER, BREAK = (ROLES.index(role) for role in ("word", "clause", "other", "break"))
ENDINGS = (
    *("graphy", "tions", "ments"),
    *("tion", "sion", "ment", "ness", "able", "ance", "ence", "logy", "ings"),
    *("ity", "ing", "ive", "ous", "ist", "ism", "ics", "ies", "ers", "ors"),
    *("ed", "ly", "al", "ic", "er", "or", "s", "y", "e", ""),
)
"""What endings tell of the part of speech, in English; of several that fit, the longest counts."""

# Inside a word an apostrophe joins (l’école, don’t), but a possessive ends the phrase; an entity is a mark.
_WORD = regex.compile(
    r"&(?:#\d+|\p{L}{2,6});(*SKIP)(*FAIL)"
    r"|(?<!\p{L}['’])[\p{L}\p{M}\p{Nd}]+(?:[\-‑.&][\p{L}\p{M}\p{Nd}]+|['’](?!s\b)[\p{L}\p{M}]+)*"
)
_ADDRESS = regex.compile(r"\W*(?:www\.|\p{L}+://)")
# What `str.split` splits at; both have to agree.
_SPACED = regex.compile(r"\S+")
# Japanese writes a compound as one run of Han or Katakana; Chinese words are mostly pairs, so every pair is tried, and
# pairs that overlap are joined where they are said together again.
_UNSPACED = {
    "ja": regex.compile(r"[\p{Han}々ヶ]{2,8}|\p{Katakana}[\p{Katakana}ー]{2,}"),
    "zh": regex.compile(r"\p{Han}{2}"),
}
_SENTENCE_END = frozenset(".!?…:。！？।؟")
_OPENING = frozenset("“\"«„‘'")
# Written so these are no pronouns.
_NO_PRONOUNS = frozenset({"US", "IT", "WHO"})
_LONGEST_ACRONYM = 5
# So many spellings of a language are remembered.
_MOST_SPELLINGS = 50_000
# Nothing longer is a word.
_LONGEST_SPELLING = 100


class Token(NamedTuple):
    """One word as it is written somewhere, with what holds wherever it is written so."""

    text: str
    at: int
    """Where it begins in what stands between two spaces."""
    stem: str
    role: int
    opens: bool
    """Whether a phrase may begin with it: neither function words nor bare numbers open one."""
    closes: bool
    """Whether a phrase may end with it."""
    ending: int
    is_generic: bool
    has_capital: bool
    is_mixed: bool
    """Whether a capital stands inside: LLaMA, GPUs, IBM."""
    is_acronym: bool
    breaks_before: bool
    breaks_after: bool
    starts_anew: bool
    """Whether a mark before it explains its capital."""
    ends_sentence: bool


def spelled(text: str, start: int, language: str) -> tuple[list[Token], list[int]]:
    """The words of *text*, and where they begin if it begins at *start*."""
    if language in _UNSPACED:
        matches = list(_UNSPACED[language].finditer(text, overlapped=language == "zh"))
        starts = [match.start() for match in matches]
        words = [_unspaced(match[0], language) for match in matches]
        if language == "zh":
            words = _chained(words, starts)
        return words, [start + at for at in starts]
    raws = text.split()
    found = list(map(_spellings(language).__getitem__, raws))
    if len(text) == sum(map(len, raws)) + len(raws) - 1:
        begins = [start + number + end for number, end in enumerate(accumulate(map(len, raws[:-1]), initial=0))]
    else:
        begins = [start + match.start() for match in _SPACED.finditer(text)]
    words = list(chain.from_iterable(found))
    if len(words) == len(raws):
        return words, [begin + word.at if word.at else begin for begin, word in zip(begins, words, strict=True)]
    return words, [begin + word.at for begin, parts in zip(begins, found, strict=True) for word in parts]


class _Spellings(dict[str, "tuple[Token, ...]"]):
    """What stands between two spaces, read once for every way to write it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, raw: str) -> tuple[Token, ...]:
        if len(self) >= _MOST_SPELLINGS:
            self.clear()
        if len(raw) > _LONGEST_SPELLING:
            return (_break(raw),)
        found = self[raw] = _spaced(raw, self.language)
        return found


@cache
def _spellings(language: str) -> _Spellings:
    return _Spellings(language)


def _spaced(raw: str, language: str) -> tuple[Token, ...]:
    """The words between two spaces: one, as a rule; marks that stand alone are a break."""
    matches = [] if _ADDRESS.match(raw) else list(_WORD.finditer(raw))
    if not matches:
        return (_break(raw),)
    ends = [match.start() for match in matches[1:]] + [len(raw)]
    found = []
    before = raw[: matches[0].start()]
    for match, end in zip(matches, ends, strict=True):
        after = raw[match.end() : end]
        found.append(_token(match, before, after, language))
        before = after or " "
    return tuple(found)


def _token(match: regex.Match[str], before: str, after: str, language: str) -> Token:
    """The word of *match*, with the marks *before* and *after* it."""
    text = match[0]
    folded = fold_apostrophes(text)
    lists = _lists(language)
    role = WORD
    is_function = folded in stopwords(language) or folded in discourse(language).auxiliaries
    if is_function and text not in _NO_PRONOUNS:
        role = _role(folded, language)
    # The full stop of "U.S.", "Dr." and "J." ends nothing.
    is_short = after == "." and (
        "." in text or abbreviation_kinds(language).get(folded) == "name" or (len(text) == 1 and text.isupper())
    )
    return Token(
        text=text,
        at=match.start(),
        stem=_stem(text, folded, language),
        role=role,
        opens=role == WORD and len(text) > 1 and not text.isdigit() and folded not in lists.get("counting", ()),
        closes=role == WORD and folded not in lists.get("dangling", ()),
        ending=_ending(folded),
        is_generic=folded in _generic(language),
        has_capital=text[0].isupper(),
        is_mixed=text[1:] != text[1:].lower(),
        is_acronym=len(text) > 1 and text.isupper(),
        breaks_before=bool(before),
        breaks_after=bool(after) and not is_short,
        starts_anew=not _OPENING.isdisjoint(before),
        ends_sentence=not is_short and not _SENTENCE_END.isdisjoint(after),
    )


def _break(raw: str) -> Token:
    return Token(
        text=raw,
        at=0,
        stem="",
        role=BREAK,
        opens=False,
        closes=False,
        ending=0,
        is_generic=False,
        has_capital=False,
        is_mixed=False,
        is_acronym=False,
        breaks_before=True,
        breaks_after=True,
        starts_anew=True,
        ends_sentence=not _SENTENCE_END.isdisjoint(raw),
    )


def _unspaced(run: str, language: str) -> Token:
    """A word of a script without spaces, which is a phrase by itself unless it is a function word."""
    if run in stopwords(language) or not _lists(language).get("inside", frozenset()).isdisjoint(run):
        return _break(run)
    return _break(run)._replace(stem=run, role=WORD, opens=True, closes=True)


def _chained(words: list[Token], starts: list[int]) -> list[Token]:
    """Overlapping pairs that follow each other as the words of one phrase: three pairs are a term of four signs."""
    chained = []
    for number, word in enumerate(words):
        follows = number > 0 and starts[number - 1] + 1 == starts[number]
        goes_on = number + 1 < len(words) and starts[number] + 1 == starts[number + 1]
        is_word = word.role == WORD
        chained.append(word._replace(breaks_before=not follows, breaks_after=not goes_on) if is_word else word)
    return chained


def _stem(text: str, folded: str, language: str) -> str:
    """The stem of *text*; that of an acronym is itself, "GPUs" are more than one "GPU"."""
    if len(text) <= _LONGEST_ACRONYM:
        if text.isupper():
            return folded
        if text[:-1].isupper() and text[-1] == "s" and language == "en":
            return folded[:-1]
    return stem(text, language)


def _ending(folded: str) -> int:
    """Which of the `ENDINGS` the word has, with at least two letters before it."""
    return next(
        (number for number, ending in enumerate(ENDINGS) if folded.endswith(ending) and len(folded) > len(ending) + 1),
        len(ENDINGS) - 1,
    )


@cache
def _lists(language: str) -> Mapping[str, frozenset[str]]:
    path = shipped("assets") / "lexicons" / "keyphrases" / f"{language}.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {name: frozenset(words) for name, words in lists.items()}


def _role(folded: str, language: str) -> int:
    """What a function word does for its neighbours; the first list that names it decides."""
    for role, words in _lists(language).items():
        if role in ROLES and folded in words:
            return ROLES.index(role)
    return CLAUSE if folded in discourse(language).auxiliaries else OTHER


@cache
def _generic(language: str) -> frozenset[str]:
    """Words of *language* that name no topic by themselves."""
    path = shipped("assets") / "lexicons" / "generic" / f"{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").split("\n")[1:]) - {""} if path.is_file() else frozenset()
