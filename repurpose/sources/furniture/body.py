"""Where on a page does the article begin and end?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.bylines import byline_name
from repurpose.sources.furniture.dates import is_date_line
from repurpose.sources.furniture.lines import furniture_match
from repurpose.sources.measures import ends_sentence, is_title_like, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["Role", "body_range", "roles_of"]

# Weights are words: what a kind of furniture costs is how much prose must follow for the article to go on after it.
_COST = {
    "share": 6,
    "byline": 6,
    "more": 3,
    "advertisement": 3,
    "credit": 15,
    "cookie": 30,
    "legal": 25,
    "navigation": 12,
    "subscribe": 20,
}
_DATE_COST = 8
_MENU_COST = 5
_LONE_LINE_COST = 2
# After these the page is about other pages: at least so many words, and a share of the prose that came before.
_TERMINAL_SHARE = {"comment": 0.6, "related": 0.35}
_TERMINAL_COST = 40
# A dateline after the article's own prose belongs to another post or to a comment.
_SECOND_DATELINE_COST = 40
_SECOND_DATELINE_WORDS = 80
_PROSE_WORDS = 12
_VERBATIM = frozenset({BlockKind.CODE, BlockKind.TABLE})
# One word that could be a heading of an article as well (Discussion, Contact, Support).
_HEADING_KINDS = frozenset({"comment", "related", "navigation", "legal", "byline", "credit", "disclaimer"})
_HEADING_WORDS = 6
_WORDS_WITH_DOTS = 2  # "Loading..."
# Running text without a full stop at its end: a wrapped line, a caption, a verse.
_LONG_WORDS = 25
_MENU_WORDS = 5
# A list that no colon introduces and that is longer than this is a menu, whatever stands above it.
_LIST_ITEMS = 12
_STOPS = (".", "!", "?", ";", ",", "。", "！", "？", "；", "।", "؟")
_SEPARATOR = re.compile(r"\s*[|·•»—–]\s*| [-/] ")
_LISTED_CHARACTERS = 31
_FEWEST_LISTED = 3
_SEPARATED_PARTS = 4
_SEPARATED_WORDS = 4


@dataclass(frozen=True, slots=True)
class Role:
    """What one piece looks like by itself and among its neighbours."""

    kind: str | None
    """A furniture kind, ``date``, ``menu``, ``list`` (one that nothing introduces); ``None`` for what may be text."""
    words: int
    is_prose: bool


def roles_of(pieces: Sequence[Piece]) -> list[Role]:
    """The role of every piece."""
    lists = _list_kinds(pieces)
    words = [word_count(piece.text) for piece in pieces]
    found = [_found(piece) for piece in pieces]
    prose = (index for index, (kind, _) in enumerate(found) if kind is None and words[index] >= _PROSE_WORDS)
    last_prose = max(prose, default=-1)
    roles: list[Role] = []
    for index, piece in enumerate(pieces):
        kind, is_sure = found[index]
        if kind is not None and not is_sure and _is_text_after_all(pieces, found, words, index, last_prose):
            kind = None
        if piece.kind not in _VERBATIM:
            kind = kind or lists.get(index)
        if kind is None and roles and roles[-1].kind == "navigation" and _is_comma_list(piece.text):
            kind = "menu"
        is_prose = kind is None and _is_prose(piece.text, words[index], is_last=index == len(pieces) - 1)
        roles.append(Role(kind, words[index], is_prose))
    return roles


def _found(piece: Piece) -> tuple[str | None, bool]:
    """The furniture kind of a piece by its words alone, and whether that is sure."""
    if piece.kind in _VERBATIM:
        return None, True
    kind, is_sure = furniture_match(piece.text)
    if kind is None:
        name = byline_name(piece.text)
        is_date = piece.kind is not BlockKind.ITEM and is_date_line(piece.text)
        kind = "byline" if name else "date" if is_date else None
    if kind is None and _is_separated(piece.text):
        kind = "navigation"
    return kind, is_sure


def _is_text_after_all(
    pieces: Sequence[Piece],
    found: Sequence[tuple[str | None, bool]],
    words: Sequence[int],
    index: int,
    last_prose: int,
) -> bool:
    """Whether a piece that might be furniture stands like a heading or a sentence of the article."""
    kind = found[index][0]
    below = index + 1
    is_sentence = ends_sentence(pieces[index].text) and words[index] > _WORDS_WITH_DOTS
    if words[index] <= _HEADING_WORDS and not is_sentence:
        is_heading = below < len(pieces) and found[below][0] is None and words[below] >= _PROSE_WORDS
        return kind in _HEADING_KINDS and is_heading and ends_sentence(pieces[below].text)
    neighbours = [*found[max(0, index - 1) : index], *found[below : below + 1]]
    return index < last_prose and not any(kind is not None and is_sure for kind, is_sure in neighbours)


def _is_prose(text: str, words: int, *, is_last: bool) -> bool:
    if ends_sentence(text):
        return words > 1
    if text.endswith((":", "：")):
        return words >= _PROSE_WORDS and not is_last
    return words >= _LONG_WORDS


def _is_separated(text: str) -> bool:
    """Whether *text* is a row of links or of facts about the post: many short parts with signs between them."""
    parts = [part for part in _SEPARATOR.split(text) if part]
    return (
        len(parts) >= _SEPARATED_PARTS and word_count(text) <= _SEPARATED_WORDS * len(parts) and not ends_sentence(text)
    )


def _is_comma_list(text: str) -> bool:
    """Whether *text* is a row of names with commas between them."""
    parts = text.split(",")
    is_short = all(0 < len(part.strip()) < _LISTED_CHARACTERS for part in parts)
    return len(parts) >= _FEWEST_LISTED and is_short and not any(stop in text for stop in ".!?")


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
    if role.kind in _TERMINAL_SHARE:
        return -max(_TERMINAL_COST if prose else 10, _TERMINAL_SHARE[role.kind] * prose)
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
