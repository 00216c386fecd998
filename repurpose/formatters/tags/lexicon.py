"""Which subjects and names does everybody know, and where does an article speak of one?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from repurpose.formatters.tags.forms import keys_of, squeezed, tokens
from repurpose.formatters.tags.lists import entries
from repurpose.text.words import CAPITAL_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from repurpose.formatters.tags.reading import Reading

__all__ = ["Entry", "Mention", "is_known_name", "known_topic", "names_in", "parted", "topics_in"]

_SCRIPT = ".js"


@dataclass(frozen=True, slots=True)
class Entry:
    """One subject or name of the lists."""

    keys: Sequence[str]
    forms: Sequence[Sequence[str]]
    """The ways to write it, the commonest first."""
    is_broad: bool = False
    """Whether it is a wide field or an everyday thing, a tag only where title or author name it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry of the lists that an article has."""

    entry: Entry
    places: Sequence[int]
    """Where in the text."""
    at: int
    """Where in the title; -1 where it is not there."""


def topics_in(reading: Reading) -> tuple[Mention, ...]:
    """The subjects that title, description or text of *reading* have."""
    return tuple(
        Mention(topic, _topic_places(topic, reading), reading.title.find(topic.keys))
        for topic in _said(_topics(reading.language), reading)
    )


def names_in(reading: Reading) -> tuple[Mention, ...]:
    """The names of the list that title or text of *reading* have, with their capitals."""
    found = []
    for name in _said(_names(reading.language), reading):
        form, size, at = name.forms[0], len(name.keys), reading.title.find(name.keys)
        places = [place for place in reading.find(name.keys) if reading.words[place : place + size] == form]
        ats = [at] if at >= 0 and reading.title.words[at : at + size] == form else []
        if places and form[0].endswith(_SCRIPT):
            # "Express.js" is called "Express" too.
            short = form[0].removesuffix(_SCRIPT)
            places += [place for place in reading.places.get(short.lower(), ()) if reading.words[place] == short]
            ats += [at for at, word in enumerate(reading.title.words) if word == short]
        found.append(Mention(name, places, min(ats, default=-1)))
    return tuple(found)


def known_topic(keys: Sequence[str], language: str) -> Entry | None:
    """The subject of the lists that has these *keys*."""
    return next((topic for topic in _topics(language).get(keys[0], ()) if topic.keys == keys), None) if keys else None


def is_known_name(words: Sequence[str], language: str) -> bool:
    """Whether *words* are a name of the list, with its capitals."""
    keys = keys_of(words, language)
    return any(name.forms[0] == words for name in _names(language).get(keys[0], ())) if keys else False


def parted(glued: str, language: str) -> Sequence[str]:
    """The words of the subject that *glued* writes as one, ``opensource``; none where the lists have no such one."""
    return _glued(language).get(squeezed(glued), ())


def _said(table: Mapping[str, Sequence[Entry]], reading: Reading) -> Iterator[Entry]:
    """The entries of *table* of which the first word is said, in the order of the list."""
    own = reading.places.keys() | set(reading.title.keys) | set(reading.above.keys)
    for first in table.keys() & own:
        yield from table[first]


def _topic_places(topic: Entry, reading: Reading) -> Sequence[int]:
    places = reading.find(topic.keys)
    if reading.language in CAPITAL_NOUNS:
        last = len(topic.keys) - 1
        return [at for at in places if reading.has_capital(at + last)]
    return reading.alone(places) if len(topic.keys) == 1 else places


@cache
def _topics(language: str) -> Mapping[str, Sequence[Entry]]:
    forms: defaultdict[tuple[str, ...], list[Sequence[str]]] = defaultdict(list)
    broad: set[tuple[str, ...]] = set()
    for name in ("topics", "broad"):
        for entry in entries(name, language):
            words = tokens(entry)
            key = tuple(keys_of(words, language))
            if name == "broad" and key not in forms:
                broad.add(key)
            forms[key].append(words)
    return _by_first(Entry(list(key), tuple(found), key in broad) for key, found in forms.items())


@cache
def _names(language: str) -> Mapping[str, Sequence[Entry]]:
    found = (tokens(entry) for entry in entries("names", "names"))
    return _by_first(Entry(keys_of(words, language), (words,)) for words in found)


@cache
def _glued(language: str) -> Mapping[str, Sequence[str]]:
    found = (tokens(entry) for entry in entries("topics", language))
    return {squeezed("".join(words)): words for words in found if len(words) > 1}


def _by_first(found: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    table: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        table[entry.keys[0]].append(entry)
    return table
