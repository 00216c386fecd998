"""Are words, marks and spaces where a careful writer puts them?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.rule import CONVENTION, Example, Problem, example_draft, rule
from repurpose.model import Fix, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["exclamation_run", "odd_spacing", "repeated_word", "sentence_cut"]

_REPEATED = re.compile(r"(?<![\w'’#@-])([^\W\d_]+)[ \t]+\1(?![\w'’-])", re.IGNORECASE)
# English words that nobody doubles on purpose; "that that" and "had had" are grammar.
_NEVER_DOUBLED = frozenset(
    {"the", "a", "an", "of", "to", "in", "and", "is", "for", "on", "with", "it", "as", "at", "by", "from", "be", "are"}
    | {"was", "were", "this", "or", "but", "you", "we", "they", "i", "he", "she", "can", "will", "not", "if", "its"}
    | {"our", "your", "their", "my", "his", "her", "has", "have", "do", "does", "into", "than", "then", "what", "which"}
)
_RUN = re.compile(r"[!！]{2,}|[?？]{2,}(?![!！])|[?!？！]{2,}")
# Before the marks of the last alternative a French writer puts a space on purpose.
_SPACING = re.compile(
    r"(?P<trailing>(?<![ \t])[ \t]+$)|(?P<double>(?<=\S)[ ]{2,}(?=\S))|(?P<lines>\n{4,})"
    r"|(?P<before>(?<=\w)[ ]+(?=[,.](?:\s|$)))|(?P<wide>(?<=\w)[ ]+(?=[;:!?]+(?:\s|$)))",
    re.MULTILINE,
)
_BLANKS = (" ", "\t")
_SPACING_MARKS = ("  ", "\t", " \n", " ,", " .", " ;", " :", " !", " ?", "\n\n\n\n")
_SPACED_MARKS = frozenset({"fr", "und"})
_ITEM = re.compile(r"\s*(?:[•●▪◦‣*–—→-]|\d{1,2}[.)]|[^\w\s\"'“‘«„(\[])\s*")
_ENDS_WELL = frozenset(".!?…:;。！？؟।॥\"'”’»)]}›」』|/")
# What a sentence in English cannot end with; "what for", "come in", "it is" can.
_HANGING = re.compile(
    r"(?<!\w)(?:the|a|an|and|or|of|with|from|into|because|although|while|whose|than|every|their|our|your|my|its|and/or)\Z",
    re.IGNORECASE,
)
_OPEN_MARKS = frozenset(",–—-(")
_MINIMUM_WORDS = 6
_TAIL = 40


@rule(
    "STY004",
    "repeated-word",
    Severity.WARNING,
    fix="safe",
    why='The eye skips "the the" when writing and trips over it when reading.',
    sources=("proselint 0.16 (lexical illusions)", "Vale (Repetition)"),
    examples=(
        Example(
            bad=example_draft("Salad is the the best crop"),
            good=example_draft("I know that that salad in Walla Walla pays"),
            fixed="Salad is the best crop",
        ),
    ),
)
def repeated_word(document: Document) -> Iterator[Problem]:
    """An English function word stands twice in a row."""
    for match in _REPEATED.finditer(document.text):
        if match[1].lower() not in _NEVER_DOUBLED or document.language not in ("en", "und"):
            continue
        if document.has_in_source(match[0]):
            continue
        yield Problem(
            message=f"“{match[0]}”",
            span=Span(*match.span()),
            fix=Fix(replacement=match[1], is_safe=True),
        )


@rule(
    "STY006",
    "exclamation-run",
    Severity.WARNING,
    fix="safe",
    why="One mark says it; three shout, and some screen readers say each.",
    examples=(
        Example(bad=example_draft("Salad pays!!!"), good=example_draft("Salad pays! Really?!"), fixed="Salad pays!"),
        Example(bad=example_draft("Salad pays?!?!"), good=example_draft("Salad pays?!"), fixed="Salad pays?!"),
    ),
)
def exclamation_run(document: Document) -> Iterator[Problem]:
    """Exclamation or question marks stand in a row."""
    text = document.text
    if not any(pair in text for pair in ("!!", "??", "!?", "?!", "！", "？")):
        return
    links = [entity.span for entity in document.urls]
    for match in _RUN.finditer(text):
        marks = set(match[0])
        meant = match[0][0] if len(marks) == 1 else "?!"
        if len(match[0]) == len(meant) or any(link.contains(Span(*match.span())) for link in links):
            continue
        if not document.has_in_source(text[max(0, match.start() - 12) : match.end()]):
            yield Problem(
                message=f"{match[0][:12]} where {meant} is enough",
                span=Span(*match.span()),
                fix=Fix(replacement=meant, is_safe=True),
            )


@rule(
    "STY009",
    "odd-spacing",
    Severity.WARNING,
    fix="safe",
    why="Double spaces and spaces before a comma look careless, and they count.",
    examples=(
        Example(
            bad=example_draft("Salad  pays , always. \n\n\n\nHerbs too."),
            good=example_draft("Salad pays, always.\n\nHerbs too."),
            fixed="Salad pays, always.\n\n\nHerbs too.",
        ),
    ),
)
def odd_spacing(document: Document) -> Iterator[Problem]:
    """Doubled spaces, a space before punctuation, blanks at a line's end, or more than two blank lines."""
    text = document.text
    if not (any(mark in text for mark in _SPACING_MARKS) or text[-1:] in _BLANKS):
        return
    for match in _SPACING.finditer(text):
        kind = match.lastgroup or ""
        if kind == "wide" and document.language in _SPACED_MARKS:
            continue
        message, meant = _SPACING_ADVICE[kind]
        yield Problem(message=message, span=Span(*match.span()), fix=Fix(replacement=meant, is_safe=True))


