"""What do the readers of all formats hand on: pieces of a page, and what the page says about itself?"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads the annotations at run time
from dataclasses import dataclass, field

from repurpose.model import BlockKind, Dropped, Note  # noqa: TC001 - as above

__all__ = ["Metadata", "Piece", "Reading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One unit of a page before it is known whether it belongs to the article."""

    kind: BlockKind
    text: str
    """Clean: NFC, single spaces, no bullet, number or markup; line ends only in code and tables."""
    lines: tuple[int, int]
    gap: int = 1
    """Blank lines above it in a text; 1 where the format has none."""
    level: int = 0
    group: int | None = None
    number: int | None = None
    bold: int = 0
    """Code points at its start that the source sets in bold."""
    label: tuple[int, int] | None = None
    """Where the label ends and where the body starts, in `text`."""
    is_link: bool = False
    """All its words are the text of one link or of several."""
    aside: str | None = None
    """What it belongs to, where that is no part of the article: ``navigation``, ``comments``, ``page footer``, ..."""
    speaker: str | None = None
    is_orphan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says about itself."""

    title: str | None = None
    subtitle: str | None = None
    description: str | None = None
    byline: str | None = None
    date: dt.date | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    author_caption: str | None = None
    author_hashtags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One stage's result; each stage takes pieces away or tells more about them."""

    pieces: tuple[Piece, ...]
    metadata: Metadata = field(default_factory=Metadata)
    dropped: tuple[Dropped, ...] = ()
