"""
In which ways can one key point be told?

From longest to shortest, with its words in the account's mouth or between quotation marks; what is left of a list that
says too little is told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, joined, listed, text_of
from repurpose.formatters.voices import is_personal, quoted, quoted_line
from repurpose.model import KeyPointKind, Rendition
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.standalone import asks, stands_alone
from repurpose.text.discourse import discourse
from repurpose.text.sentences import sentences
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article, KeyPoint, Line, Span

__all__ = ["BULLET", "Telling", "copy_of", "lead_of", "tellings_of", "without_told"]

BULLET = "• "
# A paragraph of more sentences, or of more characters, is broken at a sentence's end.
_SENTENCES = 2
_PARAGRAPH = 220
# A last sentence of no more goes with the paragraph before it.
_TAIL = 60
# Labels of fewer words name a thing and say nothing of it.
_TELLING_LABEL = 3.5
_UNSPACED_WORD = 3
_FEWEST_SECTIONS = 3
_LONGEST_NAME = 80
_IN_CODE = re.compile(r"[\w.:/-]*(?:_|\(\)|::|/)[\w.:/()-]*")
_SECTIONED, _TO_THE_POINT = "section by section", "to the point"


# Compared by identity: an outline is made once for all platforms, and looking it up again must not cost its length.
@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One way to tell a beat."""

    copy: Copy
    text: str
    spans: tuple[Span, ...]
    """The places of the article that it tells."""
    items: tuple[Copy, ...] = ()
    """Of a list, each with its mark."""
    is_bare: bool = False
    """A list told by labels that do not explain themselves."""
    is_sectioned: bool = False
    """The article's own skeleton: each of its sections by its heading and one sentence."""
    is_to_the_point: bool = False
    """Each of its sections gives what its heading promises."""


def lead_of(told: Sequence[Telling], point: KeyPoint, article: Article, *, is_author: bool) -> Copy:
    """What stands over the beat's tellings; over sections the title, which they are told without."""
    first = told[-1]
    if first.is_sectioned:
        title: Copy = (Piece(point.renditions[0].text, "title"),)
        return title if is_author else _quoted_lines(title, article)
    end = next((at for at, piece in enumerate(first.copy) if "\n" in piece.text), len(first.copy))
    return first.copy[:end]


def tellings_of(point: KeyPoint, asked: Line | None, article: Article, *, is_author: bool) -> Iterator[Telling]:
    """*point* in all ways, under the question *asked* that it answers; none where it cannot be told."""
    sections = [one for one in point.renditions if _SECTIONED in one.edits]
    yield from _sectioned(sections, article, is_author=is_author, is_how_to=point.kind is KeyPointKind.STEP)
    for rendition in (_without_praise(one, article) for one in point.renditions if _SECTIONED not in one.edits):
        if rendition.items:
            is_how_to = point.kind is KeyPointKind.STEP
            yield from _listed(rendition, article, is_how_to=is_how_to, is_author=is_author)
            continue
        copy = () if _sends_away(rendition, article) else copy_of(rendition, article, is_author=is_author)
        if not copy:
            continue
        if asked is None:
            yield Telling(copy, text_of(copy), rendition.spans)
        else:
            # An answer without its question is a riddle.
            question: Copy = (Piece(asked.text, "article", asked.spans),)
            question = question if is_author else _quoted_lines(question, article)
            with_question = joined([question, copy], "\n")
            spans = (*asked.spans, *rendition.spans) if question else rendition.spans
            yield Telling(with_question, text_of(with_question), spans)


def _without_praise(rendition: Rendition, article: Article) -> Rendition:
    """*rendition* without a first sentence that praises, where what goes on from it is understood without it."""
    if rendition.items or "speaker named" in rendition.edits:
        return rendition
    parts = sentences(rendition.text, article.language)
    if len(parts) < 2 or len(parts) != len(rendition.spans):  # noqa: PLR2004 - one that praises, and another
        return rendition
    hype, rest = discourse(article.language).hype, rendition.text[parts[1].start :]
    if not hype.search(parts[0].of(rendition.text)) or hype.search(rest):
        return rendition
    if not stands_alone(parts[1].of(rendition.text), article.language):
        return rendition
    return replace(rendition, text=rest, spans=rendition.spans[1:])


