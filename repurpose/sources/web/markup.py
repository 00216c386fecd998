"""Which pieces do the tags and texts of HTML make, whoever parses it?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from repurpose.model import BlockKind
from repurpose.sources.cleaning import clean_characters, has_hidden, one_line
from repurpose.sources.pieces import Piece
from repurpose.sources.structure.cited import with_credit_line
from repurpose.sources.structure.labels import is_label

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["HIDDEN_TAGS", "TAGS_THAT_COUNT", "Attributes", "PieceMaker"]

# fmt: off
HIDDEN_TAGS = frozenset({
    "script", "style", "iframe", "svg", "noscript", "template", "object", "embed", "canvas", "audio", "video", "math",
    "select", "textarea", "head",
})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "caption", "label", "button", "legend",
})
TAGS_THAT_COUNT = _BLOCKS | HIDDEN_TAGS | {"br", "b", "strong", "a", "cite"}
# fmt: on
_KINDS = {
    "pre": BlockKind.CODE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.ITEM,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
}
_ASIDES = {
    "nav": "navigation",
    "form": "form",
    "fieldset": "form",
    "label": "form",
    "legend": "form",
    "button": "button",
    "dialog": "dialog",
    "footer": "page footer",
    "address": "page footer",
    "aside": "side column",
}
# What site software calls the parts of a page that are not its article. Whole names only: a body is "comments-open".
_NAMED_ASIDES = {
    name: what
    for what, names in {
        "comments": "comments commentlist comment-list comments-area comments-section comment-section commentarea "
        "disqus_thread",
        "comment form": "comment-respond comment-form respond",
        "side column": "sidebar side-bar widget widget-area",
        "related posts": "related related-posts relatedposts jp-relatedposts",
        "navigation": "breadcrumb breadcrumbs pagination post-navigation nav-links menu site-header screen-reader-text "
        "visually-hidden sr-only",
        "share bar": "share-buttons social-share sharedaddy",
        "page footer": "site-footer",
        "subscribe box": "newsletter",
        "cookie banner": "cookie-banner cookie-notice",
        "author bio": "author-box",
    }.items()
    for name in names.split()
}
_NAMED_TAGS = frozenset({"div", "section", "ul", "ol", "p"})
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol"})
# What a cell of data has not: a table with one in a cell sets out a page, and so does one with cells of many parts.
_NO_CELL_BLOCKS = frozenset({"table", "h1", "h2", "h3", "h4", "article", "section", "form", "blockquote"})
_MOST_CELL_RUNS = 12
# The only cell of a row may be a title of the others, not their text.
_LONG_CELL = 200
_BLANK_LINE = re.compile(r"\n\s*\n")
_LINK_SHARE = 0.8
# Twice as deep as real pages: what is deeper is read as if it stood at this level.
_MOST_LEVELS = 100
_QUOTE_TAGS = frozenset({"aside", "div", "p"})
_CREDIT_TAGS = frozenset({"footer", "figcaption"})
_CREDIT_WORDS = ("credit", "cite", "attribution", "author", "source")


class Attributes(Protocol):
    """What we ask of an element's attributes: of a dictionary, or of the element itself."""

    @property
    def get(self) -> Callable[[str], str | None]:
        """The value under a name."""


@dataclass(slots=True)
class _Open:
    """An open block, with what its ancestors say about the words in it."""

    tag: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 2
    """Of the nearest heading."""
    lists: int = 0
    """Lists around it, itself included."""
    counter: int | None = None
    """Of the nearest list: the number of its last item; ``None`` where items have no number."""
    number: int | None = None
    """Of the nearest list item."""
    aside: str | None = None
    in_quote: bool = False
    is_credit: bool = False
    is_code: bool = False


