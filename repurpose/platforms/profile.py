"""What does one platform accept, and what are its habits?"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads these annotations at run time
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - as above

from repurpose.settings import LinkPlace
from repurpose.text.counting import COUNTERS, Unit
from repurpose.text.fitting import fitting_prefix

__all__ = [
    "ChapterRule",
    "EmojiHabit",
    "Fact",
    "Fold",
    "HashtagHabit",
    "Limit",
    "LinkHabit",
    "LinkPlace",
    "PlatformProfile",
    "TargetLength",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement about a platform: who says so, and when that was read."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic's own way to configure a stdlib dataclass

    source: str
    checked: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Fact):
    """The most that a field may hold, in the unit that the platform counts."""

    maximum: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold(Fact):
    """How much is visible before "more", in graphemes."""

    graphemes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLength(Fact):
    """The length at which posts do well, in the unit of the platform's first text limit."""

    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HashtagHabit(Fact):
    """How many hashtags a post carries."""

    minimum: int
    best: int
    """What a formatter aims at when the article gives that many."""
    maximum: int
    """More than this reads as spam, or is refused."""
    is_hard: bool = False
    """The platform itself refuses more than `maximum`."""
    maximum_length: int | None = None
    """Graphemes of one hashtag, ``#`` not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkHabit(Fact):
    """Where the article's address goes."""

    place: LinkPlace
    maximum: int | None = None
    """Different links in one post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmojiHabit(Fact):
    """How many emoji a post carries at the most."""

    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterRule(Fact):
    """Of which list of times the platform makes chapters, where its first one is at 0:00."""

    fewest: int
    """Chapters of one recording."""
    shortest: int
    """Seconds of one chapter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformProfile:
    """A platform's limits and habits."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic's own way to configure a stdlib dataclass

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    formats: tuple[str, ...]
    """``post``, ``thread``, ``caption`` or ``title+description``; the first is made unless another is asked for."""
    text: tuple[Limit, ...]
    """Limits of the text; all hold, the first names the platform's own unit."""
    fields: Mapping[str, Limit]
    """
    Limits of ``title``, ``preheader``, ``first_comment``, ``content_warning``, ``alt_text``, ``link``, ``payload``, and
    of ``caption`` where a text with images may hold less.
    """
    fold: Fold | None = None
    target_length: TargetLength
    hashtags: HashtagHabit
    links: LinkHabit
    emoji: EmojiHabit
    search: Fact | None = None
    """Who says so, where posts are found by their key words."""
    chapters: ChapterRule | None = None
    card_size: str

    @property
    def unit(self) -> Unit:
        """The unit in which the platform counts its text."""
        return self.text[0].unit

    @property
    def maximum(self) -> int:
        """The most that one post may hold, in `unit`."""
        return self.text[0].maximum

    def measure(self, text: str) -> int:
        """The length of *text* in `unit`."""
        return COUNTERS[self.unit](text)

    def fits(self, text: str, *, reserve: int = 0) -> bool:
        """Whether the platform takes *text* and *reserve* units more."""
        return all(COUNTERS[limit.unit](text) + reserve <= limit.maximum for limit in self.text)

    def fitting_prefix(self, text: str) -> int:
        """How many code points of *text* fit; a grapheme is never cut."""
        return min(fitting_prefix(text, limit.maximum, COUNTERS[limit.unit]) for limit in self.text)