def _sends_away(rendition: Rendition, article: Article) -> bool:
    """Whether the article's own words go on to send their reader to another page."""
    if "speaker named" in rendition.edits:
        return False
    return any(points_elsewhere(span.of(article.text), article.language) for span in rendition.spans[1:])


def _listed(rendition: Rendition, article: Article, *, is_how_to: bool, is_author: bool) -> Iterator[Telling]:
    """A list with its lead-in; nothing where one of its lines cannot be told."""
    lead, items = listed(rendition, BULLET)
    if not is_author:
        lead = _quoted_lines(lead, article)
    if not is_author and is_how_to:
        items = tuple(_quoted_lines(item, article) for item in items)
    if not lead or not all(items):
        return
    copy = joined([lead, *items], "\n")
    yield Telling(copy, text_of(copy), rendition.spans, items, is_bare=_is_bare(rendition, article.language))


def _sectioned(
    renditions: Sequence[Rendition], article: Article, *, is_author: bool, is_how_to: bool
) -> Iterator[Telling]:
    """
    The article's sections with ever less of each, of those with the longest sentences first.

    In the end also without the last ones, if no number was promised: rather less of each than fewer.
    """
    if not renditions:
        return
    last = renditions[-1]
    told = [
        tuple((_section(copy, article, is_author=is_author), item) for copy, item in zip(items, one.items, strict=True))
        for one in renditions
        for _, items in (listed(one, BULLET),)
    ]
    if not last.is_ordered and not is_how_to:
        # Without its sentence a section says too little; one that is numbered keeps its place, and so does a step.
        whole = [at for at in range(len(told[0])) if all("\n" in text_of(level[at][0]) for level in told[:1])]
        told = [tuple(level[at] for at in whole) for level in told]
    sections = list(told[0])
    if len(sections) < _FEWEST_SECTIONS:
        return
    is_to_the_point = _TO_THE_POINT in renditions[0].edits
    yield _telling_of(sections, is_to_the_point=is_to_the_point)
    for shorter in told[1:]:
        for index in sorted(range(len(shorter)), key=lambda at: -len(shorter[at][1].text)):
            if shorter[index] != sections[index]:
                sections[index] = shorter[index]
                yield _telling_of(sections, is_to_the_point=is_to_the_point)
    is_counted = last.is_ordered or is_how_to or promised_by_title(last.text, article.language)
    for count in range(len(sections) - 1, len(sections) - 1 if is_counted else _FEWEST_SECTIONS - 1, -1):
        yield _telling_of(sections[:count], is_to_the_point=is_to_the_point)


def without_told(telling: Telling, told: Sequence[Span]) -> Telling | None:
    """The sections of *telling* that say nothing of what is *told*; ``None`` where too few are left."""
    if not any(span.overlaps(at) for span in telling.spans for at in told):
        return telling
    left = tuple(
        item
        for item in telling.items
        if not any(source.overlaps(at) for piece in item for source in piece.sources for at in told)
    )
    if len(left) < _FEWEST_SECTIONS or telling.items[0][0].origin == "layout":
        # A number that is missing is seen.
        return None
    copy = joined(left)
    spans = tuple(source for piece in copy for source in piece.sources)
    return replace(telling, copy=copy, text=text_of(copy), spans=spans, items=left)


def _telling_of(sections: Sequence[tuple[Copy, Line]], *, is_to_the_point: bool) -> Telling:
    # The title over them would stand in the middle of a post; it is said where the hook says it.
    copy = joined(section for section, _ in sections)
    spans = tuple(span for _, item in sections for span in item.spans)
    items = tuple(section for section, _ in sections)
    return Telling(copy, text_of(copy), spans, items, is_sectioned=True, is_to_the_point=is_to_the_point)


