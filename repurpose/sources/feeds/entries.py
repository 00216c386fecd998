"""Is this text a feed, of which kind, and what does each of its entries hold?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from repurpose.errors import UnreadableSource
from repurpose.sources.pieces import Metadata

if TYPE_CHECKING:
    from repurpose.model import Dropped

__all__ = ["Entry", "check_prolog", "feed_kind"]

_HEAD = 20_000
_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]{0,40}:)?(rss|feed|RDF)(?=[\s/>])")
_NAMESPACES = {"feed": ("www.w3.org/2005/Atom", "purl.org/atom/"), "RDF": ("purl.org/rss/", "netscape.com/rdf/")}
# A site's ordinary feed names WordPress as its generator too; only an export has this namespace.
_EXPORT = "wordpress.org/export/"
_JSON_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article of a feed: its body as HTML or as plain text, and what the feed says about it."""

    html: str | None = None
    text: str | None = None
    notice: Dropped | None = None
    """What the site's software wrote below the body, which is without it."""
    metadata: Metadata = field(default_factory=Metadata)


def feed_kind(text: str) -> Literal["rss", "atom", "rdf", "json", "wordpress"] | None:
    """The kind of feed that *text* is by its first element or, in JSON, by its version; only its head is looked at."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("{"):
        return "json" if _JSON_VERSION.search(head) else None
    start, _ = _prolog(head)
    root = _ROOT.match(head, start)
    if root is None:
        return None
    if root[1] == "rss":
        return "wordpress" if _EXPORT in head else "rss"
    if not any(name in head for name in _NAMESPACES[root[1]]):
        return None
    return "atom" if root[1] == "feed" else "rdf"


def check_prolog(text: str, *, where: str) -> None:
    """Raises `UnreadableSource` when the XML *text* declares entities, or anything else, before its first element."""
    _, has_declarations = _prolog(text)
    if has_declarations:
        raise UnreadableSource(
            f"{where} declares entities of its own (<!DOCTYPE ... [...]>), which no feed needs and which can read files"
            " or grow without end; remove the declaration",
        )


def _prolog(text: str) -> tuple[int, bool]:
    """Where the first element of an XML text begins, and whether something is declared above it; one pass."""
    at = 0
    has_declarations = False
    while True:
        while at < len(text) and text[at] in "\ufeff \t\r\n":
            at += 1
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at)
        elif text.startswith("<!", at):
            end = text.find(">", at)
            if text.find("[", at, end if end >= 0 else len(text)) >= 0 or text[at + 2 : at + 9].upper() != "DOCTYPE":
                has_declarations = True
                end = text.find("]", at)
                end = text.find(">", end) if end >= 0 else end
        else:
            return at, has_declarations
        if end < 0:
            return len(text), has_declarations
        at = text.index(">", end) + 1
