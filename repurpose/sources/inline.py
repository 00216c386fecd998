"""What do the words of one Markdown paragraph read like without markup?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

__all__ = ["Inline", "inline_text"]

_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
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
    links: tuple[str, ...]

    @property
    def is_image_only(self) -> bool:
        """Whether it has no words of its own."""
        return not self.text.strip()


def inline_text(tokens: Sequence[Token]) -> Inline:
    """The words of the inline *tokens*; links keep their texts, images only tell their alternative text."""
    parts: list[str] = []
    images: list[str] = []
    links: list[str] = []
    length = bold = linked = strong = link = silent = 0
    for token in tokens:
        kind = token.type
        piece = ""
        if kind in {"text", "code_inline"}:
            piece = token.content
        elif kind in {"softbreak", "hardbreak"}:
            piece = "\n"
        elif kind == "image":
            images.append(token.content)
        elif kind == "strong_open":
            strong += 1
        elif kind == "strong_close":
            strong -= 1
        elif kind == "link_open":
            link += 1
            links.append(str(token.attrs.get("href", "")))
        elif kind == "link_close":
            link -= 1
        elif kind == "html_inline":
            if _SILENT.match(token.content):
                silent = 0 if token.content.startswith("</") else 1
            elif _BREAK.match(token.content):
                piece = "\n"
            elif token.content.lower() in {"<b>", "<strong>"}:
                strong += 1
            elif token.content.lower() in {"</b>", "</strong>"}:
                strong = max(0, strong - 1)
        if silent or not piece:
            continue
        if strong and bold == length:
            bold += len(piece)
        if link:
            linked += len(piece)
        parts.append(piece)
        length += len(piece)
    return Inline(_joined("".join(parts)), bold, " ".join(images), linked, tuple(links))


def _joined(text: str) -> str:
    """*text* with line ends between unspaced scripts taken out."""
    if text.isascii() or "\n" not in text:
        return text
    lines = text.split("\n")
    joined = lines[0]
    for line in lines[1:]:
        is_unspaced = joined[-1:] and line[:1] and _UNSPACED.match(joined[-1]) and _UNSPACED.match(line[0])
        joined += line if is_unspaced else f"\n{line}"
    return joined
