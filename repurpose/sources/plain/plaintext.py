"""Which pieces is a plain text made of: paragraphs, list items, code?"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.cleaning import joined_lines, one_line
from repurpose.sources.furniture.bylines import byline_name
from repurpose.sources.furniture.dates import is_date_line
from repurpose.sources.pieces import Piece, Reading
from repurpose.sources.plain.reactions import without_reactions
from repurpose.sources.structure.lists import Marker, find_marker, grouped_items

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["read_text"]

# Hard-wrapped text: between these widths, and the next line's first word would not have fitted.
_WRAP_WIDTHS = range(45, 111)
_WRAP_SHARE = 0.75
_RAGGED = 8  # editors break a little early around dashes and long words
_SENTENCE_END = re.compile(r"[.!?:;。！？।؟…]['\"”’»)\]]*$")
_CODE_LINE = re.compile(
    r"^\s*(?:</?[A-Za-z!][^>]*>?|//|/\*|\*/|#include\b|[$>]{1,3} \S|[})\]][})\];,]*+$)"
    r"|[{};]\s*$|=>|^\s*[\w.]+ = \S",
)
_CODE_SHARE = 0.5
# A title in two or three lines, a byline, a day.
_HEAD_LINES = 6
_LETTER_BULLET = re.compile(r"^( *)o(?= +\S)")
# "> " before each line of a quotation, as in mail; ">>>" is a prompt.
_QUOTED = re.compile(r"^ {0,3}>(?!>>)(?: ?>)* ?")


def read_text(text: str) -> Reading:
    """The pieces of the plain text *text*, whose characters are clean already."""
    chunks = _chunks(_with_bullets(text.split("\n")))
    is_wrapped = _is_wrapped_text([lines for _, _, lines in chunks])
    pieces: list[Piece] = []
    for start, gap, lines in chunks:
        pieces.extend(_chunk_pieces(lines, start=start, gap=gap, is_wrapped=is_wrapped))
    return without_reactions(Reading(pieces=grouped_items(_joined_code(pieces))))


def _with_bullets(lines: list[str]) -> list[str]:
    """*lines* with a bullet for the letter "o" that office programs put before the items of a list."""
    marked = [index for index, line in enumerate(lines) if _LETTER_BULLET.match(line)]
    listed = {
        index
        for above, below in pairwise(marked)
        if not any(line.strip() for line in lines[above + 1 : below])
        for index in (above, below)
    }
    return [_LETTER_BULLET.sub(r"\1•", line) if index in listed else line for index, line in enumerate(lines)]


def _chunks(lines: Sequence[str]) -> list[tuple[int, int, list[str]]]:
    """Runs of lines without a blank one: number of the first line, blank lines above, the lines."""
    chunks: list[tuple[int, int, list[str]]] = []
    gap = 0
    is_open = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            gap += 1
            is_open = False
        elif is_open:
            chunks[-1][2].append(line)
        else:
            chunks.append((number, gap, [line]))
            gap, is_open = 0, True
    return chunks


def _is_wrapped_text(chunks: Sequence[Sequence[str]]) -> bool:
    """Whether lines mostly break inside sentences: then a line end means nothing."""
    # A title above its byline or its subtitle has no full stop at its end.
    prose = [lines for lines in chunks if _SENTENCE_END.search(lines[-1].rstrip())] or chunks
    pairs = [line for lines in prose for line in lines[:-1] if len(line) >= _WRAP_WIDTHS.start]
    return bool(pairs) and 2 * sum(_SENTENCE_END.search(line.rstrip()) is None for line in pairs) > len(pairs)


def _chunk_pieces(lines: Sequence[str], *, start: int, gap: int, is_wrapped: bool) -> list[Piece]:
    if any(map(_QUOTED.match, lines)):
        quoted = _quoted_pieces(lines, start=start, gap=gap, is_wrapped=is_wrapped)
        if quoted is not None:
            return quoted
    if (verbatim := _verbatim_piece(lines, (start, start + len(lines) - 1), gap)) is not None:
        return [verbatim] if verbatim.text else []
    pieces: list[Piece] = []
    width = max(map(len, lines))
    # Lines up to here are known to stand for themselves.
    index = single_until = 0
    while index < len(lines):
        marker = find_marker(lines[index])
        end = index + 1
        if marker is not None:
            while end < len(lines) and _continues(lines, end, marker, width):
                end += 1
        elif index >= single_until:
            while end < len(lines) and find_marker(lines[end]) is None:
                end += 1
            end = _above_dateline(lines, index, end)
            if not (is_wrapped and _is_wrapped_chunk(lines[index:end])):
                single_until, end = end, index + 1
        place = (start + index, start + end - 1)
        pieces.append(_piece(lines[index:end], marker, lines=place, gap=gap if index == 0 else 0))
        index = end
    return [piece for piece in pieces if piece.text]


def _above_dateline(lines: Sequence[str], start: int, end: int) -> int:
    """Where the title ends among the lines of a heading: a byline or a day below it is a line of its own."""
    if end - start > _HEAD_LINES or _SENTENCE_END.search(lines[start].rstrip()):
        return end
    for index in range(start, end):
        line = one_line(lines[index])
        if is_date_line(line) or byline_name(line):
            return max(index, start + 1)
    return end


def _verbatim_piece(lines: Sequence[str], place: tuple[int, int], gap: int) -> Piece | None:
    """The piece of a run of lines that is a listing or a table as a whole."""
    if _is_code(lines):
        return Piece(kind=BlockKind.CODE, text="\n".join(line.rstrip() for line in lines), lines=place, gap=gap)
    if _is_table(lines):
        text = "\n".join(" | ".join(_cells(line)) for line in lines if _cells(line))
        return Piece(kind=BlockKind.TABLE, text=text, lines=place, gap=gap)
    return None


def _quoted_pieces(lines: Sequence[str], *, start: int, gap: int, is_wrapped: bool) -> list[Piece] | None:
    """The pieces of a run of lines of which some are quoted with ``>``; ``None`` where these are code."""
    pieces: list[Piece] = []
    index = 0
    for is_quoted, group in groupby(lines, key=lambda line: _QUOTED.match(line) is not None):
        run = list(group)
        place = (start + index, start + index + len(run) - 1)
        if is_quoted:
            words = [_QUOTED.sub("", line) for line in run]
            if _is_code(words) or not any(_SENTENCE_END.search(line.rstrip()) for line in words):
                return None
            parts = (list(part) for is_blank, part in groupby(words, key=lambda line: not line.strip()) if not is_blank)
            pieces.extend(
                Piece(
                    kind=BlockKind.QUOTE, text="\n".join(map(one_line, part)), lines=place, gap=gap if not index else 0
                )
                for part in parts
            )
        else:
            pieces.extend(_chunk_pieces(run, start=place[0], gap=gap if not index else 0, is_wrapped=is_wrapped))
        index += len(run)
    return pieces


def _piece(source: Sequence[str], marker: Marker | None, *, lines: tuple[int, int], gap: int) -> Piece:
    # A dash before a line is a credit or direct speech more often than a bullet.
    if marker is None or marker.text == "—":
        return Piece(kind=BlockKind.PARAGRAPH, text=_unwrapped(source), lines=lines, gap=gap)
    text = _unwrapped([source[0][marker.end :], *source[1:]])
    item = Piece(kind=BlockKind.ITEM, text=text, lines=lines, gap=gap)
    return replace(item, level=marker.indent, number=marker.number, group=-1)


def _continues(lines: Sequence[str], index: int, marker: Marker, width: int) -> bool:
    """Whether a line goes on with the list item above it."""
    line = lines[index]
    if find_marker(line) is not None:
        return False
    if len(line) - len(line.lstrip()) > marker.indent:
        return True
    above = lines[index - 1].rstrip()
    return width in _WRAP_WIDTHS and len(above) + 1 + len(line.split()[0]) > width


def _is_wrapped_chunk(lines: Sequence[str]) -> bool:
    width = max(len(line.rstrip()) for line in lines)
    if len(lines) == 1 or width not in _WRAP_WIDTHS:
        return len(lines) == 1
    full = sum(len(above.rstrip()) + 1 + len(below.split()[0]) > width - _RAGGED for above, below in pairwise(lines))
    return full >= _WRAP_SHARE * (len(lines) - 1)


def _unwrapped(lines: Sequence[str]) -> str:
    return joined_lines(filter(None, map(one_line, lines)), between=" ")


def _is_code(lines: Sequence[str]) -> bool:
    hits = sum(_CODE_LINE.search(line) is not None for line in lines)
    return hits > 0 and len(lines) > 1 and hits >= _CODE_SHARE * len(lines)


def _is_table(lines: Sequence[str]) -> bool:
    """Whether every line is a row of the same number of cells."""
    bars = lines[0].count("|")
    return len(lines) > 1 and bars > 0 and all(line.count("|") == bars for line in lines)


def _cells(line: str) -> list[str]:
    cells = [one_line(cell) for cell in line.split("|")]
    return [cell for cell in cells if cell.strip("-: ")]


def _joined_code(pieces: Sequence[Piece]) -> list[Piece]:
    """Code that blank lines part is one listing."""
    joined: list[Piece] = []
    for kind, group in groupby(pieces, key=attrgetter("kind")):
        run = list(group)
        if kind is BlockKind.CODE and len(run) > 1:
            text = run[0].text + "".join("\n" * (piece.gap + 1) + piece.text for piece in run[1:])
            run = [replace(run[0], text=text, lines=(run[0].lines[0], run[-1].lines[1]))]
        joined.extend(run)
    return joined
