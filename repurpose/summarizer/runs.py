"""
Which runs of neighbouring sentences say something by themselves?

The unit is a run, not a sentence: one to three sentences of one paragraph, the first of which stands alone, so that a
pronoun in the second brings its antecedent along, an answer its question and an objection what it answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from repurpose.model import KeyPointKind
from repurpose.summarizer.candidates import Candidate, Run
from repurpose.summarizer.condense import condensed
from repurpose.summarizer.openings import opened, opening
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.points import is_duty
from repurpose.summarizer.setups import is_turned, well_ended
from repurpose.summarizer.standalone import asks, follows, is_clear, is_entry, stands_alone
from repurpose.text.discourse import discourse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Span
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Paragraph, Sentence
    from repurpose.summarizer.salience import Salience
    from repurpose.text.discourse import Discourse, Listed

__all__ = ["is_warning", "runs"]

_WARNING = re.compile(
    r"(?:Warning|Caution|Danger|Achtung|Vorsicht|Warnung|Attention|Advertencia|Atención|Attenzione)\s?[:!]"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d")
# A risk that is told this late is what the article leaves its reader with.
_LATE = 0.55
_TERM = 60
"""A definition names its term within so many characters."""
_WEIGHED = 1.0
"""What a risk gains that is told with what it weighs against; in standard deviations of its article's scores."""
_ENTRY = 4
"""A line of a row has no more sentences."""
# What a candidate loses, in standard deviations of its article's scores.
_LEADS_UP = 0.5
"""For a first sentence that only leads up to the one that matters."""
_QUESTION = 0.3
_DUTY = 2.4
"""For what the readers of a notice have to do."""
_SETUP = 0.5
"""For an end that promises what comes next."""
_PERSONAL = 0.6
_INTRODUCED = 0.7
"""For a noun that only the article's reader can place: clear in its setting, less so without."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every run of one article is judged by."""

    salience: Salience
    known: Known
    own: Discourse
    language: str
    openings: dict[Span, str] = field(default_factory=dict)
    """How each sentence begins that was looked at."""

    def opening(self, sentence: Sentence) -> str:
        """*sentence* as it begins where nothing stands before it."""
        if sentence.span not in self.openings:
            self.openings[sentence.span] = opened(sentence, self.known, self.language)[0].text
        return self.openings[sentence.span]

    def has_one_of(self, listed: Listed, sentence: Sentence) -> bool:
        """Whether *sentence* has one of the words that are *listed*."""
        return listed.is_in(sentence.text, self.salience.words_at[sentence.span])


def runs(prose: Sequence[Paragraph], salience: Salience, known: Known, *, language: str) -> Iterator[Candidate]:
    """The runs of *prose*, those that promise most first; each is looked at only when it is asked for."""
    ground = _Ground(salience, known, discourse(language), language)
    promising = sorted(
        (-salience.scores[sentence.span], number, index)
        for number, paragraph in enumerate(prose)
        for index, sentence in enumerate(paragraph.sentences)
    )
    for _, number, index in promising:
        if (found := _candidate(prose[number], index, ground)) is not None:
            yield found


def _candidate(paragraph: Paragraph, index: int, ground: _Ground) -> Candidate | None:
    """The run around the sentence *index* of *paragraph*; ``None`` where it would not be understood."""
    sentence = paragraph.sentences[index]
    value = ground.salience.scores[sentence.span]
    # What there is to read may be told instead of where.
    if points_elsewhere(ground.opening(sentence), ground.language):
        return None
    if ground.has_one_of(ground.own.warm_ups, sentence) and not _survives_warm_up(sentence.text, ground):
        return None
    kind: KeyPointKind | None = None
    first, count = index, 1
    if _stands_alone(paragraph, index, ground):
        # An objection is told with what it objects to, never without: the first half alone says the opposite.
        count += _is_objection(paragraph, index + 1, ground)
    elif asks(sentence.text) and _is_answered(paragraph, index, ground):
        kind, value, count = KeyPointKind.QUESTION, value - _QUESTION, 2
    elif index and follows(sentence.text, ground.language) and _stands_alone(paragraph, index - 1, ground):
        before = ground.salience.scores[paragraph.sentences[index - 1].span]
        value, first, count = (value + before) / 2 - _LEADS_UP, index - 1, 2
    else:
        return None
    kind = kind or _kind(paragraph, index, ground)
    if first == index:
        value += _WEIGHED * (kind is KeyPointKind.CAVEAT and count > 1)
    run = Run(paragraph=paragraph, first=first, count=count)
    is_personal = paragraph.speaker is None and any(
        ground.has_one_of(ground.own.first_person, one) for one in run.sentences
    )
    here = [one.text for one in paragraph.sentences[first : first + count + 1]]
    value += _DUTY * any(is_duty(one, ground.language) for one in (sentence.text, ground.opening(sentence)))
    value -= _SETUP * (not well_ended(here, count, ground.language))
    value -= _PERSONAL * is_personal + _INTRODUCED * _is_told_before(paragraph.sentences[first], ground)
    return Candidate(
        kind=kind,
        said=run,
        block=paragraph.block,
        position=sentence.position,
        stems=frozenset[str]().union(*(ground.salience.stems_at[one.span] for one in run.sentences)),
        value=value,
        is_personal=is_personal,
    )


