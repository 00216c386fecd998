"""Which emoji, if any, go with the article's subject?"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from repurpose.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Summary

__all__ = ["is_grave", "subject_emojis"]

# A word of the lexicon counts as a topic when the title has it or the article says it this often.
_OFTEN = 3
_GRAVE_OFTEN = 4


def subject_emojis(summary: Summary, most: int) -> tuple[str, ...]:
    """
    At most *most* emoji for the subject of *summary*, the aptest first.

    None where the subject is grave, where the language has no lexicon, or where nothing matches for certain.
    """
    language = summary.article.language
    if most <= 0 or is_grave(summary):
        return ()
    title = summary.article.title or ""
    text = summary.article.text
    weights: dict[str, float] = {}
    for match in _topics_pattern(language).finditer(f"{title}\n{text}"):
        emoji = _topics(language)[_singular(match[0].lower(), language)]
        weights[emoji] = weights.get(emoji, 0.0) + (_OFTEN if match.start() < len(title) else 1.0)
    ranked = sorted((emoji for emoji, weight in weights.items() if weight >= _OFTEN), key=lambda emoji: -weights[emoji])
    return tuple(ranked[:most])


def is_topic(word: str, language: str) -> bool:
    """Whether *word* names a topic by itself; every word does in a language without a lexicon."""
    return not _topics(language) or _topics_pattern(language).fullmatch(word) is not None


def is_grave(summary: Summary) -> bool:
    """Whether death, disaster, crime, war or illness is the subject."""
    article = summary.article
    pattern = _grave_pattern(article.language)
    head = f"{article.title or ''} {article.subtitle or ''} {article.description or ''}"
    return bool(pattern.search(head)) or len(pattern.findall(article.text)) >= _GRAVE_OFTEN


@cache
def _topics(language: str) -> Mapping[str, str]:
    path = shipped("assets") / "lexicons" / "emoji" / f"topics_{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@cache
def _topics_pattern(language: str) -> re.Pattern[str]:
    return _words(_topics(language), plural="(?:s|es)?")


@cache
def _grave_pattern(language: str) -> re.Pattern[str]:
    path = shipped("assets") / "lexicons" / "emoji" / f"grave_{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return _words({line: "" for line in lines if line and not line.startswith("#")}, plural="")


def _singular(word: str, language: str) -> str:
    topics = _topics(language)
    return next(form for form in (word, word.removesuffix("s"), word.removesuffix("es")) if form in topics)


def _words(entries: Mapping[str, str], *, plural: str) -> re.Pattern[str]:
    choice = "|".join(sorted(map(re.escape, entries), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{choice}){plural}(?![\w-])", re.IGNORECASE) if choice else re.compile(r"(?!)")
