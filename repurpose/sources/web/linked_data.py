"""What does a page say of its article in linked data (JSON-LD)?"""

from __future__ import annotations

import json
import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["linked_article", "linked_body"]

_ARTICLE_TYPES = (
    "article",
    "posting",
    "newsarticle",
    "report",
    "webpage",
    "howto",
    "review",
    "recipe",
    "podcastepisode",
    "creativework",
)
# Real pages stay far below; a page built to hurt has megabytes.
_MOST_CHARACTERS = 500_000
_SCRIPT = re.compile(
    r"<script\b[^<>]{0,500}application/ld\+json[^<>]{0,500}>([^<]*+(?:<(?!/script)[^<]*+)*+)", re.IGNORECASE
)


def linked_article(scripts: Iterable[str]) -> Mapping[str, Any]:
    """The first object of the *scripts* that is an article, with its authors looked up; empty when there is none."""
    for script in scripts:
        if len(script) > _MOST_CHARACTERS:
            continue
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.lower().endswith(_ARTICLE_TYPES) for name in names) and (
                node.get("headline") or node.get("datePublished")
            ):
                return node | {"author": _resolved(node.get("author"), data)}
    return {}


def linked_body(html: str) -> str | None:
    """The text of the article in the linked data of the page *html*, as HTML; some pages show it only by script."""
    body = linked_article(_SCRIPT.findall(html)).get("articleBody")
    if not isinstance(body, str):
        return None
    body = unescape(body)
    if "<p" in body.lower():
        return body
    return "".join(f"<p>{escape(line)}</p>" for line in body.splitlines() if line.strip())


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for entry in data[:50]:
            yield from _nodes(entry) if isinstance(entry, dict) else ()
    elif isinstance(data, dict):
        yield data
        graph = data.get("@graph")
        if isinstance(graph, list):
            yield from (entry for entry in graph if isinstance(entry, dict))


def _resolved(value: object, data: object) -> object:
    """A person or a list of them; one that is only named by its ``@id`` is looked up in the same *data*."""
    if isinstance(value, list):
        return [_resolved(entry, data) for entry in value[:10]]
    if isinstance(value, dict) and "@id" in value and "name" not in value:
        return next((node for node in _nodes(data) if node.get("@id") == value["@id"] and "name" in node), value)
    return value
