"""
Where may a line of text begin?

For scripts with spaces and for Chinese and Japanese, which break anywhere but before closing and after opening signs
(kinsoku). Korean breaks at its spaces. Thai and its neighbours, which have none, break at U+200B only.
"""

from __future__ import annotations

import regex

__all__ = ["DASHES", "SPACE", "WIDE", "opportunities"]

# Spaces that a line may break at; and the invisible one that says so.
SPACE = regex.compile(r"(?:[^\S\u00A0\u2007\u202F]|\u200B)+")
WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFF60々ー]")
DASHES = frozenset("—–―")

_NEVER_FIRST = frozenset(
    "、。，．・：；？！）」』】〕〉》”’々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ〜…‥%％.,:;!?)]}"
)
_NEVER_LAST = frozenset("（「『【〔〈《“‘([{$￥€£")
_CLOSING = frozenset("!?;:%…»”)€")


def opportunities(text: str) -> tuple[int, ...]:
    """Every index of *text* at which a line may begin, the first one left out."""
    after_space = {match.end(): match.start() for match in SPACE.finditer(text)}
    return tuple(
        index
        for index in range(1, len(text))
        if (
            _breaks_after_space(text, after_space[index], index)
            if index in after_space
            else _breaks_within(text, index)
        )
    )


def _breaks_after_space(text: str, space: int, index: int) -> bool:
    """Whether a line may begin at *index*, which stands after the space that begins at *space*."""
    following = text[index + 1 : index + 2]
    if text[index] in DASHES:
        # A dash that opens a parenthesis goes with its first word; any other stays at the end of the line.
        return following.isalnum()
    if text[index] in _CLOSING and not following.isalnum():
        return False
    return not (text[space - 1 : space] == "«" and not text[max(space - 2, 0) : space - 1].isalnum())


def _breaks_within(text: str, index: int) -> bool:
    """Whether a line may begin at *index*, which does not stand after a space."""
    before, here = text[index - 1], text[index]
    if SPACE.match(here):
        return False
    if before in DASHES:
        return index > 1 and not text[index - 2].isspace() and here.isalnum()
    if before in "-‐/":
        return here.isalpha() and text[max(index - 2, 0)].isalpha()
    is_wide = bool(WIDE.match(before) or WIDE.match(here))
    return is_wide and here not in _NEVER_FIRST and before not in _NEVER_LAST and _stands_alone(here)


def _stands_alone(character: str) -> bool:
    """Whether *character* does not belong to the one before it."""
    return character.isprintable() and not regex.match(r"[\p{M}\p{Emoji_Modifier}]", character)
