"""How is one format of one platform put together?"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from repurpose.errors import SettingsError, UnknownName, did_you_mean
from repurpose.formatters.tellings import BULLET
from repurpose.resources import shipped_text
from repurpose.settings import Numbering, Settings
from repurpose.settings.reading import problem_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from repurpose.platforms import PlatformProfile

__all__ = ["FormatTemplate", "template_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatTemplate:
    """One table of ``templates/formats/<platform>.toml``."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic's own way to configure a stdlib dataclass

    shape: Literal["short", "thread", "long"]
    beats: int = 1
    """The most beats between hook and ending."""
    lists: int = 4
    """The most lists among them."""
    list_length: int = 400
    """The most characters that one list may take."""
    opens_with_news: bool = False
    """A good sentence of the article's own opens before its headline, which is left to other platforms."""
    skips_every_second: bool = False
    """Every second of the ordinary beats is rather left to other platforms, so that posts differ."""
    sections: bool = False
    """An article with headings is told section by section."""
    length: int | None = None
    """The most that it aims at, in the platform's unit; the platform's own target when missing."""
    has_chapters: bool = False
    """A recording's chapters stand before the ending, where its notes give their times."""
    has_early_link: bool = False
    """The link stands right under the hook instead of at the end."""
    bullet: str = BULLET
    title: bool = False
    """A hook goes into the title field, and the text opens with another one."""
    numbering: Numbering = "none"
    """What stands before the text of each post of a thread."""
    preheader: bool = False
    """One more hook goes into the preheader."""
    emojis: int = 0
    """The most emoji; the platform's and the brand's ceilings hold too."""
    endings: tuple[Literal["question", "save", "opinion", "byline", "link"], ...] = ()


def template_for(
    profile: PlatformProfile,
    format: str | None,  # noqa: A002 - the field's word
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> tuple[str, FormatTemplate]:
    """
    The name and template of *format*, the platform's first one when ``None``; else raises `UnknownName`.

    What the brand's folder says of it replaces the shipped values one by one; raises `SettingsError` with every problem
    of that file.
    """
    name = format or profile.formats[0]
    if name not in profile.formats:
        raise UnknownName(f"format for {profile.name}", name, profile.formats)
    folder = settings.brand.templates
    path = folder / "formats" / f"{profile.key}.toml" if folder else None
    if path is None or not path.is_file():
        return name, _templates(profile.key)[name]
    return name, _overlaid(profile, path)[name]


@cache
def _templates(platform: str) -> Mapping[str, FormatTemplate]:
    return {
        name: FormatTemplate(**{**table, "endings": tuple(table.get("endings", ()))})
        for name, table in _tables(platform).items()
    }


@cache
def _tables(platform: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(shipped_text("templates", "formats", f"{platform}.toml"))


def _overlaid(profile: PlatformProfile, path: Path) -> Mapping[str, FormatTemplate]:
    """The platform's templates with the values of the brand's own file at *path*, which is read anew each time."""
    from pydantic import TypeAdapter, ValidationError

    own = read_toml(path)
    problems = [
        f"{name}: unknown format for {profile.name}{did_you_mean(name, profile.formats)}; "
        f"known: {', '.join(profile.formats)}"
        for name in own
        if name not in profile.formats
    ]
    tables: dict[str, Any] = dict(_tables(profile.key))
    for name in profile.formats:
        values = own.get(name, {})
        tables[name] = {**tables[name], **values} if isinstance(values, dict) else values
    try:
        found = TypeAdapter(dict[str, FormatTemplate]).validate_python(tables)
    except ValidationError as error:
        problems += [problem_of(one, lambda _: FormatTemplate.__slots__) for one in error.errors()]
    else:
        problems += [
            f"{name}.{key}: {value} is less than 0"
            for name, template in found.items()
            for key in FormatTemplate.__slots__
            if isinstance(value := getattr(template, key), int) and value < 0
        ]
    if problems:
        raise SettingsError(str(path), problems)
    return found
