"""
What is the article's own skeleton: three and more sections, each told by its heading and one sentence of its own?

Headings that are numbered, or of one kind ("Learn ...", "Know ...", "Keep ..."), are a list by themselves too. They
stand under the article's title. Choosing goes on inside a section, never across: no section gives two sentences.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

import regex

from repurpose.model import BlockKind, Line, Span
from repurpose.resources import shipped_text
from repurpose.summarizer.condense import capitalised, condensed, drop_marker
from repurpose.summarizer.lead_ins import is_generic, promised_by_title
from repurpose.summarizer.lists import FEWEST, HOW_TO, MOST, heading_candidate
from repurpose.summarizer.openings import opening
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.standalone import asks, follows, has_link, has_verb, is_clear
from repurpose.text.discourse import discourse
from repurpose.text.marks import between_sentences, with_colon
from repurpose.text.words import UNSPACED, content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article, Block
    from repurpose.summarizer.candidates import Candidate
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Paragraph, Sentence
    from repurpose.summarizer.salience import Salience

__all__ = ["heading_lists"]

# "1. Mix", "Tip 3: Know your tools".
_NUMBERED = regex.compile(r"^(?:\p{L}+\s)?(\d{1,2})\s*[.:)]\s*(?=\S)")
_LONGEST = 90
_LONGEST_BODY = 190
_LONGEST_PAIR = 300
_SHORT_ANSWER = 40
# Of the headings of one level at least this part is of one kind.
_ALIKE = 0.4
_SENTENCES_TRIED = 8
# A section's later sentences come after its first ones.
_LATER = 0.12
# What a heading promises is often what to do.
_ADVICE = 0.8
# "She shared tips.": that, and not what they are.
_SENDS_AWAY = 2.0
# Of all sections at least this part has a sentence to show.
_TOLD = 0.6


def heading_lists(
    article: Article, prose: Sequence[Paragraph], salience: Salience, known: Known
) -> Iterator[Candidate]:
    """The one list that the headings of *article* make, section by section or by themselves, if they do."""
    title = article.title or ""
    if not title or has_link(title):
        return
    numbered = _numbered(article)
    alike = numbered or _of_one_kind(article)
    promised = promised_by_title(title, article.language)
    if promised not in (None, len(alike)):
        alike = []
    sections = alike if numbered else _sections(article, alike)
    bodies = [_body(article, index, prose, salience, known) for index, _ in sections]
    with_body = [index for (index, _), body in zip(sections, bodies, strict=True) if body]
    has_skeleton = FEWEST < len(with_body) <= MOST and len(with_body) >= _TOLD * len(sections)
    # What is numbered comes whole or not at all.
    kept = [(index, span, body) for (index, span), body in zip(sections, bodies, strict=True) if numbered or body]
    fuller = [[_section(article, span, body[at] if body else None) for _, span, body in kept] for at in (2, 1, 0)]
    if not alike and not has_skeleton:
        return
    lead = Line(text=with_colon(title.rstrip(".:!"), article.language), spans=())
    labels = [Line(text=_label(article, span), spans=(span,)) for _, span in alike]
    yield heading_candidate(
        article,
        salience,
        lead,
        sections=fuller if has_skeleton else (),
        labels=labels,
        block=min(index for index, *_ in (*alike, *(kept if has_skeleton else ()))),
        is_ordered=bool(numbered),
        is_how_to=HOW_TO.search(title) is not None,
    )


def _numbered(article: Article) -> list[tuple[int, Span]]:
    """Headings "1. ...", "2. ..." of one level, none missing."""
    found = [
        (index, block, match)
        for index, block in enumerate(article.blocks)
        if block.kind is BlockKind.HEADING and (match := _NUMBERED.match(block.span.of(article.text)))
    ]
    if (
        not FEWEST < len(found) <= MOST
        or len({block.level for _, block, _ in found}) != 1
        or [int(match[1]) for _, _, match in found] != list(range(1, len(found) + 1))
    ):
        return []
    return [(index, Span(block.span.start + match.end(), block.span.end)) for index, block, match in found]


def _of_one_kind(article: Article) -> list[tuple[int, Span]]:
    """Headings of one level that begin or end in the same way."""
    levels: dict[int, list[tuple[int, Span]]] = {}
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            levels.setdefault(block.level, []).append((index, block.span))
    for _, headings in sorted(levels.items()):
        for pattern in _kinds(article.language):
            alike = [
                (index, span)
                for index, span in headings
                if len(text := span.of(article.text)) <= _LONGEST
                and pattern.search(text)
                and (" " in text or article.language in UNSPACED)
                and not text.endswith(("?", "？", ":"))
                and not has_link(text)
                and index + 1 < len(article.blocks)
                and article.blocks[index + 1].kind is not BlockKind.HEADING
            ]
            if FEWEST < len(alike) <= MOST and len(alike) >= _ALIKE * len(headings):
                return alike
    return []


@cache
def _kinds(language: str) -> tuple[regex.Pattern[str], ...]:
    table = tomllib.loads(shipped_text("assets", "lexicons", "headings.toml")).get(language, {})
    return tuple(regex.compile(pattern, regex.IGNORECASE) for pattern in table.values())


@cache
def _advice(language: str) -> regex.Pattern[str]:
    """How a sentence says what to do."""
    table = tomllib.loads(shipped_text("assets", "lexicons", "headings.toml"))["advice"]
    return regex.compile(table.get(language, "(?!)"), regex.IGNORECASE)


def _sections(article: Article, alike: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """The headings of the level that parts the article: that of the headings *alike*, else the highest with enough."""

    def _is_numbered(heading: tuple[int, Span]) -> bool:
        return _NUMBERED.match(heading[1].of(article.text)) is not None

    levels: dict[int, list[tuple[int, Span]]] = {}
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            text = block.span.of(article.text)
            if len(text) <= _LONGEST and not is_generic(text) and not has_link(text):
                levels.setdefault(block.level, []).append((index, block.span))
    if any(sum(map(_is_numbered, found)) > 1 for found in levels.values()):
        # A countdown, or half of a numbered list.
        return []
    if alike:
        return levels.get(article.blocks[alike[0][0]].level, [])
    return next((found for _, found in sorted(levels.items()) if len(found) > FEWEST), [])


def _body(
    article: Article, heading: int, prose: Sequence[Paragraph], salience: Salience, known: Known
) -> tuple[Line, ...]:
    """
    The sentence that says most of the section, the earlier ones first; with what follows on it; with another one.

    Of its first part, or of its subsections where that says nothing. A sentence that is answered with a "but" is told
    with its answer or not at all.
    """
    first, end, close = _extent(article.blocks, heading)
    inside = [one for one in prose if first <= one.block < close and one.speaker is None and not one.is_quote]
    if asks(article.blocks[heading].span.of(article.text)) and (lines := _answer(inside, article.language)):
        return lines
    found = list(_bodies(article, heading, inside, salience, known))
    # What its author says as "I" or "we" only where nothing else is said.
    found = [one for one in found if not _is_personal(one[1].text, article.language)] or found
    if not found:
        return ()
    at_first = [one for one in found if one[1].spans[0].start < article.blocks[end - 1].span.end]
    _, short, more = max(at_first or found, key=lambda one: one[0])
    others = sorted(found, key=lambda one: -one[0])
    return short, more, _with_another(more, [line for _, line, _ in others], article)


def _answer(prose: Sequence[Paragraph], language: str) -> tuple[Line, ...]:
    """What stands first under a heading that asks: a sentence from further down reads as if it were the answer."""
    told = prose[0].sentences if prose else ()
    lines = [
        Line(
            text=between_sentences(language).join(one.text for one in told[:count]),
            spans=tuple(one.span for one in told[:count]),
        )
        for count in (1, 2)
        if len(told) >= count and all(_goes_on(one.text, language) for one in told[:count])
    ]
    # "No." is an answer that nobody publishes alone.
    fitting = [line for line in lines if len(line.text) <= _LONGEST_PAIR]
    long_enough = [line for line in fitting if len(line.text) >= _SHORT_ANSWER] or fitting[-1:]
    return (long_enough[0], long_enough[-1], long_enough[-1]) if long_enough else ()


def _goes_on(text: str, language: str) -> bool:
    """Whether *text* can stand right under what it answers."""
    if asks(text) or has_link(text) or _is_personal(text, language) or text.endswith((":", "：")):
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
) -> Iterator[tuple[float, Line, Line]]:
    """Each sentence of *prose* that can stand under *heading*: how good it is, itself, and with what follows on it."""
    language = article.language
    label = frozenset(content_stems(article.blocks[heading].span.of(article.text), language))
    # What the heading names may be taken for granted under it.
    known = replace(known, topic=known.topic | label)
    for tried, (sentence, following) in enumerate(islice(_in_turn(prose), _SENTENCES_TRIED), start=1):
        text = sentence.text if language == "en" else opening(sentence.text, language)
        fitting = _fitting(text, label, language) if _states(text, language) else None
        if fitting is None or not is_clear(text, language, known, sentence.span.start):
            continue
        is_personal = _is_personal(text, language)
        line = Line(text=fitting, spans=(sentence.span,))
        if lines := _lines(line, following, language, is_personal=is_personal):
            value = salience.scores[sentence.span] - _LATER * tried
            value += _ADVICE * (_advice(language).search(text) is not None)
            value -= _SENDS_AWAY * points_elsewhere(text, language)
            yield value, *lines


def _in_turn(prose: Sequence[Paragraph]) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each sentence of *prose*, and the one that follows on it in its paragraph."""
    for paragraph in prose:
        yield from zip_longest(paragraph.sentences, paragraph.sentences[1:])


