"""Which chapters does a recording have, by the times that its own notes give?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, joined
from repurpose.model import Span
from repurpose.platforms import profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article
    from repurpose.platforms import ChapterRule

__all__ = ["chapters", "is_chapter"]

_CHAPTER = re.compile(r"[(\[]?((?:\d{1,2}:)?\d{1,2}:\d{2})[)\]]?\s*[-–—:|]?\s+(?=\S)([^\n]{2,90})")


def is_chapter(text: str) -> bool:
    """Whether *text* is one line of a list of chapters: a time and a title."""
    return _CHAPTER.fullmatch(text.strip()) is not None


def chapters(article: Article) -> Copy:
    """
    The article's list of chapters, a line each; empty where it has none that YouTube would take.

    Never made up: a recording whose notes give no times has no chapters. What YouTube would not take is taken for no
    list of chapters anywhere.
    """
    lines = list(_lines(article))
    rule = profile("youtube").chapters
    is_taken = rule is not None and _keeps([second for second, _ in lines], rule)
    return joined([line for _, line in lines], "\n") if is_taken else ()


def _keeps(seconds: Sequence[int], rule: ChapterRule) -> bool:
    """Whether chapters that begin at *seconds* are what *rule* asks for."""
    return (
        len(seconds) >= rule.fewest
        and seconds[0] == 0
        and all(later - earlier >= rule.shortest for earlier, later in pairwise(seconds))
    )


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
