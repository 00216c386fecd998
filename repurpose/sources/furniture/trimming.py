"""What remains of a text copy when the page around the article is taken off: title, byline, date, body?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.furniture.authors import without_author_box
from repurpose.sources.furniture.body import body_range
from repurpose.sources.furniture.bylines import with_byline
from repurpose.sources.furniture.lines import REASONS
from repurpose.sources.furniture.roles import roles_of
from repurpose.sources.measures import is_title_like, word_count
from repurpose.sources.pieces import Piece, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.furniture.roles import Role

__all__ = ["is_notable", "trim_text"]

_TITLE_WORD = re.compile(r"[^\W_]{4,}")
_TITLE_WINDOW = 12
_PROSE_WORDS = 12
_FEW_SENTENCES = 4
_FIRST_LINE_BONUS = 4.0
_HEADER_WORDS = 20
_HEADER_OVERLAP = 0.35
_NOTABLE = frozenset(
    {
        "share",
        "comment",
        "subscribe",
        "related",
        "navigation",
        "cookie",
        "credit",
        "legal",
        "teaser",
        "notice",
        "more",
        "advertisement",
        "byline",
    }
)

# What between two paragraphs is a heading, a list or a table that lost its form.
_TEXT_INSIDE = frozenset({"menu", "date", "repeat"})

_MENU_ITEMS = 8


def trim_text(reading: Reading) -> Reading:
    """*reading* of a plain text without what surrounds the article and what stands between its paragraphs."""
    pieces = reading.pieces
    if not pieces:
        return reading
    roles = roles_of(pieces)
    first, end = body_range(pieces, roles)
    title = reading.metadata.title
    title_at = None
    if title is None:
        title_at = _title_index(pieces, roles, first, end)
        title = pieces[title_at].text if title_at is not None else None
    head_end, tail_start = _edges(roles, first, end, title_at)
    inside = _prose_range(roles, head_end, tail_start)
    metadata = replace(reading.metadata, title=title)
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    for index, (piece, role) in enumerate(zip(pieces, roles, strict=True)):
        if index == title_at:
            continue
        if role.kind in {"byline", "date"} and index < tail_start:
            metadata = with_byline(metadata, piece.text, above=pieces[index - 1].text if index else "")
        is_text = role.kind in {None, "list"} or (role.kind in _TEXT_INSIDE and index in inside)
        if head_end <= index < tail_start and (is_text or role.kind == "figure"):
            kept.append(replace(piece, kind=BlockKind.CAPTION) if role.kind == "figure" else piece)
        else:
            where = "site header" if index < head_end else "page furniture"
            dropped.append(_dropped(piece, REASONS.get(role.kind or "", where)))
    return without_author_box(Reading(pieces=tuple(kept), metadata=metadata, dropped=(*reading.dropped, *dropped)))


def _edges(roles: Sequence[Role], first: int, end: int, title_at: int | None) -> tuple[int, int]:
    """
    Where the article begins and ends around its best run of pieces, *first* to *end*.

    A line that is no furniture and that no furniture parts from the run belongs to it; without any furniture on one
    side nothing is cut there.
    """
    start = 0 if title_at is None else title_at + 1
    head_end = max(first, start)
    if not is_notable(roles[start:first]):
        head_end = start
    while head_end > start and roles[head_end - 1].kind is None:
        head_end -= 1
    tail_start = end
    while tail_start < len(roles) and roles[tail_start].kind is None:
        tail_start += 1
    return head_end, tail_start if is_notable(roles[end:]) else len(roles)


def _prose_range(roles: Sequence[Role], head_end: int, tail_start: int) -> range:
    """From the first to the last paragraph of running text: a date between them is a heading, a list a list."""
    prose = [index for index in range(head_end, tail_start) if roles[index].is_prose]
    return range(prose[0], prose[-1] + 1) if prose else range(0)


def is_notable(roles: Sequence[Role]) -> bool:
    """Whether there is proof among *roles* that they are a page's and not the article's; a short list is none."""
    menus = sum(role.kind == "menu" for role in roles)
    return menus >= _MENU_ITEMS or any(role.kind in _NOTABLE for role in roles)


def _title_index(pieces: Sequence[Piece], roles: Sequence[Role], first: int, end: int) -> int | None:
    """The best title among the lines above the first long paragraph."""
    prose = [
        index for index in range(first, end) if roles[index].is_prose and not _can_be_title(pieces[index], roles[index])
    ]
    prose_at = next((index for index in prose if roles[index].words >= _PROSE_WORDS), prose[0] if prose else end)
    # Short sentences that follow each other are the article as well.
    if prose and prose.index(prose_at) >= _FEW_SENTENCES:
        prose_at = prose[0]
    body_words = {word.casefold() for piece in pieces[prose_at:end] for word in _TITLE_WORD.findall(piece.text)}
    best: tuple[float, int] | None = None
    for index in range(max(0, prose_at - _TITLE_WINDOW), prose_at):
        piece, role = pieces[index], roles[index]
        if not _can_be_title(piece, role) or (index and not _is_set_off(pieces, roles, index, body_words)):
            continue
        score = min(role.words, 8) / 2 + 3 * _overlap(piece.text, body_words) - 0.1 * (prose_at - index)
        score += _FIRST_LINE_BONUS * (index == 0 and _is_first_line_title(roles)) - 2.0 * (" | " in piece.text)
        if best is None or score > best[0]:
            best = score, index
    return best[1] if best else None


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
    return role.kind is None and piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and is_title_like(piece.text)


def _dropped(piece: Piece, reason: str) -> Dropped:
    return Dropped(text=piece.text, lines=piece.lines, reason=reason)
