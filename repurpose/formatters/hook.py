"""What is a hook: an opening that knows where its words come from, how good it is and what must follow on it?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, text_of
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from repurpose.formatters.outline import Beat
    from repurpose.model import Span

__all__ = ["LONGEST", "SHORTEST", "Hook", "hook_of", "keeping"]

# Where the words of a pack come from.
_PHRASES = ("phrase:", "templates:")
SHORTEST, LONGEST = 25, 200
"""An opening has so many characters."""


# Compared by identity, as the outline's parts.
@dataclass(frozen=True, slots=True, eq=False)
class Hook:
    """An opening and how good it is."""

    copy: Copy
    text: str
    score: float
    stems: frozenset[str]
    delivers: int | None = None
    """The place of the beat that must follow on it: the list that it counts or names, the answer that it asks for."""
    is_lede: bool = False
    """It is the sentence with which the article itself opens, and names something of its title."""
    is_over_many: bool = False
    """It announces more than one line."""

    @property
    def sources(self) -> tuple[Span, ...]:
        """The places of the article whose words it tells."""
        return tuple(piece.sources[0] for piece in self.copy if piece.sources)

    @property
    def without_title(self) -> Hook:
        """The same without the title that it stands behind."""
        if self.copy[0].origin != "title" or self.is_headline:
            return self
        return replace(self, copy=self.copy[1:], text=text_of(self.copy[1:]))

    @property
    def is_counted(self) -> bool:
        """Whether it tells a number of things that is ours."""
        return any(piece.origin == "count" for piece in self.copy)

    @property
    def is_headline(self) -> bool:
        """Whether it is the title, with or without words of ours around it."""
        origins = [piece.origin for piece in self.copy]
        around = ("title", "count", "settings")
        return "title" in origins and all(one in around or one.startswith(_PHRASES) for one in origins)


def hook_of(copy: Copy, score: float, language: str) -> Hook:
    """*copy* as a hook."""
    text = text_of(copy)
    return Hook(copy, text, score, frozenset(content_stems(text, language)))


def keeping(hook: Hook, beat: Beat) -> Beat | None:
    """*beat* told only in the ways that deliver all items that *hook* counts; ``None`` where there are none."""
    if not hook.is_counted:
        return beat
    whole = tuple(telling for telling in beat.tellings if len(telling.items) == beat.count)
    return replace(beat, tellings=whole) if whole else None
