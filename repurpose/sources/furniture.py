"""What is a line of page furniture, and which kind: share bar, byline, comment form, cookie banner, ...?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from repurpose.resources import shipped

__all__ = ["REASONS", "Furniture", "furniture_kind", "furniture_words", "normalised_line"]

REASONS = {
    "share": "share bar",
    "comment": "comment form",
    "subscribe": "subscribe box",
    "related": "related posts",
    "navigation": "navigation",
    "more": "read-more link",
    "cookie": "cookie banner",
    "credit": "plug-in credit",
    "legal": "legal notice",
    "disclaimer": "disclaimer",
    "sponsored": "sponsorship note",
    "byline": "byline",
    "advertisement": "advertisement",
    "bio": "author bio",
    "figure": "image caption",
    "caption": "caption marker",
    "hashtags": "hashtag marker",
}
"""What each kind is called where a person reads why a line was dropped."""

# A line that begins like furniture but goes on for longer than this is a sentence of the article.
_SHORT_WORDS = 16
_LONGEST_START = 5
_OPENING = 80
_LISTING = frozenset({"related", "share", "subscribe", "more"})
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_START_EDGE = re.compile(r"^[^\w©(]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture words of all languages, ready to be looked up."""

    lines: dict[str, str]
    starts: dict[str, str]
    unspaced_starts: tuple[tuple[str, str], ...]
    contains: tuple[tuple[str, str], ...]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    portraits: tuple[str, ...]
    people: tuple[str, ...]
    months: dict[str, int]


def normalised_line(text: str) -> str:
    """*text* without case, symbols at its ends, numbers (``*``) and a word said twice in a row (icon and label)."""
    words = _NUMBER.sub("*", text.casefold()).replace("’", "'").split()
    text = " ".join(word for index, word in enumerate(words) if index == 0 or word != words[index - 1])
    return _EDGES.sub("", text) if "*" not in text else text.strip(" \t:.,;!?()[]{}|-–—•·→←»«\"'")


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that the line *text* is, a key of `REASONS`; ``None`` when it may be of the article."""
    table = furniture_words()
    line = normalised_line(text)
    if not line:
        return None
    if (kind := table.lines.get(line)) is not None:
        return kind
    words = line.split(" ")
    opened = _START_EDGE.sub("", _NUMBER.sub("*", text[:_OPENING].casefold()).replace("’", "'")).split()[:_LONGEST_START]
    for count in range(len(opened), 0, -1):
        opening = " ".join(opened[:count])
        kind = table.starts.get(opening) or (table.starts.get(opening[:-1]) if opening[-1] == ":" else None)
        # A long line that begins so is a sentence, unless a colon follows: "Related: ..., ..., ...".
        if kind is not None and (len(words) <= _SHORT_WORDS or (opening[-1] == ":" and kind in _LISTING)):
            return kind
    if len(words) <= _SHORT_WORDS:
        for start, kind in table.unspaced_starts:
            if line.startswith(start):
                return kind
        if words[-1] in table.portraits and len(words) <= _LONGEST_START:
            return "byline"
    folded = text.casefold().replace("’", "'")
    for pattern, kind in table.patterns:
        if pattern.search(folded):
            return kind
    kind = next((kind for phrase, kind in table.contains if phrase in folded), None)
    # "powered by" inside a sentence is about an engine, at the end of a page it is a credit.
    return None if kind == "credit" and (len(words) > _SHORT_WORDS or text.endswith((".", ":", ","))) else kind


@cache
def furniture_words() -> Furniture:
    """The shipped furniture words of all languages: pages mix the author's language with that of their software."""
    lines: dict[str, str] = {}
    starts: dict[str, str] = {}
    contains: list[tuple[str, str]] = []
    patterns: list[tuple[re.Pattern[str], str]] = []
    portraits: list[str] = []
    people: list[str] = []
    months: dict[str, int] = {}
    for path in sorted(shipped("assets").joinpath("lexicons", "furniture").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, names in enumerate(table.pop("months", ()), start=1):
            for name in (names,) if isinstance(names, str) else names:
                months.setdefault(name, number)
        for kind, forms in table.items():
            for line in forms.get("lines", ()):
                lines.setdefault(normalised_line(line), kind)
            for start in forms.get("starts", ()):
                starts.setdefault(start.strip().replace("’", "'"), kind)
            contains.extend((phrase.replace("’", "'"), kind) for phrase in forms.get("contains", ()))
            patterns.extend((re.compile(pattern), kind) for pattern in forms.get("patterns", ()))
            portraits.extend(forms.get("portrait", ()))
            people.extend(forms.get("people", ()))
    return Furniture(
        lines=lines,
        starts=starts,
        unspaced_starts=tuple((start, kind) for start, kind in starts.items() if _UNSPACED.match(start)),
        contains=tuple(contains),
        patterns=tuple(patterns),
        portraits=tuple(portraits),
        people=tuple(sorted(people, key=len, reverse=True)),
        months=months,
    )
