"""What page does a Word document make, and what does it say about itself?"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from repurpose.errors import EmptySource, SourceError, UnreadableSource
from repurpose.sources.cleaning import one_line
from repurpose.sources.documents.containers import open_container
from repurpose.sources.documents.titles import document_title, named_author, split_tags
from repurpose.sources.documents.xml_parts import parse_part, refuse_entities, text_of
from repurpose.sources.furniture.dates import parse_date
from repurpose.sources.pieces import Metadata
from repurpose.sources.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.sources.documents.containers import Container

__all__ = ["convert", "docx_page"]

# mammoth takes 2 s and 54 MB for each MB of a document's XML; a book has five.
_SECONDS = 10
_MEGABYTES = 500
_CORE = "docProps/core.xml"
# Built-in styles keep their English names in every language of Word; the others are LibreOffice's and pandoc's.
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Caption'] => figure > figcaption:fresh
p[style-name='Image Caption'] => figure > figcaption:fresh
p[style-name='Table Caption'] => figure > figcaption:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Preformatted Text'] => pre:separator('\\n')
p[style-name='Source Code'] => pre:separator('\\n')
p[style-name^='TOC'] => !
p[style-name='Table of Figures'] => !
"""
_GENERATED = re.compile(r"\s*(?:generated|created|converted|exported) (?:by|with|from) \S+(?: \S+)?\s*$", re.IGNORECASE)
_NOTE = re.compile(r"(?:foot|end)note-")


def docx_page(data: bytes, *, where: str) -> tuple[str, Metadata]:
    """
    The Word document *data* of the source *where* as a page of HTML, and its properties.

    Pictures leave their description; comments, deleted passages, notes and the table of contents are left out. Raises
    `SourceError` when mammoth (extra ``docx``) is missing, `UnreadableSource` when the document is damaged or built to
    hurt and `EmptySource` when it has no text.
    """
    container = open_container(data, where=where)
    outcome = json.loads(
        run_limited("docx", _xml_only(container, where=where), seconds=_SECONDS, megabytes=_MEGABYTES, where=where),
    )
    if problem := outcome.get("problem"):
        raise UnreadableSource(f"{where} {problem}")
    if not re.sub(r"<[^<>]*>", "", outcome["html"]).strip():
        raise EmptySource(f"{where} has no text; an article needs at least one sentence")
    metadata = _properties(container, where=where)
    metadata = replace(metadata, title=outcome["title"] or metadata.title, subtitle=outcome["subtitle"])
    return outcome["html"], metadata


def _xml_only(container: Container, *, where: str) -> bytes:
    """The document's XML parts, checked, as an archive: mammoth opens nothing that was not looked at."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in container.names:
            if name.endswith((".xml", ".rels")) and not name.startswith(("customXml/", "word/theme/")):
                part = container.read(name)
                refuse_entities(part, name=name, where=where)
                archive.writestr(name, part)
    return buffer.getvalue()


def _properties(container: Container, *, where: str) -> Metadata:
    if _CORE not in container.names:
        return Metadata()
    root = parse_part(container.read(_CORE), name=_CORE, where=where)

    def first(*names: str) -> str | None:
        return next(iter(text_of(root, *names)), None)

    is_generated = _GENERATED.match(first("description") or "") is not None
    return Metadata(
        title=document_title(first("title")),
        description=None if is_generated else first("description"),
        byline=named_author(text_of(root, "creator")),
        # A program's template has its own.
        date=None if is_generated else parse_date(first("created", "modified")),
        language=first("language"),
        tags=split_tags(text_of(root, "keywords")),
    )


def convert(data: bytes) -> bytes:
    """The worker's job: HTML, title and subtitle of the document *data*, or the problem with it, as JSON."""
    from xml.parsers.expat import ExpatError

    try:
        import mammoth
    except ImportError:
        raise SourceError(
            "a Word document (.docx) needs the extra: pip install 'repurpose-toolkit[docx]'; or save it as HTML",
        ) from None
    try:
        html = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            # img_element keeps the description and would add what this gives: no source.
            convert_image=mammoth.images.img_element(lambda _image: {}),
        ).value
        found = _cleaned(html)
    except RecursionError:
        found = {"problem": "is nested deeper than any real document; save it as HTML or text"}
    except (AttributeError, ExpatError, LookupError, OSError, TypeError, ValueError) as error:
        # mammoth trusts that the parts are what they should be.
        found = {"problem": f"is damaged ({type(error).__name__}); open it in Word or LibreOffice and save it again"}
    return json.dumps(found).encode()


def _cleaned(html: str) -> dict[str, str | None]:
    """*html* without notes and empty pictures; its title and its subtitle, which is metadata and no paragraph."""
    from lxml import html as lxml_html

    root = lxml_html.fragment_fromstring(html, create_parent="body")
    for element in _apparatus(root):
        element.drop_tree()
    if len(root) and root[-1].tag == "ol" and not len(root[-1]):
        root[-1].drop_tree()
    title = root.find("h1[@class='title']")
    subtitle = root.find("p[@class='subtitle']")
    found = {"title": _words(title), "subtitle": _words(subtitle)}
    if found["subtitle"]:
        subtitle.drop_tree()
    return found | {"html": lxml_html.tostring(root, encoding="unicode")}


def _apparatus(root: Any) -> Iterator[Any]:
    """Marks of notes and the notes, which mammoth lists at the end."""
    for element in list(root.iter("sup", "li")):
        marked = element.find("a") if element.tag == "sup" else element
        if marked is not None and _NOTE.match(marked.get("id") or ""):
            yield element


def _words(element: Any) -> str | None:
    return one_line(element.text_content()) or None if element is not None else None
