"""Which names end in a top-level domain, so that a platform makes them a link?"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from repurpose.resources import shipped_text

__all__ = ["is_in_root_zone", "tld_end"]

# The lookahead is twitter-text's: a name glued to one of these is no top-level domain (`foo.comm`, `mail.gov@...`).
_ASCII_NAME = re.compile(r"[A-Za-z]{2,}+(?![0-9A-Za-z@+\-])")
_PUNYCODE = re.compile(r"[Xx][Nn]--[\-0-9A-Za-z]+")
_GLUE = re.compile(r"[0-9A-Za-z@+\-]")


class _Names(NamedTuple):
    on_x: frozenset[str]
    in_root: frozenset[str]
    foreign: dict[str, tuple[str, ...]]
    """X's names that are not all ASCII, longest first, by their first character."""


def is_in_root_zone(domain: str) -> bool:
    """Whether *domain* has a dot and ends in a top-level domain of the Internet's root zone, in lower case."""
    _, dot, name = domain.rpartition(".")
    return bool(dot) and name in _names().in_root


def tld_end(text: str, start: int, end: int) -> int | None:
    """
    Where the top-level domain that begins at *start* ends, by X's list; ``None`` where none begins.

    Nothing from *end* on is looked at. Internationalised names may stand in their own script or as ``xn--``.
    """
    if name := _ASCII_NAME.match(text, start, end):
        if name.group().lower() in _names().on_x:
            return name.end()
    elif name := _PUNYCODE.match(text, start, end):
        return name.end()
    if start >= end:
        return None
    for foreign in _names().foreign.get(text[start].lower(), ()):
        stop = start + len(foreign)
        if stop <= end and text[start:stop].lower() == foreign and not _GLUE.match(text, stop, end):
            return stop
    return None


@cache
def _names() -> _Names:
    """The shipped table."""
    on_x: set[str] = set()
    in_root: set[str] = set()
    for line in shipped_text("assets", "lexicons", "tlds.txt").splitlines():
        name, _, mark = line.partition(" ")
        if name == "#":
            continue
        if mark != "+":
            on_x.add(name)
        if mark != "-":
            in_root.add(name)
    foreign: dict[str, tuple[str, ...]] = {}
    for name in sorted((name for name in on_x if not name.isascii()), key=lambda name: (-len(name), name)):
        foreign[name[0]] = (*foreign.get(name[0], ()), name)
    return _Names(frozenset(on_x), frozenset(in_root), foreign)
