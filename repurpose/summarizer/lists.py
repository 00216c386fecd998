"""
Which lists does the article have, under which lead-in, and how short can each be told?

A list keeps its own lead-in or is dropped: putting a section's heading over a list that has a lead-in of its own can
turn it into a false statement. Its items stand at one level, since mixing levels reads careless: everything, the claim
of each item, the claim's main clause, the labels alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, KeyPointKind, Line, Rendition, Span
from repurpose.summarizer.candidates import Candidate
from repurpose.summarizer.condense import capitalised, condensed, drop_marker, keeps_meaning
from repurpose.summarizer.names import full_names
from repurpose.summarizer.passages import headings_before
from repurpose.summarizer.standalone import has_link, has_verb, stands_alone
from repurpose.text.discourse import discourse
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article, Block
    from repurpose.summarizer.salience import Salience

__all__ = ["lists"]

FEWEST, MOST = 2, 12
_LONGEST_LEAD_IN = 110
_LABELS = 3
_LONGEST_FRAGMENT = 5
_HOW_TO = re.compile(
    r"\b(?:steps?|directions|instructions|method|procedure|recipe|how to|pasos|schritte|anleitung|étapes|passos|passi|"
    r"stappen|шаги|шагов|кроки|кроків)\b|手順|作り方|步骤|做法|순서|방법",
    re.IGNORECASE,
)
# Words of a label that a full stop closes.
_LONGEST_TAG = 5
_NUMBERED_HEADING = re.compile(r"^(?:\w+\s)?(\d{1,2})\s*[.:)]\s*(?=\S)")
_HERE_IS_HOW = re.compile(r"^here[’']s (how|why):$", re.IGNORECASE)
_HERE_ARE = re.compile(
    r"^here (?:is|are) (?:(?:a few|some|the following) )?(?:examples? of )?(\w.{6,}:)$", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"^(?:His|Her|Its|Their) ([\w -]{3,30}) (?:is|are) .*:$")
_THESE_INCLUDE = re.compile(
    r"^(?:we[’']re talking about|these include|for example|examples|examples include|such as|think|think of)\W*$",
    re.IGNORECASE,
)
_TERM_MEANS = re.compile(r"^([A-Z][\w -]{2,30}) (?:refers to|means) ([^—–]{15,}?)(?: [—–].*|\.)$")
_AND_WHY_NOW = re.compile(r", and why now\?$")
_QUESTION_MARKER = re.compile(r"^(?:so|and|but),? ", re.IGNORECASE)
_DASH_TAIL = re.compile(r"^(.{12,}?)(?:\s+[—–]\s+|—)")
_TAIL = re.compile(r"^(.{30,}?), (?:which|where|including|so that|\w+ing)\b(.*)$")
_WITH_FIGURE = re.compile(
    r"^With ((?:\w[\w’-]* ){0,5}(?:billions?|millions?|thousands?|\d[\d,.]*)\b[^.]*?), (?=[A-Z]\w+ (?:is|has|can|will))"
)
_RATHER_THAN = re.compile(
    r"^(?:Rather|Drawing|Under)\b.*?, "
    r"((?:[A-Z][\w’]+|the|a)(?: \w+){0,2} (?:is|are|has|will|aims|becomes|could|may)\b.+)$"
)
_NAME = re.compile(r"(?<=[a-z,;] )([A-Z]\w+)")


def lists(article: Article, salience: Salience) -> Iterator[Candidate]:
    """The article's lists that have a usable lead-in, and its numbered headings as one list."""
    blocks = article.blocks
    headings = headings_before(article)
    for start, end in _groups(blocks):
        items = [block for block in blocks[start:end] if block.level == blocks[start].level]
        if not FEWEST <= len(items) <= MOST:
            continue
        label = _label(article, blocks[:start])
        if label is None or has_link(label.text) or has_link(article.text[items[0].span.start : items[-1].span.end]):
            continue
        is_ordered = [item.number for item in items] == list(range(1, len(items) + 1))
        yield _candidate(
            article,
            salience,
            label,
            [_levels(article, item) for item in items],
            block=start,
            section=headings[start],
            is_ordered=is_ordered,
            is_how_to=is_ordered and _HOW_TO.search(f"{label.text} {article.title or ''}") is not None,
        )
    yield from _numbered_headings(article, salience)


