"""Which words of ours may stand around the article's, in its language and in the brand's voice?"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Any

from repurpose.errors import SettingsError, did_you_mean
from repurpose.formatters.copy import Copy, Piece
from repurpose.formatters.wording import breaks_ban
from repurpose.resources import shipped
from repurpose.settings import PHRASES, Settings
from repurpose.settings.phrasing import phrase_problems, places_in
from repurpose.settings.reading import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from repurpose.settings import Brand

__all__ = ["Phrases", "pack_problems", "phrases_for"]

# Tables of a pack whose entries replace the plain ones where the brand speaks so.
_VOICES = ("formal", "playful")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")
# The key of a pack whose words are no alternatives but numbers, and the first of them.
_COUNTS, _FIRST_COUNT = "counts", 3
_PLACE = re.compile(r"\{\w*\}")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language; those without a pack give no words at all, never a foreign one."""

    bank: Mapping[str, Sequence[str]]
    """Those of the packs."""
    seed: str
    """Chooses among the entries of a name: the same article always gets the same words."""
    own: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """
    Those of the settings, said instead.

    The bank's are said where every one of them has a place that the article has no value for.
    """
    origins: Mapping[str, str] = field(default_factory=dict)
    """Where those of the bank come from, as in `repurpose.model.Segment`."""
    numbers: Sequence[str] = ()
    """The words for the numbers from three on, in that order; empty ones are not said."""
    handle: str | None = None
    """The brand's account on the platform, which every phrase may name."""

    def say(self, name: str, **values: str) -> str:
        """The phrase *name* with *values* put in; empty where there is none, or none without an empty value."""
        return "".join(piece.text for piece in self.copy(name, **values))

    def copy(self, name: str, **values: str) -> Copy:
        """What `say` gives, with where it comes from."""
        if self.handle:
            values = {**values, "handle": self.handle}
        chosen = self._chosen(name, {place for place, value in values.items() if value})
        if chosen is None:
            return ()
        entry, origin = chosen
        text = entry.format_map(values)
        # A name that ends in a short form ends the sentence too.
        for value in values.values():
            text = text.replace(f"{value}.", value) if value.endswith(".") else text
        return (Piece(text, origin),)

    def around(self, name: str, **parts: Copy) -> Copy:
        """The phrase *name* around *parts*, each of which keeps where it comes from."""
        if self.handle:
            parts = {**parts, "handle": (Piece(self.handle, "settings"),)}
        chosen = self._chosen(name, {place for place, part in parts.items() if part})
        if chosen is None:
            return ()
        entry, origin = chosen
        found: list[Piece] = []
        for words, place, _, _ in Formatter().parse(entry):
            found += [Piece(words, origin)] if words else []
            found += parts[place] if place else ()
        return tuple(found)

    def number(self, count: int) -> str:
        """The word for *count* as the phrases with ``{count}`` need it; empty where the language has none for it."""
        return self.numbers[count - _FIRST_COUNT] if 0 <= count - _FIRST_COUNT < len(self.numbers) else ""

    def _chosen(self, name: str, given: AbstractSet[str]) -> tuple[str, str] | None:
        """The entry of *name* whose turn it is among those with values for all of their places, and its origin."""
        own = self.own.get(name)
        usable = _usable(own or (), given)
        origin = "settings" if usable else self.origins.get(name, f"phrase:{name}")
        # An empty list of the brand's says nothing at all.
        if not usable and (own or own is None):
            usable = _usable(self.bank.get(name, ()), given)
        if not usable:
            return None
        turn = int(hashlib.sha256(f"{self.seed}:{name}".encode()).hexdigest(), 16) % len(usable)
        return usable[turn], origin


def phrases_for(language: str, seed: str, settings: Settings = Settings()) -> Phrases:  # noqa: B008 - frozen
    """
    The phrases of *language*, or of the one that the brand speaks, chosen by *seed*.

    The shipped pack, over it the one in the brand's folder, over both the brand's `ctas`; nothing that it has banned.
    Raises `SettingsError` with every problem of the pack in the brand's folder.
    """
    brand = settings.brand
    spoken = brand.language or language
    # A campaign knows its article's language; another one has to be said.
    prefix = "phrase:" if spoken == language else f"phrase:{spoken}/"
    packs = (
        ((prefix, _shipped(spoken)), ("templates:", _own(brand.templates, spoken)))
        if _LANGUAGE.fullmatch(spoken)
        else ()
    )
    numbers: Sequence[str] = ()
    bank: dict[str, Sequence[str]] = {}
    origins: dict[str, str] = {}
    for origin, pack in packs:
        found = {name: entries for name, entries in pack.items() if name in PHRASES} | pack.get(brand.voice, {})
        bank |= found
        numbers = pack.get(_COUNTS, numbers)
        origins |= {name: f"{origin}{name}" for name in found}
    # A banned number is not said, and moves no other one.
    said = tuple("" if breaks_ban(word, settings) else word for word in numbers)
    return Phrases(_allowed(bank, settings), seed, _allowed(_ctas(brand), settings), origins, said)


def pack_problems(pack: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the tables of a pack, each with its path."""
    for name, entries in pack.items():
        if name == _COUNTS:
            if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
                yield f"{name}: should be a list of texts"
        elif name not in _VOICES:
            yield from _entry_problems(name, name, entries, (*PHRASES, *_VOICES, _COUNTS))
        elif isinstance(entries, dict):
            for own, voiced in entries.items():
                yield from _entry_problems(f"{name}.{own}", own, voiced, tuple(PHRASES))
        else:
            yield f"{name}: should be a table"


def _entry_problems(path: str, name: str, entries: object, known: Sequence[str]) -> Iterator[str]:
    if name not in PHRASES:
        yield f"{path}: unknown phrase{did_you_mean(name, known)}; known: {', '.join(known)}"
    elif not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        yield f"{path}: should be a list of texts"
    else:
        yield from phrase_problems(path, name, entries)


def _usable(entries: Sequence[str], given: AbstractSet[str]) -> Sequence[str]:
    """Those of *entries* that have no place without a value."""
    return [entry for entry in entries if places_in(entry) <= given]


@cache
def _shipped(language: str) -> Mapping[str, Any]:
    path = shipped("templates") / "phrases" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _own(folder: Path | None, language: str) -> Mapping[str, Any]:
    """The pack in the brand's *folder*, read anew each time: somebody may be editing it."""
    if folder is None:
        return {}
    if not folder.is_dir():
        raise SettingsError("brand.templates", [f"{folder} is not a folder"])
    path = folder / "phrases" / f"{language}.toml"
    pack = read_toml(path) if path.is_file() else {}
    if problems := list(pack_problems(pack)):
        raise SettingsError(str(path), problems)
    return pack


def _ctas(brand: Brand) -> Mapping[str, Sequence[str]]:
    """The brand's own phrases, with the line for opinion pieces as one of them."""
    line = brand.opinion_line
    if line is None:
        return brand.ctas
    unsigned = {} if "byline" in places_in(line) or "opinion_unsigned" in brand.ctas else {"opinion_unsigned": (line,)}
    return {**brand.ctas, "opinion": (line,), **unsigned}


def _allowed(bank: Mapping[str, Sequence[str]], settings: Settings) -> Mapping[str, Sequence[str]]:
    """*bank* without the entries that have a word which the brand has banned."""
    if not settings.brand.banned_words:
        return bank
    return {
        name: tuple(entry for entry in entries if not breaks_ban(_PLACE.sub("\ufffc", entry), settings))
        for name, entries in bank.items()
    }
