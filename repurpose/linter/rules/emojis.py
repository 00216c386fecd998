"""Are emoji few, whole and not used as words or bullets?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.linter.rule import CONVENTION, Example, Problem, example_draft, rule
from repurpose.model import Fix, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["broken_emoji_sequence", "emoji_as_bullet", "repeated_emoji", "too_many_emoji"]

_READ_ALOUD = (
    "digitalaccessibility.virginia.edu (social media, read 2026)",
    "ada.uky.edu/digital-accessibility/social-media (read 2026)",
)
_JOINER = "\u200d"
_SELECTOR = "\ufe0f"
_KEYCAP = "\u20e3"
# Parts of emoji that show as boxes, or as nothing, when they stand alone: joiner, selector, keycap, skin tone, half a
# flag, a tag character.
_PART = re.compile("[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]")
_LETTER_JOINS = re.compile(r"[^\W_\x00-\u02ff]")
_BULLET_LINES = 2


@rule(
    "EMO001",
    "too-many-emoji",
    Severity.WARNING,
    fix="unsafe",
    why="A screen reader reads each one out by its name; many of them bury the words.",
    sources=(*_READ_ALOUD, "the number per platform: habit with its source, in its profile"),
    examples=(
        Example(
            bad=example_draft("Salad pays 🥬🌱🚜🌞🎉💚🔥 best", platform="linkedin"),
            good=example_draft("Salad pays best 🥬", platform="linkedin"),
            fixed="Salad pays 🥬🌱🚜 best",
        ),
    ),
)
def too_many_emoji(document: Document) -> Iterator[Problem]:
    """A field carries more emoji than the brand or the platform's habit allows."""
    wanted = document.settings.emoji_on(document.profile.key)
    limit = document.profile.emoji.maximum if wanted is None else wanted
    surplus = document.emojis[limit:]
    if not surplus:
        return
    pieces = [document.text[one.end : other.start] for one, other in pairwise(surplus)]
    start = surplus[0].start
    # The space before the first goes with it, so that none is doubled or left at a line's end.
    while start and document.text[start - 1] == " ":
        start -= 1
    yield Problem(
        message=f"{len(document.emojis)} emoji, at most {limit} on {document.profile.name}",
        span=Span(start, surplus[-1].end),
        measured=len(document.emojis),
        limit=limit,
        unit="emoji",
        fix=Fix(replacement="".join(pieces), is_safe=False),
    )


@rule(
    "EMO002",
    "repeated-emoji",
    Severity.WARNING,
    fix="safe",
    why="Three rockets are read aloud as three rockets.",
    sources=("iamtamara.design (emoji and accessibility, read 2026)",),
    examples=(
        Example(bad=example_draft("We launch 🚀🚀🚀"), good=example_draft("We launch 🚀"), fixed="We launch 🚀"),
    ),
)
def repeated_emoji(document: Document) -> Iterator[Problem]:
    """The same emoji stands twice or more in a row."""
    text, emojis = document.text, document.emojis
    at = 0
    while at < len(emojis):
        first = last = emojis[at]
        at += 1
        while at < len(emojis) and _repeats(text, first, last, emojis[at]):
            last = emojis[at]
            at += 1
        if last is not first:
            yield Problem(
                message=f"{first.of(text)} more than once in a row",
                span=Span(first.start, last.end),
                fix=Fix(replacement=first.of(text), is_safe=True),
            )


def _repeats(text: str, first: Span, last: Span, following: Span) -> bool:
    return not text[last.end : following.start].strip(" ") and first.of(text) == following.of(text)


