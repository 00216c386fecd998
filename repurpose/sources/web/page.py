"""Which pieces is a web page made of, article or not?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from repurpose.errors import EmptySource
from repurpose.sources.pieces import Reading
from repurpose.sources.web.hostile import check_page
from repurpose.sources.web.main_text import main_text
from repurpose.sources.web.markup import PieceMaker
from repurpose.sources.web.page_metadata import page_metadata

if TYPE_CHECKING:
    from repurpose.sources.pieces import Piece

__all__ = ["read_page"]


def read_page(html: str) -> tuple[Reading, str]:
    """
    Every piece of the page *html* that readers may see, with its metadata; and the words of its main text.

    Raises `UnreadableSource` for a page that is built to hurt.
    """
    check_page(html)
    from lxml import etree
    from lxml import html as lxml_html

    try:
        tree = lxml_html.document_fromstring(
            html.encode("utf-8", "replace"),
            parser=lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptySource(f"the page holds no text: {error}") from error
    metadata = page_metadata(tree)
    pieces = _pieces(tree)
    return Reading(pieces=pieces, metadata=metadata), main_text(tree)


def _pieces(root: Any) -> tuple[Piece, ...]:
    """Walks the tree without recursion: pages may be deep."""
    maker = PieceMaker()
    stack: list[tuple[Any, str, bool]] = [(root, "", True)]
    line = 1
    while stack:
        element, tag, is_start = stack.pop()
        if not is_start:
            maker.end(tag)
            if element.tail:
                maker.text(element.tail, line)
            continue
        if not isinstance(element.tag, str):
            if element.tail:
                maker.text(element.tail, line)
            continue
        tag = element.tag
        line = element.sourceline or line
        maker.start(tag, element.attrib, line)
        if element.text:
            maker.text(element.text, line)
        stack.append((element, tag, False))
        stack.extend((child, "", True) for child in reversed(element))
    return maker.finished()
