"""Whom does a text name beside a quotation as the one who said it?"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from repurpose.resources import shipped_text
from repurpose.text.discourse import discourse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["speaker_of"]

# How far from the quotation the name stands.
_REACH = 120
# A capital in any script that has them, then one to three more words with one, with the small words of names between.
# The full stop of an initial or a title belongs to the name, any other ends the sentence.
_CAPITALISED = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|St|Sr|Jr)\.|[^\W\d_a-zß-öø-ÿа-џґ](?:\.|[\w'’-]*))"
_NAME = rf"({_CAPITALISED}(?:\s+(?:de|da|di|van|von|der|el|al|bin|la|le|of)?\s?{_CAPITALISED}){{1,3}})"
_APPOSITION = r"(?:, [^,.]{3,60},)?"
_LONGEST_TITLE = 3
# The word before a surname; "When Ruiz" begins with no name.
_GIVEN = re.compile(rf"(?:^|\s)({_CAPITALISED})$")
_MOST_PLACES = 20


def speaker_of(text: str, start: int, end: int, language: str, *, article: str = "") -> str | None:
    """
    The name beside the quotation between *start* and *end* of *text*, by how the *language* tells who speaks.

    A surname is given in full where the *article* around *text* has it so.
    """
    after, before = text[end : end + _REACH], text[max(0, start - _REACH) : start]
    patterns_after, patterns_before = _patterns(language)
    found = next(filter(None, (pattern.match(after) for pattern in patterns_after)), None)
    found = found or next(filter(None, (pattern.search(before) for pattern in patterns_before)), None)
    if found is None:
        return None
    name = found[1].rstrip(".,")
    # "said Maria Falk's lawyer": somebody else spoke.
    if name.endswith(("’s", "'s", "’", "'")):
        return None
    return name if " " in name or _has_no_capitals(language) else _in_full(name, article or text, language)


def _in_full(surname: str, text: str, language: str) -> str | None:
    """A single name with the given name that *text* has for it elsewhere; a word such as "He" is none."""
    if discourse(language).openers.fullmatch(surname):
        return None
    at = -1
    for _ in range(_MOST_PLACES):
        at = text.find(f" {surname}", at + 1)
        if at < 0:
            break
        before = text[max(0, at - _REACH) : at]
        given = _GIVEN.search(before)
        if (
            given is not None
            and not _opens_sentence(given[1], language)
            and not text[at + len(surname) + 1 : at + len(surname) + 2].isalnum()
        ):
            return f"{given[1]} {surname}"
    return surname


def _opens_sentence(word: str, language: str) -> bool:
    words = discourse(language)
    return any(pattern.fullmatch(word) for pattern in (words.openers, words.markers, words.conditions))


@cache
def _lists() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(shipped_text("assets", "lexicons", "saying.toml"))


def _has_no_capitals(language: str) -> bool:
    return "name" in _lists().get(language, {})


@cache
def _patterns(language: str) -> tuple[Sequence[re.Pattern[str]], Sequence[re.Pattern[str]]]:
    """What may stand behind a quotation and what before it; nothing where the language has no list."""
    own = _lists().get(language)
    if own is None:
        return (), ()
    verbs = "|".join(sorted(own["verbs"], key=len, reverse=True))
    if "name" in own:
        return _filled(own["after"], own["name"], verbs), _filled(own["before"], own["name"], verbs)
    articles = "|".join(
        [*(rf"{word}\s+" for word in own["articles"]), *(f"{word}['’]" for word in own.get("elided", ()))]
    )
    stops = "|".join(own["stops"])
    # What the speaker is, in small letters: "the mayor", "la alcaldesa".
    title = rf"(?:{articles or '(?!)'})?(?:(?!(?:{stops})\b)[^\W\d_A-ZА-ЯЀ-Џ][\w'’-]{{2,}}\s+){{0,{_LONGEST_TITLE}}}"
    after = [rf"^[,.]?\s*(?:[—–-]\s*)?(?:{verbs})\s+{title}{_NAME}", rf"^[,.]?\s*{_NAME}{_APPOSITION}\s+(?:{verbs})\b"]
    before = [rf"{_NAME}{_APPOSITION}\s+(?:{verbs}|puts it)\s?[,:]?\s*$"]
    if language == "en":
        after.append(rf"^[,.]?\s*({_CAPITALISED})\s+(?:{verbs})\b")
    return tuple(map(re.compile, after)), tuple(map(re.compile, before))


def _filled(templates: Iterable[str], name: str, verbs: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one.replace("{name}", f"({name})").replace("{verbs}", verbs)) for one in templates)
