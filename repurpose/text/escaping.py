"""How must a text be written for a platform's API, so that it shows as it is?"""

from __future__ import annotations

import re

from repurpose.text.entities import find_hashtags, find_urls

__all__ = [
    "discord_message",
    "linkedin_commentary",
    "linkedin_little_text",
    "reddit_markdown",
    "telegram_markdown_v2",
    "telegram_message",
]

_LITTLE_TEXT = re.compile(r"[\\|{}@\[\]()<>#*_~]")
# What Markdown reads as markup inside a line, and what it reads so at its beginning only.
_DISCORD = re.compile(r"[\\*_~`|]|^(?=[#>])", re.MULTILINE)
_REDDIT = re.compile(r"[\\*_~`^\[\]]|^(?=[#>])|(?<!\S)(?=/?[ru]/\w)", re.MULTILINE)
_MARKDOWN_V2 = re.compile(r"[\\_*\[\]()~`>#+\-=|{}.!]")


def linkedin_little_text(text: str) -> str:
    """*text* in LinkedIn's little text format, every reserved character escaped: nothing in it is live."""
    return _LITTLE_TEXT.sub(r"\\\g<0>", text)


def linkedin_commentary(text: str) -> str:
    r"""
    *text* as the commentary of a LinkedIn post: its hashtags are live (``{hashtag|\#|Tag}``), all else is escaped.

    An unescaped reserved character would cut the post off there, without an error.
    """
    parts = []
    end_before = 0
    for hashtag in find_hashtags(text):
        start, end = hashtag.span.start, hashtag.span.end
        word = linkedin_little_text(hashtag.name)
        parts += [linkedin_little_text(text[end_before:start]), f"{{hashtag|\\#|{word}}}"]
        end_before = end
    return "".join((*parts, linkedin_little_text(text[end_before:])))


def telegram_markdown_v2(text: str) -> str:
    """*text* in Telegram's MarkdownV2, every reserved character escaped: it shows as it is, without markup."""
    return _MARKDOWN_V2.sub(r"\\\g<0>", text)


def telegram_message(text: str) -> str:
    """*text* in Telegram's MarkdownV2 with its first line in bold, where more follows."""
    first, between, rest = text.partition("\n\n")
    if not rest or "\n" in first:
        return telegram_markdown_v2(text)
    return f"*{telegram_markdown_v2(first)}*{between}{telegram_markdown_v2(rest)}"


def discord_message(text: str) -> str:
    """*text* in Discord's Markdown: its first line in bold where more follows, lists as lists, all else as it is."""
    first, between, rest = text.partition("\n\n")
    if not rest or "\n" in first:
        return _escaped(text, _DISCORD)
    return f"**{_escaped(first, _DISCORD)}**{between}{_escaped(rest, _DISCORD)}"


def reddit_markdown(text: str) -> str:
    """*text* in Reddit's Markdown: lists as lists, all else shows as it is."""
    return _escaped(text, _REDDIT)


def _escaped(text: str, markup: re.Pattern[str]) -> str:
    """*text* with a backslash before what is *markup*, but for addresses, which would lead elsewhere."""
    parts = []
    end = 0
    for url in find_urls(text):
        parts += [markup.sub(r"\\\g<0>", text[end : url.span.start]), text[url.span.start : url.span.end]]
        end = url.span.end
    return "".join((*parts, markup.sub(r"\\\g<0>", text[end:])))
