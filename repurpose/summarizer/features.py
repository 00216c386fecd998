"""
What can be counted of a sentence that tells how much it says?

Where it stands, how much of the title and of the article's own words is in it, its length, and a few marks and words
of its surface. All `FEATURES` are taken as they are; those from `RELATIVE` on are weighed against the article's other
sentences too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.text.discourse import discourse
from repurpose.text.words import fold_apostrophes, stems_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from repurpose.model import Article
    from repurpose.summarizer.counts import Counts
    from repurpose.summarizer.passages import Paragraph

__all__ = ["FEATURES", "LENGTH_OFFSET", "RELATIVE", "features"]

FEATURES = (
    "is first",
    "is second",
    "is third",
    "is fourth or fifth",
    "in first paragraph",
    "in second paragraph",
    "opens its paragraph",
    "is among the last three",
    "opens its section",
    "early in the article",
    "early by paragraphs",
    "under 8 words",
    "under 12 words",
    "over 30 words",
    "over 40 words",
    "has a digit",
    "has a quotation",
    "is a question",
    "is an exclamation",
    "ends in a colon",
    "says I",
    "says we",
    "says you",
    "tells who said it",
    "answers the one before",
    "shares two words in a row with the title",
    "begins like the title",
    "shares a number with the title",
    "place",
    "logarithm of its place",
    "words",
    "logarithm of its words",
    "commas by words",
    "share of the title",
    "likeness to the title",
    "share of it that is the title's",
    "rare words of the title",
    "share of the title's pairs of words",
    "likeness to the whole",
    "mean weight of its stems",
    "sum of their weights",
    "share of the ten commonest stems",
    "share of its heading",
    "likeness to the first sentence",
)
RELATIVE = FEATURES.index("place")

_COMMONEST = 10
LENGTH_OFFSET = 6
"""Keeps short texts of heavy words from winning by their shortness."""
_SAYING = frozenset({"said", "says", "told", "added", "according"})
_ASKING = ("?", "？", "؟")


def features(article: Article, prose: Sequence[Paragraph], counts: Counts) -> Iterator[tuple[float, ...]]:
    """The `FEATURES` of every sentence of *prose*, in order."""
    own = discourse(article.language)
    written = [text for text in (article.title, article.subtitle, article.description) if text]
    titles = [_Title.of(text, article.language, counts) for text in written or [""]]
    whole = _Whole.of(counts)
    last = len(counts.stems) - 1
    place = 0
    section: frozenset[str] | None = None
    for number, paragraph in enumerate(prose):
        heading = counts.sections[paragraph.block]
        opens_section = bool(heading) and heading is not section
        section = heading
        for inside, sentence in enumerate(paragraph.sentences):
            text, tokens, stems = sentence.text, counts.tokens[place], counts.stems[place]
            spoken = frozenset(tokens)
            length = text.count(" ") + 1
            # The title, the subtitle and the description each say what matters: what comes near one of them counts.
            titled = tuple(map(max, zip(*(title.compared(tokens, stems) for title in titles), strict=True)))
            yield (
                place == 0,
                place == 1,
                place == 2,  # noqa: PLR2004 - the third, counted from 0
                place in (3, 4),
                number == 0,
                number == 1,
                inside == 0,
                place >= last - 2,
                opens_section and inside == 0,
                1 / (1 + place),
                1 / (1 + number),
                length < 8,  # noqa: PLR2004 - as FEATURES says
                length < 12,  # noqa: PLR2004
                length > 30,  # noqa: PLR2004
                length > 40,  # noqa: PLR2004
                any(map(str.isdigit, text)),
                "“" in text or '"' in text,
                text.rstrip("”\"'’").endswith(_ASKING),
                text.endswith("!"),
                text.endswith((":", "：")),
                not own.self_words.isdisjoint(spoken),
                not own.group_words.isdisjoint(spoken),
                not own.reader_words.isdisjoint(spoken),
                not _SAYING.isdisjoint(spoken),
                own.contrasts.match(text) is not None,
                *titled[:_MARK_COUNT],
                place / max(1, last),
                math.log(1 + place),
                length,
                math.log(1 + length),
                text.count(",") / length,
                *titled[_MARK_COUNT:],
                *whole.shares(stems),
                len(heading.intersection(stems)) / max(1, len(heading)),
                whole.likeness_to_first(stems) if place else 0.0,
            )
            place += 1


@dataclass(frozen=True, slots=True)
class _Title:
    """What one of the texts over the article says, to compare sentences with."""

    words: tuple[str, ...]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    rarity: Mapping[str, float]

    @classmethod
    def of(cls, text: str, language: str, counts: Counts) -> _Title:
        as_written = words(text, language)
        folded = tuple(map(fold_apostrophes, as_written))
        return cls(
            folded,
            frozenset(stems_of(as_written, language)),
            frozenset(pairwise(folded)),
            frozenset(word for word in folded if word.isdigit()),
            counts.rarity,
        )

    def compared(self, tokens: tuple[str, ...], stems: tuple[str, ...]) -> tuple[float, ...]:
        """The features that compare a sentence with a title, in the order of `FEATURES`."""
        shared = [one for one in stems if one in self.stems]
        pairs = self.pairs.intersection(pairwise(tokens)) if self.pairs else ()
        return (
            len(pairs) > 0,
            bool(tokens) and tokens[:1] == self.words[:1],
            not self.numbers.isdisjoint(tokens),
            len(shared) / max(1, len(self.stems)),
            2 * len(shared) / max(1, len(self.stems) + len(stems)),
            len(shared) / max(1, len(stems)),
            sum(self.rarity[one] for one in shared),
            len(pairs) / max(1, len(self.pairs)),
        )


_MARK_COUNT = 3
"""So many of what `_Title.compared` gives are marks, the rest are shares."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the whole article says, to compare sentences with."""

    counts: Counts
    vector: Mapping[str, float]
    """For each stem its count times its rarity squared."""
    norm: float
    commonest: frozenset[str]

    @classmethod
    def of(cls, counts: Counts) -> _Whole:
        frequencies, rarity = counts.frequencies, counts.rarity
        norm = math.sqrt(sum((frequencies[one] * rarity[one]) ** 2 for one in sorted(rarity))) or 1.0
        repeated = sorted(
            (one for one in frequencies if frequencies[one] > 1), key=lambda one: (-frequencies[one], one)
        )
        vector = {one: frequencies[one] * rarity[one] ** 2 for one in rarity}
        return cls(counts, vector, norm, frozenset(repeated[:_COMMONEST]))

    def shares(self, stems: tuple[str, ...]) -> tuple[float, ...]:
        rarity, weights = self.counts.rarity, self.counts.weights
        length = math.sqrt(sum(rarity[one] ** 2 for one in stems)) or 1.0
        weight = sum(weights[one] for one in stems)
        return (
            sum(self.vector[one] for one in stems) / (self.norm * length),
            weight / (LENGTH_OFFSET + len(stems)),
            weight,
            len(self.commonest.intersection(stems)) / max(1, len(self.commonest)),
        )

    def likeness_to_first(self, stems: tuple[str, ...]) -> float:
        first = self.counts.stems[0]
        return 2 * len(set(first).intersection(stems)) / max(1, len(first) + len(stems))
