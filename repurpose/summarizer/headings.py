"""
What is the article's own skeleton: three and more sections, each told by its heading and something of its own?

Headings that are numbered, or of one kind ("Learn ...", "Know ...", "Keep ..."), are a list by themselves too. They
stand under the article's title.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

import regex

from repurpose.model import BlockKind, Line, Span
from repurpose.resources import shipped_text
from repurpose.summarizer.condense import capitalised
from repurpose.summarizer.lead_ins import is_generic, promised_by_title, promised_counts
from repurpose.summarizer.lists import FEWEST, HOW_TO, MOST, heading_candidate
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.sections import told_in_section
from repurpose.summarizer.standalone import asks, has_link
from repurpose.summarizer.things import names_things
from repurpose.text.discourse import discourse
from repurpose.text.marks import with_colon
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article
    from repurpose.summarizer.candidates import Candidate
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Paragraph
    from repurpose.summarizer.salience import Salience

__all__ = ["heading_lists"]

# "1. Mix", "Tip 3: Know your tools".
_NUMBERED = regex.compile(r"^(?:\p{L}+\s)?(\d{1,2})\s*[.:)]\s*(?=\S)")
_LONGEST = 90
# Kinds that name a topic, and kinds that may.
_NAMED, _EITHER = ("doing", "gerundio"), ("u", "you", "gi", "na")
# Of the headings of one level at least this part is of one kind.
_ALIKE = 0.4
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
    promised = promised_by_title(title, article.language)
    alike = numbered or _promised(article, promised) or _of_one_kind(article)
    if promised not in (None, len(alike)):
        alike = []
    is_how_to = HOW_TO.search(title) is not None
    # What a how-to says to do are its steps; what else it has a heading for is none.
    sections = alike if numbered or (is_how_to and alike) else _sections(article, alike)
    comes_whole = bool(numbered) or (is_how_to and bool(alike))
    bodies = [told_in_section(article, index, prose, salience, known) for index, _ in sections]
    with_body = [index for (index, _), body in zip(sections, bodies, strict=True) if body]
    has_skeleton = FEWEST < len(with_body) <= MOST and len(with_body) >= _TOLD * len(sections)
    if comes_whole and any(asks(span.of(article.text)) for index, span in sections if index not in with_body):
        # One of its questions would stand there without an answer.
        has_skeleton = False
    # What is numbered comes whole or not at all, and so do steps.
    kept = [(index, span, body) for (index, span), body in zip(sections, bodies, strict=True) if comes_whole or body]
    points = [one for one in kept if one[2] is not None and one[2].is_point]
    if not comes_whole and not _is_counted(article, len(kept)) and len(points) > max(FEWEST, len(kept) / 2):
        # Sections that come to nothing that stands alone are better left out.
        kept = points
    fuller = [[_section(article, span, body.lines[at] if body else None) for _, span, body in kept] for at in (2, 1, 0)]
    if not alike and not has_skeleton:
        return
    lead = Line(text=with_colon(title.rstrip(".:!"), article.language), spans=())
    says_enough = bool(numbered) or promised is not None or not _are_topics(article, alike)
    # A question without its answer is no item of a list.
    says_enough = says_enough and not any(asks(span.of(article.text)) for _, span in alike)
    labels = [Line(text=_label(article, span), spans=(span,)) for _, span in alike] if says_enough else []
    if not labels and not has_skeleton:
        return
    yield heading_candidate(
        article,
        salience,
        lead,
        sections=fuller if has_skeleton else (),
        labels=labels,
        block=min(index for index, *_ in (*alike, *(kept if has_skeleton else ()))),
        is_ordered=bool(numbered),
        is_how_to=is_how_to and comes_whole,
        is_to_the_point=kept == points,
    )


def _is_counted(article: Article, count: int) -> bool:
    """Whether the title, a description or what stands before the first heading speaks of *count* things."""
    first = next((block.span.start for block in article.blocks if block.kind is BlockKind.HEADING), 0)
    said = (article.title or "", article.subtitle or "", article.description or "", article.text[:first])
    return any(count in promised_counts(text, article.language) for text in said)


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


def _promised(article: Article, count: int | None) -> list[tuple[int, Span]]:
    """The headings of one level that are as many as the title promises tips or ways, whatever they say."""
    if count is None or not names_things(article.title or ""):
        return []
    levels: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
    for index, block in enumerate(article.blocks):
        text = block.span.of(article.text) if block.kind is BlockKind.HEADING else ""
        if text and not (is_generic(text) or asks(text) or has_link(text)):
            levels[block.level].append((index, block.span))
    fitting = (found for _, found in sorted(levels.items()) if len(found) == count > FEWEST)
    return next(fitting, [])


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


def _are_topics(article: Article, headings: Sequence[tuple[int, Span]]) -> bool:
    """
    Whether *headings* name what is done and do not say to do it: "Saying no", "Aprendiendo a decir no".

    Some forms of other languages may be either; under a title that announces tips they say to do it.
    """
    found = [_topics(article.language, _NAMED)]
    if not names_things(article.title or "") and not HOW_TO.search(article.title or ""):
        found.append(_topics(article.language, _EITHER))
    texts = [span.of(article.text) for _, span in headings]
    return bool(texts) and any(all(pattern.search(text) for text in texts) for pattern in found)


@cache
def _topics(language: str, names: tuple[str, ...]) -> regex.Pattern[str]:
    table = tomllib.loads(shipped_text("assets", "lexicons", "headings.toml")).get(language, {})
    return regex.compile("|".join(table[name] for name in names if name in table) or "(?!)", regex.IGNORECASE)


@cache
def _kinds(language: str) -> tuple[regex.Pattern[str], ...]:
    table = tomllib.loads(shipped_text("assets", "lexicons", "headings.toml")).get(language, {})
    # What tells a reader what to do in a sentence does so in a heading.
    said = "|".join(sorted(discourse(language).imperatives))
    return tuple(regex.compile(one.replace("{imperatives}", said), regex.IGNORECASE) for one in table.values())


def _sections(article: Article, alike: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """The headings of the level that parts the article: that of the headings *alike*, else the highest with enough."""

    def _is_numbered(heading: tuple[int, Span]) -> bool:
        return _NUMBERED.match(heading[1].of(article.text)) is not None

    levels: dict[int, list[tuple[int, Span]]] = {}
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            text = block.span.of(article.text)
            # "Conclusion: a few steps" is one too.
            is_plain = is_generic(text) or is_generic(text.partition(":")[0])
            is_page = has_link(text) or points_elsewhere(text, article.language)
            if len(text) <= _LONGEST and not is_plain and not is_page:
                levels.setdefault(block.level, []).append((index, block.span))
    for found in levels.values():
        said = Counter(span.of(article.text) for _, span in found)
        # The same question to every speaker parts nothing.
        found[:] = [one for one in found if said[one[1].of(article.text)] == 1]
    if any(sum(map(_is_numbered, found)) > 1 for found in levels.values()):
        # A countdown, or half of a numbered list.
        return []
    if alike:
        return levels.get(article.blocks[alike[0][0]].level, [])
    return next((found for _, found in sorted(levels.items()) if len(found) > FEWEST), [])


def _section(article: Article, span: Span, body: Line | None) -> Line:
    """A heading with its sentence on the next line; the heading alone where it has none."""
    label = _label(article, span)
    if body is None:
        return Line(text=label, spans=(span,))
    return Line(text=f"{label}\n{body.text}", spans=(span, *body.spans))


def _label(article: Article, span: Span) -> str:
    return capitalised(span.of(article.text).rstrip(".:").strip())
