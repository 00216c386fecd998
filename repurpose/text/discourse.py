"""Which words make a sentence lean on others, hedge, deny, warn or tell news, language by language?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from repurpose.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Discourse", "discourse"]

_NEVER = re.compile(r"(?!)")
_UNSPACED = frozenset({"ja", "zh"})
# Korean, Hindi and Arabic attach endings and articles, so an entry may be the beginning of a word.
_PREFIXED = frozenset({"ko"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """
    The function words of one language as compiled patterns.

    `openers`, `free_openers`, `markers` and `contrasts` match at the beginning of a sentence, the others anywhere.
    """

    language: str
    openers: re.Pattern[str]
    free_openers: re.Pattern[str]
    echoes: re.Pattern[str]
    markers: re.Pattern[str]
    contrasts: re.Pattern[str]
    deictics: re.Pattern[str]
    warm_ups: re.Pattern[str]
    hedges: re.Pattern[str]
    negations: re.Pattern[str]
    conditions: re.Pattern[str]
    risks: re.Pattern[str]
    news: re.Pattern[str]
    definitions: re.Pattern[str]
    first_person: re.Pattern[str]
    first_person_plural: re.Pattern[str]
    auxiliaries: frozenset[str]
    plain_verbs: frozenset[str]
    """Verbs as a plural subject takes them; most are nouns too."""
    self_words: frozenset[str]
    """Single words of `first_person`, in lower case."""
    group_words: frozenset[str]
    """Single words of `first_person_plural`, in lower case."""
    reader_words: frozenset[str]
    """Words that address the reader, in lower case."""
    shared_nouns: frozenset[str]
    """Nouns that with an article of their own mean the one that everybody knows."""
    summing_nouns: frozenset[str]
    """Nouns that with one mean what was said before."""


@cache
def discourse(language: str) -> Discourse:
    """The function words of *language*; patterns that never match where the language has no list."""
    path = shipped("assets") / "lexicons" / "discourse" / f"{language}.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}

    def first(name: str) -> re.Pattern[str]:
        return _pattern(lists.get(name, ()), language, prefix=r"\s*[\"'“‘«„(\[¿¡「『*_]*")

    def anywhere(name: str) -> re.Pattern[str]:
        return _pattern(lists.get(name, ()), language, prefix="")

    return Discourse(
        language=language,
        openers=first("openers"),
        free_openers=first("free_openers"),
        echoes=anywhere("echoes"),
        markers=first("markers"),
        contrasts=first("contrasts"),
        deictics=anywhere("deictics"),
        warm_ups=anywhere("warm_ups"),
        hedges=anywhere("hedges"),
        negations=anywhere("negations"),
        conditions=anywhere("conditions"),
        risks=anywhere("risks"),
        news=anywhere("news"),
        definitions=anywhere("definitions"),
        first_person=anywhere("first_person"),
        first_person_plural=anywhere("first_person_plural"),
        auxiliaries=frozenset(lists.get("auxiliaries", ())),
        plain_verbs=frozenset(lists.get("plain_verbs", ())),
        self_words=frozenset(map(str.lower, lists.get("first_person", ()))),
        group_words=frozenset(map(str.lower, lists.get("first_person_plural", ()))),
        reader_words=frozenset(lists.get("second_person", ())),
        shared_nouns=frozenset(lists.get("shared_nouns", ())),
        summing_nouns=frozenset(lists.get("summing_nouns", ())),
    )


def _pattern(entries: Iterable[str], language: str, *, prefix: str) -> re.Pattern[str]:
    """One pattern for all *entries*, the longest first, curly and straight apostrophes alike."""
    longest_first = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    if not longest_first:
        return _NEVER
    choice = "|".join(re.escape(entry).replace("'", "['’]") for entry in longest_first)
    if language in _UNSPACED:
        return re.compile(f"{prefix}(?:{choice})")
    before = "" if prefix else r"(?<![\w'’])"
    after = "" if language in _PREFIXED else r"(?![\w]|['’]\w)"
    return re.compile(f"{prefix}{before}(?:{choice}){after}", re.IGNORECASE)
