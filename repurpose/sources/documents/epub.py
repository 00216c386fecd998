"""Which pages of a book are its text, and what does the book say about itself?"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from repurpose.errors import EmptySource, UnreadableSource
from repurpose.sources.decoding import decode, decoded_as
from repurpose.sources.documents.containers import open_container
from repurpose.sources.documents.titles import document_title, named_author, split_tags
from repurpose.sources.documents.xml_parts import parse_part, refuse_entities, text_of
from repurpose.sources.furniture.dates import parse_date
from repurpose.sources.pieces import Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.sources.documents.containers import Container

__all__ = ["epub_pages"]

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Fonts are scrambled so that nobody takes them out of the book; the text is not.
_FONT_METHODS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
# Words of epub:type and of the guide for what is in every book and is not its text.
# fmt: off
_NO_TEXT = frozenset({
    "cover", "titlepage", "title-page", "halftitlepage", "copyright-page", "colophon", "toc", "landmarks",
    "page-list", "loi", "lot", "loa", "lov", "index", "imprint", "other-credits", "dedication",
})
# fmt: on
_BODY = re.compile(r"<body\b[^<>]*>(?:\s*<(?:section|div|article|nav)\b[^<>]*>){0,3}", re.IGNORECASE)
_TYPE = re.compile(r"""epub:type\s*=\s*["']([^"']*)["']""")
_DECLARATION = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^<>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_PROLOGUE = re.compile(r"^\ufeff?\s*<\?xml[^<>]*\?>\s*")
_BLOCK_TAG = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MOST_PAGES = 2_000


def epub_pages(data: bytes, *, where: str) -> tuple[tuple[str, ...], Metadata]:
    """
    The pages (XHTML) of the book *data* in reading order, and what it says about itself.

    Covers, title pages, tables of contents and imprints are left out where the book marks them. Raises
    `UnreadableSource` for a book that is damaged, encrypted or built to hurt and `EmptySource` for one without pages.
    """
    container = open_container(data, where=where)
    _refuse_encrypted(container, where=where)
    path = _package_path(container, where=where)
    package = parse_part(container.read(path), name=path, where=where)
    base = posixpath.dirname(path)
    skipped = _skipped(package, base)
    pages = []
    for name in _spine(package, base)[:_MOST_PAGES]:
        if name in skipped or name not in container.names:
            continue
        page = _decoded(container.read(name), name=name, where=where)
        if not _types(page) & _NO_TEXT:
            pages.append(page)
    if not pages:
        raise EmptySource(f"{where} is a book without pages of text; give a chapter of it as HTML or text")
    return tuple(pages), _metadata(package)


def _refuse_encrypted(container: Container, *, where: str) -> None:
    if _ENCRYPTION in container.names:
        root = parse_part(container.read(_ENCRYPTION), name=_ENCRYPTION, where=where)
        methods = {element.get("Algorithm") for element in root.iter("{*}EncryptionMethod")}
        if methods <= _FONT_METHODS:
            return
    elif "META-INF/rights.xml" not in container.names:
        return
    raise UnreadableSource(f"{where} is protected against copying (DRM); give a copy without protection")


def _package_path(container: Container, *, where: str) -> str:
    root = parse_part(container.read(_CONTAINER), name=_CONTAINER, where=where)
    for element in root.iter("{*}rootfile"):
        path = unquote(element.get("full-path") or "")
        if path in container.names:
            return path
    raise UnreadableSource(f"{where} is damaged: it does not name its list of pages; download or save it again")


def _manifest(package: Any, base: str) -> dict[str, tuple[str, str, frozenset[str]]]:
    """Each id's path in the archive, media type and properties."""
    return {
        item.get("id") or "": (
            _path(base, item.get("href") or ""),
            item.get("media-type") or "",
            frozenset((item.get("properties") or "").split()),
        )
        for item in package.iter("{*}item")
    }


def _spine(package: Any, base: str) -> list[str]:
    """The paths of the pages in reading order, without those that the book says stand outside of it."""
    manifest = _manifest(package, base)
    found = []
    for reference in package.iter("{*}itemref"):
        path, kind, properties = manifest.get(reference.get("idref") or "", ("", "", frozenset()))
        if kind in _PAGE_TYPES and "nav" not in properties and (reference.get("linear") or "yes") != "no":
            found.append(path)
    return list(dict.fromkeys(found))


def _skipped(package: Any, base: str) -> frozenset[str]:
    """The pages that the guide of an older book calls cover, title page or contents."""
    return frozenset(
        _path(base, reference.get("href") or "")
        for reference in package.iter("{*}reference")
        # A place inside a page says nothing about the page.
        if (reference.get("type") or "").lower() in _NO_TEXT and "#" not in (reference.get("href") or "")
    )


def _path(base: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(base, unquote(href.partition("#")[0])))


def _types(page: str) -> frozenset[str]:
    """The epub:type of the page's body and of the sections that open it."""
    opening = _BODY.search(page)
    return frozenset(word for types in _TYPE.findall(opening[0] if opening else "") for word in types.split())


def _decoded(data: bytes, *, name: str, where: str) -> str:
    refuse_entities(data, name=name, where=where, may_have_doctype=True)
    declared = _DECLARATION.match(data)
    if declared is not None and (text := decoded_as(declared[1].decode("ascii"), data)) is not None:
        return _PROLOGUE.sub("", text)
    return _PROLOGUE.sub("", decode(data, where=f"{where}: {name}")) if data.strip() else ""


def _metadata(package: Any) -> Metadata:
    section = next(package.iter("{*}metadata"), package)

    def first(name: str) -> str | None:
        return next(iter(text_of(section, name)), None)

    # Books of some shops hold HTML here.
    description = _TAG.sub("", _BLOCK_TAG.sub(" ", first("description") or ""))
    return Metadata(
        title=document_title(_title(section)),
        description=" ".join(description.split()) or None,
        byline=named_author(_authors(section)),
        date=parse_date(first("date")),
        language=first("language"),
        tags=split_tags(text_of(section, "subject")),
    )


def _title(section: Any) -> str | None:
    """The main title, where there are several."""
    kinds = _refined(section, "title-type")
    titles = [element for element in section.iter("{*}title") if (element.text or "").strip()]
    main = (element for element in titles if kinds.get(f"#{element.get('id')}", "main") == "main")
    return next(("".join(element.itertext()) for element in (*main, *titles)), None)


def _authors(section: Any) -> list[str]:
    """Those who wrote the book: not its illustrators, translators and editors."""
    roles = _refined(section, "role")
    return [
        "".join(element.itertext())
        for element in section.iter("{*}creator")
        if (roles.get(f"#{element.get('id')}") or element.get("{http://www.idpf.org/2007/opf}role") or "aut") == "aut"
    ]


def _refined(section: Any, what: str) -> Mapping[str, str]:
    """What EPUB 3 says about other elements of its metadata, by reference."""
    return {
        element.get("refines"): (element.text or "").strip()
        for element in section.iter("{*}meta")
        if element.get("property") == what and element.get("refines")
    }
