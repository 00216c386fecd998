"""How are words and phrases of a post and of the article made comparable?"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "plain", "squeeze"]

_NOT_A_LETTER = re.compile(r"[\W_]+")
_QUOTATION_MARKS = re.compile(r"[\"'“”‘’„‚«»‹›「」『』`´]")
_SPACE = re.compile(r"\s+")
_DASHES = str.maketrans("‐‑‒–—―−", "-------")


def fold(word: str) -> str:
    """*word* without case and diacritics, so that "Zürich", "ZURICH" and "Zurich" are one."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def squeeze(text: str) -> str:
    """Letters and digits only, without case and diacritics: what is left of a phrase inside a hashtag."""
    return _NOT_A_LETTER.sub("", fold(text))


def plain(text: str) -> str:
    """*text* as quotations are compared: no quotation marks, one kind of dash and space, no case."""
    unmarked = _QUOTATION_MARKS.sub("", text.translate(_DASHES).replace("…", "..."))
    return _SPACE.sub(" ", unmarked).casefold().strip()
