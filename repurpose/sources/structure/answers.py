"""
Who answers the questions that stand as headings?

An expert who answers alone stands by name before each answer: with one speaker, that is no talk, and `turns` leaves it.
"Short Answer: ..." looks alike, so the words have to be a person's full name by more than their capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.structure.turns import has_label, prefix_of, without_prefix
from repurpose.text.persons import given_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["with_answers"]

_WORD = re.compile(r"[^\W\d_]+")
_ANSWERS = 3
_FULL = range(2, 5)


def with_answers(pieces: Sequence[Piece], *, known: Sequence[str | None] = ()) -> tuple[Piece, ...]:
    """
    *pieces* with the speaker of every answer below a question, without the "Name:" before it.

    Only where one person answers three times or more, and most of what is answered by anybody there. That it is a
    person shows in a given name, or in the text or in what else is *known* (title, byline), where the name stands too.
    """
    prefixes = _below_questions(pieces)
    counts = Counter(prefix for prefix in prefixes if prefix)
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    if count < _ANSWERS or 2 * count <= counts.total() or not _is_full_name(name):
        return tuple(pieces)
    texts = [*filter(None, known), *(_beside(piece, name) for piece in pieces)]
    if not _is_person(name, texts):
        return tuple(pieces)
    return tuple(
        without_prefix(piece, name) if prefix == name else piece for piece, prefix in zip(pieces, prefixes, strict=True)
    )


def _below_questions(pieces: Iterable[Piece]) -> list[str | None]:
    """For every piece the words before its colon, where it stands below a question and nobody is known to say it."""
    is_asked = False
    prefixes: list[str | None] = []
    for piece in pieces:
        if piece.kind is BlockKind.HEADING:
            is_asked = piece.text.rstrip().endswith("?")
        prefix = prefix_of(piece) if is_asked and piece.speaker is None else None
        # "AV – ..." is initials, and no full name.
        prefixes.append(prefix if prefix and piece.text[len(prefix) :].lstrip()[:1] in {":", "："} else None)
    return prefixes


def _is_full_name(name: str) -> bool:
    words = name.split()
    return len(words) in _FULL and not any(map(str.isdigit, name)) and not name.isupper() and not has_label(name)


def _beside(piece: Piece, name: str) -> str:
    """The text of *piece* without the *name* before its colon."""
    return piece.text.removeprefix(name) if prefix_of(piece) == name else piece.text


def _is_person(name: str, texts: Sequence[str]) -> bool:
    """Whether there is proof in *name* itself or in *texts* that it is somebody's."""
    if any(word.casefold() in given_names() for word in name.split()[:-1]):
        return True
    # What a text also writes in lower case is a word of its language: "the bottom line".
    common = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    is_said = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for text in texts)
    return is_said and common.isdisjoint(map(str.casefold, _WORD.findall(name)))
