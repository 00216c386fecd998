"""Which of the tags that an author gave an article name its subject?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.tags.candidate import Candidate
from repurpose.formatters.tags.forms import folded, keys_of
from repurpose.formatters.tags.lexicon import is_known_name, known_topic, parted
from repurpose.formatters.tags.lists import is_listed
from repurpose.formatters.tags.reading import Line
from repurpose.formatters.tags.refusals import is_calendar, is_file
from repurpose.text.lexicons import stopwords
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.tags.reading import Reading

__all__ = ["UNTOUCHED", "authored"]

# What joins two words of one term.
_INSIDE = frozenset({"of", "&", "for", "in", "to", "de", "del", "d", "des", "du", "la", "di", "da", "do", "van", "für"})
_MOST_WORDS = 4
_SHORTEST = 2
UNTOUCHED = 0.4
"""The most that a term of the author weighs of which the text has not one word."""
_SAID, _KNOWN_AND_SAID, _UNSAID, _BROAD = 2.0, 2.2, 1.0, 1.6
# What the title says too, though no list has it.
_TITLED = 1.5
# An author names the subject first, as a rule.
_STEP, _LEAST = 0.12, 0.3
# A wide field is the subject where the article names it once in so many words.
_RARELY = 300
# Where compounds are written with and without spaces.
_GLUED = frozenset({*UNSPACED, "ko"})


def authored(reading: Reading) -> Iterator[Candidate]:
    """The author's tags that are subjects or names; what only files an article is left out."""
    language = reading.language
    for rank, written in enumerate(reading.tags):
        words = parted("".join(written.words), language) or written.words
        tag = Line(words, keys_of(words, language))
        if weight := _weight(tag, reading):
            topic = known_topic(tag.keys, language)
            yield Candidate(
                words=_spelt(tag, reading),
                keys=tag.keys,
                weight=max(_LEAST, weight - _STEP * rank),
                is_authors=True,
                is_known=topic is not None or is_known_name(words, language),
                is_broad=topic is not None and topic.is_broad,
            )


def _weight(tag: Line, reading: Reading) -> float:
    """How much a tag of the author says, nothing where it only files the article."""
    language, words = reading.language, tag.words
    if not words or not _is_sound(words, language):
        return 0.0
    said, at = _said(tag, reading), reading.title.find(tag.keys)
    is_titled = at >= 0
    topic = known_topic(tag.keys, language)
    if topic and topic.is_broad:
        return _BROAD if is_titled or said * _RARELY > reading.size else 0.0
    if topic or is_known_name(words, language):
        if said or is_titled:
            return _KNOWN_AND_SAID
        # "Software engineering" is not near where one word of it stands; inflected words are looked for less strictly.
        near = [key in reading.places for key in tag.keys]
        is_near = len(words) == 1 or (all(near) if language == "en" else any(near))
        return _UNSAID if is_near else UNTOUCHED
    stop = stopwords(language)
    inside = (word for word in folded(words[1:-1]) if word not in _INSIDE)
    if {words[0].lower(), words[-1].lower(), *inside} & stop:
        return 0.0
    if language in UNSPACED and not words[0].isascii():
        return _SAID if said or "".join(words) in (reading.article.title or "") else _UNSAID
    if len(words) > 1:
        weight = _weight_of_several(tag, reading, is_said=bool(said or is_titled))
        return weight + is_titled * (_TITLED + reading.title.lead(at))
    if is_listed(words[0], language, "heads", "openers", "roles") or (language == "en" and words[0].endswith("ed")):
        return 0.0
    return _SAID if said > 1 or is_titled else _UNSAID if said else 0.0


def _is_sound(words: Sequence[str], language: str) -> bool:
    """Whether *words* may be a tag at all."""
    name = " ".join(folded(words))
    if len(words) > _MOST_WORDS or is_listed(name, language, "filing") or is_listed(name, "en", "filing"):
        return False
    letters = sum(map(str.isalpha, name))
    return letters >= _SHORTEST and not words[0].isdigit() and not is_file(words) and not is_calendar(words, language)


def _weight_of_several(tag: Line, reading: Reading, *, is_said: bool) -> float:
    """How much a tag of several words says that no list has."""
    if is_said:
        return _SAID
    if all(word[0].isupper() for word in tag.words):
        return _UNSAID
    # Where words are inflected, a term is said in other forms than its own.
    return _UNSAID if reading.language != "en" and all(key in reading.places for key in tag.keys) else 0.0


def _said(tag: Line, reading: Reading) -> int:
    """How often the text has *tag*."""
    if reading.language not in _GLUED:
        return len(reading.find(tag.keys))
    return reading.article.text.replace(" ", "").count("".join(tag.words))


def _spelt(tag: Line, reading: Reading) -> Sequence[str]:
    """*tag* as the text writes it: authors file under "uscis" what they call USCIS."""
    size = len(tag.words)
    for at in reading.find(tag.keys):
        words = reading.words[at : at + size]
        opens = reading.opens_sentence(at) and words[0][1:].islower()
        if folded(words) == folded(tag.words) and not opens:
            return words
    topic = known_topic(tag.keys, reading.language)
    return topic.forms[0] if topic and not topic.forms[0][0].islower() else tag.words
