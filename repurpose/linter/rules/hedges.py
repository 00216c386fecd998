"""Is what the article says with care also said with care in the post?"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.linter.source import fold
from repurpose.model import Segment, Severity, Span
from repurpose.resources import shipped
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["lost_hedge"]

_WORD = re.compile(r"[^\W_][\w'’-]*")
_NUMBER = re.compile(r"[ \u00a0]*[$€£¥]?\d[\d.,]*")
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:[.](?=\d)[^.!?。！？\n]+)*")
# The words after a hedge that it speaks of: "may | uphold this", "is expected to | focus".
_REACH = 2
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
    hedges = _hedges(document.language)
    if hedges is None:
        return
    for segment in document.post.segments:
        if not segment.sources or segment.span.end > len(document.text):
            continue
        said = segment.span.of(document.text)
        kept = len(hedges.findall(said))
        if kept >= sum(len(hedges.findall(source.of(article.text))) for source in segment.sources):
            continue
        for source in segment.sources:
            stretch = source.of(article.text)
            if stretch in said:
                continue
            for match in hedges.finditer(stretch):
                if _is_lost(match, stretch, said, hedges, document.language):
                    yield Problem(
                        message=f"the article says “{match[0]}”: “{_around(match, stretch)}”",
                        span=segment.span,
                    )
                    break


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
    return any(
        not hedges.search(sentence) and any(_has_form(word, sentence) for word in governed)
        for sentence in _SENTENCE.findall(said)
    )


def _governed(stretch: str, start: int, language: str) -> tuple[str, ...]:
    """The first words of weight after a hedge, inside its sentence."""
    end = _SENTENCE.match(stretch, start)
    words = (fold(word) for word in _WORD.findall(stretch, start, end.end() if end else start))
    weighty = (word for word in words if len(word) > 2 and word not in stopwords(language))  # noqa: PLR2004 - "be", "do"
    return tuple(word for _, word in zip(range(_REACH), weighty, strict=False))[:1]


def _has_form(word: str, sentence: str) -> bool:
    stem = word[: max(_LETTERS, round(len(word) * _SHARE))]
    return any(other.startswith(stem) for other in map(fold, _WORD.findall(sentence)))


def _around(match: re.Match[str], stretch: str) -> str:
    return stretch[max(0, match.start() - 20) : match.end() + 30].strip()


@cache
def _hedges(language: str) -> re.Pattern[str] | None:
    """The hedges of *language*, and what makes a number approximate; ``None`` where there is no list."""
    path = shipped("assets") / "lexicons" / "hedges" / f"{language}.txt"
    if not path.is_file():
        return None
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    anywhere = [row for row in rows if not row.endswith(" <number>")]
    before = [row.removesuffix(" <number>") for row in rows if row.endswith(" <number>")]
    # Small letters only: "May" is a month.
    return re.compile(
        rf"(?<![\w'’-])(?:(?P<hedge>{_any_of(anywhere)})|(?P<about>{_any_of(before)})(?=[ \u00a0]*[$€£¥]?\d))(?!\w)"
    )


def _any_of(words: list[str]) -> str:
    """An alternation, the longest first; what never matches where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"
