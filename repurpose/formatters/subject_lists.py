"""Which words of a text name a topic that an emoji stands for, and which something grave?"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from repurpose.formatters.word_forms import WordList
from repurpose.resources import shipped, shipped_text
from repurpose.text.words import CAPITAL_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Topic", "Words", "bare", "kindred", "labels", "words_of"]

# What comes before the first word of a title, and of what follows on a colon or the like in it.
_BEGINNING = re.compile(r"(?:^|[:.?!–—|] )\W*")


class Topic(NamedTuple):
    """What a word of the list of topics stands for."""

    word: str
    emoji: str
    is_doubtful: bool
    """Whether the word has several meanings and needs another one beside it."""


class Words(NamedTuple):
    """What the words of one text name, in order, repeats included."""

    topics: tuple[Topic, ...] = ()
    classes: tuple[str, ...] = ()
    """The class of each grave word: ``death``, ``war``, ..."""


def words_of(text: str, language: str, *, is_title: bool = False) -> Words:
    """
    What the words of *text* name; nothing in a language without lists.

    A topic that is written large may be a person's or a firm's name: it is doubtful, but for the first word of a title.
    """
    lists = _lists(language)
    if lists is None:
        return Words()
    text = unicodedata.normalize("NFC", text)
    firsts = frozenset(match.end() for match in _BEGINNING.finditer(text)) if is_title else frozenset[int]()
    topics: list[Topic] = []
    classes: list[str] = []
    for entry, start in lists.words.find(text):
        meaning = lists.meanings[entry]
        if isinstance(meaning, str):
            classes.append(meaning)
        elif meaning:
            is_large = entry.islower() and text[start : start + 1].isupper() and language not in CAPITAL_NOUNS
            topics.append(meaning._replace(is_doubtful=True) if is_large and start not in firsts else meaning)
    return Words(tuple(topics), tuple(classes))


def labels(language: str) -> Mapping[str, str]:
    """What each class of grave words is called in *language*, the gravest first."""
    lists = _lists(language)
    return {} if lists is None else lists.labels


def kindred(emoji: str) -> frozenset[str]:
    """The emoji that stand for one field with *emoji*, itself included, each as `bare` gives it."""
    return _kindred().get(bare(emoji), frozenset()) | {bare(emoji)}


def bare(emoji: str) -> str:
    """*emoji* without the mark that asks for colour, which people leave out."""
    return emoji.replace("\ufe0f", "")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of one language."""

    words: WordList
    meanings: Mapping[str, Topic | str | None]
    """By entry: a topic, a grave class, or nothing for an idiom."""
    labels: Mapping[str, str]


@cache
def _lists(language: str) -> _Lists | None:
    folder = ("lexicons", "emoji")
    if not shipped("assets").joinpath(*folder, f"topics_{language}.toml").is_file():
        return None
    topics = tomllib.loads(shipped_text("assets", *folder, f"topics_{language}.toml"))
    classes = tomllib.loads(shipped_text("assets", *folder, f"grave_{language}.toml"))
    idioms = shipped_text("assets", *folder, f"idioms_{language}.txt").splitlines()
    # Where a form stands in several lists, an idiom comes before a grave word and that before a topic.
    meanings: dict[str, Topic | str | None] = dict.fromkeys(line for line in idioms if line and line[0] != "#")
    for name, table in classes.items():
        for word in table["words"]:
            meanings.setdefault(word, name)
    for word, topic in _topics(topics):
        meanings.setdefault(word, topic)
    return _Lists(
        words=WordList(meanings, language),
        meanings=meanings,
        labels={name: table["label"] for name, table in classes.items()},
    )


def _topics(table: Mapping[str, str]) -> Iterator[tuple[str, Topic]]:
    for words, emoji in table.items():
        for word in re.split(r",\s*", words):
            entry = word.removesuffix("?")
            yield entry, Topic(entry, emoji, is_doubtful=word != entry)


@cache
def _kindred() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in shipped_text("assets", "lexicons", "emoji", "kindred.txt").splitlines():
        field = frozenset() if line.startswith("#") else frozenset(map(bare, line.split()))
        for emoji in field:
            found[emoji] = found.get(emoji, frozenset()) | field
    return found
