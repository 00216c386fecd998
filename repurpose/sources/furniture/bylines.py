"""Who wrote the article, and when, by the lines around it?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.sources.furniture.dates import find_date
from repurpose.sources.furniture.lexicon import furniture_words, normalised_line
from repurpose.sources.measures import ends_sentence

if TYPE_CHECKING:
    from repurpose.sources.pieces import Metadata

__all__ = ["byline_name", "has_job", "is_person", "with_byline"]

_NAME_CHARACTERS = 60
_NAME_WORDS = 8
_JOB_WORDS = 4
_PARTS = re.compile(
    r"\s*(?:[,|•·–—(/：／]|\s-\s)\s*|\s+(?:\d|on\b|for\b|für\b|pour\b|para\b|voor\b|am\b|le\b|el\b|em\b|il\b|op\b|in\b|at\b)"
)
_SMALL = frozenset(
    [
        "and",
        "und",
        "et",
        "y",
        "e",
        "en",
        "и",
        "і",
        "та",
        "de",
        "da",
        "di",
        "do",
        "van",
        "von",
        "der",
        "den",
        "del",
        "la",
        "le",
        "los",
        "dos",
        "al",
        "bin",
        "ibn",
        "&",
        "ten",
        "ter",
    ]
)
_COLON = re.compile(r"[:：／/]\s*")


def byline_name(text: str) -> str | None:
    """
    The name in a byline such as ``By Jane Doe | 3 May 2020``, ``Jane Doe, 3 May 2020`` or ``Jane Doe Avatar``.

    ``None`` for a sentence that begins alike: *By Monday the bridge was open.*
    """
    if len(text) > 3 * _NAME_CHARACTERS or ends_sentence(text) or text.endswith((":", "：")):
        return None
    words = furniture_words()
    folded = text.casefold()
    for mark in words.portraits:
        if folded.endswith(f" {mark}"):
            return text[: -len(mark)].strip(" :-–") or None
    for opener in words.people:
        after = text[len(opener) :]
        if folded.startswith(opener) and after[:1] in {" ", ":", "：", "／", "/"}:
            is_marked = _COLON.match(after.lstrip()) is not None
            name = _PARTS.split(_COLON.sub("", after.lstrip(), count=1))[0].strip()
            is_sure = is_marked or has_job(text) or find_date(text) is not None
            return name if is_person(name, fewest=1 if is_sure else 2) else None
    if find_date(text) is None:
        return None
    # "Published on 3 May 2020 by Jane Doe"; the words before names are tried longest first.
    last = next((opener for opener in words.people if f" {opener} " in text), "")
    name = text.rpartition(f" {last} ")[2].strip() if last else ""
    if is_person(name, fewest=2):
        return name
    name = _PARTS.split(text)[0].strip()
    if not is_person(name, fewest=2) or find_date(name) is not None:
        return None
    # "Published May 3, 2020".
    if any(word.casefold().strip(".,") in words.months for word in name.split()):
        return None
    # "Published: 3 May 2020" in a script without capitals.
    return None if name[-1] in ":：" or normalised_line(name) in words.starts else name


def has_job(text: str) -> bool:
    """Whether the line *text* is a name and, behind a comma, what its bearer does: ``Jane Doe, senior editor``."""
    jobs = text.partition(", ")[2].casefold().split()
    return 0 < len(jobs) <= _JOB_WORDS and not ends_sentence(text) and not furniture_words().jobs.isdisjoint(jobs)


def with_byline(metadata: Metadata, text: str, *, above: str = "") -> Metadata:
    """*metadata* with what the byline or date line *text* adds to it; *above* it may stand a lone "by"."""
    is_below_by = above.casefold().strip(" :") in furniture_words().people and is_person(text, fewest=2)
    name = metadata.byline or (text if is_below_by else byline_name(text))
    return replace(metadata, byline=name, date=metadata.date or find_date(text))


def is_person(name: str, *, fewest: int) -> bool:
    """Whether *name* is written like a person's name of at least so many words."""
    words = name.split()
    if not 0 < len(name) <= _NAME_CHARACTERS or len(words) > _NAME_WORDS or any(map(str.isdigit, name)):
        return False
    # Scripts without capitals and without spaces write a name as one word.
    has_case = name.lower() != name.upper()
    return (not has_case or len(words) >= fewest) and all(
        word[0].isupper() or word in _SMALL or not has_case for word in words
    )
