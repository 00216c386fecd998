"""
How is copy that is too long for one post parted over several?

At the end of a paragraph, else of a sentence; where there is nothing else to tell, of a clause, and as the last resort
between words. Never inside a quotation, an address, a number or a grapheme. Lists part between their items, in portions
as equal as can be.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, joined, text_of
from repurpose.model import Span
from repurpose.text.entities import find_hashtags, find_mentions, find_urls
from repurpose.text.graphemes import boundaries
from repurpose.text.quotations import quotations
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["parts", "split_list"]

_CLAUSE = re.compile(r"(?<=[,;:，；：、])\s*|\s+(?=[—–(])|(?<=[—–)])\s+")
_WORD = re.compile(r"\s+")
_GOES_ON = "…"
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)|（[^（）]*(?:）|$)")
_NUMBER = re.compile(r"\d+(?:[.,:;’'/]\d+)+")


def parts(copy: Copy, language: str, fits: Callable[[str], bool], *, whole_sentences: bool = True) -> tuple[Copy, ...]:
    """
    *copy* in as few pieces as each fits; empty where a quotation would have to be cut.

    Without *whole_sentences* a sentence may be cut too; a mark then says that it goes on.
    """
    paragraphs = _paragraphs(copy)
    result: list[Copy] = []
    for paragraph in paragraphs:
        if result and fits(text_of(joined([result[-1], paragraph]))):
            result[-1] = joined([result[-1], paragraph])
        elif fits(text_of(paragraph)):
            result.append(paragraph)
        else:
            broken = _broken(paragraph, language, fits, whole_sentences=whole_sentences)
            if not broken:
                return ()
            result.extend(broken)
    return tuple(result)


def _paragraphs(copy: Copy) -> list[Copy]:
    found: list[list[Piece]] = [[]]
    for piece in copy:
        if piece.origin == "layout" and piece.text == "\n\n":
            found.append([])
        else:
            found[-1].append(piece)
    return [tuple(pieces) for pieces in found if pieces]


def _broken(paragraph: Copy, language: str, fits: Callable[[str], bool], *, whole_sentences: bool) -> tuple[Copy, ...]:
    """One paragraph over several posts, at the best places that let every part fit."""
    if len(paragraph) != 1:
        return ()
    piece = paragraph[0]
    text = piece.text
    ends = [span.end for span in sentences(text, language)][:-1]
    if spans := _packed(text, _allowed(text, ends), fits):
        return tuple((Piece(text[start:end].strip(), piece.origin, piece.sources),) for start, end in spans)
    if whole_sentences:
        return ()
    for cuts in _inside_sentences(text, ends):
        if spans := _packed(text, _allowed(text, cuts), lambda part: fits(f"{_GOES_ON} {part} {_GOES_ON}")):
            return tuple(_marked(piece, start, end, ends) for start, end in spans)
    return ()


def _allowed(text: str, cuts: list[int]) -> list[int]:
    whole = _kept_whole(text)
    return [0, *(cut for cut in cuts if not any(span.start < cut < span.end for span in whole)), len(text)]


def _inside_sentences(text: str, ends: list[int]) -> Iterator[list[int]]:
    """Where sentences may be cut, from the best places to the worst."""
    clauses = sorted({*ends, *(match.end() for match in _CLAUSE.finditer(text))} - {len(text)})
    yield clauses
    yield sorted({*clauses, *(match.end() for match in _WORD.finditer(text))} - {len(text)})
    yield [at for at in boundaries(text) if 0 < at < len(text)]


def _marked(piece: Piece, start: int, end: int, ends: list[int]) -> Copy:
    """One part of *piece*, with the mark that a sentence goes on where one is cut."""
    words = Piece(piece.text[start:end].strip(), piece.origin, piece.sources)
    before = () if start == 0 or start in ends else (Piece(f"{_GOES_ON} ", "layout"),)
    after = () if end == len(piece.text) or end in ends else (Piece(f" {_GOES_ON}", "layout"),)
    return (*before, words, *after)


def _packed(text: str, cuts: list[int], fits: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The stretches between *cuts*, as many in each as fit; empty where one alone does not."""
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        if spans and fits(text[spans[-1][0] : end].strip()):
            spans[-1] = (spans[-1][0], end)
        elif fits(text[start:end].strip()):
            spans.append((start, end))
        else:
            return []
    return spans


def _kept_whole(text: str) -> list[Span]:
    """What is never parted: quotations, brackets, addresses, hashtags, mentions, numbers."""
    entities = (*find_urls(text), *find_hashtags(text), *find_mentions(text))
    found = [Span(*match.span()) for pattern in (_BRACKETS, _NUMBER) for match in pattern.finditer(text)]
    return [*quotations(text), *(entity.span for entity in entities), *found]


def split_list(
    items: Sequence[Copy], heading: Callable[[int, int], Copy], fits: Callable[[str], bool], *, most: int
) -> tuple[Copy, ...]:
    """
    A list over two and up to *most* posts, in portions as equal as can be; empty where that does not work.

    *heading* gives what stands over the items from one number to another.
    """
    for count in range(2, min(most, len(items)) + 1):
        cuts = [round(len(items) * number / count) for number in range(count + 1)]
        made = tuple(joined([heading(first, last), *items[first:last]], "\n") for first, last in pairwise(cuts))
        if all(fits(text_of(part)) for part in made):
            return made
    return ()
