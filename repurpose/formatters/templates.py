"""How is one format of one platform put together?"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from repurpose.errors import UnknownName
from repurpose.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    turn: int = 0
    """Of the ordinary beats, platforms with turn 0 rather tell one half and those with turn 1 the other."""
    sections: bool = False
    """An article with headings is told section by section."""
    bullet: str = "• "
    title: bool = False
    """A hook goes into the title field, and the text opens with another one."""
    numbering: Literal["none", "n/m", "(n/m)", "n"] = "none"
    """What stands before the text of each post of a thread."""
    preheader: bool = False
    """One more hook goes into the preheader."""
    emojis: int = 0
    """The most emoji; the platform's and the brand's ceilings hold too."""
    endings: tuple[Literal["question", "save", "opinion", "link"], ...] = ()


def template_for(profile: PlatformProfile, format: str | None) -> tuple[str, FormatTemplate]:  # noqa: A002 - the field's word
    """The name and template of *format*, the platform's first one when ``None``; else raises `UnknownName`."""
    name = format or profile.formats[0]
    tables = _tables(profile.key)
    if name not in tables:
        raise UnknownName(f"format for {profile.name}", name, profile.formats)
    return name, tables[name]


@cache
def _tables(platform: str) -> Mapping[str, FormatTemplate]:
    path = shipped("templates") / "formats" / f"{platform}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: FormatTemplate(**{**table, "endings": tuple(table.get("endings", ()))}) for name, table in tables.items()
    }
