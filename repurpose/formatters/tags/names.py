"""Which names that no list has does an article keep to?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from repurpose.formatters.tags.candidate import Candidate, Rate, said
from repurpose.formatters.tags.forms import INNER_CAPITAL, keys_of
from repurpose.formatters.tags.lists import is_listed
from repurpose.formatters.tags.refusals import is_calendar, is_person, is_rank, is_vague
from repurpose.text.lexicons import stopwords
from repurpose.text.words import CAPITAL_NOUNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from repurpose.formatters.tags.reading import Reading

__all__ = ["CONNECTING", "names"]

CONNECTING = frozenset({"of", "&", "de", "da", "do", "dos", "del", "della", "di", "du", "van", "von", "der"})
"""Words that stand inside a name."""

_OF_SEVERAL, _OF_ONE_WORD = Rate(350, 2, 20), Rate(120, 6, 30)
# Where all nouns have capitals, what stands together has to do so more often.
_CAPITAL_NOUNS = 2
_WEIGHT_OF_SEVERAL, _WEIGHT_OF_ONE = 0.8, 0.5
_GOES_ON = frozenset({"of", "for"})
_MOST_WORDS = 4
_BLOCKS, _MORE_BLOCKS = 3, 4


def names(reading: Reading) -> Iterator[Candidate]:
    """The names of *reading* that no list has: what it says with capitals, again and again, and no person."""
    enough = _OF_SEVERAL.enough(reading) * (_CAPITAL_NOUNS if reading.language in CAPITAL_NOUNS else 1)
    runs = _runs(reading)
    for words, places in runs.items():
        if len(places) >= enough and reading.is_spread(places, min(enough, _BLOCKS)) and _is_name(words, reading):
            keys = reading.keys[places[0] : places[0] + len(words)]
            weight = _WEIGHT_OF_SEVERAL * said(len(places) / enough)
            yield Candidate(words=words, keys=keys, weight=weight, is_name=True)
    if reading.language not in CAPITAL_NOUNS:
        yield from _lone_names(reading, {run[-1] for run in runs})


def _is_name(words: Sequence[str], reading: Reading) -> bool:
    language = reading.language
    if any(INNER_CAPITAL.search(word) for word in words) or all(map(str.isupper, words)):
        return False
    if is_listed(words[-1], language, "streets") or is_listed(" ".join(words), language, "outlets"):
        return False
    if any(refuses(words, language) for refuses in (is_vague, is_rank, is_calendar)):
        return False
    return not (is_person(words, reading) or _has_surname(words, reading))


def _has_surname(words: Sequence[str], reading: Reading) -> bool:
    """Whether the last of *words* stands for all of them somewhere, without an article: a person's does."""
    last = words[-1]
    return any(
        reading.words[at] == last
        and not reading.has_capital(at - 1)
        and not (at and is_listed(reading.words[at - 1], reading.language, "articles"))
        for at in reading.find(keys_of([last], reading.language))
    )


def _lone_names(reading: Reading, surnames: Collection[str]) -> Iterator[Candidate]:
    """Names of one word, none of which is among *surnames*."""
    enough, language = _OF_ONE_WORD.enough(reading), reading.language
    for key, places in reading.places.items():
        if len(places) < enough:
            continue
        word = reading.words[places[0]]
        if not word[0].isupper() or not word[1:].islower() or word in surnames or word.lower() in stopwords(language):
            continue
        inside = [at for at in reading.alone(places) if not reading.opens_sentence(at)]
        if (
            not all(map(reading.has_capital, places))
            or len(inside) < enough / 2
            or not reading.is_spread(places, _MORE_BLOCKS)
        ):
            continue
        lists = ("adjectives", "roles", "heads", "openers", "filing", "outlets")
        is_piece = sum(reading.has_capital(at + 1) for at in places) * 2 > len(places)
        if not is_piece and not is_listed(word, language, *lists) and not is_person((word,), reading):
            weight = _WEIGHT_OF_ONE * said(len(places) / enough)
            yield Candidate(words=(word,), keys=[key], weight=weight, is_name=True)


def _runs(reading: Reading) -> Mapping[tuple[str, ...], list[int]]:
    """Words with capitals that stand together, whole, and where."""
    words, stop = reading.words, stopwords(reading.language)
    spellings = set(words)
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    end = 0
    for start in [at for at, word in enumerate(words) if word[0].isupper()]:
        if start < end or not reading.keys[start]:
            continue
        end = start + 1
        while reading.has_capital(end) or (words[end] in CONNECTING and reading.has_capital(end + 1)):
            end += 1
        if end - start == 1:
            continue
        first = start
        # What opens a sentence has a capital anyway.
        while first < end and (
            words[first].lower() in stop or (words[first].lower() in spellings and reading.opens_sentence(first))
        ):
            first += 1
        if 1 < end - first <= _MOST_WORDS and not _is_piece(first, end, reading):
            found[tuple(words[first:end])].append(first)
    return found


def _is_inside(at: int, reading: Reading) -> bool:
    """Whether the function word at *at* has a capital of its own: "Life As We Know It"."""
    has_own = reading.has_capital(at) and not reading.opens_sentence(at)
    return has_own and not is_listed(reading.words[at], reading.language, "definite")


def _is_piece(start: int, end: int, reading: Reading) -> bool:
    """Whether a name goes on after *end* or began before *start*: "Defense Against the Dark Arts"."""
    words, language = reading.words, reading.language
    if words[end] in _GOES_ON or words[end - 1].lower() in stopwords(language):
        return True
    if start and (words[start - 1][0].isdigit() or _is_inside(start - 1, reading)):
        return True
    before = start - 2 if start > 1 and words[start - 1] == "the" else start
    return before < start and (
        reading.has_capital(before) or (words[before] in CONNECTING and reading.has_capital(before - 1))
    )
