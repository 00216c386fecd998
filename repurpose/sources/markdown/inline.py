"""What do the words of one Markdown paragraph read like without markup?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.sources.cleaning import joined_lines
from repurpose.sources.structure.cited import with_credit_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

__all__ = ["Inline", "inline_text"]

_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_STRONG = {"<b>": 1, "<strong>": 1, "</b>": -1, "</strong>": -1}
_CITE = frozenset({"<cite>", "</cite>"})
_SILENT = re.compile(r"</?(script|style|iframe|svg)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inline:
    """The words of a paragraph, and what its markup said about them."""

    text: str
    """With a line end wherever the source broke the line."""
    bold: int
    """Code points at its start that are bold."""
    images: str
    """The alternative texts of its images."""
    linked: int
    """Code points that are link texts."""
    is_italic: bool = False
    """All its words are set in italics."""
    credited: str | None = None
    """The text with its ``<cite>`` on a line of its own, where that is the credit if this is a quotation."""

    @property
    def is_image_only(self) -> bool:
        """Whether it has no words of its own."""
        return not self.text.strip()


def inline_text(tokens: Sequence[Token]) -> Inline:
    """The words of the inline *tokens*; links keep their texts, images only tell their alternative text."""
    parts: list[str] = []
    images: list[str] = []
    depths = {"strong": 0, "em": 0, "link": 0}
    length = bold = linked = silent = upright = 0
    for token in tokens:
        kind, html = token.type, token.content.lower() if token.type == "html_inline" else ""
        if kind == "image":
            if not _is_file_name(token.content, str(token.attrs.get("src", ""))):
                images.append(token.content)
        elif (mark := kind.rsplit("_", 1)[0]) in depths:
            depths[mark] += token.nesting
        elif html in _STRONG:
            depths["strong"] = max(0, depths["strong"] + _STRONG[html])
        elif _SILENT.match(html):
            silent = not html.startswith("</")
        piece = "" if silent else _piece(token)
        if depths["strong"] and bold == length:
            bold += len(piece)
        if depths["link"]:
            linked += len(piece)
        upright += 0 if depths["em"] else len(piece.strip())
        parts.append(piece)
        length += len(piece)
    text = joined_lines("".join(parts).split("\n"), between="\n")
    return Inline(text, bold, " ".join(images), linked, is_italic=not upright, credited=_credited(tokens, parts))


def _credited(tokens: Sequence[Token], parts: Sequence[str]) -> str | None:
    """The *parts*, one for each of *tokens*, with those in ``<cite>`` as the credit that a quotation has."""
    cited = [at for at, token in enumerate(tokens) if token.type == "html_inline" and token.content.lower() in _CITE]
    if not cited:
        return None
    start, end = cited[0], cited[-1] if len(cited) > 1 else len(parts)
    before, name, after = map("".join, (parts[:start], parts[start:end], parts[end:]))
    return with_credit_line(before, name, after, is_below_text=True)


def _is_file_name(words: str, address: str) -> bool:
    """Whether an alternative text only says again what the file is called: ``plot of chunk word-cloud``."""
    last = words.rsplit(" ", 1)[-1].rsplit(".", 1)[0]
    return ("-" in last or "_" in last or " " not in words) and len(last) > 1 and last.casefold() in address.casefold()


def _piece(token: Token) -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    is_break = token.type in {"softbreak", "hardbreak"} or _BREAK.match(
        token.content if token.type == "html_inline" else ""
    )
    return "\n" if is_break else ""
