"""Is this text something else than an article: data, a list of addresses?"""

from __future__ import annotations

import json
import re

from repurpose.errors import SourceError, UnreadableSource

__all__ = ["refuse_others"]

_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]{0,500}>\s*)?(?:<!--[^<>]{0,2000}-->\s*|<!DOCTYPE[^<>\[]{0,500}>\s*){0,3}"
    r"<(urlset|sitemapindex|opml|svg|plist|kml|gpx)\b",
    re.IGNORECASE,
)
_HEAD = 10_000
_KINDS = {
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "opml": "a list of feeds or an outline (OPML)",
    "svg": "an SVG image",
    "plist": "a property list",
    "kml": "a map (KML)",
    "gpx": "a track (GPX)",
}
_REMEDY = "which is not read; save the article as text, Markdown or HTML"


def refuse_others(text: str, *, where: str) -> None:
    """Raises `SourceError` where *text*, which is no feed, is of a kind that holds no article."""
    bare = text.lstrip("\ufeff \t\r\n")
    if bare[:1] in {"{", "["} and _is_json(bare):
        raise UnreadableSource(f"{where} is JSON and no JSON Feed, {_REMEDY}")
    if bare[:1] == "<" and (root := _ROOT.match(bare[:_HEAD])) is not None:
        raise UnreadableSource(f"{where} is {_KINDS[root[1].lower()]}, {_REMEDY}")
    if bare[:4].lower() == "http" or bare.startswith("#"):
        _refuse_addresses(bare, where=where)


def _is_json(text: str) -> bool:
    """Whether *text*, or its first line where each is a record, is JSON."""
    for part in (text, text.partition("\n")[0]):
        try:
            return isinstance(json.loads(part), dict | list)
        except RecursionError:
            return True
        except ValueError:
            continue
    return False


def _refuse_addresses(text: str, *, where: str) -> None:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if lines and all(map(_ADDRESS.fullmatch, lines)):
        count = f"{len(lines)} addresses" if len(lines) > 1 else "an address"
        raise SourceError(
            f"{where} lists {count} and holds no article; `repurpose make` and read_articles read what they lead to"
        )
