"""
What may become a hashtag, and how much speaks for it?

Weights add up: a phrase of the title that the author filed the article under and that the text keeps to stands before
one that the text alone has. They were set by reading the tags of fifty articles and of three hundred posts.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.formatters.tags.reading import Reading

__all__ = ["Candidate", "Rate", "said"]

_MOST_SAID = 1.5
# What is said ever more often gains a little still, so that of two such phrases the commoner stands first.
_MORE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase that names something of the article."""

    words: Sequence[str]
    keys: Sequence[str]
    weight: float
    is_known: bool = False
    """Whether a list, not only the article, says that it is a subject or a name."""
    is_authors: bool = False
    is_broad: bool = False
    """Whether it is a wide field, which a term that has it says better."""
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """How many mentions are enough: one in so many words, but for the least and the most that are asked for."""

    words: int
    least: int
    most: int

    def enough(self, reading: Reading) -> float:
        """The mentions that are enough in an article of the length of *reading*."""
        return max(self.least, min(self.most, reading.size / self.words))


def said(share: float) -> float:
    """What mentions add to the weight of a phrase, for the *share* of those that are enough."""
    return min(_MOST_SAID, share) + _MORE * log2(1 + share)
