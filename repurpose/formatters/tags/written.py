"""How are the hashtags that the author wrote into the source to be written?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.tags.forms import folded, write
from repurpose.formatters.tags.lexicon import parted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.tags.reading import Reading
    from repurpose.model import Article

__all__ = ["hashtags_of"]

_SHORTEST = 2


def hashtags_of(article: Article, reading: Reading) -> tuple[str, ...]:
    """The author's hashtags in their order, those without capitals with one on each word that lists or article know."""
    return tuple(_with_capitals(tag, reading) if tag.islower() else tag for tag in article.author_hashtags)


def _with_capitals(tag: str, reading: Reading) -> str:
    name = tag.lstrip("#＃")
    words = parted(name, reading.language) or next(_spelt_out(name, reading), ())
    return write(words, reading.language) if words else tag


def _spelt_out(name: str, reading: Reading) -> Iterator[Sequence[str]]:
    """The words that stand together in title or text and are *name* when they are written as one."""
    for words in (reading.title.words, reading.words):
        low = folded(words)
        for start, first in enumerate(low):
            if len(first) < _SHORTEST or not name.startswith(first):
                continue
            end, left = start + 1, name[len(first) :]
            while left and end < len(low) and low[end] and left.startswith(low[end]):
                end, left = end + 1, left[len(low[end]) :]
            if not left and end > start + 1:
                yield words[start:end]
