"""Are the words between quotation marks the article's, letter by letter?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.linter.source import plain
from repurpose.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["altered_quote"]

_QUOTED = re.compile(
    r"“([^“”]{1,2000})”|„([^„“”]{1,2000})[“”]|«([^«»]{1,2000})»|»([^«»]{1,2000})«|「([^「」]{1,2000})」"
    r"|(?<![\w\"])\"(?=\S)([^\"\n]{1,1000})(?<=\S)\"(?!\w)"
)
_CUTS = re.compile(r"\[?(?:\.\.\.|…)\]?")
_EDGES = " .,;:!?…-–—"
# One or two words in quotation marks are a title, a term or irony, not a quotation.
_FEWEST_WORDS = 3
_FEWEST_LETTERS_UNSPACED = 6
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


@rule(
    "FCT003",
    "altered-quote",
    Severity.ERROR,
    why="Quotation marks promise that somebody said exactly this.",
    sources=("the project's first principle: every quotation of an output is in the article",),
    examples=(
        Example(
            bad=example_draft(
                "“We had planned for all the weeds.”", source="“We had planned for the weeds,” she said."
            ),
            good=example_draft("“We had planned for the weeds.”", source="“We had planned for the weeds,” she said."),
        ),
    ),
)
def altered_quote(document: Document) -> Iterator[Problem]:
    """The words between quotation marks do not stand like this in the article."""
    source = document.source
    if source is None:
        return
    for match in _QUOTED.finditer(document.text):
        words = match[match.lastindex or 0]
        if _UNSPACED.search(words):
            if len(words) < _FEWEST_LETTERS_UNSPACED:
                continue
        elif len(words.split()) < _FEWEST_WORDS:
            continue
        if not _stands_in(words, source.plain):
            yield Problem(
                message="the article does not say this word for word", span=Span(*match.span(match.lastindex or 0))
            )


def _stands_in(words: str, source: str) -> bool:
    """Whether all parts of a quotation, cut at its ellipses, follow each other in *source*."""
    at = 0
    for part in _CUTS.split(words):
        wanted = plain(part).strip(_EDGES)
        at = source.find(wanted, at)
        if at < 0:
            return False
        at += len(wanted)
    return True
