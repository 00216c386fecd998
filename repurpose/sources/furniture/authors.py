"""Which lines are about the author: a name on a line of its own, links to more posts, some words about the person?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.furniture.bylines import is_person
from repurpose.sources.furniture.lexicon import furniture_words
from repurpose.sources.furniture.lines import REASONS
from repurpose.sources.furniture.phrases import grams_of
from repurpose.sources.furniture.wording import call_kinds
from repurpose.sources.measures import ends_sentence, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece, Reading

__all__ = ["without_author_box"]

_BIO_WORDS = 90
_LINE_WORDS = 9
_LONGEST_NAME = 4
# So far from the end words about a person may be an author's box: name, words, links.
_TAIL_PIECES = 3
_AND = re.compile(r"\s*(?:,|;|&|\b(?:and|und|et|y|e|en|и|і|та)\b)\s*")
_WORD = re.compile(r"[^\W\d_]+")
_NAME_START = re.compile(r"[^\W\d_]+(?:[ .'’-]+[A-ZÀ-ÞА-ЯЁІЇЄ][\w.'’-]*){1,3}")
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM})


def without_author_box(reading: Reading) -> Reading:
    """*reading* without the author's name on a line of its own, links to them, and the words about them."""
    names = _names(reading.metadata.byline)
    pieces = reading.pieces
    texts = [piece.text.casefold() for piece in pieces]
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    is_below_name = False
    for index, (piece, text) in enumerate(zip(pieces, texts, strict=True)):
        is_name = piece.kind in _TEXT and any(_is_line_about(text, name) for name in names)
        is_tail = index >= len(pieces) - _TAIL_PIECES
        is_name = is_name or (is_tail and _names_next(pieces, index))
        is_bio = (
            piece.kind in _TEXT
            and index > 0
            and word_count(text) <= _BIO_WORDS
            and (
                any(_is_about(text, name, is_below_name=is_below_name, is_tail=is_tail) for name in names)
                or (is_tail and (_is_about_somebody(pieces, texts, index) or _names_next(pieces, index - 1)))
            )
        )
        if is_name or is_bio:
            reason = REASONS["bio" if is_bio and not is_name else "byline"]
            dropped.append(Dropped(text=piece.text, lines=piece.lines, reason=reason))
        else:
            kept.append(piece)
        is_below_name = is_name
    if not dropped or not kept:
        return reading
    return replace(reading, pieces=tuple(kept), dropped=(*reading.dropped, *dropped))


def _names(byline: str | None) -> tuple[str, ...]:
    if not byline:
        return ()
    return tuple(dict.fromkeys(name for name in (byline.casefold(), *_AND.split(byline.casefold())) if len(name) > 2))  # noqa: PLR2004 - no initials


def _is_line_about(text: str, name: str) -> bool:
    """Whether the line *text* is the *name* and furniture words: ``About Jane Doe``, ``More by Jane Doe``."""
    if name not in text or word_count(text) > _LINE_WORDS:
        return False
    if text.strip(" .:@") == name:
        return True
    rest = _WORD.findall(text.replace(name, " ").replace("'s", " ").replace("’s", " "))
    return not ends_sentence(text) and any(words.words.issuperset(rest) for words in furniture_words().vocabularies)


def _is_about(text: str, name: str, *, is_below_name: bool, is_tail: bool) -> bool:
    if is_below_name and text.startswith(name.split(maxsplit=1)[0]):
        return True
    # "Ben Ross: Will you retire?" is what he asks, not who he is.
    is_turn = text.removeprefix(name).startswith((":", "："))
    return is_tail and text.startswith(name) and " " in name and ends_sentence(text) and not is_turn


def _names_next(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line is a name with which the paragraph below it begins."""
    name = pieces[index].text
    below = pieces[index + 1].text if index + 1 < len(pieces) else ""
    return is_person(name, fewest=2) and word_count(name) <= _LONGEST_NAME and below.startswith(f"{name} ")


def _is_about_somebody(pieces: Sequence[Piece], texts: Sequence[str], index: int) -> bool:
    """Whether a piece says who somebody is of whom the article does not speak."""
    match = _NAME_START.match(pieces[index].text)
    folded = pieces[index].text.casefold().replace("’", "'")
    if match is None or "bio" not in call_kinds(folded, grams_of(folded)) or not is_person(match[0], fewest=2):
        return False
    last = match[0].casefold().split()[-1]
    return not any(last in text for place, text in enumerate(texts) if place != index)
