"""What of a text does Mastodon count?"""

from __future__ import annotations

import re
from functools import cache

import regex

from repurpose.text import urls
from repurpose.text.urls import LATIN_ACCENTS, X_PARENTHESES, UrlRules, parentheses, query

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
    return tuple(urls.find(text, _rules(), schemeless=False)) if "://" in text else ()


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


@cache
def _rules() -> UrlRules:
    """What Mastodon takes for an address: twitter-text's rules with all scripts in paths and queries."""
    spaces = r"\x09-\x0d\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    char = f"[^{spaces}<>()?]"
    ending = f"(?:[^{spaces}()?!*\"'「」<>;:=,.$%\\[\\]~&|@]|{X_PARENTHESES})"
    gap = f"(?:(?!{ending})(?:{char}|{parentheses(char)}))"
    beyond_ascii = r"\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\uffef\U00010000-\U000dfffd\U000e1000-\U0010fffd"
    tail = query(f"[A-Za-z0-9!?*'();:&=+$/%#\\[\\]\\-_.,~|@\\^{beyond_ascii}]", f"[A-Za-z0-9_&=#/\\-{beyond_ascii}]")
    return UrlRules(
        scheme=re.compile(r"(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://\Z", re.IGNORECASE | re.ASCII),
        tail=re.compile(f"(?::[0-9]+)?(/(?:{gap}*+{ending})*+)?{tail}"),
    )
