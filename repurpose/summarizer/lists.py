"""Which lists does the article have, its headings of one kind among them?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, KeyPointKind, Line, Rendition
from repurpose.sources.furniture.dates import find_date
from repurpose.summarizer.candidates import Candidate
from repurpose.summarizer.items import LABELS, levels
from repurpose.summarizer.lead_ins import is_unfinished, lead_in, promised_by_title, promised_count
from repurpose.summarizer.noun_phrases import expected, tells_an_aim
from repurpose.summarizer.standalone import has_link, is_balanced
from repurpose.text.marks import with_colon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article, Block
    from repurpose.summarizer.salience import Salience

__all__ = ["FEWEST", "HOW_TO", "MOST", "heading_candidate", "lists"]

FEWEST, MOST, MOST_STEPS = 2, 12, 24
# The article's own skeleton comes before any list in it.
_SKELETON = 3.0
_LONGEST_DATE = 30
_CITED = re.compile(r"\b10\.\d{4,9}/\S|\bISBN(?:-1[03])?:? ?\d")
HOW_TO = re.compile(
    r"\b(?:steps?|directions|instructions|method|procedure|recipe|how to|pasos|schritte|anleitung|étapes|passos|passi|"
    r"stappen|шаги|шагов|кроки|кроків)\b|手順|作り方|步骤|做法|순서|방법",
    re.IGNORECASE,
)


def lists(article: Article, salience: Salience) -> Iterator[Candidate]:
    """The article's lists that have a usable lead-in."""
    blocks = article.blocks
    for start, end in _groups(blocks):
        items = [block for block in blocks[start:end] if block.level == blocks[start].level]
        is_ordered = [item.number for item in items] == list(range(1, len(items) + 1))
        if not FEWEST <= len(items) <= (MOST_STEPS if is_ordered else MOST):
            continue
        label = lead_in(article, blocks[:start]) or _promised(article, blocks[:start], items)
        if label is None or has_link(label.text) or not is_balanced(label.text):
            continue
        if is_unfinished(article, label.text, items):
            continue
        texts = [item.span.of(article.text) for item in items]
        if any(text.endswith((":", "：")) for text in texts) or all(map(_is_day, texts)):
            # What one of them announces, or what is due on those days, is told on another level.
            continue
        if any(_CITED.search(item.span.of(article.text)) for item in items):
            # Works that the article names for who wants to look them up.
            continue
        if promised_count(label.text, article.language) not in (None, len(items)):
            # Half a list: the rest was lost on the way, or is told elsewhere.
            continue
        # "Ada (chosen by the juniors)": what every item has in brackets is a part of what the list says.
        is_bracketed = all("(" in item.span.of(article.text) for item in items)
        is_aim = article.language == "en" and tells_an_aim(label.text)
        hedged = _hedged(article, label, items) if is_aim else None
        told = [
            levels(article, item, keeps_brackets=is_bracketed, lead=label.text, is_expected=hedged is not None)
            for item in items
        ]
        if len({item.label is None for item in items}) > 1:
            # A label alone beside whole lines says nothing.
            told = [(*one[:LABELS], one[LABELS - 1]) for one in told]
        found = _candidate(
            article,
            salience,
            hedged or label,
            told,
            block=start,
            first=0 if hedged is None else LABELS - 1,
            is_ordered=is_ordered,
            is_how_to=is_ordered and HOW_TO.search(f"{label.text} {article.title or ''}") is not None,
        )
        if found is not None:
            yield found


def _is_day(text: str) -> bool:
    """Whether *text* is a date and nothing else."""
    # What has no figure spares the look.
    return len(text) <= _LONGEST_DATE and any(map(str.isdigit, text)) and find_date(text) is not None


def _promised(article: Article, before: Sequence[Block], items: Sequence[Block]) -> Line | None:
    """
    The title over *items* that have no lead-in of their own.

    They are what it promises, where it promises as many, all have a name and a "Here they are:" announces them; or the
    steps of a how-to.
    """
    title = (article.title or "").rstrip(".:!")
    if not title or has_link(title):
        return None
    is_announced = bool(before) and before[-1].span.of(article.text).endswith((":", "："))
    is_whole = promised_by_title(title, article.language) == len(items) and all(item.label for item in items)
    # The only numbered list of a how-to is its steps, whatever stands before it.
    numbered = [block for block in article.blocks if block.number is not None]
    is_steps = numbered == list(items) and len(items) > FEWEST and HOW_TO.search(title) is not None
    return Line(text=with_colon(title, article.language), spans=()) if (is_announced and is_whole) or is_steps else None


