"""
Which emoji stand in a text, and what are they called?

The only module that knows the `emoji` package. An emoji is a whole sequence (a family, a flag, a skin tone) that is
recommended for general interchange: bare ``©``, ``™``, ``❤`` or a digit is text, only U+FE0F after it makes an emoji.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from repurpose.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["count", "find_emojis", "name", "replace_emojis", "with_emojis"]

# Every emoji has one of these, most texts have none: they never load the table.
_MAYBE = re.compile(
    "[\ufe0f\u203c\u2049\u20e3\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001ffff]"
)


# Where one may begin; after keys and signs of plain text only with the mark.
_BEGINNING = re.compile("[#*0-9\xa9\xae](?=\ufe0f)|[^\x00-\u203b]")


class _Table(NamedTuple):
    lengths: Mapping[str, tuple[int, ...]]
    """Of the emoji that begin with a character, longest first."""
    names: Mapping[str, str]


def find_emojis(text: str) -> tuple[Span, ...]:
    """Where the emoji of *text* stand, each a whole sequence."""
    return tuple(Span(start, end) for start, end in _emojis(text))


def count(text: str) -> int:
    """How many emoji *text* has."""
    return sum(1 for _ in _emojis(text))


def name(emoji: str) -> str:
    """
    The English name of one *emoji*, in words (``thumbs up medium skin tone``).

    Raises `KeyError` for anything that is not one whole emoji.
    """
    return _table().names[emoji]


def with_emojis(text: str) -> str:
    """*text* with the emoji that it spells by a name as in chats: ``:tada:``; other names stay."""
    import emoji

    return emoji.emojize(text, language="alias")


def replace_emojis(text: str, replacement: str) -> str:
    """*text* with *replacement* for every emoji."""
    parts = []
    end_before = 0
    for start, end in _emojis(text):
        parts.append(text[end_before:start])
        end_before = end
    return replacement.join((*parts, text[end_before:])) if parts else text


def _emojis(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every emoji in *text*."""
    maybe = _MAYBE.search(text)
    if maybe is None:
        return
    lengths, names = _table()
    end = 0
    for found in _BEGINNING.finditer(text, max(0, maybe.start() - 1)):
        start = found.start()
        if start < end:
            continue
        for length in lengths.get(found.group(), ()):
            # At the end of the text a longer slice is a shorter emoji.
            if start + length <= len(text) and text[start : start + length] in names:
                end = start + length
                yield start, end
                break


@cache
def _table() -> _Table:
    """The recommended emoji and their parts (skin tones, hair) that may stand alone."""
    import emoji

    status = emoji.STATUS["fully_qualified"], emoji.STATUS["component"]
    names = {
        sequence: facts["en"].strip(":").replace("_", " ")
        for sequence, facts in emoji.EMOJI_DATA.items()
        if facts["status"] in status
    }
    lengths: dict[str, set[int]] = {}
    for sequence in names:
        lengths.setdefault(sequence[0], set()).add(len(sequence))
    return _Table(
        lengths={char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()},
        names=names,
    )
