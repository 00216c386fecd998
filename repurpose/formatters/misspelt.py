"""Which words does an article write with a letter too many or too few, beside its title that has them right?"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article
    from repurpose.settings import Settings

__all__ = ["misspelt", "spelt_as_in_title"]

# Of shorter words two may be a letter apart.
_LONG = 8
# At its end a word changes by its grammar.
_BEGINNING, _END = 2, 3
_WORD = re.compile(rf"(?<![\w’'-])[^\W\d_a-z][^\W\d_]{{{_LONG - 1},}}(?![\w’'-])")


def spelt_as_in_title(settings: Settings, article: Article) -> Settings:
    """*settings* with the title's spelling of a word as the one that is preferred; what a brand prefers comes first."""
    found = misspelt(article.title or "", article.text)
    if not found:
        return settings
    words = {**found, **settings.brand.preferred_words}
    return replace(settings, brand=replace(settings.brand, preferred_words=words))


# By strings, which keep their hash.
@lru_cache(maxsize=32)
def misspelt(title: str, text: str) -> Mapping[str, str]:
    """Each word of *text* with a capital that is one letter longer or shorter than a word of *title*, and that word."""
    right = sorted(set(_WORD.findall(title)))
    if not right:
        return {}
    written = sorted({*_WORD.findall(text)}.difference(right))
    return {one: other for one in written for other in right if _is_a_letter_apart(one, other)}


def _is_a_letter_apart(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    is_near = (
        len(longer) - len(shorter) == 1 and one[:_BEGINNING] == other[:_BEGINNING] and one[-_END:] == other[-_END:]
    )
    return is_near and any(longer[:at] + longer[at + 1 :] == shorter for at in range(_BEGINNING, len(longer) - _END))
