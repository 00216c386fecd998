"""What of a saved web page is the article, and what was taken off?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.furniture.dates import is_date_line
from repurpose.sources.furniture.lines import REASONS, furniture_kind
from repurpose.sources.measures import word_count
from repurpose.sources.web.page import read_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece, Reading

__all__ = ["read_html"]

# Below this the main text is a teaser or a caption, and the whole page is read like a text copy instead.
_FEWEST_WORDS = 20
# A piece of the page is in the main text when so many of its runs of words are.
_RUN = 4
_SHARE = 0.6
# So many pieces between two pieces of the article belong to it too, unless they are furniture.
_LONGEST_GAP = 3
_WORD = re.compile(r"\w+")


def read_html(html: str) -> tuple[Reading, bool]:
    """
    The article's pieces in the page *html*, and whether that is its main text.

    Where no main text is found, all of the page's pieces come back with ``False``, to be trimmed like a text copy.
    """
    reading, words = read_page(html)
    if word_count(words) < _FEWEST_WORDS:
        return reading, False
    chosen = _with_gaps(reading.pieces, _in_main_text(reading.pieces, words))
    if not any(chosen):
        return reading, False
    dropped = [
        Dropped(text=piece.text, lines=piece.lines, reason=_reason(piece))
        for piece, is_chosen in zip(reading.pieces, chosen, strict=True)
        if not is_chosen
    ]
    pieces = tuple(piece for piece, is_chosen in zip(reading.pieces, chosen, strict=True) if is_chosen)
    return replace(reading, pieces=pieces, dropped=tuple(dropped)), True


def _in_main_text(pieces: Sequence[Piece], main_text: str) -> list[bool]:
    """Which *pieces* the words of *main_text* come from; a text that the page shows twice is taken where it fits."""
    words = _WORD.findall(main_text)
    runs = set(zip(*(words[offset:] for offset in range(_RUN)), strict=False))
    squeezed = "".join(words)
    shares = [_share(piece, runs, squeezed) for piece in pieces]
    chosen = [share >= _SHARE for share in shares]
    # Short pieces also occur in menus and teasers: they count next to a long one only.
    long = [index for index, piece in enumerate(pieces) if chosen[index] and len(_WORD.findall(piece.text)) > 2 * _RUN]
    if not long:
        return chosen
    first, last = long[0] - _LONGEST_GAP, long[-1] + _LONGEST_GAP
    return [
        is_chosen
        and first <= index <= last
        and (long[0] <= index <= long[-1] or not (pieces[index].is_link or pieces[index].is_aside))
        for index, is_chosen in enumerate(chosen)
    ]


def _share(piece: Piece, runs: set[tuple[str, ...]], squeezed: str) -> float:
    words = _WORD.findall(piece.text)
    if len(words) < _RUN:
        return float("".join(words) in squeezed)
    own = list(zip(*(words[offset:] for offset in range(_RUN)), strict=False))
    return sum(run in runs for run in own) / len(own)


def _with_gaps(pieces: Sequence[Piece], chosen: Sequence[bool]) -> list[bool]:
    """*chosen* with what stands between two pieces of the article: headings, captions and credits that were lost."""
    filled = list(chosen)
    last: int | None = None
    for index, is_chosen in enumerate(chosen):
        if not is_chosen:
            continue
        if last is not None and 1 < index - last <= _LONGEST_GAP + 1:
            for gap in range(last + 1, index):
                filled[gap] = _may_belong(pieces[gap])
        last = index
    return filled


def _may_belong(piece: Piece) -> bool:
    return (
        not piece.is_link
        and not piece.is_aside
        and furniture_kind(piece.text) in {None, "figure"}
        and not is_date_line(piece.text)
    )


def _reason(piece: Piece) -> str:
    kind = furniture_kind(piece.text)
    if kind is not None:
        return REASONS[kind]
    if is_date_line(piece.text):
        return "date line"
    return "navigation" if piece.kind is BlockKind.ITEM or piece.is_link else "page furniture"
