"""Which whole runs of one script does a Japanese or Chinese article name and repeat?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from repurpose.formatters.tags.lists import entries, listed
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["sign_runs"]

_KATAKANA = regex.compile(r"\p{Katakana}[\p{Katakana}ー]+")
_HAN = regex.compile(r"[\p{Han}々ヶ]+")
_QUOTED = regex.compile(r"[「『《“]([\p{Han}\p{Katakana}ー]{3,10})[」』》”]")
_OFTEN = 3
_SHORTEST_KATAKANA, _SHORTEST_HAN = 4, 3
# What only the text has is longer.
_LONG_KATAKANA = 6
_CHINESE_TERMS = (6, 5, 4)
_TITLED, _ABOVE, _QUOTATION = 2.8, 1.8, 2.6
_TEXT, _MOST_SAID, _WEIGHT_ABOVE = 1.0, 0.9, 0.7
# Of a word so short, what anything may be called leaves too little.
_SHORT, _PAIR = 4, 2


def sign_runs(title: str, text: str, above: str, language: str, enough: float) -> Iterator[tuple[str, float]]:
    """What is written in one script from end to end and *text* repeats, each with its weight."""
    known = {*entries("topics", language), *entries("broad", language)}
    found = _quoted(title, text)
    if language == "ja":
        found |= _of_text(text, above, enough) | _of_title(title, text, above)
    else:
        found |= _chinese(title, text)
    for run, weight in found.items():
        if run not in known and _is_sound(run, language):
            yield run, weight


def _of_title(title: str, text: str, above: str) -> dict[str, float]:
    """Whole runs of Katakana or Han that title or description have and the text repeats as a whole."""
    found: dict[str, float] = {}
    for pattern, shortest in ((_KATAKANA, _SHORTEST_KATAKANA), (_HAN, _SHORTEST_HAN)):
        whole = pattern.findall(text)
        for run in (*pattern.findall(above), *pattern.findall(title)):
            if len(run) >= shortest and whole.count(run) >= _OFTEN:
                found[run] = _TITLED if run in title else _ABOVE
    return found


def _of_text(text: str, above: str, enough: float) -> dict[str, float]:
    """Long runs of Katakana that the text keeps to."""
    whole = _KATAKANA.findall(text)
    counts = {run: whole.count(run) for run in dict.fromkeys(whole) if len(run) >= _LONG_KATAKANA}
    return {
        run: _TEXT + min(_MOST_SAID, count / enough / 4) + _WEIGHT_ABOVE * (run in above)
        for run, count in counts.items()
        if count >= enough
    }


def _quoted(title: str, text: str) -> dict[str, float]:
    """What the title sets in quotation marks and the text says again."""
    return {run: _QUOTATION for run in _QUOTED.findall(title) if text.count(run) > 1}


def _chinese(title: str, text: str) -> dict[str, float]:
    """Four to six signs of the title that the text repeats beside ever other signs."""
    found: dict[str, float] = {}
    for run in _HAN.findall(title):
        for size in _CHINESE_TERMS:
            for start in range(len(run) - size + 1):
                term = run[start : start + size]
                if text.count(term) >= _OFTEN and _has_edges(term, text):
                    found[term] = _TITLED
    return found


def _has_edges(term: str, text: str) -> bool:
    """Whether *term* stands between ever other signs, as a word does and a part of one does not."""
    before = set(regex.findall(rf"(?:^|(.)){term}", text))
    after = set(regex.findall(rf"{term}(?:(.)|$)", text))
    return len(before) > 1 and len(after) > 1


def _is_sound(run: str, language: str) -> bool:
    """Whether *run* is a word of weight: neither what anything may be called nor a time."""
    if run in stopwords(language) or run in listed("heads", language):
        return False
    if run.endswith(entries("time_endings", language)):
        return False
    return len(run) > _SHORT or not run.endswith(_short_heads(language))


def _short_heads(language: str) -> tuple[str, ...]:
    return tuple(head for head in entries("heads", language) if len(head) == _PAIR)
