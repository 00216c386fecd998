"""PDFs: what text they print, and which are refused."""

from __future__ import annotations

import io
import json
import zlib
from functools import partial

import pypdf
import pytest

from repurpose.errors import EmptySource, SourceError, UnreadableSource
from repurpose.sources.documents import pdf as pdf_module
from repurpose.sources.documents.pdf import pdf_text, read_pdf
from repurpose.sources.worker import run_limited
from tests.sources.pdfs import assembled, column, pdf

ONE = """
#The ferry waits

By Maren Holt

The ferry across the lower river stopped in the autumn of last year, and nobody in the
village expected it to return before the new pier was finished. The operator had prom-
ised a replacement within three months.

!What the model says

A bridge would be cheaper over thirty years, says the well-known engineer Paul Brandt. He
also thinks that nobody had asked him.
"""
TWO = """
The council decides in June, and the emergency timetable stays in force until the ferry is
back.
"""


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch):
    """The worker has tests of its own, and one below."""
    monkeypatch.setattr(pdf_module, "run_limited", lambda _job, data, **_limits: read_pdf(data))


def text_of(data: bytes) -> str:
    text: str = json.loads(read_pdf(data))["text"]
    return text


FERRY = (
    "The ferry across the lower river stopped in the autumn of last year, and nobody in the village expected it to "
    "return before the new pier was finished. The operator had promised a replacement within three months."
)
BRIDGE = (
    "A bridge would be cheaper over thirty years, says the well-known engineer Paul Brandt. He also thinks that nobody "
    "had asked him."
)


def test_lines_become_paragraphs_and_headings_stay_alone():
    expected = ["The ferry waits", "By Maren Holt", FERRY, "What the model says", BRIDGE]

    assert text_of(pdf([column(ONE)])).split("\n\n") == expected


def test_a_first_line_that_is_set_in_begins_a_paragraph():
    text = """
The river is wide here, and the people on its two sides have not spoken much since autumn
came and the ferry stopped.
 Nobody knows when it will come back, although the operator had promised to replace it in
three months, and the yard that builds it is short of welders; the order slipped, and they
 were told to wait. The council heard from those who lost most, and from some of the others
who did not.
"""

    assert [part[:12] for part in text_of(pdf([column(text)])).split("\n\n")] == [
        "The river is",
        "Nobody knows",
        "were told to",
    ]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph():
    text = """
The river is wide here, and the people on its two sides have not spoken much since autumn
came and the ferry stopped.
Nobody knows when it will come back, although the operator had promised to replace it in
three months.
"""

    assert text_of(pdf([column(text)])).count("\n\n") == 1


@pytest.mark.parametrize("markers", ["•", "-", "1."])
def test_items_stand_on_lines_of_their_own(markers):
    items = f"""
They want three things, and they want them before the summer, as they told the council:

{markers} An early boat for those who work in the town and for the pupils of the two schools on
  the other side.
{markers.replace("1", "2")} A timetable.
{markers.replace("1", "3")} A bridge.
"""
    bullet = markers if markers == "1." else "•"

    assert text_of(pdf([column(items)])).partition("\n\n")[2].split("\n") == [
        bullet
        + " An early boat for those who work in the town and for the pupils of the two schools on the other side.",
        bullet.replace("1", "2") + " A timetable.",
        bullet.replace("1", "3") + " A bridge.",
    ]


def test_bullets_that_are_printed_after_the_text_find_their_items():
    shown = [(80, 700, "An early boat"), (80, 686, "A timetable"), (60, 700, "•"), (60, 686, "•")]

    assert text_of(pdf([shown])) == "• An early boat\n• A timetable"


LEFT = """
The ferry across the lower river
stopped in the autumn of last year,
and nobody expected it to be back
"""
RIGHT = """
before the new pier was finished.
The council decides in June, and all
wait.
"""


def test_columns_are_read_one_after_the_other():
    shown = [*column(LEFT, top=700), *column(RIGHT, x=320, top=700)]
    expected = (
        "The ferry across the lower river stopped in the autumn of last year, and nobody expected it to be back before "
        "the new pier was finished. The council decides in June, and all wait."
    )

    assert text_of(pdf([shown])) == expected
    side_by_side = [
        text for pair in zip(column(LEFT, top=700), column(RIGHT, x=320, top=700), strict=True) for text in pair
    ]
    assert text_of(pdf([side_by_side])) == expected


def test_what_stands_above_is_read_first_in_whatever_order_it_was_printed():
    shown = [*column("The second paragraph.", top=600), *column("#The title", top=700), *column("The third.", top=570)]

    assert text_of(pdf([shown])) == "The title\n\nThe second paragraph.\n\nThe third."


def test_cells_of_a_table_stand_in_rows():
    shown = [(60, 700, "Year"), (200, 700, "Crossings"), (60, 686, "2020"), (200, 686, "41,200")]

    assert text_of(pdf([shown])) == "Year | Crossings\n2020 | 41,200"


