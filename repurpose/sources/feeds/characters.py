"""Which characters of a feed may a parser of XML see?"""

from __future__ import annotations

import re

__all__ = ["whole_characters", "without_controls"]

# Parts of XML 1.0 that are no characters of it: one makes the whole feed unreadable to a strict parser. Exports have
# them where a post was pasted from an office document.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Some software writes the halves of a surrogate pair by number, on which parsers break. Those of other characters that
# this takes in stand for themselves.
_HALF = re.compile(r"&#(?:0{0,9}(5[5-7][0-9]{3})|[xX]0{0,9}([dD][89a-fA-F][0-9a-fA-F]{2}));")


def without_controls(text: str) -> str:
    """*text* without what is no character of XML."""
    return _NO_XML.sub("", text)


def whole_characters(text: str) -> str:
    """*text* with the character that two references to the halves of one stand for, and without a lone half."""
    if _HALF.search(text) is None:
        return text
    halves = _HALF.sub(lambda match: chr(int(match[1]) if match[1] else int(match[2], 16)), text)
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
