"""What does each piece of a page look like, by itself and among its neighbours: text, a menu, a share bar, a teaser?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.bylines import byline_name, has_job, is_person
from repurpose.sources.furniture.contents import contents_of
from repurpose.sources.furniture.dates import find_date, is_date_line
from repurpose.sources.furniture.lexicon import furniture_words
from repurpose.sources.furniture.lines import furniture_match
from repurpose.sources.furniture.repeats import copied_boxes, early_copies, paged_lines, repeated_lines
from repurpose.sources.furniture.shapes import is_breadcrumb, is_dated_row, shape_kind
from repurpose.sources.furniture.teasers import link_boxes, teasers_below_labels, teasers_of
from repurpose.sources.furniture.wording import vocabulary_kind
from repurpose.sources.measures import ends_sentence, is_title_like, word_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["Role", "roles_of"]

_PROSE_WORDS = 12
_VERBATIM = frozenset({BlockKind.CODE, BlockKind.TABLE})
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
# One word that could be a heading of an article as well (Discussion, Contact, Support).
_HEADING_KINDS = frozenset({"comment", "related", "navigation", "legal", "byline", "credit", "disclaimer"})
_HEADING_WORDS = 6
_WORDS_WITH_DOTS = 2  # "Loading..."
# Running text without a full stop at its end: a wrapped line, a caption, a verse.
_LONG_WORDS = 25
_MENU_WORDS = 5
# "You can buy the tickets:"; fewer words are a label.
_INTRODUCTION_WORDS = 5
# A list that no colon introduces and that is longer than this is a menu, whatever stands above it.
_LIST_ITEMS = 12
_STOPS = (".", "!", "?", ";", ",", "。", "！", "？", "；", "।", "؟")
_LISTED_CHARACTERS = 31
_FEWEST_LISTED = 3
# So many of one line in a row are a box that the page has again.
_TIMES = 3
_ENDS_OPEN = re.compile(r"^\w+ (?:in|dans|en|em|op|su|в|у)$", re.IGNORECASE)
_TEXT_WORDS = 20
# A page and no text: so many lines of furniture or of lists that nothing introduces.
_PAGE_LINES = 8
_SECTION_WORDS = 3
_NAME_WORDS = 3
# A row of names has few words in lower case, or a comma after every other word.
_NAMES_SHARE = 0.6
_WORDS_A_COMMA = 4
_CASED = re.compile(r"[^\W\d_]\S*")


@dataclass(frozen=True, slots=True)
class Role:
    """What one piece looks like by itself and among its neighbours."""

    kind: str | None
    """
    A furniture kind, ``date``, ``menu``, ``list`` (one that nothing introduces), ``repeat``, ``teaser``, ``box`` (of
    links), ``contents`` (of the article), ``page`` (its number), ``mark`` (no word at all); ``None`` for what may be
    text.
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
    marked = dict.fromkeys(repeated_lines(pieces, words), "repeat") | dict.fromkeys(paged_lines(pieces, words), "page")
    if len(lists) + sum(kind is not None and is_sure for kind, is_sure in found) >= _PAGE_LINES:
        marked |= dict.fromkeys(_copies(pieces, found, words), "teaser")
    roles: list[Role] = []
    for index, piece in enumerate(pieces):
        kind, is_sure = found[index]
        if kind is not None and _is_text_by_place(pieces, found, words, index):
            # "Promoted content" without its list; "Up next" is a heading.
            kind = "box" if kind == "related" and vocabulary_kind(piece.text) == kind else None
        if kind is not None and not is_sure and _is_text_after_all(pieces, found, words, index, last_prose):
            kind = None
        if piece.kind not in _VERBATIM:
            kind = kind or lists.get(index)
        if kind is None and roles and roles[-1].kind == "navigation" and _is_comma_list(piece.text):
            kind = "menu"
        kind = kind or marked.get(index)
        is_prose = kind is None and _is_prose(piece.text, words[index], is_last=index == len(pieces) - 1)
        roles.append(Role(kind, words[index], is_prose))
    _name_sections(pieces, roles)
    _mark_blocks(pieces, roles)
    if not any(role.is_prose for role in roles):
        # Without one sentence the longest lines are the text.
        roles = [replace(role, is_prose=role.kind is None and role.words >= _PROSE_WORDS) for role in roles]
    return roles


