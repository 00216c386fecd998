"""Which font files does a theme's face stand for? Bundled families and files beside the theme; never a system font."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from repurpose.cards.harfbuzz import open_face
from repurpose.errors import SettingsError
from repurpose.resources import shipped, shipped_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from repurpose.cards.harfbuzz import Face
    from repurpose.cards.theme import FaceSpec, Theme

__all__ = ["EMOJI_FAMILY", "bundled_families", "faces_of"]

EMOJI_FAMILY = "Noto Color Emoji"


@cache
def bundled_families() -> Mapping[str, Path]:
    """The font file of every bundled family."""
    table = tomllib.loads(shipped_text("assets", "fonts", "FONTS.toml"))
    return {font["family"]: shipped("assets") / "fonts" / font["file"] for font in table["font"]}


def faces_of(theme: Theme, name: str) -> tuple[Face, ...]:
    """
    The faces to try for text in the face *name*: that one, the theme's others in their order, emoji.

    Raises `SettingsError` where a file of the theme is no font.
    """
    specs = [theme.faces[name], *(spec for other, spec in theme.faces.items() if other != name)]
    emoji = open_face(bundled_families()[EMOJI_FAMILY], (), EMOJI_FAMILY)
    return tuple(dict.fromkeys((*(_open(theme, spec) for spec in specs), emoji)))


def _open(theme: Theme, spec: FaceSpec) -> Face:
    axes = tuple(sorted(spec.axes.items()))
    if spec.family is not None:
        return open_face(bundled_families()[spec.family], axes, spec.family)
    path = theme.folder / str(spec.file)
    try:
        return open_face(path, axes, path.stem)
    except OSError as error:
        raise SettingsError(str(path), [f"cannot be read: {error.strerror or error}"]) from error
    except ValueError as error:
        raise SettingsError(str(path), [str(error)]) from error
