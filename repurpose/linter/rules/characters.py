"""Does every reader see, and every screen reader say, the characters that were meant?"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from repurpose.linter.rule import CONVENTION, Example, Problem, example_draft, rule
from repurpose.model import Fix, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["control_or_replacement", "fake_bold_letters", "invisible_character"]

# Mathematical letters, circled and squared letters; not the four squared ones that are emoji (🅰 🅱 🅾 🅿). One alone
# may be a formula's variable.
_FAKE = (
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169"
    "\U0001f172-\U0001f17d\U0001f180-\U0001f189]"
)
_FAKE_RUN = re.compile(f"{_FAKE}(?:[ '’.,-]?{_FAKE})+")
_FILLED = ((0x1F150, 26), (0x1F170, 26))  # white on black: Unicode gives these no plain form
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]+"
)
# Scripts in which a zero-width space parts words, and in which joiners choose a letter's shape.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc\u0e00-\u0eff]")
_MARK = "\ufeff"  # X refuses a post that has it
_ZERO_WIDTH_SPACE = "\u200b"
_JOINERS = frozenset("\u200c\u200d")
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff\U000f0000-\U0010ffff]+"
)
_LOST = "\ufffd"


@rule(
    "UNI001",
    "fake-bold-letters",
    Severity.ERROR,
    fix="safe",
    why="Screen readers spell these letters one by one or skip them, search does not find them, X counts each as two.",
    sources=(
        "adrianroselli.com, tests with six screen readers (March 2025)",
        "developers.buffer.com (character limits)",
    ),
    examples=(
        Example(
            bad=example_draft("This is 𝗵𝘂𝗴𝗲 news"),
            good=example_draft("This is huge news"),
            fixed="This is huge news",
        ),
    ),
)
def fake_bold_letters(document: Document) -> Iterator[Problem]:
    """Letters from the mathematical or enclosed alphabets stand in for bold, italic or script type."""
    text = document.text
    if text.isascii():
        return
    for match in _FAKE_RUN.finditer(text):
        meant = "".join(map(_meant, match[0]))
        yield Problem(
            message=f"{match[0]} is not text to a screen reader: write {meant}",
            span=Span(*match.span()),
            fix=Fix(replacement=meant, is_safe=True),
        )


def _meant(char: str) -> str:
    for first, count in _FILLED:
        if 0 <= ord(char) - first < count:
            return chr(ord("A") + ord(char) - first)
    return unicodedata.normalize("NFKC", char)


@rule(
    "UNI002",
    "invisible-character",
    Severity.WARNING,
    fix="safe",
    why="It is counted, breaks search, tags and links, and nobody sees why.",
    sources=("Unicode Standard 16.0, section 23.2, layout controls (2024)", CONVENTION),
    examples=(
        Example(
            bad=example_draft("Super\u00adintelli\u200bgence"),
            good=example_draft("Superintelligence for the 👩‍🚀"),
            fixed="Superintelligence",
        ),
    ),
)
def invisible_character(document: Document) -> Iterator[Problem]:
    """A character without width or ink: zero-width space, soft hyphen, byte order mark, filler."""
    text = document.text
    if text.isascii():
        return
    inside_emoji = [span for span in document.emojis if len(span) > 1]
    place = 0
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        while place < len(inside_emoji) and inside_emoji[place].end <= start:
            place += 1
        if place < len(inside_emoji) and inside_emoji[place].start <= start:
            continue
        if not _is_needed(text, start, end):
            yield Problem(
                message=" ".join(f"U+{ord(char):04X}" for char in match[0][:4]) + " cannot be seen",
                span=Span(start, end),
                severity=Severity.ERROR if document.profile.key == "x" and _MARK in match[0] else None,
                fix=Fix(replacement="", is_safe=True),
            )


def _is_needed(text: str, start: int, end: int) -> bool:
    """Whether the script around asks for the character."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    if set(text[start:end]) <= _JOINERS:
        # Beside an emoji it belongs to that, and another rule judges it.
        return bool(_JOINING.search(around)) or any(ord(char) > 0x2190 for char in around)  # noqa: PLR2004 - symbols
    return text[start:end] == _ZERO_WIDTH_SPACE and bool(_SPACELESS.search(around))


@rule(
    "UNI009",
    "control-or-replacement",
    Severity.ERROR,
    fix="safe",
    why="X refuses some of them; elsewhere they show as boxes. U+FFFD marks letters that were lost on the way.",
    sources=("twitter-text 3.1 (invalid characters)", "Unicode Standard 16.0, section 23.8, specials (2024)"),
    examples=(
        Example(bad=example_draft("Sal\x07ad pays"), good=example_draft("Salad\npays"), fixed="Salad pays"),
        Example(bad=example_draft("The caf\ufffd pays"), good=example_draft("The café pays")),
    ),
)
def control_or_replacement(document: Document) -> Iterator[Problem]:
    """A control, private, unassigned-for-ever or replacement character is in the text."""
    for match in _CONTROL.finditer(document.text):
        lost = _LOST in match[0]
        yield Problem(
            message="a letter was lost in decoding (U+FFFD)" if lost else f"U+{ord(match[0][0]):04X} is no character",
            span=Span(*match.span()),
            # What a replacement character stood for cannot be known here.
            fix=None if lost else Fix(replacement="", is_safe=True),
        )
