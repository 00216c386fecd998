"""Which entries does an RSS, Atom or RDF feed hold?"""

from __future__ import annotations

import io
import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from repurpose.errors import SourceError, UnreadableSource
from repurpose.sources.feeds.characters import whole_characters, without_controls
from repurpose.sources.feeds.entries import Entry, check_prolog
from repurpose.sources.feeds.fields import names, plain_words, tags, web_address
from repurpose.sources.feeds.notices import own_summary
from repurpose.sources.furniture.dates import parse_date
from repurpose.sources.pieces import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_syndication"]

# Real feeds have 10 to 1,000 entries and rarely a megabyte. feedparser takes 18 µs for a tag, and the square of the
# categories in an entry and of the attributes in a tag (40,000 of either: 15 s and more).
_MOST_CHARACTERS = 10_000_000
_MOST_TAGS = 300_000
_MOST_ENTRIES = 20_000
_MOST_ATTRIBUTES = 200
_MOST_SQUARES = 20_000_000
_TAG = re.compile(r"<(?:([A-Za-z_][\w:.-]*)([^<>]*))?")
_SKIPPED = re.compile(r"<!(?:--|\[CDATA\[)")
_ENDS = {"<!--": re.compile(r"--\s*>"), "<![CDATA[": re.compile(r"\]\]>")}
_ENTRIES = frozenset({"item", "entry"})
_CATEGORIES = frozenset({"category", "subject", "keywords", "tag"})
_DECLARATION = re.compile(r"\A[\ufeff\s]*<\?xml\b[^<>]*\?>")
# feedparser promises to raise nothing, but trusts namespaces, numbers and places to be what they should be.
_THROWN = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
_HTML = frozenset({"text/html", "application/xhtml+xml"})
# Podcasts give two summaries, and feedparser takes the second one, long or short, for the content.
_TEASER_SHARE = 0.5
# Blogger files what an entry is (a post, a comment) among its categories.
_SCHEMA = "schemas.google.com/"


def read_syndication(text: str, *, where: str) -> Iterator[Entry]:
    """
    The entries of the RSS, Atom or RDF feed *text*, in its order, each identifier once, without those that say nothing.

    Raises `UnreadableSource` for a feed that is built to hurt, and `SourceError` where `feedparser` is not installed.
    """
    check_prolog(text, where=where)
    _check_size(text, where=where)
    parsed = _parsed(text, where=where)
    seen: set[str] = set()
    for item in parsed.entries:
        identifier = item.get("id") or item.get("link")
        if identifier and identifier in seen:
            continue
        seen.add(identifier)
        if (entry := _entry(item, parsed)) is not None:
            yield entry


def _check_size(text: str, *, where: str) -> None:
    if len(text) > _MOST_CHARACTERS:
        raise UnreadableSource(f"{where} has {len(text):,} characters; feeds of up to {_MOST_CHARACTERS:,} are read")
    entries = categories = squares = 0
    for number, match in enumerate(chain.from_iterable(map(_TAG.finditer, _outside(text))), start=1):
        name, attributes = (match[1] or "").rpartition(":")[2].lower(), (match[2] or "").count("=")
        squares += attributes**2
        if name in _ENTRIES:
            entries, categories = entries + 1, 0
        elif name in _CATEGORIES:
            # The sum of odd numbers is a square.
            squares += 2 * categories + 1
            categories += 1
        for count, most, what in (
            (entries, _MOST_ENTRIES, "entries"),
            (number, _MOST_TAGS, "tags"),
            (attributes, _MOST_ATTRIBUTES, "attributes in one tag"),
        ):
            if count > most:
                raise UnreadableSource(f"{where} has more than {most:,} {what}; no real feed has: give a part of it")
        if squares > _MOST_SQUARES:
            raise UnreadableSource(f"{where} has more categories in an entry than any real feed; give a part of it")


def _outside(text: str) -> Iterator[str]:
    """The parts of *text* around comments and character data, whose tags are none to a parser; one pass."""
    at = start = 0
    open_ended: set[str] = set()
    while (match := _SKIPPED.search(text, at)) is not None:
        end = None if match[0] in open_ended else _ENDS[match[0]].search(text, match.end())
        if end is None:
            # Looked for once: a text of openings would cost the square of its length.
            open_ended.add(match[0])
            at = match.end()
            continue
        yield text[start : match.start()]
        at = start = end.end()
    yield text[start:]


def _parsed(text: str, *, where: str) -> Any:
    try:
        import feedparser
    except ImportError as error:
        raise SourceError(
            f"{where} is a feed, which needs the extra: pip install 'repurpose-toolkit[feeds]'"
        ) from error
    # A stream, as a string could be taken for an address or a file; in UTF-8, whatever the text says of its encoding.
    # Nothing is sanitised here: the reader of HTML takes words only, and feedparser would drop what marks quotations.
    data = without_controls(whole_characters(_DECLARATION.sub("", text))).encode()
    try:
        return feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except _THROWN as error:
        raise UnreadableSource(
            f"{where} is a damaged feed, on which its parser broke ({type(error).__name__}); save the feed again"
        ) from error


def _entry(item: Any, parsed: Any) -> Entry | None:
    summary = item.get("summary")
    body, kind, language = _body(item)
    if not plain_words(body):
        return None
    # Atom's authors of the feed are those of its entries; an RSS channel names who runs the site.
    people = _people(item) or (_people(parsed.feed) if parsed.version.startswith("atom") else [])
    # Asked for what it has not, it warns and gives another day.
    dates = (parse_date(item[key]) for key in ("published", "created", "updated") if key in item)
    metadata = Metadata(
        title=plain_words(item.get("title")),
        subtitle=plain_words(item.get("subtitle")),
        description=own_summary(summary, body) if summary != body else None,
        byline=names(people),
        date=next(filter(None, dates), None),
        url=_url(item),
        language=language or item.get("language") or parsed.feed.get("language"),
        tags=tags(_categories(item)),
    )
    is_html = kind in _HTML or kind is None
    return Entry(html=body if is_html else None, text=None if is_html else body, metadata=metadata)


def _body(item: Any) -> tuple[str, str | None, str | None]:
    """The body of an entry, its type and its language: the content, where it is no mere teaser beside the summary."""
    summary = (item.get("summary") or "", item.get("summary_detail", {}).get("type"), None)
    contents = [(part.get("value") or "", part.get("type"), part.get("language")) for part in item.get("content", ())]
    content = max(contents, key=_length, default=("", None, None))
    return content if _TEASER_SHARE * _length(summary) <= _length(content) else summary


def _length(body: tuple[str, str | None, str | None]) -> int:
    return len(plain_words(body[0]) or "")


def _people(owner: Any) -> list[object]:
    return [person.get("name") for person in owner.get("authors", ()) if person.get("name")]


def _categories(item: Any) -> Iterator[object]:
    for tag in item.get("tags", ()):
        if _SCHEMA not in (tag.get("scheme") or ""):
            yield tag.get("label") or tag.get("term")


def _url(item: Any) -> str | None:
    links = item.get("links", ())
    alternates = [link.get("href") for link in links if link.get("rel", "alternate") == "alternate"]
    # Some feeds lead through a counter of clicks and give the real address beside it.
    return web_address(item.get("feedburner_origlink"), *alternates, item.get("link"), item.get("id"))
