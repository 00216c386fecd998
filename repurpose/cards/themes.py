"""Which themes are there, and is a theme's file sound? Every problem of a file is reported at once, with its path."""

from __future__ import annotations

from collections.abc import Hashable, Mapping  # noqa: TC003 - pydantic reads these annotations at run time
from dataclasses import dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

import regex

from repurpose.cards.fonts import bundled_families
from repurpose.cards.sizes import SIZES
from repurpose.cards.theme import LAYER_KINDS, Design, FaceSpec, Layer, Palette, Theme, WordsLayer
from repurpose.errors import SettingsError, UnknownName, did_you_mean
from repurpose.resources import shipped
from repurpose.settings.reading import read_toml

if TYPE_CHECKING:
    from pathlib import Path

    from repurpose.settings import Settings

__all__ = ["DEFAULT_THEME", "load_theme", "theme_names"]

DEFAULT_THEME = "paper"

_COLOUR = regex.compile(r"#[0-9A-Fa-f]{6}")

# Lengths and counts that make no sense at 0 or below.
_POSITIVE = (
    "size",
    "width",
    "height",
    "source_size",
    "monogram_size",
    "disc",
    "smallest",
    "leading",
    "lines",
    "characters",
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What ``[sizes.<name>]`` changes."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic's own way to configure a stdlib dataclass

    margin: float | None = None
    layers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A theme's file as it is written."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    description: str
    margin: float
    palette: Palette
    faces: Mapping[str, FaceSpec]
    layers: Mapping[str, Mapping[str, Any]]
    sizes: Mapping[str, _Change] = field(default_factory=dict)


def theme_names(settings: Settings) -> tuple[str, ...]:
    """The names of all themes that can be asked for, the user's own first."""
    return tuple(dict.fromkeys(path.stem for folder in _folders(settings) for path in sorted(folder.glob("*.toml"))))


def load_theme(name: str | None, settings: Settings) -> Theme:
    """
    The theme called *name*, from the user's folder or among the shipped ones; the settings' own when ``None``.

    Raises `UnknownName`, and `SettingsError` with every problem of the file.
    """
    wanted = name or settings.cards.theme or DEFAULT_THEME
    names = theme_names(settings)
    if wanted not in names:
        raise UnknownName("theme", wanted, names)
    path = next(path for folder in _folders(settings) if (path := folder / f"{wanted}.toml").is_file())
    table = read_toml(path)
    problems: list[str] = []
    theme = _theme(wanted, path.parent, table, problems)
    if theme is None or problems:
        raise SettingsError(str(path), problems)
    return theme


def _folders(settings: Settings) -> tuple[Path, ...]:
    shipped_folder = shipped("templates") / "cards"
    own = settings.cards.folder
    if own is None:
        return (shipped_folder,)
    if not own.is_dir():
        raise SettingsError("cards.folder", [f"{own} is not a folder"])
    return (own, shipped_folder)


def _theme(name: str, folder: Path, table: Mapping[str, Any], problems: list[str]) -> Theme | None:
    file = _validated(_File, table, "", problems)
    if file is None:
        # The layers are looked at all the same, so that nobody has to mend a file problem by problem.
        tables = [table.get(key) for key in ("layers", "faces")]
        if all(isinstance(found, dict) and all(isinstance(item, dict) for item in found.values()) for found in tables):
            _layers(table["layers"], tuple(table["faces"]), problems)
        return None
    problems.extend(
        f"palette.{role.name}: '{colour}' is not a colour; write #RRGGBB"
        for role in fields(Palette)
        if not _COLOUR.fullmatch(colour := getattr(file.palette, role.name))
    )
    for face, spec in file.faces.items():
        problems.extend(f"faces.{face}: {problem}" for problem in _face_problems(spec, folder))
    known = tuple(size.name for size in SIZES)
    problems.extend(
        f"sizes.{size}: unknown card size{did_you_mean(size, known)}" for size in file.sizes if size not in known
    )
    _layers(file.layers, tuple(file.faces), problems)
    return Theme(
        name=name,
        description=file.description,
        palette=file.palette,
        faces=file.faces,
        designs={size: _design(size, file, problems) for size in known},
        folder=folder,
    )


def _face_problems(spec: FaceSpec, folder: Path) -> list[str]:
    if (spec.family is None) == (spec.file is None):
        return ["give either a bundled 'family' or a 'file'"]
    if spec.family is not None and spec.family not in bundled_families():
        known = tuple(bundled_families())
        return [f"unknown family '{spec.family}'{did_you_mean(spec.family, known)}; bundled: {', '.join(known)}"]
    if spec.file is not None and not (folder / spec.file).is_file():
        return [f"there is no font file {folder / spec.file}"]
    return []


def _design(size: str, file: _File, problems: list[str]) -> Design:
    """The *file* as it is at *size*; what is wrong at every size has been named before."""
    change = file.sizes.get(size, _Change())
    problems.extend(
        f"sizes.{size}.layers.{name}: there is no such layer{did_you_mean(name, tuple(file.layers))}"
        for name in change.layers
        if name not in file.layers
    )
    found: list[str] = []
    tables = {name: {**table, **change.layers.get(name, {})} for name, table in file.layers.items()}
    layers = _layers(tables, tuple(file.faces), found)
    problems.extend(f"sizes.{size}.{problem}" for problem in found if problem not in problems)
    return Design(margin=file.margin if change.margin is None else change.margin, layers=layers)


def _layers(tables: Mapping[str, Mapping[str, Any]], faces: tuple[str, ...], problems: list[str]) -> tuple[Layer, ...]:
    if not any(table.get("kind") == "words" for table in tables.values()):
        problems.append("layers: one of kind 'words' is needed, it carries the text")
    found = (_layer(table, f"layers.{name}", faces, problems) for name, table in tables.items())
    return tuple(layer for layer in found if layer is not None)


def _layer(table: Mapping[str, Any], path: str, faces: tuple[str, ...], problems: list[str]) -> Layer | None:
    kind = str(table.get("kind"))
    if kind not in LAYER_KINDS:
        known = tuple(LAYER_KINDS)
        problems.append(
            f"{path}.kind: '{kind}' is no kind of layer{did_you_mean(kind, known)}; known: {', '.join(known)}"
        )
        return None
    layer: Layer | None = _validated(LAYER_KINDS[kind], table, f"{path}.", problems)
    if layer is None:
        return None
    problems.extend(f"{path}.{key}: must be more than 0" for key in _POSITIVE if getattr(layer, key, 1) <= 0)
    if isinstance(layer, WordsLayer) and layer.smallest > layer.largest:
        problems.append(f"{path}.smallest: is more than 'largest'")
    for key in ("face", "source_face"):
        face = getattr(layer, key, None)
        if face is not None and face not in faces:
            problems.append(
                f"{path}.{key}: there is no face '{face}'{did_you_mean(face, faces)}; known: {', '.join(faces)}"
            )
    return layer


def _validated(kind: type[T], table: Mapping[str, Any], prefix: str, problems: list[str]) -> T | None:
    from pydantic import ValidationError

    try:
        return cast("T", _adapter(cast("Hashable", kind)).validate_python(table))
    except ValidationError as error:
        problems.extend(_problem(kind, found, prefix) for found in error.errors())
        return None


@cache
def _adapter(kind: Hashable) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(cast("type[Any]", kind))


_TABLES: Mapping[str, type[Any]] = {"palette": Palette, "faces": FaceSpec, "sizes": _Change}


def _problem(kind: Any, error: Mapping[str, Any], prefix: str) -> str:
    """One pydantic error as ``path: what is wrong``, with a suggestion for a misspelt key."""
    loc = [str(part) for part in error["loc"]]
    path = prefix + ".".join(loc)
    if error["type"] == "unexpected_keyword_argument":
        table = _TABLES.get(loc[0], kind) if len(loc) > 1 else kind
        return f"{path}: unknown key{did_you_mean(loc[-1], tuple(known.name for known in fields(table)))}"
    if error["type"] == "missing":
        return f"{path}: is missing"
    return f"{path}: {error['msg'][:1].lower()}{error['msg'][1:]}"
