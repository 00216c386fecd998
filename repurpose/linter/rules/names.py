"""Is every name of a post the article's?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.linter.source import fold
from repurpose.model import PLATFORMS, Severity, Span
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document
    from repurpose.linter.source import Source

__all__ = ["name_not_in_source"]

_WORD = re.compile(r"(?<!\w)[^\W\d_]\w*(?:['’][^\W\d_]+)?")
_PARTS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[^\W_A-Za-z]+|[A-Z]|\d+")
_APOSTROPHE = re.compile("['’]")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
# After these a capital is no more than a beginning.
_OPENERS = frozenset(':"“‘«„(–—•●▪◦‣-/|>…[¿¡')
# What posts say of themselves and of where they stand.
_FREE = frozenset(
    {"i", "ok", "ps", "faq", "tldr", "diy", "new", "free", "twitter", "rt", "dm", "pdf", *map(fold, PLATFORMS)}
)
# In these every noun has a capital, so only a run of capitals says "name".
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_TITLE_SHARE = 0.75
_TITLE_WORDS = 3
_FORM_LETTERS = 4


@rule(
    "FCT002",
    "name-not-in-source",
    Severity.ERROR,
    why="A person, firm or place that the article does not name was invented, or is misspelt.",
    sources=("the project's first principle: every name of an output is in the article",),
    examples=(
        Example(
            bad=example_draft("Now Mark Zuckerberg leads it.", source="Alexandr Wang leads Meta’s lab."),
            good=example_draft("Now Alexandr Wang leads it.", source="Alexandr Wang leads Meta’s lab."),
        ),
        Example(
            bad=example_draft("The lab of Alexander Wang.", source="Alexandr Wang leads Meta’s lab."),
            good=example_draft("The lab of Wang, at Meta.", source="Alexandr Wang leads Meta’s lab."),
        ),
    ),
)
def name_not_in_source(document: Document) -> Iterator[Problem]:
    """A word with a capital inside a sentence, or with capitals inside itself, is nowhere in the article."""
    source = document.source
    if source is None:
        return
    phrases = [segment.span for segment in document.post.segments if segment.origin.startswith("phrase:")]
    if document.field != "text":
        phrases = []
    prose = document.prose
    for sentence in document.sentences:
        words = list(_WORD.finditer(prose, sentence.start, sentence.end))
        capitals = [match for match in words if match[0] != match[0].lower()]
        if not capitals or _is_title(words, capitals):
            continue
        runs = document.language in _CAPITAL_NOUNS
        for number, match in enumerate(capitals):
            word = _POSSESSIVE.sub("", match[0])
            is_inner = word[1:] != word[1:].lower()
            if not is_inner and (match.start() == words[0].start() or _opens(prose, match.start())):
                continue
            if runs and not is_inner and not _is_in_run(prose, capitals, number):
                continue
            if _is_said(word, source, document.language):
                continue
            place = Span(match.start(), match.start() + len(word))
            if not any(phrase.contains(place) for phrase in phrases):
                yield Problem(message=f"{word} is not in the article", span=place)


def _is_title(words: list[re.Match[str]], capitals: list[re.Match[str]]) -> bool:
    """Whether capitals are the style of the whole line and tell nothing; its first word has one anyway."""
    long_words = [match for match in words[1:] if len(match[0]) > 3]  # noqa: PLR2004 - "of" stays small
    begins = {match.start() for match in capitals}
    count = sum(match.start() in begins for match in long_words)
    return count >= _TITLE_WORDS and count > _TITLE_SHARE * len(long_words)


def _opens(prose: str, start: int) -> bool:
    before = prose[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in _OPENERS or before[-1] in ".!?"


def _is_in_run(prose: str, capitals: list[re.Match[str]], number: int) -> bool:
    near = [capitals[at] for at in (number - 1, number + 1) if 0 <= at < len(capitals)]
    here = capitals[number]
    return any(prose[min(here.end(), other.end()) : max(here.start(), other.start())] in (" ", "-") for other in near)


def _is_said(word: str, source: Source, language: str) -> bool:
    folded = fold(word)
    if folded in source.words or folded in _FREE or folded in stopwords(language):
        return True
    # Plural or singular of what the article has: "GPUs", "Americans".
    for ending in ("s", "es"):
        if folded.removesuffix(ending) in source.words or folded + ending in source.words:
            return True
    # Other languages decline names.
    if language != "en" and len(folded) > _FORM_LETTERS:
        stem = folded[: max(_FORM_LETTERS, len(folded) - 3)]
        if source.has_prefix(stem):
            return True
    # French and Italian elide before a name, Turkish declines it behind an apostrophe.
    elided = _APOSTROPHE.split(folded)
    if len(elided) > 1 and max(elided, key=len) in source.words:
        return True
    parts = _PARTS.findall(word)
    return len(parts) > 1 and all(fold(part) in source.words for part in parts)
