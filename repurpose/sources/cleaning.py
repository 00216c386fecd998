"""Which characters of a source are text, and which are hidden, broken or mere spacing?"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from repurpose.model import Dropped

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["clean_characters", "folded", "has_hidden", "hidden_characters", "joined_lines", "one_line"]

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
_UNCLEAN = re.compile(f"{_SPACES.pattern}|{_HIDDEN.pattern}")
# Joiners mean something after a letter of an Arabic or Indic script, and between two pictographs.
_STRAY_JOINERS = re.compile(
    "(?<![\u0600-\u1cff])[\u200c\u200d](?<![\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff]\u200d)"
    "|\u200d(?<![\u0600-\u1cff]\u200d)(?![\u2190-\u2bff\U0001f000-\U0001faff])",
)
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def clean_characters(text: str) -> str:
    """
    *text* with LF line ends, plain spaces and NFC, without hidden characters; lines stay where they are.

    A text that is clean comes back itself.
    """
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    if _UNCLEAN.search(text) is not None:
        text = _HIDDEN.sub("", _SPACES.sub(" ", text))
    if text.isascii():
        return text
    if "\u200c" in text or "\u200d" in text:
        text = _STRAY_JOINERS.sub("", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def has_hidden(text: str) -> bool:
    """Whether *text* holds a character that readers do not see and that means nothing where it stands."""
    if text.isascii():
        return not text.isprintable() and _HIDDEN.search(text) is not None
    return (_HIDDEN.search(text) or _STRAY_JOINERS.search(text)) is not None


def hidden_characters(texts: Iterable[tuple[int, str]]) -> tuple[Dropped, ...]:
    """What `clean_characters` takes out of *texts*, each given with its first line: one entry a character, by code."""
    found: dict[str, list[int]] = {}
    for first_line, text in texts:
        for pattern in (_HIDDEN, _STRAY_JOINERS):
            line, seen = first_line, 0
            for match in pattern.finditer(text):
                line, seen = line + text.count("\n", seen, match.start()), match.start()
                for character in match[0]:
                    found.setdefault(character, []).append(line)
    return tuple(
        Dropped(text=_shown(character, len(lines)), lines=(lines[0], lines[-1]), reason="hidden character")
        for character, lines in sorted(found.items())
    )


def _shown(character: str, count: int) -> str:
    """How a character that nobody sees is written: ``U+200B ZERO WIDTH SPACE, 3 times``."""
    name = unicodedata.name(character, "control character" if unicodedata.category(character) == "Cc" else "")
    times = f", {count} times" if count > 1 else ""
    return f"U+{ord(character):04X} {name or 'no character'}{times}"


def one_line(text: str) -> str:
    """*text* on one line, with single spaces."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """*text* as titles are compared: without case, kinds of apostrophe, and marks at its ends."""
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .:!?")


def joined_lines(lines: Iterable[str], *, between: str) -> str:
    """The *lines* as one text with *between* between them, and nothing inside a script that sets no spaces."""
    parts: list[str] = []
    for line in lines:
        if parts and not (_UNSPACED.match(parts[-1][-1:]) and _UNSPACED.match(line)):
            parts.append(between)
        parts.append(line)
    return "".join(parts)
