"""Which characters of a source are text, and which are hidden, broken or mere spacing?"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["clean_characters", "joined_lines", "one_line"]

_LINE_ENDS = re.compile(r"\r\n?")
# Tabs, no-break and typographic spaces, and separators that are no line ends in any editor.
_SPACES = re.compile("[\t\v\f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Controls, soft hyphen, zero-width space, word joiner, byte order mark, bidi marks and overrides, invisible operators,
# interlinear marks, lone surrogates, noncharacters, and tag characters outside of a flag.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+",
)
# Joiners mean something after a letter of an Arabic or Indic script, and between two pictographs.
_STRAY_JOINERS = re.compile(
    "(?<![\u0600-\u1cff])[\u200c\u200d](?<![\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff]\u200d)"
    "|\u200d(?<![\u0600-\u1cff]\u200d)(?![\u2190-\u2bff\U0001f000-\U0001faff])",
)
_RUNS = re.compile(" {2,}")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def clean_characters(text: str) -> str:
    """*text* with LF line ends, plain spaces and NFC, without hidden characters; lines stay where they are."""
    text = _HIDDEN.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    return text if text.isascii() else unicodedata.normalize("NFC", _STRAY_JOINERS.sub("", text))


def one_line(text: str) -> str:
    """*text* on one line, with single spaces."""
    return _RUNS.sub(" ", text.replace("\n", " ")).strip()


def joined_lines(lines: Iterable[str], *, between: str) -> str:
    """The *lines* as one text with *between* between them, and nothing inside a script that sets no spaces."""
    parts: list[str] = []
    for line in lines:
        if parts and not (_UNSPACED.match(parts[-1][-1:]) and _UNSPACED.match(line)):
            parts.append(between)
        parts.append(line)
    return "".join(parts)
