"""
What does a section of the article say, in a sentence or two that can stand under its heading?

Choosing goes on inside a section, never across.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import regex

from repurpose.model import BlockKind, Line
from repurpose.summarizer.condense import condensed, drop_marker
from repurpose.summarizer.openings import opening
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.points import concludes, is_defining, worth_of_point
from repurpose.summarizer.setups import announces, is_answered
from repurpose.summarizer.standalone import asks, follows, has_link, is_clear, stands_alone
from repurpose.text.discourse import discourse
from repurpose.text.marks import between_sentences, closed
from repurpose.text.sentences import sentences
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article, Block
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Paragraph, Sentence
    from repurpose.summarizer.salience import Salience

__all__ = ["Told", "told_in_section"]

_LONGEST_BODY = 190
# What says what to do, or what its writer comes to, is worth more room.
_LONGEST_POINT, _OVERLONG = 250, 0.4
_LONGEST_PAIR = 300
_SHORT_ANSWER = 40
_SENTENCES_TRIED = 40
# A section's later sentences come after its first ones, and none but its points after so many; what its writer comes
# to comes late.
_LATER, _LATEST = 0.12, 8
# In standard deviations from the mean of the article's sentences.
_SALIENT, _LEAST_SALIENT = 2.0, -0.8
# What stands in a subsection of it, less where it is a point.
_BELOW, _BELOW_POINT = 1.5, 0.45
# A case that the next sentence mends, or things that are still to come.
_SETUP = 0.8
# "She shared tips.": that, and not what they are.
_SENDS_AWAY = 2.0
# "Ada Vane, in addition to being a steward, works as ...": who somebody is, and not what they say; English.
_SOMEBODY = regex.compile(
    r"(?:\p{Lu}[\w’-]+ ){2,3}?works (?:as|at|for) "
    r"|\p{Lu}[\w’-]+ \p{Lu}[\w’-]+, [^,]{3,90}, works "
)


@dataclass(frozen=True, slots=True)
class Told:
    """What stands under one heading."""

    lines: tuple[Line, Line, Line]
    """From the shortest to the longest."""
    is_point: bool
    """Whether it answers the heading, says what to do or what the writer comes to, or much of the article's subject."""


@dataclass(frozen=True, slots=True)
class _Body:
    value: float
    short: Line
    more: Line
    point: float
    """What *value* holds for being a point; 0 where it is none."""
    leads_up: bool
    """It is told for what comes after it."""


def told_in_section(
    article: Article, heading: int, prose: Sequence[Paragraph], salience: Salience, known: Known
) -> Told | None:
    """
    The sentence that says most of the section; with what follows on it; with another one.

    What to do and what the writer comes to say more than what leads up to it, its first part more than a subsection. A
    sentence that is answered with a "but" or a "to avoid this" is told with its answer or not at all.
    """
    first, end, close = _extent(article.blocks, heading)
    inside = [one for one in prose if first <= one.block < close and one.speaker is None and not one.is_quote]
    if inside and inside[0].sentences and _SOMEBODY.match(inside[0].sentences[0].text):
        # It goes on with what that person says, which no sentence of the account's stands for.
        return None
    asked = article.blocks[heading].span.of(article.text)
    if asks(asked) and (lines := _answer(asked, inside, article.language)):
        return Told(lines, is_point=True)
    found = list(_bodies(article, heading, inside, salience, known))
    # What its author says as "I" or "we" only where nothing else is said.
    found = [one for one in found if not _says_me(one.short.text, article.language)] or found
    if asks(asked):
        # What does not answer it reads as if it did.
        found = [one for one in found if is_defining(asked, one.short.text, article.language)]
    if not found:
        return None
    at_first = article.blocks[end - 1].span.end
    best = max(found, key=lambda one: _from(one, at_first))
    if best.leads_up and announces(best.short.text, article.language):
        # All that it says is that something is told.
        return None
    if _is_over_list(best.short, inside, article.blocks) and (lines := _items(article, heading)):
        # What announces a list says less than its first items.
        return Told(lines, is_point=True)
    # What a subsection says under a heading of its own is no second sentence of this one.
    beside = [one for one in found if one.short.spans[0].start < at_first and not one.leads_up]
    others = sorted(beside, key=lambda one: -one.value)
    most = _with_another(best.more, [one.short for one in others], article)
    return Told((best.short, best.more, most), best.point > 0 or best.value > _SALIENT)


