"""
What does an account's name look like on each platform?

Only the shape is known here: whether the account exists is the platform's to say. Where a platform's own rule was not
found in writing, the shape is the widest that its accounts have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["handle_problem"]

_LONGEST_DOMAIN = 253


class _Shape(NamedTuple):
    pattern: re.Pattern[str]
    said: str
    example: str


def _shape(pattern: str, said: str, example: str) -> _Shape:
    return _Shape(re.compile(pattern, re.IGNORECASE), said, example)


_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])?"
_META = _shape(r"(?!\.)(?!.*\.\.)[a-z0-9_.]{1,30}(?<!\.)", "1 to 30 letters, digits, _ and single .", "acme.labs")

_SHAPES: Mapping[str, _Shape] = {
    "x": _shape(r"[a-z0-9_]{1,15}", "1 to 15 letters, digits and _", "acmelabs"),
    "linkedin": _shape(
        r"(?:(?:in|company|school|showcase)/)?[\w-]{3,100}",
        "3 to 100 letters, digits and -, as in the page's address",
        "company/acme-labs",
    ),
    "instagram": _META,
    # Facebook: at least 5, letters, digits and periods (facebook.com/help/105399436216001, read 2026-11-25).
    "facebook": _shape(r"[a-z0-9.]{5,50}", "at least 5 letters, digits and .", "acme.labs"),
    "threads": _META,
    # https://atproto.com/specs/handle (read 2026-11-25).
    "bluesky": _shape(
        r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?", "a domain", "acme.bsky.social"
    ),
    "mastodon": _shape(
        rf"[a-z0-9_](?:[a-z0-9_.-]{{0,62}}[a-z0-9_])?@{_HOST}", "a name and its server", "@acme@mastodon.social"
    ),
    # Letters, digits, _ and ., no . at the end (support.tiktok.com, changing your username, read 2026-11-25).
    "tiktok": _shape(r"[\w.]{2,24}(?<!\.)", "2 to 24 letters, digits, _ and .", "acme.labs"),
    "youtube": _shape(r"[^\W_](?:[\w.·-]{1,28}[^\W_])", "3 to 30 letters, digits, _ - . and ·", "AcmeLabs"),
    "pinterest": _shape(r"[a-z0-9_]{3,30}", "3 to 30 letters, digits and _", "acmelabs"),
    "reddit": _shape(r"(?:[ur]/)?[a-z0-9_-]{3,21}", "3 to 21 letters, digits, _ and -", "u/acme_labs"),
    # At least 5; shorter ones are sold (telegram.org/faq, read 2026-11-25).
    "telegram": _shape(r"[a-z][a-z0-9_]{2,30}[a-z0-9]", "4 to 32 letters, digits and _, a letter first", "acmelabs"),
    "discord": _shape(r"(?!.*\.\.)[a-z0-9_.]{2,32}", "2 to 32 letters, digits, _ and single .", "acmelabs"),
    "newsletter": _shape(rf"[\w.+-]{{1,64}}@{_HOST}", "a mail address", "news@acme.example"),
}


def handle_problem(platform: str, handle: str) -> str | None:
    """What is wrong with *handle* as an account on *platform*; ``None`` where nothing is."""
    shape = _SHAPES[platform]
    bare = handle.removeprefix("@")
    if len(bare) <= _LONGEST_DOMAIN and shape.pattern.fullmatch(bare):
        return None
    return f"'{handle}' is no account on {platform}: {shape.said}, such as {shape.example}"
