"""Which chapters does a recording have, by the times that its own notes give?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, joined
from repurpose.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.model import Article

__all__ = ["chapters", "is_chapter"]

_CHAPTER = re.compile(r"[(\[]?((?:\d{1,2}:)?\d{1,2}:\d{2})[)\]]?\s*[-–—:|]?\s+(?=\S)([^\n]{2,90})")
# YouTube makes chapters of three and more, the first at 0:00, each of ten seconds at least
# (support.google.com/youtube/answer/9884579, read 2026-11-25 by other sites).
_FEWEST, _SHORTEST = 3, 10


def is_chapter(text: str) -> bool:
    """Whether *text* is one line of a list of chapters: a time and a title."""
    return _CHAPTER.fullmatch(text.strip()) is not None


def chapters(article: Article) -> Copy:
    """
    The article's list of chapters, a line each; empty where it has none that YouTube would take.

    Never made up: a recording whose notes give no times has no chapters.
    """
    lines = list(_lines(article))
    seconds = [second for second, _ in lines]
    is_taken = (
        len(lines) >= _FEWEST
        and seconds[0] == 0
        and all(later - earlier >= _SHORTEST for earlier, later in pairwise(seconds))
    )
    return joined([line for _, line in lines], "\n") if is_taken else ()


def _lines(article: Article) -> Iterator[tuple[int, Copy]]:
    for block in article.blocks:
        text = block.span.of(article.text)
        match = _CHAPTER.fullmatch(text.strip())
        if match is None:
            continue
        start = block.span.start + text.index(match[1])
        title = Span(block.span.start + text.index(match[2]), block.span.end)
        yield (
            _seconds(match[1]),
            (
                Piece(match[1], "article", (Span(start, start + len(match[1])),)),
                Piece(" ", "layout"),
                Piece(match[2].strip(), "article", (title,)),
            ),
        )


def _seconds(time: str) -> int:
    total = 0
    for part in time.split(":"):
        total = total * 60 + int(part)
    return total
