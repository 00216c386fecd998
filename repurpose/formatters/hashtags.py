"""Which hashtags belong under a post?"""

from __future__ import annotations

import regex

from repurpose.errors import UsageError
from repurpose.formatters.tags import choose
from repurpose.formatters.tags.forms import keys_of
from repurpose.formatters.wording import breaks_ban
from repurpose.model import Summary
from repurpose.platforms import profile as profile_of
from repurpose.settings import PlatformSettings, Settings
from repurpose.text.entities import find_hashtags
from repurpose.text.words import content_stems

__all__ = ["hashtags", "spoken_of"]

_LONGEST = 30
# "#DigitalServices" has two words; so much of one is enough to know it again, in another form too.
_WORD = regex.compile(r"\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\d+")
_BEGINNING, _SHORTEST_WORD = 5, 3


def hashtags(summary: Summary, platform: str, *, settings: Settings = Settings()) -> tuple[str, ...]:  # noqa: B008 - frozen
    """
    The hashtags for one post about *summary*, ``#CamelCase``, best first.

    The brand's own come first, then the author's, then what names the article's subject, as many as the platform likes
    at most: one good tag, or none, is better than three weak ones. None is repeated in another case or number, and none
    is there that the brand has ruled out.
    """
    if not isinstance(summary, Summary):
        raise UsageError(
            f"hashtags are chosen from a Summary, as summarize gives it, not from {type(summary).__name__}"
        )
    profile = profile_of(platform)
    most = profile.hashtags.best
    wanted = settings.platform.get(profile.key, PlatformSettings()).hashtags
    if wanted is not None:
        most = min(wanted, profile.hashtags.maximum)
    if not most:
        return ()
    article, brand = summary.article, settings.brand
    never = {_key(tag, article.language) for tag in brand.hashtags_never}
    longest = min(_LONGEST, profile.hashtags.maximum_length or _LONGEST)
    chosen: dict[str, str] = {}
    always = tuple("#" + tag.lstrip("#") for tag in brand.hashtags_always)
    found = [tag for tag in choose(article, brand.name) if not breaks_ban(tag, settings)]
    for tag in (*always, *found):
        key = _key(tag, article.language)
        if key not in chosen and key not in never and len(tag) <= longest + 1 and _links_whole(tag):
            chosen[key] = tag
    return tuple(chosen.values())[:most]


def spoken_of(tags: tuple[str, ...], text: str, language: str, *, always: tuple[str, ...]) -> tuple[str, ...]:
    """
    The first of *tags*, and those others that have a word of which the post *text* speaks.

    The first one names the subject, whatever the post tells of it; what brand or author *always* set stays as well.
    """
    said, stems = text.casefold(), frozenset(content_stems(text, language))
    own = {tag.lstrip("#").casefold() for tag in always}

    def is_apt(tag: str) -> bool:
        words = _WORD.findall(tag)
        begun = [word.casefold()[:_BEGINNING] for word in words if len(word) >= _SHORTEST_WORD] or [tag.lstrip("#")]
        return any(one in said for one in begun) or not stems.isdisjoint(content_stems(" ".join(words), language))

    return tuple(tag for at, tag in enumerate(tags) if at == 0 or tag.lstrip("#").casefold() in own or is_apt(tag))


def _key(tag: str, language: str) -> str:
    """What two tags have in common that differ in case or number only."""
    return keys_of([tag.lstrip("#").lower() or "#"], language)[0]


def _links_whole(tag: str) -> bool:
    """Whether every platform would link the whole of *tag*."""
    found = find_hashtags(tag)
    return len(found) == 1 and len(found[0].span) == len(tag)