def _states(text: str, language: str) -> bool:
    """Whether *text* says something by itself."""
    own = discourse(language)
    if own.warm_ups.search(text) or asks(text):
        return False
    # "However, ..." answers what is not told.
    return drop_marker(text, language) == text and (language != "en" or has_verb(text, own))


def _fitting(text: str, label: frozenset[str], language: str) -> str | None:
    """The first form of *text* that is short enough, where it explains anything beyond the words of the heading."""
    forms = [text]
    if not _is_personal(text, language):
        forms += [shorter for shorter, _ in condensed(text, language)]
    fitting = next((form for form in forms if len(form) <= _LONGEST_BODY), None)
    # What only says the heading again explains nothing.
    return None if fitting is None or frozenset(content_stems(fitting, language)) <= label else fitting


def _lines(line: Line, following: Sentence | None, language: str, *, is_personal: bool) -> tuple[Line, Line] | None:
    """*line* in short and at length; none where *following* answers it and does not fit beside it."""
    if following is not None and discourse(language).contrasts.match(following.text):
        answered = _with_next(line, following, language)
        return (answered, answered) if len(answered.spans) > 1 else None
    # What its author says as "I" is not told at length.
    return line, line if is_personal else _with_next(line, following, language)


def _with_another(line: Line, others: Sequence[Line], article: Article) -> Line:
    """*line*, one sentence, with the best of *others* that the account can say itself, in the article's order."""
    if len(line.spans) > 1 or _is_personal(line.text, article.language):
        return line
    between = between_sentences(article.language)
    for other in others:
        pair = sorted((line, other), key=lambda one: one.spans[0].start)
        text = between.join(one.text for one in pair)
        is_new = not any(span.overlaps(line.spans[0]) for span in other.spans)
        if is_new and not _is_personal(other.text, article.language) and len(text) <= _LONGEST_PAIR:
            return Line(text=text, spans=tuple(span for one in pair for span in one.spans))
    return line


def _with_next(line: Line, following: Sentence | None, language: str) -> Line:
    """*line* with the sentence *following* it in its paragraph, where that goes on and the two are short enough."""
    if following is None or asks(following.text) or not follows(following.text, language):
        return line
    speaks, spoken = (_is_personal(text, language) for text in (following.text, line.text))
    between = between_sentences(language)
    text = f"{line.text}{between}{following.text}"
    # What the account says and what it quotes do not share a line.
    if speaks != spoken or len(text) > _LONGEST_PAIR or points_elsewhere(following.text, language):
        return line
    return Line(text=text, spans=(*line.spans, following.span))


def _is_personal(text: str, language: str) -> bool:
    own = discourse(language)
    return bool(own.first_person.search(text) or own.first_person_plural.search(text))


def _section(article: Article, span: Span, body: Line | None) -> Line:
    """A heading with its sentence on the next line; the heading alone where it has none."""
    label = _label(article, span)
    if body is None:
        return Line(text=label, spans=(span,))
    return Line(text=f"{label}\n{body.text}", spans=(span, *body.spans))


def _label(article: Article, span: Span) -> str:
    return capitalised(span.of(article.text).rstrip(".:").strip())
