"""
Which runs of words may be keyphrases, and what can be counted of each?

A candidate is known by the stems of its words; all that is kept of it is where it begins.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.summarizer.spellings import BREAK, ENDINGS, ROLES, WORD
from repurpose.summarizer.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from repurpose.model import Article, Span
    from repurpose.summarizer.spellings import Token

__all__ = ["LONGEST", "MARKS", "NUMBERS", "Reading", "Traits", "key_of"]

LONGEST = 5
"""No phrase has more words."""

# Of a text with more words, phrases of several words count only if they are said twice, are names or in the title;
_WORDS_OF_ABSTRACT = 250
# and of one with still more, single words too, and names that are said once only if they are among the first words.
_WORDS_OF_NOTE = 600
_WORDS_OF_LEAD = 200
# May stand inside a phrase, once.
_JOINING = {"en": frozenset({"of"})}
_SHORT_WORD = 4
_LONG_WORD = 14

NUMBERS = (
    *("count", "relative count", "first place", "spread", "blocks"),
    *("title", "title only", "title words", "headings"),
    *("name", "capital", "acronym", "number last", "number first", "hyphen", "bridge"),
    *("generic last", "generic first", "length last", "short last", "length"),
    *("whole", "share of longer", "always longer", "words", "last word", "cohesion"),
)
"""What is counted of a candidate, in order."""

_BEFORE = LONGEST
_AFTER = _BEFORE + len(ROLES)
_LAST = _AFTER + len(ROLES)
_ONLY = _LAST + len(ENDINGS)
_FIRST = _ONLY + len(ENDINGS)
_MIDDLE = _FIRST + len(ENDINGS)
MARKS = (
    *(f"of {size}" for size in range(1, LONGEST + 1)),
    *(f"after {role}" for role in ROLES),
    *(f"before {role}" for role in ROLES),
    *(f"{place} -{ending}" for place in ("last", "only", "first", "middle") for ending in ENDINGS),
)
"""What a candidate has or has not, in order."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What was counted of a phrase."""

    key: str
    numbers: tuple[float, ...]
    """In the order of `NUMBERS`."""
    marks: list[int]
    """Which of the `MARKS` it has."""
    contexts: list[int]
    """The same for what stands before and after it, two for each place."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read for phrases; each is known by its key, the stems of its words, parted by spaces."""

    tokens: Tokens
    title: Tokens
    phrases: Mapping[str, list[int]]
    """The places of the first words of what the text says."""
    titled: Mapping[str, list[int]]
    """The same of the title."""
    counts: Counter[str]
    """How often the text has each stem."""

    @classmethod
    def of(cls, article: Article, *, wanted: frozenset[str] = frozenset()) -> Reading:
        """Read the title and the text of *article*; phrases that are *wanted* are kept wherever they stand."""
        tokens, title = Tokens.of(article), Tokens.of_phrase(article.title or "", article.language)
        counts = Counter([word.stem for word in tokens.words if word.role == WORD])
        titled = _phrases(title, None)
        weight = len(tokens.words)
        if weight <= _WORDS_OF_ABSTRACT:
            return cls(tokens, title, _phrases(tokens, None), titled, counts)
        wanted = wanted.union(titled)
        often = {stem for stem, count in counts.items() if count > 1}.union(*map(str.split, wanted))
        phrases = {
            key: places
            for key, places in _phrases(tokens, often).items()
            if len(places) > 1
            or key in wanted
            or (weight <= _WORDS_OF_NOTE and " " not in key)
            or (places[0] in tokens.names and (weight <= _WORDS_OF_NOTE or places[0] < _WORDS_OF_LEAD))
            or tokens.blocks[places[0]] in tokens.headings
        }
        return cls(tokens, title, phrases, titled, counts)

    def words(self, key: str) -> list[Token]:
        """The words of the phrase where it is said first."""
        places, tokens = (self.phrases[key], self.tokens) if key in self.phrases else (self.titled[key], self.title)
        return tokens.words[places[0] : places[0] + 1 + key.count(" ")]

    def spans(self, key: str) -> tuple[Span, ...]:
        """Where the text says the phrase."""
        size = 1 + key.count(" ")
        return tuple(self.tokens.span(place, size) for place in self.phrases.get(key, ()))

    def surface(self, key: str) -> str:
        """The form that the text uses most, or the title where the text has none; among equals the most capitals."""
        last = key.count(" ")
        places, tokens = (self.phrases[key], self.tokens) if key in self.phrases else (self.titled[key], self.title)
        text, starts, words = tokens.text, tokens.starts, tokens.words
        forms = Counter([text[starts[p] : starts[p + last] + len(words[p + last].text)] for p in places])
        return " ".join(max(forms, key=lambda form: (forms[form], sum(map(str.isupper, form)), form)).split())

    def name_share(self, key: str) -> float:
        """In which share of its places capitals mark the phrase as a name."""
        places = self.phrases.get(key, ())
        size = 1 + key.count(" ")
        return sum(_is_name(self.tokens, place, size) for place in places) / (len(places) or 1)

    def traits(self) -> Iterator[Traits]:
        """What tells whether each phrase is a keyphrase."""
        tokens, counts, titled = self.tokens, self.counts, self.titled
        words, edges, names, blocks = tokens.words, tokens.edges, tokens.names, tokens.blocks
        log = [0.0, *map(math.log, range(1, len(words) + 2))]
        total = len(words) or 1
        most = max(counts.values(), default=1)
        longer = _longer(self.phrases)
        for key in (*self.phrases, *(key for key in titled if key not in self.phrases)):
            places = self.phrases.get(key, ())
            parts = self.words(key)
            size = len(parts)
            contexts: list[int] = []
            wholes = named = 0
            for place in places:
                end = place + size
                before = after = BREAK
                if not (place in edges or words[place].breaks_before or words[place - 1].breaks_after):
                    before = words[place - 1].role
                if not (end in edges or words[end].breaks_before or words[end - 1].breaks_after):
                    after = words[end].role
                contexts += (_BEFORE + before, _AFTER + after)
                wholes += WORD not in (before, after)
                named += place in names and (size == 1 or _is_name(tokens, place, size))
            count = len(places) or 1
            first, last = parts[0], parts[-1]
            own = [log[counts[word.stem]] for word in parts if word.role == WORD]
            mean = sum(own) / len(own)
            within = longer.get(key, 0)
            marks = [size - 1, _LAST + last.ending, (_ONLY if size == 1 else _FIRST) + first.ending]
            if size > 2:  # noqa: PLR2004 - first and last
                marks += [_MIDDLE + word.ending for word in parts[1:-1]]
            yield Traits(
                key,
                (
                    log[count],
                    count / most,
                    log[places[0] + 1] if places else 0.0,
                    (places[-1] - places[0]) / total if places else 0.0,
                    log[1 + len({blocks[place] for place in places})] if count > 1 else log[2],
                    key in titled,
                    not places,
                    sum([word.stem in titled for word in parts]) / size,
                    sum([blocks[place] in tokens.headings for place in places]) / count,
                    named / count,
                    first.has_capital and 2 * named < count,
                    size == 1 and last.is_acronym,
                    last.text[-1].isdigit(),
                    first.text[0].isdigit(),
                    "-" in first.text or "-" in last.text,
                    len(own) < size,
                    last.is_generic,
                    first.is_generic,
                    min(len(last.text), _LONG_WORD),
                    len(last.text) < _SHORT_WORD,
                    sum([len(word.text) for word in parts]) / size,
                    wholes / count,
                    within / count,
                    count > 1 and within == count,
                    mean,
                    own[-1],
                    log[count] - mean if size > 1 else 0.0,
                ),
                marks,
                contexts,
            )


