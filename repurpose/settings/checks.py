"""Which settings have the right type and still cannot be?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.errors import did_you_mean
from repurpose.model import PLATFORMS
from repurpose.resources import shipped
from repurpose.settings.handles import handle_problem
from repurpose.settings.phrasing import LINK_PLACES, OPINION_PLACES, phrase_problems, place_problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from repurpose.settings.values import Brand, CardSettings, PlatformSettings, Settings

__all__ = ["problems_of"]

_TAG = re.compile(r"[#＃]?\w+")
_PARAMETER = re.compile(r"\w[\w.-]*")
# One emoji as it is recommended for general interchange: a flag, a keycap, or faces and signs that are joined to one.
_SIGN = r"(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Emoji_Modifier_Base}(?=\p{Emoji_Modifier}))"
_JOINED = rf"{_SIGN}\p{{Emoji_Modifier}}?(?:[\U000e0020-\U000e007e]+\U000e007f)?"
_EMOJI = rf"\p{{RI}}{{2}}|[0-9#*]\ufe0f\u20e3|(?!\p{{Emoji_Component}}){_JOINED}(?:\u200d{_JOINED})*"


def problems_of(settings: Settings) -> Iterator[str]:
    """Every problem of *settings*, each with its path."""
    brand = settings.brand
    yield from _counts(settings)
    yield from _hashtags(brand)
    yield from _words(brand)
    yield from _emojis(brand)
    yield from _phrases(brand)
    yield from _links(brand)
    yield from _templates(brand)
    yield from _cards(settings.cards)
    for key, own in settings.platform.items():
        if key in PLATFORMS:
            yield from _platform(key, own)


def _counts(settings: Settings) -> Iterator[str]:
    counts = {"brand.emoji": settings.brand.emoji}
    for key, own in settings.platform.items():
        counts |= {f"platform.{key}.hashtags": own.hashtags, f"platform.{key}.emoji": own.emoji}
    yield from (f"{path}: {count} is less than 0" for path, count in counts.items() if count is not None and count < 0)


def _hashtags(brand: Brand) -> Iterator[str]:
    for name in ("hashtags_always", "hashtags_never"):
        for index, tag in enumerate(getattr(brand, name)):
            if not _TAG.fullmatch(tag):
                yield f"brand.{name}.{index}: '{tag}' is no hashtag; it is one word of letters, digits and _"
    never = {_bare(tag) for tag in brand.hashtags_never}
    for index, tag in enumerate(brand.hashtags_always):
        if _bare(tag) in never:
            yield f"brand.hashtags_always.{index}: '{tag}' is among the hashtags_never too"


def _bare(tag: str) -> str:
    return tag.lstrip("#＃").casefold()


def _words(brand: Brand) -> Iterator[str]:
    for index, word in enumerate(brand.banned_words):
        if not word.strip():
            yield f"brand.banned_words.{index}: is empty"
    banned = {word.casefold() for word in brand.banned_words}
    replaced = {word.casefold() for word in brand.preferred_words}
    for word, own in brand.preferred_words.items():
        path = f"brand.preferred_words.{word}"
        if not word.strip() or not own.strip():
            yield f"{path}: is empty"
        elif own.casefold() in banned:
            yield f"{path}: '{own}' is among the banned_words"
        elif own.casefold() in replaced and own.casefold() != word.casefold():
            yield f"{path}: '{own}' is itself replaced"


def _emojis(brand: Brand) -> Iterator[str]:
    if brand.emoji_palette:
        import regex

        one = regex.compile(_EMOJI)
        for index, emoji in enumerate(brand.emoji_palette):
            if not one.fullmatch(emoji):
                yield f"brand.emoji_palette.{index}: '{emoji}' is not one emoji"


def _phrases(brand: Brand) -> Iterator[str]:
    for name, entries in brand.ctas.items():
        yield from phrase_problems(f"brand.ctas.{name}", name, entries)
    if brand.opinion_line is not None:
        yield from place_problems("brand.opinion_line", brand.opinion_line, OPINION_PLACES)
        if "opinion" in brand.ctas:
            yield "brand.opinion_line: brand.ctas.opinion says it too; keep one of them"


def _links(brand: Brand) -> Iterator[str]:
    if brand.utm is None:
        return
    names = [name for name, _ in brand.link_parameters]
    if not names or not all(map(_PARAMETER.fullmatch, names)):
        yield f"brand.utm: '{brand.utm}' is no query; write it as utm_source={{platform}}&utm_medium=social"
        return
    yield from (f"brand.utm: {name} stands in it twice" for name in sorted({n for n in names if names.count(n) > 1}))
    for name, value in brand.link_parameters:
        yield from place_problems(f"brand.utm: {name}", value, LINK_PLACES)


def _templates(brand: Brand) -> Iterator[str]:
    folder = brand.templates
    if folder is not None and not folder.is_dir():
        yield f"brand.templates: {folder} is not a folder"
        folder = None
    if folder is not None:
        for path in sorted((folder / "formats").glob("*.toml")):
            if path.stem not in PLATFORMS:
                yield f"brand.templates: formats/{path.name}: unknown platform{did_you_mean(path.stem, PLATFORMS)}"
    if brand.language is not None:
        known = sorted({*_stems(shipped("templates") / "phrases"), *(_stems(folder / "phrases") if folder else ())})
        if brand.language not in known:
            yield f"brand.language: there are no phrases in '{brand.language}'; known: {', '.join(known)}"


def _cards(cards: CardSettings) -> Iterator[str]:
    folder = cards.folder
    if folder is not None and not folder.is_dir():
        yield f"cards.folder: {folder} is not a folder"
        folder = None
    if cards.theme is not None:
        known = sorted({*_stems(shipped("templates") / "cards"), *(_stems(folder) if folder else ())})
        if cards.theme not in known:
            said = did_you_mean(cards.theme, known)
            yield f"cards.theme: there is no theme '{cards.theme}'{said}; known: {', '.join(known)}"


def _stems(folder: Path) -> Iterator[str]:
    return (path.stem for path in folder.glob("*.toml"))


def _platform(key: str, own: PlatformSettings) -> Iterator[str]:
    if own.handle is not None and (problem := handle_problem(key, own.handle)):
        yield f"platform.{key}.handle: {problem}"
    if own.utm_source is not None and not own.utm_source.strip():
        yield f"platform.{key}.utm_source: is empty"
