"""
What does a reader know before a sentence, and what has only the article told?

The title's words are known, since it stands over everything; what the article has spoken of before is known to its
reader and to nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from repurpose.text.words import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.summarizer.names import Names

__all__ = ["Known"]

_CAPITALISED = regex.compile(r"(?<![\w’'-])\p{Lu}\p{Ll}[\w-]*")
_NAME_BEFORE = regex.compile(r"(\p{Lu}[\w’.-]*|\p{Lu}\.) (?:(?:van|von|de|der|bin|al|el) )?$")
_NAME_AFTER = regex.compile(r"(?: \p{Lu}\.)? (?:(?:van|von|de|der|bin|al|el) )?\p{Lu}\p{Ll}")
_NOT_GIVEN = regex.compile(
    r"(?:Mrs?|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Sen|Rep|Gov|Gen|Sgt|Capt|Lt)\.?|The|In|For|At|But|And|When|If|As|On|From|"
    r"With|By|After|While|Since|To|Of"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What may be taken for granted, sentence by sentence."""

    topic: frozenset[str]
    """Stems of the title, the subtitle and the description."""
    first_seen: Mapping[str, int]
    """Where the article first uses each stem."""
    names: Names

    def has_seen(self, key: str, at: int) -> bool:
        """Whether the article has used the stem *key* before offset *at*."""
        first = self.first_seen.get(key)
        return first is not None and first < at

    def has_bare_name(self, text: str, at: int) -> bool:
        """Whether a part of somebody's name stands alone in *text*, and the whole was given before offset *at*."""
        return (
            any(self._is_bare(match, text, at) for match in _CAPITALISED.finditer(text)) if self.names.parts else False
        )

    def _is_bare(self, match: regex.Match[str], text: str, at: int) -> bool:
        name = match[0].removesuffix("’s").removesuffix("'s")
        first = self.names.parts.get(name)
        if first is None or first >= at or stem(name) in self.topic:
            return False
        before = _NAME_BEFORE.search(text[: match.start()])
        is_full = (before and not _NOT_GIVEN.fullmatch(before[1])) or _NAME_AFTER.match(text, match.end())
        return not is_full
