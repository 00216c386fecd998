"""
What do the files say? From one or several TOML files to settings, every problem of a file at once.

Later files win over earlier ones, value by value; a path in a file is relative to that file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from repurpose.errors import SettingsError, did_you_mean
from repurpose.model import PLATFORMS
from repurpose.settings.values import Brand, CardSettings, LintSettings, PlatformSettings, Settings

__all__ = ["load_settings", "problem_of", "read_tables", "read_toml", "settings_from_tables"]

# What TOML calls the shapes that pydantic names after Python's.
_SHAPES = {"tuple_type": "list", "dict_type": "table", "mapping_type": "table", "dataclass_type": "table"}
_TABLES = {"brand": Brand, "lint": LintSettings, "cards": CardSettings, "platform": PlatformSettings}
_PATHS = (("brand", "templates"), ("cards", "folder"))


def load_settings(path: str | Path) -> Settings:
    """
    The settings in the TOML file at *path*.

    Raises `SettingsError` with every problem of the file, each with its path in it.
    """
    return settings_from_tables(read_tables(Path(path)), where=str(path))


def read_tables(path: Path) -> Mapping[str, Any]:
    """
    The raw tables of one TOML file; ``[tool.repurpose]`` where the file is a `pyproject.toml`.

    Paths in it are made relative to the working folder instead of to the file.
    """
    tables = read_toml(path)
    if path.name == "pyproject.toml":
        tool = tables.get("tool", {})
        found = tool.get("repurpose", {}) if isinstance(tool, dict) else {}
        tables = found if isinstance(found, dict) else {}
    for name, key in _PATHS:
        table = tables.get(name)
        if isinstance(table, dict) and isinstance(table.get(key), str):
            tables = {**tables, name: {**table, key: str(path.parent / table[key])}}
    return tables


def read_toml(path: Path) -> Mapping[str, Any]:
    """The tables of the TOML file at *path*; raises `SettingsError` where it is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(str(path), [f"cannot be read: {error.strerror or error}"]) from error
    except UnicodeDecodeError as error:
        raise SettingsError(str(path), ["is not UTF-8 text"]) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(str(path), [f"is not TOML: {error}"]) from error


def settings_from_tables(tables: Mapping[str, Any], *, where: str) -> Settings:
    """
    The settings that the raw *tables* of the file *where* hold.

    Raises `SettingsError` with every problem, each with its path in the file.
    """
    from pydantic import TypeAdapter, ValidationError

    from repurpose.settings.checks import problems_of

    platforms = tables.get("platform", {})
    unknown = [
        f"platform.{name}: unknown platform{did_you_mean(name, PLATFORMS)}"
        for name in (platforms if isinstance(platforms, Mapping) else ())
        if name not in PLATFORMS
    ]
    adapter = TypeAdapter(Settings)
    problems = unknown
    unread: tuple[str, ...] = ()
    try:
        settings = adapter.validate_python(tables)
    except ValidationError as error:
        problems += [problem_of(one, _keys_of) for one in error.errors()]
        # What can be read is looked at all the same, so that nobody has to mend a file in two rounds.
        places = [one["loc"] for one in error.errors()]
        unread = tuple(f"{'.'.join(map(str, place))}:" for place in places)
        settings = adapter.validate_python(_without(tables, places))
    problems += [problem for problem in problems_of(settings) if not problem.startswith(unread)]
    if problems:
        raise SettingsError(where, problems)
    return settings


def _without(tables: Mapping[str, Any], places: Sequence[tuple[int | str, ...]]) -> Any:
    """*tables* without what stands at *places*; in a list an empty text stands there, the others keep their numbers."""

    def kept(value: Any, place: tuple[int | str, ...]) -> Any:
        if isinstance(value, Mapping):
            return {key: kept(one, (*place, key)) for key, one in value.items() if (*place, key) not in places}
        if isinstance(value, list | tuple):
            whole = ((*place, index) for index in range(len(value)))
            return ["" if at in places else kept(one, at) for one, at in zip(value, whole, strict=True)]
        return value

    return kept(tables, ())


def problem_of(error: Mapping[str, Any], keys_of: Callable[[Sequence[str]], Sequence[str]]) -> str:
    """One pydantic *error* as ``path: what is wrong``; *keys_of* says what the table at a path may hold."""
    parts = [str(part) for part in error["loc"]]
    path = ".".join(parts)
    if (shape := _SHAPES.get(error["type"])) is not None:
        return f"{path}: should be a {shape}"
    if error["type"] == "unexpected_keyword_argument":
        return f"{path}: unknown key{did_you_mean(parts[-1], keys_of(parts[:-1]))}"
    return f"{path}: {error['msg'][:1].lower()}{error['msg'][1:]}"


def _keys_of(parts: Sequence[str]) -> Sequence[str]:
    table: Any = _TABLES[parts[0]] if parts else Settings
    return tuple(table.__slots__)
