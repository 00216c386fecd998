"""Which hashtags belong under a post?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from repurpose.formatters.emojis import is_topic
from repurpose.platforms import profile as profile_of
from repurpose.settings import PlatformSettings, Settings
from repurpose.text.entities import find_hashtags
from repurpose.text.lexicons import stopwords
from repurpose.text.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.model import Summary

__all__ = ["hashtags"]

_PART = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")
_MOST_WORDS = 3
_LONGEST = 30


def hashtags(summary: Summary, platform: str, *, settings: Settings = Settings()) -> tuple[str, ...]:  # noqa: B008 - frozen
    """
    The hashtags for one post about *summary*, ``#CamelCase``, best first.

    The brand's own come first, then the author's and the keyphrases by rank; none is repeated in another case or
    number, none is a year, and none that a brand has ruled out.
    """
    profile = profile_of(platform)
    most = profile.hashtags.best
    wanted = settings.platform.get(profile.key, PlatformSettings()).hashtags
    if wanted is not None:
        most = min(wanted, profile.hashtags.maximum)
    never = {_key(tag, summary.article.language) for tag in settings.brand.hashtags_never}
    longest = min(_LONGEST, profile.hashtags.maximum_length or _LONGEST)
    chosen: dict[str, str] = {}
    for tag in _candidates(summary, settings):
        key = _key(tag, summary.article.language)
        if key not in chosen and key not in never and len(tag) <= longest + 1 and _links_whole(tag):
            chosen[key] = tag
    return tuple(chosen.values())[:most]


def _candidates(summary: Summary, settings: Settings) -> Iterator[str]:
    for tag in settings.brand.hashtags_always:
        yield "#" + tag.lstrip("#")
    yield from summary.article.author_hashtags
    byline = {part.lower() for part in _PART.findall(summary.article.byline or "")}
    for keyphrase in summary.keyphrases:
        parts = _PART.findall(keyphrase.text)
        # Three small words that are said but once are sooner a piece of a sentence than a term.
        if len(parts) == _MOST_WORDS and len(keyphrase.spans) == 1 and keyphrase.text.islower():
            continue
        if not _is_tag(parts, summary.article.language) or {part.lower() for part in parts} <= byline:
            continue
        if len(parts) > 1 or parts[0] != parts[0].lower() or is_topic(parts[0], summary.article.language):
            yield "#" + "".join(part[:1].upper() + part[1:] for part in parts)


def _is_tag(parts: list[str], language: str) -> bool:
    stop = stopwords(language)
    return (
        0 < len(parts) <= _MOST_WORDS
        and not parts[0].isdigit()
        and parts[-1].lower() not in stop
        and parts[0].lower() not in stop
    )


def _key(tag: str, language: str) -> str:
    """What two tags have in common that differ in case or number only."""
    return stem(tag.lstrip("#").lower(), language)


def _links_whole(tag: str) -> bool:
    """Whether every platform would link the whole of *tag*."""
    found = find_hashtags(tag)
    return len(found) == 1 and len(found[0].span) == len(tag)
