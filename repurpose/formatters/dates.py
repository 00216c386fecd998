"""Which lines name a day that was still to come when the article went out: a deadline, an event?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.sources.furniture.lexicon import furniture_words
from repurpose.text.words import words

if TYPE_CHECKING:
    from repurpose.model import Article

__all__ = ["is_ahead"]

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(20\d\d)[-./年](\d{1,2})[-./月]\d{1,2}")


def is_ahead(text: str, article: Article) -> bool:
    """
    Whether *text* names a month with its year that is not before the article's own date.

    Never where that date is not known: a day of last year is no news.
    """
    if article.date is None or not _YEAR.search(text):
        return False
    published = (article.date.year, article.date.month)
    named = [(int(match[1]), int(match[2])) for match in _NUMERIC.finditer(text)]
    months = furniture_words().months
    found = [months[word.lower()] for word in words(text, article.language) if word.lower() in months]
    named += [(int(year), month) for year in _YEAR.findall(text) for month in found]
    return any(one >= published for one in named)
