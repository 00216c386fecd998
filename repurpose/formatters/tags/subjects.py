"""Which subjects and names of the lists does an article speak of, and not only mention?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.tags.candidate import Candidate, Rate, said
from repurpose.formatters.tags.forms import folded
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from repurpose.formatters.tags.lexicon import Entry, Mention
    from repurpose.formatters.tags.reading import Reading

__all__ = ["known_names", "topics"]

_OF_ONE_WORD, _OF_SEVERAL, _OF_NAME = Rate(200, 3, 12), Rate(400, 2, 8), Rate(120, 2, 40)
# A wide field has to be spoken of so much more.
_BROAD = 3.0
# What the title says needs to be said so much of that in the text, what a subtitle or description says so much.
_TITLED, _ABOVE = 0.11, 0.5
# An article that is no longer may name its subject in the title alone.
_SHORT = 150
_WEIGHT_OF_NAME, _WEIGHT_OF_SEVERAL, _WEIGHT_OF_ONE, _WEIGHT_OF_BROAD, _WEIGHT_ABOVE = 3.2, 3.0, 2.6, 1.4, 0.7
# Of the mentions of a name that is a common word too, so many at most may be in lower case.
_LOWER = 0.4
# In so many blocks is what the text keeps to; in a note of few words, in fewer.
_BLOCKS, _BLOCKS_OF_NAME, _BLOCKS_OF_NOTE = 3, 2, 2
_NOTE = 300


def topics(mentions: Sequence[Mention], reading: Reading, names_at: Collection[int]) -> Iterator[Candidate]:
    """The subjects that the title has, outside the names at *names_at*, or that the text keeps to."""
    titled = _in_title(mentions, reading, names_at)
    blocks = _BLOCKS if reading.size > _NOTE else _BLOCKS_OF_NOTE
    for mention in mentions:
        topic, places = mention.entry, mention.places
        is_above = reading.above.find(topic.keys) >= 0
        rate = _OF_SEVERAL if len(topic.keys) > 1 else _OF_ONE_WORD
        enough = rate.enough(reading) * (_BROAD if topic.is_broad else 1)
        share = len(places) / enough
        at = titled.get(id(topic), -1)
        if at >= 0 and (is_above or reading.size < _SHORT or _is_said(topic, places, share, reading)):
            weight = reading.title.lead(at) + _weight(topic)
        elif (
            not topic.is_broad
            and share >= (_ABOVE if is_above else 1)
            and reading.is_spread(places, min(enough, blocks))
        ):
            weight = _WEIGHT_ABOVE * is_above
        else:
            continue
        words = _form(mention, reading)
        weight += said(share)
        yield Candidate(words=words, keys=topic.keys, weight=weight, is_known=True, is_broad=topic.is_broad)


def known_names(mentions: Sequence[Mention], reading: Reading) -> Iterator[Candidate]:
    """The names that the title has or that the text keeps to."""
    for mention in mentions:
        words, places = mention.entry.forms[0], mention.places
        if _is_common_word(mention, reading) or f"{words[0].lower()}.js" in reading.places:
            continue
        enough = _OF_NAME.enough(reading)
        share, is_titled = len(places) / enough, mention.at >= 0
        if is_titled or (share >= 1 and reading.is_spread(places, _BLOCKS_OF_NAME)):
            weight = is_titled * (_WEIGHT_OF_NAME + reading.title.lead(mention.at)) + said(share)
            yield Candidate(words=words, keys=mention.entry.keys, weight=weight, is_known=True, is_name=True)


def _weight(topic: Entry) -> float:
    if topic.is_broad:
        return _WEIGHT_OF_BROAD
    return _WEIGHT_OF_SEVERAL if len(topic.keys) > 1 else _WEIGHT_OF_ONE


def _in_title(mentions: Sequence[Mention], reading: Reading, names_at: Collection[int]) -> Mapping[int, int]:
    """Where the title names a subject: the longest ones, and a wide field only where it stands by itself."""
    title, stop = reading.title, stopwords(reading.language)
    named: dict[int, int] = {}
    taken = set(names_at)
    for mention in sorted(mentions, key=lambda one: (-len(one.entry.keys), one.at)):
        at, size = mention.at, len(mention.entry.keys)
        if at < 0 or not taken.isdisjoint(range(at, at + size)):
            continue
        taken.update(range(at, at + size))
        beside = (*title.words[max(0, at - 1) : at], *title.words[at + size : at + size + 1])
        if not mention.entry.is_broad or all(not word[0].isalnum() or word.lower() in stop for word in beside):
            named[id(mention.entry)] = at
    return named


def _is_said(topic: Entry, places: Sequence[int], share: float, reading: Reading) -> bool:
    """Whether the text has *topic*, of which the title speaks, or the words of it here and there."""
    if len(places) >= _BLOCKS or (share >= _TITLED and not topic.is_broad):
        return True
    return len(topic.keys) > 1 and all(key in reading.places for key in topic.keys)


def _is_common_word(mention: Mention, reading: Reading) -> bool:
    """Whether a name that looks like any word ("Rust", "Signal") is one here."""
    words, places = mention.entry.forms[0], mention.places
    if len(words) > 1 or not words[0][1:].islower():
        return False
    lower = sum(reading.words[place].islower() for place in reading.find(mention.entry.keys))
    return lower > _LOWER * len(places) or all(map(reading.opens_sentence, places))


def _form(mention: Mention, reading: Reading) -> Sequence[str]:
    """The way to write a subject that the title or the text has, or else the commonest."""
    topic, size = mention.entry, len(mention.entry.keys)
    if len(topic.forms) > 1:
        said_so = [reading.title.words[mention.at : mention.at + size]] if mention.at >= 0 else []
        said_so += [reading.words[place : place + size] for place in mention.places]
        for words in map(folded, said_so):
            for form in topic.forms:
                if folded(form) == words:
                    return form
    return topic.forms[0]
