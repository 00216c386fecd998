"""Article to Summary: key points, outline, keyphrases, quotes and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.errors import UsageError
from repurpose.model import BlockKind, KeyPoint, Section, Span, Summary
from repurpose.summarizer.figures import figures
from repurpose.summarizer.keyphrases import keyphrases, split_hashtag
from repurpose.summarizer.lists import lists
from repurpose.summarizer.passages import headings_before, interviewers, paragraphs
from repurpose.summarizer.quotes import quotes
from repurpose.summarizer.runs import runs
from repurpose.summarizer.salience import Salience
from repurpose.summarizer.selection import select

if TYPE_CHECKING:
    from repurpose.model import Article
    from repurpose.summarizer.candidates import Candidate

__all__ = ["split_hashtag", "summarize"]


ENOUGH = 4
"""With this many statements an article can be told without those that say "I"."""


def summarize(article: Article, *, limit: int = 7) -> Summary:
    """
    What *article* says, in at most *limit* key points.

    An article of which nothing stands alone gives no key points. Raises `UsageError` for a limit below 1.
    """
    if limit < 1:
        raise UsageError(f"a summary has at least 1 key point, not {limit}")
    salience = Salience.of(article)
    read = paragraphs(article)
    asking = interviewers(read)
    prose = tuple(paragraph for paragraph in read if paragraph.speaker not in asking)
    headings = headings_before(article)
    candidates = [
        *lists(article, salience),
        *(
            run
            for paragraph in prose
            for run in runs(paragraph, headings[paragraph.block], salience, language=article.language)
        ),
    ]
    impersonal = [candidate for candidate in candidates if not candidate.is_personal]
    # Nobody else's "I" in our mouth, unless the article is told in the first person throughout.
    chosen = select(impersonal if len(impersonal) >= ENOUGH else candidates, limit)
    return Summary(
        article=article,
        key_points=tuple(map(_key_point, chosen)),
        outline=_outline(article, chosen),
        keyphrases=keyphrases(article),
        quotes=quotes(article, prose, salience),
        figures=figures(article, prose),
    )


def _key_point(candidate: Candidate) -> KeyPoint:
    fullest = candidate.renditions[0]
    return KeyPoint(
        text="\n".join([fullest.text, *(item.text for item in fullest.items)]),
        spans=fullest.spans,
        score=round(candidate.value, 4),
        kind=candidate.kind,
        renditions=candidate.renditions,
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
