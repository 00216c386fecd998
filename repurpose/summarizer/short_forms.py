"""
What do the short forms of an article stand for: "North American Day (NAD)"?

Only what it spells out itself, word for letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from repurpose.model import Span
from repurpose.summarizer.condense import capitalised
from repurpose.text.discourse import discourse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ShortForm", "short_forms_in", "spelled_out"]

_IN_BRACKETS = re.compile(r" \(([A-Z]{2,6})\)")
_WORD = re.compile(r"[^\W_][^\W_’'.]*")
# How far back the words stand that it is made of, and how many of them may have no letter in it.
_REACH, _SMALL = 110, frozenset("of and the for in on to a de la le du des et und für der die y e per".split())  # noqa: SIM905 - a list of words
_A = re.compile(r"\b([Aa]n?) $")
_DETERMINED = re.compile(
    r"(?:\b(?:the|this|these|its|their|our|his|her|each|every|no|any)|['’]s|\b\d+) $", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?:;\n(]")


class ShortForm(NamedTuple):
    """What a short form stands for."""

    whole: str
    """The words and the short form in brackets."""
    span: Span
    takes_the: bool
    """The article puts "the" before the words."""


@lru_cache(maxsize=32)
def short_forms_in(text: str) -> Mapping[str, ShortForm]:
    """Each short form that *text* spells out, as it does so first."""
    found: dict[str, ShortForm] = {}
    for match in _IN_BRACKETS.finditer(text):
        short = match[1]
        start = _start_of(short, text, match.start())
        if start is not None and short not in found:
            span = Span(start, match.end())
            found[short] = ShortForm(span.of(text), span, text[:start].lower().endswith("the "))
    return found


def _start_of(short: str, text: str, end: int) -> int | None:
    """Where the words begin that end at *end* and whose first letters are *short*; ``None`` where they are not."""
    begin = max(0, end - _REACH)
    begin += max((match.end() for match in _ENDS.finditer(text, begin, end)), default=begin) - begin
    words = [(match[0].lower(), match.start()) for match in _WORD.finditer(text, begin, end)]
    # "of" has a letter in "DOE" and none in "OPI", the Office of Program Integrity.
    starts = (_first_of(short.lower(), words, skips=skips) for skips in (True, False))
    return next((start for start in starts if start is not None), None)


def _first_of(short: str, words: Sequence[tuple[str, int]], *, skips: bool) -> int | None:
    """Where the first of the last *words* stands that have the letters of *short*, small words left out if *skips*."""
    letters = list(short)
    for word, start in reversed(words):
        if skips and word in _SMALL:
            continue
        if word[0] == letters[-1]:
            letters.pop()
            if not letters:
                return start
        elif word not in _SMALL:
            return None
    return None


def spelled_out(text: str, said: str, forms: Mapping[str, ShortForm]) -> tuple[str, tuple[Span, ...]]:
    """*text* with its short forms spelled out that *said* does not spell out, and the places that this comes from."""
    places: list[Span] = []
    for short, form in forms.items():
        match = re.search(rf"(?<![\w(./-]){short}(?![\w)/-]|[’'])", text)
        words = form.whole.removesuffix(f" ({short})")
        if match is None or f"({short})" in said or words.lower() in f"{said} {text}".lower():
            continue
        before, after = text[: match.start()], text[match.end() :]
        if (article := _article_for(words, form, before)) is not None:
            whole = form.whole if before or article else capitalised(form.whole)
            text = f"{before}{article}{whole}{after}"
            places.append(form.span)
    return text, tuple(places)


def _article_for(words: str, form: ShortForm, before: str) -> str | None:
    """What stands between *before* and *words*: "the " where only the short form does without; ``None`` if unsure."""
    if article := _A.search(before):
        return "" if (article[1].lower() == "an") == (words[0].lower() in "aeiou") else None
    if _DETERMINED.search(before):
        return ""
    if form.takes_the and words[0].isupper():
        return "the " if before else "The "
    # "by FNS" is by the Food and Nutrition Service.
    return None if words.rsplit(" ", 1)[-1] in discourse("en").bodies else ""