def _numbered_headings(article: Article, salience: Salience) -> Iterator[Candidate]:
    """Headings "1. ...", "2. ..." of one level as a list under the title, where they deliver what it promises."""
    blocks = article.blocks
    numbered = [
        (index, match)
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING and (match := _NUMBERED_HEADING.match(block.span.of(article.text)))
    ]
    title = article.title or ""
    count = len(numbered)
    promised = {int(number) for number in re.findall(r"\b\d{1,2}\b", title)}
    if (
        not FEWEST < count <= MOST
        or len({blocks[index].level for index, _ in numbered}) != 1
        or [int(match[1]) for _, match in numbered] != list(range(1, count + 1))
        or (promised and count not in promised)
        or not title
        or has_link(title)
    ):
        return
    yield _candidate(
        article,
        salience,
        Line(text=title.rstrip(".:") + ":", spans=()),
        [_heading_line(blocks[index], match, article) for index, match in numbered],
        block=numbered[0][0],
        section=None,
        is_ordered=True,
        is_how_to=_HOW_TO.search(title) is not None,
    )


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of items that belong to one list."""
    index = 0
    while index < len(blocks):
        if blocks[index].kind is not BlockKind.ITEM:
            index += 1
            continue
        end = index
        while end < len(blocks) and blocks[end].kind is BlockKind.ITEM and blocks[end].group == blocks[index].group:
            end += 1
        yield index, end
        index = end


def _candidate(
    article: Article,
    salience: Salience,
    label: Line,
    lines: Sequence[Sequence[Line]],
    *,
    block: int,
    section: int | None,
    is_ordered: bool,
    is_how_to: bool,
) -> Candidate:
    renditions: list[Rendition] = []
    for level, edits in enumerate(((), ("claims only",), ("main clauses only",), ("labels only",))):
        if is_how_to and 0 < level < _LABELS:
            # A step without its second sentence ruins the loaf.
            continue
        items = tuple(item[level] for item in lines)
        spans = tuple(span for line in (label, *items) for span in line.spans)
        rendition = Rendition(text=label.text, spans=spans, items=items, is_ordered=is_ordered, edits=edits)
        if not renditions or _length(rendition) < _length(renditions[-1]):
            renditions.append(rendition)
    if label.text.endswith("."):
        # A definition is worth telling without its examples.
        renditions.append(Rendition(text=label.text, spans=label.spans, edits=("items dropped",)))
    stems = salience.stems(" ".join([label.text, *(item.text for item in renditions[0].items)]))
    return Candidate(
        kind=KeyPointKind.STEP if is_how_to else KeyPointKind.LIST,
        renditions=tuple(renditions),
        block=block,
        section=section,
        position=article.blocks[block].span.start / max(1, len(article.text)),
        stems=stems,
        value=2 + salience.of_stems(stems) / 2 + salience.on_topic(stems),
    )


def _length(rendition: Rendition) -> int:
    return sum(len(item.text) for item in rendition.items)


# ---- the lead-in


def _label(article: Article, before: Sequence[Block]) -> Line | None:
    """What stands over the list, made from its own lead-in; ``None`` when that cannot stand over it."""
    if not before:
        return None
    lead = before[-1]
    text = lead.span.of(article.text)
    if lead.kind is BlockKind.HEADING:
        return Line(
            text=text.rstrip(":") if text.endswith(("?", "？")) else text.rstrip(":：") + ":", spans=(lead.span,)
        )
    if lead.kind is not BlockKind.PARAGRAPH:
        return None
    spans = [span.shifted(lead.span.start) for span in sentences(text, article.language)]
    last = spans[-1]
    previous = spans[-2] if len(spans) > 1 else None
    if article.language == "en" and (made := _english_label(article, last, previous, spans)):
        return made
    label = drop_marker(last.of(article.text), article.language)
    if not label.endswith((":", "：", "?", "？")) or len(label) > _LONGEST_LEAD_IN:
        return None
    if discourse(article.language).openers.match(label) or _THESE_INCLUDE.match(label):
        return None
    return Line(text=label, spans=(last,))


def _english_label(article: Article, last: Span, previous: Span | None, spans: Sequence[Span]) -> Line | None:
    """The lead-ins that English writers use again and again, as labels."""
    text = last.of(article.text)
    if (match := _HERE_IS_HOW.match(text)) and previous is not None and len(previous) < 90:  # noqa: PLR2004 - a label is one line
        statement = re.sub(r"^This\b", "the", previous.of(article.text)).rstrip(".!")
        lowered = statement if _is_name(article, statement) else statement[:1].lower() + statement[1:]
        return Line(text=f"{match[1].capitalize()} {lowered}:", spans=(previous, last))
    if match := _HERE_ARE.match(text):
        return Line(text=capitalised(match[1]), spans=(last,))
    if text.endswith("?"):
        asked = _QUESTION_MARKER.sub("", text)
        question = text if asked == text else capitalised(asked)
        return Line(text=_AND_WHY_NOW.sub("?", question), spans=(last,))
    if (match := _POSSESSIVE.match(text)) and previous is not None:
        # Whose it is, only where the sentence before begins with somebody whom the article names in full.
        owner = next((name for name in full_names(article) if previous.of(article.text).startswith(name)), None)
        return Line(text=f"{owner}’s {match[1]}:", spans=(previous, last)) if owner else None
    if _THESE_INCLUDE.match(text) and previous is not None:
        # The sentence before; a fragment between them ("Think beyond chatbots.") is stepped over.
        told = [span for span in spans[:-1] if len(span.of(article.text).split()) > _LONGEST_FRAGMENT][-1:]
        definition = told[0].of(article.text) if told and told[0] in spans[-3:-1] else ""
        if definition and stands_alone(definition, "en"):
            means = _TERM_MEANS.match(definition)
            return Line(text=f"{means[1]}: {means[2]}." if means else definition, spans=(told[0],))
    return None


def _is_name(article: Article, text: str) -> bool:
    """Whether the first word of *text* is written with a capital inside sentences too."""
    first = re.sub(r"[’']s$", "", text.split(" ", 1)[0].strip('“"(,.'))
    return bool(re.search(r"[A-Z0-9].*[A-Z0-9]", first)) or first in _NAME.findall(article.text)


# ---- the items


def _levels(article: Article, item: Block) -> tuple[Line, ...]:
    """One item at the four levels, each no longer than the one before."""
    text = item.span.of(article.text)
    tag, rest = _parts(article, item)
    label, body, first = "", rest.of(article.text), rest.start
    if tag is not None:
        label = tag.of(article.text)
        label += "" if label.endswith(("?", "!")) else "：" if article.language in ("ja", "zh") else ":"
        label += "" if article.language in ("ja", "zh") else " "
    parts = [(span.of(body), span.shifted(first)) for span in sentences(body, article.language)]
    if not parts:
        return (Line(text=text, spans=(item.span,)),) * 4
    main = parts[_main_sentence(parts, article.language) if label else 0]
    after = _what_may_come(main, parts, article.language) if label else None
    claim = _closed(" ".join(part[0] for part in (main, after) if part))
    where = tuple(part[1] for part in (main, after) if part)
    short = _closed(_main_clause(main[0], article.language))
    spans = where if tag is None else (tag, *where)
    levels = [
        Line(text=label + body, spans=(item.span,)),
        Line(text=label + claim, spans=spans),
        Line(text=label + short, spans=spans),
        Line(text=label.rstrip(" :：") if label else short, spans=(tag,) if tag else spans),
    ]
    if all(len(sentences(line.text, article.language)) == 1 for line in levels[:1]):
        # One sentence beside other items of a list takes no full stop.
        levels = [Line(text=line.text.rstrip(" .;,"), spans=line.spans) for line in levels]
    result = [levels[0]]
    for line in levels[1:]:
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
    """Which sentence under a label says what it means: one that stands alone, a hedged one first."""
    hedges = discourse(language).hedges
    alone = [index for index, (text, _) in enumerate(parts) if stands_alone(text, language)]
    return next((index for index in alone if hedges.search(parts[index][0])), alone[0] if alone else 0)


def _what_may_come(main: tuple[str, Span], parts: Sequence[tuple[str, Span]], language: str) -> tuple[str, Span] | None:
    """The hedged sentence right after *main*, in its shortest form: "Wang may uphold this tradition."."""
    hedges = discourse(language).hedges
    following = next((part for part in parts if part[1].start > main[1].start), None)
    if following is None or hedges.search(main[0]) or not hedges.search(following[0]):
        return None
    forms = [following[0], *(text for text, _ in condensed(following[0], language))]
    return forms[-1], following[1]


def _closed(text: str) -> str:
    """*text* with the quotation that was cut at a sentence's end closed again."""
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“")):
        if text.count(opening) > text.count(closing) and opening in text:
            return f"{text} »" if closing == "»" else f"{text}{closing}"
    return text


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
        if keeps_meaning(text, cut):
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


def _heading_line(block: Block, match: re.Match[str], article: Article) -> tuple[Line, ...]:
    text = block.span.of(article.text)[match.end() :].rstrip(".:")
    return (Line(text=capitalised(text), spans=(Span(block.span.start + match.end(), block.span.end),)),) * 4
