"""Which pieces is a Markdown text made of?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from repurpose.model import BlockKind, Dropped
from repurpose.sources.cleaning import one_line
from repurpose.sources.markdown.foreign import as_markdown
from repurpose.sources.markdown.front_matter import split_front_matter
from repurpose.sources.markdown.inline import Inline, inline_text
from repurpose.sources.markdown.shortcodes import without_shortcodes
from repurpose.sources.measures import is_title_like, word_count
from repurpose.sources.pieces import Piece, Reading
from repurpose.sources.web.markup import PieceMaker
from repurpose.sources.web.tags import TagReader

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["read_markdown"]

_BARE_LINK = re.compile(r"\s*<?https?://\S+>?\s*")
_TASK = re.compile(r"\[[ xX]\] +")
_HEADING_WORDS = 14
# What stands in italics at the end of an article of so many paragraphs, and speaks of who wrote it, or of the series.
_BODY = 3
_NOTE = re.compile(
    r"\bopinions? (?:are|is) (?:his|her|their|my|our|those)\b|\boriginally (?:published|appeared|posted)\b|"
    r"\bfirst (?:published|appeared) (?:in|on)\b|^(?:Each|Every) (?:week|month|day), |\bcross-?posted\b|\bguest post\b|"
    r"\babout the author\b|\bblogs at\b|"
    r"^(?:Dr\. |Prof\. )?(?!The |A |An )(?:[A-Z][\w.’-]+ ){2,3}(?:is (?:an?|the) |works (?:as|at|for) )"
)


@dataclass(slots=True)
class _Walk:
    """The state of one walk over the tokens of a Markdown text."""

    maker: PieceMaker
    tags: TagReader
    dropped: list[Dropped] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)
    """Whether each open list is ordered."""
    item: int | Literal["none"] | None = "none"
    """The number of the list item whose first words come next, ``None`` for a bullet."""
    heading: int = 0
    quotes: int = 0
    row: list[str] | None = None
    rows: list[str] = field(default_factory=list)
    italics: list[Piece] = field(default_factory=list)
    """Paragraphs that are set in italics."""


def read_markdown(text: str) -> Reading:
    """The pieces of the Markdown *text*, whose characters are clean already, and what its front matter says."""
    from markdown_it import MarkdownIt

    metadata, text, front = split_front_matter(text)
    text = text if front else as_markdown(text)
    text, codes = without_shortcodes(text)
    maker = PieceMaker()
    walk = _Walk(maker, TagReader(maker))
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        _visit(walk, token)
    pieces = maker.finished()
    body = _without_closing_notes(pieces, walk.italics)
    notes = (Dropped(text=one.text, lines=one.lines, reason="closing note") for one in pieces[len(body) :])
    return Reading(pieces=body, metadata=metadata, dropped=(*front, *codes, *walk.dropped, *notes))


def _without_closing_notes(pieces: tuple[Piece, ...], italics: list[Piece]) -> tuple[Piece, ...]:
    """*pieces* without the paragraphs in italics that speak of author and series, at the end of an article."""
    end = len(pieces)
    while end and pieces[end - 1] in italics and _NOTE.search(pieces[end - 1].text):
        end -= 1
    return pieces[:end] if sum(one.kind is BlockKind.PARAGRAPH for one in pieces[:end]) >= _BODY else pieces


def _visit(walk: _Walk, token: Token) -> None:
    name = token.type
    if name == "inline":
        _inline(walk, token)
    elif name == "html_block":
        walk.tags.read(token.content, first_line=_lines(token)[0])
        walk.maker.flush()
    elif name in {"fence", "code_block"}:
        if token.content.strip() and not walk.maker.in_hidden:
            walk.maker.pieces.append(Piece(kind=BlockKind.CODE, text=_code(token.content), lines=_lines(token)))
    elif name == "heading_open":
        walk.heading = int(token.tag[1:])
    elif name == "heading_close":
        walk.heading = 0
    elif name.startswith("blockquote"):
        walk.quotes += token.nesting
    elif name.startswith(("bullet_list", "ordered_list", "list_item")):
        _list(walk, token)
    elif name.startswith(("table", "tr")):
        _table(walk, token)


def _list(walk: _Walk, token: Token) -> None:
    if token.type == "list_item_open":
        walk.item = int(token.info) if walk.lists[-1] and token.info.isdigit() else None
    elif token.type == "list_item_close":
        walk.item = "none"
    elif token.nesting > 0:
        walk.maker.group += not walk.lists
        walk.lists.append(token.type.startswith("ordered"))
    else:
        walk.lists.pop()


def _table(walk: _Walk, token: Token) -> None:
    if token.type == "table_open":
        walk.rows = []
        walk.maker.pieces.append(Piece(kind=BlockKind.TABLE, text="", lines=_lines(token)))
    elif token.type == "tr_open":
        walk.row = []
    elif token.type == "tr_close":
        walk.rows.append(" | ".join(cell for cell in walk.row or () if cell))
        walk.row = None
    elif token.type == "table_close":
        table = replace(walk.maker.pieces.pop(), text="\n".join(row for row in walk.rows if row))
        walk.maker.pieces.extend([table] if table.text else [])


def _inline(walk: _Walk, token: Token) -> None:
    inline = inline_text(token.children or ())
    lines = _lines(token)
    text = one_line(inline.text)
    if walk.row is not None:
        walk.row.append(text)
    elif walk.maker.in_hidden:
        return
    elif inline.is_image_only:
        if one_line(inline.images):
            walk.maker.pieces.append(Piece(kind=BlockKind.CAPTION, text=one_line(inline.images), lines=lines))
    elif _BARE_LINK.fullmatch(text):
        walk.dropped.append(Dropped(text=text, lines=lines, reason="embedded link"))
    else:
        piece = _piece(walk, inline, text, lines)
        piece = replace(piece, is_link=_is_link_only(inline, text))
        walk.maker.pieces.append(piece)
        if inline.is_italic and piece.kind is BlockKind.PARAGRAPH:
            walk.italics.append(piece)


def _piece(walk: _Walk, inline: Inline, text: str, lines: tuple[int, int]) -> Piece:
    if walk.heading:
        return Piece(kind=BlockKind.HEADING, text=text, lines=lines, level=walk.heading)
    if walk.item != "none":
        item, walk.item = walk.item, "none"
        level = min(len(walk.lists) - 1, 5)
        text = text[match.end() :] if (match := _TASK.match(text)) else text
        return Piece(
            kind=BlockKind.ITEM,
            text=text,
            lines=lines,
            level=level,
            group=walk.maker.group,
            number=item,
            bold=inline.bold,
        )
    if walk.quotes or walk.maker.in_quote:
        return Piece(kind=BlockKind.QUOTE, text=(inline.credited or inline.text).strip(), lines=lines)
    if inline.bold >= len(inline.text.rstrip()) and word_count(text) <= _HEADING_WORDS and is_title_like(text):
        return Piece(kind=BlockKind.HEADING, text=text, lines=lines, level=3)
    # An image and words in italics below it: the figure's caption.
    kind = BlockKind.CAPTION if inline.images and inline.is_italic else BlockKind.PARAGRAPH
    return Piece(kind=kind, text=text, lines=lines, bold=inline.bold)


def _is_link_only(inline: Inline, text: str) -> bool:
    return inline.linked >= len(inline.text.strip()) - 2 and word_count(text) <= _HEADING_WORDS


def _code(content: str) -> str:
    return "\n".join(line.rstrip() for line in content.strip("\n").split("\n"))


def _lines(token: Token) -> tuple[int, int]:
    start, end = token.map or (0, 1)
    return start + 1, max(start + 1, end)
