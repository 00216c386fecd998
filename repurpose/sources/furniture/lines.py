"""What is a line of page furniture, and which kind: share bar, byline, comment form, cookie banner, ...?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from repurpose.resources import shipped
from repurpose.sources.measures import ends_sentence

__all__ = ["REASONS", "Furniture", "furniture_kind", "furniture_match", "furniture_words", "normalised_line"]

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
    "image": "image credit",
    "caption": "caption marker",
    "hashtags": "hashtag marker",
}
"""What each kind is called where a person reads why a line was dropped."""

# A line that begins like furniture but goes on for longer than this is a sentence of the article.
_SHORT_WORDS = 16
_LONGEST_START = 5
_OPENING = 80
# The longest notices of law and of money; what is longer is a paragraph of the article.
_MOST_CHARACTERS = 2_000
# A heading in an unspaced script has two or three characters (discussion, summary); "related articles" has four.
_SURE_CHARACTERS = 4
_SURE_WORDS = 6
_NEVER_HEADINGS = frozenset({"share", "subscribe", "comment", "cookie"})
_LISTING = frozenset({"related", "share", "subscribe", "more"})
_EDGES = re.compile(r"^[\W_]++|(?<![\W_])[\W_]++$")
_START_EDGE = re.compile(r"^[^\w©(]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_CODE_SIGNS = re.compile(r"[\"={}<;]|,$|\($")
_DASH = re.compile(r" [—–|/] ")
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
    labels: frozenset[str]
    """Words before a colon that name what follows, never who says it."""
    hosts: frozenset[str]
    """Words before a colon that stand for a person."""
    roles: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """For each language what marks a question and what marks its answer, as written."""


def normalised_line(text: str) -> str:
    """*text* without case, symbols at its ends, numbers (``*``) and a word said twice in a row (icon and label)."""
    words = _NUMBER.sub("*", text.casefold()).replace("’", "'").split()
    text = " ".join(word for index, word in enumerate(words) if index == 0 or word != words[index - 1])
    return _EDGES.sub("", text) if "*" not in text else text.strip(" \t:.,;!?()[]{}|-–—•·→←»«\"'")


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that the line *text* is, a key of `REASONS`; ``None`` when it may be of the article."""
    kind, is_sure = furniture_match(text)
    return kind if is_sure or not ends_sentence(text) else None


def furniture_match(text: str) -> tuple[str | None, bool]:
    """
    The kind of furniture that the line *text* is, and whether that is sure whatever stands around it.

    One word may also be a heading, and a sentence that begins like furniture a sentence: their neighbours decide.
    """
    if len(text) > _MOST_CHARACTERS:
        return None, True
    table = furniture_words()
    line = normalised_line(text)
    if not line:
        return None, True
    words = line.split(" ")
    if not _CODE_SIGNS.search(text):
        if (kind := table.lines.get(line)) is not None:
            return kind, len(words) > 1 or (len(line) >= _SURE_CHARACTERS and _UNSPACED.match(line) is not None)
        # "Related — 有關": one heading in two languages.
        first = _DASH.split(line)[0]
        if first != line and len(words) <= _LONGEST_START and (kind := table.lines.get(first)) is not None:
            return kind, False
    is_short = len(words) <= _SHORT_WORDS
    folded = text.casefold().replace("’", "'")
    found = next((kind for phrase, kind in table.contains if phrase in folded), None) or next(
        (kind for pattern, kind in table.patterns if pattern.search(folded)),
        None,
    )
    # "powered by" inside a sentence is about an engine, at the end of a page it is a credit.
    if found is not None and not (found == "credit" and (not is_short or text.endswith((".", ":", ",")))):
        return found, True
    kind, is_marker = _by_start(text, words, table)
    if kind is not None:
        is_label = len(words) <= _SURE_WORDS or (kind in _NEVER_HEADINGS and not text.endswith(":"))
        return kind, is_marker or (is_label and not ends_sentence(text))
    is_portrait = words[-1] in table.portraits and len(words) <= _LONGEST_START
    return ("byline" if is_portrait else None), True


def _by_start(text: str, words: list[str], table: Furniture) -> tuple[str | None, bool]:
    """The kind by the first words, and whether a colon marks them off: ``Related: ...``, ``About the author: ...``."""
    opened = _START_EDGE.sub("", _NUMBER.sub("*", text[:_OPENING].casefold()).replace("’", "'")).split()
    is_short = len(words) <= _SHORT_WORDS
    for count in range(min(len(opened), _LONGEST_START), 0, -1):
        opening = " ".join(opened[:count])
        is_marker = opening[-1] == ":"
        kind = table.starts.get(opening)
        if kind is None and is_marker:
            kind = table.starts.get(opening[:-1]) or table.lines.get(opening[:-1])
        # "Related: title of another post" inside an article is one link; alone on its line it opens a list of posts.
        if kind in _LISTING and is_marker and len(words) > count:
            return "more", True
        if kind is not None and is_short:
            return kind, is_marker and kind != "navigation"
    if not is_short:
        return None, False
    line = " ".join(words)
    return next((kind for start, kind in table.unspaced_starts if line.startswith(start)), None), False


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
    labels: set[str] = set()
    hosts: set[str] = set()
    roles: list[tuple[frozenset[str], frozenset[str]]] = []
    for path in sorted(shipped("assets").joinpath("lexicons", "furniture").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, names in enumerate(table.pop("months", ()), start=1):
            for name in (names,) if isinstance(names, str) else names:
                months.setdefault(name, number)
        labels.update(table.pop("labels", ()))
        hosts.update(table.pop("hosts", ()))
        roles.append((frozenset(table.pop("asks", ())), frozenset(table.pop("answers", ()))))
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
        labels=frozenset(labels),
        hosts=frozenset(hosts),
        roles=tuple(roles),
    )