def _from(body: _Body, at_first: int) -> float:
    """The value of *body*, less where it stands after *at_first*, the end of the section's first part."""
    is_below = body.short.spans[0].start >= at_first
    return body.value - (_BELOW - _BELOW_POINT * body.point if is_below else 0.0)


def _answer(asked: str, prose: Sequence[Paragraph], language: str) -> tuple[Line, Line, Line] | None:
    """What stands first under the heading *asked*: a sentence from further down reads as if it were the answer."""
    told = prose[0].sentences if prose else ()
    if told and not is_defining(asked, told[0].text, language):
        return None
    lines = [
        Line(
            text=closed(between_sentences(language).join(one.text for one in told[:count])),
            spans=tuple(one.span for one in told[:count]),
        )
        for count in (1, 2)
        if len(told) >= count and all(_goes_on(one.text, language) for one in told[:count])
    ]
    # "No." is an answer that nobody publishes alone.
    fitting = [line for line in lines if len(line.text) <= _LONGEST_PAIR]
    long_enough = [line for line in fitting if len(line.text) >= _SHORT_ANSWER] or fitting[-1:]
    return (long_enough[0], long_enough[-1], long_enough[-1]) if long_enough else None


def _is_over_list(line: Line, prose: Sequence[Paragraph], blocks: Sequence[Block]) -> bool:
    """Whether *line* is all that a paragraph of *prose* says over a list."""
    alone = [one for one in prose if len(one.sentences) == 1 and one.sentences[0].span == line.spans[0]]
    return any(block.kind is BlockKind.ITEM for one in alone for block in blocks[one.block + 1 : one.block + 2])


def _items(article: Article, heading: int) -> tuple[Line, Line, Line] | None:
    """The first sentences of the first items of a section that is a list: one, and two."""
    language = article.language
    first, _, close = _extent(article.blocks, heading)
    between = between_sentences(language)
    told: list[Line] = []
    for block in article.blocks[first:close]:
        if block.kind is not BlockKind.ITEM:
            continue
        parts = sentences(block.span.of(article.text), language)
        span = parts[0].shifted(block.span.start)
        text = span.of(article.text)
        if not stands_alone(text, language) or _says_me(text, language) or len(text) > _LONGEST_BODY:
            break
        told.append(Line(text=text, spans=(span,)))
    if not told:
        return None
    pair = between.join(line.text for line in told[:2])
    more = Line(text=pair, spans=tuple(span for line in told[:2] for span in line.spans))
    longest = more if len(pair) <= _LONGEST_PAIR else told[0]
    return told[0], longest, longest


def _goes_on(text: str, language: str) -> bool:
    """Whether *text* can stand right under what it answers."""
    if asks(text) or has_link(text) or _says_me(text, language) or text.endswith((":", "：")):
        return False
    return not (discourse(language).deictics.search(text) or points_elsewhere(text, language))


def _extent(blocks: Sequence[Block], heading: int) -> tuple[int, int, int]:
    """Where the section under *heading* begins, where its first part ends, and where the section does."""
    first = heading + 1
    # A heading right under a heading is the beginning of the same section.
    level = blocks[heading].level
    while first < len(blocks) and blocks[first].kind is BlockKind.HEADING and blocks[first].level > level:
        first += 1
    headings = [at for at in range(first, len(blocks)) if blocks[at].kind is BlockKind.HEADING]
    end = next(iter(headings), len(blocks))
    close = next((at for at in headings if blocks[at].level <= level), len(blocks))
    return first, end, close


