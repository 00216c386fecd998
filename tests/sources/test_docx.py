"""Word documents: which page they make, and which are refused."""

from __future__ import annotations

from datetime import date

import pytest

from repurpose.errors import EmptySource, SourceError, UnreadableSource
from repurpose.sources import read_article
from repurpose.sources.documents import docx as docx_module
from repurpose.sources.documents.docx import convert, docx_page
from repurpose.sources.worker import run_limited
from tests.sources.archives import zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
NAMES = ("Title", "Subtitle", "heading 1", "heading 8", "Quote", "caption", "toc 1", "Source Code")
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="S{index}"><w:name w:val="{name}"/></w:style>'
    for index, name in enumerate(NAMES)
)
CORE = """<cp:coreProperties
  xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
  <dc:title>Microsoft Word - bridge_v2.docx</dc:title><dc:creator>Ada Vogel</dc:creator><dc:language>en-GB</dc:language>
  <dc:description>Why it opens late.</dc:description><cp:keywords>bridges; city planning, bridges</cp:keywords>
  <dcterms:created>2024-03-05T09:00:00Z</dcterms:created><dcterms:modified>2024-04-01T09:00:00Z</dcterms:modified>
</cp:coreProperties>"""
PICTURE = (
    '<w:drawing><wp:inline><wp:docPr id="1" name="p" descr="The bridge at dawn"/><a:graphic><a:graphicData><pic:pic>'
    '<pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing>"
)


def p(text: str, style: str | None = None) -> str:
    properties = f'<w:pPr><w:pStyle w:val="S{NAMES.index(style)}"/></w:pPr>' if style else ""
    runs = text if text.startswith("<") else f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p>{properties}{runs}</w:p>"


def docx(body: str, **parts: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {SPACES}>{STYLES}</w:styles>",
            "word/_rels/document.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId9" Type="{OFFICE}/image" Target="media/p.png"/></Relationships>'
            ),
            "word/media/p.png": b"\x89PNG",
            **parts,
        },
    )


def page(body: str, **parts: str) -> str:
    html, _ = docx_page(docx(body, **parts), where="note.docx")
    return html.removeprefix("<body>").removesuffix("</body>")


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch):
    """The worker has tests of its own, and one below."""
    monkeypatch.setattr(docx_module, "run_limited", lambda _job, data, **_limits: convert(data))


@pytest.fixture
def read():
    deleted = '<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    marks = note + '<w:r><w:commentReference w:id="3"/></w:r>'
    body = "".join(
        [
            p("The bridge opens in May", "Title"),
            p("Two years late", "Subtitle"),
            p("Why so late 4", "toc 1"),
            p("Why so late", "heading 1"),
            p(f"<w:r><w:t xml:space='preserve'>It will </w:t></w:r>{deleted}<w:r><w:t>open.</w:t></w:r>{marks}"),
            p("Nobody asked us.", "Quote"),
            p(f"<w:r>{PICTURE}</w:r>"),
            p("Figure 1. Dawn", "caption"),
            p("x = 1", "Source Code"),
            p("y = 2", "Source Code"),
            p("Deep", "heading 8"),
        ]
    )
    note_text = f'<w:footnotes {SPACES}><w:footnote w:id="2">{p("A note.")}</w:footnote></w:footnotes>'
    comment_text = f'<w:comments {SPACES}><w:comment w:id="3">{p("Really?")}</w:comment></w:comments>'
    parts = {"word/footnotes.xml": note_text, "word/comments.xml": comment_text, "docProps/core.xml": CORE}
    return docx_page(docx(body, **parts), where="note.docx")


def test_styles_become_the_tags_that_they_mean(read):
    html, _ = read

    assert html == (
        '<body><h1 class="title">The bridge opens in May</h1><h1>Why so late</h1><p>It will open.</p>'
        '<blockquote><p>Nobody asked us.</p></blockquote><p><img alt="The bridge at dawn"></p>'
        "<figure><figcaption>Figure 1. Dawn</figcaption></figure><pre>x = 1\ny = 2</pre><h6>Deep</h6></body>"
    )


def test_the_document_says_what_it_is(read):
    _, metadata = read

    assert (metadata.title, metadata.subtitle) == ("The bridge opens in May", "Two years late")
    assert (metadata.byline, metadata.date) == ("Ada Vogel", date(2024, 3, 5))
    assert (metadata.language, metadata.description) == ("en-GB", "Why it opens late.")
    assert metadata.tags == ("bridges", "city planning")


def test_a_document_without_properties_is_read():
    assert page(p("It opens.")) == "<p>It opens.</p>"


DEEP = "<w:p>" * 9000 + "</w:p>" * 9000
BOMB = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"word/document.xml": f"{BOMB}<w:document {SPACES}/>"}, r"'word/document\.xml' declares XML entities"),
        ({"word/styles.xml": f"{BOMB}<w:styles {SPACES}/>"}, r"'word/styles\.xml' declares XML entities"),
        ({"docProps/core.xml": f"{BOMB}<x/>".encode("utf-16")}, r"'docProps/core\.xml' declares XML entities"),
        ({"word/document.xml": '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>'}, "declares XML entities"),
        ({"docProps/core.xml": "<x"}, r"its part 'docProps/core\.xml' is no XML"),
        ({"word/document.xml": "<w:document"}, r"is damaged \(ExpatError\)"),
        (
            {"word/document.xml": f"<w:document {SPACES}>" + "<w:p>" * 9000 + "</w:p>" * 9000 + "</w:document>"},
            "deeper",
        ),
    ],
)
def test_parts_that_are_built_to_hurt_are_refused(parts, message):
    with pytest.raises(UnreadableSource, match=message) as raised:
        page(p("x"), **parts)

    assert "\n" not in str(raised.value)


def test_a_document_of_pictures_only_is_empty():
    with pytest.raises(EmptySource, match=r"note\.docx has no text"):
        page(p(f"<w:r>{PICTURE}</w:r>"))


def test_without_the_extra_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(docx_module, "run_limited", run_limited)
    (tmp_path / "mammoth.py").write_text("raise ImportError")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(SourceError, match=r"needs the extra: pip install 'repurpose-toolkit\[docx\]'"):
        page(p("x"))


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["By Ada Vogel, 4 March 2020"], date(2020, 3, 4)),
        ([], date(2024, 3, 5)),
    ],
)
def test_the_day_in_the_text_wins_over_that_of_the_file(tmp_path, lines, day):
    words = "The bridge over the Harl opens in May, two years later than the council had planned, and costs millions."
    body = "".join([p("The bridge opens in May", "Title"), *map(p, lines), p(words), p(words.replace("May", "June"))])
    path = tmp_path / "note.docx"
    path.write_bytes(docx(body, **{"docProps/core.xml": CORE}))

    assert read_article(path).date == day


def test_what_a_program_wrote_into_its_template_is_no_description_and_no_day():
    core = CORE.replace("Why it opens late.", "generated by python-docx")
    _, metadata = docx_page(docx(p("The bridge opens in May."), **{"docProps/core.xml": core}), where="note.docx")

    assert (metadata.description, metadata.date) == (None, None)
