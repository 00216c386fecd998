"""Of which format is this source?"""

from __future__ import annotations

import re

__all__ = ["detect_format", "document_kind", "is_feed"]

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
_HEADING_FIRST = re.compile(r"\s*# \S[^\n]*\n\s*\n")
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^(?:```|~~~)|^\[[^\]\n]{1,300}\]: \S|(?<!\w)\*\*\S[^*\n]{0,300}\*\*"
    r"|!?\[[^\]\n]{0,300}\]\([^()\s]{1,1000}(?: [^()\n]{1,300})?\)|^> \S|^\|.{1,1000}\|[ ]*$",
    re.MULTILINE,
)
_SIGNATURE = 1_024  # a PDF may begin with a few bytes that are not its own
# What a mail and a transcript have at least; only then their readers are asked.
_HEADER = re.compile(r"\s*>?[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f .-]{1,40}\s?:")
_TIME = re.compile(r"\d:[0-5]\d|WEBVTT")
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT_SUFFIXES = frozenset({".txt", ".text"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdx", ".mkd", ".mdown", ".qmd", ".rmd"})
# A text file may show a tag or a link; a page saved under a wrong name is full of them.
_TAGS_PER_CHARACTER = 1 / 200
_MARKS_IN_TEXT = 4
_MARKS = 2


def document_kind(data: bytes, *, where: str) -> str | None:
    """The format of a source whose bytes are read: ``docx``, ``epub``, ``pdf``, ``mail``; ``None`` for a text."""
    if data[:_SIGNATURE].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        from repurpose.sources.documents.containers import container_kind

        return container_kind(data, where=where)
    head = data[:_HEAD].decode("utf-8", "replace")
    if _HEADER.match(head):
        from repurpose.sources.plain.mail_headers import is_mail

        return "mail" if is_mail(head) else None
    return None


def is_feed(text: str) -> bool:
    """Whether *text* is a feed or an export."""
    if text[:_SIGNATURE].lstrip("\ufeff \t\r\n")[:1] not in {"<", "{"}:
        return False
    from repurpose.sources.feeds.entries import feed_kind

    return feed_kind(text) is not None


def detect_format(text: str, *, suffix: str = "", media_type: str | None = None) -> str:
    """
    The format of *text*: ``text``, ``markdown``, ``html`` or ``transcript``.

    The *suffix* of its file, or the *media_type* that a server gave, counts only where the content leaves it open.
    """
    head = text[:_HEAD].lstrip("\ufeff")
    if _FRONT_MATTER.match(head):
        return "markdown"
    if _HTML_START.match(head) or media_type in _HTML_TYPES:
        return "html"
    if _TIME.search(head) and _is_transcript(text):
        return "transcript"
    if suffix in _MARKDOWN_SUFFIXES or media_type == "text/markdown" or _HEADING_FIRST.match(head):
        return "markdown"
    if len(_HTML_TAG.findall(head)) > max(4, len(head) * _TAGS_PER_CHARACTER) and head.lstrip().startswith("<"):
        return "html"
    marks = len(_MARKDOWN.findall(head))
    return "markdown" if marks >= (_MARKS_IN_TEXT if suffix in _TEXT_SUFFIXES else _MARKS) else "text"


def _is_transcript(text: str) -> bool:
    from repurpose.sources.plain.cues import is_transcript

    return is_transcript(text)
