"""
Where do the entries of a word list stand in a text, in whatever form?

How entries are written, and how the words of a language meet and change, says ``assets/lexicons/emoji/forms.toml``.
All forms of a list become one pattern that shares their beginnings: a text is read in one pass, however long the list.
"""

from __future__ import annotations

import itertools
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from repurpose.resources import shipped_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["WordList"]

# In scripts without spaces words are told by their letters: a run of Katakana or of Latin letters is a word as a whole,
# a Chinese character alone is one between letters of other kinds only.
_HAN = "[\u3005\u3400-\u4dbf\u4e00-\u9fff]"
_RUNS = {"[\u30a1-\u30fa\u30fc]": "[\u30a1-\u30fa\u30fc・]+", "[0-9a-z]": "[0-9a-z .-]+", _HAN: _HAN}
# What stands for "*" inside a pattern tree: any ending, or a whole word by itself.
_ANY_ENDING, _ANY_WORD = "\0", "\1"
_WILD = {_ANY_ENDING: r"\w*", _ANY_WORD: r"\S+"}
_OPEN = re.compile("[\0\1]")
# A fork with more branches than an alphabet has letters goes by bundles of so many.
_WIDE = 64
_BUNDLE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grammar:
    """How the words of one language meet and change."""

    edge: str = ""
    before: str = ""
    after: str = ""
    every: bool = False
    endings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    alike: str = ""


class WordList:
    """The entries of one language, ready to be found."""

    def __init__(self, entries: Iterable[str], language: str) -> None:
        grammar = _grammar(language)
        self._alike = tuple(grammar.alike.split())
        self._entries: dict[str, str] = {}
        wild: dict[str, str] = {}
        for entry in entries:
            for form in _forms_of(self._folded(unicodedata.normalize("NFC", entry)), grammar):
                (wild if _OPEN.search(form) else self._entries).setdefault(form, entry)
        # By what stands before their first open end.
        self._wild: dict[str, dict[str, str]] = {}
        for form, entry in wild.items():
            self._wild.setdefault(_OPEN.split(form, maxsplit=1)[0], {})[form] = entry
        self._longest = max(map(len, self._wild), default=0)
        self._pattern = re.compile(_pattern(self._entries, wild, grammar))

    def find(self, text: str) -> Iterator[tuple[str, int]]:
        """
        The entries that stand in *text*, in order, the longest where several begin at one place, and where they do.

        *text* is in NFC. In scripts with capitals the place is exact; elsewhere letters that are not read may have
        moved it.
        """
        folded = self._folded(text)
        for match in self._pattern.finditer(folded):
            start, end = match.span(match.lastindex or 0)
            entry = self._entry(folded[start:end])
            if not entry.isupper() or text[start:end].isupper():
                yield entry, start

    def _entry(self, form: str) -> str:
        """The entry that stands as *form*: that form itself, or one with an open end, the longest known part first."""
        if form in self._entries:
            return self._entries[form]
        stems = (self._wild.get(form[:size], {}) for size in range(min(len(form), self._longest), -1, -1))
        return next(stem[one] for stem in stems for one in stem if re.fullmatch(_escaped(one), form))

    def _folded(self, text: str) -> str:
        # The one capital that is two characters in lower case would move all places after it.
        text = text.replace("İ", "I").lower().replace("’", "'")
        for group in self._alike:
            text = text.replace(group[0], group[1:])
        return text


@cache
def _grammar(language: str) -> _Grammar:
    tables = tomllib.loads(shipped_text("assets", "lexicons", "emoji", "forms.toml"))
    return _Grammar(**tables.get(language, {}))


def _forms_of(entry: str, grammar: _Grammar) -> Iterator[str]:
    """Every form in which *entry* may stand, with characters of `_WILD` where anything may stand."""
    words = entry.split(" ")
    forms: list[list[str]] = []
    for place, word in enumerate(words, start=1):
        endings = grammar.endings if grammar.every or place == len(words) else {}
        forms.append([form for choice in word.split("/") for form in _inflected(choice, endings)])
    return map(" ".join, itertools.product(*forms))


def _inflected(word: str, endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if word == "*":
        yield _ANY_WORD
        return
    stem = word.removesuffix("=").replace("*", _ANY_ENDING)
    yield stem
    end = max((end for end in endings if word.endswith(end)), key=len, default=None)
    if end is not None and not word.endswith(("*", "=")):
        yield from (stem.removesuffix(end) + ending for ending in endings[end])


def _pattern(exact: Iterable[str], wild: Iterable[str], grammar: _Grammar) -> str:
    if not grammar.edge:
        return _unspaced(exact)
    choices = [
        # A phrase with an open end comes before its first word, a word with an open end after every exact one.
        _any_of(form for form in wild if " " in form),
        _any_of(exact),
        _any_of(form for form in wild if " " not in form and form[0] != _ANY_ENDING),
        _any_of(form for form in wild if form[0] == _ANY_ENDING),
    ]
    choice = "|".join(filter(None, choices))
    # Nothing is a word inside an address.
    return rf"(?<![{grammar.edge}/@.]){grammar.before}(?:{choice}){grammar.after}(?![{grammar.edge}]|\.\w)"


def _unspaced(entries: Iterable[str]) -> str:
    """The pattern for entries in a script that puts no spaces between words."""
    kinds: dict[str, list[str]] = {}
    for entry in entries:
        kind = next((kind for kind, run in _RUNS.items() if re.fullmatch(run, entry)), "")
        kinds.setdefault(kind, []).append(entry)
    return "|".join(
        f"(?<!{kind}){_any_of(kinds[kind])}(?!{kind})" if kind else _any_of(kinds[kind]) for kind in sorted(kinds)
    )


_Tree: TypeAlias = dict[str, "_Tree"]


def _any_of(forms: Iterable[str]) -> str:
    """A group that matches any of *forms*, the longest first; empty where there are none."""
    tree: _Tree = {}
    for form in forms:
        node = tree
        for character in form:
            node = node.setdefault(character, {})
        node[""] = {}
    return f"({_branches(tree)})" if tree else ""


def _branches(tree: _Tree) -> str:
    characters = sorted(tree, reverse=True)
    if len(characters) <= _WIDE:
        choices = [_escaped(character) + _branches(tree[character]) for character in characters]
    else:
        choices = [_bundle(tree, characters[start : start + _BUNDLE]) for start in range(0, len(characters), _BUNDLE)]
    return "".join(choices) if len(choices) <= 1 else f"(?:{'|'.join(choices)})"


def _bundle(tree: _Tree, characters: Sequence[str]) -> str:
    """
    The branches of *characters*, told apart after the next character only.

    The engine passes over a branch quickly by one character or class: hundreds of branches are few classes.
    """
    long: list[str] = []
    short: list[str] = []
    for first in characters:
        for second, rest in sorted(tree[first].items(), reverse=True):
            if not second or second in _WILD:
                short.append(f"(?<={re.escape(first)}){_escaped(second)}{_branches(rest)}")
            else:
                long.append(f"{re.escape(second)}(?<={re.escape(first + second)}){_branches(rest)}")
    return f"[{re.escape(''.join(characters))}](?:{'|'.join(long + short)})"


def _escaped(form: str) -> str:
    return "".join(_WILD.get(character) or re.escape(character) for character in form)
