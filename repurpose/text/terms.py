"""Where does a text use one of some words and phrases?"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["has_term", "term_pattern"]


def has_term(text: str, terms: tuple[str, ...]) -> bool:
    """Whether *text* uses one of *terms*, in any case and spacing."""
    return bool(terms) and term_pattern(terms).search(text) is not None


@lru_cache(maxsize=16)
def term_pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, in any case and spacing: "game changer" also finds "#GameChanger" and "game-changer"."""
    longest_first = sorted((term for term in terms if term.strip()), key=lambda term: (-len(term), term))
    choice = "|".join(r"[\s_-]*".join(map(re.escape, term.split())) for term in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{choice or '(?!)'})(?![^\W_])", re.IGNORECASE)
