"""Which lines stand on a page again and again, as its template writes them, or twice, as a teaser and as text?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.lexicon import normalised_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["copied_boxes", "early_copies", "paged_lines", "repeated_lines"]

# The same short line so often belongs to a template: "3 hours ago", "Reply", "Read the rest".
_TIMES = 3
_REPEATED_WORDS = 12
_PAGE = re.compile(r"^\d{1,4}(?: |$)|(?:^| )\d{1,4}$")
_CODE_SIGNS = re.compile(r"[(){}=;<>_\\]|^import |^return\b")
# A box that a page has twice: so many pieces one below the other at least, so many words at most.
_BOX_PIECES = 3
_BOX_WORDS = 90
_MOST_PIECES = 40
# A paragraph of this length is written once; its first copy is the page's excerpt of it.
_COPY_WORDS = 20


def repeated_lines(pieces: Sequence[Piece], words: Sequence[int]) -> frozenset[int]:
    """Where short lines stand that the page has several times."""
    lines = {
        index: piece.text.casefold()
        for index, piece in enumerate(pieces)
        if piece.kind is BlockKind.PARAGRAPH
        and words[index] <= _REPEATED_WORDS
        and len(piece.text) > 1
        and not _CODE_SIGNS.search(piece.text)
    }
    counts = Counter(lines.values())
    return frozenset(index for index, line in lines.items() if counts[line] >= _TIMES)


def paged_lines(pieces: Sequence[Piece], words: Sequence[int]) -> frozenset[int]:
    """Where page numbers stand, alone or with the same words on each page."""
    lines = {
        index: normalised_line(piece.text)
        for index, piece in enumerate(pieces)
        if piece.kind is BlockKind.PARAGRAPH
        and (piece.gap or not index)
        and words[index] <= _REPEATED_WORDS
        and _PAGE.search(piece.text)
    }
    counts = Counter(lines.values())
    return frozenset(
        index for index, line in lines.items() if line == "*" or (counts[line] >= _TIMES and words[index] > _TIMES - 1)
    )


def copied_boxes(pieces: Sequence[Piece], words: Sequence[int]) -> frozenset[int]:
    """Where several paragraphs stand that the page has once more in the same order: a form or a box of links."""
    places = _places(pieces, fewest=2, words=words)
    found: set[int] = set()
    for text, (first, *others) in places.items():
        if _CODE_SIGNS.search(text):
            continue
        for other in others:
            end = 0
            most = min(other - first, len(pieces) - other, _MOST_PIECES)
            while end < most and _is_copy(pieces, first + end, other + end):
                end += 1
            if end >= _BOX_PIECES and sum(words[first : first + end]) <= _BOX_WORDS:
                found.update(range(first, first + end), range(other, other + end))
    return frozenset(found)


def early_copies(pieces: Sequence[Piece], words: Sequence[int]) -> dict[int, int]:
    """Where long paragraphs stand that the page has once more further down, and where that is."""
    return {
        index: places[-1]
        for places in _places(pieces, fewest=_COPY_WORDS, words=words).values()
        for index in places[:-1]
    }


def _places(pieces: Sequence[Piece], *, fewest: int, words: Sequence[int]) -> dict[str, list[int]]:
    """Where each paragraph of at least so many words stands, of those that the page has more than once."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        if piece.kind is BlockKind.PARAGRAPH and piece.gap and words[index] >= fewest:
            places[piece.text].append(index)
    return {text: found for text, found in places.items() if len(found) > 1}


def _is_copy(pieces: Sequence[Piece], first: int, other: int) -> bool:
    return pieces[first].text == pieces[other].text and pieces[first].kind is pieces[other].kind
