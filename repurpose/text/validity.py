"""Is a text, as a whole, one well-formed address, account name, list or hashtag on X?"""

from __future__ import annotations

import re

from repurpose.text.entities import find_hashtags, find_mentions, find_mentions_and_lists

__all__ = ["is_valid_hashtag", "is_valid_list", "is_valid_url", "is_valid_username"]

# RFC 3986, with the letters that twitter-text allows beyond it.
_UNRESERVED = r"A-Za-z\u0400-\u04ff0-9\-._~"
_ENCODED = r"%[0-9A-Fa-f]{2}"
_PCHAR = rf"(?:[{_UNRESERVED}!$&'()*+,;=:|@]|{_ENCODED})"
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IP = rf"{_OCTET}(?:\.{_OCTET}){{3}}|\[[A-Fa-f0-9:.]+\]"
_LABEL = r"[A-Za-z0-9\x80-\U0010ffff](?:[A-Za-z0-9{}\-\x80-\U0010ffff]*[A-Za-z0-9\x80-\U0010ffff])?"
_TLD = r"[A-Za-z\x80-\U0010ffff](?:[A-Za-z0-9\-\x80-\U0010ffff]*[A-Za-z0-9\x80-\U0010ffff])?"
_HOST = rf"(?:{_IP}|(?:{_LABEL.format('_')}\.)*{_LABEL.format('')}\.{_TLD})"
_REST = rf"(?:/{_PCHAR}*+)*+(?:\?(?:{_PCHAR}|[/?])*+)?(?:#(?:{_PCHAR}|[/?])*+)?"
_ADDRESS = re.compile(rf"(?:(?:[{_UNRESERVED}!$&'()*+,;=:]|{_ENCODED})*@)?{_HOST}(?::[0-9]{{1,5}})?{_REST}")
_SCHEME = re.compile(r"https?://", re.IGNORECASE | re.ASCII)


def is_valid_url(url: str, *, needs_scheme: bool = True) -> bool:
    """Whether *url* is one whole address; without ``https://`` only unless it *needs_scheme*."""
    scheme = _SCHEME.match(url)
    if scheme is None and (needs_scheme or "://" in url):
        return False
    return _ADDRESS.fullmatch(url, scheme.end() if scheme else 0) is not None


def is_valid_username(mention: str) -> bool:
    """Whether *mention* is ``@`` and one account name."""
    return [found.text for found in find_mentions(mention)] == [mention]


def is_valid_list(mention: str) -> bool:
    """Whether *mention* is ``@`` and the name of one list: ``@name/list``."""
    return [found.text for found in find_mentions_and_lists(mention) if found.list_slug] == [mention]


def is_valid_hashtag(hashtag: str) -> bool:
    """Whether *hashtag* is ``#`` and one tag."""
    return [found.text for found in find_hashtags(hashtag)] == [hashtag]
