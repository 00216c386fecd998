"""Sources that are built to hurt: an article or one clear line, within ten seconds and 500 MB, and a valid text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from repurpose.errors import SourceError, UnreadableSource
from repurpose.sources import parse_article, read_article, read_articles
from repurpose.sources.cleaning import has_hidden
from repurpose.sources.opening import Source
from repurpose.sources.reading import article_from
from tests.sources.archives import zipped
from tests.sources.measured import measured
from tests.sources.pdfs import assembled
from tests.sources.test_docx import docx, p
from tests.sources.test_epub import epub, package, xhtml

ONE = "The bridge over the Harl opens in May, two years later than the council had planned."
MOST_SECONDS = 10
MOST_MEGABYTES = 500

# ---- size and density

_HEADERS = "From: a@b.example\nTo: b@c.example\nSubject: Late\nMIME-Version: 1.0\n"
_PAGE = f"<html><body><h1>Late</h1><p>{ONE}</p>"


def outcome(read: Callable[[], str]) -> str:
    """What *read* reads, or what it says of it."""
    try:
        return read()
    except SourceError as error:
        return str(error)


def prose(characters: int) -> str:
    return f"{ONE} " * (characters // len(ONE))


def paragraphs(count: int, words: str = ONE) -> str:
    return "\n\n".join(f"{words} {number}." for number in range(count))


def _book(words: str) -> bytes:
    return epub(package({"c1.xhtml": ""}), {"OEBPS/c1.xhtml": xhtml(words)})


SIZES: dict[str, tuple[str, Callable[[], str | bytes], str]] = {
    "attributes": ("a.html", lambda: f"{_PAGE}<p {' '.join(f'a{n}=1' for n in range(40_000))}>{ONE}", f"{ONE}|longer"),
    "links": ("a.html", lambda: _PAGE + "<a href=/x>link</a> " * 200_000, "more than 400 MB|longer than 8 s"),
    "levels": ("a.html", lambda: f"<html><body>{'<div>' * 100_000}<p>{ONE}</p>", ONE[:40]),
    "page of 20 MB": ("a.html", lambda: f"{_PAGE}<p>{prose(20_000_000)}", "up to 5,000,000"),
    "text of 20 MB": ("a.txt", lambda: prose(20_000_000), "up to 5,000,000"),
    "line of 1 MB": ("a.txt", lambda: prose(1_000_000), ONE[:40]),
    "word of 1 MB": ("a.txt", lambda: "a" * 1_000_000, "aaaa"),
    "items": ("a.txt", lambda: "• item\n" * 500_000, "500,000 lines"),
    "quoted lines": ("a.txt", lambda: ">\n" * 200_000, "200,000 lines"),
    "most paragraphs": ("a.txt", lambda: paragraphs(19_900, prose(240)), ONE[:40]),
    "short paragraphs": ("a.txt", lambda: paragraphs(45_000), "45,000 paragraphs"),
    "shortest paragraphs": ("a.txt", lambda: "ab.\n\n" * 980_000, "lines"),
    "hashtags": ("a.txt", lambda: "#a" * 2_400_000, "no article"),
    "addresses": ("a.txt", lambda: "See " + "http://a.b/" * 440_000, "See http://a.b/"),
    "markdown of 20 MB": ("a.md", lambda: f"# Late\n\n{prose(20_000_000)}", "up to 5,000,000"),
    "markdown line of 1 MB": ("a.md", lambda: f"# Late\n\n{prose(1_000_000)}", ONE[:40]),
    "markdown items": ("a.md", lambda: "# Late\n\n" + "- item\n" * 500_000, "500,002 lines"),
    "markdown quoted lines": ("a.md", lambda: "# Late\n\n" + "> a\n" * 200_000, "200,002 lines"),
    "markdown rows": ("a.md", lambda: "# Late\n\n|a|b|\n|-|-|\n" + "|a|b\n" * 30_000, "a | b"),
    "markdown stars": ("a.md", lambda: "# Late\n\n" + "*a **b " * 690_000, "signs of Markdown"),
    "markdown brackets": ("a.md", lambda: "# Late\n\n" + "[" * 100_000, r"\[\["),
    "markdown pictures": ("a.md", lambda: "# Late\n\n" + "![a" * 1_600_000, "signs of Markdown"),
    "book": ("a.epub", lambda: _book("".join(f"</p><p>{ONE} {n}" for n in range(160_000))), "more markup"),
    "mail": ("a.eml", lambda: f"{_HEADERS}Content-Type: text/html\n\n" + f"<p>{ONE}</p>\n" * 200_000, "more markup"),
    "json feed": ("a.json", lambda: '{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "'
                  + "<p>x " * 1_000_000 + '"}]}', "more markup"),
}  # fmt: skip
# What takes less than a second.
QUICK = {"text of 20 MB", "page of 20 MB", "items", "quoted lines", "shortest paragraphs", "markdown of 20 MB",
         "markdown items", "markdown quoted lines", "markdown stars", "markdown pictures"}  # fmt: skip


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.slow) for name in SIZES]
)
def test_a_source_of_any_size_is_answered_or_refused_in_ten_seconds_and_500_megabytes(
    tmp_path: Path, name: str
) -> None:
    file, make, expected = SIZES[name]
    content = make()
    (tmp_path / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    found = measured(tmp_path / file)
    said = found.message or found.text

    assert re.search(expected, said), said
    assert "\n" not in found.message
    assert found.seconds < MOST_SECONDS
    assert found.megabytes < MOST_MEGABYTES


def test_a_pdf_of_ten_thousand_pages_is_refused(tmp_path: Path) -> None:
    kids = " ".join(["3 0 R"] * 10_000)
    catalog, pages = b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count 10000/Kids[{kids}]>>".encode()
    path = tmp_path / "a.pdf"
    path.write_bytes(assembled([catalog, pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"], trailer=""))

    with pytest.raises(UnreadableSource, match="has 10,000 pages, up to 2,000 are read"):
        read_article(path)


# ---- declarations that swell or read other files

LAUGHS = "<!DOCTYPE r [" + '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
) + "]>"  # fmt: skip
BLOWUP = f'<!DOCTYPE r [<!ENTITY m "{"x" * 10_000}">]>'
XXE = '<!DOCTYPE r [<!ENTITY m SYSTEM "file://{secret}">]>'
PARAMETER = '<!DOCTYPE r [<!ENTITY % p SYSTEM "file://{secret}"> %p;]>'
REMOTE = '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">'
ATOM = (
    "{d}<feed xmlns='http://www.w3.org/2005/Atom'><title>n</title><entry><title>t</title><summary>a {m} b</summary>"
    "</entry></feed>"
)
RSS = "{d}<rss version='2.0'><channel><item><title>t</title><description>a {m} b</description></item></channel></rss>"
RDF = (
    "{d}<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
    "<item><title>t</title><description>a {m} b</description></item></rdf:RDF>"
)
WXR = (
    "{d}<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/' xmlns:content='http://purl.org/rss/1.0/modules/"
    "content/'><channel><item><content:encoded>a {m} b</content:encoded><wp:status>publish</wp:status>"
    "<wp:post_type>post</wp:post_type></item></channel></rss>"
)
XHTML = "{d}<html xmlns='http://www.w3.org/1999/xhtml'><body><p>a {m} b</p></body></html>"
FRAMES: dict[str, Callable[[str, str], bytes]] = {
    "atom": lambda d, m: ATOM.format(d=d, m=m).encode(),
    "rss": lambda d, m: RSS.format(d=d, m=m).encode(),
    "rdf": lambda d, m: RDF.format(d=d, m=m).encode(),
    "export": lambda d, m: WXR.format(d=d, m=m).encode(),
    "page": lambda d, m: XHTML.format(d=d, m=m).encode(),
    "utf-16 feed": lambda d, m: RSS.format(d=d, m=m).encode("utf-16"),
    "word styles": lambda d, m: docx(p(ONE), **{"word/styles.xml": f"{d}<w>{m}</w>"}),
    "word properties": lambda d, m: docx(p(ONE), **{"docProps/core.xml": f"{d}<c><title>{m}</title></c>"}),
    "word relations": lambda d, m: docx(p(ONE), **{"word/_rels/document.xml.rels": f"{d}<r>{m}</r>"}),
    "book page": lambda d, m: epub(package({"c.xhtml": ""}), {"OEBPS/c.xhtml": XHTML.format(d=d, m=m)}),
    "book package": lambda d, m: epub(d + package({"c.xhtml": ""}, metadata=m), {"OEBPS/c.xhtml": xhtml(ONE)}),
    "book container": lambda d, m: epub(
        package({"c.xhtml": ""}), {"META-INF/container.xml": f"{d}<c>{m}</c>", "OEBPS/c.xhtml": xhtml(ONE)}
    ),
}


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize(
    ("declaration", "use"),
    [(LAUGHS, "&m;"), (BLOWUP, "&m;" * 10_000), (XXE, "&m;"), (PARAMETER, "x"), (REMOTE, "x")],
    ids=["laughs", "blow-up", "file", "parameter", "remote"],
)
def test_no_declaration_swells_or_reads_a_file(tmp_path: Path, name: str, declaration: str, use: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("top-secret-words", encoding="utf-8")
    path = tmp_path / "source"
    path.write_bytes(FRAMES[name](declaration.replace("{secret}", str(secret)), use))
    found = outcome(lambda: "".join(map(str, read_articles(path))))

    assert "top-secret" not in found
    assert "haha" not in found
    assert found.startswith("Article") or "\n" not in found
    # An entity that nobody declared may stay as it was written, and no more.
    assert len(found) < 100_000


# ---- archives

NESTED = zipped({"word/document.xml": zipped({"word/document.xml": zipped({"a.xml": bytes(900_000)})})})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(p(ONE), **{"../../a.xml": "x"}), "points out of the archive"),
        (docx(p(ONE), **{"word/big.xml": "<a/>" * 2_000_000}), "packed more than 200 to 1"),
        (epub(package({"c.xhtml": ""}), {"OEBPS/c.xhtml": bytes(9_000_000)}), "packed more than 200 to 1"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": NESTED}), "damaged"),
        (zipped({"a.docx": docx(p(ONE))}), "is a ZIP archive, which is not read"),
        (
            docx(p(ONE)).replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
            "encrypted",
        ),
    ],
    ids=["path", "bomb", "bomb in a book", "nested", "document in a zip", "encrypted"],
)
def test_an_archive_that_is_no_sound_document_is_refused_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)

    with pytest.raises(UnreadableSource, match=message) as raised:
        read_article(path)

    assert "\n" not in str(raised.value)


# ---- characters

GERMAN = "Die Brücke öffnet im Mai. Sie kostet neun Millionen Euro weniger, als die Stadt geplant hatte."
RUSSIAN = "Мост через реку откроют в мае, на два года позже, чем обещала городская администрация."


def declared(charset: str, words: str, encoding: str) -> bytes:
    return f"<html><head><meta charset={charset}></head><body><p>{words}</p></body></html>".encode(encoding)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (declared("utf-8", GERMAN, "latin-1"), GERMAN),
        (declared("iso-8859-1", GERMAN, "utf-8"), GERMAN),
        (declared("utf-8", GERMAN, "utf-16-le"), GERMAN),
        (declared("utf-8", GERMAN, "utf-16-be"), GERMAN),
        (declared("utf-16", GERMAN, "cp1252"), GERMAN),
        (declared("koi8-r", RUSSIAN, "koi8-r"), RUSSIAN),
        (declared("undefined", GERMAN, "cp1252"), GERMAN),
        (declared("punycode", GERMAN, "cp1252"), GERMAN),
        (declared("unicode_escape", GERMAN, "cp1252"), GERMAN),
        (declared("rot13", GERMAN, "cp1252"), GERMAN),
        (declared("utf-7", ONE, "ascii"), ONE),
        (declared("utf-8", ONE.replace("opens", "ope\ufeffns"), "utf-8"), ONE),
        ((GERMAN + "\r\r" + ONE).encode("latin-1"), f"{GERMAN}\n\n{ONE}"),
        (f"\ufeff{GERMAN}\n\n\ufeff{ONE}".encode(), f"{GERMAN}\n\n{ONE}"),
        (unicodedata.normalize("NFD", GERMAN).encode(), GERMAN),
    ],
    ids=["latin-1 as utf-8", "utf-8 as latin-1", "utf-16-le", "utf-16-be", "no utf-16", "koi8-r", "undefined",
         "punycode", "escapes", "rot13", "utf-7", "mark in the middle", "carriage returns", "two marks", "decomposed"],
)  # fmt: skip
def test_a_text_is_read_in_whatever_encoding_it_says_it_is(data: bytes, text: str) -> None:
    article = article_from(Source(data=data, where="note"))

    assert text == article.text
    assert unicodedata.is_normalized("NFC", article.text)


HIDDEN = {
    "\x00": "U+0000 control character",
    "\x1b": "U+001B control character",
    "\u00ad": "U+00AD SOFT HYPHEN",
    "\u200b": "U+200B ZERO WIDTH SPACE",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\ufeff": "U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "\ufffe": "U+FFFE no character",
    "\ud800": "U+D800 no character",
    "\U000e0041": "U+E0041 TAG LATIN CAPITAL LETTER A",
}
WAYS = {
    "text": f"Late\n\n{ONE}",
    "markdown": f"# Late\n\n{ONE}",
    "html": f"<html><body><h1>Late</h1><p>{ONE}</p><p>{ONE}</p></body></html>",
    "transcript": f"1\n00:00:01,000 --> 00:00:04,000\n{ONE}\n",
}


@pytest.mark.parametrize("character", HIDDEN, ids=ascii)
@pytest.mark.parametrize("format_", WAYS)
def test_a_character_that_nobody_sees_is_reported_and_not_kept(format_: str, character: str) -> None:
    article = parse_article(WAYS[format_].replace("opens", f"ope{character}ns"), format=format_)
    reported = [part.text.split(",")[0] for part in article.dropped if part.reason == "hidden character"]

    assert "opens" in article.text
    assert not has_hidden(article.text)
    article.text.encode()
    # A parser of HTML takes zeros and halves of characters out before anybody can count them.
    assert HIDDEN[character] in reported or (format_ == "html" and character in "\x00\ud800")


@pytest.mark.parametrize(
    "data", [b"\x00" * 50, b"a\x00b" * 50, b"\xed\xa0\x80" * 9 + ONE.encode(), b"\xff\xfe\x00\xd8" * 9]
)
def test_bytes_that_are_no_text_are_refused_or_valid(data: bytes) -> None:
    said = outcome(lambda: article_from(Source(data=data, where="note")).text)

    assert "\n" not in said
    assert said.startswith("note ") or ONE in said.encode().decode()


# ---- what broke once


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("markdown", f"# Late\n\nA <![Cure src=x >}} b\n\n<![endif]-->\n\n{ONE}"),
        ("html", f"<!a=b>{ONE}<ul><li>a\x1f<title>b</title><pre>c</pre></ul><script>x</script>\x11"),
        ("html", f"{'<div>' * 300}<![if x]>{ONE}<![CDATA[ y ]]><![a"),
    ],
    ids=["unknown section", "controls", "sections far down"],
)
def test_what_broke_a_reader_once_is_read(format_: str, text: str) -> None:
    assert ONE in parse_article(text, format=format_).text.replace("\n\n", " ")
