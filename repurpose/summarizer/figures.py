"""Which numbers does the article give, and what does each count?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from repurpose.model import Figure
from repurpose.summarizer.standalone import stands_alone

if TYPE_CHECKING:
    from repurpose.model import Article
    from repurpose.summarizer.passages import Paragraph

__all__ = ["figures"]

_NUMBER = regex.compile(
    r"(?<![\p{L}\p{Nd}#.,/\-])"
    r"(?:[$€£¥₹]\s?)?\p{Nd}+(?:[.,’\u00a0\u202f ]\p{Nd}{3})*(?:[.,]\p{Nd}+)?"
    r"(?:[\s\u00a0\u202f]?(?:%|°C|°F|€|percent|per cent|thousand|million|billion|trillion|kg|km|hours?|minutes?))?"
    r"(?![\p{Nd}\p{L}\-/])"
)
_YEAR = regex.compile(r"(?:1[5-9]|20)\p{Nd}\p{Nd}")
_DATE_AROUND = regex.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s?$"
)


def figures(article: Article, prose: tuple[Paragraph, ...], *, limit: int = 12) -> tuple[Figure, ...]:
    """At most *limit* numbers that a sentence which stands alone explains; years and days of the month are none."""
    found: list[Figure] = []
    for paragraph in prose:
        for sentence in paragraph.sentences:
            match = next(
                (
                    match
                    for match in _NUMBER.finditer(sentence.text)
                    if not _YEAR.fullmatch(match[0]) and not _DATE_AROUND.search(sentence.text[: match.start()])
                ),
                None,
            )
            if match is not None and stands_alone(sentence.text, article.language):
                found.append(Figure(value=match[0].strip(), text=sentence.text, span=sentence.span))
                if len(found) == limit:
                    return tuple(found)
    return tuple(found)
