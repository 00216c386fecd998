"""
Which parts of a text become links, mentions and tags on Bluesky, and at which bytes?

Bluesky itself finds nothing in a text: whoever posts sends these facets along. The rules are those of its own client
library, so that a post has the links that it would have if it were written in the app.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import regex

from repurpose.text.domains import is_in_root_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Facet", "bluesky_record", "find_facets"]

# White space as JavaScript has it.
_SPACES = r"\x09-\x0d\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_MENTION = re.compile(rf"(?<![^{_SPACES}(])@([A-Za-z0-9.\-]+)\b", re.ASCII)
_LINK = re.compile(
    rf"(?<![^{_SPACES}(])(?:(?:[Hh][Tt][Tt][Pp][Ss]?://[^{_SPACES}]+)"
    rf"|(?P<domain>[A-Za-z][A-Za-z0-9]*+(?:\.[A-Za-z0-9]++)++)[^{_SPACES}]*+)"
)
# Zero-width characters end a tag; so do spaces. A tag is more than digits and punctuation.
_TAG_END = rf"{_SPACES}\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"
_TAG = regex.compile(rf"(?<![^{_SPACES}])[#＃](?!\ufe0f)([0-9\p{{P}}]*+[^{_TAG_END}0-9\p{{P}}][^{_TAG_END}]*+)")
_TRAILING_PUNCTUATION = regex.compile(r"\p{P}++\Z")
_CASHTAG = re.compile(rf"(?<![^{_SPACES}(])\$([A-Za-z][A-Za-z0-9]{{0,4}})(?=[{_SPACES}.,;:!?)\"'\u2019]|\Z)")
_LONGEST_TAG = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One live part of a Bluesky post."""

    kind: Literal["link", "mention", "tag"]
    start: int
    """First byte in UTF-8."""
    end: int
    """The byte after the last."""
    value: str
    """The address, the handle without ``@``, the tag without ``#`` or the cashtag with ``$``."""


def find_facets(text: str) -> tuple[Facet, ...]:
    """
    The facets of *text* in order.

    A mention still carries the handle, where the API wants the account's identifier (DID), which only the network
    can tell.
    """
    found = sorted((*_mentions(text), *_links(text), *_tags(text), *_cashtags(text)), key=lambda one: one[1])
    return tuple(_in_bytes(text, found))


_Found = tuple[Literal["link", "mention", "tag"], int, int, str]


def _mentions(text: str) -> Iterator[_Found]:
    for found in _MENTION.finditer(text):
        handle = found.group(1)
        if is_in_root_zone(handle) or handle.endswith(".test"):
            yield "mention", found.start(), found.end(), handle


def _links(text: str) -> Iterator[_Found]:
    for found in _LINK.finditer(text):
        address = found.group()
        if not address.startswith("http"):
            if not found["domain"] or not is_in_root_zone(found["domain"]):
                continue
            address = f"https://{address}"
        length = len(address)
        address = address.removesuffix(address[-1]) if address[-1] in ".,;:!?" else address
        if address.endswith(")") and "(" not in address:
            address = address[:-1]
        yield "link", found.start(), found.end() - (length - len(address)), address


def _tags(text: str) -> Iterator[_Found]:
    for found in _TAG.finditer(text):
        tag = _TRAILING_PUNCTUATION.sub("", found.group(1))
        # The library counts UTF-16 units, which are never fewer than the graphemes that the server counts.
        if tag and len(tag.encode("utf-16-le", "surrogatepass")) // 2 <= _LONGEST_TAG:
            yield "tag", found.start(), found.start() + 1 + len(tag), tag


def _cashtags(text: str) -> Iterator[_Found]:
    for found in _CASHTAG.finditer(text):
        yield "tag", found.start(), found.end(), f"${found.group(1).upper()}"


def _in_bytes(text: str, found: Iterable[_Found]) -> Iterator[Facet]:
    """*found*, which is in order of its starts, with UTF-8 bytes for code points."""
    place = 0
    offset = 0
    for kind, start, end, value in found:
        offset += len(text[place:start].encode("utf-8", "surrogatepass"))
        place = start
        length = len(text[start:end].encode("utf-8", "surrogatepass"))
        yield Facet(kind=kind, start=offset, end=offset + length, value=value)


def bluesky_record(text: str) -> str:
    """
    The parts of an ``app.bsky.feed.post`` record that depend on *text*, as JSON: the text with its facets.

    The text itself where it has no facets. Names with a full stop ("SECURITY.md") are no links here, though the app
    makes them some: nobody wrote an address. A mention's handle stands where its DID belongs, since finding that asks
    the network: the sender resolves it.
    """
    facets = [
        {"index": {"byteStart": facet.start, "byteEnd": facet.end}, "features": [_feature(facet)]}
        for facet in find_facets(text)
        if facet.kind != "link" or facet.end - facet.start >= len(facet.value.encode())
    ]
    return json.dumps({"text": text, "facets": facets}, ensure_ascii=False) if facets else text


def _feature(facet: Facet) -> dict[str, str]:
    name = {"link": "uri", "tag": "tag", "mention": "did"}[facet.kind]
    return {"$type": f"app.bsky.richtext.facet#{facet.kind}", name: facet.value}
