"""Who said a quotation that stands as a block of its own?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.cleaning import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["with_quoted_speakers"]

_CREDIT = re.compile(r"^\s*(?:—|–|―|--?)\s*(\S.*)$")
_TRAILING = re.compile(
    r"(?<=[.!?…。”\"'’])\s+(?:—|–|―|--)\s*([^\W\d_a-zа-я][^.!?\n]{1,80})$|(?<=[.!?…。”\"'’])\s+(?:—|–|―|--)\s*(@\w[^.!?\n]{1,80})$"
)
_NAME_END = re.compile(r"\s*(?:[,(，（]|\bon\b|\bin\b|https?:).*$", re.DOTALL)
_CREDIT_CHARACTERS = 160


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


def _credit_to(done: list[Piece], speaker: str) -> None:
    """Everything quoted just above is said by *speaker*, back to the last quotation that has a speaker."""
    for index in range(len(done) - 1, -1, -1):
        if done[index].kind is not BlockKind.QUOTE or done[index].speaker:
            return
        done[index] = replace(done[index], speaker=speaker)


def _speaker(credit: str) -> str:
    name = _NAME_END.sub("", one_line(credit)).strip(' *_"“”')
    return name or one_line(credit)
