"""Where does one character that a reader sees end and the next begin?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["boundaries", "count", "floor", "is_boundary", "iterate"]

# UAX #29 extended grapheme clusters, by the tables of the `regex` package. A flag is spelt out because `\X` looks back
# over the whole run of regional indicators for each of them.
_CLUSTER = regex.compile(r"\p{RI}\p{RI}?+[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+|\X")

# Latin, Greek and Cyrillic letters, curly quotation marks and dashes: none of them joins another.
_SINGLE = re.compile(r"[\x00-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203a\u20ac]*")

# Between two of these there is always a boundary.
_SURE = regex.compile(r"[\x20-\x7e\p{Han}](?=[\x20-\x7e\p{Han}])")


def iterate(text: str, start: int = 0) -> Iterator[str]:
    """The grapheme clusters of *text* from *start* on, in order."""
    return (cluster.group() for cluster in _CLUSTER.finditer(text, start))


def boundaries(text: str) -> tuple[int, ...]:
    """Every place where *text* may be cut, ``0`` and its length included."""
    return (0, *(cluster.end() for cluster in _CLUSTER.finditer(text)))


def count(text: str) -> int:
    """How many grapheme clusters *text* has."""
    if _SINGLE.fullmatch(text):
        return len(text) - text.count("\r\n")
    return sum(1 for _ in _CLUSTER.finditer(text))


def is_boundary(text: str, index: int) -> bool:
    """Whether *text* may be cut before code point *index*."""
    return floor(text, index) == index


def floor(text: str, index: int) -> int:
    """The last place at or before *index* where *text* may be cut."""
    if index <= 0 or index >= len(text):
        return max(0, min(index, len(text)))
    place = _sure_boundary(text, index)
    for cluster in _CLUSTER.finditer(text, place):
        if cluster.end() > index:
            break
        place = cluster.end()
    return place


def _sure_boundary(text: str, index: int) -> int:
    """A boundary not far before *index*: clusters depend on what is before them (flags come in pairs)."""
    reach = 32
    while reach < index:
        if found := _SURE.search(text, index - reach, index):
            return found.end()
        reach *= 2
    return 0
