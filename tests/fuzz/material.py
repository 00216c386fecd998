"""One small source of each format, to be broken in every way, and pieces of their grammars to break them with."""

from __future__ import annotations

from pathlib import Path

from tests.sources.pdfs import column, pdf
from tests.sources.test_docx import docx, p
from tests.sources.test_epub import epub, package, xhtml

__all__ = ["SAMPLES", "TOKENS"]

HERE = Path(__file__).parent
ONE = "The bridge over the Harl opens in May, two years later than the council had planned."
TWO = "Until then a ferry takes people across every twenty minutes, free of charge."
FILES = {
    "text": "late.txt",
    "markdown": "late.md",
    "html": "late.html",
    "transcript": "late.srt",
    "mail": "late.eml",
    "rss": "feed.rss",
    "atom": "feed.atom",
    "wordpress": "export.xml",
    "jsonfeed": "feed.json",
}
SAMPLES: dict[str, bytes] = {name: (HERE / "samples" / file).read_bytes() for name, file in FILES.items()} | {
    "docx": docx(p("Late", "Title") + p(ONE) + p(TWO, "Quote")),
    "epub": epub(package({"c1.xhtml": ""}), {"OEBPS/c1.xhtml": xhtml(ONE)}),
    "pdf": pdf([column(f"#Late\n\n\n{ONE}\n\n\n{TWO}")]),
}


def unescaped(line: str) -> bytes:
    """A line of ``tokens.txt``, where control characters and broken bytes are written as in Python."""
    if "\\" not in line:
        return line.encode()
    text = line.encode("latin-1", "backslashreplace").decode("unicode_escape")
    return text.encode("latin-1") if text.isascii() or "\\x" in line else text.encode()


TOKENS = tuple(map(unescaped, (HERE / "tokens.txt").read_text(encoding="utf-8").splitlines()))
