"""Which line above the text of a page is its title?"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.dates import find_date, is_moment
from repurpose.sources.furniture.lexicon import normalised_line
from repurpose.sources.measures import is_title_like, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.furniture.roles import Role
    from repurpose.sources.pieces import Piece

__all__ = ["title_index"]

_TITLE_WORD = re.compile(r"[^\W_]{4,}")
_WINDOW = 25
_LINE_CHARACTERS = 200
_PROSE_WORDS = 12
# Short sentences that follow each other are the article as well.
_FEW_SENTENCES = 4
_HEADER_WORDS = 20
_HEADER_OVERLAP = 0.35
# Weights of one count: a title has some words, shares the longer ones with the text, stands above a dateline or byline,
# and pages name it again, in a breadcrumb or under "share".
_MOST_WORDS = 8
_MANY_WORDS = 16
_FIRST_LINE = 4.0
_OVERLAP = 3.0
_AGAIN = 2.5
_AGAIN_OVERLAP = 0.34
_AGAIN_WORDS = 4
_ABOVE_DATELINE = 2.0
_BELOW_DATELINE = 1.0
_DATELINE_PIECES = 5
_DISTANCE = 0.1
_ROW = 2.0
_ONE_WORD = 1.0
_CREDIT = re.compile(
    r"©|\b(?:foto|bild|photo|image|picture|source|quelle|credit|crédit|фото|fotos|caption)\b ?[:：/]", re.IGNORECASE
)
_COMMAS = 4


def title_index(pieces: Sequence[Piece], roles: Sequence[Role], first: int, end: int) -> int | None:
    """Where the best title is among the lines above the first long paragraph between *first* and *end*."""
    prose_at = _prose_at(pieces, roles, first, end)
    body_words = {word.casefold() for piece in pieces[prose_at:end] for word in _TITLE_WORD.findall(piece.text)}
    lines = Counter(normalised_line(piece.text) for piece in pieces if len(piece.text) <= _LINE_CHARACTERS)
    best: tuple[float, int] | None = None
    for index in range(max(0, prose_at - _WINDOW), prose_at):
        piece, role = pieces[index], roles[index]
        if not _can_be_title(piece, role) or (index and not _is_set_off(pieces, roles, index, body_words)):
            continue
        score = (
            min(role.words, _MOST_WORDS) / 2
            - _DISTANCE * max(0, role.words - _MANY_WORDS)
            - _ONE_WORD * (role.words == 1)
        )
        overlap = _overlap(piece.text, body_words)
        score += _OVERLAP * overlap - _DISTANCE * (prose_at - index)
        score += _FIRST_LINE * (index == 0 and _is_first_line_title(roles)) - _ROW * (" | " in piece.text)
        score += _AGAIN * (
            lines[normalised_line(piece.text)] > 1 and overlap >= _AGAIN_OVERLAP and role.words >= _AGAIN_WORDS
        )
        above, below = roles[max(0, index - _DATELINE_PIECES) : index], roles[index + 1 : index + 1 + _DATELINE_PIECES]
        score += _ABOVE_DATELINE * _has_dateline(below) + _BELOW_DATELINE * _has_dateline(above)
        # Of two equal lines the lower one is the heading, the upper one the breadcrumb.
        if best is None or score >= best[0]:
            best = score, index
    return best[1] if best else None


def _has_dateline(roles: Sequence[Role]) -> bool:
    return any(role.kind in {"byline", "date"} for role in roles)


def _prose_at(pieces: Sequence[Piece], roles: Sequence[Role], first: int, end: int) -> int:
    """Where the running text begins."""
    prose = [
        index for index in range(first, end) if roles[index].is_prose and not _can_be_title(pieces[index], roles[index])
    ]
    if not prose:
        return max((index for index in range(first, end) if roles[index].is_prose), default=first or end)
    place = next((place for place, index in enumerate(prose) if roles[index].words >= _PROSE_WORDS), 0)
    return prose[0] if place >= _FEW_SENTENCES else prose[place]


def _is_first_line_title(roles: Sequence[Role]) -> bool:
    """Whether the first line is the title; above a menu it is the site's name."""
    return all(role.kind not in {"menu", "navigation"} for role in roles[1:3])


def _is_set_off(pieces: Sequence[Piece], roles: Sequence[Role], index: int, body_words: set[str]) -> bool:
    """Whether what stands above a line is the site's, so that the line can be the title: else text would be lost."""
    if any(role.kind is not None for role in roles[:index]):
        return True
    below = pieces[index + 1].gap if index + 1 < len(pieces) else 1
    if pieces[index].gap == 0 or below == 0:
        return False
    above = " ".join(piece.text for piece in pieces[:index])
    return word_count(above) <= _HEADER_WORDS and _overlap(above, body_words) < _HEADER_OVERLAP


def _overlap(text: str, body_words: set[str]) -> float:
    """The share of the longer words of *text* that the body has too."""
    words = {word.casefold() for word in _TITLE_WORD.findall(text)}
    return len(words & body_words) / len(words) if words else 0.0


def _can_be_title(piece: Piece, role: Role) -> bool:
    text = piece.text
    if role.kind not in {None, "repeat"} or piece.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return False
    if not is_title_like(text) or text.count(",") >= _COMMAS or text.isdigit() or text[0] == "/":
        return False
    return not _CREDIT.search(text) and not (is_moment(text) and find_date(text) is not None)
