"""Which tags and texts does HTML hold, read tag by tag: HTML inside Markdown, and pages too deep for a tree?"""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repurpose.sources.web.markup import PieceMaker

__all__ = ["TagReader"]


class TagReader(HTMLParser):
    """Hands the tags and texts of HTML to a `PieceMaker`."""

    def __init__(self, maker: PieceMaker) -> None:
        super().__init__(convert_charrefs=True)
        self.maker = maker
        self._first_line = 1

    def read(self, html: str, *, first_line: int = 1) -> None:
        """Reads *html*, whose first line is *first_line* of its source; what was left open before stays open."""
        self.reset()
        self._first_line = first_line
        # The parser searches all that follows again for each thing that is left unclosed.
        comments = html.rfind("-->") + 1
        html = html[:comments] + html[comments:].replace("<!--", "")
        end = html.rfind(">") + 1
        self.feed(html[:end])
        self.close()
        self.handle_data(unescape(html[end:]))

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - as in the base class
        """Where what begins with ``<![`` at *i* ends: at the next ``>``, as browsers see it."""
        return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A start tag."""
        self.maker.start(tag, dict(attrs), self._line())

    def handle_endtag(self, tag: str) -> None:
        """An end tag."""
        self.maker.end(tag)

    def handle_data(self, data: str) -> None:
        """A run of text."""
        self.maker.text(data, self._line())

    def _line(self) -> int:
        return self._first_line + self.getpos()[0] - 1
