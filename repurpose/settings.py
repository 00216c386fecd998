"""
What does this user want: brand, platforms, lint and cards, from one or several TOML files?

`brand.toml`, `repurpose.toml` and ``[tool.repurpose]`` of a `pyproject.toml` hold the same tables. Later files win over
earlier ones, value by value.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from repurpose.errors import SettingsError, did_you_mean
from repurpose.model import PLATFORMS, Severity

__all__ = [
    "Brand",
    "CardSettings",
    "LintSettings",
    "PlatformSettings",
    "Settings",
    "load_settings",
    "read_tables",
    "settings_from_tables",
]

# What TOML calls the shapes that pydantic names after Python's.
_SHAPES = {"tuple_type": "list", "dict_type": "table", "mapping_type": "table", "dataclass_type": "table"}
_TAG = re.compile(r"[#＃]?\w+")

LinkPlace = Literal["body", "last-post", "first-comment", "bio", "field", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """Whose posts these are, and how they speak."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic's own way to configure a stdlib dataclass

    name: str | None = None
    """Signs the cards; the article's byline stands there when it is missing."""
    stance: Literal["owner", "curator"] = "owner"
    """``owner``: the account published the article. ``curator``: somebody else did, so claims are attributed."""
    is_author: bool = False
    """The brand wrote the article itself, so "I" and "we" in it are its own."""
    emoji: int | None = None
    """The most emoji that a post may carry; the platform's own habit when missing."""
    hashtags_always: tuple[str, ...] = ()
    hashtags_never: tuple[str, ...] = ()
    banned_words: tuple[str, ...] = ()
    """Words and phrases that no output may contain."""
    sign_off: str | None = None
    """The last line of long posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformSettings:
    """What differs on one platform."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    link_place: LinkPlace | None = None
    hashtags: int | None = None
    """The most hashtags that a post carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintSettings:
    """Which rules speak, and what counts as failure."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    select: tuple[str, ...] = ()
    """Rule names, codes or prefixes of them; all rules when empty."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Another severity for a rule."""
    fail_on: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSettings:
    """How cards look."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    theme: str | None = None
    folder: Path | None = None
    """A folder of themes that are looked up before the shipped ones."""
    source: str | None = None
    """The line under the credit: the name of the blog or campaign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One user's settings; every table may be missing."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    brand: Brand = field(default_factory=Brand)
    platform: Mapping[str, PlatformSettings] = field(default_factory=dict)
    lint: LintSettings = field(default_factory=LintSettings)
    cards: CardSettings = field(default_factory=CardSettings)


def load_settings(path: str | Path) -> Settings:
    """
    The settings in the TOML file at *path*.

    Raises `SettingsError` with every problem of the file, each with its path in it.
    """
    return settings_from_tables(read_tables(Path(path)), where=str(path))


def read_tables(path: Path) -> Mapping[str, Any]:
    """The raw tables of one TOML file; ``[tool.repurpose]`` where the file is a `pyproject.toml`."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(str(path), [f"cannot be read: {error.strerror or error}"]) from error
    except UnicodeDecodeError as error:
        raise SettingsError(str(path), ["is not UTF-8 text"]) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(str(path), [f"is not TOML: {error}"]) from error
    if path.name == "pyproject.toml":
        tool = tables.get("tool", {})
        found = tool.get("repurpose", {}) if isinstance(tool, dict) else {}
        return found if isinstance(found, dict) else {}
    return tables


def settings_from_tables(tables: Mapping[str, Any], *, where: str) -> Settings:
    """
    The settings that the raw *tables* of the file *where* hold.

    Raises `SettingsError` with every problem, each with its path in the file.
    """
    from pydantic import TypeAdapter, ValidationError

    platforms = tables.get("platform", {})
    unknown = [
        f"platform.{name}: unknown platform{did_you_mean(name, PLATFORMS)}"
        for name in (platforms if isinstance(platforms, Mapping) else ())
        if name not in PLATFORMS
    ]
    try:
        settings = TypeAdapter(Settings).validate_python(tables)
    except ValidationError as error:
        raise SettingsError(where, [*unknown, *map(_problem, error.errors())]) from error
    if problems := [*unknown, *_impossible(settings)]:
        raise SettingsError(where, problems)
    return settings


def _impossible(settings: Settings) -> Iterator[str]:
    """What has the right type and still cannot be."""
    for name in ("hashtags_always", "hashtags_never"):
        for index, tag in enumerate(getattr(settings.brand, name)):
            if not _TAG.fullmatch(tag):
                yield f"brand.{name}.{index}: '{tag}' is no hashtag; it is one word of letters, digits and _"
    for index, word in enumerate(settings.brand.banned_words):
        if not word.strip():
            yield f"brand.banned_words.{index}: is empty"
    counts = {"brand.emoji": settings.brand.emoji}
    counts |= {f"platform.{key}.hashtags": own.hashtags for key, own in settings.platform.items()}
    yield from (f"{path}: {count} is less than 0" for path, count in counts.items() if count is not None and count < 0)


def _problem(error: Mapping[str, Any]) -> str:
    """One pydantic error as ``path: what is wrong``, with a suggestion for a misspelt key."""
    path = ".".join(str(part) for part in error["loc"])
    if (shape := _SHAPES.get(error["type"])) is not None:
        return f"{path}: should be a {shape}"
    if error["type"] != "unexpected_keyword_argument":
        return f"{path}: {error['msg'][:1].lower()}{error['msg'][1:]}"
    table: Any = Settings
    for part in error["loc"][:-1]:
        fields = {"brand": Brand, "lint": LintSettings, "cards": CardSettings, "platform": PlatformSettings}
        table = fields.get(str(part), table)
    return f"{path}: unknown key{did_you_mean(str(error['loc'][-1]), tuple(table.__slots__))}"
