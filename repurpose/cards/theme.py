"""What does a card look like? A theme is data that a designer can edit; code only knows the kinds of layers."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads these annotations at run time
from dataclasses import dataclass, field
from pathlib import Path  # noqa: TC003 - as above
from typing import Literal

__all__ = [
    "LAYER_KINDS",
    "BarLayer",
    "Design",
    "FaceSpec",
    "Layer",
    "OrnamentLayer",
    "Palette",
    "Role",
    "SignatureLayer",
    "Theme",
    "WordsLayer",
]

Role = Literal["page", "ink", "accent", "muted", "on_ink"]
Dock = Literal["top", "bottom", "left", "fill"]
ContentKind = Literal["quote", "statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours by what they are for, each ``#RRGGBB``."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic's own way to configure a stdlib dataclass

    page: str
    ink: str
    accent: str
    muted: str
    on_ink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceSpec:
    """One face: a bundled family, or a font file beside the theme."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    family: str | None = None
    file: str | None = None
    """Path of a TrueType or OpenType file, relative to the theme's own folder."""
    axes: Mapping[str, float] = field(default_factory=dict)
    """Settings of a variable font: ``wght``, ``opsz``, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - as above

    dock: Dock
    gap: float = 0
    """Pixels that stay free between this layer and those after it."""
    only: ContentKind | None = None
    """Drawn for this kind of content alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrnamentLayer(_Layer):
    """A sign that belongs to the design, not to the words: the large quotation mark."""

    kind: Literal["ornament"] = "ornament"
    text: str
    face: str
    colour: Role
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BarLayer(_Layer):
    """A filled rectangle at the side where lines begin."""

    kind: Literal["bar"] = "bar"
    colour: Role
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLayer(_Layer):
    """Who says it and where it stands, beside a disc with initials."""

    kind: Literal["signature"] = "signature"
    face: str
    size: float
    colour: Role
    source_face: str
    source_size: float
    source_colour: Role
    monogram_size: float
    monogram_colour: Role
    disc: float
    """Diameter."""
    disc_colour: Role
    space: float
    """Between the disc and the lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsLayer(_Layer):
    """The content's words, as large as they fit."""

    kind: Literal["words"] = "words"
    face: str
    colour: Role
    emphasis: Role
    """Of the one phrase that is brought out."""
    smallest: int
    largest: int
    leading: float
    """From baseline to baseline, in em."""
    tracking: float = 0.0
    """Added to every advance, in em."""
    lines: int
    """The most."""
    characters: int
    """The most, in graphemes: more is an article, not a card."""
    above: float = 0.5
    """The share of the free height that lies above the words."""


Layer = OrnamentLayer | BarLayer | SignatureLayer | WordsLayer

LAYER_KINDS: Mapping[str, type[Layer]] = {
    "ornament": OrnamentLayer,
    "bar": BarLayer,
    "signature": SignatureLayer,
    "words": WordsLayer,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A theme at one card size."""

    margin: float
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A card design for every size."""

    name: str
    description: str
    palette: Palette
    faces: Mapping[str, FaceSpec]
    """In the order in which they help each other out with a missing character."""
    designs: Mapping[str, Design]
    """By card size."""
    folder: Path
    """Where its file lies, and its fonts."""
