"""Where on a page do teasers of other posts stand, and boxes of links between two paragraphs?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.measures import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.furniture.roles import Role
    from repurpose.sources.pieces import Piece

__all__ = ["link_boxes", "teasers_below_labels", "teasers_of"]

# Teasers of other posts end with the same short link; so many of them, so far apart at most, are a list of posts.
_TEASERS = 3
_TEASER_PIECES = 4
_TEASER_WORDS = 90
_LINK_WORDS = 4
_ARROW = re.compile(r"^[»›→>…]+$")
# Below the name of its section a teaser is a title and a sentence or two.
_LABELLED_PIECES = range(2, 5)
_LABELLED_WORDS = 70
_TEXT_WORDS = 20
_BOX_PIECES = 18
_LONG_PROSE = 20
# What may stand between the paragraphs of an article.
_BETWEEN = frozenset({"share", "subscribe", "more", "advertisement", "figure", "image", "embed", "mark"})
# A post below a list of others begins with its own dateline, and comments are no box.
_NO_BOX = frozenset({"date", "byline", "comment", "legal"})


def teasers_of(pieces: Sequence[Piece], roles: Sequence[Role]) -> list[int]:
    """Where teasers stand: a heading and a few lines above each of several "read more" links or arrows."""
    ends = [index for index, role in enumerate(roles) if _is_link(pieces[index], role)]
    found: list[int] = []
    run: list[int] = []
    for end in [*ends, len(roles) + _TEASER_PIECES + 1]:
        if run and end - run[-1] > _TEASER_PIECES:
            if len(run) >= _TEASERS:
                found.extend(range(max(0, run[0] - 2), run[-1]))
            run = []
        run.append(end)
    return [index for index in found if roles[index].kind is None and roles[index].words <= _TEASER_WORDS]


def _is_link(piece: Piece, role: Role) -> bool:
    return (role.kind == "more" and role.words <= _LINK_WORDS) or _ARROW.match(piece.text) is not None


def teasers_below_labels(pieces: Sequence[Piece], roles: Sequence[Role]) -> list[int]:
    """Where teasers stand below names of sections that the menu has too: ``Travel``, a title, a sentence."""
    labels = [
        index
        for index, role in enumerate(roles)
        if role.kind == "menu" and pieces[index].kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
    ]
    units: list[range] = []
    for label, following in pairwise([*labels, len(roles)]):
        end = label + 1
        while end < following and end - label < _LABELLED_PIECES.stop and roles[end].kind is None:
            end += 1
        is_short = sum(role.words for role in roles[label + 1 : end]) <= _LABELLED_WORDS
        if end - label - 1 in _LABELLED_PIECES and is_short and not ends_sentence(pieces[label + 1].text):
            units.append(range(label, end))
    found: list[int] = []
    run: list[range] = []
    for unit in [*units, range(-1, -1)]:
        if run and unit.start != run[-1].stop:
            if len(run) >= _TEASERS:
                found.extend(index for one in run for index in one)
            run = []
        run.append(unit)
    return found


def link_boxes(roles: Sequence[Role]) -> list[int]:
    """Where boxes of links stand in the middle of an article: a heading, titles, and the text goes on."""
    found: list[int] = []
    for start, role in enumerate(roles):
        if role.kind != "related":
            continue
        end = start + 1
        while end < len(roles) and end <= start + _BOX_PIECES and not _is_long(roles[end]):
            if roles[end].kind in _NO_BOX or roles[end].words > _TEXT_WORDS:
                end = len(roles)
            end += 1
        after = end + 1
        while after < len(roles) and roles[after].kind in _BETWEEN:
            after += 1
        if after < len(roles) and end <= start + _BOX_PIECES and _is_long(roles[end]) and _is_long(roles[after]):
            found.extend(range(start, end))
    return found


def _is_long(role: Role) -> bool:
    return role.is_prose and role.words >= _LONG_PROSE
