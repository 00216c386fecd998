"""Which words keep a statement open, or make its number approximate?"""

from __future__ import annotations

import re
from functools import cache

from repurpose.resources import shipped

__all__ = ["hedges"]


@cache
def hedges(language: str) -> re.Pattern[str] | None:
    """
    The hedges of *language*; ``None`` where there is no list.

    The group ``hedge`` keeps a statement open, ``about`` makes the number after it approximate.
    """
    path = shipped("assets") / "lexicons" / "hedges" / f"{language}.txt"
    if not path.is_file():
        return None
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    anywhere = [row for row in rows if not row.endswith(" <number>")]
    before = [row.removesuffix(" <number>") for row in rows if row.endswith(" <number>")]
    # Small letters only: "May" is a month.
    return re.compile(
        rf"(?<![\w'’-])(?:(?P<hedge>{_any_of(anywhere)})|(?P<about>{_any_of(before)})(?=[ \u00a0]*[$€£¥]?\d))(?!\w)"
    )


def _any_of(words: list[str]) -> str:
    """An alternation, the longest first; what never matches where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"