def _mark_blocks(pieces: Sequence[Piece], roles: list[Role]) -> None:
    """Several lines together are teasers, boxes, a table of contents, or what a colon introduces."""
    for indexes, kind in (
        ((*teasers_of(pieces, roles), *teasers_below_labels(pieces, roles), *_runs(roles)), "teaser"),
        (link_boxes(roles), "box"),
        (contents_of(pieces, headings=_LINES), "contents"),
    ):
        for index in indexes:
            roles[index] = Role(kind, roles[index].words, is_prose=False)
    for index in list(_introduced(pieces, roles)):
        roles[index] = Role(None, roles[index].words, is_prose=True)


def _copies(pieces: Sequence[Piece], found: Sequence[tuple[str | None, bool]], words: Sequence[int]) -> Iterator[int]:
    """Where boxes stand that the page has twice, and excerpts that furniture parts from their text."""
    yield from copied_boxes(pieces, words)
    known = list(accumulate(kind is not None and is_sure for kind, is_sure in found))
    for first, last in early_copies(pieces, words).items():
        if known[last - 1] > known[first]:
            yield first


def _introduced(pieces: Sequence[Piece], roles: Sequence[Role]) -> Iterator[int]:
    """Where a sentence with a colon stands, and right below it the lines that it introduces."""
    is_open = False
    for index, (piece, role) in enumerate(zip(pieces, roles, strict=True)):
        is_line = piece.kind is BlockKind.PARAGRAPH and role.kind is None
        if is_line and piece.text.endswith((":", "：")) and role.words >= _INTRODUCTION_WORDS:
            is_open = index + 1 < len(pieces) and pieces[index + 1].gap == 0 and roles[index + 1].kind is None
            if is_open:
                yield index
        elif is_open and is_line and piece.gap == 0:
            yield index
        else:
            is_open = False


def _name_sections(pieces: Sequence[Piece], roles: list[Role]) -> None:
    """A short line of its own that is an item of the page's menu as well names a section of the site."""
    items = {
        piece.text.casefold()
        for piece, role in zip(pieces, roles, strict=True)
        if piece.kind is BlockKind.ITEM and role.kind in {"menu", "navigation"} and role.words <= _SECTION_WORDS
    }
    for index, (piece, role) in enumerate(zip(pieces, roles, strict=True)):
        if role.kind is None and piece.kind is not BlockKind.ITEM and piece.text.casefold() in items:
            roles[index] = Role("menu", role.words, is_prose=False)


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


def _found(piece: Piece, words: int) -> tuple[str | None, bool]:
    """The furniture kind of a piece by its words alone, and whether that is sure."""
    if piece.kind in _VERBATIM:
        return None, True
    if words == 0:
        return "mark", True
    if is_breadcrumb(piece.text) and not byline_name(piece.text) and find_date(piece.text) is None:
        return "navigation", True
    if is_dated_row(piece.text):
        return "date", True
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
    _join_names(pieces, found)


def _join_names(pieces: Sequence[Piece], found: list[tuple[str | None, bool]]) -> None:
    """A person's name right below the date below the title says who wrote it, and so does a name with a job there."""
    for index in range(2, len(pieces)):
        title, above, text = (piece.text for piece in pieces[index - 2 : index + 1])
        if found[index][0] is not None or found[index - 1][0] is None or word_count(text) > 2 * _NAME_WORDS:
            continue
        is_below_title = found[index - 2][0] is None and word_count(title) > _NAME_WORDS
        is_name = word_count(text) <= _NAME_WORDS and is_person(text, fewest=2)
        is_author = has_job(text) and is_person(text.partition(",")[0], fewest=2) and not ends_sentence(above)
        if (is_name and is_below_title and found[index - 1][0] == "date") or is_author:
            found[index] = ("byline", True)


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
    if words[below] >= _TEXT_WORDS:
        return True
    # A sentence that opens a list of sentences; a title stands above its own teaser, without a full stop.
    is_opening = pieces[below].text.endswith((".", "!", ":", "。")) and words[below] >= _MENU_WORDS
    after = below + 1
    return is_opening and after < len(pieces) and found[after][0] is None and words[after] >= _TEXT_WORDS


def _is_prose(text: str, words: int, *, is_last: bool) -> bool:
    if ends_sentence(text):
        return words > 1
    if text.endswith((":", "：")):
        return words >= _PROSE_WORDS and not is_last
    return words >= _LONG_WORDS and not _is_row_of_names(text, words)


def _is_row_of_names(text: str, words: int) -> bool:
    """Whether a long line without a full stop is links or tags: names side by side."""
    first = [word[0] for word in _CASED.findall(text)]
    names = sum(letter.isupper() for letter in first)
    return names > _NAMES_SHARE * len(first) or _WORDS_A_COMMA * text.count(",") >= words


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
