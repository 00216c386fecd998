"""What in Markdown or in the main text of a page is still no part of the article?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.cleaning import folded
from repurpose.sources.furniture.authors import without_author_box
from repurpose.sources.furniture.body import body_range
from repurpose.sources.furniture.bylines import with_byline
from repurpose.sources.furniture.contents import contents_of
from repurpose.sources.furniture.lines import REASONS
from repurpose.sources.furniture.roles import roles_of
from repurpose.sources.furniture.trimming import is_notable
from repurpose.sources.measures import word_count
from repurpose.sources.pieces import Piece, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.furniture.roles import Role

__all__ = ["prune_structured", "with_title"]

# Only the words of a whole line are proof in the middle of an article; at its ends the first words are enough.
_HEAD_PIECES = 6
_TAIL_PIECES = 10
_SHORT_WORDS = 30
_LINE_WORDS = 9
# A byline may stand below the text; further down it is another post's.
_BYLINE_PIECES = 2
_ANYWHERE = frozenset({"share", "subscribe", "cookie", "advertisement", "credit", "more", "mark", "embed"})
_TEXT = frozenset({None, "menu", "list", "figure", "repeat", "teaser"})
_HEADINGS = frozenset({BlockKind.HEADING})
# Below the article: so many of the pieces are furniture, else it goes on there.
_TAIL_SHARE = 0.4
_MAYBE_TEXT = frozenset({None, "menu", "list", "figure", "date"})
_TAIL_HEADINGS = frozenset({"related", "comment", "subscribe", "share"})


def with_title(reading: Reading) -> Reading:
    """*reading* with its first heading as title, where it opens the text or repeats the title that is known."""
    title = reading.metadata.title
    for index, piece in enumerate(reading.pieces[:_HEAD_PIECES]):
        if piece.kind is not BlockKind.HEADING:
            continue
        is_same = title is not None and folded(piece.text) == folded(title)
        opens = title is None and piece.level == min(
            one.level for one in reading.pieces if one.kind is BlockKind.HEADING
        )
        # A heading of the second rank below a paragraph is that of a section.
        longest = _SHORT_WORDS if piece.level == 1 else _LINE_WORDS
        if is_same or (opens and not any(word_count(one.text) > longest for one in reading.pieces[:index])):
            pieces = (*reading.pieces[:index], *reading.pieces[index + 1 :])
            dropped = (Dropped(text=piece.text, lines=piece.lines, reason="title"),) if is_same else ()
            metadata = replace(reading.metadata, title=title or piece.text)
            return replace(reading, pieces=pieces, metadata=metadata, dropped=(*reading.dropped, *dropped))
        break
    return reading


def prune_structured(reading: Reading, *, is_page: bool = False) -> Reading:
    """
    *reading* without share bars, link lists, bylines and what follows a heading such as "Related posts".

    The end of a web page (*is_page*) is also cut where furniture outweighs the text below it.
    """
    pieces = reading.pieces
    roles = roles_of(pieces)
    cut = _tail_cut(pieces, roles)
    if is_page:
        end = body_range(pieces, roles)[1]
        furniture = sum(role.kind not in _MAYBE_TEXT for role in roles[end:])
        cut = min(cut, end) if is_notable(roles[end:]) and furniture >= _TAIL_SHARE * len(roles[end:]) else cut
    prose = [index for index, role in enumerate(roles) if role.is_prose and not pieces[index].is_link]
    inside = range(prose[0], prose[-1]) if prose else range(0)
    contents = contents_of(pieces, headings=_HEADINGS)
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    metadata = reading.metadata
    for index, (piece, role) in enumerate(zip(pieces, roles, strict=True)):
        is_edge = index < _HEAD_PIECES or index >= cut - _TAIL_PIECES
        if index in contents:
            reason: str | None = "table of contents"
        elif piece.kind is BlockKind.PARAGRAPH and piece.is_link and is_edge and index not in inside:
            reason = "navigation"
        else:
            reason = _reason(piece, role, is_edge=is_edge)
        if reason is None and index >= cut:
            reason = "page furniture"
        if reason is None:
            kept.append(replace(piece, kind=BlockKind.CAPTION) if role.kind == "figure" else piece)
            continue
        is_last = role.kind == "byline" and cut <= index < cut + _BYLINE_PIECES
        if role.kind in {"byline", "date"} and (index < cut or is_last):
            metadata = with_byline(metadata, piece.text)
        dropped.append(Dropped(text=piece.text, lines=piece.lines, reason=reason))
    if not kept:
        return reading
    while kept and kept[-1].kind is BlockKind.HEADING and len(kept) > 1:
        piece = kept.pop()
        dropped.append(Dropped(text=piece.text, lines=piece.lines, reason="heading without text"))
    return without_author_box(Reading(pieces=tuple(kept), metadata=metadata, dropped=(*reading.dropped, *dropped)))


def _tail_cut(pieces: Sequence[Piece], roles: Sequence[Role]) -> int:
    """Where the rest of the page begins: at a furniture heading below which no prose comes."""
    total = sum(role.words for role in roles)
    below = 0
    cut = len(pieces)
    for index in range(len(pieces) - 1, 0, -1):
        piece, role = pieces[index], roles[index]
        if piece.kind is BlockKind.HEADING and role.kind in _TAIL_HEADINGS and below < 0.3 * total:
            cut = index
        if role.is_prose and not piece.is_link:
            below += role.words
    return cut


def _reason(piece: Piece, role: Role, *, is_edge: bool) -> str | None:
    if piece.kind is not BlockKind.PARAGRAPH:
        return None
    if role.kind in _TEXT or role.words > _SHORT_WORDS:
        return None
    if role.kind in _ANYWHERE or is_edge:
        return REASONS[role.kind or ""]
    return None
