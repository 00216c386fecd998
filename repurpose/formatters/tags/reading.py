"""How often, where and in which spelling does an article say something?"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.formatters.tags.forms import HYPHENS, keys_of, tokens
from repurpose.model import BlockKind
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from repurpose.model import Article

__all__ = ["Line", "Reading", "line_of", "read"]

_PARAGRAPH_END = "\n"
_OPENERS = frozenset('.!?:…¡¿;"“”„«»()[]*•–—|' + _PARAGRAPH_END)
# A title in which so many of the longer words have a capital tells nothing by one.
_CAPITALS = 0.6
_LONGER = 4
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Line:
    """A title, description or tag as words and marks."""

    words: Sequence[str]
    keys: Sequence[str]

    def find(self, keys: Sequence[str]) -> int:
        """Where the phrase of *keys* begins, -1 where it is not said."""
        own, size, at = self.keys, len(keys), 0
        for _ in range(own.count(keys[0])):
            at = own.index(keys[0], at)
            if own[at : at + size] == keys:
                return at
            at += 1
        return -1

    def lead(self, at: int) -> float:
        """How much earlier than at the end of the line the word at *at* stands, from 0 to 1."""
        return 1 - at / max(1, len(self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article's words and marks with what is asked of them; code and tables are left out."""

    article: Article
    language: str
    words: Sequence[str]
    keys: Sequence[str]
    places: Mapping[str, Sequence[int]]
    """Where each key stands."""
    ends: Sequence[int]
    """Where each block ends."""
    headings: AbstractSet[int]
    """Which blocks are headings, whose capitals tell nothing."""
    size: int
    """How many words there are."""
    title: Line
    is_title_telling: bool
    """Whether a capital in the title tells a name: most words have none."""
    above: Line
    """Subtitle and description."""
    tags: Sequence[Line]
    """What the author filed the article under."""

    def find(self, keys: Sequence[str]) -> list[int]:
        """Where the phrase of *keys* begins."""
        size, found = len(keys), self.places.get(keys[0], ())
        return list(found) if size == 1 else [at for at in found if self.keys[at : at + size] == keys]

    def alone(self, places: Sequence[int]) -> list[int]:
        """Those *places* of a word where no hyphen makes it half of another one."""
        words = self.words
        return [at for at in places if words[at][-1] not in HYPHENS and (not at or words[at - 1][-1] not in HYPHENS)]

    def is_spread(self, places: Sequence[int], blocks: float) -> bool:
        """Whether *places* are in so many blocks, or in all that there are."""
        return len({bisect_right(self.ends, at) for at in places}) >= min(blocks, len(self.ends))

    def has_capital(self, at: int) -> bool:
        """Whether the word at *at* begins with a capital; there may be none."""
        return 0 <= at < len(self.words) and bool(self.keys[at]) and self.words[at][0].isupper()

    def opens_sentence(self, at: int) -> bool:
        """Whether the word at *at* has its capital from its place."""
        return at <= 0 or self.words[at - 1] in _OPENERS or bisect_right(self.ends, at) in self.headings


def read(article: Article, language: str) -> Reading:
    """The words of *article*."""
    words: list[str] = []
    ends: list[int] = []
    headings: set[int] = set()
    for block in article.blocks:
        if block.kind in {BlockKind.CODE, BlockKind.TABLE}:
            continue
        if block.kind is BlockKind.HEADING:
            headings.add(len(ends))
        words += tokens(block.span.of(article.text))
        words.append(_PARAGRAPH_END)
        ends.append(len(words))
    keys = keys_of(words, language)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        places[key].append(at)
    marks = len(places.pop("", ()))
    title = line_of((article.title or "")[:_LONGEST_TITLE], language)
    return Reading(
        article=article,
        language=language,
        words=words,
        keys=keys,
        places=places,
        ends=ends,
        headings=headings,
        size=len(words) - marks,
        title=title,
        is_title_telling=not _has_many_capitals(title, language),
        above=line_of(f"{article.subtitle or ''} . {article.description or ''}", language),
        tags=[line_of(tag.replace("-", " "), language) for tag in article.tags],
    )


def line_of(text: str, language: str) -> Line:
    """*text* as a line."""
    words = tokens(text)
    return Line(words, keys_of(words, language))


def _has_many_capitals(line: Line, language: str) -> bool:
    stop = stopwords(language)
    weighty = [word for word in line.words[1:] if len(word) >= _LONGER and word.lower() not in stop]
    return sum(word[0].isupper() for word in weighty) > _CAPITALS * len(weighty)
