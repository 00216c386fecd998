"""Books: which of their pages are read, and which books are refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from repurpose.errors import EmptySource, UnreadableSource
from repurpose.sources.documents.epub import epub_pages
from tests.sources.archives import zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
METADATA = """
<dc:title id="t2">Late Bridges: A Novel</dc:title><dc:title id="t1">Late Bridges</dc:title>
<meta refines="#t2" property="title-type">expanded</meta><meta refines="#t1" property="title-type">main</meta>
<dc:creator id="c1">Ada Vogel</dc:creator><dc:creator id="c2">Tom Reiter</dc:creator>
<meta refines="#c2" property="role">ill</meta>
<dc:language>en</dc:language><dc:date>2023-05-01T00:00:00Z</dc:date><dc:publisher>Slow House</dc:publisher>
<dc:description>&lt;p&gt;Why bridges &lt;b&gt;open late&lt;/b&gt;.&lt;/p&gt;</dc:description>
<dc:subject>Bridges</dc:subject><dc:subject>City planning</dc:subject>
"""


def xhtml(words: str, body: str = "<body>") -> str:
    return f"<html xmlns='http://www.w3.org/1999/xhtml'><head/>{body}<p>{words}</p></body></html>"


def package(pages: dict[str, str], *, metadata: str = METADATA, guide: str = "", attributes: str = "") -> str:
    items = "".join(
        f'<item id="i{index}" href="{href}" media-type="application/xhtml+xml" {properties}/>'
        for index, (href, properties) in enumerate(pages.items())
    )
    spine = "".join(f'<itemref idref="i{index}" {attributes}/>' for index in range(len(pages)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>"
    )


def epub(opf: str, parts: Mapping[str, str | bytes]) -> bytes:
    base = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OEBPS/book.opf": opf}
    return zipped({**base, **parts})


def pages(opf: str, parts: Mapping[str, str | bytes]) -> tuple[str, ...]:
    return epub_pages(epub(opf, parts), where="book.epub")[0]


def test_pages_come_in_the_order_of_the_spine_whatever_their_names():
    opf = package({"text/two%20words.xhtml": "", "../a.xhtml": "", "text/two%20words.xhtml#again": ""})

    assert pages(opf, {"a.xhtml": xhtml("Two."), "OEBPS/text/two words.xhtml": xhtml("One.")}) == (
        xhtml("One."),
        xhtml("Two."),
    )


def test_what_every_book_has_and_is_not_its_text_is_left_out():
    opf = package(
        {"nav.xhtml": 'properties="nav"', "cover.xhtml": "", "title.xhtml": "", "c1.xhtml": "", "colophon.xhtml": ""},
        guide='<reference type="cover" href="cover.xhtml"/><reference type="toc" href="c1.xhtml#toc"/>',
    )
    parts = {
        "OEBPS/nav.xhtml": xhtml("Contents"),
        "OEBPS/cover.xhtml": xhtml("Cover"),
        "OEBPS/title.xhtml": xhtml("Title", "<body epub:type='frontmatter titlepage'>"),
        "OEBPS/c1.xhtml": xhtml("One.", '<body><section epub:type="chapter">'),
        "OEBPS/colophon.xhtml": xhtml("Printed in a hurry", '<body>\n <section epub:type="colophon">'),
    }

    assert [page.partition("<p>")[2][:4] for page in pages(opf, parts)] == ["One."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_page_is_decoded_as_it_declares(encoding):
    name = encoding.removesuffix("-sig")
    page = f'<?xml version="1.0" encoding="{name}"?>\n' + xhtml("Über die Brücke.")

    assert pages(package({"a.xhtml": ""}), {"OEBPS/a.xhtml": page.encode(encoding)}) == (xhtml("Über die Brücke."),)


def test_the_book_says_what_it_is_and_the_publisher_is_no_author():
    _, metadata = epub_pages(epub(package({"a.xhtml": ""}), {"OEBPS/a.xhtml": xhtml("One.")}), where="book.epub")

    assert (metadata.title, metadata.byline, metadata.language) == ("Late Bridges", "Ada Vogel", "en")
    assert (metadata.date, metadata.description) == (date(2023, 5, 1), "Why bridges open late.")
    assert metadata.tags == ("Bridges", "City planning")


def test_the_roles_of_older_books_count_too():
    by = '<dc:creator opf:role="edt">E</dc:creator><dc:creator opf:role="aut">A</dc:creator><dc:creator>B</dc:creator>'
    opf = package({"a.xhtml": ""}, metadata=by)
    _, metadata = epub_pages(epub(opf, {"OEBPS/a.xhtml": xhtml("One.")}), where="book.epub")

    assert metadata.byline == "A, B"


def _encryption(method: str) -> str:
    return f"<encryption><EncryptedData><EncryptionMethod Algorithm='{method}'/></EncryptedData></encryption>"


def test_scrambled_fonts_are_no_protection():
    parts = {
        "OEBPS/a.xhtml": xhtml("One."),
        "META-INF/encryption.xml": _encryption("http://www.idpf.org/2008/embedding"),
    }

    assert pages(package({"a.xhtml": ""}), parts) == (xhtml("One."),)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"META-INF/encryption.xml": _encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")}, r"\(DRM\)"),
        ({"META-INF/rights.xml": "<rights/>"}, r"\(DRM\)"),
        ({"META-INF/container.xml": "<container/>"}, "does not name its list of pages"),
        ({"META-INF/container.xml": "<container"}, "is no XML"),
        (
            {"OEBPS/book.opf": "<!DOCTYPE p [<!ENTITY a SYSTEM 'file:///a'>]><p>&a;</p>"},
            "declares XML entities",
        ),
        ({"OEBPS/a.xhtml": "<!DOCTYPE html [<!ENTITY a 'ha'>]><html/>"}, "declares XML entities"),
    ],
)
def test_a_book_that_cannot_be_read_is_refused_in_one_line(parts, message):
    with pytest.raises(UnreadableSource, match=message) as raised:
        pages(package({"a.xhtml": ""}), {"OEBPS/a.xhtml": xhtml("One."), **parts})

    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "opf", [package({}), package({"missing.xhtml": ""}), package({"a.xhtml": ""}, attributes='linear="no"')]
)
def test_a_book_without_pages_is_empty(opf):
    with pytest.raises(EmptySource, match=r"book\.epub is a book without pages"):
        pages(opf, {"OEBPS/a.xhtml": xhtml("One.")})


def test_a_page_may_declare_its_document_type():
    page = "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' 'http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd'>" + xhtml(
        "One."
    )

    assert pages(package({"a.xhtml": ""}), {"OEBPS/a.xhtml": page}) == (page,)
