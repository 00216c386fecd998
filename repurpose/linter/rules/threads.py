"""Does a thread count right, and does each of its posts stand alone?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.rule import CONVENTION, Example, Problem, example_draft, rule
from repurpose.model import Fix, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document, Thread

__all__ = ["bad_numbering", "dangling_start", "orphan_post"]

_FIRST = re.compile(r"\s*\(?(?P<number>\d{1,3})/(?P<total>\d{1,3})?(?![\w/])\)?")
_LAST = re.compile(r"(?<![\w/])\(?(?P<number>\d{1,3})/(?P<total>\d{1,3})?\)?\s*\Z")
_FEWEST_NUMBERED = 0.5
# A closing post says a thing of its own: about seven words, or as much in a script without spaces.
_ORPHAN = 40
_ORPHAN_UNSPACED = 15
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# Words that point to what another post says. "It is time to" and "This year" point nowhere.
_DANGLING = re.compile(
    r"(?:(?:he|she|they|his|her|their|its|these|those|but|so|and|or|because|however|therefore|also|instead|meanwhile"
    r"|moreover|furthermore|then|yet)(?!\w)"
    r"|it(?:['’]s)?(?!\w)(?!(?: is| was| will be| takes?| took| has been)? (?:[\w-]+ ){0,3}(?:to|that|time)\b)"
    r"|this(?!\w)(?! (?:is (?:not )?(?:how|why|what)|year|week|month|morning|spring|summer|autumn|fall|winter"
    r"|article|post|guide|thread|story|list|time)\b)"
    r"|that(?:['’]s)? (?:is|was|means|makes|why|how|will|would)\b)",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"so (?:far|much|many|long as)\b|her majesty|yet another", re.IGNORECASE)
_ALONE = re.compile(r"(?:he|she|they|his|her|their|its|but|and|or)(?!\w)", re.IGNORECASE)


@rule(
    "THR001",
    "bad-numbering",
    Severity.ERROR,
    scope="draft",
    fix="safe",
    why="2/7 after 2/7, or 8/7, tells readers that a post is missing.",
    examples=(
        Example(
            bad=example_draft("Beds. 1/2", "Salad. 3/2"),
            good=example_draft("Beds. 1/2", "Salad, open 24/7. 2/2"),
            fixed="Salad. 2/2",
        ),
    ),
)
def bad_numbering(thread: Thread) -> Iterator[Problem]:
    """The numbers of a thread's posts have a gap, a repetition or a wrong total."""
    documents = thread.documents
    if len(documents) <= 1:
        return
    for pattern in (_LAST, _FIRST):
        found = [
            (document, pattern.search(document.prose) if pattern is _LAST else pattern.match(document.prose))
            for document in documents
        ]
        if sum(match is not None for _, match in found) >= max(2, _FEWEST_NUMBERED * len(documents)):
            yield from (
                problem
                for document, match in found
                if match
                for problem in _misnumbered(document, match, len(documents))
            )
            return


def _misnumbered(document: Document, match: re.Match[str], count: int) -> Iterator[Problem]:
    number, total = document.index + 1, match["total"] and count
    if int(match["number"]) == number and (not total or int(match["total"]) == count):
        return
    start, end = match.start("number"), match.end("total") if total else match.end("number")
    yield Problem(
        message=f"{match[0].strip()} on post {number} of {count}",
        span=Span(start, end),
        post=document.index,
        fix=Fix(replacement=f"{number}/{count}" if total else f"{number}", is_safe=True),
    )


@rule(
    "THR003",
    "orphan-post",
    Severity.WARNING,
    scope="draft",
    why="A last post of a few words or tags looks like an overflow; its words fit into the one before.",
    examples=(
        Example(
            bad=example_draft("Salad pays the wages of the garden. 1/2", "So it goes. 2/2"),
            good=example_draft("Salad pays the wages. 1/2", "What would you want in your box this year? 2/2"),
        ),
    ),
)
def orphan_post(thread: Thread) -> Iterator[Problem]:
    """The last post of a thread has next to nothing to say."""
    if len(thread.documents) <= 1:
        return
    last = thread.documents[-1]
    least = _ORPHAN_UNSPACED if _UNSPACED.search(last.bare) else _ORPHAN
    if len(last.bare) < least:
        yield Problem(
            message=f"only {len(last.bare)} characters beside links and tags",
            span=Span(0, len(last.text)),
            post=last.index,
            measured=len(last.bare),
            limit=least,
            unit="code_points",
        )


@rule(
    "THR004",
    "dangling-start",
    Severity.WARNING,
    scope="post",
    why="Posts are seen one by one: what opens with “This” or “But” is lost without the one before.",
    sources=(CONVENTION,),
    examples=(
        Example(
            bad=example_draft("Salad pays.", "It also sells out first, which surprised us all."),
            good=example_draft("Salad pays.", "It takes three weeks to grow back after a cut."),
        ),
        Example(bad=example_draft("But the tomatoes failed."), good=example_draft("The tomatoes failed.")),
    ),
)
def dangling_start(document: Document) -> Iterator[Problem]:
    """A post opens with a word that needs another post to be understood (English)."""
    pattern = _DANGLING if document.index else _ALONE
    match = pattern.match(document.prose, document.opening)
    if match and not _SO_FAR.match(document.prose, document.opening) and document.language in ("en", "und"):
        yield Problem(message=f"opens with “{match[0]}”: each post stands alone", span=Span(*match.span()))
