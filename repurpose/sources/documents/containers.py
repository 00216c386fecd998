"""Is this ZIP safe to open, and which document is in it?"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from repurpose.errors import UnreadableSource

if TYPE_CHECKING:
    from zipfile import ZipInfo

__all__ = ["Container", "container_kind", "open_container"]

# Real documents: some hundred entries, some ten megabytes, text that deflates to a tenth. Deflate ends at 1032 to 1.
_MOST_ENTRIES = 10_000
_MOST_BYTES = 200_000_000
_MOST_RATIO = 200
_RATIO_FROM = 1_000_000
# Each entry of a ZIP's directory begins so; counted before the directory is taken apart.
_ENTRY = b"PK\x01\x02"
_IS_ENCRYPTED = 1  # bit 0 of an entry's flags
_METHODS = (ZIP_STORED, ZIP_DEFLATED)  # those that the standards of DOCX and EPUB allow
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)

_EPUB_TYPE = b"application/epub+zip"
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    b"application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    b"application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
}
_OFFICE = {
    "xl/workbook.xml": "an Excel workbook (.xlsx)",
    "xl/workbook.bin": "an Excel workbook (.xlsb)",
    "ppt/presentation.xml": "a PowerPoint presentation (.pptx)",
    "Index/Document.iwa": "a Pages, Numbers or Keynote document",
}


class Container:
    """The entries of a ZIP that has passed the checks; each is read with a cap, whatever size it declares."""

    def __init__(self, archive: ZipFile, *, where: str) -> None:
        self._archive = archive
        self._where = where
        self._left = _MOST_BYTES
        self.names: tuple[str, ...] = tuple(archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of the entry *name*; all that is read from one container counts towards one limit."""
        try:
            with self._archive.open(name) as entry:
                data = entry.read(self._left + 1)
        except KeyError:
            raise UnreadableSource(f"{self._where} lacks its part {_shown(name)}; save the document again") from None
        except _BROKEN as error:
            raise _damaged(self._where, f"in its part {_shown(name)}") from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableSource(_too_large(self._where))
        return data


def open_container(data: bytes, *, where: str) -> Container:
    """
    The ZIP archive *data* of the source *where*, when it is safe to read; archives inside it stay closed.

    Raises `UnreadableSource` for one that is damaged, encrypted or built to hurt: too many entries, too large, packed
    too well to be true, with names that point out of it or that occur twice.
    """
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise UnreadableSource(f"{where} has more than {_MOST_ENTRIES:,} entries; no real document has")
    try:
        archive = ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise _damaged(where, "in its table of contents") from error
    entries = archive.infolist()
    seen: set[str] = set()
    for info in entries:
        problem = "occurs twice" if info.filename in seen else _problem(info)
        if problem is not None:
            raise UnreadableSource(f"{where} is not opened: its part {_shown(info.orig_filename)} {problem}")
        seen.add(info.filename)
    if sum(info.file_size for info in entries) > _MOST_BYTES:
        raise UnreadableSource(_too_large(where))
    return Container(archive, where=where)


def _problem(info: ZipInfo) -> str | None:
    """Why a document has no such entry."""
    if _points_out(info.orig_filename):
        return "points out of the archive"
    if info.flag_bits & _IS_ENCRYPTED:
        return "is encrypted; remove the password and save it again"
    if info.compress_type not in _METHODS:
        return "is packed by another method than documents are"
    if info.file_size > _RATIO_FROM and info.file_size > _MOST_RATIO * info.compress_size:
        return f"is packed more than {_MOST_RATIO} to 1, which no text or picture is"
    return None


def container_kind(data: bytes, *, where: str = "the file") -> str | None:
    """
    ``"docx"`` or ``"epub"`` when *data* is such a document by its content, ``None`` when it is no ZIP at all.

    Raises `UnreadableSource`, naming what it is, for any other ZIP and for one that is not safe to open.
    """
    if not data.startswith(b"PK\x03\x04"):
        return None
    container = open_container(data, where=where)
    names = frozenset(container.names)
    if {"[Content_Types].xml", "word/document.xml"} <= names or _main_part(container, names):
        return "docx"
    declared = container.read("mimetype").strip() if "mimetype" in names else b""
    if declared == _EPUB_TYPE or (not declared and "META-INF/container.xml" in names):
        return "epub"
    what = next((_OFFICE[name] for name in _OFFICE if name in names), _OPEN_DOCUMENT.get(declared, "a ZIP archive"))
    raise UnreadableSource(f"{where} is {what}, which is not read; save the article as DOCX, HTML, Markdown or text")


def _main_part(container: Container, names: frozenset[str]) -> bool:
    """Whether the list of content types names a Word document under another name than Word's own."""
    if "[Content_Types].xml" not in names or any(name in names for name in _OFFICE):
        return False
    return b"wordprocessingml.document.main+xml" in container.read("[Content_Types].xml")


def _points_out(name: str) -> bool:
    name = name.replace("\\", "/")
    return name.startswith("/") or name[1:2] == ":" or "\0" in name or ".." in name.split("/")


def _shown(name: str) -> str:
    return ascii(name if len(name) <= 80 else f"{name[:80]}…")  # noqa: PLR2004 - a message is one line


def _damaged(where: str, place: str) -> UnreadableSource:
    return UnreadableSource(f"{where} is damaged {place}; download or save it again")


def _too_large(where: str) -> str:
    return f"{where} unpacks to more than {_MOST_BYTES // 1_000_000} MB; save only the article's part of it"
