"""
Which items does a line count up without a full stop after each?

``1. Mix 2. Bake 3. Eat`` and ``a) here b) there`` are told by their labels alone: the first begins the line or follows
the end of a sentence, and the others count up from it. So is a line of bullets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.text.boundaries import ORDINAL_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["labels"]

_BULLETS = "•◦‣▪⁃●○■∙"
_BULLET = re.compile(rf"(?<!\S)([{_BULLETS}])(?:\s*(?:\d{{1,3}}|[a-zA-Z])(?:\.\)|[.)])(?=\s))?(?=\s*[^\s{_BULLETS}])")
_LABEL = re.compile(r"(?<!\S)(\(?)(?:(\d{1,3})|([a-z]|[A-Z])|([ivx]{2,5}|[IVX]{2,5}))(\.\)|[.)])$")
# Looking for where labels end finds them several times sooner than looking for where they begin.
_LABEL_END = re.compile(r"[.)](?=\s+\S)")
_LONGEST = 8
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
# Enough of the text before a label to see how what is before it ends.
_REACH = 24
# "And" and "or" in the languages whose labels these are.
_AND = frozenset(
    ("and", "or", "und", "oder", "et", "ou", "y", "e", "o", "u", "ed", "en", "of", "и", "или", "і", "та", "або")
)
# "A. Smith B. Jones" may be people, and "w) x)" may be chance: then two are too few.
_FEWEST, _FEWEST_UNSURE = 2, 3


def labels(line: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of each label that begins an item of a run-in list of *line*."""
    if line[:1] in _BULLETS:
        bullets = [match for match in _BULLET.finditer(line) if match[1] == line[0]]
        if len(bullets) >= _FEWEST:
            yield from (match.span() for match in bullets)
            return
    run: list[re.Match[str]] = []
    for close in _LABEL_END.finditer(line):
        match = _LABEL.search(line, max(0, close.end() - _LONGEST), close.end())
        if match is None:
            continue
        # "1. FC Köln", "im 2. Stock": a number with a full stop is an ordinal there.
        if language in ORDINAL_LANGUAGES and match[2] and match[5] == ".":
            continue
        before = line[max(0, match.start() - _REACH) : match.start()]
        if run and _counts_on(run[-1], match):
            if not _is_in_sentence(before):
                run.append(match)
        elif not before.strip() or _ENDED.search(before):
            yield from _spans(run)
            run = [match]
    yield from _spans(run)


def _spans(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    if run:
        is_sure = bool(_numbers(run[0]) & {1}) and not (run[0][3] or "").isupper()
        if len(run) >= (_FEWEST if is_sure else _FEWEST_UNSURE):
            yield from (match.span() for match in run)


def _counts_on(last: re.Match[str], match: re.Match[str]) -> bool:
    """Whether *match* is a label in the manner of *last* and the next one."""
    same_marks = (last[1], last[5]) == (match[1], match[5])
    if not same_marks or (last[2] is None) != (match[2] is None) or last[0].isupper() != match[0].isupper():
        return False
    return bool({number + 1 for number in _numbers(last)} & _numbers(match))


def _numbers(match: re.Match[str]) -> set[int]:
    """What a label may count: ``i`` is the ninth letter and the first Roman numeral."""
    if match[2]:
        return {int(match[2])}
    text = (match[3] or match[4]).lower()
    numbers = {_ROMAN.index(text) + 1} if text in _ROMAN else set()
    return numbers | {ord(text) - ord("a") + 1} if match[3] else numbers


def _is_in_sentence(before: str) -> bool:
    """Whether a label belongs to the sentence *before* it: ``1) flour, 2) eggs and 3) milk``."""
    words = before.split()
    return bool(words) and (words[-1].endswith((",", ";")) or words[-1].lower() in _AND)
