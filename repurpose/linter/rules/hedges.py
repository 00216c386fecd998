"""Is what the article says with care also said with care in the post?"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from repurpose.linter.folding import fold, plain
from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Segment, Severity, Span
from repurpose.text.hedges import hedges
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document
    from repurpose.model import Article

__all__ = ["lost_hedge"]

_WORD = re.compile(r"[^\W_][\w'’-]*")
_NUMBER = re.compile(r"[ \u00a0]*[$€£¥]?\d[\d.,]*")
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:[.](?=\d)[^.!?。！？\n]+)*")
_ITEM = re.compile(r"[ \t]|[•●▪◦‣*–—→-]|\d{1,2}[.)][ \t]")
_COLONS = (":", "：")
_QUESTIONS = ("?", "？", "؟")
# No sentence of a writer has more.
_MOST_HEDGES = 12
_SHARE = 0.75
_LETTERS = 4
_SOURCE = "Alexandr Wang is poised to lead the lab. It could reshape research. It costs about 30 million."


@rule(
    "FCT004",
    "lost-hedge",
    Severity.ERROR,
    scope="post",
    why="“May” that became “will” is a claim that the article does not make.",
    sources=("the project's first principle: every hedge of a span that is used is kept",),
    examples=(
        Example(
            bad=example_draft("Alexandr Wang leads the lab.", source=_SOURCE),
            good=example_draft("Alexandr Wang is set to lead the lab.", source=_SOURCE),
        ),
        Example(
            bad=example_draft(
                "Alexandr Wang leads the lab.",
                source=_SOURCE,
                segments=(Segment(span=Span(0, 28), origin="article", sources=(Span(0, 40),)),),
            ),
            good=example_draft(
                "Wang is likely to lead the lab.",
                source=_SOURCE,
                segments=(Segment(span=Span(0, 31), origin="article", sources=(Span(0, 40),)),),
            ),
        ),
        Example(
            bad=example_draft(
                "It costs 30 million.",
                source=_SOURCE,
                segments=(Segment(span=Span(0, 20), origin="article", sources=(Span(69, 95),)),),
            ),
            good=example_draft(
                "It costs about 30 million.",
                source=_SOURCE,
                segments=(Segment(span=Span(0, 26), origin="article", sources=(Span(69, 95),)),),
            ),
        ),
    ),
)
def lost_hedge(document: Document) -> Iterator[Problem]:
    """A post uses what the article says with "may", "likely" or "about", and leaves that word out."""
    article = document.draft.article
    if article is None:
        return
    own = hedges(document.language)
    if own is None:
        return
    yield from _lost_in_segments(document, article, own)
    yield from _lost_in_words_of_ones_own(document, own)


def _lost_in_segments(document: Document, article: Article, hedges: re.Pattern[str]) -> Iterator[Problem]:
    """What is lost on the way from the places that the post itself names."""
    for segment in document.post.segments:
        if not segment.sources or segment.span.end > len(document.text):
            continue
        said = segment.span.of(document.text)
        stretches = [source.of(article.text) for source in segment.sources]
        if len(hedges.findall(said)) >= sum(len(hedges.findall(stretch)) for stretch in stretches):
            continue
        for stretch in stretches:
            if stretch not in said and (match := _lost(stretch, said, hedges, document.language)):
                yield _problem(match, stretch, segment.span)


def _lost_in_words_of_ones_own(document: Document, hedges: re.Pattern[str]) -> Iterator[Problem]:
    """What is lost in sentences that name no place, against the sentences of the article that they are most like."""
    source = document.source
    if source is None:
        return
    traced = [segment.span for segment in document.post.segments if segment.sources]
    lead_in = ""
    for place in document.sentences:
        said = place.of(document.prose)
        is_item = bool(_ITEM.match(document.prose, document.prose.rfind("\n", 0, place.start) + 1))
        if not is_item:
            lead_in = said if said.endswith(_COLONS) else ""
        # "It could:" speaks for every item below it; a question claims nothing.
        if hedges.search(said) or (is_item and hedges.search(lead_in)) or said.endswith(_QUESTIONS):
            continue
        if any(span.overlaps(place) for span in traced):
            continue
        nearest = [
            (stretch, _lost(stretch, said, hedges, document.language)) for stretch in source.statements.nearest(said)
        ]
        # What one sentence states openly may be repeated, whatever another one like it says.
        stretch, match = nearest[0] if nearest and all(match for _, match in nearest) else ("", None)
        if match and plain(said) not in source.plain:
            yield _problem(match, stretch, place)


def _problem(match: re.Match[str], stretch: str, place: Span) -> Problem:
    around = stretch[max(0, match.start() - 20) : match.end() + 30].strip()
    return Problem(message=f"the article says “{match[0]}”: “{around}”", span=place)


def _lost(stretch: str, said: str, hedges: re.Pattern[str], language: str) -> re.Match[str] | None:
    """The first hedge of *stretch* that is lost in *said*."""
    found = islice(hedges.finditer(stretch), _MOST_HEDGES)
    return next((match for match in found if _is_lost(match, stretch, said, hedges, language)), None)


def _is_lost(match: re.Match[str], stretch: str, said: str, hedges: re.Pattern[str], language: str) -> bool:
    """Whether *said* has what the hedge speaks of, in a sentence without any hedge."""
    if match["about"]:
        number = _NUMBER.match(stretch, match.end("about"))
        wanted = (number[0].strip().rstrip(".,"),) if number else ()
        return any(
            re.search(rf"(?<![\d.,]){re.escape(figure)}(?!\d)", sentence) and not hedges.search(sentence)
            for figure in wanted
            for sentence in _SENTENCE.findall(said)
        )
    governed = _governed(stretch, match.end(), language)
    return bool(governed) and any(
        not hedges.search(sentence) and _has_form(governed, sentence) for sentence in _SENTENCE.findall(said)
    )


def _governed(stretch: str, start: int, language: str) -> str:
    """The first word of weight after a hedge, inside its sentence: "may | uphold this", "is expected to | focus"."""
    end = _SENTENCE.match(stretch, start)
    words = (fold(word[0]) for word in _WORD.finditer(stretch, start, end.end() if end else start))
    stop = stopwords(language)
    return next((word for word in words if len(word) > 2 and word not in stop), "")  # noqa: PLR2004 - "be", "do"


def _has_form(word: str, sentence: str) -> bool:
    stem = word[: max(_LETTERS, round(len(word) * _SHARE))]
    return any(other.startswith(stem) for other in map(fold, _WORD.findall(sentence)))
