"""What names something and is no hashtag: people in passing, ranks, dates, files, and whoever publishes the article."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import regex

from repurpose.formatters.tags.forms import keys_of, squeezed
from repurpose.formatters.tags.lists import entries, is_listed
from repurpose.resources import shipped_text
from repurpose.text.discourse import discourse
from repurpose.text.persons import given_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.formatters.tags.reading import Reading
    from repurpose.model import Article

__all__ = [
    "is_calendar",
    "is_credited",
    "is_file",
    "is_misspelt",
    "is_person",
    "is_publisher",
    "is_rank",
    "is_vague",
]

_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")
_BYLINE_PART = regex.compile(r"\s*(?:[,;、，/&]|\b(?:and|und|et|y|e|en|и|та)\b)\s*")
_FILE = regex.compile(r"\.\p{Ll}[\p{Ll}\d]{1,4}$")
_SCRIPT = regex.compile(r"^\p{Lu}.*\.js$")
# How much of the text around a name tells whether it is the publisher's, and at how many places it is looked at.
_AROUND = 50
_MOST_LOOKED_AT = 20
# Shorter words are too often a letter apart by chance.
_LONG_WORD = 7
# Of an address, the parts that name no one.
_HOST_PARTS = frozenset({"www", "blog", "news", "en", "com", "org", "net", "gov", "edu", "io", "co", "uk", "de", "fr"})


def is_person(words: Sequence[str], reading: Reading) -> bool:
    """Whether *words* are somebody's name, or a part of one."""
    if words[0].lower() in given_names():
        return True
    speakers = {part for block in reading.article.blocks if block.speaker for part in _WORD.findall(block.speaker)}
    if words[-1] in speakers:
        return True
    says, size, own = _saying(reading.language), len(words), reading.words
    places = (at for at in reading.find(keys_of(words, reading.language)) if own[at] == words[0])
    return any(own[at + size] in says or (at and own[at - 1] in says) for at in places)


def is_rank(words: Sequence[str], language: str) -> bool:
    """Whether a title, rank or trade opens or ends *words*: "First Lady", "Director of Engineering"."""
    return is_listed(words[0], language, "roles") or is_listed(words[-1], language, "roles")


def is_calendar(words: Sequence[str], language: str) -> bool:
    """Whether *words* end in a date or in where people come from: "March 2021", "Brazilian"."""
    return is_listed(words[-1], language, "adjectives", "times") or words[-1].isdigit()


def is_vague(words: Sequence[str], language: str) -> bool:
    """Whether words with capitals are no name all the same: "Weekly Address", "Phase Two", "Strongly Agree"."""
    last = words[-1].lower()
    if len(words) == 1:
        return False
    is_any = is_listed(last, language, "heads") and any(is_listed(word, language, "openers") for word in words[:-1])
    return is_any or len(last) == 1 or last in discourse(language).plain_verbs or is_listed(last, language, "openers")


def is_file(words: Sequence[str]) -> bool:
    """Whether a word is a file's or a site's name: ``SECURITY.md``, ``PeaceCorps.gov``; ``Node.js`` is none."""
    return any("&" in word[1:] or (_FILE.search(word) and not _SCRIPT.match(word)) for word in words)


def is_misspelt(words: Sequence[str], reading: Reading) -> bool:
    """Whether a word differs by a letter from one of the title, the description or the author's tags."""
    own = {word.lower() for line in (reading.title, reading.above, *reading.tags) for word in line.words}
    return any(
        len(word) >= _LONG_WORD and word.lower() not in own and any(_is_slip(word.lower(), other) for other in own)
        for word in words
    )


def is_credited(words: Sequence[str], article: Article) -> bool:
    """Whether *words* are in the byline, and the description does not speak of them."""
    if " ".join(words) in f"{article.subtitle or ''}\n{article.description or ''}":
        return False
    said = {word.lower() for word in words}
    names = _BYLINE_PART.split((article.byline or "").lower())
    return any(said <= set(_WORD.findall(name)) for name in names)


def is_publisher(words: Sequence[str], reading: Reading) -> bool:
    """Whether *words* name whose site it is: the one in its address, or the one who says "we"."""
    host = urlsplit(reading.article.url or "").hostname or ""
    if squeezed("".join(words)) in {squeezed(part) for part in host.split(".")} - _HOST_PARTS:
        return True
    name, forms, text = " ".join(words), entries("ours", reading.language), reading.article.text
    if not forms or name not in text:
        return False
    pattern = regex.compile("|".join(form.replace("{}", regex.escape(name)) for form in forms), regex.IGNORECASE)
    at = text.find(name)
    for _ in range(_MOST_LOOKED_AT):
        if at < 0:
            break
        if pattern.search(text, max(0, at - _AROUND), at + len(name) + _AROUND):
            return True
        at = text.find(name, at + len(name))
    return False


def _is_slip(word: str, other: str) -> bool:
    """Whether one letter is missing, added or exchanged, and not at the end, where number and case stand."""
    if word == other or abs(len(word) - len(other)) > 1 or word[0] != other[0] or word[-1] != other[-1]:
        return False
    longer, shorter = (word, other) if len(word) >= len(other) else (other, word)
    head = next((at for at, letter in enumerate(shorter) if longer[at] != letter), len(shorter))
    return longer[head + 1 :] == shorter[head + (len(longer) == len(shorter)) :]


@cache
def _saying(language: str) -> frozenset[str]:
    """Verbs of saying, as they stand beside whoever says something."""
    verbs = tomllib.loads(shipped_text("assets", "lexicons", "saying.toml")).get(language, {}).get("verbs", ())
    return frozenset(verb for verb in verbs if " " not in verb)
