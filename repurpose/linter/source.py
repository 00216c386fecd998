"""What does the article say that a post may repeat? Looked up word by word, number by number, letter by letter."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.linter.folding import fold, plain, squeeze
from repurpose.linter.full_names import words_before_names
from repurpose.linter.statements import Statements, index_statements
from repurpose.text.lexicons import stopwords
from repurpose.text.numerals import values_in
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article
    from repurpose.settings import Settings

__all__ = ["Source", "subjects"]

_WORD = re.compile(r"\w+")
# strftime would ask the locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# Letters that the forms of a word have in common: garden, gardens, gardener.
_BEGINNING = 4
# A shorter line of the page ("Wang", "2026") may be said for its own sake.
_DROPPED_LETTERS = 12


def subjects(sentence: str, language: str) -> frozenset[str]:
    """What *sentence* is about: the beginnings of its words of weight, which all forms of a word share."""
    stop = stopwords(language)
    words = (word for word in _WORD.findall(fold(sentence)) if len(word) >= _BEGINNING and word not in stop)
    return frozenset(word[:_BEGINNING] for word in words)


# No slots, as in `Document`: each table is built once, when the first rule asks.
@dataclass(frozen=True, kw_only=True)
class Source:
    """The article with its metadata and the brand's own words: all that an output may state."""

    article: Article
    settings: Settings

    @cached_property
    def text(self) -> str:
        """Everything that the source says, one part a line."""
        article, brand = self.article, self.settings.brand
        date = article.date
        parts = (
            article.text,
            article.title,
            article.subtitle,
            article.description,
            article.byline,
            article.author_caption,
            *article.tags,
            *article.author_hashtags,
            *(block.speaker for block in article.blocks),
            *(note.text for note in article.notes),
            article.url,
            f"{date.isoformat()} {date.day} {date.month} {_MONTHS[date.month - 1]}" if date else None,
            *brand.own_words,
            self.settings.cards.source,
        )
        return "\n".join(part for part in parts if part)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word, folded; words of a hashtag in CamelCase also one by one."""
        return frozenset(_WORD.findall(fold(self.text)))

    @cached_property
    def _sorted_words(self) -> tuple[str, ...]:
        return tuple(sorted(self.words))

    def has_prefix(self, beginning: str) -> bool:
        """Whether a word begins so."""
        place = bisect_left(self._sorted_words, beginning)
        return place < len(self._sorted_words) and self._sorted_words[place].startswith(beginning)

    @cached_property
    def squeezed(self) -> str:
        """The whole as `squeeze` leaves it."""
        return squeeze(self.text)

    @cached_property
    def plain(self) -> str:
        """The whole as `plain` leaves it."""
        return plain(self.text)

    @cached_property
    def before_names(self) -> Mapping[str, Mapping[str, bool]]:
        """As `words_before_names` finds them."""
        return words_before_names(self.text)

    @cached_property
    def numbers(self) -> frozenset[float]:
        """Every number, in digits or words, as a value."""
        return values_in(self.text, self.article.language)

    @cached_property
    def statements(self) -> Statements:
        """Every sentence, to be found by its words."""
        language = self.article.language
        spans = sentences(self.text, "en" if language == "und" else language)
        return index_statements((span.of(self.text) for span in spans), language)

    @cached_property
    def sentences(self) -> tuple[tuple[frozenset[str], frozenset[float]], ...]:
        """The `subjects` and the numbers of every sentence."""
        language = self.article.language
        return tuple(
            (subjects(sentence, language), values_in(sentence, language)) for sentence in self.statements.texts
        )

    @cached_property
    def contexts(self) -> Mapping[float, tuple[frozenset[str], ...]]:
        """For every value the `subjects` of each sentence that states it, with those of the sentence before."""
        found: dict[float, list[frozenset[str]]] = {}
        for (before, _), (here, values) in pairwise(((frozenset[str](), frozenset[float]()), *self.sentences)):
            for value in values:
                found.setdefault(value, []).append(here | before)
        return {value: tuple(contexts) for value, contexts in found.items()}

    @cached_property
    def dropped_lines(self) -> frozenset[str]:
        """Lines of the page that are no part of the article, as `plain` leaves them; short ones and tags left out."""
        lines = (plain(line) for dropped in self.article.dropped for line in dropped.text.splitlines())
        return frozenset(line for line in lines if len(line) >= _DROPPED_LETTERS and "#" not in line)
