"""ZIP archives as hostile as they come, and which document is in one."""

from __future__ import annotations

import struct
import zipfile

import pytest

from repurpose.errors import UnreadableSource
from repurpose.sources.documents.containers import container_kind, open_container
from tests.sources.archives import zipped

WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"}


def _with_flag(data: bytes, flag: int) -> bytes:
    """*data* with a flag set in the directory's first entry."""
    place = data.index(b"PK\x01\x02") + 8
    return data[:place] + struct.pack("<H", flag) + data[place + 2 :]


def _twice(name: str) -> bytes:
    # Another name of the same length, changed in the bytes: the library would warn.
    return zipped({name: "a", name[:-1] + "#": "b"}).replace(name[:-1].encode() + b"#", name.encode())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (lambda: zipped({str(number): "" for number in range(10_001)}), "more than 10,000 entries"),
        (lambda: zipped({"a.xml": bytes(1_100_000)}), "packed more than 200 to 1"),
        (lambda: zipped({"../a.xml": "x"}), r"'\.\./a\.xml' points out of the archive"),
        (lambda: zipped({"a/../../b": "x"}), "points out of the archive"),
        (lambda: zipped({"..\\a": "x"}), "points out of the archive"),
        (lambda: zipped({"/etc/passwd": "x"}), "points out of the archive"),
        (lambda: zipped({"C:/a": "x"}), "points out of the archive"),
        (lambda: _twice("word/document.xml"), "'word/document.xml' occurs twice"),
        (lambda: _with_flag(zipped({"a": "x"}), 1), "is encrypted; remove the password"),
        (lambda: zipped({"a": "x"}, method=zipfile.ZIP_LZMA), "packed by another method"),
        (lambda: zipped(WORD)[:-30], "is damaged in its table of contents; download or save it again"),
        (lambda: b"PK\x03\x04 and nothing else", "is damaged"),
    ],
)
def test_an_archive_that_no_document_is_gets_refused_in_one_line(data, message):
    with pytest.raises(UnreadableSource, match=message) as raised:
        open_container(data(), where="note.docx")

    assert str(raised.value).startswith("note.docx")
    assert "\n" not in str(raised.value)


def test_the_declared_sizes_of_all_entries_count_together():
    # Random-looking, so that no single entry is suspicious; the sizes are declared in the directory only.
    data = zipped({f"{number}.bin": "x" for number in range(3)}, method=zipfile.ZIP_STORED)
    place = 0
    while (place := data.find(b"PK\x01\x02", place) + 1) > 0:
        data = data[: place + 19] + struct.pack("<II", 80_000_000, 80_000_000) + data[place + 27 :]

    with pytest.raises(UnreadableSource, match="unpacks to more than 200 MB"):
        open_container(data, where="note.docx")


def test_declared_sizes_are_not_trusted(monkeypatch):
    container = open_container(zipped({"a": "x" * 600, "b": "x" * 600}), where="note.docx")
    monkeypatch.setattr(container, "_left", 1000)

    assert container.read("a") == b"x" * 600
    with pytest.raises(UnreadableSource, match="unpacks to more than"):
        container.read("b")


def test_a_damaged_or_missing_part_is_named():
    data = zipped({"word/a.xml": "some text that is long enough"}, method=zipfile.ZIP_STORED)
    container = open_container(data.replace(b"some", b"sane", 1), where="note.docx")

    with pytest.raises(UnreadableSource, match=r"note\.docx is damaged in its part 'word/a\.xml'"):
        container.read("word/a.xml")
    with pytest.raises(UnreadableSource, match=r"note\.docx lacks its part 'b'"):
        container.read("b")


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (WORD, "docx"),
        ({"[Content_Types].xml": f'<Override PartName="/word/document2.xml" ContentType="{MAIN}"/>'}, "docx"),
        ({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}, "epub"),
        ({"META-INF/container.xml": "<container/>"}, "epub"),
    ],
)
def test_a_document_is_known_by_its_content(parts, kind):
    assert container_kind(zipped(parts)) == kind


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", "Prose.".encode("utf-16")])
def test_what_is_no_zip_is_no_container(data):
    assert container_kind(data) is None


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}, r"an Excel workbook \(\.xlsx\)"),
        ({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}, r"a PowerPoint presentation \(\.pptx\)"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, r"an OpenDocument text \(\.odt\)"),
        ({"Index/Document.iwa": "x"}, "a Pages, Numbers or Keynote document"),
        ({"note.txt": "x", "more.zip": zipped(WORD)}, "a ZIP archive"),
    ],
)
def test_another_archive_is_refused_by_its_name(parts, name):
    with pytest.raises(UnreadableSource, match=f"note is {name}, which is not read; save the article as"):
        container_kind(zipped(parts), where="note")
