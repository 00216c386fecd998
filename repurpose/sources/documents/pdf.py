"""What text does a PDF print, and what does it say about itself?"""

from __future__ import annotations

import json
import math
from io import BytesIO
from typing import TYPE_CHECKING, Any

from repurpose.errors import EmptySource, SourceError, UnreadableSource
from repurpose.sources.documents.paragraphs import paragraphs_text
from repurpose.sources.documents.printed_lines import Line, Run, printed_lines
from repurpose.sources.documents.running_heads import without_running_heads
from repurpose.sources.documents.titles import document_title, named_author, split_tags
from repurpose.sources.pieces import Metadata
from repurpose.sources.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["pdf_text", "read_pdf"]

# An article has some ten pages, of which pypdf reads more than thirty in a second.
_SECONDS = 9
_MEGABYTES = 500
_MOST_BYTES = 100_000_000
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 5_000_000
# Fewer letters on a page than this are a stamp or a page number beside a picture.
_FEWEST_LETTERS = 20
_BOLD = ("bold", "black", "heavy", "demi", "cmbx")
# The mean width of letters and signs in a common face, and how far other faces go.
_USUAL_WIDTH = 530
_MOST_STRETCH = 1.4
_MOST_WIDTHS = 1_000
_REMEDY = "save its text as a text, Markdown or HTML file and give that"


def pdf_text(data: bytes, *, where: str) -> tuple[str, Metadata]:
    """
    The text of the PDF *data* of the source *where*, paragraphs parted by blank lines, and its properties.

    The day on which the file was made is none of them: articles are printed long after they were published.
    Heads, feet and page numbers are left out. Raises `SourceError` when pypdf (extra ``pdf``) is missing,
    `UnreadableSource` for a PDF that is encrypted, damaged or built to hurt and `EmptySource` for scanned pages.
    """
    if len(data) > _MOST_BYTES:
        raise UnreadableSource(f"{where} has more than {_MOST_BYTES // 1_000_000} MB; {_REMEDY}")
    found = json.loads(run_limited("pdf", data, seconds=_SECONDS, megabytes=_MEGABYTES, where=where))
    if problem := found.get("problem"):
        raise UnreadableSource(f"{where} {problem}")
    pages: int = found["pages"]
    if not pages:
        raise EmptySource(f"{where} has no pages; an article needs at least one sentence")
    if sum(map(str.isalnum, found["text"])) < _FEWEST_LETTERS * min(pages, 5):
        raise EmptySource(
            f"{where} holds pictures of pages, no text; run text recognition (OCR) on it, or {_REMEDY}",
        )
    return found["text"], Metadata(
        title=document_title(found["title"]),
        byline=named_author([found["author"]]),
        tags=split_tags([found["keywords"]]),
    )


def read_pdf(data: bytes) -> bytes:
    """The worker's job: the text and the properties of the PDF *data*, or the problem with it, as JSON."""
    try:
        import pypdf
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
    except ImportError:
        raise SourceError(
            f"a PDF needs the extra: pip install 'repurpose-toolkit[pdf]'; or {_REMEDY}",
        ) from None
    encrypted = {"problem": "is encrypted; save a copy of it without a password, for instance by printing it to a PDF"}
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        # Many are encrypted without a password, only so that printing can be forbidden.
        if reader.is_encrypted and not reader.decrypt(""):
            return json.dumps(encrypted).encode()
        found = _found(reader)
    except (DependencyError, FileNotDecryptedError):  # AES needs one more library
        found = encrypted
    except RecursionError:
        found = {"problem": f"refers to itself without end; {_REMEDY}"}
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        NotImplementedError,
        TypeError,
        ValueError,
    ) as error:
        # pypdf trusts what it reads: where a list should be, any other thing may stand.
        found = {"problem": f"is damaged or no real PDF ({type(error).__name__}); download or save it again"}
    return json.dumps(found).encode()


def _found(reader: Any) -> dict[str, Any]:
    count = len(reader.pages)
    if count > _MOST_PAGES:
        return {"problem": f"has {count:,} pages, up to {_MOST_PAGES:,} are read; save only the article's pages"}
    pages: list[list[Line]] = []
    length = 0
    for page in reader.pages:
        pages.append(_page_lines(page))
        length += sum(len(line.text) for line in pages[-1])
        if length > _MOST_CHARACTERS:
            return {"problem": f"has more than {_MOST_CHARACTERS:,} characters; save only the article's pages"}
    info = reader.metadata or {}
    return {
        "text": paragraphs_text(without_running_heads(pages)),
        "pages": count,
        "title": _text(info.get("/Title")),
        "author": _text(info.get("/Author")),
        "keywords": _text(info.get("/Keywords")),
    }


def _page_lines(page: Any) -> list[Line]:
    """The lines of one page; what is set across or upside down is a stamp, or the edge of a table."""
    runs: list[Run] = []
    page.extract_text(orientations=(0,), visitor_text=_collector(runs))
    return printed_lines(runs)


def _collector(runs: list[Run]) -> Callable[[str, Any, Any, Any, Any], None]:
    faces: dict[int, tuple[bool, float]] = {}

    def collect(text: str, page: list[float], place: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        if id(font) not in faces:
            faces[id(font)] = _face(font)
        is_bold, stretch = faces[id(font)]
        runs.append(
            Run(
                text=text,
                x=place[4] * page[0] + place[5] * page[2] + page[4],
                y=place[4] * page[1] + place[5] * page[3] + page[5],
                # As high as it is shown: both matrices may scale it.
                size=size
                * math.hypot(place[2] * page[0] + place[3] * page[2], place[2] * page[1] + place[3] * page[3]),
                is_bold=is_bold,
                stretch=stretch,
            ),
        )

    return collect


def _face(font: Any) -> tuple[bool, float]:
    """Whether *font* is bold, and how much wider than a common one."""
    if font is None:
        return False, 1.0
    name = str(font.get("/BaseFont", "")).lower()
    widths = _widths(font)
    stretch = sum(widths) / len(widths) / _USUAL_WIDTH if widths else 1.0
    return any(word in name for word in _BOLD), min(max(stretch, 1 / _MOST_STRETCH), _MOST_STRETCH)


def _widths(font: Any) -> list[float]:
    """The widths of a font's glyphs, in thousandths of its size."""
    if "/DescendantFonts" in font:
        entries = font["/DescendantFonts"][0].get_object().get("/W", [])
        numbers = [one for entry in entries for one in (entry if isinstance(entry, list) else ())]
    else:
        numbers = font.get("/Widths", [])
    return [float(width) for width in numbers[:_MOST_WIDTHS] if isinstance(width, int | float) and width > 0]


def _text(value: object) -> str:
    return str(value) if isinstance(value, str) else ""
