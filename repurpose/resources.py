"""Where the shipped templates and assets are, installed or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

__all__ = ["shipped", "shipped_text"]

_PACKAGE = Path(__file__).resolve().parent


@cache
def shipped(folder: Literal["templates", "assets"]) -> Path:
    """
    The shipped *folder*.

    A wheel carries both inside the package; in a checkout (and so in an editable install) they lie beside it. Wheels
    are unpacked by every installer, so a plain path is enough and costs no start-up time.
    """
    packaged = _PACKAGE / folder
    return packaged if packaged.is_dir() else _PACKAGE.parent / folder


def shipped_text(folder: Literal["templates", "assets"], *parts: str) -> str:
    """The text of one shipped file, with LF line ends."""
    return shipped(folder).joinpath(*parts).read_text(encoding="utf-8")
