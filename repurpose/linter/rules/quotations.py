"""Are the words between quotation marks the article's, letter by letter?"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from repurpose.linter.folding import plain
from repurpose.linter.rule import CONVENTION, Example, Problem, example_draft, rule
from repurpose.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["altered_quote", "unclosed_quotation"]

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

_MARK = re.compile('[“”„«»「」『』"]')
# Kinds of marks, which nest but do not close each other.
_KINDS = (
    {"“": "curly", "”": "curly", "„": "low", "«": "angle", "»": "angle", '"': "straight"}
    | dict.fromkeys("「」", "corner")
    | dict.fromkeys("『』", "double corner")
)
_ONLY_CLOSE = frozenset("」』")
_ITEM = re.compile(r"^[ \t]*(?:[•●▪◦‣*–—→-]|\d{1,2}[.)])[ \t].*$", re.MULTILINE)


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


@rule(
    "STY017",
    "unclosed-quotation",
    Severity.WARNING,
    why="A quotation without its end was cut, and nobody can tell whose the words after it are.",
    sources=(CONVENTION,),
    examples=(
        Example(
            bad=example_draft("• “We had fewer weeds this year\n• Herbs paid too"),
            good=example_draft("• “We had fewer weeds this year”\n• Herbs paid too"),
        ),
        Example(
            bad=example_draft("She said: «We had fewer weeds."),
            good=example_draft('“We had fewer weeds.\n\n“Herbs paid too,” she said of the 12" beds.'),
        ),
    ),
)
def unclosed_quotation(document: Document) -> Iterator[Problem]:
    """A quotation is opened and not closed: inside its own list item, elsewhere before the text ends."""
    text = document.prose
    if not _MARK.search(text):
        return
    end = 0
    for item in (*_ITEM.finditer(text), None):
        yield from _unclosed(text, Span(end, item.start() if item else len(text)))
        if item:
            yield from _unclosed(text, Span(*item.span()))
            end = item.end()


def _unclosed(text: str, unit: Span) -> Iterator[Problem]:
    opened: dict[str, list[re.Match[str]]] = {kind: [] for kind in _KINDS.values()}
    for match in _MARK.finditer(text, unit.start, unit.end):
        kind = "low" if match[0] in "“”" and opened["low"] else _KINDS[match[0]]
        still_open = opened[kind]
        if not _is_opening(text, match, still_open[-1][0] if still_open else ""):
            del still_open[-1:]
        elif still_open and text[match.start() - 1] == "\n":
            # A quotation of several paragraphs opens anew with each and closes with the last.
            still_open[-1] = match
        else:
            still_open.append(match)
    for match in chain.from_iterable(opened.values()):
        end = text.find("\n", match.start())
        place = Span(match.start(), len(text) if end < 0 else end)
        yield Problem(message="the quotation is not closed", span=place)


def _is_opening(text: str, match: re.Match[str], open_mark: str) -> bool:
    """Whether the mark opens a quotation, after *open_mark* of its kind; habits differ by language."""
    mark = match[0]
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    stands_before_words = bool(after) and not after.isspace() and after not in ".,;:!?)]"
    stands_behind_words = bool(before) and not before.isspace() and before not in "([—–-"
    if mark in "«»":
        # Written «so», « so » and »so«; a guillemet with a blank behind it is also an arrow.
        return mark == open_mark if open_mark else mark == "«" or stands_before_words
    if mark in '”"':
        # Written ”so” in Swedish; 12" is a measure.
        return not open_mark and stands_before_words and not stands_behind_words
    if mark == "“":
        # Written „so“ in German, and “so“ by mistake.
        return stands_before_words and open_mark != "„" and not (open_mark and stands_behind_words)
    return mark not in _ONLY_CLOSE
