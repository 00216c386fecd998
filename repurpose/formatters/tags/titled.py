"""Which names and terms does the title say in full, that the text says too?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.tags.candidate import Candidate, Rate, said
from repurpose.formatters.tags.forms import HYPHENS
from repurpose.formatters.tags.lexicon import is_known_name, known_topic
from repurpose.formatters.tags.lists import is_listed
from repurpose.formatters.tags.names import CONNECTING
from repurpose.formatters.tags.refusals import is_calendar, is_file, is_rank
from repurpose.formatters.tags.title_names import is_name
from repurpose.formatters.tags.title_terms import is_german_noun, is_korean_noun, is_term, is_whole_title
from repurpose.text.lexicons import stopwords
from repurpose.text.words import CAPITAL_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.tags.lexicon import Mention
    from repurpose.formatters.tags.reading import Reading

__all__ = ["titled"]

_MOST_WORDS = 4
_NAME, _LONE_NAME, _PLACE, _TERM, _WHOLE = 3.4, 3.0, 2.0, 2.8, 3.1
_NAMES = frozenset({_NAME, _LONE_NAME, _PLACE})
_ENOUGH = Rate(300, 1, 40)


def titled(reading: Reading, known: Sequence[Mention]) -> Iterator[tuple[range, Candidate]]:
    """What the title names beside the *known* subjects and names, each with its place there."""
    title = reading.title
    listed = [set(range(one.at, one.at + len(one.entry.keys))) for one in known if one.at >= 0]
    taken: set[int] = set()
    for size in range(min(_MOST_WORDS, len(title.words)), 0, -1):
        for start in range(len(title.words) - size + 1):
            place = range(start, start + size)
            if not taken.isdisjoint(place) or not (weight := _weight(reading, start, size)):
                continue
            is_part = any(not one.isdisjoint(place) if weight == _TERM else one.issuperset(place) for one in listed)
            if not is_part:
                taken.update(place)
                keys = title.keys[start : start + size]
                share = len(reading.find(keys)) / _ENOUGH.enough(reading)
                yield (
                    place,
                    Candidate(
                        words=title.words[start : start + size],
                        keys=keys,
                        weight=weight + title.lead(start) + said(share),
                        is_name=weight in _NAMES,
                    ),
                )


def _weight(reading: Reading, start: int, size: int) -> float:
    """What the *size* words of the title from *start* on weigh; nothing where they name nothing."""
    title, language = reading.title, reading.language
    words, keys = title.words[start : start + size], title.keys[start : start + size]
    if not all(keys) or not _is_phrase(words, language) or is_file(words):
        return 0.0
    if is_rank(words, language) or is_calendar(words, language):
        return 0.0
    # A hyphen ties them to what stands before or after.
    if words[-1][-1] in HYPHENS or (start and title.words[start - 1][-1] in HYPHENS):
        return 0.0
    if known_topic(keys, language) or is_known_name(words, language):
        return 0.0
    if language in CAPITAL_NOUNS:
        return (_NAME if size > 1 else _TERM) if is_german_noun(words, keys, reading) else 0.0
    if language == "ko":
        return _TERM if is_korean_noun(keys, reading) else 0.0
    if is_name(words, keys, start, reading):
        is_place = start > 0 and is_listed(title.words[start - 1], language, "placing")
        return _PLACE if is_place else _NAME if size > 1 else _LONE_NAME
    if language == "en" and size == len(title.words) and is_whole_title(words, keys, reading):
        return _WHOLE
    return _TERM if language == "en" and is_term(words, keys, reading) else 0.0


def _is_phrase(words: Sequence[str], language: str) -> bool:
    """Whether no function word opens or ends *words*, and none stands inside that is no part of names."""
    stop = stopwords(language)
    if words[0].lower() in stop or words[-1].lower() in stop or words[0].isdigit():
        return False
    return all(word.lower() not in stop or word.lower() in CONNECTING for word in words)
