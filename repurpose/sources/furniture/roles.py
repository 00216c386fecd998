"""What does each piece of a page look like, by itself and among its neighbours: text, a menu, a share bar, a teaser?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.bylines import byline_name, is_person
from repurpose.sources.furniture.dates import find_date, is_date_line
from repurpose.sources.furniture.lexicon import furniture_words, normalised_line
from repurpose.sources.furniture.lines import furniture_match
from repurpose.sources.furniture.shapes import is_breadcrumb, shape_kind
from repurpose.sources.measures import ends_sentence, is_title_like, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["Role", "roles_of"]

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
_LISTED_CHARACTERS = 31
_FEWEST_LISTED = 3
# The same short line so often belongs to a template: "3 hours ago", "Reply", "Read the rest".
_TIMES = 3
_PAGE = re.compile(r"^\d{1,4}(?: |$)|(?:^| )\d{1,4}$")
_ENDS_OPEN = re.compile(r"^\w+ (?:in|dans|en|em|op|su|в|у)$", re.IGNORECASE)
_CODE_SIGNS = re.compile(r"[(){}=;<>_\\]|^import |^return\b")
_REPEATED_WORDS = 12
# Teasers of other posts end with the same short link; so many of them, so far apart at most, are a list of posts.
_TEASERS = 3
_TEXT_WORDS = 20
_BOX_PIECES = 18
_LONG_PROSE = 20
# What may stand between the paragraphs of an article.
_BETWEEN = frozenset({"share", "subscribe", "more", "advertisement", "figure", "image", "embed", "mark"})
# A post below a list of others begins with its own dateline, and comments are no box.
_NO_BOX = frozenset({"date", "byline", "comment", "legal"})
_TEASER_PIECES = 4
_TEASER_WORDS = 90
_LINK_WORDS = 4


@dataclass(frozen=True, slots=True)
class Role:
    """What one piece looks like by itself and among its neighbours."""

    kind: str | None
    """
    A furniture kind, ``date``, ``menu``, ``list`` (one that nothing introduces), ``repeat``, ``teaser``, ``box`` (of
    links), ``page`` (its number), ``mark`` (no word at all); ``None`` for what may be text.
    """
    words: int
    is_prose: bool


def roles_of(pieces: Sequence[Piece]) -> list[Role]:
    """The role of every piece."""
    lists = _list_kinds(pieces)
    words = [word_count(piece.text) for piece in pieces]
    found = [_found(piece, count) for piece, count in zip(pieces, words, strict=True)]
    prose = (index for index, (kind, _) in enumerate(found) if kind is None and words[index] >= _PROSE_WORDS)
    last_prose = max(prose, default=-1)
    _spread(pieces, found)
    _join_bylines(pieces, found)
    marked = dict.fromkeys(_repeated(pieces, words), "repeat") | dict.fromkeys(_paged(pieces, words), "page")
    roles: list[Role] = []
    for index, piece in enumerate(pieces):
        kind, is_sure = found[index]
        if kind is not None and _is_text_by_place(pieces, found, words, index):
            kind = None
        if kind is not None and not is_sure and _is_text_after_all(pieces, found, words, index, last_prose):
            kind = None
        if piece.kind not in _VERBATIM:
            kind = kind or lists.get(index)
        if kind is None and roles and roles[-1].kind == "navigation" and _is_comma_list(piece.text):
            kind = "menu"
        kind = kind or marked.get(index)
        is_prose = kind is None and _is_prose(piece.text, words[index], is_last=index == len(pieces) - 1)
        roles.append(Role(kind, words[index], is_prose))
    for index in (*_teasers(roles), *_runs(roles)):
        roles[index] = Role("teaser", words[index], is_prose=False)
    for index in _boxes(roles):
        roles[index] = Role("box", words[index], is_prose=False)
    return roles


def _found(piece: Piece, words: int) -> tuple[str | None, bool]:
    """The furniture kind of a piece by its words alone, and whether that is sure."""
    if piece.kind in _VERBATIM:
        return None, True
    if words == 0:
        return "mark", True
    if is_breadcrumb(piece.text) and not byline_name(piece.text) and find_date(piece.text) is None:
        return "navigation", True
    kind, is_sure = furniture_match(piece.text)
    if piece.kind is BlockKind.ITEM:
        return kind or shape_kind(piece.text), is_sure or words == 1
    if kind == "byline" and not is_sure and find_date(piece.text) is not None and not ends_sentence(piece.text):
        is_sure = True
    if kind is None and byline_name(piece.text):
        kind = "byline"
    if kind is None and is_date_line(piece.text):
        kind = "date"
    return kind or shape_kind(piece.text), is_sure


def _spread(pieces: Sequence[Piece], found: list[tuple[str | None, bool]]) -> None:
    """A list of which half the items are furniture is a menu or a share bar as a whole."""
    start = 0
    while start < len(pieces):
        end = start + 1
        if pieces[start].kind is BlockKind.ITEM:
            while end < len(pieces) and pieces[end].group == pieces[start].group:
                end += 1
            known = sum(kind is not None and is_sure for kind, is_sure in found[start:end])
            if end - start >= _FEWEST_LISTED and 2 * known >= end - start:
                found[start:end] = [(kind or "menu", True) for kind, _ in found[start:end]]
        start = end


def _join_bylines(pieces: Sequence[Piece], found: list[tuple[str | None, bool]]) -> None:
    """A name below a lone "by" is a byline in two lines, and so is the paper below "published in"."""
    people = furniture_words().people
    for index, (above, below) in enumerate(pairwise(pieces)):
        if above.text.casefold().strip(" :") in people and is_person(below.text, fewest=2):
            found[index] = found[index + 1] = ("byline", True)
        elif found[index][0] == "byline" and found[index + 1][0] is None and _ENDS_OPEN.search(above.text):
            found[index + 1] = ("byline", True)


def _repeated(pieces: Sequence[Piece], words: Sequence[int]) -> frozenset[int]:
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


def _paged(pieces: Sequence[Piece], words: Sequence[int]) -> frozenset[int]:
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


def _teasers(roles: Sequence[Role]) -> list[int]:
    """Where teasers of other posts stand: a heading and a few lines above each of several "read more" links."""
    ends = [index for index, role in enumerate(roles) if role.kind == "more" and role.words <= _LINK_WORDS]
    found: list[int] = []
    run: list[int] = []
    for end in [*ends, len(roles) + _TEASER_PIECES + 1]:
        if run and end - run[-1] > _TEASER_PIECES:
            if len(run) >= _TEASERS:
                found.extend(range(max(0, run[0] - 2), run[-1]))
            run = []
        run.append(end)
    return [index for index in found if roles[index].kind is None and roles[index].words <= _TEASER_WORDS]


def _boxes(roles: Sequence[Role]) -> list[int]:
    """Where boxes of links stand in the middle of an article: a heading, titles, and the text goes on."""
    found: list[int] = []
    for start, role in enumerate(roles):
        if role.kind != "related":
            continue
        end = start + 1
        while end < len(roles) and end <= start + _BOX_PIECES and not _is_long(roles[end]):
            if roles[end].kind in _NO_BOX or roles[end].words > _TEXT_WORDS:
                end = len(roles)
            end += 1
        after = end + 1
        while after < len(roles) and roles[after].kind in _BETWEEN:
            after += 1
        if after < len(roles) and end <= start + _BOX_PIECES and _is_long(roles[end]) and _is_long(roles[after]):
            found.extend(range(start, end))
    return found


def _is_long(role: Role) -> bool:
    return role.is_prose and role.words >= _LONG_PROSE


def _runs(roles: Sequence[Role]) -> list[int]:
    """Where lines that the page has several times stand one below the other: the same box again."""
    found: list[int] = []
    start = 0
    for index in range(len(roles) + 1):
        if index == len(roles) or roles[index].kind != "repeat":
            if index - start >= _TIMES:
                found.extend(range(start, index))
            start = index + 1
    return found


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
        # "Comments" above a comment, with a form or another one below it.
        is_thread = kind == "comment" and any(
            kind is not None and is_sure for kind, is_sure in found[below + 1 : below + 4]
        )
        return kind in _HEADING_KINDS and is_heading and not is_thread and ends_sentence(pieces[below].text)
    neighbours = [*found[max(0, index - 1) : index], *found[below : below + 1]]
    return index < last_prose and not any(kind is not None and is_sure for kind, is_sure in neighbours)


def _is_text_by_place(
    pieces: Sequence[Piece],
    found: Sequence[tuple[str | None, bool]],
    words: Sequence[int],
    index: int,
) -> bool:
    """Whether a line belongs to the text next to it: an address after a colon, "Related" above a paragraph."""
    kind = found[index][0]
    if kind == "contact":
        return index > 0 and pieces[index - 1].text.endswith((":", "："))
    return kind == "related" and _is_above_text(pieces, found, words, index)


def _is_above_text(
    pieces: Sequence[Piece],
    found: Sequence[tuple[str | None, bool]],
    words: Sequence[int],
    index: int,
) -> bool:
    """Whether a paragraph stands right below: other posts are announced by titles."""
    below = index + 1
    if below >= len(pieces) or found[below][0] is not None:
        return False
    return words[below] >= _TEXT_WORDS


def _is_prose(text: str, words: int, *, is_last: bool) -> bool:
    if ends_sentence(text):
        return words > 1
    if text.endswith((":", "：")):
        return words >= _PROSE_WORDS and not is_last
    return words >= _LONG_WORDS


def _is_comma_list(text: str) -> bool:
    """Whether *text* is a row of names with commas between them."""
    parts = text.split(",")
    is_short = all(0 < len(part.strip()) < _LISTED_CHARACTERS for part in parts)
    return len(parts) >= _FEWEST_LISTED and is_short and not any(stop in text for stop in ".!?")


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
