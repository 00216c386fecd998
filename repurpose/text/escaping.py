"""How must a text be written for a platform's API, so that it shows as it is?"""

from __future__ import annotations

import re

from repurpose.text.entities import find_hashtags

__all__ = ["linkedin_commentary", "linkedin_little_text", "telegram_markdown_v2"]

_LITTLE_TEXT = re.compile(r"[\\|{}@\[\]()<>#*_~]")
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
