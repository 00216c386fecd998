"""Is every name of a post the article's?"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from repurpose.linter.folding import fold
from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import PLATFORM_ALIASES, PLATFORMS, Severity, Span
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
_FREE = frozenset({"i", "ok", "ps", "faq", "tldr", "diy", "new", "free", "rt", "dm", "pdf"})
# In these every noun has a capital, so only a run of capitals says "name".
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_POINTS_TO = re.compile(r"(?<!\w)(?:on|via|our|auf|bei|sur|en|su|op|via|no|na|в|у) $", re.IGNORECASE)
_NEAR = 6
_TITLE_SHARE = 0.85
_TITLE_WORDS = 3
_FORM_LETTERS = 4
_CLOSERS = "\"'”’»“›)]* "
# Alexander and Alexandr, but not Michael and Alexandr.
_ALIKE = 0.8
_LONGEST = 40
_GOES_ON = re.compile(r" [^\W\d_A-Z]{2}")
# How the origins of words begin that are ours or the brand's.
_OURS = ("phrase:", "templates:", "settings")
# Of openings such as "Leading Wang's lab" and "Reportedly Wang".
_VERB_ENDINGS = ("ing", "ed", "ly")


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
        Example(
            bad=example_draft("Alexander Wang leads a lab.", source="The lab of Alexandr Wang at Meta."),
            good=example_draft("Alexandr Wang leads a lab.", source="The lab of Alexandr Wang at Meta."),
        ),
        Example(
            bad=example_draft("Meta owns Facebook, Instagram, TikTok.", source="Meta owns Facebook and Instagram."),
            good=example_draft("Meta Owns Facebook: Here Is What It Means", source="Meta owns Facebook."),
        ),
    ),
)
def name_not_in_source(document: Document) -> Iterator[Problem]:
    """A word with a capital inside a sentence, or with capitals inside itself, is nowhere in the article."""
    source = document.source
    if source is None:
        return
    phrases = [segment.span for segment in document.post.segments if segment.origin.startswith(_OURS)]
    if document.field != "text":
        phrases = []
    prose = document.prose
    for sentence in document.sentences:
        words = list(_WORD.finditer(prose, sentence.start, sentence.end))
        capitals = [match for match in words if match[0] != match[0].lower()]
        if not capitals or _is_title(words, capitals, sentence.of(prose)):
            continue
        runs = document.language in _CAPITAL_NOUNS
        for number, match in enumerate(capitals):
            word = _POSSESSIVE.sub("", match[0])
            place = Span(match.start(), match.start() + len(word))
            is_inner = word[1:] != word[1:].lower()
            if not is_inner and (match.start() == words[0].start() or _opens(prose, match.start())):
                problem = _first_name(word, place, _next_to(prose, capitals, number), document)
            elif (
                (runs and not is_inner and not _is_in_run(prose, capitals, number))
                or _is_where_posts_stand(word, prose[max(0, place.start - _NEAR) : place.start], document.profile.key)
                or _is_said(word, source, document)
            ):
                problem = None
            else:
                problem = Problem(message=f"{word} is not in the article", span=place)
            if problem and not any(phrase.contains(place) for phrase in phrases):
                yield problem


def _is_title(words: list[re.Match[str]], capitals: list[re.Match[str]], line: str) -> bool:
    """Whether capitals are the style of the whole line and tell nothing; its first word has one anyway."""
    if line.rstrip(_CLOSERS).endswith((".", "。")):
        return False
    long_words = [match for match in words[1:] if len(match[0]) > 3]  # noqa: PLR2004 - "of" stays small
    begins = {match.start() for match in capitals}
    count = sum(match.start() in begins for match in long_words)
    # "Facebook, Instagram, TikTok" is a list of names.
    return count >= _TITLE_WORDS and count > _TITLE_SHARE * len(long_words) and line.count(",") * 2 < count


def _opens(prose: str, start: int) -> bool:
    before = prose[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in _OPENERS or before[-1] in ".!?"


def _next_to(prose: str, capitals: list[re.Match[str]], number: int) -> re.Match[str] | None:
    """The word with a capital directly after one."""
    following = capitals[number + 1] if number + 1 < len(capitals) else None
    return following if following and prose[capitals[number].end() : following.start()] == " " else None


def _first_name(word: str, place: Span, following: re.Match[str] | None, document: Document) -> Problem | None:
    """
    What is wrong with the *word* that opens a sentence, if *following* is a name.

    Its capital tells nothing, so it is judged only before a name that the article has behind another word: as an error
    where the two are spelt alike, as a warning where it stands like a first name ("Michael Wang has built").
    """
    source = document.source
    if source is None or following is None:
        return None
    name = _POSSESSIVE.sub("", following[0])
    known = source.before_names.get(fold(name), {})
    if not known or _is_said(word, source, document):
        return None
    folded = fold(word)
    for other in known:
        if max(len(word), len(other)) <= _LONGEST and get_close_matches(folded, (fold(other),), cutoff=_ALIKE):
            return Problem(message=f"{word} is not in the article, {other} {name} is", span=place)
    is_subject = name == following[0] and bool(_GOES_ON.match(document.prose, following.end()))
    first_names = [other for other, is_inside in known.items() if is_inside]
    if len(first_names) != 1 or not is_subject or folded.endswith(_VERB_ENDINGS) or document.language in _CAPITAL_NOUNS:
        return None
    return Problem(
        message=f"{word} is not in the article, {first_names[0]} {name} is", span=place, severity=Severity.WARNING
    )


def _is_in_run(prose: str, capitals: list[re.Match[str]], number: int) -> bool:
    near = [capitals[at] for at in (number - 1, number + 1) if 0 <= at < len(capitals)]
    here = capitals[number]
    return any(prose[min(here.end(), other.end()) : max(here.start(), other.start())] in (" ", "-") for other in near)


def _is_where_posts_stand(word: str, before: str, platform: str) -> bool:
    """Whether *word* is the platform's own name, or that of another one which the post points to."""
    key = fold(word)
    key = PLATFORM_ALIASES.get(key, key)
    return key == platform or (key in PLATFORMS and bool(_POINTS_TO.search(before)))


def _is_said(word: str, source: Source, document: Document) -> bool:
    folded, language = fold(word), document.language
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
