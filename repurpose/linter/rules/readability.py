"""Can a post be read in passing?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Severity, Span
from repurpose.text.readability import english_readability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document, Thread

__all__ = ["grade_too_high", "long_sentence"]

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_LONGEST = 25
_GRADE = "flesch_kincaid_grade"
_HIGHEST_GRADE = 9
# Readers at work are used to more.
_HIGHEST_GRADES = {"linkedin": 12, "newsletter": 12, "reddit": 12}
_FEWEST_WORDS = 100
_CLAUSE = "the beds that we had cleared in spring and covered in straw before the rains "


@rule(
    "RDB001",
    "long-sentence",
    Severity.WARNING,
    why="Sentences of more than 25 words are hard to read, on a telephone all the more.",
    sources=("insidegovuk.blog.gov.uk, “Sentence length: why 25 words is our limit” (4 August 2014)",),
    examples=(
        Example(
            bad=example_draft(f"We dug {_CLAUSE * 2}came.", platform="linkedin"),
            good=example_draft("We dug in spring. The beds gave salad. It sold.", platform="linkedin"),
        ),
    ),
)
def long_sentence(document: Document) -> Iterator[Problem]:
    """A sentence has more than 25 words."""
    for sentence in document.sentences:
        # A word takes two characters with its space.
        if len(sentence) < 2 * _LONGEST:
            continue
        words = len(_WORD.findall(document.prose, sentence.start, sentence.end))
        if words > _LONGEST:
            yield Problem(
                message=f"{words} words in one sentence, at most {_LONGEST} are easy to read",
                span=sentence,
                measured=words,
                limit=_LONGEST,
                unit="words",
            )


@rule(
    "RDB002",
    "grade-too-high",
    Severity.WARNING,
    scope="draft",
    why="Most people read for pleasure well below the level of their schooling.",
    sources=(
        "Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75 (1975)",
        "the gate of 100 words and 5 sentences, and the standard error: the project's own measurements",
    ),
    examples=(
        Example(
            bad=example_draft(
                " ".join(
                    f"The {topic} of the organisation has necessitated comprehensive collaboration between all of its "
                    "departments, and the infrastructural heterogeneity is not to be underestimated by administrators."
                    for topic in (
                        "transformation",
                        "modernisation",
                        "consolidation",
                        "rationalisation",
                        "communication",
                    )
                    * 2
                ),
                platform="facebook",
            ),
            good=example_draft("We dug the beds in spring and sold the salad in May. " * 12, platform="facebook"),
        ),
    ),
)
def grade_too_high(thread: Thread) -> Iterator[Problem]:
    """The text, all posts of a thread together, needs more years of school than its readers want to use (English)."""
    first = thread.documents[0] if thread.documents else None
    if sum(len(document.prose.split()) for document in thread.documents) < _FEWEST_WORDS:
        return
    if first is None or first.language != "en":
        return
    sentences = [span.of(document.prose) for document in thread.documents for span in document.sentences]
    limit = _HIGHEST_GRADES.get(first.profile.key, _HIGHEST_GRADE)
    for metric in english_readability(sentences):
        error = metric.standard_error or 0
        if metric.name == _GRADE and metric.is_reliable and metric.value - error > limit:
            yield Problem(
                message=f"grade {metric.value:.1f} ± {error:.1f}, at most {limit} on {first.profile.name}",
                span=Span(0, len(first.text)) if len(thread.documents) == 1 else None,
                post=0 if len(thread.documents) == 1 else None,
                measured=round(metric.value, 2),
                limit=limit,
                unit="grade",
            )
