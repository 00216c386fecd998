"""
Which breaks make the best lines?

All lines are chosen together (the total-fit idea of TeX): how even they are, and how well they read. A line does not
end on an article, the last one is not a single word, a pause in the sentence is a good place to break.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import regex

from repurpose.cards.opportunities import DASHES, SPACE, WIDE, opportunities

if TYPE_CHECKING:
    from repurpose.cards.shaping import Paragraph

__all__ = ["Breaks", "Lines", "best_lines", "fewest_lines", "find_breaks"]

# What a break costs. The first is for a line that differs from the mean by the whole measure.
UNEVENNESS = 260.0
CLINGING_WORD = 30.0
LETTER = 40.0  # a word of one letter
NUMBER_LAST = 28.0
INSIDE_WORD = 25.0
LONE_LAST_WORD = 60.0
SHORT_LAST_LINE = 30.0
STUB = 25.0  # a line in the middle that is much shorter than the mean
LAST_LINE_EASE = 0.6
TOGETHER = 25.0  # a break inside a few words that are one thing: “the big / one”
FULL_STOP = -9.0
COMMA = -5.0
PHRASE = -5.0  # the next line begins with a word that leans on what follows: a new phrase
# Against one line more than needed, which leaves room unused at the right.
EXTRA_LINE = 8.0

STUB_SHARE = 0.55

FULL_STOPS = frozenset("—–.;:?!…。！？；：")
COMMAS = frozenset(",、，،")

# Fewer words than this may well end on a line of one.
HANDFUL = 4

# How much of a sign's width may stand outside the measure at the start and at the end of a line.
HANG_START = {"“": 1.0, "‘": 1.0, '"': 1.0, "'": 1.0, "„": 1.0, "‚": 1.0, "«": 0.9, "»": 0.9, "「": 0.5, "『": 0.5}
HANG_END = {
    **dict.fromkeys("”’“‘\"'", 1.0),
    **dict.fromkeys("«»", 0.8),
    **dict.fromkeys(".,-‐", 0.6),
    **dict.fromkeys(":;–", 0.4),
    **dict.fromkeys("、。，．」』）", 0.5),
}

_LAST_WORD = regex.compile(r"(?<![\p{L}\p{M}])[\p{L}\p{M}]+$")
_FIRST_WORD = regex.compile(r"[\p{L}\p{M}]+(?![\p{L}\p{M}’'])")
_ONE_THING = regex.compile(r"(?<!\w)—\w[^—]{1,24}—|“[^“”]{1,24}”|«[^«»]{1,24}»|„[^„“”]{1,24}[“”]|\"[^\"]{1,24}\"")

# Words that lean on the next one; shorter ones than three letters always do.
_CLINGING_WORDS = """
the and for with from that this into than his her its our your their who has are was not but
der die das den dem des ein eine einen und oder mit von für auf zum zur aus bei als dass nicht
les des une est pour dans avec sur que qui par plus aux ses son mes
los las una unos con por para que del sus como más gli della delle per nel che non uma com dos das
для что как или под над при без это его она они все και την της του των τον στο στη για από που
"""
_CLINGING = frozenset(_CLINGING_WORDS.split())
LONGEST_CLINGING = max(map(len, _CLINGING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """A paragraph made ready for breaking; a line from break *i* to break *j* is as wide as ``right[j] - left[i]``."""

    starts: tuple[int, ...]
    """Where a line may begin; the last one is the end of the text."""
    ends: tuple[int, ...]
    """Where a line that breaks there ends, spaces left out."""
    left: tuple[float, ...]
    right: tuple[float, ...]
    costs: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """One way to break a paragraph: the first and last character of every line, and what they cost together."""

    spans: tuple[tuple[int, int], ...]
    widest: float
    """Width of the longest line, in em."""
    cost: float


def find_breaks(paragraph: Paragraph, *, together: tuple[int, int] | None = None) -> Breaks:
    """
    The breaks of *paragraph* with what each costs and what hangs outside the measure.

    The characters *together* are one thing, better not parted; so is whatever stands in quotation marks and is short.
    """
    text, offsets = paragraph.text, paragraph.offsets
    starts = (0, *opportunities(text), len(text))
    spaces = {match.end(): match.start() for match in SPACE.finditer(text)}
    ends = tuple(spaces.get(at, at) for at in starts)
    left = [offsets[at] + HANG_START.get(text[at], 0.0) * paragraph.advance(at, at + 1) for at in starts[:-1]]
    things = [match.span() for match in _ONE_THING.finditer(text)] + ([together] if together else [])
    costs = [
        _cost(text, end, at) + (TOGETHER if any(first < at < last for first, last in things) else 0.0)
        for end, at in zip(ends[1:-1], starts[1:-1], strict=True)
    ]
    return Breaks(
        starts=starts,
        ends=ends,
        left=(*left, inf),
        right=(0.0, *(offsets[end] - _overhang(paragraph, end) for end in ends[1:])),
        costs=(0.0, *costs, 0.0),
    )


def fewest_lines(breaks: Breaks, measure: float) -> int | None:
    """How many lines of at most *measure* em the text needs; ``None`` where a single word is wider."""
    count, first = 1, 0
    for at in range(1, len(breaks.starts)):
        if breaks.right[at] - breaks.left[first] > measure:
            first = at - 1
            count += 1
            if breaks.right[at] - breaks.left[first] > measure:
                return None
    return count


def best_lines(breaks: Breaks, measure: float, *, most: int) -> Lines | None:
    """The best lines of at most *measure* em, as few as possible or one more, but not more than *most*."""
    fewest = fewest_lines(breaks, measure)
    if fewest is None or fewest > most:
        return None
    candidates = [
        _total_fit(breaks, measure, count, extra)
        for count, extra in ((fewest, 0.0), (fewest + 1, EXTRA_LINE))
        if count <= most
    ]
    return min((lines for lines in candidates if lines), key=lambda lines: lines.cost, default=None)


def _total_fit(breaks: Breaks, measure: float, count: int, extra: float) -> Lines | None:
    """The cheapest way to break into exactly *count* lines."""
    last = len(breaks.starts) - 1
    mean = (breaks.right[last] - breaks.left[0]) / count
    best = [[inf] * (count + 1) for _ in range(last + 1)]
    previous = [[0] * (count + 1) for _ in range(last + 1)]
    best[0][0] = 0.0
    for at in range(1, last + 1):
        for first in range(at - 1, -1, -1):
            width = breaks.right[at] - breaks.left[first]
            if width > measure:
                break
            cost = UNEVENNESS * ((mean - width) / measure) ** 2 + breaks.costs[at]
            if at == last:
                cost *= LAST_LINE_EASE if width < mean else 1.0
                cost += LONE_LAST_WORD if at - first == 1 and last > HANDFUL else 0.0
                cost += SHORT_LAST_LINE if width < measure / 3 else 0.0
            elif width < STUB_SHARE * mean:
                cost += STUB
            for line in range(count):
                total = best[first][line] + cost
                if total < best[at][line + 1]:
                    best[at][line + 1] = total
                    previous[at][line + 1] = first
    if best[last][count] == inf:
        return None
    spans: list[tuple[int, int]] = []
    widest = 0.0
    at = last
    for line in range(count, 0, -1):
        first = previous[at][line]
        spans.append((breaks.starts[first], breaks.ends[at]))
        widest = max(widest, breaks.right[at] - breaks.left[first])
        at = first
    return Lines(spans=tuple(reversed(spans)), widest=widest, cost=best[last][count] + extra)


def _overhang(paragraph: Paragraph, end: int) -> float:
    """How much of the line's last signs hangs out: ``.”`` hangs as a whole."""
    text = paragraph.text
    total = 0.0
    for at in range(end - 1, max(end - 3, -1), -1):
        if text[at] not in HANG_END:
            break
        total += HANG_END[text[at]] * paragraph.advance(at, at + 1)
    return total


def _cost(text: str, end: int, start: int) -> float:
    """What it costs, beside unevenness, that a line ends at *end* and the next one begins at *start*."""
    last = text[end - 1]
    pause = text[max(end - 3, 0) : end].rstrip("”’“\"'»)」』）")[-1:]
    if pause in FULL_STOPS:
        return FULL_STOP
    if pause in COMMAS or text[start] in DASHES:
        return COMMA
    if end == start:
        return 0.0 if WIDE.match(last) else INSIDE_WORD
    if last.isdigit():
        return NUMBER_LAST
    before = _LAST_WORD.search(text, max(end - LONGEST_CLINGING - 1, 0), end)
    after = _FIRST_WORD.match(text, start)
    if before and _clings(before[0]):
        return LETTER if len(before[0]) == 1 else CLINGING_WORD
    return PHRASE if after and _clings(after[0]) else 0.0


def _clings(word: str) -> bool:
    """Whether *word* leans on the next one: of, to, in, de, à, ..."""
    return len(word) < 3 or word.lower() in _CLINGING  # noqa: PLR2004 - words of one or two letters
