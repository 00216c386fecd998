"""Do title and text write words of the title as a name, whole and by itself?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from repurpose.formatters.tags.lists import is_listed, listed
from repurpose.formatters.tags.names import CONNECTING
from repurpose.formatters.tags.refusals import is_vague
from repurpose.text.persons import given_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.formatters.tags.reading import Reading

__all__ = ["is_name"]

_ORDINAL = regex.compile(r"\d+\p{L}")
# A shorter word, or acronym, names nothing that a stranger would know.
_SHORTEST_WORD, _SHORTEST_ACRONYM = 3, 4
# In these languages a name that ends so may stand in any case.
_CASES = frozenset({"ru", "uk"})
_CASE_ENDINGS = frozenset("аеиіїйоуыьюяємхв")


def is_name(words: Sequence[str], keys: Sequence[str], start: int, reading: Reading) -> bool:
    """Whether the *words* of the title from *start* on are a name."""
    title, size = reading.title.words, len(words)
    if not all(word[0].isupper() or word in CONNECTING for word in words) or _goes_on(start, size, title):
        return False
    if is_vague(words, reading.language):
        return False
    if size == 1 and not _may_stand_alone(words[0], title[start - 1] if start else "", reading.language):
        return False
    places = reading.find(keys)
    steps = [step for step, word in enumerate(words) if word not in CONNECTING]
    if not all(reading.has_capital(at + step) for at in places for step in steps):
        return False
    is_telling = reading.is_title_telling and start > 0 and title[start - 1][0].isalnum()
    if not places:
        return size > 1 and is_telling
    if all(_is_piece(at, size, reading) for at in places):
        return False
    return size > 1 or is_telling or not all(map(reading.opens_sentence, places))


def _goes_on(start: int, size: int, title: Sequence[str]) -> bool:
    """Whether the title itself shows that the name began before or goes on."""
    end = start + size
    if start and _ORDINAL.match(title[start - 1]):
        return True
    if start > 1 and title[start - 2][0].isupper() and title[start - 1] in CONNECTING:
        return True
    if start > 1 and len(title[start - 2]) == 1 and title[start - 1] == ".":
        return True
    return end + 1 < len(title) and title[end] in CONNECTING and title[end + 1][0].isupper()


def _may_stand_alone(word: str, before: str, language: str) -> bool:
    """Whether one *word* may be a whole name: neither a given name nor, after *before*, a surname."""
    if word.lower() in given_names() or before.lower() in given_names() or is_listed(before, language, "roles"):
        return False
    if is_listed(word, language, "heads", "openers", "adjectives", "filing", "verbs"):
        return False
    if len(word) < (_SHORTEST_ACRONYM if word.isupper() else _SHORTEST_WORD):
        return False
    is_initials = before.isupper() and len(before) < _SHORTEST_ACRONYM
    return not is_initials and not (language in _CASES and word[-1] in _CASE_ENDINGS)


def _is_piece(at: int, size: int, reading: Reading) -> bool:
    """Whether the words of the text at *at* go on, or began before, with a capital."""
    words, end = reading.words, at + size
    if reading.has_capital(end) or (words[end] in CONNECTING and reading.has_capital(end + 1)):
        return True
    if words[max(0, at - 2) : at] == ["of", "the"] and reading.has_capital(at - 3):
        return True
    before = words[at - 1].lower() if at else ""
    return (
        reading.has_capital(at - 1)
        and not reading.opens_sentence(at - 1)
        and not is_listed(before, reading.language, "roles")
        and before not in listed("definite", reading.language)
    )
