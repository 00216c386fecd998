"""How is a post put together from pieces that know where they come from?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.model import Segment, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repurpose.model import Rendition

__all__ = ["Copy", "Piece", "joined", "listed", "segments", "text_of"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and where they come from."""

    text: str
    origin: str
    """As in `repurpose.model.Segment`; ``layout`` for white space and bullets, which become no segment."""
    sources: tuple[Span, ...] = ()


Copy = tuple[Piece, ...]
"""A stretch of a post: pieces that stand one after the other without anything between."""


def joined(parts: Iterable[Copy], between: str = "\n\n") -> Copy:
    """All non-empty *parts* with white space *between* them."""
    result: list[Piece] = []
    for part in parts:
        if not part:
            continue
        if result:
            result.append(Piece(between, "layout"))
        result.extend(part)
    return tuple(result)


def text_of(copy: Copy) -> str:
    """The words of *copy*."""
    return "".join(piece.text for piece in copy)


def segments(copy: Copy) -> tuple[Segment, ...]:
    """Where each stretch of ``text_of(copy)`` comes from."""
    result: list[Segment] = []
    start = 0
    for piece in copy:
        end = start + len(piece.text)
        if piece.origin != "layout" and piece.text:
            result.append(Segment(span=Span(start, end), origin=piece.origin, sources=piece.sources))
        start = end
    return tuple(result)


def listed(rendition: Rendition, bullet: str) -> tuple[Copy, tuple[Copy, ...]]:
    """A list's lead-in, and its items with their numbers or *bullet* before them."""
    own = {span for item in rendition.items for span in item.spans}
    lead = tuple(span for span in rendition.spans if span not in own)
    # A lead-in that stands nowhere in the text is the article's title.
    head = (Piece(rendition.text, "article" if lead else "title", lead),)
    items = tuple(
        (
            Piece(f"{number}. " if rendition.is_ordered else bullet, "layout"),
            Piece(item.text, "article", item.spans),
        )
        for number, item in enumerate(rendition.items, start=1)
    )
    return head, items
