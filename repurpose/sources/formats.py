"""
What does a source of each format come to: pieces of an article, and what it says about itself?

A reader is imported when a source is of its format: together they would take a fifth of a second of every command.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from repurpose.errors import UnreadableSource
from repurpose.model import Dropped
from repurpose.sources.cleaning import clean_characters, folded, hidden_characters
from repurpose.sources.furniture.authored import take_authored
from repurpose.sources.furniture.datelines import without_dateline
from repurpose.sources.furniture.pruning import prune_structured, with_title
from repurpose.sources.furniture.trimming import trim_text
from repurpose.sources.plain.plaintext import read_text
from repurpose.sources.plain.tabs import with_bars
from repurpose.sources.structure.answers import with_answers
from repurpose.sources.structure.headings import with_flat_headings, with_orphans
from repurpose.sources.structure.labels import labelled
from repurpose.sources.structure.quotations import with_quoted_speakers
from repurpose.sources.structure.turns import with_speakers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from repurpose.sources.feeds.entries import Entry
    from repurpose.sources.pieces import Metadata, Reading

__all__ = ["DOCUMENTS", "TEXTS", "entry_reading"]

# Where a document says its title, if it does.
_HEAD = 2_000
_TITLE_WINDOW = 8
# What is read in ten seconds. War and Peace has 66,000 lines, 12,000 paragraphs and, as a book, 40,000 tags.
_MOST_LINES = 100_000
_MOST_PIECES = 20_000
_MOST_TAGS = 300_000
_MOST_MARKUP = 10_000_000
# Signs that a parser of Markdown stops at: each costs 10 µs and up to a kilobyte, whether it means something or not.
_MARKS = "*_[]<&~|`\\$"
_MOST_MARKS = 250_000
_PICTURE = "!["  # costs five times as much
_REMEDY = "give one article at a time"


def _from_text(text: str, title: str | None, where: str) -> Reading:
    reading = read_text(_clean_lines(with_bars(text), where=where))
    return _trimmed(_with_hidden(reading, text), title, where=where)


def _from_markdown(text: str, title: str | None, where: str) -> Reading:
    from repurpose.sources.markdown.parsing import read_markdown

    clean = _clean_lines(text, where=where)
    marks = sum(map(clean.count, _MARKS)) + 4 * clean.count(_PICTURE)
    if marks > _MOST_MARKS:
        raise UnreadableSource(
            f"{where} has {marks:,} signs of Markdown; articles of up to {_MOST_MARKS:,} are read: {_REMEDY}"
        )
    reading = read_markdown(clean)
    return _structured(_with_hidden(reading, text), title, where=where)


def _from_html(text: str, title: str | None, where: str) -> Reading:
    from repurpose.sources.web.apart import read_apart
    from repurpose.sources.web.hostile import is_heavy
    from repurpose.sources.web.webpage import read_html

    reading, is_main_text = read_apart(text, where=where) if is_heavy(text) else read_html(text)
    if is_main_text:
        return _structured(reading, title, where=where, is_page=True)
    return _trimmed(reading, title, where=where)


def _from_transcript(text: str, title: str | None, where: str) -> Reading:  # noqa: ARG001 - as the others
    from repurpose.sources.plain.transcripts import read_transcript

    reading = _with_hidden(read_transcript(clean_characters(text)), text)
    return _titled(reading, title)


def _from_docx(data: bytes, title: str | None, where: str) -> Reading:
    from repurpose.sources.documents.docx import docx_page

    html, metadata = docx_page(data, where=where)
    # The day on which a file was made says less than the one that its text gives.
    reading = _from_tags(html, replace(metadata, date=None), where=where)
    return _described(_structured(reading, title, where=where), metadata)


def _from_epub(data: bytes, title: str | None, where: str) -> Reading:
    from repurpose.sources.documents.epub import epub_pages

    pages, metadata = epub_pages(data, where=where)
    return _structured(_from_tags("\n".join(pages), metadata, where=where), title, where=where)


def _from_pdf(data: bytes, title: str | None, where: str) -> Reading:
    from repurpose.sources.documents.pdf import pdf_text

    text, metadata = pdf_text(data, where=where)
    # Many documents carry the title of the one they were made from.
    is_own = metadata.title is not None and folded(metadata.title) in folded(text[:_HEAD])
    return _described(_from_text(text, title or (metadata.title if is_own else None), where), metadata)


def _from_mail(data: bytes, title: str | None, where: str) -> Reading:
    from repurpose.sources.plain.mail import read_mail

    mail = read_mail(data, where=where)
    title = title or mail.metadata.title
    if mail.html is not None:
        reading = _from_tags(mail.html, mail.metadata, where=where)
        reading = _structured(reading, title, where=where, is_page=True)
    else:
        reading = _described(_from_text(mail.text or "", title, where), mail.metadata)
    return replace(reading, dropped=(*mail.dropped, *reading.dropped))


def entry_reading(entry: Entry, *, where: str) -> Reading:
    """The reading of one entry of a feed, which errors call *where*."""
    metadata = entry.metadata
    if entry.html is not None:
        reading = _structured(_from_tags(entry.html, metadata, where=where), None, where=where, is_page=True)
        return replace(reading, dropped=(*reading.dropped, entry.notice)) if entry.notice else reading
    return _described(_from_text(entry.text or "", metadata.title, where), metadata)


TEXTS: Mapping[str, Callable[[str, str | None, str], Reading]] = {
    "text": _from_text,
    "markdown": _from_markdown,
    "html": _from_html,
    "transcript": _from_transcript,
}
"""The formats of a text, each with what makes a reading of the text, a title that is known and what errors call it."""

DOCUMENTS: Mapping[str, Callable[[bytes, str | None, str], Reading]] = {
    "docx": _from_docx,
    "epub": _from_epub,
    "mail": _from_mail,
    "pdf": _from_pdf,
}
"""The formats of bytes, each with the same."""


def _clean_lines(text: str, *, where: str) -> str:
    """*text* with clean characters; raises `UnreadableSource` where it has more lines than any article."""
    text = clean_characters(text)
    lines = text.count("\n")
    if lines > _MOST_LINES:
        raise UnreadableSource(f"{where} has {lines:,} lines; articles of up to {_MOST_LINES:,} are read: {_REMEDY}")
    return text


def _from_tags(html: str, metadata: Metadata, *, where: str) -> Reading:
    """The pieces of HTML that is no page of its own; raises `UnreadableSource` where it is built to hurt."""
    from repurpose.sources.web.hostile import is_dense
    from repurpose.sources.web.page import read_tags

    if len(html) > _MOST_MARKUP or html.count("<") > _MOST_TAGS or is_dense(html):
        raise UnreadableSource(
            f"{where} has more markup than any article: up to {_MOST_MARKUP:,} characters and {_MOST_TAGS:,} tags "
            f"of few attributes are read; {_REMEDY}"
        )
    return read_tags(html, metadata)


def _checked(reading: Reading, *, where: str) -> Reading:
    """*reading* itself; raises `UnreadableSource` where it has more pieces than any article."""
    count = len(reading.pieces)
    if count > _MOST_PIECES:
        raise UnreadableSource(
            f"{where} has {count:,} paragraphs and items; articles of up to {_MOST_PIECES:,} are read: {_REMEDY}"
        )
    return reading


def _with_hidden(reading: Reading, text: str) -> Reading:
    """*reading* of *text* with a report of the characters in it that nobody sees."""
    # A mark at the very start only says how the file is encoded.
    hidden = hidden_characters([(1, text.removeprefix("\ufeff"))])
    return replace(reading, dropped=(*hidden, *reading.dropped))


def _trimmed(reading: Reading, title: str | None, *, where: str) -> Reading:
    """*reading* of a text copy, without the page around the article and with the structure that the copy lost."""
    reading = _titled(_checked(reading, where=where), title)
    reading = trim_text(take_authored(_without_title_line(reading)))
    reading = without_dateline(replace(reading, pieces=with_orphans(with_flat_headings(reading.pieces))))
    return _spoken(reading)


def _structured(reading: Reading, title: str | None, *, where: str, is_page: bool = False) -> Reading:
    """*reading* of a format that has structure of its own, without furniture and with what structure does not say."""
    reading = _titled(_checked(reading, where=where), title)
    pieces, credits_ = with_quoted_speakers(reading.pieces)
    reading = replace(reading, pieces=pieces, dropped=(*reading.dropped, *credits_))
    reading = prune_structured(take_authored(with_title(reading)), is_page=is_page)
    return _spoken(without_dateline(reading))


def _spoken(reading: Reading) -> Reading:
    """*reading* with who says each turn and answer, and with the labels of its items."""
    known = _known(reading)
    return replace(reading, pieces=labelled(with_answers(with_speakers(reading.pieces, known=known), known=known)))


def _titled(reading: Reading, title: str | None) -> Reading:
    return replace(reading, metadata=replace(reading.metadata, title=title)) if title else reading


def _without_title_line(reading: Reading) -> Reading:
    """*reading* without the line near its start that repeats the title which is known already."""
    title = folded(reading.metadata.title or "")
    for index, piece in enumerate(reading.pieces[:_TITLE_WINDOW] if title else ()):
        if folded(piece.text) == title:
            pieces = (*reading.pieces[:index], *reading.pieces[index + 1 :])
            dropped = Dropped(text=piece.text, lines=piece.lines, reason="title")
            return replace(reading, pieces=pieces, dropped=(*reading.dropped, dropped))
    return reading


def _described(reading: Reading, metadata: Metadata) -> Reading:
    """*reading* with what *metadata* knows and its own text does not say."""
    unknown = {
        field.name: value
        for field in fields(metadata)
        if (value := getattr(metadata, field.name)) and not getattr(reading.metadata, field.name)
    }
    return replace(reading, metadata=replace(reading.metadata, **unknown))


def _known(reading: Reading) -> tuple[str | None, ...]:
    """Where else a speaker may be named in full."""
    return reading.metadata.title, reading.metadata.byline, reading.metadata.description
