"""What of a text does Mastodon count?"""

from __future__ import annotations

import regex

from repurpose.text import urls
from repurpose.text.urls import LATIN_ACCENTS

__all__ = ["countable", "find_mastodon_mentions", "find_mastodon_urls"]

URL_PLACEHOLDER = "x" * 23

_NAME = r"[A-Za-z0-9_]++(?:[.\-]++[A-Za-z0-9_]++)*+"
_WORD = r"[\p{L}\p{M}\p{Nd}\p{Pc}]"
# Names never end in a dot or hyphen; a mention glued to one more sign, an accented letter or a scheme is none.
_MENTION = regex.compile(
    rf"(?<![=/]|{_WORD})@({_NAME})(?:@{_WORD}++(?:[.\-]++{_WORD}++)*+)?(?P<glue>(?=[@＠{LATIN_ACCENTS}]|://))?"
)


def find_mastodon_urls(text: str) -> tuple[urls.Found, ...]:
    """The addresses in *text* that Mastodon makes links: only those with a scheme."""
    return tuple(urls.find(text, urls.MASTODON, schemeless=False)) if "://" in text else ()


def find_mastodon_mentions(text: str) -> tuple[regex.Match[str], ...]:
    """The accounts (``@user`` or ``@user@host``) in *text*; group 1 is the user."""
    return tuple(found for found in _MENTION.finditer(text) if found["glue"] is None) if "@" in text else ()


def countable(text: str) -> str:
    """*text* with 23 characters for every address and ``@user`` for every ``@user@host``."""
    pieces = [(found.start, found.end, URL_PLACEHOLDER) for found in find_mastodon_urls(text)]
    pieces += [(*found.span(), f"@{found.group(1)}") for found in find_mastodon_mentions(text)]
    parts = []
    end_before = 0
    for start, end, piece in sorted(pieces):
        if start >= end_before:
            parts += [text[end_before:start], piece]
            end_before = end
    return "".join((*parts, text[end_before:]))