def _bodies(
    article: Article, heading: int, prose: Sequence[Paragraph], salience: Salience, known: Known
) -> Iterator[_Body]:
    """Each sentence of *prose* that can stand under *heading*, by itself and with what follows on it."""
    language = article.language
    own = discourse(language)
    label = frozenset(content_stems(article.blocks[heading].span.of(article.text), language))
    # What the heading names may be taken for granted under it.
    known = replace(known, topic=known.topic | label)
    for tried, (sentence, following, is_near) in enumerate(islice(_in_turn(prose), _SENTENCES_TRIED)):
        comes_to = concludes(sentence.text, language)
        is_changed = language != "en" or comes_to or own.resolving.match(sentence.text) is not None
        is_changed = is_changed or worth_of_point(sentence.text, language) > 0
        text = opening(sentence.text, language) if is_changed else sentence.text
        point = max(worth_of_point(one, language) for one in {sentence.text, text})
        if tried >= _LATEST and not point:
            continue
        longest = _LONGEST_POINT if point else _LONGEST_BODY
        fitting = _fitting(text, label, language, longest) if _states(text, language) else None
        if fitting is None or not is_clear(text, language, known, sentence.span.start):
            continue
        line = Line(text=fitting, spans=(sentence.span,))
        told = _lines(line, following if is_near else None, language, is_owned=_says_me(text, language))
        if told is None:
            continue
        ends_on = following.text if following is not None and len(told[0].spans) > 1 else text
        leads_up = announces(ends_on, language) or (
            following is not None
            and len(told[0].spans) == 1
            # "Here are some of them:" says what it means.
            and (is_answered(following.text, language) or following.text.endswith((":", "：")))
        )
        value = max(salience.scores[sentence.span], _LEAST_SALIENT) + point
        value -= _LATER * (min(tried, _LATEST) if comes_to else tried)
        value -= _OVERLONG * (len(fitting) > _LONGEST_BODY)
        value -= _SENDS_AWAY * points_elsewhere(text, language) + _SETUP * leads_up
        yield _Body(value, *told, point=point, leads_up=leads_up)


def _in_turn(prose: Sequence[Paragraph]) -> Iterator[tuple[Sentence, Sentence | None, bool]]:
    """Each sentence of *prose*, the one that follows on it, and whether that stands in its paragraph."""
    told = [(one, number) for number, paragraph in enumerate(prose) for one in paragraph.sentences]
    yield from ((one, following, number == other) for (one, number), (following, other) in pairwise(told))
    yield from ((one, None, False) for one, _ in told[-1:])


def _states(text: str, language: str) -> bool:
    """Whether *text* says something by itself."""
    own = discourse(language)
    if own.warm_ups.search(text) or asks(text):
        return False
    # "However, ..." answers what is not told.
    return drop_marker(text, language) == text


def _fitting(text: str, label: frozenset[str], language: str, longest: int) -> str | None:
    """The first form of *text*, *longest* signs at most, where it explains anything beyond the words of the heading."""
    forms = [text]
    if not _says_me(text, language):
        forms += [shorter for shorter, _ in condensed(text, language)]
    fitting = next((form for form in forms if len(form) <= longest), None)
    # What only says the heading again explains nothing.
    return None if fitting is None or frozenset(content_stems(fitting, language)) <= label else fitting


def _lines(line: Line, following: Sentence | None, language: str, *, is_owned: bool) -> tuple[Line, Line] | None:
    """*line* in short and at length; none where *following* answers it and does not fit beside it."""
    if following is not None and is_answered(following.text, language):
        answered = _with_next(line, following, language)
        return (answered, answered) if len(answered.spans) > 1 else None
    # What its author says as "I" is not told at length.
    return line, line if is_owned else _with_next(line, following, language)


def _with_another(line: Line, others: Sequence[Line], article: Article) -> Line:
    """*line*, one sentence, with the best of *others* that the account can say itself, in the article's order."""
    if len(line.spans) > 1 or _says_me(line.text, article.language):
        return line
    between = between_sentences(article.language)
    for other in others:
        pair = sorted((line, other), key=lambda one: one.spans[0].start)
        text = between.join(one.text for one in pair)
        is_new = not any(span.overlaps(line.spans[0]) for span in other.spans)
        is_new = is_new and not points_elsewhere(other.text, article.language)
        if is_new and not _says_me(other.text, article.language) and len(text) <= _LONGEST_PAIR:
            return Line(text=text, spans=tuple(span for one in pair for span in one.spans))
    return line


def _with_next(line: Line, following: Sentence | None, language: str) -> Line:
    """*line* with the sentence *following* it in its paragraph, where that goes on and the two are short enough."""
    if following is None or asks(following.text) or not follows(following.text, language):
        return line
    speaks, spoken = (_says_me(text, language) for text in (following.text, line.text))
    between = between_sentences(language)
    text = f"{line.text}{between}{following.text}"
    # What the account says and what it quotes do not share a line.
    if speaks != spoken or len(text) > _LONGEST_PAIR or points_elsewhere(following.text, language):
        return line
    return Line(text=text, spans=(*line.spans, following.span))


def _says_me(text: str, language: str) -> bool:
    """Whether anybody says "I" or "we" in *text*, be it in quotation marks: that needs more than a line of its own."""
    own = discourse(language)
    return bool(own.first_person.search(text) or own.first_person_plural.search(text))