_SPACING_ADVICE = {
    "trailing": ("blanks at the end of a line", ""),
    "double": ("more than one space", " "),
    "lines": ("more than two blank lines", "\n\n\n"),
    "before": ("a space before the mark", ""),
    "wide": ("a space before the mark", ""),
}


@rule(
    "STY015",
    "sentence-cut",
    Severity.ERROR,
    scope="post",
    why="A sentence that stops in the middle looks like a broken tool, and says something else than the article.",
    sources=(CONVENTION,),
    examples=(
        Example(
            bad=example_draft(
                "Salad leaves were the surprise because they",
                source="Salad leaves were the surprise because they sold.",
            ),
            good=example_draft("Salad leaves were the surprise", source="Salad leaves were the surprise. They sold."),
        ),
        Example(bad=example_draft("It sold well because of the"), good=example_draft("It sold well because of 🥬")),
    ),
)
def sentence_cut(document: Document) -> Iterator[Problem]:
    """The last sentence of a post stops inside a clause or a word."""
    spans = document.sentences
    if not spans:
        return
    last = spans[-1]
    said = last.of(document.prose).rstrip()
    was_cut = said.endswith(("…", "..."))
    if was_cut and _is_taken_up(document):
        return
    stretch = said.rstrip(".… ") if was_cut else said
    if not stretch or (stretch[-1] in _ENDS_WELL and not was_cut):
        return
    if _ITEM.match(stretch) or not (stretch[-1].isascii() or stretch[-1].isalpha()):
        return
    if "://" in stretch.split()[-1]:
        # The words of an address are none of the sentence's.
        return
    place = Span(last.start, last.start + len(said))
    hangs = (stretch[-1] in _OPEN_MARKS and stretch[-2:-1].isalnum()) or (
        _HANGING.search(stretch[-_TAIL:]) and document.language in ("en", "und")
    )
    # A tag, mention, link or emoji behind it may be what the sentence ends with.
    follows = document.text[place.end :].partition("\n")[0].strip()
    if hangs and not was_cut and not follows and not document.has_in_source(f"{stretch}\n"):
        yield Problem(message="the sentence stops in the middle", span=place)
    elif document.source and len(stretch.split()) >= _MINIMUM_WORDS and _goes_on(stretch, document.source.text):
        yield Problem(message="the article's sentence goes on here", span=place)


def _is_taken_up(document: Document) -> bool:
    """Whether the next post of a thread says that it goes on with this one's sentence."""
    following = document.draft.posts[document.index + 1 : document.index + 2]
    return any(re.match(r"(?:\S{1,7} )?…", post.text) for post in following)


def _goes_on(stretch: str, source: str) -> bool:
    """Whether *source* says *stretch* and everywhere continues in the middle of the clause or word."""
    tail = stretch[-_TAIL:]
    start = source.find(tail)
    if start < 0:
        return False
    while start >= 0:
        after = source[start + len(tail) : start + len(tail) + len(" https://")]
        # An address behind a sentence is none of its words.
        has_address = "://" in after
        if not (after[:1].isalnum() or (after[:1] == " " and after[1:2].islower() and not has_address)):
            return False
        start = source.find(tail, start + len(tail))
    return True
