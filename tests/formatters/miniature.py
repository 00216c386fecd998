"""Miniature articles, and all that is made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from repurpose import compose, parse_article, summarize
from repurpose.formatters.outline import outline_of
from repurpose.model import PLATFORMS
from repurpose.platforms import profile
from repurpose.settings import Brand, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from repurpose.formatters.outline import Outline
    from repurpose.model import Draft, Post, Summary

PLAIN = Settings()
FORMATS = tuple((key, form) for key in PLATFORMS for form in profile(key).formats)
URL = "https://example.org/a"
# Sections, a list and steps, told by somebody who says "I".
SHOP = """The repair shop of Norrby mends 400 bicycles a year, and it may open a second room in May.

I have mended bicycles in Norrby since 1998, and my first customer still comes to the shop on Mondays.

## What we mend

We mend brakes, lamps and chains of any age within one hour.

## Our prices

Repairs cost nothing on Mondays, and 4 crowns on any other day of the week.

## Who helps

My neighbour Ada Brook sorts the screws of the shop on Fridays.

## How can I help?

Anybody may bring a wheel, a lamp or a pot of coffee to the shop.

What we need in May:

- We need 12 lamps
- Wheels of any size
- Our pump is broken

How to fix a flat tyre with what I know:

1. Take off the tyre. I use two spoons.
2. Find the hole. My sink is full of water.
3. Glue a patch over the hole. Wait for ten minutes.
"""


def read(text: str, title: str | None = None, *, language: str = "en", form: str = "markdown", **more: Any) -> Summary:
    """The summary of the article *text*, with *more* of its fields set."""
    article = parse_article(text, format=form, title=title, language=language)
    return summarize(replace(article, **more), limit=12)


def outlined(text: str, title: str | None = None, *, is_author: bool = False, **more: Any) -> Outline:
    """The outline of the article *text*."""
    return outline_of(read(text, title, **more), is_author=is_author)


def brand(**values: Any) -> Settings:
    """The settings of a brand."""
    return Settings(brand=Brand(**values))


def drafts(summary: Summary, settings: Settings = PLAIN) -> Mapping[tuple[str, str], Draft]:
    """What an article becomes, in every format of every platform."""
    return {(key, form): compose(summary, key, format=form, settings=settings) for key, form in FORMATS}


def posts(summary: Summary, settings: Settings = PLAIN) -> Iterator[Post]:
    """Every post that an article becomes."""
    for draft in drafts(summary, settings).values():
        yield from draft.posts


def texts(summary: Summary, settings: Settings = PLAIN) -> list[str]:
    """The text of every post."""
    return [post.text for post in posts(summary, settings)]


def lines(summary: Summary, settings: Settings = PLAIN) -> list[str]:
    """Every line of every post."""
    return [line for text in texts(summary, settings) for line in text.splitlines() if line]


def said(post: Post) -> str:
    """Everything that *post* says, field by field."""
    return "\n".join(filter(None, (post.title, post.preheader, post.text, post.first_comment)))
