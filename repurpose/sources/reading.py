"""How does a source become an Article?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.errors import EmptySource, SourceError, UnknownName, UnreadableSource
from repurpose.sources.building import build_article
from repurpose.sources.cleaning import clean_characters, one_line
from repurpose.sources.decoding import decode
from repurpose.sources.detecting import detect_format, document_kind, is_feed
from repurpose.sources.formats import DOCUMENTS, TEXTS, entry_reading
from repurpose.sources.opening import Source, open_source
from repurpose.sources.refusing import refuse_others
from repurpose.sources.structure.profiles import with_profiles
from repurpose.text.languages import detect_language, primary_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from repurpose.model import Article
    from repurpose.sources.pieces import Reading

__all__ = ["FORMATS", "article_from", "articles_from", "parse_article", "read_article"]

FORMATS = (*TEXTS, *DOCUMENTS)
# A long novel; what is longer is no article, and reading it would take minutes.
_MOST_CHARACTERS = 5_000_000


def read_article(
    source: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the public name
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """
    The article in *source*: a file, or the http address of a page.

    *format*, one of `FORMATS`, is told by the content when it is not given; *url* is where the article is published,
    *language* its BCP 47 code. Raises `SourceError` for what cannot be read, is no article or holds several, and
    `TryLater`, a kind of it, for an address that may answer at another time.
    """
    if format is not None and format not in FORMATS:
        raise UnknownName("format", format, FORMATS)
    return article_from(open_source(source), format=format, url=url, language=language)


def parse_article(
    text: str,
    *,
    format: str = "text",  # noqa: A002 - the public name
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """
    The article in *text*, which is ``text``, ``markdown``, ``html`` or a ``transcript``.

    *title*, *url* and *language* win over what the text says. Raises `EmptySource` when it holds no article, and
    `UnreadableSource` when it is longer or denser than any.
    """
    if format not in TEXTS:
        raise UnknownName("format", format, tuple(TEXTS))
    title = one_line(clean_characters(title)) or None if title else None
    source = Source(data=b"", where="the text")
    reading = _text_reading(text, format, where=source.where, title=title)
    return _built(reading, source, url=url, language=language)


def article_from(
    source: Source,
    *,
    format: str | None = None,  # noqa: A002 - as above
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """The one article in *source*; raises as `read_article` does."""
    kind = format or document_kind(source.data, where=source.where)
    if kind is not None and kind in DOCUMENTS:
        reading = DOCUMENTS[kind](source.data, None, source.where)
        return _built(reading, source, url=url, language=language)
    text = decode(source.data, where=source.where, charset=source.charset)
    if kind is None and is_feed(text):
        return _built(_only_entry(text, where=source.where), source, url=url, language=language)
    if kind is None:
        refuse_others(text, where=source.where)
    kind = kind or detect_format(text, suffix=source.suffix, media_type=source.media_type)
    return _built(_text_reading(text, kind, where=source.where), source, url=url, language=language)


def articles_from(source: Source) -> Iterator[Article | SourceError]:
    """
    Every article in *source*: the entries of a feed or an export, or the one that it holds.

    An entry that holds no article is an error in its place: it does not keep the others back.
    """
    if document_kind(source.data, where=source.where) is None:
        text = decode(source.data, where=source.where, charset=source.charset)
        if is_feed(text):
            from repurpose.sources.feeds.reading import read_entries

            for number, entry in enumerate(read_entries(text, where=source.where), start=1):
                place = replace(source, where=f"entry {number} of {source.where}", url=None)
                try:
                    yield _built(entry_reading(entry, where=place.where), place, url=None, language=None)
                except SourceError as error:
                    yield error
            return
    yield article_from(source)


def _only_entry(text: str, *, where: str) -> Reading:
    """The reading of a feed that has one entry."""
    from repurpose.sources.feeds.reading import read_entries

    entries = list(read_entries(text, where=where))
    if len(entries) != 1:
        raise SourceError(
            f"{where} is a feed of {len(entries)} articles; `repurpose make` and read_articles read them all"
        )
    return entry_reading(entries[0], where=where)


def _text_reading(text: str, format: str, *, where: str, title: str | None = None) -> Reading:  # noqa: A002
    if not text.strip():
        raise EmptySource(f"{where} is empty; an article needs at least one sentence")
    if len(text) > _MOST_CHARACTERS:
        raise UnreadableSource(
            f"{where} has {len(text):,} characters; articles of up to {_MOST_CHARACTERS:,} are read: "
            "give one article at a time"
        )
    return TEXTS[format](text, title, where)


def _built(reading: Reading, source: Source, *, url: str | None, language: str | None) -> Article:
    if not reading.pieces:
        raise EmptySource(f"{source.where} holds no article: nothing is left when the page around it is taken off")
    metadata = reading.metadata
    metadata = replace(metadata, url=url or metadata.url or source.url)
    prose = "\n".join(piece.text for piece in reading.pieces if piece.kind.value not in {"code", "table"})
    known = primary_language(language) or primary_language(metadata.language)
    language = known or detect_language(prose)
    pieces = with_profiles(reading.pieces, language=language)
    return build_article(replace(reading, pieces=pieces, metadata=metadata), language=language)
