"""
What can go wrong on purpose, as one tree.

RepurposeError
├── UsageError            the caller asked for something that does not exist
│   └── UnknownName       ... a platform, format, theme, size or language; says what is known
├── SettingsError         a settings, theme, phrase or profile file is wrong; holds every problem found
├── SourceError           an article could not be read
│   ├── EmptySource       ... because nothing readable is in it
│   ├── UnreadableSource  ... because it is damaged, no text, or more than any article
│   ├── AddressRefused    ... because its address is not public http(s)
│   ├── FetchFailed       ... because its address gives none, now and later
│   └── TryLater          ... for now: its server is slow, busy or out of reach
├── CardError             a card cannot be rendered (text too long, a glyph no font has)
└── WriteError            a file could not be written; what was there is untouched

Findings are values, never exceptions: an error means that the job could not be done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "AddressRefused",
    "CardError",
    "EmptySource",
    "FetchFailed",
    "RepurposeError",
    "SettingsError",
    "SourceError",
    "TryLater",
    "UnknownName",
    "UnreadableSource",
    "UsageError",
    "WriteError",
]


class RepurposeError(Exception):
    """Base of every error raised on purpose: says what, where and what would work."""


class UsageError(RepurposeError):
    """The call asks for something that cannot be done as asked."""


class UnknownName(UsageError):
    """A name that is not one of the known ones; suggests the nearest."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known: Sequence[str] = tuple(known)
        super().__init__(f"unknown {kind} '{name}'{did_you_mean(name, self.known)}; known: {', '.join(self.known)}")


class SettingsError(RepurposeError):
    """A file of settings is wrong; every problem is named with its path."""

    def __init__(self, where: str, problems: Iterable[str]) -> None:
        self.where = where
        self.problems: Sequence[str] = tuple(problems)
        lines = "".join(f"\n  {problem}" for problem in self.problems)
        super().__init__(f"{where}: {len(self.problems)} problem{'s' if len(self.problems) != 1 else ''}{lines}")


class SourceError(RepurposeError):
    """An article could not be read."""


class EmptySource(SourceError):
    """The source holds no article."""


class UnreadableSource(SourceError):
    """The source is damaged, no text, or larger or denser than any article."""


class AddressRefused(SourceError):
    """An address that is never asked: private, odd, or not http(s)."""


class FetchFailed(SourceError):
    """An address gives no article, and would not the next time either."""


class TryLater(SourceError):
    """An address gives no article now; it may in an hour."""


class CardError(RepurposeError):
    """A card cannot be rendered as asked."""


class WriteError(RepurposeError):
    """A file could not be written; what was there before is untouched."""


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """``" (did you mean 'x'?)"`` when one of *known* is near to *name*, else nothing."""
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