def _hedged(article: Article, label: Line, items: Sequence[Block]) -> Line | None:
    """The lead-in of a list of aims with the hedge of its items: "What the lab is expected to focus on:"."""
    for item in items:
        if item.body is not None and (found := expected(item.body.of(article.text), label.text)) is not None:
            lead, place = found
            return Line(text=f"{lead}:", spans=(*label.spans, place.shifted(item.body.start)))
    return None


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
    first: int,
    is_ordered: bool,
    is_how_to: bool,
) -> Candidate | None:
    """The list with its items from the level *first* on; ``None`` where addresses stand on every level."""
    renditions: list[Rendition] = []
    for level, edits in enumerate(((), ("claims only",), ("main clauses only",), ("labels only",))):
        # A step without its second sentence ruins the loaf.
        if level < first or (is_how_to and 0 < level < LABELS):
            continue
        items = _evenly_ended([item[level] for item in lines])
        if any(has_link(item.text) for item in items):
            continue
        spans = tuple(span for line in (label, *items) for span in line.spans)
        rendition = Rendition(text=label.text, spans=spans, items=items, is_ordered=is_ordered, edits=edits)
        if not renditions or _length(rendition) < _length(renditions[-1]):
            renditions.append(rendition)
    if not renditions:
        return None
    if label.text.endswith("."):
        # A definition is worth telling without its examples.
        renditions.append(Rendition(text=label.text, spans=label.spans, edits=("items dropped",)))
    stems = salience.stems(" ".join([label.text, *(item.text for item in renditions[0].items)]))
    return Candidate(
        kind=KeyPointKind.STEP if is_how_to else KeyPointKind.LIST,
        said=tuple(renditions),
        block=block,
        position=article.blocks[block].span.start / max(1, len(article.text)),
        stems=stems,
        value=2 + salience.of_stems(stems) / 2 + salience.on_topic(stems),
    )


def _evenly_ended(items: Sequence[Line]) -> tuple[Line, ...]:
    """*items* with a full stop each, where half of them end with one: several sentences in one, one in the next."""
    if 2 * sum(item.text.endswith(".") for item in items) < len(items):
        return tuple(items)
    return tuple(Line(text=f"{item.text}.", spans=item.spans) if item.text[-1:].isalnum() else item for item in items)


def heading_candidate(
    article: Article,
    salience: Salience,
    lead: Line,
    *,
    sections: Sequence[Sequence[Line]],
    labels: Sequence[Line],
    block: int,
    is_ordered: bool,
    is_how_to: bool,
    is_to_the_point: bool,
) -> Candidate:
    """
    Headings as a list: *sections* with more or less of each, and *labels*, the headings that say enough alone.

    *is_to_the_point* tells whether each section gives what its heading promises.
    """
    told: list[Rendition] = []
    made = ("section by section", "to the point") if is_to_the_point else ("section by section",)
    for lines, edits in (*((lines, made) for lines in sections), (labels, ())):
        if lines and (not told or told[-1].items != tuple(lines)):
            spans = tuple(span for line in lines for span in line.spans)
            told.append(Rendition(text=lead.text, spans=spans, items=tuple(lines), is_ordered=is_ordered, edits=edits))
    # What its sentences say is told by themselves too, where the sections are not.
    stems = salience.stems(" ".join([lead.text, *(item.text.partition("\n")[0] for item in told[0].items)]))
    return Candidate(
        kind=KeyPointKind.STEP if is_how_to else KeyPointKind.LIST,
        said=tuple(told),
        block=block,
        position=article.blocks[block].span.start / max(1, len(article.text)),
        stems=stems,
        value=_SKELETON + salience.of_stems(stems) / 2 + salience.on_topic(stems),
    )


def _length(rendition: Rendition) -> int:
    return sum(len(item.text) for item in rendition.items)
