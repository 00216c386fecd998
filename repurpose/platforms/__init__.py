"""What is known about every platform, as data: one TOML file each, every fact with its source and date."""

from repurpose.platforms.loading import measure, platform_profiles, profile
from repurpose.platforms.profile import (
    ChapterRule,
    EmojiHabit,
    Fact,
    Fold,
    HashtagHabit,
    Limit,
    LinkHabit,
    LinkPlace,
    PlatformProfile,
    TargetLength,
)

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
    "measure",
    "platform_profiles",
    "profile",
]
