"""Where does the profile of a platform come from?"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from repurpose.errors import UnknownName
from repurpose.model import PLATFORM_ALIASES, PLATFORMS
from repurpose.platforms.profile import (
    ChapterRule,
    EmojiHabit,
    Fact,
    Fold,
    HashtagHabit,
    Limit,
    LinkHabit,
    PlatformProfile,
    TargetLength,
)

__all__ = ["measure", "platform_profiles", "profile"]

_FOLDER = Path(__file__).resolve().parent


def platform_profiles() -> tuple[PlatformProfile, ...]:
    """The profiles of all platforms, in the order of `PLATFORMS`."""
    return tuple(_load(key) for key in PLATFORMS)


def profile(name: str) -> PlatformProfile:
    """
    The profile of the platform called *name*: its key or an alias, in any case.

    Raises `UnknownName` for anything else.
    """
    key = name.strip().lower()
    key = PLATFORM_ALIASES.get(key, key)
    if key not in PLATFORMS:
        raise UnknownName("platform", name, (*PLATFORMS, *PLATFORM_ALIASES))
    return _load(key)


def measure(text: str, platform: str) -> int:
    """The length of *text* in the unit that *platform* counts."""
    return profile(platform).measure(text)


@cache
def _load(key: str) -> PlatformProfile:
    """The profile in one file, built without validation: the files are shipped, and tests validate them."""
    facts: dict[str, Any] = tomllib.loads((_FOLDER / f"{key}.toml").read_text(encoding="utf-8"))
    fold, search, chapters = (facts.pop(name, None) for name in ("fold", "search", "chapters"))
    return PlatformProfile(
        key=facts.pop("key"),
        name=facts.pop("name"),
        aliases=tuple(facts.pop("aliases", ())),
        formats=tuple(facts.pop("formats")),
        text=tuple(Limit(**limit) for limit in facts.pop("text")),
        fields={name: Limit(**limit) for name, limit in facts.pop("fields", {}).items()},
        fold=None if fold is None else Fold(**fold),
        target_length=TargetLength(**facts.pop("target_length")),
        hashtags=HashtagHabit(**facts.pop("hashtags")),
        links=LinkHabit(**facts.pop("links")),
        emoji=EmojiHabit(**facts.pop("emoji")),
        search=None if search is None else Fact(**search),
        chapters=None if chapters is None else ChapterRule(**chapters),
        **facts,
    )
