"""Is every number of a post the article's?"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.linter.source import subjects
from repurpose.model import Severity, Span
from repurpose.text.numerals import numerals_in, values_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.linter.document import Document
    from repurpose.linter.source import Source
    from repurpose.text.numerals import Numeral

__all__ = ["number_not_in_source"]

# Free because they count what the reader sees: "1/7", "(2/7)", "1/", "3." and "3)" at a line's begin, the number of an
# item behind that of its post too ("4/7 3."); "2 of 5" in alt texts.
_FREE = re.compile(
    r"^[ \t]*\(?\d{1,3}/(?:\d{1,3})?\)?(?:[ \t]\d{1,3}[.)])?(?=\s|$)|\(?\b\d{1,3}/\d{1,3}\)?(?=\s*\Z)"
    r"|^[^\w\n]*\d{1,3}[.)](?:[ \t]\d{1,3}[.)])?(?=\s)",
    re.MULTILINE,
)
_OF = re.compile(r"\b\d{1,2} (?:of|/|von|sur|de|di|van|из) \d{1,2}\b")
_ITEM = re.compile(r"^[ \t]*(?:[•●▪◦‣*–—→-][ \t]|\d{1,2}[.)][ \t]|[^\w\s\"'“‘«„(\[#@<>&$€£+-])", re.MULTILINE)
# A heading with what stands under it; it may ask or call.
_SECTION = re.compile(r"(?:\A|\n\n)[^\n]{2,90}(?<![.:;,])\n(?=[^\n•●▪◦‣*–—-])")
# "one" is a pronoun; "zero" and "half" are figures of speech.
_FEWEST = 2
_MOST_COUNTED = 20
# A short line ("Just 26!") leaves its subject to the lines around it.
_FEWEST_SUBJECTS = 3
# Of the words of weight of a sentence, or of those that its likeliest source shares with it.
_ENOUGH = 0.5
_UNSPACED = frozenset({"ja", "zh", "ko", "th"})


@rule(
    "FCT001",
    "number-not-in-source",
    Severity.ERROR,
    why="A wrong figure is the costliest mistake that a summary can make.",
    sources=("the project's first principle: every number of an output is in the article",),
    examples=(
        Example(
            bad=example_draft(
                "Salad earned 40 % of sales.", source="Salad earned nearly 30% of sales, £12,800 in all."
            ),
            good=example_draft(
                "Salad earned nearly 30 % of sales: £12.8k.", source="Salad earned nearly 30% of sales, £12,800 in all."
            ),
        ),
        Example(
            bad=example_draft("Three crops pay:\n• Salad\n• Herbs", source="Salad and herbs pay."),
            good=example_draft("Two crops pay:\n• Salad\n• Herbs", source="Salad and herbs pay."),
        ),
        Example(
            bad=example_draft("He is 27.", source="He is twenty-six."),
            good=example_draft("He is 26.", source="He is twenty-six."),
        ),
    ),
)
def number_not_in_source(document: Document) -> Iterator[Problem]:
    """A number, in digits or words, is not in the article; numbering and the count of delivered items are free."""
    source = document.source
    if source is None:
        return
    free: Sequence[Span] | None = None
    counts: frozenset[int] | None = None
    for numeral in numerals_in(document.prose, document.language):
        known = _known(numeral, source, document)
        if known is not None and not (len(known) == 1 and _is_of_something_else(numeral, known[0], source, document)):
            continue
        if free is None:
            patterns = (_FREE, _OF) if document.field.startswith("alt_texts") else (_FREE,)
            free = sorted(Span(*match.span()) for pattern in patterns for match in pattern.finditer(document.prose))
        if _holding(free, numeral.span):
            continue
        if numeral.is_word:
            counts = _counts(document) if counts is None else counts
            if numeral.readings[0][0] in counts:
                continue
        said = numeral.span.of(document.text)
        yield Problem(
            message=f"{said} is not in the article" if known is None else f"the article says {said} of something else",
            span=numeral.span,
            severity=None if known is None else Severity.WARNING,
        )


def _known(numeral: Numeral, source: Source, document: Document) -> tuple[float, ...] | None:
    """The reading of *numeral* that the article states, ``()`` for what needs no source, ``None`` if it states none."""
    for reading in numeral.readings:
        if all(value in source.numbers for value in reading):
            return reading
    if numeral.is_word:
        return () if numeral.readings[0][0] < _FEWEST else None
    text = numeral.span.of(document.prose)
    if "." in text or "," in text:
        # "1.000" by another language's habit.
        others = (reading for other in numerals_in(text, "und") for reading in other.readings)
        return next((reading for reading in others if all(value in source.numbers for value in reading)), None)
    return None


def _is_of_something_else(numeral: Numeral, value: float, source: Source, document: Document) -> bool:
    """Whether the post's sentence is about what the article says elsewhere, not where it states *value*."""
    if numeral.is_word or document.language in _UNSPACED or value not in source.contexts:
        return False
    around = _holding(document.sentences, numeral.span)
    said = subjects(around.of(document.prose), document.language) if around else frozenset()
    if len(said) < _FEWEST_SUBJECTS:
        return False
    here = max(len(said & context) for context in source.contexts[value])
    if here >= _ENOUGH * len(said):
        return False
    if here and here >= _ENOUGH * max(len(said & context) for context, _ in source.sentences):
        return False
    return not _is_traced(numeral, value, source, document)


def _is_traced(numeral: Numeral, value: float, source: Source, document: Document) -> bool:
    """Whether the post names a place of the article that it took the number from."""
    article = source.article
    return document.field == "text" and any(
        segment.span.contains(numeral.span)
        and any(value in values_in(span.of(article.text), article.language) for span in segment.sources)
        for segment in document.post.segments
    )


def _counts(document: Document) -> frozenset[int]:
    """How many items the post, and its thread, deliver; a thread may have an opening and a closing post around them."""
    posts = document.draft.posts
    texts = _unnumbered([post.text for post in posts])
    items = [len(_ITEM.findall(text)) for text in texts]
    sections = [len(_SECTION.findall(text)) for text in texts]
    threaded = {len(posts), len(posts) - 1, len(posts) - 2} if len(posts) > 1 else set()
    counts = {items[document.index], sum(items), sections[document.index], sum(sections)} | threaded
    return frozenset(count for count in counts if _FEWEST <= count <= _MOST_COUNTED)


def _unnumbered(texts: list[str]) -> list[str]:
    """The *texts* of a thread without the numbers of its posts, where each of them has one."""
    for style in ("{0}/{1} ", "({0}/{1}) ", "{0}. "):
        marks = [style.format(number, len(texts)) for number in range(1, len(texts) + 1)]
        if len(texts) > 1 and all(map(str.startswith, texts, marks)):
            return [text.removeprefix(mark) for text, mark in zip(texts, marks, strict=True)]
    return texts


def _holding(spans: Sequence[Span], wanted: Span) -> Span | None:
    """The one of *spans*, in order and apart, that contains *wanted*."""
    place = bisect_right(spans, wanted.start, key=lambda span: span.start) - 1
    return spans[place] if place >= 0 and spans[place].contains(wanted) else None
