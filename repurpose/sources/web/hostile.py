"""Is this page safe to parse: not too large, too deep or built to make a parser slow?"""

from __future__ import annotations

import re

from repurpose.errors import UnreadableSource

__all__ = ["check_page"]

# Real pages of a public benchmark: at most 1.5 MB, 64 attributes in a tag, 51 levels. Parsers are super-quadratic in
# the attributes of one tag, and slow on hundreds of thousands of tags.
_MOST_CHARACTERS = 5_000_000
_MOST_TAGS = 100_000
_MOST_ATTRIBUTES = 1_000
_MOST_LEVELS = 500
_TAG = re.compile(r"<(/?)([A-Za-z!?][A-Za-z0-9:-]*)([^<>]*)")
_VALUE = re.compile(r"(=\s*)?(?:\"[^\"]*\"|'[^']*')")
# Elements that HTML closes by itself, or that hold nothing.
# fmt: off
_FLAT = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "!doctype", "!--",
    "svg", "path",
})
# fmt: on


def check_page(html: str) -> None:
    """Raises `UnreadableSource` when *html* is larger, deeper or denser than any real page; one linear pass."""
    if len(html) > _MOST_CHARACTERS:
        raise UnreadableSource(f"the page has {len(html):,} characters; pages of up to {_MOST_CHARACTERS:,} are read")
    depth = 0
    for tags, match in enumerate(_TAG.finditer(html), start=1):
        closing, name, rest = match.groups()
        # A comment has words, but no attributes.
        if len(rest) > 2 * _MOST_ATTRIBUTES and name[0] not in "!?" and _attributes(rest) > _MOST_ATTRIBUTES:
            raise UnreadableSource(
                f"the page has a tag with more than {_MOST_ATTRIBUTES:,} attributes; no real page has"
            )
        if closing:
            depth = max(0, depth - (name.lower() not in _FLAT))
        elif name.lower() not in _FLAT and not rest.endswith("/"):
            depth += 1
        if depth > _MOST_LEVELS or tags > _MOST_TAGS:
            what = f"{_MOST_LEVELS:,} nested levels" if depth > _MOST_LEVELS else f"{_MOST_TAGS:,} tags"
            raise UnreadableSource(f"the page has more than {what}; save only the article's part of it")


def _attributes(rest: str) -> int:
    """
    Attributes in a tag, with or without a value.

    Words are counted, not signs: what looks like a tag may be a comparison in a script, which has many signs and few
    spaces.
    """
    return len(_VALUE.sub(lambda match: " " if match[1] else "", rest).replace("/", " ").split())
