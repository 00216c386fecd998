"""Which sentences of the article send its reader to another page, which a post does not have?"""

from __future__ import annotations

import tomllib
from functools import cache

import regex

from repurpose.resources import shipped_text

__all__ = ["points_elsewhere"]


def points_elsewhere(text: str, language: str) -> bool:
    """Whether *text* begins by asking to visit, read, see or sign up for something that was a link."""
    return _pattern(language).match(text) is not None


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    table = tomllib.loads(shipped_text("assets", "lexicons", "pointers.toml"))
    return regex.compile("|".join(table.get(language, ())) or "(?!)", regex.IGNORECASE)
