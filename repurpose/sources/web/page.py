"""Which pieces is a web page made of, article or not?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from repurpose.errors import EmptySource
from repurpose.sources.cleaning import hidden_characters
from repurpose.sources.pieces import Metadata, Reading
from repurpose.sources.web.hostile import MOST_LEVELS
from repurpose.sources.web.markup import HIDDEN_TAGS, TAGS_THAT_COUNT, PieceMaker
from repurpose.sources.web.page_metadata import page_metadata
from repurpose.sources.web.tags import TagReader

if TYPE_CHECKING:
    from repurpose.sources.pieces import Piece

__all__ = ["Page", "read_page", "read_tags"]


# Some software puts the whole page into one form, and some designs call its main column a side.
_WIDE_ASIDES = ("form", "side column")
_PARAGRAPH_CHARACTERS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page."""

    reading: Reading
    """Every piece that readers may see, with the page's metadata."""
    tree: Any
    """The lxml tree; ``None`` when the page is too deep for one."""


def read_page(html: str) -> Page:
    """Every piece of the page *html*."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        tree = lxml_html.document_fromstring(
            html.replace("\0", "").encode("utf-8", "ignore"),
            parser=lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptySource(f"the page holds no text: {error}") from error
    metadata = page_metadata(tree)
    maker = PieceMaker()
    # Where a page has no tags for its head and body, the parser may take the article for a part of the head.
    if not _walk(tree, maker) or not (pieces := maker.finished()):
        return Page(reading=read_tags(html, metadata), tree=None)
    return Page(reading=_reading(maker, pieces, metadata), tree=tree)


def read_tags(html: str, metadata: Metadata | None = None) -> Reading:
    """Every piece of a page, or of a part of one, that is read tag by tag."""
    maker = PieceMaker()
    TagReader(maker).read(html)
    return _reading(maker, maker.finished(), metadata or Metadata())


def _reading(maker: PieceMaker, pieces: tuple[Piece, ...], metadata: Metadata) -> Reading:
    return Reading(pieces=_with_whole_page(pieces), metadata=metadata, dropped=hidden_characters(maker.hidden))


def _with_whole_page(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """*pieces* where all running text stands in a form or in a "side column": then that is the page."""
    paragraphs: dict[str | None, int] = {}
    for piece in pieces:
        if len(piece.text) >= _PARAGRAPH_CHARACTERS and not piece.is_link:
            paragraphs[piece.aside] = paragraphs.get(piece.aside, 0) + 1
    wide = next((what for what in _WIDE_ASIDES if what in paragraphs), None)
    if wide is None or None in paragraphs:
        return pieces
    return tuple(replace(piece, aside=None) if piece.aside == wide else piece for piece in pieces)


def _walk(tree: Any, maker: PieceMaker) -> bool:
    """Hands every element of *tree* to *maker*; ``False`` where the tree is so deep that the parser cut it."""
    from lxml import etree

    start, text, end = maker.start, maker.text, maker.end
    depth = 0
    line = 1
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            depth += 1
            if depth >= MOST_LEVELS:
                return False
            if tag in HIDDEN_TAGS:
                walker.skip_subtree()
                continue
            words = element.text
            if words:
                line = element.sourceline or line
            if tag in TAGS_THAT_COUNT:
                start(tag, element, line)
            if words:
                text(words, line)
        else:
            depth -= 1
            if tag in TAGS_THAT_COUNT and tag not in HIDDEN_TAGS:
                end(tag)
            if words := element.tail:
                text(words, line)
    return True
