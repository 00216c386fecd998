"""What are the words by which page furniture gives itself away, in all languages at once?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from repurpose.resources import shipped
from repurpose.sources.furniture.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Furniture", "Pair", "Vocabulary", "furniture_words", "normalised_line"]

_EDGES = re.compile(r"^[\W_]++|(?<![\W_])[\W_]++$")
_NUMBER = re.compile(r"\d[\d.,]*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


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
class Vocabulary:
    """The words of one language of which whole lines of furniture are made."""

    words: frozenset[str]
    """Every word that such a line may hold."""
    rules: tuple[tuple[str, tuple[frozenset[str], ...]], ...]
    """A kind, and sets of words of each of which the line has one."""
    run: re.Pattern[str] | None
    """A line made of the words alone, in a script without spaces."""


@dataclass(slots=True)
class Furniture:
    """The furniture words of all languages, ready to be looked up."""

    lines: dict[str, str] = field(default_factory=dict)
    starts: dict[str, str] = field(default_factory=dict)
    unspaced_starts: tuple[tuple[str, str], ...] = ()
    contains: Phrases[str] = field(default_factory=lambda: Phrases(()))
    patterns: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Of phrases anywhere in a line."""
    line_patterns: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Of whole lines or of their beginnings."""
    pairs: tuple[Pair, ...] = ()
    topics: Phrases[int] = field(default_factory=lambda: Phrases(()))
    """What all pairs are about, as bare phrases, each with its pair: to look once before a pattern is tried."""
    calls: Phrases[int] = field(default_factory=lambda: Phrases(()))
    """The calls of all pairs, likewise."""
    vocabularies: tuple[Vocabulary, ...] = ()
    jobs: frozenset[str] = frozenset()
    """What authors are: editor, reporter."""
    portraits: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    moments: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))
    """``3 hours ago``."""
    months: dict[str, int] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()
    """Words before a colon that name what follows, never who says it."""
    hosts: frozenset[str] = frozenset()
    """Words before a colon that stand for a person."""
    roles: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    """For each language what marks a question and what marks its answer, as written."""


def normalised_line(text: str) -> str:
    """*text* without case, symbols at its ends, numbers (``*``) and a word said twice in a row (icon and label)."""
    words = _NUMBER.sub("*", text.casefold()).replace("’", "'").replace("(*)", "*").split()
    text = " ".join(word for index, word in enumerate(words) if index == 0 or word != words[index - 1])
    return _EDGES.sub("", text) if "*" not in text else text.strip(" \t:.,;!?()[]{}|-–—•·→←»«\"'")


@cache
def furniture_words() -> Furniture:
    """The shipped furniture words of all languages: pages mix the author's language with that of their software."""
    found = Furniture()
    moments: list[str] = []
    common: list[str] = []
    tables = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(shipped("assets").joinpath("lexicons", "furniture").glob("*.toml"))
    ]
    for table in tables:
        for number, names in enumerate(table.pop("months", ()), start=1):
            for name in (names,) if isinstance(names, str) else names:
                found.months.setdefault(name, number)
        common.extend(table.pop("brands", ()))
        moments.extend(table.pop("moments", ()))
        found.labels |= frozenset(table.pop("labels", ()))
        found.hosts |= frozenset(table.pop("hosts", ()))
        found.roles += ((frozenset(table.pop("asks", ())), frozenset(table.pop("answers", ()))),)
    if moments:
        found.moments = re.compile("|".join(moments))
    for table in tables:
        found.vocabularies += tuple(_vocabularies(table, frozenset(common)))
        for kind, forms in table.items():
            _add(found, kind, forms)
    found.unspaced_starts = tuple((start, kind) for start, kind in found.starts.items() if _UNSPACED.match(start))
    found.people = tuple(sorted(found.people, key=len, reverse=True))
    found.contains = Phrases(
        (phrase.replace("’", "'"), kind)
        for table in tables
        for kind, forms in table.items()
        for phrase in forms.get("contains", ())
    )
    found.jobs = frozenset(word for pair in found.pairs if pair.kind == "bio" for word in pair.about)
    found.topics = Phrases(_bare(pair.about for pair in found.pairs))
    found.calls = Phrases(_bare(pair.calls for pair in found.pairs))
    return found


def _bare(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Each phrase without the signs of its kind, with the number of its group."""
    for index, phrases in enumerate(groups):
        for phrase in phrases:
            yield phrase.strip("^*").replace("’", "'"), index


def _add(found: Furniture, kind: str, forms: dict[str, Any]) -> None:
    for line in forms.get("lines", ()):
        found.lines.setdefault(normalised_line(line), kind)
    for start in forms.get("starts", ()):
        found.starts.setdefault(start.strip().replace("’", "'"), kind)
    patterns = [(re.compile(pattern), kind) for pattern in forms.get("patterns", ())]
    found.line_patterns += tuple(entry for entry in patterns if entry[0].pattern.startswith("^"))
    found.patterns += tuple(entry for entry in patterns if not entry[0].pattern.startswith("^"))
    found.pairs += tuple(Pair(kind, tuple(calls), tuple(about)) for calls, about in forms.get("pairs", ()))
    found.portraits += tuple(forms.get("portrait", ()))
    found.people += tuple(forms.get("people", ()))


@cache
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of *phrases*, as whole words; ``^`` wants the start of a clause before it, ``*`` any end of the word."""
    parts: list[str] = []
    for phrase in phrases:
        bare = phrase.strip("^*")
        part = re.escape(bare.replace("’", "'"))
        if not _UNSPACED.search(bare):
            opening = r"(?:^|(?<=[.!?:;…(¡¿] )|(?<=[.!?:;…(¡¿]))" if phrase.startswith("^") else r"(?<!\w)"
            part = opening + part + ("" if phrase.endswith("*") else r"(?!\w)")
        parts.append(part)
    return re.compile("|".join(parts))


def _vocabularies(table: dict[str, Any], common: frozenset[str]) -> Iterable[Vocabulary]:
    """The vocabulary of one language's *table*: its fillers, the words of its rules, and the names of networks."""
    fill = frozenset(table.pop("fill", ()))
    rules = [
        (kind, tuple(common | set(group) if group == ["brands"] else frozenset(group) for group in rule))
        for kind, forms in table.items()
        for rule in forms.get("words", ())
    ]
    if rules:
        words = fill.union(common, *(group for _, groups in rules for group in groups))
        yield Vocabulary(words, tuple(rules), _run_of(words))


def _run_of(words: Iterable[str]) -> re.Pattern[str] | None:
    unspaced: Sequence[str] = sorted(words, key=lambda word: (-len(word), word))
    if not any(_UNSPACED.search(word) for word in unspaced):
        return None
    return re.compile(f"(?>{'|'.join(map(re.escape, unspaced))}|[\\W\\d_])+")