def key_of(phrase: str, language: str) -> str:
    """The key of *phrase*, whether or not an article says it."""
    words = Tokens.of_phrase(phrase, language).words
    return " ".join(word.stem if word.role == WORD else word.text.lower() for word in words if word.role != BREAK)


def _phrases(  # noqa: C901 - one pass over all words: a call for each would take longer than the rest
    tokens: Tokens, often: set[str] | None
) -> Mapping[str, list[int]]:
    """
    Every run of words between function words and marks, by key.

    Where *often* is given, runs of several words are made of these stems and of names alone.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    words, edges, names = tokens.words, tokens.edges, tokens.names
    joining = _JOINING.get(tokens.language, frozenset())
    for first, opening in enumerate(words):
        if not opening.opens:
            continue
        key = opening.stem
        if opening.closes:
            found[key].append(first)
        if opening.breaks_after or not (often is None or key in often or first in names):
            continue
        is_bridged = False
        for last in range(first + 1, first + LONGEST):
            if last in edges or words[last].breaks_before:
                break
            word = words[last]
            if word.role == WORD and (often is None or word.stem in often or last in names):
                key = f"{key} {word.stem}"
                if word.closes:
                    found[key].append(first)
            elif word.text in joining and not is_bridged:
                key = f"{key} {word.text}"
                is_bridged = True
            else:
                break
            if word.breaks_after:
                break
    return found


def _is_name(tokens: Tokens, first: int, size: int) -> bool:
    return all(place in tokens.names or tokens.words[place].role != WORD for place in range(first, first + size))


def _longer(phrases: Mapping[str, list[int]]) -> Mapping[str, int]:
    """How often the commonest phrase with one word more is said, for each that is a part of one."""
    found: dict[str, int] = {}
    for key, places in phrases.items():
        if " " in key:
            count = len(places)
            for part in (key.partition(" ")[2], key.rpartition(" ")[0]):
                if found.get(part, 0) < count:
                    found[part] = count
    return found
