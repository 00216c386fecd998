"""Which card sizes exist, and which part of each does every platform show?"""

from __future__ import annotations

from dataclasses import dataclass

from repurpose.errors import UnknownName
from repurpose.model import Box

__all__ = ["SIZES", "CardSize", "card_size"]

# Instagram's profile grid shows the middle three quarters of a portrait card: 34 px of 1080 go on each side.
EDGE = 0.04


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSize:
    """The size of a card in pixels."""

    name: str
    width: int
    height: int
    covered: int = 0
    """Pixels at the top, and as many at the bottom, that an app draws its own controls over."""

    @property
    def safe_box(self) -> Box:
        """The part that is visible wherever the card appears."""
        edge = round(EDGE * min(self.width, self.height))
        top = max(edge, self.covered)
        return Box(x=edge, y=top, width=self.width - 2 * edge, height=self.height - 2 * top)


SIZES = (
    CardSize(name="square", width=1080, height=1080),
    CardSize(name="portrait", width=1080, height=1350),
    # Stories on all apps keep their controls out of the central 1080x1420.
    CardSize(name="story", width=1080, height=1920, covered=250),
    CardSize(name="wide", width=1200, height=675),
    CardSize(name="link", width=1200, height=630),
    CardSize(name="pin", width=1000, height=1500),
)


def card_size(name: str) -> CardSize:
    """The size of that *name*; raises `UnknownName`."""
    for size in SIZES:
        if size.name == name:
            return size
    raise UnknownName("card size", name, [size.name for size in SIZES])
