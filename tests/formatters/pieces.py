"""Beats, hooks and tellings made by hand, for the tests of what is chosen among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, joined, text_of
from repurpose.formatters.hook import Hook
from repurpose.formatters.hooks import Offered
from repurpose.formatters.outline import Beat
from repurpose.formatters.tellings import BULLET, Telling
from repurpose.model import KeyPointKind, Span
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Sequence


def telling(text: str, place: int = 0) -> Telling:
    """A run of sentences."""
    span = Span(place, place + 1)
    return Telling((Piece(text, "article", (span,)),), text, (span,))


def beat(
    *texts: str,
    place: int = 0,
    worth: float = 0.0,
    kind: KeyPointKind = KeyPointKind.CLAIM,
    tellings: Sequence[Telling] = (),
) -> Beat:
    """A beat that can be told as each of *texts*, longest first; a list where it has *tellings* with items."""
    told = tuple(tellings) or tuple(telling(text, place) for text in texts)
    return Beat(
        kind=kind,
        worth=worth,
        tellings=told,
        place=min((span.start for span in told[-1].spans), default=0),
        lead=told[0].copy[:1] if told[0].items else (),
        count=max(len(one.items) for one in told),
        is_titled=False,
        is_parallel=False,
        is_mixed=False,
        is_leaning=False,
        is_ahead=False,
        stems=frozenset(content_stems(told[-1].text)),
        figures=frozenset(),
    )


def listing(lead: str, *items: str, place: int = 0, is_bare: bool = False, is_sectioned: bool = False) -> Telling:
    """A list with its lead-in."""
    span = Span(place, place + 1)
    copies: tuple[Copy, ...] = tuple((Piece(BULLET, "layout"), Piece(item, "article", (span,))) for item in items)
    copy = joined([(Piece(lead, "article", (span,)),), *copies], "\n")
    return Telling(copy, text_of(copy), (span,), copies, is_bare=is_bare, is_sectioned=is_sectioned)


def hook(text: str, score: float = 1.0, *, origin: str = "article", delivers: int | None = None) -> Hook:
    """An opening; "5 tips" of the origin "count" counts what it delivers."""
    copy: Copy = (Piece(text, origin),)
    if origin == "count":
        number, rest = text.split(" ", 1)
        copy = (Piece(f"{number} ", "count"), Piece(rest, "title"))
    return Hook(copy, text, score, frozenset(content_stems(text)), delivers)


def offer(*hooks: Hook, titles: Sequence[Hook] = (), kickers: Sequence[Hook] = ()) -> Offered:
    """Lines that can stand at the top."""
    return Offered(hooks=hooks, kickers=tuple(kickers), titles=tuple(titles))