def _quoted_lines(copy: Copy, article: Article) -> Copy:
    """*copy*, each piece a line, with what says "I" or "we" between quotation marks; empty where that cannot be."""
    found: list[Piece] = []
    for piece in copy:
        source = (article.title or "") if piece.origin == "title" else article.text
        text = quoted_line(piece.text, source, article.language)
        if text is None:
            return ()
        found.append(replace(piece, text=text))
    return tuple(found)


def _section(item: Copy, article: Article, *, is_author: bool) -> Copy:
    """One section: its heading, and its sentence on the next line, unless that says "I" and nobody is named for it."""
    *mark, words = item
    heading, line_break, sentence = words.text.partition("\n")
    top: Copy = (*mark, Piece(heading, words.origin, words.sources[:1] if line_break else words.sources))
    top = tuple(piece for piece in top if piece.text != BULLET)
    if not is_author:
        top = _quoted_lines(top, article) or top
    if not line_break:
        return top
    if not is_author and is_personal(sentence, article.language):
        return top
    return joined([top, (Piece(sentence, words.origin, words.sources[1:]),)], "\n")


def copy_of(rendition: Rendition, article: Article, *, is_author: bool) -> Copy:
    """The words of *rendition*, between quotation marks where they say "I" and the account is not the author."""
    if "speaker named" in rendition.edits:
        return (Piece(rendition.text, "article", rendition.spans),)
    if not is_author and is_personal(rendition.text, article.language):
        return quoted(rendition, article)
    return _paragraphs(rendition, article)


def _paragraphs(rendition: Rendition, article: Article) -> Copy:
    """A run as paragraphs of one or two sentences."""
    whole = (Piece(rendition.text, "article", rendition.spans),)
    if len(rendition.text) <= _PARAGRAPH and len(rendition.spans) <= _SENTENCES:
        return whole
    parts = sentences(rendition.text, article.language)
    if len(parts) != len(rendition.spans):
        return whole
    groups: list[list[int]] = []
    for index, part in enumerate(parts):
        last = groups[-1] if groups else []
        if last and len(last) < _SENTENCES and part.end - parts[last[0]].start <= _PARAGRAPH:
            last.append(index)
        else:
            groups.append([index])
    if len(groups) > 1 and _is_tail(parts, groups):
        # A few words by themselves go with what they end.
        *groups, last_but_one, tail = groups
        groups.append([*last_but_one, *tail])
    return joined(
        [
            (
                Piece(
                    rendition.text[parts[group[0]].start : parts[group[-1]].end],
                    "article",
                    tuple(rendition.spans[index] for index in group),
                ),
            )
            for group in groups
        ]
    )


def _is_tail(parts: Sequence[Span], groups: Sequence[Sequence[int]]) -> bool:
    """Whether the last of *groups* is one short sentence that the one before it has room for."""
    first, last = parts[groups[-2][0]], parts[groups[-1][-1]]
    is_short = len(groups[-1]) == 1 and last.end - last.start <= _TAIL
    return is_short and last.end - first.start <= _PARAGRAPH + _TAIL


def _is_bare(rendition: Rendition, language: str) -> bool:
    """Whether a list's items are labels that say too little without what the article says of them."""
    labels = [item.text for item in rendition.items]
    # Names out of a program's text tell their reader nothing.
    if 2 * sum(len(label) < _LONGEST_NAME and _IN_CODE.fullmatch(label) is not None for label in labels) > len(labels):
        return True
    if "labels only" not in rendition.edits:
        return False
    # A question among them is answered by what the article says of it.
    if any(asks(label) for label in labels):
        return True
    if language in UNSPACED:
        counted = [len(label) / _UNSPACED_WORD for label in labels]
    else:
        counted = [float(len(label.split())) for label in labels]
    return sum(counted) / len(counted) < _TELLING_LABEL
