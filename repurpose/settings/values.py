"""What can a user set, and what holds where nothing is set?"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads these annotations at run time
from dataclasses import dataclass, field
from pathlib import Path  # noqa: TC003 - as above
from typing import Literal
from urllib.parse import unquote_plus

from repurpose.model import Severity

__all__ = [
    "Brand",
    "CardSettings",
    "LinkPlace",
    "LintSettings",
    "Numbering",
    "PlatformSettings",
    "Settings",
    "Voice",
]

LinkPlace = Literal["body", "last-post", "first-comment", "bio", "field", "none"]
Numbering = Literal["none", "n/m", "n", "(n/m)"]
Voice = Literal["formal", "plain", "playful"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """Whose posts these are, and how they speak."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic's own way to configure a stdlib dataclass

    name: str | None = None
    """Signs the cards; the article's byline stands there when it is missing."""
    stance: Literal["owner", "curator"] = "owner"
    """``owner``: the account published the article. ``curator``: somebody else did, so claims are attributed."""
    is_author: bool = False
    """The brand itself wrote the article: what it says as "I" or "we" may stand as it is."""
    voice: Voice = "plain"
    """Which of the phrases stand around the article's words."""
    language: str | None = None
    """Which language's phrases; the article's own when missing."""
    banned_words: tuple[str, ...] = ()
    """Words and phrases that no output may contain."""
    preferred_words: Mapping[str, str] = field(default_factory=dict)
    """What the brand says instead of a word or phrase of the article."""
    emoji: int | None = None
    """The most emoji that a post may carry; the platform's own habit when missing."""
    emoji_palette: tuple[str, ...] = ()
    """What posts choose their emoji from; whatever goes with the subject when empty."""
    hashtags_always: tuple[str, ...] = ()
    hashtags_never: tuple[str, ...] = ()
    ctas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The brand's own phrases by name, see `PHRASES`; a name without any is never said."""
    opinion_line: str | None = None
    """Whose opinion an opinion piece is; may have the places ``{byline}`` and ``{title}``."""
    sign_off: str | None = None
    """The last line of long posts."""
    utm: str | None = None
    """``utm_source={platform}&utm_campaign={campaign}``: what is added to the query of every link."""
    templates: Path | None = None
    """A folder with ``phrases/<language>.toml`` and ``formats/<platform>.toml``, looked up before the shipped ones."""

    @property
    def link_parameters(self) -> tuple[tuple[str, str], ...]:
        """The parameters of `utm`: the name of each, and its value with places in it, neither of them encoded."""
        pairs = (part.partition("=") for part in self.utm.split("&")) if self.utm else ()
        return tuple((unquote_plus(name), unquote_plus(value)) for name, _, value in pairs)

    @property
    def own_words(self) -> tuple[str, ...]:
        """Everything that the brand itself says in posts, places left as they are."""
        phrases = (phrase for phrases in self.ctas.values() for phrase in phrases)
        lines = (self.name, self.sign_off, self.opinion_line)
        return (*filter(None, lines), *self.hashtags_always, *phrases, *self.preferred_words.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformSettings:
    """What differs on one platform."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    handle: str | None = None
    """The brand's account, with or without ``@``."""
    link_place: LinkPlace | None = None
    utm_source: str | None = None
    """What ``{platform}`` becomes in `Brand.utm`; the platform's key when missing."""
    hashtags: int | None = None
    """The most hashtags that a post carries."""
    emoji: int | None = None
    """The most emoji that a post carries, before what `Brand.emoji` says."""
    numbering: Numbering | None = None
    """How the posts of a thread are counted; as its template says when missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintSettings:
    """Which rules speak, and what counts as failure."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    select: tuple[str, ...] = ()
    """Rule names, codes or prefixes of them; all rules when empty."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Another severity for a rule."""
    fail_on: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSettings:
    """How cards look."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    theme: str | None = None
    folder: Path | None = None
    """A folder of themes that are looked up before the shipped ones."""
    source: str | None = None
    """The line under the credit: the name of the blog or campaign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One user's settings; every table may be missing."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    brand: Brand = field(default_factory=Brand)
    platform: Mapping[str, PlatformSettings] = field(default_factory=dict)
    lint: LintSettings = field(default_factory=LintSettings)
    cards: CardSettings = field(default_factory=CardSettings)

    def on(self, platform: str) -> PlatformSettings:
        """What is set for the *platform* with that key."""
        return self.platform.get(platform, PlatformSettings())

    def emoji_on(self, platform: str) -> int | None:
        """The most emoji that the user allows on *platform*; ``None`` where nothing is set."""
        own = self.on(platform).emoji
        return self.brand.emoji if own is None else own
