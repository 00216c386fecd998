"""What are the words by which page furniture gives itself away, in all languages at once?"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from repurpose.resources import shipped_text
from repurpose.sources.furniture.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["UNSPACED", "Expression", "Furniture", "Pair", "Vocabulary", "furniture_words", "normalised_line"]

_EDGES = re.compile(r"^[\W_]++|(?<![\W_])[\W_]++$")
_NUMBER = re.compile(r"\d[\d.,]*")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# The plain word at the end of a pattern.
_LAST_WORD = re.compile(r"(?:\\b|[^a-z\\])([a-z]{4,})(?:\\b)?$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sets of phrases that only furniture has in one short sentence: a call and what it is about."""

    kind: str
    calls: tuple[str, ...]
    about: tuple[str, ...]

    def is_in(self, sentence: str) -> bool:
        """Whether the casefolded *sentence* has one of each."""
        return any_of(self.about).search(sentence) is not None and any_of(self.calls).search(sentence) is not None


@dataclass(frozen=True, slots=True)
class Expression:
    """A pattern of one kind of furniture."""

    pattern: re.Pattern[str]
    kind: str
    needs: str
    """A word that what it finds ends in, if it does: most lines do without, and need not be searched."""

    def is_in(self, line: str) -> bool:
        """Whether the casefolded *line* has it."""
        return self.needs in line and self.pattern.search(line) is not None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language of which whole lines of furniture are made."""

    words: frozenset[str]
    """Every word that such a line may hold."""
    rules: tuple[tuple[str, tuple[frozenset[str], ...]], ...]
    """A kind, and sets of words of each of which the line has one."""
    is_unspaced: bool
    """Its script sets no spaces between words."""

    def makes(self, line: str) -> bool:
        """Whether the *line*, in a script without spaces, is made of the words alone."""
        return _run_of(self.words).fullmatch(line) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The furniture words of all languages, ready to be looked up."""

    lines: Mapping[str, str]
    """The kind of each whole line, by its `normalised_line`."""
    starts: Mapping[str, str]
    unspaced_starts: tuple[tuple[str, str], ...]
    contains: Phrases[str]
    patterns: tuple[Expression, ...]
    """Of phrases anywhere in a line."""
    line_patterns: tuple[Expression, ...]
    """Of whole lines or of their beginnings."""
    pairs: tuple[Pair, ...]
    topics: Phrases[int]
    """What all pairs are about, as bare phrases, each with its pair: to look once before a pattern is tried."""
    calls: Phrases[int]
    """The calls of all pairs, likewise."""
    vocabularies: tuple[Vocabulary, ...]
    jobs: frozenset[str]
    """What authors are: editor, reporter."""
    portraits: tuple[str, ...]
    people: tuple[str, ...]
    """What stands before a name in a byline, the longest first."""
    moments: re.Pattern[str]
    """``3 hours ago``."""
    months: Mapping[str, int]
    labels: frozenset[str]
    """Words before a colon that name what follows, never who says it."""
    hosts: frozenset[str]
    """Words before a colon that stand for a person."""
    roles: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """For each language what marks a question and what marks its answer, as written."""


def normalised_line(text: str) -> str:
    """*text* without case, symbols at its ends, numbers (``*``) and a word said twice in a row (icon and label)."""
    words = _NUMBER.sub("*", text.casefold()).replace("’", "'").replace("(*)", "*").split()
    text = " ".join(word for index, word in enumerate(words) if index == 0 or word != words[index - 1])
    return _EDGES.sub("", text) if "*" not in text else text.strip(" \t:.,;!?()[]{}|-–—•·→←»«\"'")


@cache
def furniture_words() -> Furniture:
    """
    The shipped furniture words of all languages: pages mix the author's language with that of their software.

    They are edited in ``assets/lexicons/furniture/``, from which ``scripts/build_furniture.py`` makes the table.
    """
    table = json.loads(shipped_text("assets", "lexicons", "furniture.json"))
    pairs = tuple(Pair(kind, tuple(calls), tuple(about)) for kind, calls, about in table["pairs"])
    return Furniture(
        lines=table["lines"],
        starts=table["starts"],
        unspaced_starts=tuple((start, kind) for start, kind in table["starts"].items() if UNSPACED.match(start)),
        contains=Phrases(table["contains"]),
        patterns=_compiled(table["patterns"]),
        line_patterns=_compiled(table["line_patterns"]),
        pairs=pairs,
        topics=Phrases(_bare(pair.about for pair in pairs)),
        calls=Phrases(_bare(pair.calls for pair in pairs)),
        vocabularies=tuple(map(_vocabulary, table["vocabularies"])),
        jobs=frozenset(word for pair in pairs if pair.kind == "bio" for word in pair.about),
        portraits=tuple(table["portraits"]),
        people=tuple(table["people"]),
        moments=re.compile(table["moments"]),
        months=table["months"],
        labels=frozenset(table["labels"]),
        hosts=frozenset(table["hosts"]),
        roles=tuple((frozenset(asks), frozenset(answers)) for asks, answers in table["roles"]),
    )


def _compiled(patterns: Iterable[tuple[str, str]]) -> tuple[Expression, ...]:
    ends = ((pattern, kind, _LAST_WORD.search(pattern)) for pattern, kind in patterns)
    return tuple(Expression(re.compile(pattern), kind, end[1] if end else "") for pattern, kind, end in ends)


def _vocabulary(entry: Mapping[str, Any]) -> Vocabulary:
    rules = tuple((kind, tuple(map(frozenset, groups))) for kind, groups in entry["rules"])
    return Vocabulary(frozenset(entry["words"]), rules, entry["is_unspaced"])


def _bare(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Each phrase without the signs of its kind, with the number of its group."""
    for index, phrases in enumerate(groups):
        for phrase in phrases:
            yield phrase.strip("^*").replace("’", "'"), index


@cache
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of *phrases*, as whole words; ``^`` wants the start of a clause before it, ``*`` any end of the word."""
    parts: list[str] = []
    for phrase in phrases:
        bare = phrase.strip("^*")
        part = re.escape(bare.replace("’", "'"))
        if not UNSPACED.search(bare):
            opening = r"(?:^|(?<=[.!?:;…(¡¿] )|(?<=[.!?:;…(¡¿]))" if phrase.startswith("^") else r"(?<!\w)"
            part = opening + part + ("" if phrase.endswith("*") else r"(?!\w)")
        parts.append(part)
    return re.compile("|".join(parts))


@cache
def _run_of(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(f"(?>{'|'.join(map(re.escape, longest_first))}|[\\W\\d_])+")
