"""
Who is meant by a part of a name that stands alone?

Strict, since a wrong name is the worst error of all: in the whole article one and only one first name stands before the
surname, which is never written in lower case, and its bearer is spoken of as a person nearby. In other languages of
Latin letters it is only known that a name is somebody's, by a first name that is a known one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from repurpose.model import Span
from repurpose.text.discourse import discourse
from repurpose.text.lexicons import stopwords
from repurpose.text.persons import given_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article

__all__ = ["NO_NAMES", "Names", "names_in", "names_of", "with_full_name"]

_PAIR = regex.compile(r"(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]+)(?: \p{Lu}\.)? (?=(\p{Lu}\p{Ll}[\p{L}-]+))", regex.VERSION1)
_LOWERED = regex.compile(r"(?<![\p{L}])\p{Ll}[\p{Ll}'’-]*")
_PERSON = regex.compile(
    r"\b(?:he|she|his|her|who|said|says|CEO|founder|co-founder|director|president|professor|mayor|minister|engineer|author|manager)\b"
)
# At the start of a sentence these have a capital and are no first names: "Expect Wang's lab to ...".
_IMPERATIVES = frozenset("Ask Call Expect Follow Give Join Let Make Meet Read See Take Tell Watch".split())  # noqa: SIM905 - a list of words
# "in Berg" may be a town, "the Berg family" is none of them.
_NO_PERSON = regex.compile(r"(?:\b(?:[Tt]he|[Oo]f|[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|[Tt]he late|[Bb]y) )$")
_GROUP = regex.compile(r" (?:family|families|brothers|sisters|siblings|twins|estate|household)\b| \p{Lu}")
_NEAR = 200
_BY_GIVEN_NAME = frozenset({"de", "es", "fr", "it", "nl", "pt"})


@dataclass(frozen=True, slots=True)
class Names:
    """The people whom an article names in full."""

    full: Mapping[str, tuple[str, Span]]
    """Part of a name to the whole and one place where the article writes it, where nobody else can be meant."""
    parts: Mapping[str, int]
    """Each word of a name of two words, with the first place where the whole stands: a person's, as a rule."""


NO_NAMES = Names({}, {})


def names_of(article: Article) -> Names:
    """Whom *article* names."""
    return names_in(article.text, article.language)


@lru_cache(maxsize=32)
def names_in(text: str, language: str) -> Names:
    """Whom *text* names, in one pass over it; nobody in languages whose names are not known."""
    if language in _BY_GIVEN_NAME:
        return _by_given_name(text)
    return _by_surname(text) if language == "en" else NO_NAMES


def _by_surname(text: str) -> Names:
    """Whom the English *text* names, whatever the first name."""
    rivals: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    stop, bodies = stopwords("en"), discourse("en").bodies
    for match in _PAIR.finditer(text):
        first, surname = match[1], match[2]
        if first.lower() not in stop and first not in _IMPERATIVES:
            rivals[surname].setdefault(first, []).append(Span(match.start(), match.end() + len(surname)))
    lowered = frozenset(_LOWERED.findall(text))
    firsts = {first for names in rivals.values() for first in names}
    found: dict[str, tuple[str, Span]] = {}
    parts: dict[str, int] = {}
    for surname, names in rivals.items():
        if surname in bodies:
            continue
        for first, spans in names.items():
            for part in (first, surname):
                if part.lower() not in lowered:
                    parts[part] = min(parts.get(part, spans[0].start), spans[0].start)
        (first, spans), *others = names.items()
        is_name = not others and surname not in firsts and lowered.isdisjoint((surname.lower(), first.lower()))
        if is_name and any(_PERSON.search(text, span.end, span.end + _NEAR) for span in spans):
            found[surname] = (spans[0].of(text), spans[0])
    return Names(found, parts)


def _by_given_name(text: str) -> Names:
    """Whose names, a known first name and a surname, stand in *text*; which bare one means whom is not known."""
    lowered = frozenset(_LOWERED.findall(text))
    parts: dict[str, int] = {}
    for match in _PAIR.finditer(text):
        if match[1].lower() in given_names():
            for part in (match[1], match[2]):
                if part.lower() not in lowered:
                    parts.setdefault(part, match.start())
    return Names({}, parts)


def with_full_name(text: str, names: Mapping[str, tuple[str, Span]]) -> tuple[str, tuple[Span, ...]]:
    """*text* with the first bare surname made a full name, and the place that the name comes from."""
    for surname, (full, span) in names.items():
        start = text.find(surname)
        if start < 0 or full in text:
            continue
        before, after = text[:start], text[start + len(surname) :]
        is_whole = not before[-1:].isalnum() and not after[:1].isalnum() and not before.endswith(("-", "’", "'"))
        is_bare = not regex.search(r"\p{Lu}[\p{L}.’'-]* $", before)
        if is_whole and is_bare and not _NO_PERSON.search(before) and not _GROUP.match(after):
            return f"{before}{full}{after}", (span,)
    return text, ()
