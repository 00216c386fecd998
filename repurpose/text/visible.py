"""How is a text shown where none of its characters may act: on a terminal, in the line of an error?"""

from __future__ import annotations

import re

__all__ = ["visible", "visible_line"]

# Controls, the marks that turn the direction of what follows, separators of lines that are none, lone surrogates.
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_ENDS = re.compile("[\t\n]")


def visible(text: str) -> str:
    """*text* with the number of each character that would act instead of being seen; line ends and tabs stay."""
    # Most texts are printable as a whole.
    return text if text.isprintable() else _ACTING.sub(_numbered, text)


def visible_line(text: str) -> str:
    """The same on one line."""
    return text if text.isprintable() else _LINE_ENDS.sub(_numbered, visible(text))


def _numbered(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
