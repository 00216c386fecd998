"""What could become a key point, before anything is chosen?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repurpose.model import KeyPointKind, Rendition
    from repurpose.summarizer.passages import Paragraph, Sentence

__all__ = ["Candidate", "Run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Neighbouring sentences of one paragraph that say something together."""

    paragraph: Paragraph
    first: int
    """Index of the sentence that it opens with."""
    count: int
    """With fewer sentences than these it would not be understood."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that it cannot do without."""
        return self.paragraph.sentences[self.first : self.first + self.count]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement with everything that the choice looks at."""

    kind: KeyPointKind
    said: Run | tuple[Rendition, ...]
    """A run, not yet put into words, or a list at its levels, longest to shortest."""
    block: int
    """Index of the block that it begins in."""
    position: float
    """0 at the beginning of the article, 1 at its end."""
    stems: frozenset[str]
    value: float
    is_personal: bool = False
    """Somebody says "I" in it, outside quotation marks with a name."""

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two would tell the same sentence."""
        if not (isinstance(self.said, Run) and isinstance(other.said, Run)):
            return False
        mine, theirs = self.said, other.said
        return (
            mine.paragraph is theirs.paragraph
            and mine.first < theirs.first + theirs.count
            and theirs.first < mine.first + mine.count
        )