def test_heads_feet_and_page_numbers_are_left_out_and_a_sentence_goes_on_over_the_page():
    pages = [
        [
            (60, 810, f"The Lower River Gazette {number}"),
            *column(f"Page {word} says that nobody waits for the\nferry any longer, and that the next page"),
            (290, 30, f"- {number} -"),
        ]
        for number, word in enumerate(("one", "two", "three"), start=1)
    ]

    text = text_of(pdf(pages))

    assert "Gazette" not in text
    assert "-" not in text
    assert "\n" not in text.partition("Page two")[0].strip()


def test_notes_at_the_foot_do_not_part_a_sentence():
    first = [*column("The ferry stopped last autumn, as the operator said,"), *column("_1 In a letter to us.", top=60)]

    assert text_of(pdf([first, column("and nobody expects it back soon; they wait.")])) == (
        "The ferry stopped last autumn, as the operator said, and nobody expects it back soon; they wait.\n\n"
        "1 In a letter to us."
    )


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("We met the repre-", "sentatives there.", "We met the representatives there."),
        ("A state-of-the-", "art model says so.", "A state-of-the-art model says so."),
        ("A well-known man and a well-", "known woman.", "A well-known man and a well-known woman."),
        ("It is written online and on-", "line.", "It is written online and online."),
        ("He lives in Stratford-", "Upon-Avon now.", "He lives in Stratford-Upon-Avon now."),
        ("Between the years 2019-", "2021 it stood.", "Between the years 2019-2021 it stood."),
        ("The pre- and post-", "war years were hard.", "The pre- and postwar years were hard."),
        ("Nobody saw the short-", "and long-term cost.", "Nobody saw the short- and long-term cost."),
        ("He waited -", "as always.", "He waited - as always."),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_only_where_it_is_the_words_own(above, below, joined):
    assert text_of(pdf([column(f"{above}\n{below}")])) == joined


def test_the_document_says_what_it_is():
    info = (
        "/Title(The ferry waits)/Author(Maren Holt)/Keywords(river, ferry; river)/CreationDate(D:20240305091500+01'00')"
    )
    text, metadata = pdf_text(pdf([column(ONE), column(TWO)], info=info), where="note.pdf")

    assert text.endswith("until the ferry is back.")
    assert (metadata.title, metadata.byline, metadata.date) == ("The ferry waits", "Maren Holt", None)
    assert metadata.tags == ("river", "ferry")


def _encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([column(ONE)])))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_pdf_that_only_forbids_printing_is_read():
    assert text_of(_encrypted("")).startswith("The ferry waits")


def _pages(count: int) -> bytes:
    kids = " ".join(["3 0 R"] * count)
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        ],
        trailer="",
    )


def _bomb() -> bytes:
    packed = zlib.compress(b"q " * 50_000_000)
    stream = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    return pdf([column(ONE)], objects=[stream]).replace(b"/Contents 7 0 R", b"/Contents 8 0 R")


LOOP = assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"], trailer="")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (partial(_encrypted, "secret"), r"note\.pdf is encrypted; save a copy of it without a password"),
        (partial(_pages, 2001), r"note\.pdf has 2,001 pages, up to 2,000 are read; save only the article's pages"),
        (_bomb, r"note\.pdf is damaged or no real PDF"),
        (lambda: LOOP, r"note\.pdf is damaged or no real PDF"),
        (lambda: pdf([column(ONE)])[:900], r"note\.pdf is damaged or no real PDF"),
        (lambda: b"%PDF-1.7\n", r"note\.pdf is damaged or no real PDF"),
        (lambda: pdf([b"[" * 100_000]), r"note\.pdf refers to itself without end"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_one_line(data, message):
    with pytest.raises(UnreadableSource, match=message) as raised:
        pdf_text(data(), where="note.pdf")

    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("page", [b"", b"q 100 0 0 100 0 0 cm /Im0 Do Q", b"BT /R 9 Tf 9 9 Td (1) Tj ET"])
def test_scanned_pages_are_named_as_such(page):
    with pytest.raises(EmptySource, match=r"note\.pdf holds pictures of pages, no text; run text recognition \(OCR\)"):
        pdf_text(pdf([page, page]), where="note.pdf")


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf_module, "run_limited", run_limited)
    monkeypatch.setattr(pdf_module, "_SECONDS", 1)
    endless = b"BT /R 9 Tf " + b"1 1 Td (ab) Tj " * 400_000 + b"ET"

    with pytest.raises(UnreadableSource, match=r"note\.pdf takes longer than 1 s to read"):
        pdf_text(pdf([endless]), where="note.pdf")


def test_a_pdf_without_pages_is_empty():
    with pytest.raises(EmptySource, match=r"note\.pdf has no pages"):
        pdf_text(_pages(0), where="note.pdf")


def test_without_the_extra_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_module, "run_limited", run_limited)
    (tmp_path / "pypdf.py").write_text("raise ImportError")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(SourceError, match=r"a PDF needs the extra: pip install 'repurpose-toolkit\[pdf\]'"):
        pdf_text(pdf([column(ONE)]), where="note.pdf")


def test_a_byline_with_its_day_is_a_paragraph_of_its_own() -> None:
    shown = column(
        "By Maren Holt, 4 March 2025\nThe ferry over the sound waits for nobody, and that has been so for long."
    )
    text, _ = pdf_text(pdf([shown]), where="ferry.pdf")

    assert text.startswith("By Maren Holt, 4 March 2025\n\nThe ferry")
