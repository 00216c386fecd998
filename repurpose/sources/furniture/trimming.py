"""What remains of a text copy when the page around the article is taken off: title, byline, date, body?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.furniture.authors import without_author_box
from repurpose.sources.furniture.body import body_range
from repurpose.sources.furniture.bylines import with_byline
from repurpose.sources.furniture.lines import REASONS
from repurpose.sources.furniture.roles import roles_of
from repurpose.sources.furniture.titles import title_index
from repurpose.sources.pieces import Piece, Reading
from repurpose.sources.structure.quotations import with_pull_quotes, with_quoted_speakers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.furniture.roles import Role

__all__ = ["is_notable", "trim_text"]

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
_INSIDE = frozenset(
    {"share", "subscribe", "advertisement", "more", "box", "contents", "image", "figure", "embed", "mark", "page"}
)
# Between the title and the first paragraph stands its dateline, and how long it takes to read.
_DATELINE = frozenset({"byline", "date"})
_HEAD_LINES = _INSIDE | _DATELINE | {"navigation"}
_REASONS = REASONS | {"contents": "table of contents"}

# Tags and counters below an article are shorter than its last lines.
_LABEL_WORDS = 3
_SUBTITLE_WORDS = range(3, 36)
_SUBTITLE_PIECES = 5


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
        title_at = title_index(pieces, roles, first, end)
        title = pieces[title_at].text if title_at is not None else None
    head_end, tail_start = _edges(roles, first, end, title_at)
    inside = _prose_range(roles, head_end, tail_start, end)
    metadata = replace(reading.metadata, title=title)
    if title_at is not None and title_at + 1 < head_end and _is_subtitle(roles, title_at + 1):
        metadata = replace(metadata, subtitle=metadata.subtitle or pieces[title_at + 1].text)
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    for index, (piece, role) in enumerate(zip(pieces, roles, strict=True)):
        if index == title_at:
            continue
        # Right below the text stands its own dateline, further down another post's.
        if role.kind in {"byline", "date"} and index <= tail_start:
            metadata = with_byline(metadata, piece.text, above=pieces[index - 1].text if index else "")
        is_text = role.kind in {None, "list"} or (role.kind in _TEXT_INSIDE and index in inside)
        if head_end <= index < tail_start and (is_text or role.kind == "figure"):
            kept.append(replace(piece, kind=BlockKind.CAPTION) if role.kind == "figure" else piece)
        else:
            where = "site header" if index < head_end else "page furniture"
            dropped.append(_dropped(piece, _REASONS.get(role.kind or "", where)))
    if not kept:
        return reading
    quoted, credits_ = with_pull_quotes(kept)
    quoted, more = with_quoted_speakers(quoted)
    dropped.extend((*credits_, *more))
    return without_author_box(Reading(pieces=quoted, metadata=metadata, dropped=(*reading.dropped, *dropped)))


def _opens(roles: Sequence[Role]) -> bool:
    """Whether the article begins right below its title and dateline, though a list outweighs its first paragraphs."""
    head = next((index for index, role in enumerate(roles) if role.kind not in _HEAD_LINES), len(roles))
    has_dateline = any(role.kind in _DATELINE for role in roles[:head])
    if head == len(roles) or not roles[head].is_prose or (head and not has_dateline):
        return False
    below = roles[head:]
    # A heading and a short list, where a dateline says that this is the article.
    inside = _INSIDE | ({None, "list", "menu"} if has_dateline else frozenset())
    menus = sum(role.kind == "menu" for role in below)
    return menus < _MENU_ITEMS and all(role.kind in inside or role.is_prose for role in below)


def _is_subtitle(roles: Sequence[Role], index: int) -> bool:
    """Whether a line below the title stands above the byline."""
    below = roles[index + 1 : index + 1 + _SUBTITLE_PIECES]
    is_line = roles[index].kind is None and roles[index].words in _SUBTITLE_WORDS
    return is_line and any(role.kind in {"byline", "date"} for role in below)


def _edges(roles: Sequence[Role], first: int, end: int, title_at: int | None) -> tuple[int, int]:
    """
    Where the article begins and ends around its best run of pieces, *first* to *end*.

    A line that is no furniture and that no furniture parts from the run belongs to it; without any furniture on one
    side nothing is cut there.
    """
    start = 0 if title_at is None else title_at + 1
    head_end = max(first, start)
    if title_at is not None and _opens(roles[start:first]):
        head_end = start
    if not is_notable(roles[start:first]):
        head_end = start
    while head_end > start and roles[head_end - 1].kind is None:
        head_end -= 1
    tail_start = end
    while tail_start < len(roles) and roles[tail_start].kind is None and roles[tail_start].words > _LABEL_WORDS:
        tail_start += 1
    return head_end, tail_start if is_notable(roles[end:]) else len(roles)


def _prose_range(roles: Sequence[Role], head_end: int, tail_start: int, end: int) -> range:
    """
    From the first paragraph of running text to the last one, or to the *end* of the best run of pieces.

    A date between them is a heading, a list a list.
    """
    prose = [index for index in range(head_end, tail_start) if roles[index].is_prose]
    return range(prose[0], max(prose[-1] + 1, end)) if prose else range(0)


def is_notable(roles: Sequence[Role]) -> bool:
    """Whether there is proof among *roles* that they are a page's and not the article's; a short list is none."""
    menus = sum(role.kind == "menu" for role in roles)
    return menus >= _MENU_ITEMS or any(role.kind in _NOTABLE for role in roles)


def _dropped(piece: Piece, reason: str) -> Dropped:
    return Dropped(text=piece.text, lines=piece.lines, reason=reason)
