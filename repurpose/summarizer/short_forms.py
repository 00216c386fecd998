"""
What do the short forms of an article stand for: "the Office of Harbour Safety (OHS)"?

English only, and only what the article spells out itself, once and letter by letter: a proper name with "the".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from repurpose.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ShortForm", "short_forms_in", "spelled_out"]

_IN_BRACKETS = re.compile(r" \(([A-Z]{2,6})\)")
_WORD = re.compile(r"[^\W_][^\W_’'.]*")
# How far back the words stand that it is made of, and how many of them may have no letter in it.
_REACH, _SMALL = 110, frozenset(["of", "and", "the", "for", "in", "on", "to", "a"])
_ENDS = re.compile(r"[.!?:;\n(]")
_QUOTED = re.compile(r"[“”\"«»„]")


class ShortForm(NamedTuple):
    """What a short form stands for."""

    whole: str
    """The words and the short form in brackets."""
    span: Span


@lru_cache(maxsize=32)
def short_forms_in(text: str) -> Mapping[str, ShortForm]:
    """Each short form that the English *text* spells out in one way only, as the name of something behind "the"."""
    found: dict[str, ShortForm] = {}
    others: set[str] = set()
    for match in _IN_BRACKETS.finditer(text):
        short = match[1]
        start = _start_of(short, text, match.start())
        span = Span(start if start is not None else match.start(), match.end())
        form = ShortForm(span.of(text), span)
        is_name = start is not None and form.whole[0].isupper() and text[:start].endswith(("the ", "The "))
        if not is_name or (short in found and found[short].whole != form.whole):
            # What it stands for is not sure.
            others.add(short)
        found.setdefault(short, form)
    return {short: form for short, form in found.items() if short not in others}


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
    """
    *text* with its short forms spelled out that *said* does not spell out, and the places that this comes from.

    Only behind "the" and before no other name: "the UN Women" are no part of the United Nations. Nothing is changed
    where anybody is quoted.
    """
    places: list[Span] = []
    if _QUOTED.search(text):
        return text, ()
    for short, form in forms.items():
        match = re.search(rf"(?<=\b[Tt]he ){short}(?=[.,;:!?]|$| [a-z])", text)
        words = form.whole.removesuffix(f" ({short})")
        if match is None or f"({short})" in said or words.lower() in f"{said} {text}".lower():
            continue
        text = f"{text[: match.start()]}{form.whole}{text[match.end() :]}"
        places.append(form.span)
    return text, tuple(places)
