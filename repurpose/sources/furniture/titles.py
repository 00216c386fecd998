"""Which line above the text of a page is its title?"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.dates import find_date, is_moment
from repurpose.sources.furniture.lexicon import furniture_words, normalised_line
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
_HEADLINE_WORDS = range(4, 17)
# What stands before the colon of a turn.
_NAME_WORDS = 4
_PREFIX = re.compile(r"([^\W\d_][^:：\n]{0,40}?)\s?[:：]\s*(?=\S)")


def title_index(pieces: Sequence[Piece], roles: Sequence[Role], first: int, end: int) -> int | None:
    """Where the best title is among the lines above the first long paragraph between *first* and *end*."""
    prose_at = _prose_at(pieces, roles, first, end)
    body_words = {word.casefold() for piece in pieces[prose_at:end] for word in _TITLE_WORD.findall(piece.text)}
    lines = Counter(normalised_line(piece.text) for piece in pieces if len(piece.text) <= _LINE_CHARACTERS)
    turns = _turns(pieces)
    best: tuple[float, int] | None = None
    for index in range(max(0, prose_at - _WINDOW), prose_at):
        piece, role = pieces[index], roles[index]
        if (
            index in turns
            or not _can_be_title(piece, role)
            or (index and not _is_set_off(pieces, roles, index, body_words))
        ):
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
    return _headline(pieces, roles, best[1], body_words) if best else None


def _headline(pieces: Sequence[Piece], roles: Sequence[Role], index: int, body_words: set[str]) -> int:
    """Where the title is, if the line at *index* is the subtitle below it: both stand above the dateline."""
    above = index - 1
    if above < 0 or roles[above].kind is not None or not _has_dateline(roles[index + 1 : index + 1 + _DATELINE_PIECES]):
        return index
    title, subtitle = pieces[above], pieces[index]
    if roles[above].words not in _HEADLINE_WORDS or normalised_line(title.text) == normalised_line(subtitle.text):
        return index
    # "Nobody noticed." may end a title as well, where the subtitle stands right below.
    is_pair = title.gap > 0 and subtitle.gap == 0 and is_title_like(title.text.rstrip("."))
    is_shorter = roles[above].words < roles[index].words and _overlap(title.text, body_words) >= _AGAIN_OVERLAP
    return above if is_pair or (is_shorter and _can_be_title(title, roles[above])) else index


def _has_dateline(roles: Sequence[Role]) -> bool:
    return any(role.kind in {"byline", "date"} for role in roles)


def _turns(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where somebody asks or answers: by the word before a colon, which the text has again before others."""
    names = {
        index: match[1].split()
        for index, piece in enumerate(pieces)
        if piece.kind is BlockKind.PARAGRAPH and (match := _PREFIX.match(piece.text)) is not None
    }
    # A title that the page has twice is no turn.
    counts = Counter(name for name, _ in {(words[-1], pieces[index].text) for index, words in names.items()})
    marks = frozenset[str]().union(*(asks | answers for asks, answers in furniture_words().roles))
    return frozenset(
        index
        for index, words in names.items()
        if (len(words) == 1 and words[0] in marks) or (counts[words[-1]] > 1 and len(words) <= _NAME_WORDS)
    )


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
