"""Which paragraphs do the lines of printed pages make?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.sources.cleaning import joined_lines
from repurpose.sources.documents.hyphens import HyphenJoiner
from repurpose.sources.documents.printed_lines import LONE_MARKER, width_of
from repurpose.sources.furniture.bylines import byline_name
from repurpose.sources.furniture.dates import find_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.documents.printed_lines import Line

__all__ = ["paragraphs_text"]

# Of the usual distance of two lines: more of it parts paragraphs.
_SPACING = 1.25
# Of the size: a line that is set in by more begins something.
_INDENT = 0.6
# Lines stand between so close and so far apart, as a share of their size, and as a rule so.
_SOLID, _DOUBLE, _LEADING = 0.8, 2.5, 1.2
# Widths are estimates: a line ends early when the next word and this share of it more would have fitted.
_SLACK = 1.5
_SHORT = 2.0
# Larger or smaller than its neighbour: a heading, a caption, a note.
_STEP = 1.07
_NEIGHBOURS = 6
_BULLET = re.compile(r"(?:[•◦▪▫‣⁃●○■□➢➤✓✔·∙\x7f\uf0b7\uf0a7\uf0d8\uf076\uf0fc\ue00a\ue00c]\s*|[–—*-]\s+)(?=\S)")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+\S")
_NOTE = re.compile(r"(?:\[?\d{1,3}\]?\.?|[*†‡§¹²³⁴-⁹])\s*[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?:。！？।…؟]['\"”’»)\]\d*†]*$")
# What PDFs set as one glyph, and hyphens that are no other sign.
_GLYPHS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2010": "-", "\u2011": "-"},
)


@dataclass(frozen=True, slots=True)
class _Measures:
    body: float
    """The size of most of the text."""
    leading: float
    """The usual distance of two lines, as a share of their size."""


def paragraphs_text(pages: Sequence[Sequence[Line]]) -> str:
    """The text of *pages*: paragraphs, headings and lists parted by blank lines, each item on a line of its own."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    measures = _measures(lines)
    text, notes = _apart(pages, measures.body)
    joiner = HyphenJoiner(line.text.translate(_GLYPHS) for line in lines)
    parts: list[str] = []
    above: Sequence[Line] = ()
    for paragraph in (*_paragraphs(text, measures), *_paragraphs(notes, measures)):
        if above:
            parts.append("\n" if _is_one_list(above[0], paragraph[0]) else "\n\n")
        words = joined_lines(joiner.joined([line.text.translate(_GLYPHS) for line in paragraph]), between=" ")
        bullet = _BULLET.match(words)
        parts.append(f"• {words[bullet.end() :]}" if bullet else words)
        above = paragraph
    return "".join(parts)


def _measures(lines: Sequence[Line]) -> _Measures:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = max(sizes, key=lambda size: (sizes[size], size))
    steps = Counter(
        round((above.y - below.y) / body, 2)
        for above, below in pairwise(lines)
        if above.size == below.size == body and _SOLID * body < above.y - below.y < _DOUBLE * body
    )
    return _Measures(body, max(steps, key=lambda step: (steps[step], -step)) if steps else _LEADING)


def _apart(pages: Sequence[Sequence[Line]], body: float) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of notes at the feet of pages, which would part sentences."""
    text: list[Line] = []
    notes: list[Line] = []
    for page in pages:
        end = len(page)
        while end and page[end - 1].size * _STEP < body:
            end -= 1
        while end < len(page) and not _NOTE.match(page[end].text):
            end += 1
        text.extend(page[:end])
        notes.extend(page[end:])
    return text, notes


def _paragraphs(lines: Sequence[Line], measures: _Measures) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if paragraphs and not _begins(paragraphs[-1], line, below, _right_edge(lines, index - 1), measures):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _right_edge(lines: Sequence[Line], index: int) -> float:
    """Where the column of a line ends, as its neighbours show."""
    line = lines[index]
    near = lines[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
    return max(other.end for other in near if other is line or (other.size == line.size and other.x < line.end))


def _begins(
    paragraph: Sequence[Line],
    line: Line,
    below: Line | None,
    right: float,
    measures: _Measures,
) -> bool:
    """Whether *line*, above *below*, begins something and does not go on with *paragraph*, which ends at *right*."""
    first, last = paragraph[0], paragraph[-1]
    if LONE_MARKER.fullmatch(last.text):
        return False
    is_early = right - last.end > max(_SHORT * last.size, _SLACK * width_of(line.text.split(" ", 1)[0], last.size))
    has_ended = _SENTENCE_END.search(last.text) is not None or (first is last and _is_dateline(last.text))
    if _BULLET.match(line.text) or line.is_row or last.is_row or not _same_size(last, line):
        return True
    if _NUMBER.match(line.text) and (has_ended or is_early or _is_marked(first)):
        return True
    step = last.y - line.y
    if step <= 0 or step > 5 * line.size:
        return has_ended or (is_early and not line.text[:1].islower())
    if step > _SPACING * measures.leading * line.size:
        return True
    if first.is_bold != line.is_bold and (first.is_bold or is_early or has_ended):
        return True
    if has_ended and is_early:
        return True
    if (has_ended or is_early) and not _is_marked(first) and below is not None and _is_set_in(line, below, measures):
        return line.x >= last.x - _INDENT * line.size
    return _is_set_apart(paragraph, line, measures, is_early=is_early)


def _is_dateline(text: str) -> bool:
    """Whether *text* is a line such as "By Jane Doe, 4 March 2025"."""
    return byline_name(text) is not None and find_date(text) is not None


def _same_size(last: Line, line: Line) -> bool:
    """Whether both lines have text of about one size; code within a sentence is often smaller."""
    largest, smallest = min(max(last.sizes), max(line.sizes)), max(min(last.sizes), min(line.sizes))
    return largest * _STEP >= smallest


def _is_set_in(line: Line, below: Line, measures: _Measures) -> bool:
    """Whether *line* is set in like the first of a paragraph that goes on *below*."""
    is_next = 0 < line.y - below.y <= _SPACING * measures.leading * line.size
    return is_next and _INDENT * line.size < line.x - below.x < 5 * line.size


def _is_set_apart(paragraph: Sequence[Line], line: Line, measures: _Measures, *, is_early: bool) -> bool:
    """Whether *line* starts further to the left or right than the next line of *paragraph* would."""
    first, last = paragraph[0], paragraph[-1]
    tolerance = _INDENT * line.size
    if _is_marked(first):
        is_hanging = len(paragraph) > 1 and last.x > first.x + tolerance
        return line.x < first.x - tolerance or (is_hanging and line.x < last.x - tolerance)
    if first.size > _STEP * measures.body:  # the lines of a heading may be centred
        return False
    return line.x > last.x + tolerance or (line.x < last.x - tolerance and (is_early or len(paragraph) > 1))


def _is_one_list(above: Line, below: Line) -> bool:
    """Whether two paragraphs are items of a list or rows of a table, with no blank line between them."""
    return (above.is_row and below.is_row) or (_is_marked(above) and _is_marked(below))


def _is_marked(line: Line) -> bool:
    return bool(_BULLET.match(line.text) or LONE_MARKER.fullmatch(line.text) or _NUMBER.match(line.text))
