"""Which entries does a JSON Feed hold?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from repurpose.errors import UnreadableSource
from repurpose.sources.feeds.entries import Entry
from repurpose.sources.feeds.fields import names, plain_words, tags, web_address
from repurpose.sources.feeds.notices import own_summary
from repurpose.sources.furniture.dates import parse_date
from repurpose.sources.pieces import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["read_json_feed"]

# As in a feed of XML.
_MOST_CHARACTERS = 10_000_000


def read_json_feed(text: str, *, where: str) -> Iterator[Entry]:
    """The entries of the JSON Feed *text* (versions 1.0 and 1.1), in its order, each identifier once."""
    if len(text) > _MOST_CHARACTERS:
        raise UnreadableSource(f"{where} has {len(text):,} characters; feeds of up to {_MOST_CHARACTERS:,} are read")
    try:
        feed = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource(f"{where} is no valid JSON Feed: {error}; save the feed again") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    seen: set[str] = set()
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        identifier = str(item.get("id") or item.get("url") or "")
        if identifier and identifier in seen:
            continue
        seen.add(identifier)
        if (entry := _entry(item, feed)) is not None:
            yield entry


def _entry(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry | None:
    html, text, summary = (_words(item.get(key)) for key in ("content_html", "content_text", "summary"))
    body = html or text or summary
    if body is None:
        return None
    words = item.get("tags")
    metadata = Metadata(
        title=plain_words(item.get("title")),
        description=own_summary(summary, body),
        byline=names(_people(item)) or names(_people(feed)),
        date=parse_date(item.get("date_published")) or parse_date(item.get("date_modified")),
        url=web_address(item.get("url"), item.get("external_url"), item.get("id")),
        language=plain_words(item.get("language")) or plain_words(feed.get("language")),
        tags=tags(words if isinstance(words, list) else ()),
    )
    return Entry(html=html, text=None if html else body, metadata=metadata)


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and plain_words(value) else None


def _people(owner: Mapping[str, Any]) -> list[object]:
    """The names of the ``authors`` of version 1.1, or of the ``author`` of version 1.0."""
    listed = owner.get("authors")
    people = listed if isinstance(listed, list) and listed else [owner.get("author")]
    return [person.get("name") for person in people if isinstance(person, dict)]
