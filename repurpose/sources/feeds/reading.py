"""Which entries does a feed of any kind hold?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.errors import EmptySource, SourceError
from repurpose.model import Dropped
from repurpose.sources.feeds.entries import feed_kind
from repurpose.sources.feeds.fields import plain_words
from repurpose.sources.feeds.json_feed import read_json_feed
from repurpose.sources.feeds.notices import split_notice
from repurpose.sources.feeds.syndication import read_syndication
from repurpose.sources.feeds.wordpress import read_wordpress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.sources.feeds.entries import Entry

__all__ = ["read_entries"]

_READERS = {
    "rss": read_syndication,
    "atom": read_syndication,
    "rdf": read_syndication,
    "json": read_json_feed,
    "wordpress": read_wordpress,
}


def read_entries(text: str, *, where: str) -> Iterator[Entry]:
    """
    The entries of the feed *text*, which comes from *where*, one after the other in its order.

    Raises `SourceError` for what is no feed, `EmptySource` for a feed without any text, `UnreadableSource` for one that
    is built to hurt; what an export holds before the place where it breaks is read.
    """
    kind = feed_kind(text)
    if kind is None:
        raise SourceError(f"{where} is no feed; RSS, Atom, RDF, JSON Feed and WordPress exports are read")
    is_empty = True
    for entry in _READERS[kind](text, where=where):
        is_empty = False
        yield _without_notice(entry)
    if is_empty:
        raise EmptySource(f"{where} is a feed without any text to read; its posts may be drafts, or links only")


def _without_notice(entry: Entry) -> Entry:
    body, notice = split_notice(entry.html or "", title=entry.metadata.title, url=entry.metadata.url)
    if not notice or not plain_words(body):
        return entry
    line = body.count("\n") + 1
    return replace(entry, html=body, notice=Dropped(text=notice, lines=(line, line), reason="feed notice"))
