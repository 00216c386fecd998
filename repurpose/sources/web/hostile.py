"""Is this page safe to parse in this process: not too large, too dense or built to make a parser slow?"""

from __future__ import annotations

import re

__all__ = ["MOST_LEVELS", "is_dense", "is_heavy"]

# Real pages of a public benchmark: at most 1.5 MB, 64 attributes in a tag, 51 levels. Parsers are super-quadratic in
# the attributes of one tag, and slow on hundreds of thousands of tags.
_MOST_TAGS = 60_000
_MOST_ATTRIBUTES = 1_000
# libxml2 leaves out what stands deeper than 256 elements.
MOST_LEVELS = 250
# As a parser sees them: a script or a comment as a whole, and the attributes of any other tag, quoted values included.
_TAG = re.compile(
    r"<(?:!--[^-]*+(?:-(?!->)[^-]*+)*+"
    r"|(script|style)?+[A-Za-z]*+((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)(?(1)[^<]*+(?:<(?!/\1)[^<]*+)*+))",
    re.IGNORECASE,
)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]*)")


def is_heavy(html: str) -> bool:
    """Whether *html* is denser than any real page; one linear pass."""
    return html.count("<") > _MOST_TAGS or is_dense(html)


def is_dense(html: str) -> bool:
    """Whether a tag of *html* has more attributes than any real one; one linear pass."""
    return any(
        len(rest) > 2 * _MOST_ATTRIBUTES and len(_VALUE.sub("= ", rest).split()) > _MOST_ATTRIBUTES
        for _, rest in _TAG.findall(html)
    )
