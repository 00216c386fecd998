"""What could become a key point, before anything is chosen?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repurpose.model import KeyPointKind, Rendition

__all__ = ["Candidate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement with everything that the choice looks at."""

    kind: KeyPointKind
    renditions: tuple[Rendition, ...]
    """Longest to shortest."""
    block: int
    """Index of the block that it begins in; two candidates of one block compete."""
    section: int | None
    """Index of the heading block that it stands under."""
    position: float
    """0 at the beginning of the article, 1 at its end."""
    stems: frozenset[str]
    """Of the longest rendition."""
    value: float
    is_personal: bool = False
    """Somebody says "I" in it, outside quotation marks with a name."""
