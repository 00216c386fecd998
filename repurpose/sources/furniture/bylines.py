"""Who wrote the article, and when, by the lines around it?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.furniture.dates import find_date
from repurpose.sources.furniture.lines import REASONS, furniture_words
from repurpose.sources.measures import ends_sentence, word_count

if TYPE_CHECKING:
    from repurpose.sources.pieces import Metadata, Piece, Reading

__all__ = ["byline_name", "with_byline", "without_author_box"]

_NAME_CHARACTERS = 60
_NAME_WORDS = 8
_BIO_WORDS = 80
_PARTS = re.compile(r"\s*(?:[,|•·–—(/：／]|\s-\s)\s*|\s+(?:\d|on\b|am\b|le\b|el\b|em\b|il\b|op\b|in\b|at\b)")
_SMALL = frozenset(
    [
        "and",
        "und",
        "et",
        "y",
        "e",
        "en",
        "и",
        "і",
        "та",
        "de",
        "da",
        "di",
        "do",
        "van",
        "von",
        "der",
        "den",
        "del",
        "la",
        "le",
        "los",
        "dos",
        "al",
        "bin",
        "ibn",
        "&",
        "ten",
        "ter",
    ]
)
_COLON = re.compile(r"[:：／/]\s*")


def byline_name(text: str) -> str | None:
    """
    The name in a byline such as ``By Jane Doe | 3 May 2020``, ``Jane Doe, 3 May 2020`` or ``Jane Doe Avatar``.

    ``None`` for a sentence that begins alike: *By Monday the bridge was open.*
    """
    if len(text) > 3 * _NAME_CHARACTERS or ends_sentence(text):
        return None
    words = furniture_words()
    folded = text.casefold()
    for mark in words.portraits:
        if folded.endswith(f" {mark}"):
            return text[: -len(mark)].strip(" :-–") or None
    for opener in words.people:
        after = text[len(opener) :]
        if folded.startswith(opener) and after[:1] in {" ", ":", "：", "／", "/"}:
            is_marked = _COLON.match(after.lstrip()) is not None
            name = _PARTS.split(_COLON.sub("", after.lstrip(), count=1))[0].strip()
            is_dated = find_date(text) is not None
            return name if _is_name(name, fewest=1 if is_marked or is_dated else 2) else None
    name = _PARTS.split(text)[0].strip()
    return name if find_date(text) is not None and _is_name(name, fewest=2) and find_date(name) is None else None


def with_byline(metadata: Metadata, text: str) -> Metadata:
    """*metadata* with what the byline or date line *text* adds to it."""
    return replace(metadata, byline=metadata.byline or byline_name(text), date=metadata.date or find_date(text))


def without_author_box(reading: Reading) -> Reading:
    """*reading* without the author's name on a line of its own, and without the words about them below it."""
    name = (reading.metadata.byline or "").casefold()
    if not name:
        return reading
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    is_below_name = False
    for index, piece in enumerate(reading.pieces):
        is_text = piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
        is_name = is_text and piece.text.casefold().strip(" .") == name
        is_bio = is_below_name and is_text and index == len(reading.pieces) - 1 and _is_about(piece.text, name)
        if is_name or is_bio:
            reason = REASONS["byline" if is_name else "bio"]
            dropped.append(Dropped(text=piece.text, lines=piece.lines, reason=reason))
        else:
            kept.append(piece)
        is_below_name = is_name
    return replace(reading, pieces=tuple(kept), dropped=(*reading.dropped, *dropped)) if kept else reading


def _is_about(text: str, name: str) -> bool:
    return word_count(text) <= _BIO_WORDS and text.casefold().startswith(name.split(maxsplit=1)[0])


def _is_name(name: str, *, fewest: int) -> bool:
    words = name.split()
    if not 0 < len(name) <= _NAME_CHARACTERS or len(words) > _NAME_WORDS or any(map(str.isdigit, name)):
        return False
    # Scripts without capitals and without spaces write a name as one word.
    has_case = name.lower() != name.upper()
    return (not has_case or len(words) >= fewest) and all(
        word[0].isupper() or word in _SMALL or not has_case for word in words
    )
