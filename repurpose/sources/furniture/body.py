"""Where on a page does the article begin and end?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.dates import is_date_line, is_moment
from repurpose.sources.measures import ends_sentence, is_title_like

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.furniture.roles import Role
    from repurpose.sources.pieces import Piece

__all__ = ["body_range"]

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
    "menu": 5,
    "repeat": 4,
    "teaser": 15,
    "mark": 1,
    "page": 1,
    "box": 0,
    "contents": 0,
    "contact": 6,
    "notice": 30,
    "comment": 20,
    "related": 20,
    "embed": 1,
    "image": 1,
    "list": 2,
    "figure": 0,
}
_BOXES = frozenset({"subscribe", "share", "advertisement", "cookie", "more"})
_SAME_BOX = 0.25
_PARAGRAPH_WORDS = 12
# A list that closes an article below its own heading: menus have more items, of fewer words.
_LISTS = frozenset({None, "list", "menu"})
_OWN_ITEMS = range(2, 7)
_OWN_WORDS = 3
_BOX_LINES = 4
_INSIDE = _BOXES | {"image", "figure", "embed", "mark", "page", "box", "contents"}
_DATE_COST = 8
# A page whose best text is no longer than a sentence may have an article without sentences, of so many times its words.
_WEAK_BODY = 25
_MORE_WORDS = 2
_LONE_LINE_COST = 2
# After these the page is about other pages: at least so many words, and a share of the prose that came before.
_TERMINAL_SHARE = {"comment": 0.6, "related": 0.35}
_TERMINAL_COST = 40
# Below the heading of other posts come titles.
_ANNOUNCED_PIECES = 5
_FEW_LINES = 3
# A dateline after the article's own prose belongs to another post or to a comment; one with a time certainly does.
_SECOND_DATELINE_COST = 40
_SECOND_DATELINE_WORDS = 80
_MOMENT_SHARE = 0.35
# Comments follow the article, and there may be more of them: where a thread begins nothing of the article comes later.
_THREAD_WORDS = 60
_LABEL_WORDS = 4
_THREAD_PIECES = 16
_THREAD_SIGNS = 3
_THREAD_KINDS = frozenset({"comment", "date", "repeat", "byline", "contact"})


def body_range(pieces: Sequence[Piece], roles: Sequence[Role]) -> tuple[int, int]:
    """
    The run of pieces, first and one past the last, that holds the most text for the least furniture.

    The best sum of consecutive weights (one pass): prose adds its words, furniture costs.
    """
    best = total = 0.0
    best_range = (0, len(pieces))
    start_at = prose = 0
    for index, (piece, role) in enumerate(zip(pieces, roles, strict=True)):
        if (
            prose >= _THREAD_WORDS
            and _ends_article(piece, role)
            and role.kind == "comment"
            and _is_thread(roles, index)
        ):
            break
        weight = _weight(piece, role, prose)
        if role.kind == "related" and not _announces_posts(pieces, roles, index):
            weight = -float(_COST["related"])
        if role.kind in _BOXES and _is_between(roles, index):
            weight = -_LONE_LINE_COST
        # One box of several lines counts about once.
        if index and role.kind in _BOXES and roles[index - 1].kind in _BOXES:
            weight *= _SAME_BOX
        if total <= 0:
            total, start_at, prose = 0.0, index, 0
        total += weight
        if role.is_prose:
            prose += role.words
        if total > best:
            best, best_range = total, (start_at, index + 1)
    start, end = best_range if best >= _WEAK_BODY else _below_dateline(roles, best_range)
    return start, _below_last_list(pieces, roles, end)


def _below_last_list(pieces: Sequence[Piece], roles: Sequence[Role], end: int) -> int:
    """One past the heading and the list that follow the text directly, where the items say more than a menu's do."""
    if end + 1 >= len(pieces) or roles[end].kind is not None or not is_title_like(pieces[end].text):
        return end
    last = end + 1
    while last < len(pieces) and pieces[last].kind is BlockKind.ITEM and roles[last].kind in _LISTS:
        last += 1
    words = [role.words for role in roles[end + 1 : last]]
    is_own = len(words) in _OWN_ITEMS and min(words) >= _OWN_WORDS and roles[end].words >= _OWN_WORDS
    return last if is_own else end


def _below_dateline(roles: Sequence[Role], best_range: tuple[int, int]) -> tuple[int, int]:
    """The lines below a dateline, where they have clearly more words than the best run: an agenda, a list of facts."""
    most = _MORE_WORDS * sum(role.words for role in roles[slice(*best_range)] if role.is_prose)
    for start, role in enumerate(roles):
        if role.kind not in {"byline", "date"} or best_range[0] <= start < best_range[1]:
            continue
        end = start + 1
        while end < len(roles) and roles[end].kind in {None, "list"}:
            end += 1
        words = sum(role.words for role in roles[start + 1 : end])
        if words > most:
            most, best_range = words, (start + 1, end)
    return best_range


def _is_between(roles: Sequence[Role], index: int) -> bool:
    """Whether a line stands between two paragraphs, with nothing but its kind about it: the article goes on below."""
    above = roles[max(0, index - _BOX_LINES) : index][::-1]
    below = roles[index + 1 : index + 1 + _BOX_LINES]
    sides = [next((role for role in side if role.kind not in _INSIDE), None) for side in (above, below)]
    return all(side is not None and side.is_prose and side.words >= _PARAGRAPH_WORDS for side in sides)


def _announces_posts(pieces: Sequence[Piece], roles: Sequence[Role], index: int) -> bool:
    """Whether titles and teasers stand below the heading of other posts, not paragraphs of the article."""
    below = range(index + 1, min(len(roles), index + 1 + _ANNOUNCED_PIECES))
    end = next((place for place in below if roles[place].kind in _TERMINAL_SHARE), below.stop)
    lines = [place for place in range(below.start, end) if roles[place].kind is None]
    return len(lines) < _FEW_LINES or any(is_title_like(pieces[place].text) for place in lines)


def _is_thread(roles: Sequence[Role], index: int) -> bool:
    """Whether a line about comments has more of their kind below it."""
    below = roles[index + 1 : index + 1 + _THREAD_PIECES]
    return sum(role.kind in _THREAD_KINDS for role in below) >= _THREAD_SIGNS


def _ends_article(piece: Piece, role: Role) -> bool:
    """Whether a line is the heading of what follows an article; a sentence about comments may be the author's."""
    return role.kind in _TERMINAL_SHARE and not (ends_sentence(piece.text) and role.words > _LABEL_WORDS)


def _weight(piece: Piece, role: Role, prose: int) -> float:
    if role.kind in _TERMINAL_SHARE and _ends_article(piece, role):
        return -max(_TERMINAL_COST if prose else 10, _TERMINAL_SHARE[role.kind] * prose)
    if role.kind == "date" or (role.kind == "byline" and is_date_line(piece.text[-20:])):
        if prose <= _SECOND_DATELINE_WORDS:
            return -_DATE_COST
        return -max(_SECOND_DATELINE_COST, _MOMENT_SHARE * prose * is_moment(piece.text))
    if role.kind is not None:
        return -_COST.get(role.kind, 3)
    if role.is_prose or piece.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return role.words
    return -_LONE_LINE_COST
