"""What did the author write for other places than the page: a caption, hashtags, a disclaimer, a sponsor's name?"""

from __future__ import annotations

import re
from dataclasses import replace

from repurpose.model import BlockKind, Dropped, Note
from repurpose.sources.furniture.hashtags import find_hashtags, is_hashtag_line, sound_hashtags
from repurpose.sources.furniture.lines import REASONS, furniture_kind
from repurpose.sources.pieces import Piece, Reading

__all__ = ["take_authored"]

_MARKER = re.compile(r"^([^:：\n]{3,40})[:：]\s*(.*)$", re.DOTALL)
_WORDLESS = re.compile(r"[\W_]*")
# A sentence that holds the sponsor's phrase; an article about sponsors says it deep inside a paragraph.
_NOTE_WORDS = 120
# No platform takes more than thirty; what stands behind so many is no author's set.
_MOST_TAGS = 1_000
_ENDORSES = re.compile(r"\b(?:endors|favou?ring)", re.IGNORECASE)
_OPINION = re.compile(r"\b(?:opinions?|views?)\b", re.IGNORECASE)


def take_authored(reading: Reading) -> Reading:
    """*reading* without the author's caption, hashtag lines, disclaimers and sponsor notes; metadata holds them."""
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    notes: list[Note] = []
    caption = reading.metadata.author_caption
    tags: list[tuple[str, tuple[int, int]]] = []
    wanted: str | None = None
    for piece in reading.pieces:
        kind, rest = _marked(piece)
        if wanted is not None and kind is None and piece.gap <= 1 and not is_hashtag_line(piece.text):
            if wanted == "caption":
                caption = caption or piece.text
                dropped.append(_dropped(piece, "author's caption"))
            else:
                notes.extend(_opinion(piece.text))
                dropped.append(_dropped(piece, "disclaimer"))
            wanted = None
            continue
        wanted = None
        if is_hashtag_line(piece.text) and piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            tags.extend((tag, piece.lines) for tag in find_hashtags(piece.text))
            dropped.append(_dropped(piece, "hashtag line"))
        elif kind == "caption":
            caption = caption or rest or None
            wanted = None if rest else "caption"
            dropped.append(_dropped(piece, REASONS["caption"]))
        elif kind == "hashtags":
            tags.extend((tag, piece.lines) for tag in find_hashtags(rest))
            dropped.append(_dropped(piece, REASONS["hashtags"]))
        elif kind == "disclaimer":
            wanted = None if rest else "disclaimer"
            notes.extend(_opinion(rest) if rest else ())
            dropped.append(_dropped(piece, "disclaimer"))
        elif kind == "sponsored":
            notes.append(Note(kind="sponsored", text=piece.text))
            dropped.append(_dropped(piece, REASONS["sponsored"]))
        else:
            kept.append(piece)
    vocabulary = " ".join([reading.metadata.title or "", caption or "", *(piece.text for piece in kept)])
    del tags[_MOST_TAGS:]
    sound, unsound = sound_hashtags((tag for tag, _ in tags), vocabulary) if tags else ((), ())
    places = dict(reversed(tags))
    dropped.extend(Dropped(text=tag, lines=places[tag], reason=reason) for tag, reason in unsound)
    metadata = replace(
        reading.metadata,
        author_caption=caption,
        author_hashtags=reading.metadata.author_hashtags or sound,
        notes=(*reading.metadata.notes, *notes),
    )
    return Reading(pieces=tuple(kept), metadata=metadata, dropped=(*reading.dropped, *dropped))


def _opinion(disclaimer: str) -> tuple[Note, ...]:
    """What *disclaimer* says of the article: an opinion, unless it only says that nobody is endorsed."""
    is_none = _ENDORSES.search(disclaimer) is not None and _OPINION.search(disclaimer) is None
    return () if is_none else (Note(kind="opinion", text=disclaimer),)


def _marked(piece: Piece) -> tuple[str | None, str]:
    """The kind of author's note that a piece is or begins, and what follows its marker."""
    if piece.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE}:
        return None, ""
    kind = furniture_kind(piece.text)
    if kind not in {None, "disclaimer", "sponsored", "caption", "hashtags", "legal"}:
        return None, ""
    match = _MARKER.match(piece.text)
    if match is not None and (marked := furniture_kind(match[1])) in {"caption", "hashtags", "disclaimer"}:
        return marked, match[2]
    if kind in {"caption", "hashtags"}:
        return kind, ""
    if kind == "disclaimer":
        is_marker = _WORDLESS.sub("", piece.text[:1]) != "" and len(piece.text.split()) <= 3  # noqa: PLR2004 - "Legal Disclaimer:"
        return (kind, "" if is_marker else piece.text) if len(piece.text.split()) <= _NOTE_WORDS else (None, "")
    if kind == "sponsored" and len(piece.text.split()) <= _NOTE_WORDS:
        return kind, piece.text
    return None, ""


def _dropped(piece: Piece, reason: str) -> Dropped:
    return Dropped(text=piece.text, lines=piece.lines, reason=reason)