@dataclass(slots=True)
class PieceMaker:
    """Takes start tags, texts and end tags in document order and makes pieces of them."""

    pieces: list[Piece] = field(default_factory=list)
    group: int = 0
    """The number of the next list."""
    hidden: list[tuple[int, str]] = field(default_factory=list)
    """Texts with hidden characters, each with its line."""
    _open: list[_Open] = field(default_factory=lambda: [_Open("")])
    _hidden: int = 0
    _words: list[str] = field(default_factory=list)
    _length: int = 0
    _bold: int = 0
    _bold_depth: int = 0
    _linked: int = 0
    _in_link: bool = False
    _cited: tuple[int, int] | None = None
    """Which of the words stand in the last ``<cite>`` of a quotation."""
    _quoted_from: int = 0
    """How many pieces there were when the last quotation began."""
    _first_line: int = 1
    _last_line: int = 1
    _row: list[str] | None = None
    _layouts: list[bool] = field(default_factory=list)
    """Whether each open table sets out a page."""

    @property
    def in_quote(self) -> bool:
        """Whether what comes now stands in a quotation."""
        return self._open[-1].in_quote

    @property
    def in_hidden(self) -> bool:
        """Whether what comes now is not shown to readers."""
        return self._hidden > 0

    def start(self, tag: str, attributes: Attributes, line: int) -> None:
        """A start tag on *line*."""
        if tag not in TAGS_THAT_COUNT:
            return
        if tag in _BLOCKS:
            if tag in _CELLS and self._row is not None:
                self._close_cell()
            else:
                self._part(tag)
            if tag != "hr" and len(self._open) <= _MOST_LEVELS:
                self._open.append(self._opened(tag, attributes))
        elif tag == "br":
            self.text("\n", line)
        elif tag == "a":
            self._in_link = True
        elif tag == "cite":
            self._cited = (len(self._words), -1) if self.in_quote else None
        elif tag in HIDDEN_TAGS:
            self._hidden += 1
        else:
            self._bold_depth += 1

    def _part(self, tag: str) -> None:
        """Ends what a new block of this kind ends."""
        if self._row is not None and (tag in _NO_CELL_BLOCKS or len(self._words) > _MOST_CELL_RUNS):
            self._lay_out()
        if self._row is not None:
            # Blocks in a cell are parted, should its table turn out to be none.
            self._words.append("\n\n")
        self.flush()
        if tag == "table":
            self._layouts.append(False)
        elif tag == "tr" and not (self._layouts and self._layouts[-1]):
            self._row = []

    def _lay_out(self) -> None:
        """The open table sets out a page and no data: its cells are text."""
        cells, self._row = self._row or [], None
        self._layouts[-1:] = [True]
        words, self._words = self._words, []
        for part in (part.strip() for cell in cells for part in _BLANK_LINE.split(cell)):
            if part:
                self._add(part, bold=0)
        self._words = words

    def text(self, text: str, line: int) -> None:
        """A run of text that starts on *line*."""
        if self._hidden or not text:
            return
        breaks = text.count("\n")
        if not self._words:
            if text.isspace():
                return
            if breaks:
                line += text.count("\n", 0, len(text) - len(text.lstrip()))
            self._first_line = self._last_line = line
            self._bold = self._linked = self._length = 0
        if breaks and text != "\n":
            self._last_line = max(self._last_line, line + text.rstrip().count("\n"))
            if not self._open[-1].is_code:
                text = text.replace("\n", " ")
        else:
            self._last_line = max(self._last_line, line)
        if self._bold_depth and self._bold == self._length:
            self._bold += len(text)
        if self._in_link:
            self._linked += len(text.strip())
        self._length += len(text)
        self._words.append(text)

    def end(self, tag: str) -> None:
        """An end tag; one that closes nothing is ignored."""
        if tag not in TAGS_THAT_COUNT:
            return
        if tag in _BLOCKS:
            self._end_block(tag)
        elif tag == "a":
            self._in_link = False
        elif tag == "cite":
            self._cited = (self._cited[0], len(self._words)) if self._cited else None
        elif tag in HIDDEN_TAGS:
            self._hidden = max(0, self._hidden - 1)
        elif tag != "br":
            self._bold_depth = max(0, self._bold_depth - 1)

    def _end_block(self, tag: str) -> None:
        if self._open[-1].tag != tag and not any(element.tag == tag for element in self._open):
            return
        if tag in _CELLS and self._row is not None:
            self._close_cell()
        elif tag == "tr":
            self._close_row()
            self.flush()
        else:
            self.flush()
        if tag == "table" and self._layouts:
            self._layouts.pop()
        while self._open.pop().tag != tag:
            pass

    def finished(self) -> tuple[Piece, ...]:
        """All pieces, when the last tag is read."""
        self.flush()
        pieces: list[Piece] = []
        for is_table, group in groupby(self.pieces, key=_is_row):
            run = list(group)
            if is_table:
                lines = (run[0].lines[0], max(piece.lines[1] for piece in run))
                run = [Piece(kind=BlockKind.TABLE, text="\n".join(piece.text for piece in run), lines=lines)]
            pieces.extend(run)
        return tuple(pieces)

    def flush(self) -> None:
        """Ends the piece that is being made."""
        if self._row is not None or not self._words:
            return
        self._set_credit_apart()
        raw = self._taken()
        if self._open[-1].kind is BlockKind.CODE:
            parts = ["\n".join(line.rstrip() for line in raw.strip("\n").split("\n"))]
        elif "\n" in raw:
            parts = [part.strip() for part in _BLANK_LINE.split(raw)]
        else:
            parts = [raw.strip()]
        for index, part in enumerate(part for part in parts if part.strip()):
            self._add(part, bold=self._bold if index == 0 else 0)

    def _set_credit_apart(self) -> None:
        """A ``<cite>`` that ends a quotation says whose it is, on a line of its own; others name works."""
        cited, self._cited = self._cited, None
        if cited is None or not self.in_quote or self._open[-1].is_credit:
            return
        start, end = cited[0], cited[1] if cited[1] >= 0 else len(self._words)
        before, name, after = map("".join, (self._words[:start], self._words[start:end], self._words[end:]))
        credited = with_credit_line(before, name, after, is_below_text=len(self.pieces) > self._quoted_from)
        self._words = [credited] if credited else self._words

    def _taken(self) -> str:
        """The words so far, clean."""
        raw, self._words = "".join(self._words), []
        clean = clean_characters(raw)
        if clean is not raw and has_hidden(raw):
            self.hidden.append((self._first_line, raw))
        return clean

    def _add(self, text: str, *, bold: int) -> None:
        element = self._open[-1]
        kind = element.kind
        label = _first_line_label(text) if kind is BlockKind.ITEM else None
        if kind not in {BlockKind.CODE, BlockKind.QUOTE}:
            text = one_line(text)
        if element.is_credit:
            text = text if text[:1] in "—–-―" else f"— {text}"
        is_item = kind is BlockKind.ITEM
        self.pieces.append(
            Piece(
                kind=kind,
                text=text,
                lines=(self._first_line, self._last_line),
                level=element.level if kind is BlockKind.HEADING else max(0, min(element.lists - 1, 5)) * is_item,
                group=self.group if is_item else None,
                number=element.number if is_item else None,
                bold=min(bold, len(text)) if kind is not BlockKind.CODE else 0,
                label=label,
                is_link=self._linked >= _LINK_SHARE * len(text),
                aside=None if element.in_quote else element.aside,
            ),
        )

    def _opened(self, tag: str, attributes: Attributes) -> _Open:
        outer = self._open[-1]
        kind = _KINDS.get(tag)
        in_quote = outer.in_quote
        if not in_quote:
            self._quoted_from = len(self.pieces)
        aside = outer.aside or _ASIDES.get(tag)
        is_credit = in_quote and tag in _CREDIT_TAGS
        if in_quote or tag in _NAMED_TAGS or tag == "aside":
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
            if len(names) > 1:
                if aside is None:
                    aside = next((_NAMED_ASIDES[name] for name in names.split() if name in _NAMED_ASIDES), None)
                is_credit = is_credit or (in_quote and any(word in names for word in _CREDIT_WORDS))
                if kind is None and tag in _QUOTE_TAGS and "quote" in names:
                    kind = BlockKind.QUOTE
        # One for each block of a page: `dataclasses.replace` would take a fifth of the walk.
        element = _Open(
            tag,
            kind or outer.kind,
            outer.level,
            outer.lists,
            outer.counter,
            outer.number,
            aside,
            in_quote or kind is BlockKind.QUOTE,
            outer.is_credit or is_credit,
            outer.is_code or kind is BlockKind.CODE,
        )
        if kind is BlockKind.HEADING:
            element.level = int(tag[1])
        elif tag == "li":
            element.number = self._next_number(attributes.get("value"))
        elif tag in _LISTS:
            self.group += not outer.lists
            element.lists += 1
            element.counter = _whole(attributes.get("start"), 1) - 1 if tag == "ol" else None
        return element

    def _next_number(self, value: str | None) -> int | None:
        """The number of a list item that begins now, counted on in the list that holds it."""
        for element in reversed(self._open):
            if element.tag in _LISTS:
                if element.counter is not None:
                    element.counter = _whole(value, element.counter + 1)
                return element.counter
        return None

    def _close_cell(self) -> None:
        words = self._taken().strip() if self._words else ""
        if self._row is not None and words:
            self._row.append(words)

    def _close_row(self) -> None:
        self._close_cell()
        if self._row is not None and len(self._row) == 1 and len(self._row[0]) > _LONG_CELL:
            self._lay_out()
        row, self._row = self._row or [], None
        if not row:
            return
        lines = (self._first_line, self._last_line)
        # A group says that this is one row, to be joined with its neighbours when all is read.
        text = " | ".join(map(one_line, row))
        self.pieces.append(Piece(kind=BlockKind.TABLE, text=text, lines=lines, group=0))


def _whole(value: str | None, otherwise: int) -> int:
    """The number in an attribute such as ``start="5"``; real ones are short."""
    return int(value) if value is not None and value.isdecimal() and len(value) <= 6 else otherwise  # noqa: PLR2004


def _is_row(piece: Piece) -> bool:
    return piece.kind is BlockKind.TABLE and piece.group is not None


def _first_line_label(text: str) -> tuple[int, int] | None:
    """
    Where the label of an item ends and its body starts that a line break parts, as `Piece.label`.

    An item of many lines is a verse or an address.
    """
    first, _, rest = text.strip().partition("\n")
    label, body = one_line(first), one_line(rest)
    # A sentence may run on over the break.
    if "\n" in rest or not label or len(label) >= len(body) or body[0].islower() or not is_label(label):
        return None
    return len(label), len(label) + 1
