"""How does a post's text look to the platform's API?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.text.escaping import discord_message, linkedin_commentary, reddit_markdown, telegram_message
from repurpose.text.facets import bluesky_record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["payload"]


_ESCAPES: Mapping[str, Callable[[str], str]] = {
    "bluesky": bluesky_record,
    "discord": discord_message,
    "linkedin": linkedin_commentary,
    "reddit": reddit_markdown,
    "telegram": telegram_message,
}


def payload(text: str, platform: str) -> str:
    """*text* as *platform*'s API wants it; the text itself where nothing differs."""
    escape = _ESCAPES.get(platform)
    return escape(text) if escape else text
