"""
Which of the article's paragraphs that are no key points can fill up a long post?

Each from its first sentence on, as far as nothing else tells it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.formatters.copy import text_of
from repurpose.formatters.leaning import has_bare_name
from repurpose.formatters.outline import Beat, told_figures
from repurpose.formatters.stretches import at_length, is_scrap
from repurpose.formatters.tellings import Telling, copy_of
from repurpose.formatters.voices import is_about_author
from repurpose.model import BlockKind, KeyPointKind, Rendition
from repurpose.summarizer.passages import is_made_up
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.setups import well_ended
from repurpose.summarizer.standalone import follows, is_entry, stands_alone
from repurpose.text.marks import between_sentences
from repurpose.text.sentences import sentences
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.outline import Outline
    from repurpose.model import Article, Span

__all__ = ["free", "plain_beat", "spare_beats"]

# So many sentences of a paragraph, and so much less worth than a key point.
_SPARE, _SPARE_LOSES = 4, 2.0


@lru_cache(maxsize=32)
def spare_beats(outline: Outline) -> tuple[Beat, ...]:
    """
    The article's paragraphs that no beat of *outline* tells, from their first sentence on.

    A long post is filled up with them where key points are few.
    """
    article = outline.article
    told = [span for beat in outline.beats for span in beat.tellings[0].spans]
    found: list[Beat] = []
    for block in article.blocks:
        text = block.span.of(article.text)
        is_own = block.kind is BlockKind.PARAGRAPH and block.speaker is None
        # A line of a row, "Norrby - what it is", and what goes on from it belong together.
        if not is_own or is_made_up(text, article.language) or is_entry(text) or is_about_author(text, article):
            continue
        spans = [span.shifted(block.span.start) for span in sentences(text, article.language)]
        at = 0
        while at < len(spans):
            left = free(spans[at : at + _SPARE], told)
            tellings = tuple(_spare_tellings(left, article, is_author=outline.is_author))
            at += len(tellings) or 1
            if tellings and not outline.is_author:
                wider = at_length(tellings, article, is_author=False)
                tellings = tuple(
                    one for one in wider if not is_scrap(one, article.language) and not _overlaps(one, told)
                )
            if tellings:
                found.append(plain_beat(tellings, article))
                told += tellings[0].spans
    return tuple(found)


def _overlaps(telling: Telling, told: Sequence[Span]) -> bool:
    return any(span.overlaps(at) for span in telling.spans for at in told)


def free(spans: Sequence[Span], told: Sequence[Span]) -> Sequence[Span]:
    """The first of *spans* up to one that is *told* already."""
    return spans[: next((at for at, span in enumerate(spans) if any(map(span.overlaps, told))), len(spans))]


def _spare_tellings(spans: Sequence[Span], article: Article, *, is_author: bool) -> Iterator[Telling]:
    texts = [span.of(article.text) for span in spans]
    for count in range(len(spans), 0, -1):
        rendition = _spare(spans[:count], article) if well_ended(texts, count, article.language) else None
        copy = copy_of(rendition, article, is_author=is_author) if rendition is not None else ()
        if rendition is not None and copy:
            yield Telling(copy, text_of(copy), rendition.spans)


def plain_beat(tellings: tuple[Telling, ...], article: Article) -> Beat:
    """A statement that is no key point, told in *tellings*, worth less the later it comes."""
    first = next((span.start for span in tellings[0].spans), 0)
    early = 1 - first / max(1, len(article.text))
    return Beat(
        kind=KeyPointKind.CLAIM,
        worth=early - _SPARE_LOSES,
        tellings=tellings,
        place=min((span.start for span in tellings[-1].spans), default=0),
        lead=(),
        count=0,
        is_titled=False,
        is_parallel=False,
        is_mixed=False,
        is_leaning=False,
        is_ahead=False,
        stems=frozenset(content_stems(tellings[-1].text, article.language)),
        figures=told_figures(tellings[-1].text),
    )


def _spare(spans: Sequence[Span], article: Article) -> Rendition | None:
    """The sentences at *spans* as one telling; ``None`` where its first one leans on others, or one is no statement."""
    texts = [span.of(article.text) for span in spans]
    language = article.language
    if not stands_alone(texts[0], language) or any(points_elsewhere(text, language) for text in texts):
        return None
    if not all(follows(text, language) for text in texts[1:]):
        return None
    rendition = Rendition(text=between_sentences(language).join(texts), spans=tuple(spans))
    return None if has_bare_name(rendition, article) else rendition
