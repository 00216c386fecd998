"""Which published posts does a WordPress export hold?"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from repurpose.errors import UnreadableSource
from repurpose.sources.feeds.characters import whole_characters, without_controls
from repurpose.sources.feeds.entries import Entry, check_prolog
from repurpose.sources.feeds.fields import names, plain_words, tags, web_address
from repurpose.sources.feeds.notices import own_summary
from repurpose.sources.feeds.post_markup import post_html
from repurpose.sources.furniture.dates import parse_date
from repurpose.sources.pieces import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["read_wordpress"]

# In characters; what is held at a time is one post beside it.
_SLICE = 65_536
_DECLARATION = re.compile(r"\A[\ufeff\s]*<\?xml\b[^<>]*\?>")
# rss, channel, item, postmeta and its value: no real export is deeper.
_MOST_LEVELS = 100
# The longest post of a public set has 200,000 characters with its markup.
_MOST_CHARACTERS = 5_000_000
_MOST_VALUES = 10_000
_POST_TYPES = frozenset({"post", "page"})
_AUTHOR, _ITEM = "wp:author", "item"
# The fields that are read, by namespace and name; all others pass by.
_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
# fmt: off
_FIELDS = frozenset({
    "title", "link", "guid", "pubDate", "category", "language", "dc:creator", "content:encoded", "excerpt:encoded",
    "wp:post_date", "wp:post_type", "wp:status", "wp:post_password", "wp:author_login", "wp:author_display_name",
    "wp:author_first_name", "wp:author_last_name", "wp:post_id",
})
# fmt: on


def read_wordpress(text: str, *, where: str) -> Iterator[Entry]:
    """
    The published posts and pages of the WordPress export *text*, in its order.

    The export is read piece by piece and never held as a tree. One that breaks off is read as far as it goes. Raises
    `UnreadableSource` for one that is built to hurt.
    """
    check_prolog(text, where=where)
    export = _Export(where=where)
    seen: set[str] = set()
    for item in _items(text, export):
        identifier = item.one("wp:post_id") or item.one("guid")
        if identifier and identifier in seen:
            continue
        seen.add(identifier)
        if (entry := _entry(item, export)) is not None:
            yield entry


def _items(text: str, export: _Export) -> Iterator[_Element]:
    """Every post of *text*, as soon as it is complete."""
    from lxml import etree

    parser = etree.XMLParser(
        target=export,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        encoding="utf-8",
    )
    text = whole_characters(text)
    declaration = _DECLARATION.match(text)
    is_sound = True
    for start in range(declaration.end() if declaration else 0, len(text), _SLICE):
        try:
            parser.feed(without_controls(text[start : start + _SLICE]).encode())
        except etree.XMLSyntaxError:
            is_sound = False
        yield from export.taken()
        if not is_sound:
            return
    # What is wrong or missing at the end comes after the posts that were read.
    with suppress(etree.XMLSyntaxError):
        parser.close()
    yield from export.taken()


@dataclass(slots=True)
class _Element:
    """The fields of one post or one author, each with its values and their ``domain``."""

    fields: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    count: int = 0

    def one(self, name: str) -> str:
        return self.fields.get(name, [("", "")])[0][0]


@dataclass(slots=True)
class _Export:
    """What the parser tells: start tags, texts, end tags."""

    where: str
    authors: dict[str, str | None] = field(default_factory=dict)
    language: str | None = None
    _names: dict[str, str] = field(default_factory=dict)
    _path: list[str] = field(default_factory=list)
    _element: _Element | None = None
    _items: list[_Element] = field(default_factory=list)
    _words: list[str] | None = None
    _length: int = 0
    _domain: str = ""

    def taken(self) -> list[_Element]:
        """The posts that were completed since the last call."""
        items, self._items = self._items, []
        return items

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = self._name(tag)
        self._path.append(name)
        if len(self._path) > _MOST_LEVELS:
            raise UnreadableSource(f"{self.where} has more than {_MOST_LEVELS} nested levels; no real export has")
        if name in {_ITEM, _AUTHOR}:
            self._element, self._length = _Element(), 0
        elif name in _FIELDS:
            self._words, self._domain = [], attributes.get("domain", "")

    def data(self, text: str) -> None:
        if self._words is None:
            return
        self._length += len(text)
        if self._length > _MOST_CHARACTERS:
            raise UnreadableSource(
                f"{self.where} has a post of more than {_MOST_CHARACTERS:,} characters; export only the others",
            )
        self._words.append(text)

    def end(self, tag: str) -> None:
        name = self._name(tag)
        if self._path:
            self._path.pop()
        if self._words is not None and name in _FIELDS:
            self._keep(name, "".join(self._words).strip())
            self._words = None
        elif name == _ITEM and self._element is not None:
            self._items.append(self._element)
            self._element = None
        elif name == _AUTHOR and self._element is not None:
            one = self._element.one
            full = f"{one('wp:author_first_name')} {one('wp:author_last_name')}"
            self.authors[one("wp:author_login")] = names([one("wp:author_display_name")]) or names([full])
            self._element = None

    def close(self) -> None:
        """Nothing is left to do: what is read was taken."""

    def _keep(self, name: str, words: str) -> None:
        if self._element is None:
            if name == "language":
                self.language = self.language or words
            self._length = 0
        elif self._element.count < _MOST_VALUES:
            self._element.count += 1
            self._element.fields.setdefault(name, []).append((words, self._domain))

    def _name(self, tag: str) -> str:
        """*tag* with the prefix that it is known by: exports give the version in the namespace."""
        if (name := self._names.get(tag)) is None:
            namespace, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
            prefix = _PREFIXES.get(namespace, "")
            if namespace.startswith("http://wordpress.org/export/"):
                prefix = "excerpt:" if namespace.endswith("/excerpt/") else "wp:"
            name = f"{prefix}{local}" if prefix or not namespace else tag
            if len(self._names) < _MOST_VALUES:
                self._names[tag] = name
        return name


def _entry(item: _Element, export: _Export) -> Entry | None:
    one = item.one
    if one("wp:post_type") not in _POST_TYPES or one("wp:status") != "publish" or one("wp:post_password"):
        return None
    html = post_html(one("content:encoded"))
    if not plain_words(html):
        return None
    author = one("dc:creator")
    filed = item.fields.get("category", [])
    metadata = Metadata(
        title=plain_words(one("title")),
        description=own_summary(one("excerpt:encoded"), html),
        byline=export.authors.get(author) or names([author]),
        date=parse_date(one("wp:post_date")) or parse_date(one("pubDate")),
        url=web_address(one("link"), one("guid")),
        language=export.language,
        tags=tags(word for wanted in ("post_tag", "category") for word, domain in filed if domain == wanted),
    )
    return Entry(html=html, metadata=metadata)
