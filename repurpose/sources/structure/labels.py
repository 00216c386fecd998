"""Does a list item start with a label, and where does its body begin?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.dates import find_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["find_label", "is_label", "labelled"]

# "Label: body", "Label - body"; the hyphen needs spaces, the colon must not stand inside a time, a ratio or an address.
_SEPARATOR = re.compile(r"\??(?:[:：](?=\s|[\u3000-\u9fff])| [–—-] | ?— ?)\s*")
_LABEL_WORDS = 9
_LABEL_CHARACTERS = 90
_TIME = re.compile(r"\d{1,2}[:.h]\d{0,2}|\b\d{4}\b|\d{1,2}\.\s?$|\d{1,2}\s?(?:Uhr|am|pm|a\.m|p\.m)", re.IGNORECASE)
_SENTENCE_INSIDE = re.compile(r"[.!?。।؟]\s")
_BOLD_SEPARATOR = re.compile(r"[.。:：–—!?-]?\s*[:：–—-]?\s*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# "**東京** は", "**北京** 是": the sentence runs on.
_GOES_ON = re.compile(r" *[はがをにのもとでへや是在有为和与的会将要可了也都不]")
_LINE_ENDS = frozenset(".,;。،؛")
_BOLD_ENDS = frozenset(".:：–—-。!?")


def labelled(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """*pieces* with the labels of their items."""
    return tuple(_labelled(piece) if piece.kind is BlockKind.ITEM else piece for piece in pieces)


def find_label(text: str, *, bold: int = 0) -> tuple[int, int] | None:
    """
    Where the label of the item *text* ends and where its body starts; ``None`` when it has none.

    A start set in *bold* is a label only before a stop, colon, dash or line end, never when the sentence runs on. A
    date or a time is no label.
    """
    if 0 < bold < len(text):
        return _bold_label(text, bold)
    match = _SEPARATOR.search(text[: _LABEL_CHARACTERS + 4])
    if match is None:
        return None
    label = text[: match.start() + text[match.start() : match.end()].startswith("?")]
    return _checked(text, len(label), match.end())


def _bold_label(text: str, bold: int) -> tuple[int, int] | None:
    label = text[:bold].rstrip()
    has_stop_inside = label[-1:] in _BOLD_ENDS
    after = text[len(label) :]
    # Where words are not parted by spaces, one behind the bold words parts them.
    is_parted = after.startswith(" ") and _CJK.match(label[-1:]) is not None and not _GOES_ON.match(after)
    if not has_stop_inside and not is_parted and after.lstrip(" ")[:1] not in _BOLD_ENDS:
        return None
    end = len(label)
    while end and (label[end - 1] in ".:：–—-。 "):
        end -= 1
    start = len(label) + (match.end() if (match := _BOLD_SEPARATOR.match(after)) else 0)
    return _checked(text, end, start, words=_LABEL_WORDS + 6)


def is_label(line: str) -> bool:
    """Whether a first *line* of its own names what comes under it."""
    return line[-1] not in _LINE_ENDS and len(line) <= _LABEL_CHARACTERS and _may_name(line, _LABEL_WORDS + 6)


def _checked(text: str, end: int, start: int, *, words: int = _LABEL_WORDS) -> tuple[int, int] | None:
    label, body = text[:end], text[start:]
    return (end, start) if label.strip() and body.strip() and _may_name(label, words) else None


def _may_name(label: str, words: int) -> bool:
    if len(label.split()) > words or _SENTENCE_INSIDE.search(label):
        return False
    return find_date(label) is None and not _TIME.search(label) and not label[0].islower()


def _labelled(piece: Piece) -> Piece:
    label = find_label(piece.text, bold=piece.bold) or piece.label
    return replace(piece, label=label) if label else piece
