"""Who said a quotation that stands as a block of its own?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.cleaning import one_line
from repurpose.sources.furniture.bylines import is_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["with_pull_quotes", "with_quoted_speakers"]

_CREDIT = re.compile(r"^\s*(?:—|–|―|--?)\s*(\S.*)$")
_TRAILING = re.compile(
    r"(?<=[.!?…。”\"'’])\s+(?:—|–|―|--|-(?=\s))\s*([^\W\d_a-zа-я][^.!?\n]{1,80})$|(?<=[.!?…。”\"'’])\s+(?:—|–|―|--)\s*(@\w[^.!?\n]{1,80})$"
)
_NAME_END = re.compile(r"\s*(?:[,(，（]|\bon\b|\bin\b|https?:).*$", re.DOTALL)
_CREDIT_CHARACTERS = 160
_NAME_CHARACTERS = 40
_OPENING = frozenset('"“„«»「『‘')
_MARKS = '"“”„«»「」『』‘’'
_SHORTEST = 12


def with_quoted_speakers(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Dropped, ...]]:
    """*pieces* with the speaker of each quotation; the credit below it is dropped from the text."""
    done: list[Piece] = []
    dropped: list[Dropped] = []
    for piece in pieces:
        text = piece.text
        if piece.kind is BlockKind.QUOTE:
            *above, last = text.split("\n")
            match = _CREDIT.match(last)
            if match and len(last) <= _CREDIT_CHARACTERS:
                if above:
                    done.append(replace(piece, text=one_line(" ".join(above)), speaker=_speaker(match[1])))
                else:
                    _credit_to(done, _speaker(match[1]))
                dropped.append(
                    Dropped(text=one_line(last), lines=(piece.lines[1], piece.lines[1]), reason="quotation credit")
                )
                continue
            text = one_line(text)
            if (trailing := _TRAILING.search(text)) is not None:
                credit = trailing[1] or trailing[2]
                piece = replace(piece, speaker=_speaker(credit))  # noqa: PLW2901 - the same piece, better known
                dropped.append(Dropped(text=credit, lines=(piece.lines[1], piece.lines[1]), reason="quotation credit"))
                text = text[: trailing.start()].rstrip()
            done.append(replace(piece, text=text, bold=0))
        elif (
            done
            and done[-1].kind is BlockKind.QUOTE
            and (match := _CREDIT.match(text))
            and len(text) <= _CREDIT_CHARACTERS
        ):
            _credit_to(done, _speaker(match[1]))
            dropped.append(Dropped(text=text, lines=piece.lines, reason="quotation credit"))
        else:
            done.append(piece)
    return tuple(piece for piece in done if piece.text), tuple(dropped)


def with_pull_quotes(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Dropped, ...]]:
    """
    *pieces* of a plain text with its quotations that stand alone and are credited on the line below.

    The credit begins with a dash, or it is a name; without one the paragraph stays what it is.
    """
    done: list[Piece] = []
    dropped: list[Dropped] = []
    for piece in pieces:
        speaker = _credited(piece) if done and _is_pull_quote(done[-1]) and piece.gap <= 1 else None
        if speaker is None:
            done.append(piece)
            continue
        quote = done.pop()
        done.append(replace(quote, kind=BlockKind.QUOTE, text=quote.text.strip(_MARKS), speaker=speaker))
        dropped.append(Dropped(text=piece.text, lines=piece.lines, reason="quotation credit"))
    return tuple(done), tuple(dropped)


def _is_pull_quote(piece: Piece) -> bool:
    """Whether a paragraph is one quotation from its first sign to its last."""
    text = piece.text
    if (
        piece.kind is not BlockKind.PARAGRAPH
        or len(text) < _SHORTEST
        or text[0] not in _OPENING
        or text[-1] not in _MARKS
    ):
        return False
    inner = text[1:-1]
    return not any(mark in inner for mark in "“„«「『") and inner.count('"') % 2 == 0 and '" ' not in inner


def _credited(piece: Piece) -> str | None:
    """Who the line of a credit names."""
    text = piece.text
    if piece.kind is not BlockKind.PARAGRAPH or len(text) > _CREDIT_CHARACTERS or text.endswith((".", "!", "?", ":")):
        return None
    if (match := _CREDIT.match(text)) is not None:
        return _speaker(match[1])
    name = _speaker(text)
    is_alone = name == text or text[len(name) :].lstrip()[:1] in {",", "(", "，", "（"}
    return name if is_alone and is_person(name, fewest=2) and len(name) <= _NAME_CHARACTERS else None


def _credit_to(done: list[Piece], speaker: str) -> None:
    """Everything quoted just above is said by *speaker*, back to the last quotation that has a speaker."""
    for index in range(len(done) - 1, -1, -1):
        if done[index].kind is not BlockKind.QUOTE or done[index].speaker:
            return
        done[index] = replace(done[index], speaker=speaker)


def _speaker(credit: str) -> str:
    name = _NAME_END.sub("", one_line(credit)).strip(' *_"“”')
    return name or one_line(credit)
