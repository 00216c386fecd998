"""Does a text speak of itself as "I" or "we", and which words are given names of people?"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache

from repurpose.resources import shipped_text
from repurpose.text.discourse import discourse
from repurpose.text.words import UNSPACED

__all__ = ["given_names", "is_personal", "is_several", "says_i"]

_QUOTED = re.compile(r"“[^“”]*”|„[^„“]*“|«[^«»]*»|»[^»«]*«|「[^「」]*」|『[^『』]*』|\"[^\"]*\"")
# "i.e.", "World War I": not somebody.
_NOBODY = re.compile(r"\bi\.\s?e\.|\b(?:World War|Part|Chapter|Volume|Phase|Stage|Act|Type|Level) I\b")
# Not the country, which the word lists could not tell from it; nor a plea to the reader.
_US = re.compile(r"(?<![Ll]et )\b(?:us|ourselves)\b")


@lru_cache(maxsize=4096)
def is_personal(text: str, language: str) -> bool:
    """Whether *text* says "I" or "we" outside quotation marks."""
    own = discourse(language)

    def speaks(words: str) -> bool:
        is_us = language == "en" and _US.search(words) is not None
        return is_us or bool(own.first_person.search(words) or own.first_person_plural.search(words))

    return speaks(text) and speaks(_unquoted(text, language))


def says_i(text: str, language: str) -> bool:
    """Whether *text* says "I" outside quotation marks."""
    own = discourse(language)
    if own.first_person.search(text) is None:
        return False
    said = _unquoted(text, language)
    if language in UNSPACED:
        # "我们" has "我" in it.
        said = own.first_person_plural.pattern.sub(" ", said)
    return own.first_person.search(said) is not None


def is_several(text: str, language: str) -> bool:
    """Whether *text* says "we" and never "I"."""
    return discourse(language).first_person_plural.search(text) is not None and not says_i(text, language)


@cache
def given_names() -> frozenset[str]:
    """Given names of people, in lower case."""
    return frozenset(tomllib.loads(shipped_text("assets", "lexicons", "hashtags", "given_names.toml"))["names"])


def _unquoted(text: str, language: str) -> str:
    return _QUOTED.sub(" ", _NOBODY.sub(" ", text) if language == "en" else text)
