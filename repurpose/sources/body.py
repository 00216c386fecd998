"""Where on a page does the article begin and end?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.dates import is_date_line
from repurpose.sources.furniture import furniture_kind
from repurpose.sources.measures import ends_sentence, is_title_like, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["Role", "body_range", "roles_of"]

# Weights are words: what a kind of furniture costs is how much prose must follow for the article to go on after it.
_COST = {"share": 6, "byline": 6, "more": 3, "advertisement": 3, "credit": 15, "cookie": 30, "legal": 25, "navigation": 12}
_DATE_COST = 8
_MENU_COST = 5
_LONE_LINE_COST = 2
# After these the page is about other pages: at least so many words, and a share of the prose that came before.
_TERMINAL = frozenset({"comment", "related", "subscribe"})
_TERMINAL_COST = 40
_TERMINAL_SHARE = 0.5
# A dateline after the article's own prose belongs to another post or to a comment.
_SECOND_DATELINE_COST = 40
_SECOND_DATELINE_WORDS = 80
_PROSE_WORDS = 12
# Running text without a full stop at its end: a wrapped line, a caption, a verse.
_LONG_WORDS = 25
_MENU_WORDS = 5
# A list that no colon introduces and that is longer than this is a menu, whatever stands above it.
_LIST_ITEMS = 12
_STOPS = (".", "!", "?", ";", ",", "。", "！", "？", "；", "।", "؟")
_SEPARATOR = re.compile(r"\s*[|·•»—–]\s*| [-/] ")
_SEPARATED_PARTS = 4
_SEPARATED_WORDS = 4


@dataclass(frozen=True, slots=True)
class Role:
    """What one piece looks like by itself and among its neighbours."""

    kind: str | None
    """A furniture kind, ``date``, ``menu``, ``list`` (one that nothing introduces), or ``None`` for what may be text."""
    words: int
    is_prose: bool


def roles_of(pieces: Sequence[Piece]) -> list[Role]:
    """The role of every piece."""
    lists = _list_kinds(pieces)
    roles = []
    for index, piece in enumerate(pieces):
        words = word_count(piece.text)
        kind: str | None = None
        if piece.kind not in {BlockKind.CODE, BlockKind.TABLE}:
            kind = furniture_kind(piece.text) or lists.get(index)
            if kind is None and is_date_line(piece.text):
                kind = "date"
            if kind is None and _is_separated(piece.text):
                kind = "navigation"
        is_prose = kind is None and _is_prose(piece.text, words)
        roles.append(Role(kind, words, is_prose))
    return roles


def _is_prose(text: str, words: int) -> bool:
    if ends_sentence(text):
        return words > 1
    return words >= _LONG_WORDS or (words >= _PROSE_WORDS and text.endswith((":", "：")))


def _is_separated(text: str) -> bool:
    """Whether *text* is a row of links or of facts about the post: many short parts with signs between them."""
    parts = _SEPARATOR.split(text)
    return len(parts) >= _SEPARATED_PARTS and word_count(text) <= _SEPARATED_WORDS * len(parts) and not ends_sentence(text)


def body_range(pieces: Sequence[Piece], roles: Sequence[Role]) -> tuple[int, int]:
    """
    The run of pieces, first and one past the last, that holds the most text for the least furniture.

    The best sum of consecutive weights (one pass): prose adds its words, furniture costs.
    """
    best = total = 0.0
    best_range = (0, len(pieces))
    start_at = prose = 0
    for index, (piece, role) in enumerate(zip(pieces, roles, strict=True)):
        weight = _weight(piece, role, prose)
        if total <= 0:
            total, start_at, prose = 0.0, index, 0
        total += weight
        if role.is_prose:
            prose += role.words
        if total > best:
            best, best_range = total, (start_at, index + 1)
    return best_range


def _weight(piece: Piece, role: Role, prose: int) -> float:
    if role.kind in _TERMINAL:
        return -max(_TERMINAL_COST if prose else 10, _TERMINAL_SHARE * prose)
    if role.kind == "date" or (role.kind == "byline" and is_date_line(piece.text[-20:])):
        return -_SECOND_DATELINE_COST if prose > _SECOND_DATELINE_WORDS else -_DATE_COST
    if role.kind in {"menu", "list"}:
        return -_MENU_COST if role.kind == "menu" else -_LONE_LINE_COST
    if role.kind == "figure":
        return 0
    if role.kind is not None:
        return -_COST.get(role.kind, 3)
    if role.is_prose or piece.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return role.words
    return -_LONE_LINE_COST


def _list_kinds(pieces: Sequence[Piece]) -> dict[int, str]:
    """``menu`` or ``list`` for the items of lists that no sentence introduces and whose items are no sentences."""
    kinds: dict[int, str] = {}
    start = 0
    while start < len(pieces):
        end = start + 1
        if pieces[start].kind is BlockKind.ITEM:
            while end < len(pieces) and pieces[end].group == pieces[start].group:
                end += 1
            above = pieces[start - 1] if start else None
            is_introduced = above is not None and (
                above.text.endswith((":", "：")) or (_is_sentence(above) and end - start <= _LIST_ITEMS)
            )
            lengths = sorted(word_count(piece.text) for piece in pieces[start:end])
            stops = sum(piece.text.endswith(_STOPS) for piece in pieces[start:end])
            if not is_introduced and 4 * stops < end - start:
                is_menu = lengths[len(lengths) // 2] <= _MENU_WORDS
                kinds.update(dict.fromkeys(range(start, end), "menu" if is_menu else "list"))
        start = end
    return kinds


def _is_sentence(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and ends_sentence(piece.text) and not is_title_like(piece.text)
