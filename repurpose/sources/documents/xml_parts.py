"""How is XML of an unknown source parsed so that it can pull no file in and cannot swell?"""

from __future__ import annotations

import re
from typing import Any

from repurpose.errors import UnreadableSource
from repurpose.sources.cleaning import clean_characters, one_line

__all__ = ["parse_part", "refuse_entities", "text_of"]

# Documents declare no entities; those that do want to swell or to read other files.
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def refuse_entities(data: bytes, *, name: str, where: str, may_have_doctype: bool = False) -> None:
    """Raises `UnreadableSource` when the part *name* declares entities, or a document type where none may be."""
    # Every other byte of UTF-16 is zero.
    plain = data.replace(b"\0", b"")
    if _ENTITY.search(plain) or (not may_have_doctype and _DOCTYPE.search(plain)):
        raise UnreadableSource(
            f"{where} is not opened: its part '{name}' declares XML entities, which no document does"
        )


def parse_part(data: bytes, *, name: str, where: str) -> Any:
    """The root element (lxml) of the part *name* of the source *where*."""
    from lxml import etree

    refuse_entities(data, name=name, where=where, may_have_doctype=True)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSource(f"{where} is damaged: its part '{name}' is no XML; save the document again") from error


def text_of(root: Any, *names: str) -> tuple[str, ...]:
    """The texts of the elements below *root* with one of these local *names*, clean, on one line; none is empty."""
    elements = (element for name in names for element in root.iter(f"{{*}}{name}"))
    found = (one_line(clean_characters("".join(element.itertext()))) for element in elements)
    return tuple(text for text in found if text)