@rule(
    "EMO004",
    "emoji-as-bullet",
    Severity.WARNING,
    fix="safe",
    why="Each bullet is read aloud by name before its line; a plain bullet is skipped.",
    sources=(*_READ_ALOUD, "aims.edu (social media accessibility, read 2026)"),
    examples=(
        Example(
            bad=example_draft("What pays:\n✅ Salad\n✅ Herbs"),
            good=example_draft("What pays:\n• Salad\n• Herbs ✅"),
            fixed="What pays:\n• Salad\n• Herbs",
        ),
        Example(
            bad=example_draft("First:\n1️⃣ Dig\n2️⃣ Sow"),
            good=example_draft("First:\n1. Dig\n2. Sow"),
            fixed="First:\n1. Dig\n2. Sow",
        ),
    ),
)
def emoji_as_bullet(document: Document) -> Iterator[Problem]:
    """Two or more lines in a row begin with an emoji as if it were a bullet."""
    if len(document.emojis) < _BULLET_LINES:
        return
    begins = {span.start: span for span in document.emojis}
    run: list[Span] = []
    for line in (*document.lines, None):
        bullet = begins.get(line.start) if line else None
        if line and bullet and document.text[bullet.end : line.end].strip():
            run.append(bullet)
            continue
        if len(run) >= _BULLET_LINES:
            yield from (_bullet(document.text, span) for span in run)
        run = []


def _bullet(text: str, emoji: Span) -> Problem:
    drawn = emoji.of(text)
    plain = f"{drawn[0]}." if drawn.endswith(_KEYCAP) and drawn[0].isdigit() else "•"
    space = "" if text[emoji.end : emoji.end + 1].isspace() else " "
    return Problem(message=f"{drawn} as a bullet", span=emoji, fix=Fix(replacement=plain + space, is_safe=True))


@rule(
    "EMO007",
    "broken-emoji-sequence",
    Severity.ERROR,
    fix="safe",
    why="Half an emoji shows as a box, a letter or nothing; something cut the text in the middle of one.",
    sources=("Unicode Technical Standard 51, Unicode Emoji, 16.0 (2024)", CONVENTION),
    examples=(
        Example(bad=example_draft("We launch 👩\u200d"), good=example_draft("We launch 👩‍🚀"), fixed="We launch 👩"),
        Example(bad=example_draft("Team \U0001f3fd"), good=example_draft("Team 👍🏽"), fixed="Team"),
    ),
)
def broken_emoji_sequence(document: Document) -> Iterator[Problem]:
    """A joiner, skin tone, selector or half a flag stands without the emoji that it belongs to."""
    text = document.text
    if text.isascii():
        return
    whole = [span for span in document.emojis if not (len(span) == 1 and _PART.match(text, span.start))]
    # The last one stands behind the text, where nothing touches it.
    ends = iter((*whole, Span(len(text) + 1, len(text) + 1)))
    current = next(ends)
    previous_end = -1
    for match in _PART.finditer(text):
        at = match.start()
        while at >= current.end:
            previous_end = current.end
            current = next(ends)
        if at >= current.start or not _is_broken(text, at, follows_emoji=at == previous_end, next_emoji=current.start):
            continue
        # What stood between spaces leaves one of them.
        start = at - 1 if text[at - 1 : at] == " " and text[at + 1 : at + 2] in ("", " ", "\n") else at
        yield Problem(
            message="part of an emoji without the rest", span=Span(start, at + 1), fix=Fix(replacement="", is_safe=True)
        )


def _is_broken(text: str, at: int, *, follows_emoji: bool, next_emoji: int) -> bool:
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char == _JOINER:
        # Between letters that join it is spelling, and between two whole emoji it only failed to join them.
        joins_letters = bool(_LETTER_JOINS.match(before)) or bool(_LETTER_JOINS.match(after))
        return not joins_letters and not (follows_emoji and next_emoji == at + 1)
    if char == _SELECTOR:
        # Harmless after a character that has an emoji form, even where the pair is in no list.
        return follows_emoji or not before or before.isalnum() or before.isspace() or before in (_JOINER, _SELECTOR)
    if char == _KEYCAP:
        return not (before.isdigit() or before in ("#", "*"))
    return True
