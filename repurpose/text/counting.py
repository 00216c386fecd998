"""How long is a text, in the unit of each platform?"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import regex

from repurpose.text import graphemes as clusters
from repurpose.text.mastodon import countable
from repurpose.text.weighted import is_valid, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "COUNTERS",
    "Unit",
    "code_points",
    "graphemes",
    "is_valid_weighted",
    "mastodon",
    "telegram",
    "threads",
    "utf8",
    "utf16",
    "weighted",
]

Unit = Literal["weighted", "graphemes", "utf8", "utf16", "code_points", "mastodon", "threads", "telegram"]

# Characters that show as an emoji: by themselves, by U+FE0F, or as a key.
_SHOWN_AS_EMOJI = regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\ufe0f|[#*0-9]\u20e3")


def weighted(text: str) -> int:
    """The length on X: letters of most alphabets 1, everything else 2, an emoji 2, an address 23."""
    return weigh(text)


def is_valid_weighted(text: str) -> bool:
    """Whether *text* is a post that X takes: not empty, at most 280, without the characters that X refuses."""
    return is_valid(text)


def graphemes(text: str) -> int:
    """The number of characters as a reader sees them (Bluesky)."""
    return clusters.count(text)


def utf8(text: str) -> int:
    """The number of bytes in UTF-8 (YouTube descriptions, Bluesky's second limit)."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def utf16(text: str) -> int:
    """The number of UTF-16 units, as JavaScript counts (LinkedIn, Instagram, Facebook, TikTok, Reddit)."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str) -> int:
    """The number of Unicode code points (Pinterest, Discord)."""
    return len(text)


def mastodon(text: str) -> int:
    """The length on Mastodon: graphemes, an address with scheme 23, ``@user@host`` as ``@user``."""
    return clusters.count(countable(text))


def threads(text: str) -> int:
    """The length on Threads: code points, but an emoji as many as it has bytes in UTF-8."""
    if not _SHOWN_AS_EMOJI.search(text):
        return len(text)
    emojis = (cluster for cluster in clusters.iterate(text) if _SHOWN_AS_EMOJI.search(cluster))
    return len(text) + sum(utf8(emoji) - len(emoji) for emoji in emojis)


def telegram(text: str) -> int:
    """The length of a Telegram message: code points once its markup is parsed, which plain *text* has none of."""
    return len(text)


COUNTERS: Mapping[Unit, Callable[[str], int]] = MappingProxyType(
    {
        "weighted": weighted,
        "graphemes": graphemes,
        "utf8": utf8,
        "utf16": utf16,
        "code_points": code_points,
        "mastodon": mastodon,
        "threads": threads,
        "telegram": telegram,
    }
)
