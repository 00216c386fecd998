"""
How short can each item of a list be told?

At four levels, the same for all items of a list, since mixing them reads careless: everything, the claim, the claim's
main clause (or the noun phrase that is left of it), the label alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.model import Line, Span
from repurpose.summarizer.condense import capitalised, condensed, ends_well, keeps_meaning
from repurpose.summarizer.noun_phrases import noun_phrase
from repurpose.summarizer.standalone import has_verb, stands_alone
from repurpose.text.discourse import discourse
from repurpose.text.marks import between_sentences, closed, under_label
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.model import Article, Block

__all__ = ["LABELS", "levels"]

_STOPS = ("。", "！", "？")
# The level at which nothing but labels is left.
LABELS = 3
# A hedged sentence of no more characters stays with the fact that it goes on from.
_REMARK = 60
# What an item means is said by one of so many sentences; later ones lean on them.
_FIRST = 2
# Words of a label that a full stop closes.
_LONGEST_TAG = 5
_DASH_TAIL = re.compile(r"^(.{12,}?)(?:\s+[—–]\s+|—)")
_TAIL = re.compile(r"^(.{30,}?), (?:which|where|including|so that|\w+ing)\b(.*)$")
_WITH_FIGURE = re.compile(
    r"^With ((?:\w[\w’-]* ){0,5}(?:billions?|millions?|thousands?|\d[\d,.]*)\b[^.]*?), (?=[A-Z]\w+ (?:is|has|can|will))"
)
_RATHER_THAN = re.compile(
    r"^(?:Rather|Drawing|Under)\b.*?, "
    r"((?:[A-Z][\w’]+|the|a)(?: \w+){0,2} (?:is|are|has|will|aims|becomes|could|may)\b.+)$"
)


def levels(
    article: Article, item: Block, *, keeps_brackets: bool = False, lead: str = "", is_expected: bool = False
) -> tuple[Line, ...]:
    """
    One item at the four levels, each no longer than the one before.

    With *keeps_brackets* nothing is told without the brackets that it has; *lead* and *is_expected* as in
    `noun_phrase`.
    """
    text = item.span.of(article.text)
    tag, rest = _parts(article, item)
    label, body, first = "", rest.of(article.text), rest.start
    if tag is not None:
        stop = article.text[tag.end : rest.start].strip()
        # A label that is a sentence keeps its own mark.
        label = (
            f"{tag.of(article.text)}{stop}"
            if stop in _STOPS
            else under_label(tag.of(article.text), "", article.language)
        )
    parts = [(span.of(body), span.shifted(first)) for span in sentences(body, article.language)]
    if not parts:
        return (Line(text=text, spans=(item.span,)),) * 4
    main = parts[_main_sentence(parts, article.language) if label else 0]
    after = _what_may_come(main, parts, article.language) if label else None
    claim = closed(between_sentences(article.language).join(part[0] for part in (main, after) if part))
    where = tuple(part[1] for part in (main, after) if part)
    clause = _main_clause(main[0], article.language)
    if label and article.language == "en":
        clause = noun_phrase(clause, lead, is_expected=is_expected) or clause
    short = closed(main[0] if keeps_brackets and "(" not in clause else clause)
    if after is not None and len(after[0]) <= _REMARK:
        # What may come of it is what the item is about: the fact before it alone would say it for certain.
        short = f"{short.rstrip('.')}. {after[0]}"
    spans = where if tag is None else (tag, *where)
    lines = [
        Line(text=label + body, spans=(item.span,)),
        Line(text=label + claim, spans=spans),
        Line(text=label + short, spans=spans),
        Line(text=tag.of(article.text) if tag else short, spans=(tag,) if tag else spans),
    ]
    if all(len(sentences(line.text, article.language)) == 1 for line in lines[:1]):
        # One sentence beside other items of a list takes no full stop.
        lines = [Line(text=line.text.rstrip(" .;,"), spans=line.spans) for line in lines]
    result = [lines[0]]
    for line in lines[1:]:
        trimmed = Line(text=line.text.rstrip(" .;,"), spans=line.spans) if len(sentences(line.text)) == 1 else line
        result.append(min(trimmed, result[-1], key=lambda candidate: len(candidate.text)))
    return tuple(result)


def _parts(article: Article, item: Block) -> tuple[Span | None, Span]:
    """Label and body of one item; a first sentence of a few words ("Mix (20:00).") is a label too."""
    if item.label is not None and item.body is not None:
        return item.label, item.body
    found = sentences(item.span.of(article.text), article.language)
    if len(found) == 1:
        return None, item.span
    first, second = found[0].shifted(item.span.start), found[1].shifted(item.span.start)
    words = first.of(article.text)
    # A short sentence with a verb is a statement, not a label. Only English can be asked for one.
    says = article.language == "en" and has_verb(words, discourse("en"))
    if not words.endswith(".") or len(words.split()) > _LONGEST_TAG or says:
        return None, item.span
    return Span(first.start, first.end - 1), Span(second.start, item.span.end)


def _main_sentence(parts: Sequence[tuple[str, Span]], language: str) -> int:
    """Which sentence under a label says what it means: one that stands alone, of the first two a hedged one."""
    hedges = discourse(language).hedges
    alone = [index for index, (text, _) in enumerate(parts) if stands_alone(text, language)][:_FIRST]
    return next((index for index in alone if hedges.search(parts[index][0])), alone[0] if alone else 0)


def _what_may_come(main: tuple[str, Span], parts: Sequence[tuple[str, Span]], language: str) -> tuple[str, Span] | None:
    """The hedged sentence right after *main*, in its shortest form: "Wang may uphold this tradition."."""
    hedges = discourse(language).hedges
    following = next((part for part in parts if part[1].start > main[1].start), None)
    if following is None or hedges.search(main[0]) or not hedges.search(following[0]):
        return None
    forms = [following[0], *(text for text, _ in condensed(following[0], language))]
    if language == "en":
        # What goes with a tail is hedged there for the tail alone.
        cut = _without_tail(_without_dash_tail(forms[-1]))
        forms += [f"{cut.rstrip('.')}."] if ends_well(cut) and hedges.search(cut) else []
    return forms[-1], following[1]


def _main_clause(claim: str, language: str) -> str:
    """*claim* cut back to its main clause, where nothing that it holds under is lost."""
    if language != "en":
        return claim
    if match := _WITH_FIGURE.match(claim):
        return match[1]
    text = claim
    for text, _ in condensed(claim, language):  # noqa: B007 - the last one is the shortest
        pass
    for shorter in (_without_dash_tail, _without_front, _without_tail):
        cut = shorter(text)
        if cut == text or (keeps_meaning(text, cut) and ends_well(cut)):
            text = cut
    return text


def _without_dash_tail(text: str) -> str:
    match = _DASH_TAIL.match(text)
    return match[1] if match else text


def _without_front(text: str) -> str:
    match = _RATHER_THAN.match(text)
    return capitalised(match[1]) if match else text


def _without_tail(text: str) -> str:
    match = _TAIL.match(text)
    return match[1] if match else text
