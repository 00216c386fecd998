"""What can stand on a card, beside text?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.cards.typesetting import TextBlock

if TYPE_CHECKING:
    from repurpose.cards.theme import Role
    from repurpose.model import Box

__all__ = ["Bar", "Disc", "Shape"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A filled circle inside *box*."""

    box: Box
    colour: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A filled rectangle."""

    box: Box
    colour: Role


Shape = TextBlock | Disc | Bar
