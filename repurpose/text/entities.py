"""
Which parts of a text does X make a link: addresses, hashtags, mentions and cashtags?

The rules of twitter-text in all scripts, with letters by today's Unicode tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import regex

from repurpose.model import Span
from repurpose.text import urls
from repurpose.text.urls import INVALID, LATIN_ACCENTS, PUNCTUATION, SPACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Entity",
    "EntityKind",
    "find_cashtags",
    "find_entities",
    "find_hashtags",
    "find_mentions",
    "find_mentions_and_lists",
    "find_reply",
    "find_urls",
    "has_invalid_characters",
]

EntityKind = Literal["url", "hashtag", "mention", "cashtag"]

_SPECIAL = r"_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_HASHTAG = regex.compile(
    rf"[#＃](?!\ufe0f|\u20e3)([\p{{Nd}}{_SPECIAL}]*+[\p{{L}}\p{{M}}][\p{{L}}\p{{M}}\p{{Nd}}{_SPECIAL}]*+)(?P<glue>[#＃]|://)?"
)
_HASHTAG_GLUE = regex.compile(rf"(?![\ufe0e\ufe0f])[\p{{L}}\p{{M}}\p{{Nd}}{_SPECIAL}&]")

_MENTION = re.compile(
    rf"[@＠]([A-Za-z0-9_]{{1,20}})(/[A-Za-z][A-Za-z0-9_\-]{{0,24}})?(?P<glue>(?=[@＠{LATIN_ACCENTS}]|://))?"
)
_MENTION_GLUE = re.compile(r"[A-Za-z0-9_!#$%&*@＠]")
# What may stand glued before a mention after all: `RT@name`.
_RETWEET = re.compile(r"(?:^|[^A-Za-z0-9_+~.\-])[Rr][Tt]:?\Z", re.DOTALL)
_REPLY = re.compile(rf"[{SPACES}]*+[@＠]([A-Za-z0-9_]{{1,20}}+)(?![@＠{LATIN_ACCENTS}]|://)")

_JAVASCRIPT_SPACES = r"\x09-\x0d\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_CASHTAG = re.compile(
    rf"(?<![^{SPACES}])\$[A-Za-z]{{1,6}}(?:[._][A-Za-z]{{1,2}})?(?=[{_JAVASCRIPT_SPACES}{PUNCTUATION}]|\Z)"
)
_INVALID = re.compile(f"[{INVALID}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One part of a text that X makes a link."""

    kind: EntityKind
    span: Span
    text: str
    """As it is written, sign included. Of an address, what X links: less than its span in ``example.com.みんな/a``."""

    @property
    def name(self) -> str:
        """The text without the sign of a hashtag, mention or cashtag, and without the list of a mention."""
        if self.kind == "url":
            return self.text
        return self.text[1:].partition("/")[0]

    @property
    def list_slug(self) -> str:
        """``/list`` in the mention ``@name/list``, else nothing."""
        return self.text[self.text.index("/") :] if self.kind == "mention" and "/" in self.text else ""


def find_entities(text: str) -> tuple[Entity, ...]:
    """All entities of *text* in order; where two overlap, the one that begins first stands."""
    return _apart((*find_urls(text), *find_mentions_and_lists(text), *_hashtags(text), *find_cashtags(text)))


def find_urls(text: str, *, schemeless: bool = True) -> tuple[Entity, ...]:
    """The addresses in *text*, those without ``https://`` only when *schemeless*."""
    if ("." if schemeless else ":") not in text:
        return ()
    found = urls.find(text, urls.X, schemeless=schemeless)
    return tuple(Entity(kind="url", span=Span(start, end), text=url) for start, end, url in found)


def find_hashtags(text: str) -> tuple[Entity, ...]:
    """The hashtags in *text* that are not part of an address."""
    hashtags = tuple(_hashtags(text))
    if not hashtags:
        return ()
    return tuple(entity for entity in _apart((*hashtags, *find_urls(text))) if entity.kind == "hashtag")


def find_mentions(text: str) -> tuple[Entity, ...]:
    """The accounts that *text* mentions, lists left out."""
    return tuple(mention for mention in find_mentions_and_lists(text) if not mention.list_slug)


def find_mentions_and_lists(text: str) -> tuple[Entity, ...]:
    """The accounts (``@name``) and lists (``@name/list``) that *text* mentions."""
    return tuple(_mentions(text)) if "@" in text or "＠" in text else ()


def find_cashtags(text: str) -> tuple[Entity, ...]:
    """The stock symbols (``$ABC``) in *text*."""
    return tuple(_entity("cashtag", found) for found in _CASHTAG.finditer(text)) if "$" in text else ()


def find_reply(text: str) -> str | None:
    """The name of the account that *text* answers, because it begins with its mention."""
    found = _REPLY.match(text)
    return found.group(1) if found else None


def has_invalid_characters(text: str) -> bool:
    """Whether *text* has a character that X refuses (U+FFFE, U+FEFF, U+FFFF)."""
    return _INVALID.search(text) is not None


def _hashtags(text: str) -> Iterator[Entity]:
    """The hashtags in *text*, also those within an address."""
    if "#" not in text and "＃" not in text:
        return
    floor = 0  # the end of what was matched last: it cannot be what precedes the next hashtag
    position = 0
    while found := _HASHTAG.search(text, position):
        start = found.start()
        if start and (start == floor or _HASHTAG_GLUE.match(text, start - 1)):
            position = start + 1
            continue
        floor = position = found.end(1)
        if not found["glue"]:
            yield Entity(kind="hashtag", span=Span(start, floor), text=text[start:floor])


def _mentions(text: str) -> Iterator[Entity]:
    """The accounts and lists that *text* mentions."""
    floor = 0  # as above
    for found in _MENTION.finditer(text):
        start = found.start()
        if not _may_precede_mention(text, start, floor):
            continue
        floor = found.end()
        if found["glue"] is None:
            yield _entity("mention", found)


def _may_precede_mention(text: str, start: int, floor: int) -> bool:
    """Whether what stands before the sign at *start*, from *floor* on, lets it begin a mention."""
    if not start:
        return True
    if start == floor:
        return False
    if not _MENTION_GLUE.match(text, start - 1):
        return True
    reach = max(floor, start - 4)
    found = _RETWEET.search(text[reach:start])
    # Only the text's own beginning may stand for the character before `RT`.
    return found is not None and (reach == 0 or found.group()[0] not in "Rr" or found.start() > 0)


def _entity(kind: EntityKind, found: re.Match[str]) -> Entity:
    return Entity(kind=kind, span=Span(*found.span()), text=found.group())


def _apart(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """*entities* in order, without those that overlap an earlier one."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda entity: entity.span.start):
        if not kept or kept[-1].span.end <= entity.span.start:
            kept.append(entity)
    return tuple(kept)
