"""Which pieces do the tags and texts of HTML make, whoever parses it?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.cleaning import clean_characters, one_line
from repurpose.sources.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["HIDDEN_TAGS", "PieceMaker"]

# fmt: off
HIDDEN_TAGS = frozenset({
    "script", "style", "iframe", "svg", "noscript", "template", "object", "embed", "canvas", "audio", "video", "math",
    "select", "textarea", "head",
})
# fmt: on
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "caption", "label", "button", "legend",
})
# fmt: on
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ASIDES = frozenset({"nav", "form", "button", "footer", "aside", "fieldset", "label", "legend", "dialog", "address"})
_BLANK_LINE = re.compile(r"\n\s*\n")
_LINK_SHARE = 0.8
# Twice as deep as real pages; every tag looks through those that are open.
_MOST_LEVELS = 100
_QUOTE_WORDS = ("quote",)
_CREDIT_WORDS = ("credit", "cite", "attribution", "author", "source")


@dataclass(slots=True)
class _Open:
    tag: str
    kind: BlockKind | None
    is_credit: bool = False
    is_aside: bool = False
    number: int | None = None


@dataclass(slots=True)
class PieceMaker:
    """Takes start tags, texts and end tags in document order and makes pieces of them."""

    pieces: list[Piece] = field(default_factory=list)
    group: int = 0
    """The number of the next list."""
    _open: list[_Open] = field(default_factory=list)
    _hidden: int = 0
    _words: list[str] = field(default_factory=list)
    _length: int = 0
    _bold: int = 0
    _bold_depth: int = 0
    _linked: int = 0
    _link_depth: int = 0
    _lines: tuple[int, int] = (1, 1)
    _row: list[str] | None = None

    @property
    def in_quote(self) -> bool:
        """Whether what comes now stands in a quotation."""
        return any(element.kind is BlockKind.QUOTE for element in self._open)

    @property
    def in_hidden(self) -> bool:
        """Whether what comes now is not shown to readers."""
        return self._hidden > 0

    def start(self, tag: str, attributes: Mapping[str, str | None], line: int) -> None:
        """A start tag on *line*."""
        if tag in HIDDEN_TAGS:
            self._hidden += 1
        if tag == "br":
            self.text("\n", line)
            return
        if tag in {"img", "hr", "input", "meta", "link", "wbr", "source"}:
            if tag == "hr":
                self.flush()
            return
        if tag in {"b", "strong"}:
            self._bold_depth += 1
        if tag == "a":
            self._link_depth = 1
        if tag not in _BLOCKS:
            return
        self._part(tag)
        if len(self._open) < _MOST_LEVELS:
            self._open.append(self._opened(tag, attributes))

    def _part(self, tag: str) -> None:
        """Ends what a new block of this kind ends."""
        if tag in {"td", "th"} and self._row is not None:
            self._close_cell()
            return
        self.flush()
        if tag == "tr":
            self._row = []

    def text(self, text: str, line: int) -> None:
        """A run of text that starts on *line*."""
        if self._hidden or not text:
            return
        if not self._words and not text.strip():
            return
        is_pre = any(element.kind is BlockKind.CODE for element in self._open)
        piece = text if is_pre or text == "\n" else text.replace("\n", " ")
        if not self._words:
            leading = len(text) - len(text.lstrip())
            line += text.count("\n", 0, leading)
            self._lines = (line, line)
            self._bold = self._linked = self._length = 0
        if self._bold_depth and self._bold == self._length:
            self._bold += len(piece)
        if self._link_depth:
            self._linked += len(piece.strip())
        self._length += len(piece)
        self._words.append(piece)
        self._lines = (self._lines[0], max(self._lines[1], line + text.rstrip().count("\n")))

    def end(self, tag: str) -> None:
        """An end tag; one that closes nothing is ignored."""
        if tag in HIDDEN_TAGS:
            self._hidden = max(0, self._hidden - 1)
        if tag in {"b", "strong"}:
            self._bold_depth = max(0, self._bold_depth - 1)
        if tag == "a":
            self._link_depth = 0
        if tag not in _BLOCKS or not any(element.tag == tag for element in self._open):
            return
        if tag in {"td", "th"} and self._row is not None:
            self._close_cell()
        elif tag == "tr":
            self._close_row()
        else:
            self.flush()
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
        if self._row is not None:
            return
        raw, self._words = clean_characters("".join(self._words)), []
        kind = self._kind()
        if kind is BlockKind.CODE:
            parts = ["\n".join(line.rstrip() for line in raw.strip("\n").split("\n"))]
        else:
            parts = [part.strip() for part in _BLANK_LINE.split(raw)]
        first, last = self._lines
        for index, part in enumerate(part for part in parts if part.strip()):
            self._add(kind, part, (first, last), bold=self._bold if index == 0 else 0, linked=self._linked)

    def _add(self, kind: BlockKind, text: str, lines: tuple[int, int], *, bold: int, linked: int) -> None:
        if kind not in {BlockKind.CODE, BlockKind.QUOTE}:
            text = one_line(text)
        if any(element.is_credit for element in self._open) and self.in_quote:
            text = text if text.lstrip()[:1] in "—–-―" else f"— {text.lstrip()}"
        item = next((element for element in reversed(self._open) if element.tag == "li"), None)
        depth = sum(element.tag in {"ul", "ol"} for element in self._open)
        self.pieces.append(
            Piece(
                kind=kind,
                text=text,
                lines=lines,
                level=self._level(kind, depth),
                group=self.group if kind is BlockKind.ITEM else None,
                number=item.number if item and kind is BlockKind.ITEM else None,
                bold=min(bold, len(text)) if kind is not BlockKind.CODE else 0,
                is_link=linked >= _LINK_SHARE * len(text),
                is_aside=any(element.is_aside for element in self._open) and not self.in_quote,
            ),
        )

    def _level(self, kind: BlockKind, depth: int) -> int:
        if kind is BlockKind.HEADING:
            return next((_HEADINGS[element.tag] for element in reversed(self._open) if element.tag in _HEADINGS), 2)
        return max(0, min(depth - 1, 5)) if kind is BlockKind.ITEM else 0

    def _kind(self) -> BlockKind:
        for element in reversed(self._open):
            if element.kind is not None:
                return element.kind
        return BlockKind.PARAGRAPH

    def _opened(self, tag: str, attributes: Mapping[str, str | None]) -> _Open:
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        is_credit = tag in {"footer", "figcaption", "cite"} or any(word in names for word in _CREDIT_WORDS)
        kind = {
            "pre": BlockKind.CODE,
            "figcaption": BlockKind.CAPTION,
            "caption": BlockKind.CAPTION,
            "blockquote": BlockKind.QUOTE,
        }.get(tag)
        if tag in _HEADINGS:
            kind = BlockKind.HEADING
        elif tag == "li":
            kind = BlockKind.ITEM
        elif tag in {"aside", "div", "p"} and any(word in names for word in _QUOTE_WORDS):
            kind = BlockKind.QUOTE
        number = self._next_number() if tag == "li" else None
        if tag in {"ul", "ol"} and not any(element.tag in {"ul", "ol"} for element in self._open):
            self.group += 1
        return _Open(tag, kind, is_credit and self.in_quote, tag in _ASIDES, 0 if tag == "ol" else number)

    def _next_number(self) -> int | None:
        for element in reversed(self._open):
            if element.tag in {"ul", "ol"}:
                if element.tag == "ul" or element.number is None:
                    return None
                element.number += 1
                return element.number
        return None

    def _close_cell(self) -> None:
        words, self._words = one_line(clean_characters("".join(self._words))), []
        if self._row is not None and words:
            self._row.append(words)

    def _close_row(self) -> None:
        self._close_cell()
        row, self._row = self._row or [], None
        if not row:
            return
        # A group says that this is one row, to be joined with its neighbours when all is read.
        self.pieces.append(Piece(kind=BlockKind.TABLE, text=" | ".join(row), lines=self._lines, group=0))


def _is_row(piece: Piece) -> bool:
    return piece.kind is BlockKind.TABLE and piece.group is not None
