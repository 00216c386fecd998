"""Article to Summary: key points, outline, keyphrases, quotes and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.errors import UsageError
from repurpose.model import Article, BlockKind, KeyPoint, Section, Span, Summary
from repurpose.summarizer.candidates import Run
from repurpose.summarizer.figures import figures
from repurpose.summarizer.headings import heading_lists
from repurpose.summarizer.keyphrases import keyphrases, split_hashtag
from repurpose.summarizer.known import Known
from repurpose.summarizer.lists import lists
from repurpose.summarizer.names import names_of
from repurpose.summarizer.passages import interviewers, is_made_up, paragraphs
from repurpose.summarizer.quotes import quotes
from repurpose.summarizer.renditions import renditions
from repurpose.summarizer.runs import runs
from repurpose.summarizer.salience import Salience
from repurpose.summarizer.selection import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.summarizer.candidates import Candidate

__all__ = ["split_hashtag", "summarize"]


ENOUGH = 4
"""With this many statements an article can be told without those that say "I"."""
_POOL, _POOL_BY_POINT = 8, 3
"""So many statements, and so many more for each point that is wanted, are enough to choose from."""


def summarize(article: Article, *, limit: int = 7) -> Summary:
    """
    What *article* says, in at most *limit* key points.

    An article of which nothing stands alone gives no key points. Raises `UsageError` for a limit below 1.
    """
    if not isinstance(article, Article):
        raise UsageError(f"a summary is made of an Article, as read_article gives it, not of {type(article).__name__}")
    if type(limit) is not int or limit < 1:
        raise UsageError(f"a summary has at least 1 key point, a whole number of them, not {limit!r}")
    read = paragraphs(article)
    salience = Salience.of(article, read)
    known = Known(salience.topic, salience.first_seen, names_of(article))
    asking = interviewers(read)
    prose = tuple(
        paragraph
        for paragraph in read
        if paragraph.speaker not in asking
        and not (paragraph.sentences and is_made_up(paragraph.sentences[0].text, article.language))
    )
    candidates = [
        *lists(article, salience),
        *heading_lists(article, prose, salience, known),
        *_promising(runs(prose, salience, known, language=article.language), _POOL + _POOL_BY_POINT * limit),
    ]
    impersonal = [candidate for candidate in candidates if not candidate.is_personal]
    # Nobody else's "I" in our mouth, unless the article is told in the first person throughout.
    chosen = select(impersonal if len(impersonal) >= ENOUGH else candidates, limit)
    return Summary(
        article=article,
        key_points=tuple(_key_points(chosen, known, language=article.language, title=article.title)),
        outline=_outline(article, chosen),
        keyphrases=keyphrases(article),
        quotes=quotes(article, prose, salience, known),
        figures=figures(article, prose, known),
    )


def _promising(ranked: Iterator[Candidate], count: int) -> Iterator[Candidate]:
    """The first of *ranked* until *count* of them are different and nobody's own."""
    told: set[frozenset[str]] = set()
    for candidate in ranked:
        if candidate.stems in told:
            continue
        told.add(candidate.stems)
        yield candidate
        count -= not candidate.is_personal
        if count <= 0:
            return


def _key_points(chosen: tuple[Candidate, ...], known: Known, *, language: str, title: str | None) -> Iterator[KeyPoint]:
    """What was *chosen*, put into words; no point runs on into another one's sentence."""
    cores = [candidate.said.sentences if isinstance(candidate.said, Run) else () for candidate in chosen]
    taken = frozenset(sentence.span for core in cores for sentence in core)
    for candidate in chosen:
        if isinstance(candidate.said, Run):
            told, core = renditions(candidate.said, known, language, taken)
        else:
            told, core = candidate.said, 0
        lines = [told[core].text, *(item.text for item in told[core].items)]
        # A list under the article's title needs no lead-in here: the title stands over the whole summary.
        if len(lines) > 1 and lines[0].rstrip(":：\u00a0") == (title or "").rstrip(".:：!\u00a0"):
            del lines[0]
        yield KeyPoint(
            text="\n".join(lines),
            spans=told[core].spans,
            score=round(candidate.value, 4),
            kind=candidate.kind,
            renditions=told,
        )


def _outline(article: Article, chosen: tuple[Candidate, ...]) -> tuple[Section, ...]:
    """The article's parts under their headings, with the key points that came from each."""
    starts: list[int | None] = [index for index, block in enumerate(article.blocks) if block.kind is BlockKind.HEADING]
    if article.blocks and article.blocks[0].kind is not BlockKind.HEADING:
        starts.insert(0, None)
    sections: list[Section] = []
    for number, heading in enumerate(starts):
        following = starts[number + 1] if number + 1 < len(starts) else None
        first = 0 if heading is None else heading
        last = len(article.blocks) if following is None else following
        sections.append(
            Section(
                heading=None if heading is None else article.blocks[heading].span.of(article.text),
                span=Span(article.blocks[first].span.start, article.blocks[last - 1].span.end),
                key_points=tuple(index for index, candidate in enumerate(chosen) if first <= candidate.block < last),
            )
        )
    return tuple(sections)
