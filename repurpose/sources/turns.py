"""Who says what in an interview?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["with_speakers"]

_PREFIX = re.compile(r"([^\W\d_][\w.'’ \-]{0,40}?)\s?[:：]\s+(?=\S)")
_CJK_PREFIX = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7afA-Za-z・]{1,12})[:：]\s*(?=\S)")
_NAME_WORDS = 4
_QUESTION = frozenset(
    {"Q", "Question", "F", "Frage", "P", "Pregunta", "Pergunta", "Domanda", "В", "Вопрос", "問", "问", "질문"}
)
_NAME = re.compile(r"\b[A-ZÀ-ÞА-ЯЁІЇЄ][\w'’-]+(?: (?:[A-ZÀ-ÞА-ЯЁІЇЄ][\w'’.-]*|de|da|di|van|von|der|la|le))+")
_TURNS = 2
_LONGEST_NAME = 6


def with_speakers(pieces: Sequence[Piece], *, title: str | None = None) -> tuple[Piece, ...]:
    """
    *pieces* with the speaker of every turn, without the "Name:" before it.

    Only where at least two speakers take turns, each of them twice (a question and its answer once): a single "Note:"
    is none. A paragraph between two turns under one heading is of the speaker above it.
    """
    prefixes = [_prefix(piece) for piece in pieces]
    counts = Counter(prefix for prefix in prefixes if prefix)
    speakers = {name for name, count in counts.items() if count >= _TURNS or name in _QUESTION or len(name) == 1}
    turns = sum(counts[name] for name in speakers)
    if len(speakers) < 2 or turns < 2 * _TURNS - bool(speakers & _QUESTION):  # noqa: PLR2004 - a talk takes two
        return tuple(pieces)
    # Who takes turns often may also speak once more under another form, or a third person once.
    speakers |= {name for name in counts if _is_name(name)}
    names = _full_names(speakers, [title or "", *(piece.text for piece in pieces)])
    last_turn = _last_turns(pieces, prefixes, speakers)
    spoken: list[Piece] = []
    speaker: str | None = None
    for index, (piece, prefix) in enumerate(zip(pieces, prefixes, strict=True)):
        if prefix in speakers and prefix is not None:
            speaker = names[prefix]
            spoken.append(_without_prefix(piece, speaker))
            continue
        if piece.kind is BlockKind.HEADING:
            speaker = None
        is_inside = (
            speaker is not None and piece.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and index < last_turn[index]
        )
        spoken.append(replace(piece, speaker=speaker) if is_inside else piece)
    return tuple(spoken)


def _prefix(piece: Piece) -> str | None:
    if piece.kind is not BlockKind.PARAGRAPH:
        return None
    match = _PREFIX.match(piece.text) or _CJK_PREFIX.match(piece.text)
    if match is None:
        return None
    name = match[1].strip()
    is_capital = not name[0].islower() and all(
        word[0].isupper() or word in {"de", "van", "von", "der", "da"}
        for word in name.split()
        if word[0].lower() != word[0].upper()
    )
    return name if is_capital and len(name.split()) <= _NAME_WORDS else None


def _is_name(prefix: str) -> bool:
    return len(prefix.split()) >= 2 and not prefix.isupper()  # noqa: PLR2004 - first and last name


def _last_turns(pieces: Sequence[Piece], prefixes: Sequence[str | None], speakers: set[str]) -> list[int]:
    """For every piece, the index of the last turn under the same heading."""
    last = [-1] * len(pieces)
    current = -1
    for index in range(len(pieces) - 1, -1, -1):
        if pieces[index].kind is BlockKind.HEADING:
            current = -1
        elif prefixes[index] in speakers:
            current = max(current, index)
        last[index] = current
    return last


def _full_names(speakers: set[str], texts: Sequence[str]) -> dict[str, str]:
    """Every speaker's full name, where exactly one name in *texts* has these initials, this first or this last name."""
    found: set[str] = set()
    for text in texts:
        for name in _NAME.findall(text):
            # A sentence may begin with another capital: "When Maria Falk ...".
            words = name.rstrip(".'’-").split()[:_LONGEST_NAME]
            found.update(" ".join(words[start:]) for start in range(len(words) - 1))
    names: dict[str, str] = {}
    for speaker in sorted(speakers):
        fits = {name for name in found if _is_short_for(speaker, name)}
        # "Jan David Nose" also matches inside "Jan David Nose Says": the shortest one is the name.
        shortest = sorted(fits, key=lambda name: (len(name.split()), name))
        is_clear = bool(shortest) and all(name.startswith(shortest[0]) for name in shortest)
        names[speaker] = shortest[0] if is_clear else speaker
    return names


def _is_short_for(speaker: str, name: str) -> bool:
    words = name.split()
    bare = speaker.replace(".", "").replace(" ", "")
    if bare.isupper() and 2 <= len(bare) <= 4:  # noqa: PLR2004 - initials of two to four words
        return "".join(word[0] for word in words if word[0].isupper()) == bare
    return len(words) > 1 and " " not in speaker and speaker in {words[0], words[-1]}


def _without_prefix(piece: Piece, speaker: str) -> Piece:
    match = _PREFIX.match(piece.text) or _CJK_PREFIX.match(piece.text)
    return replace(piece, text=piece.text[match.end() :], speaker=speaker, bold=0) if match else piece
