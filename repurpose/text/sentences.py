"""
Where does each sentence of a text begin and end?

A line end ends a sentence, as an article's text has one block a line; only a line that ends in one space and goes on
in lower case was wrapped. Inside a line every full stop, question mark or exclamation mark that white space follows is
a candidate, and `boundaries` judges it; Chinese and Japanese marks need no space. Short quotations and brackets stay
whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.model import Span
from repurpose.text.boundaries import FOLLOWING, ends_sentence, line_of
from repurpose.text.enumerations import labels
from repurpose.text.punkt import opens_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["sentences"]

_EMOJI = r"[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d\u2640\u2642\U0001f3fb-\U0001f3ff]*"
# Quotation marks and brackets that close, spaced ones too ("« Oui. »"), and numbers of notes ("done.[3]").
_CLOSING = r"(?:[\"'”’»«“‘›‹)\]*_¹²³⁴-⁹]|[ \u00a0\u202f][»”’](?=\s|$)|\[\d{1,3}\])*+"
# The spaced scripts. A run of marks is taken whole, or a line of marks would cost the square of its length.
_MARKS = rf"(?P<run>[.!?…؟۔।॥‼⁇⁈⁉]++(?:[ \u00a0]\.+(?=[\s\"”’)]|$))*+)(?P<closing>{_CLOSING}"
_MARK = re.compile(_MARKS + r")")
# An emoji after a mark belongs to what it comments on, unless the emoji are bullets.
_MARK_AND_EMOJI = re.compile(rf"{_MARKS}(?:\s?(?:{_EMOJI})+(?=\s|$))?)")
_EMOJI_ALONE = re.compile(rf"(?:{_EMOJI})+(?=\s)")
_BULLET_EMOJI = re.compile(rf"\s*{_EMOJI}")
# A note's number right after the full stop: "common.12 The", "(1987).1 The".
_NOTE = re.compile(r"\d{1,3}(?:[ ,–-]\d{1,3})*(?=\s+[A-Z][a-z]*\s)")
_WORD_END = re.compile(r"[^\W\d_]{3}|..[)\]]")
# A sentence that a lost line end glued to the last one. Shorter words are often a domain or a name ("Notion.So").
_GLUED = re.compile(r"([^\W\d_]{3,})\s")

_CJK = "\u3040-\u30ff\u3400-\u9fff"
# Chinese and Japanese put no space after the mark, Korean now and then forgets it.
_UNSPACED = re.compile(
    rf"(?:[。！？｡]+|(?<!\d)．+|(?<=[{_CJK}])[.!?]+(?=[」』）】”’]*[{_CJK}])|(?<=[다요죠까])[.!?]+(?=[가-힣]))"
    rf"[」』）】”’]*(?:\[\d{{1,3}}\])*(?:(?:{_EMOJI})+(?=\s|$))?"
)
# 「はい。」と言う, “好。”他说: what was said goes on with who said it.
_SAID = re.compile(
    r"(?<=[」』）”’])(?:って|と(?!ころ|ても|はいえ|りわけ|もあれ)|など|との|[、，,。]|[^\W\d_]{1,5}?[说說问問道答喊叫](?!明))"
)
_HAS_UNSPACED = re.compile("[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]")

# What is said in one breath; of anything longer a reader wants the sentences singly.
_SHORT = 100
# No more than this is searched for the end of what a mark opens.
_LONGEST = 400
_WHOLE = re.compile(
    "|".join(
        f"{opening}[^{opening}{closing}]{{1,{_LONGEST}}}[{closing}]"
        for opening, closing in ("“”", "„“", "«»", "»«", "「」", "『』", "（）", "《》")
    )
    + rf"|‘[^‘]{{1,{_SHORT}}}?[.,!?…]’(?!\w)|\[[^\[\]]{{1,{_LONGEST}}}\]|\"(?<!\w\")[^\"]{{1,{_LONGEST}}}\"(?!\w)"
)
# «We go, — said Ann. — It is late»: the speaker stands between the halves of what was said.
_RESUMED = re.compile(r"\s[—–]\s")


# A paragraph is asked for its sentences by every stage.
@lru_cache(maxsize=512)
def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of *text*, without the white space around them."""
    return tuple(_sentences(text, language))


def _sentences(text: str, language: str) -> Iterator[Span]:
    for start, end in _lines(text):
        line = text[start:end]
        for cut, following in pairwise((0, *_boundaries(line, language), len(line))):
            piece = line[cut:following]
            left = len(piece) - len(piece.lstrip())
            if stripped := piece.strip():
                yield Span(start + cut + left, start + cut + left + len(stripped))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        while 0 < end < len(text) - 1 and _is_wrapped(text, end):
            end = text.find("\n", end + 1)
        end = len(text) if end < 0 else end
        if start < end:
            yield start, end
        start = end + 1


def _is_wrapped(text: str, end: int) -> bool:
    """Whether the line that ends at *end* goes on in the next: two spaces would be Markdown's line break."""
    return text[end - 1] == " " and text[end - 2 : end - 1].isalnum() and text[end + 1].islower()


def _boundaries(line: str, language: str) -> list[int]:
    """Where inside *line* one sentence ends and the next may begin."""
    found: set[int] = set()
    items = tuple(labels(line, language))
    label_ends = {end for _, end in items}
    has_emoji = not line.isascii() and not _BULLET_EMOJI.match(line)
    judged = line_of(line, language)
    start = 0
    for mark in (_MARK_AND_EMOJI if has_emoji else _MARK).finditer(line):
        end = mark.end()
        following = FOLLOWING.match(line, end)
        if following is None:
            end = _end_without_space(line, mark, language)
        elif end in label_ends or not ends_sentence(judged, mark, following, start):
            continue
        if end:
            found.add(end)
            start = end
    if has_emoji:
        found.update(_emoji_ends(line, language))
    if _HAS_UNSPACED.search(line):
        found.update(match.end() for match in _UNSPACED.finditer(line) if not _SAID.match(line, match.end()))
    if found:
        found.difference_update(_inside(line, sorted(found)))
    found.update(start for start, _ in items)
    return sorted(found)


def _end_without_space(line: str, mark: re.Match[str], language: str) -> int:
    """Where a sentence ends though its mark has no white space after it; 0 where none does."""
    before = line[max(0, mark.start() - 3) : mark.start()]
    end = mark.end()
    if mark["run"] == "." and (_WORD_END.fullmatch(before) and (note := _NOTE.match(line, end))):
        return note.end()
    glued = _GLUED.match(line, end) if before[-2:].islower() or before[-1:].isdigit() else None
    return end if glued and opens_sentence(glued[1], language) else 0


def _emoji_ends(line: str, language: str) -> Iterator[int]:
    """Where an emoji stands for the full stop: a word that opens a sentence follows."""
    for match in _EMOJI_ALONE.finditer(line):
        following = FOLLOWING.match(line, match.end())
        if following and opens_sentence(following["word"] or ".", language):
            yield match.end()


def _inside(line: str, ends: list[int]) -> Iterator[int]:
    """Those of the sorted *ends* in *line* that lie within a short quotation or bracket, or between halves of one."""
    for match in _WHOLE.finditer(line):
        is_short = match.end() - match.start() <= _SHORT
        for end in ends[bisect_right(ends, match.start()) : bisect_left(ends, match.end())]:
            if is_short or _RESUMED.match(line, end):
                yield end