def is_warning(text: str) -> bool:
    """Whether *text* warns in its first word: "Warning: ..."."""
    return _WARNING.match(text) is not None


def _stands_alone(paragraph: Paragraph, index: int, ground: _Ground) -> bool:
    sentence = paragraph.sentences[index]
    if index and len(paragraph.sentences) <= _ENTRY and is_entry(paragraph.sentences[0].text):
        # What the first sentence names is what the others are about.
        return False
    if paragraph.speaker is not None:
        # Between quotation marks every word stays as it was, so there must be nothing that should go.
        said = sentence.text.strip('“”"')
        return opening(said, ground.language) == said and stands_alone(said, ground.language)
    return stands_alone(ground.opening(sentence), ground.language)


def _is_told_before(sentence: Sentence, ground: _Ground) -> bool:
    """Whether somebody or something in *sentence* is known only from what the article told before."""
    return not is_clear(ground.opening(sentence), ground.language, ground.known, sentence.span.start)


def _is_objection(paragraph: Paragraph, index: int, ground: _Ground) -> bool:
    """Whether the sentence *index* answers the one before it with a "but"."""
    if index >= len(paragraph.sentences):
        return False
    text = paragraph.sentences[index].text
    return is_turned(text, ground.language) and follows(text, ground.language)


def _is_answered(paragraph: Paragraph, index: int, ground: _Ground) -> bool:
    """Whether a question that would be understood by itself is followed by what answers it."""
    if index + 1 >= len(paragraph.sentences):
        return False
    question, answer = paragraph.sentences[index], paragraph.sentences[index + 1]
    is_understood = stands_alone(question.text.rstrip('?？؟”"') + ".", ground.language)
    shared = ground.salience.stems_at[question.span] & ground.salience.stems_at[answer.span]
    takes_up = bool(shared) or ground.own.openers.match(answer.text) is not None
    return is_understood and takes_up and follows(answer.text, ground.language)


def _survives_warm_up(text: str, ground: _Ground) -> bool:
    """Whether some condensed form of *text* is without its warm-up."""
    return any(not ground.own.warm_ups.search(shorter) for shorter, _ in condensed(text, ground.language))


def _kind(paragraph: Paragraph, index: int, ground: _Ground) -> KeyPointKind:
    """What a sentence does."""
    if paragraph.is_quote or paragraph.speaker is not None:
        return KeyPointKind.QUOTE
    own, sentence = ground.own, paragraph.sentences[index]
    if is_warning(sentence.text):
        return KeyPointKind.CAVEAT
    if sentence.position > _LATE:
        told = [sentence]
        if index + 1 < len(paragraph.sentences) and own.contrasts.match(paragraph.sentences[index + 1].text):
            told.append(paragraph.sentences[index + 1])
        if any(ground.has_one_of(own.risks, one) for one in told) and any(
            ground.has_one_of(own.hedges, one) or ground.has_one_of(own.negations, one) for one in told
        ):
            return KeyPointKind.CAVEAT
    is_defined = ground.has_one_of(own.definitions, sentence)
    if is_defined and (match := own.definitions.search(sentence.text)) and 0 < match.start() < _TERM:
        return KeyPointKind.DEFINITION
    return KeyPointKind.FIGURE if _NUMBER.search(_YEAR.sub("", sentence.text)) else KeyPointKind.CLAIM
