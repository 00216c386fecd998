"""Do the hashtags work, are they few, and do they speak of the article?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.folding import fold, squeeze
from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Fix, Severity, Span
from repurpose.text.counting import graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.linter.document import Document
    from repurpose.linter.source import Source
    from repurpose.text.entities import Entity

__all__ = ["duplicate_hashtag", "glued_hashtags", "hashtag_not_in_source", "invalid_hashtag", "too_many_hashtags"]

_HASHES = "#＃"
_GLUED = re.compile(r"(?<![\w/&#＃])[#＃]\w+(?:[#＃]\w+)+")
# What a person meant as one tag and platforms cut at the mark: #AI-driven, #R&D, #C++.
_CUT = re.compile(r"(?<![\w/&#＃])[#＃](\w+)(?:(?:[-‐‑&.+][^\W_]\w*)+|\+\+)(?![\w/@])")
_JOINERS = re.compile(r"[-‐‑&.+]+")
_DIGITS = re.compile(r"(?<![\w/&#＃])[#＃](\d+)(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TAG_BEFORE = re.compile(r"[#＃]\w+\s+\Z")
_TAG_AFTER = re.compile(r"\s+[#＃]\w")
_CAMEL = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+|[^\W\d_a-zA-Z]+")
_SMALL_WORDS = frozenset({"a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "at", "by", "my", "our", "is"})
# Of two words with a common beginning of this share, one is taken for a form of the other: "tech" and "technology"
# are told by the second figure, letters that are enough by themselves.
_SHARE = 0.7
# How far a row of tags is followed: far enough for any real one, and a bound for a text of nothing else.
_NEAR = 300
_LETTERS = 4


def _stands_apart(text: str, tag: Span) -> bool:
    """Whether *tag* stands in a row of tags or at the end, so that it can go without leaving a hole in a sentence."""
    before = text[max(0, tag.start - _NEAR) : tag.start].rsplit("\n", 1)[-1].split()
    after = text[tag.end : tag.end + _NEAR].split("\n", 1)[0].split()
    return all(word[0] in _HASHES for word in after) and (
        not before or before[-1][0] in _HASHES or before[-1][-1] in ".!?…:)”\"'" or not before[-1][-1].isalnum()
    )


def _without(text: str, tag: Span) -> tuple[Span, str]:
    """What to replace by what to take *tag* away: with the space before it, or only its mark inside a sentence."""
    if not _stands_apart(text, tag):
        return tag, text[tag.start + 1 : tag.end]
    start, end = tag.start, tag.end
    while start and text[start - 1] in " \t":
        start -= 1
    if start == 0 or text[start - 1] == "\n":
        # First of its line: the space after it goes; the line itself when nothing else is on it.
        start = tag.start
        while end < len(text) and text[end] in " \t":
            end += 1
        if end == len(text) or text[end] == "\n":
            while start and text[start - 1] in "\n \t":
                start -= 1
            if start == 0:
                while end < len(text) and text[end] == "\n":
                    end += 1
    return Span(start, end), ""


def _removal(text: str, tags: Sequence[Entity]) -> tuple[Span, str]:
    """One replacement that takes all of *tags* away, in order."""
    edits = [_without(text, tag.span) for tag in tags]
    start, end = edits[0][0].start, max(span.end for span, _ in edits)
    pieces: list[str] = []
    at = start
    for span, replacement in edits:
        pieces += (text[at : max(at, span.start)], replacement)
        at = max(at, span.end)
    return Span(start, end), "".join(pieces)


def _is_inside(match: re.Match[str], links: Sequence[Span]) -> bool:
    return any(link.start <= match.start() < link.end for link in links)


@rule(
    "TAG001",
    "too-many-hashtags",
    Severity.WARNING,
    fix="safe",
    why="More tags than a platform likes read as spam; Instagram and Threads refuse or ignore the surplus.",
    sources=("each platform's own habit with its source and date, in its profile (`repurpose platforms`)",),
    examples=(
        Example(
            bad=example_draft("Salad pays.\n\n#Salad #Garden #Beds #Food #City #Soil #Sun", platform="instagram"),
            good=example_draft("Salad pays.\n\n#Salad #Garden #Beds", platform="instagram"),
            fixed="Salad pays.\n\n#Salad #Garden #Beds #Food #City",
        ),
    ),
)
def too_many_hashtags(document: Document) -> Iterator[Problem]:
    """A field carries more hashtags than its platform allows or likes; the last ones can go."""
    tags = document.hashtags
    if not tags:
        return
    habit = document.profile.hashtags
    wanted = document.settings.platform.get(document.profile.key)
    limit = habit.maximum if wanted is None or wanted.hashtags is None else wanted.hashtags
    if len(tags) <= limit:
        return
    span, replacement = _removal(document.text, tags[limit:])
    takes = f"{document.profile.name} {'allows' if habit.is_hard else 'likes'} {limit or 'none'}"
    yield Problem(
        message=f"{len(tags)} hashtag{'s' if len(tags) > 1 else ''}, {takes}",
        span=span,
        measured=len(tags),
        limit=limit,
        unit="hashtags",
        severity=Severity.ERROR if habit.is_hard and len(tags) > habit.maximum else None,
        fix=Fix(replacement=replacement, is_safe=True),
    )


@rule(
    "TAG002",
    "duplicate-hashtag",
    Severity.WARNING,
    fix="safe",
    why="The second one adds nothing and costs a place; case does not make another tag.",
    examples=(
        Example(
            bad=example_draft("Salad pays. #Garden #garden"),
            good=example_draft("Salad pays. #Garden #Salad"),
            fixed="Salad pays. #Garden",
        ),
    ),
)
def duplicate_hashtag(document: Document) -> Iterator[Problem]:
    """The same hashtag stands twice in one field."""
    seen: set[str] = set()
    for tag in document.hashtags:
        key = tag.text[1:].casefold()
        if key in seen:
            span, replacement = _without(document.text, tag.span)
            yield Problem(message=f"{tag.text} again", span=span, fix=Fix(replacement=replacement, is_safe=True))
        seen.add(key)


@rule(
    "TAG003",
    "invalid-hashtag",
    Severity.ERROR,
    fix="unsafe",
    why="Digits alone never become a link, and a tag ends at the first mark: #AI-driven links to #AI.",
    sources=("twitter-text 3.1 (hashtag rules and conformance tests)", "docs.bsky.app (rich text: tag length)"),
    examples=(
        Example(
            bad=example_draft("The plan is set. #2026 #Salad"),
            good=example_draft("The plan for 2026 is set. #Plan2026"),
            fixed="The plan is set. 2026 #Salad",
        ),
        Example(
            bad=example_draft("New: #AI-driven gardens."),
            good=example_draft("New: #AIDriven gardens."),
            fixed="New: #AIdriven gardens.",
        ),
    ),
)
def invalid_hashtag(document: Document) -> Iterator[Problem]:
    """A hashtag will not link as written: only digits, cut at a punctuation mark, or too long for the platform."""
    text = document.text
    if "#" not in text and "＃" not in text:
        return
    links = [entity.span for entity in document.urls]
    for match in _DIGITS.finditer(text):
        # A year, or a number among other tags, was meant as a tag; "We are #1" is prose.
        meant = (
            _YEAR.fullmatch(match[1])
            or _TAG_AFTER.match(text, match.end())
            or _TAG_BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
        )
        if meant and not _is_inside(match, links):
            yield Problem(
                message=f"{match[0]} has only digits, so it is no link",
                span=Span(*match.span()),
                fix=Fix(replacement=match[0][1:], is_safe=False),
            )
    # Bluesky's tags run to the next white space.
    if document.profile.key != "bluesky":
        for match in _CUT.finditer(text):
            if not match[1].isdigit() and not _is_inside(match, links):
                joined = _JOINERS.sub("", match[0])
                yield Problem(
                    message=f"{match[0]} links only to #{match[1]}",
                    span=Span(*match.span()),
                    fix=Fix(replacement=joined, is_safe=False) if joined[1:] != match[1] else None,
                )
    limit = document.profile.hashtags.maximum_length
    for tag in document.hashtags if limit else ():
        if limit and (measured := graphemes(tag.text) - 1) > limit:
            yield Problem(
                message=f"{measured} characters, a hashtag on {document.profile.name} has at most {limit}",
                span=tag.span,
                measured=measured,
                limit=limit,
                unit="graphemes",
            )


@rule(
    "TAG004",
    "glued-hashtags",
    Severity.ERROR,
    fix="safe",
    why="Without a space between them only the first becomes a link, and the line looks broken.",
    sources=("twitter-text 3.1 (hashtag rules and conformance tests)",),
    examples=(
        Example(
            bad=example_draft("Salad pays. #Salad#Garden"),
            good=example_draft("Salad pays. #Salad #Garden"),
            fixed="Salad pays. #Salad #Garden",
        ),
    ),
)
def glued_hashtags(document: Document) -> Iterator[Problem]:
    """Two hashtags stand together without a space."""
    if document.text.count("#") + document.text.count("＃") <= 1:
        return
    links = [entity.span for entity in document.urls]
    for match in _GLUED.finditer(document.text):
        if _is_inside(match, links):
            continue
        parted = re.sub(r"(?<=\w)(?=[#＃])", " ", match[0])
        yield Problem(
            message=f"{match[0]} is not parted by spaces",
            span=Span(*match.span()),
            fix=Fix(replacement=parted, is_safe=True),
        )


@rule(
    "TAG009",
    "hashtag-not-in-source",
    Severity.WARNING,
    fix="unsafe",
    why="A tag that the article never mentions is a typing error or a promise that the article does not keep.",
    examples=(
        Example(
            bad=example_draft("Salad pays. #Carrerbook #Salad", source="Salad pays for the garden."),
            good=example_draft("Salad pays. #SaladGarden", source="Salad pays for the garden."),
            fixed="Salad pays. #Salad",
        ),
    ),
)
def hashtag_not_in_source(document: Document) -> Iterator[Problem]:
    """A hashtag's words are neither in the article or its metadata nor in the brand's own tags."""
    if document.source is None:
        return
    for tag in document.hashtags:
        if not _is_said(tag.text[1:], document.source):
            span, replacement = _without(document.text, tag.span)
            yield Problem(
                message=f"{tag.text}: the article does not speak of it",
                span=span,
                fix=Fix(replacement=replacement, is_safe=False),
            )


def _is_said(tag: str, source: Source) -> bool:
    """Whether the article has *tag* as a phrase, word by word, or as the initials of a phrase."""
    squeezed = squeeze(tag)
    if squeezed in source.squeezed:
        return True
    return all(_has_form(fold(word), source) for word in _CAMEL.findall(tag.replace("_", " ")))


def _has_form(word: str, source: Source) -> bool:
    if word in source.words or word in _SMALL_WORDS:
        return True
    if len(word) < _LETTERS:
        return False
    stem = word[: max(_LETTERS, round(len(word) * _SHARE))]
    return source.has_prefix(stem) or any(word[:end] in source.words for end in range(_LETTERS, len(word)))
