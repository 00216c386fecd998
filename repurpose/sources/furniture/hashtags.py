"""Which of the author's own hashtags are sound?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["find_hashtags", "is_hashtag_line", "sound_hashtags", "tag_words"]

_TAG = re.compile(r"[#＃]([\w\u200c\u200d]{1,100})")
_LINE = re.compile(r"^(?:[\s,;·|]*[#＃][\w\u200c\u200d]+)+[\s,;·|.]*$")
_HUMP = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z])|[A-Z]+(?![a-z])|[^\W\d_]?[^\W\d_A-Z]+|\d+")
_WORD = re.compile(r"[^\W_]+")
# Two words are kin when they share a start of this length or the shorter one whole: tech and technology.
_STEM = 4


def is_hashtag_line(text: str) -> bool:
    """Whether *text* is hashtags and nothing else."""
    return _LINE.match(text) is not None


def find_hashtags(text: str) -> tuple[str, ...]:
    """Every hashtag in *text*, also those that are glued together."""
    return tuple(f"#{name}" for name in _TAG.findall(text))


def tag_words(tag: str) -> tuple[str, ...]:
    """The words of a CamelCase hashtag, casefolded: ``#MetaAI`` is meta, ai."""
    return tuple(word.casefold() for part in tag.lstrip("#＃").split("_") for word in _HUMP.findall(part))


def sound_hashtags(tags: Iterable[str], vocabulary_text: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """
    The *tags* to keep, and those to drop with the reason.

    A tag stays when one of its words is kin to a word of *vocabulary_text* (title and article) or when the whole tag
    is; a tag of which no word occurs is misspelt or about something else.
    """
    words = {word.casefold() for word in _WORD.findall(vocabulary_text)}
    initials = {word for word in _WORD.findall(vocabulary_text) if word.isupper()}
    starts = {word[:_STEM] for word in words if len(word) >= _STEM}
    kept: dict[str, str] = {}
    dropped: list[tuple[str, str]] = []
    for tag in tags:
        parts = tag_words(tag)
        if tag.casefold() in kept:
            dropped.append((tag, "hashtag written twice"))
        elif tag.lstrip("#").isdigit() or not parts:
            dropped.append((tag, "hashtag without a word"))
        elif (len(parts) == 1 and _is_glued(parts[0], words)) or any(
            _is_kin(part, words, starts, initials) for part in parts
        ):
            kept[tag.casefold()] = tag
        else:
            dropped.append((tag, "hashtag foreign to the article or misspelt"))
    return tuple(kept.values()), tuple(dropped)


def _is_glued(part: str, words: set[str]) -> bool:
    """Whether a tag in lower case is a word of the article or holds one: ``#remotework`` and work."""
    return part in words or any(
        part[start:end] in words
        for start in range(len(part))
        for end in range(start + _STEM, min(len(part), start + 20) + 1)
    )


def _is_kin(part: str, words: set[str], starts: set[str], initials: set[str]) -> bool:
    # Short words (of, the) occur in every article and prove nothing; an abbreviation (AI) does.
    if len(part) < _STEM:
        return part.upper() in initials
    return part in words or part[:_STEM] in starts
