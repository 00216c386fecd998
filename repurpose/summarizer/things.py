"""Which titles announce a list: tips, ways, steps, and not boats?"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from repurpose.resources import shipped_text
from repurpose.text.words import UNSPACED

__all__ = ["is_list_title", "names_things", "things"]


def is_list_title(title: str) -> bool:
    """Whether the number that *title* begins with is one of tips, ways or steps, not of boats."""
    return _listed().match(title) is not None


def names_things(title: str) -> bool:
    """Whether *title* speaks of steps, tips or ways itself: "Cast iron in a few simple steps"."""
    return _named().search(title) is not None


@cache
def things(language: str) -> str:
    """What a title in *language* can announce, as alternatives of a regular expression."""
    return "|".join(map(re.escape, _table().get(language, ())))


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(shipped_text("assets", "lexicons", "headings.toml"))["things"]
    return table


@cache
def _named() -> re.Pattern[str]:
    spaced = "|".join(things(language) for language in _table() if language not in UNSPACED)
    unspaced = "|".join(things(language) for language in _table() if language in UNSPACED)
    return re.compile(rf"\b(?:{spaced})\b|{unspaced}", re.IGNORECASE)


@cache
def _listed() -> re.Pattern[str]:
    # "5 tips for ...", "The three most common mistakes ...": the text has so many.
    return re.compile(rf"^(?:[\w’'-]+ ){{1,4}}?(?:{'|'.join(map(things, _table()))})\b", re.IGNORECASE)
