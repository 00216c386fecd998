"""Which lines of printed pages are their heads and feet, and no text?"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.sources.documents.printed_lines import Line

__all__ = ["without_running_heads"]

# Heads and feet have up to three lines; what stands further inside is text.
_DEPTH = 3
# The same words at the same height on so many pages are no coincidence; in short documents, on every page.
_PAGES = 3
_SAME_HEIGHT = 3.0
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,6}\.?\s*)?[-–—|\[(]*\s*(?:\d{1,4}|[ivxl]{1,7})\s*[-–—|\])]*"
    r"(?:\s*(?:/|[^\W\d_]{1,4})\s*\d{1,4})?",
    re.IGNORECASE,
)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """*pages* without page numbers and without the lines that stand at the top or the bottom of several of them."""
    edges = [list(_edges(page)) for page in pages]
    counts = Counter(key for sides in edges for key in {_key(line) for side in sides for row in side for line in row})
    running = {key for key, count in counts.items() if count >= min(_PAGES, max(2, len(pages)))}
    heights: Counter[int] = Counter()
    for sides in edges:
        heights.update({_key(side[0][0])[1] for side in sides if side and _key(side[0][0]) in running})
    usual = {height for height, count in heights.items() if count >= max(_PAGES, len(pages) / 2)}
    kept = []
    for page, sides in zip(pages, edges, strict=True):
        dropped: set[int] = set()
        for side in sides:
            # From the edge inwards, up to the first line of text.
            for depth, row in enumerate(side):
                # The head of a short chapter stands where the heads of the others stand.
                is_usual = depth == 0 and _key(row[0])[1] in usual
                if not is_usual and not all(_is_running(line, running) for line in row):
                    break
                dropped.update(map(id, row))
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def _edges(page: Sequence[Line]) -> Iterator[list[list[Line]]]:
    """The outermost rows at the top and at the bottom, each from the edge inwards."""
    rows: list[list[Line]] = []
    for line in sorted(page, key=lambda line: -line.y):
        if rows and rows[-1][0].y - line.y < _SAME_HEIGHT:
            rows[-1].append(line)
        else:
            rows.append([line])
    yield rows[:_DEPTH]
    yield rows[: -_DEPTH - 1 : -1]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.y / _SAME_HEIGHT)


def _is_running(line: Line, running: set[tuple[str, int]]) -> bool:
    words, height = _key(line)
    if any((words, near) in running for near in (height - 1, height, height + 1)):
        return True
    return _PAGE_NUMBER.fullmatch(line.text) is not None and any(sign.isdigit() or sign in "ivxl" for sign in line.text)
