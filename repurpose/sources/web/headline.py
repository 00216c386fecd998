"""Which line of a page is the article's title, and who and when is named beside it?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.bylines import with_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Metadata, Piece

__all__ = ["Headline", "find_headline", "with_dateline"]

# Where a title stands twice, so much of the article comes below the right one.
_BELOW = 0.7
# The title stands so near above the first paragraph, and what names author and day so near to one of the two.
_WINDOW = 10
_NEAR = 4
_LINE_CHARACTERS = 120
_LONG_WORD = re.compile(r"[^\W_]{4,}|[\u3040-\u30ff\u3400-\u9fff]{2}")
_LETTERS = re.compile(r"[^\W_]+")
# A title says so much of what the article says.
_KIN = 0.5


@dataclass(frozen=True, slots=True)
class Headline:
    """The article's title, and where among the pieces it stands, if it does."""

    title: str | None
    at: int | None


def find_headline(pieces: Sequence[Piece], chosen: Sequence[bool], prose: Sequence[int], title: str | None) -> Headline:
    """
    The headline above the *chosen* pieces, where *title* is what the page says of itself.

    *prose* tells how many words of running text each piece holds. The head of a page may carry a short title for
    search engines, or the site's name only: then the heading above the text is the title.
    """
    first = next((index for index, is_chosen in enumerate(chosen) if is_chosen and prose[index]), len(pieces))
    same = _same_heading(pieces, chosen, prose, title)
    if same is not None:
        return Headline(title, same)
    headings = [
        index
        for index in range(max(0, first - _WINDOW), first)
        if pieces[index].kind is BlockKind.HEADING and pieces[index].aside is None
    ]
    # "Details" and "News" are headings of a page's parts.
    headings = [index for index in headings if len(_long_words(pieces[index].text)) > 1]
    if not headings:
        return Headline(title, None)
    highest = min(pieces[index].level for index in headings)
    at = next(index for index in reversed(headings) if pieces[index].level == highest)
    text = " ".join(piece.text for piece, is_chosen in zip(pieces, chosen, strict=True) if is_chosen)
    if title is None or _is_better(pieces[at].text, title, text):
        return Headline(pieces[at].text, at)
    return Headline(title, None)


def _same_heading(
    pieces: Sequence[Piece], chosen: Sequence[bool], prose: Sequence[int], title: str | None
) -> int | None:
    """The last heading that says *title* and has most of the article below it."""
    if not title:
        return None
    letters = _letters(title)
    words = [prose[index] if chosen[index] else 0 for index in range(len(pieces))]
    below, least = sum(words), _BELOW * sum(words)
    found = None
    for index, piece in enumerate(pieces):
        if below < least:
            break
        if piece.kind is BlockKind.HEADING and _letters(piece.text) == letters:
            found = index
        below -= words[index]
    return found


def _is_better(heading: str, title: str, text: str) -> bool:
    """Whether *heading* is a title of the article *text*, of which *title* is a variant or no title."""
    words = _long_words(text)
    own, known = _long_words(heading), _long_words(title)
    share = len(own & words) / max(1, len(own))
    return share >= _KIN and (bool(own & known) or share > len(known & words) / max(1, len(known)))


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))


def _long_words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text.casefold()))


def with_dateline(metadata: Metadata, pieces: Sequence[Piece], chosen: Sequence[bool], at: int | None) -> Metadata:
    """*metadata* with the author and the day that short lines around the title and the first paragraph name."""
    first = next((index for index, is_chosen in enumerate(chosen) if is_chosen), len(pieces))
    start = first if at is None else min(at, first)
    around = range(max(0, start - _NEAR), min(first + 1, start + 2 * _WINDOW, len(pieces)))
    last = max((index for index, is_chosen in enumerate(chosen) if is_chosen), default=len(pieces))
    for index in (*around, *range(last + 1, min(last + 1 + _NEAR, len(pieces)))):
        text = pieces[index].text
        if index != at and not chosen[index] and len(text) <= _LINE_CHARACTERS and "\n" not in text:
            metadata = with_byline(metadata, text, above=pieces[index - 1].text if index else "")
    return metadata
