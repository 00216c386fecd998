"""Is this source plain text, Markdown or HTML?"""

from __future__ import annotations

import re

__all__ = ["FORMATS", "detect_format"]

FORMATS = ("text", "markdown", "html")

_HEAD = 20_000
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|article|section|ul|ol|li|span|a|br|table|main|header|footer|nav|meta|script)\b[^<>]*>",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(r"\A(?:---|\+\+\+)[ \t]*\n[\s\S]{0,20000}?^(?:---|\+\+\+|\.\.\.)[ \t]*$", re.MULTILINE)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^(?:```|~~~)|^\[[^\]\n]{1,300}\]: \S|(?<!\w)\*\*\S[^*\n]{0,300}\*\*"
    r"|!?\[[^\]\n]{0,300}\]\([^()\s]{1,1000}(?: [^()\n]{1,300})?\)|^> \S|^\|.{1,1000}\|[ ]*$",
    re.MULTILINE,
)
_TEXT_SUFFIXES = frozenset({".txt", ".text"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdx", ".mkd", ".mdown", ".qmd", ".rmd"})
# A text file may show a tag or a link; a page saved under a wrong name is full of them.
_TAGS_PER_CHARACTER = 1 / 200
_MARKS_IN_TEXT = 4
_MARKS = 2


def detect_format(text: str, *, suffix: str = "") -> str:
    """The format of *text*, one of `FORMATS`; the *suffix* of its file counts only where the content leaves it open."""
    suffix = suffix.lower()
    head = text[:_HEAD].lstrip("\ufeff")
    if _FRONT_MATTER.match(head):
        return "markdown"
    if _HTML_START.match(head):
        return "html"
    if suffix in _MARKDOWN_SUFFIXES:
        return "markdown"
    if len(_HTML_TAG.findall(head)) > max(4, len(head) * _TAGS_PER_CHARACTER) and head.lstrip().startswith("<"):
        return "html"
    marks = len(_MARKDOWN.findall(head))
    return "markdown" if marks >= (_MARKS_IN_TEXT if suffix in _TEXT_SUFFIXES else _MARKS) else "text"
