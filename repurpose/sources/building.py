"""How do pieces become an Article: one canonical text, and blocks that point into it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.model import Article, Block, Dropped, Span

if TYPE_CHECKING:
    from repurpose.sources.pieces import Piece, Reading

__all__ = ["build_article"]

_BLANK_LINE = "\n\n"


def build_article(reading: Reading, *, language: str) -> Article:
    """The article that *reading* holds, in *language* (BCP 47)."""
    blocks: list[Block] = []
    start = 0
    for piece in reading.pieces:
        blocks.append(_block(piece, start))
        start += len(piece.text) + len(_BLANK_LINE)
    metadata = reading.metadata
    return Article(
        text=_BLANK_LINE.join(piece.text for piece in reading.pieces),
        blocks=tuple(blocks),
        title=metadata.title,
        subtitle=metadata.subtitle,
        description=metadata.description,
        language=language,
        byline=metadata.byline,
        date=metadata.date,
        url=metadata.url,
        tags=metadata.tags,
        author_caption=metadata.author_caption,
        author_hashtags=metadata.author_hashtags,
        notes=metadata.notes,
        dropped=tuple(sorted(reading.dropped, key=_first_line)),
    )


def _block(piece: Piece, start: int) -> Block:
    end = start + len(piece.text)
    label = body = None
    if piece.label is not None:
        label, body = Span(start, start + piece.label[0]), Span(start + piece.label[1], end)
    return Block(
        kind=piece.kind,
        span=Span(start, end),
        lines=piece.lines,
        level=piece.level,
        group=piece.group,
        number=piece.number,
        label=label,
        body=body,
        speaker=piece.speaker,
        is_orphan=piece.is_orphan,
    )


def _first_line(dropped: Dropped) -> int:
    return dropped.lines[0]
