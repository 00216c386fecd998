"""What did the user hand over: an article, and settings from several places?"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from repurpose.errors import UsageError
from repurpose.settings import Settings, read_tables, settings_from_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article

__all__ = ["BrandOption", "JsonOption", "SourceArgument", "UrlOption", "article_from", "settings_from"]

SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A file or an address with an article in it; - for stdin.")
]
UrlOption = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the article can be read.")]
BrandOption = Annotated[Path | None, typer.Option("--brand", metavar="FILE", help="Settings of a brand (TOML).")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]

_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_PROJECT_FILES = ("repurpose.toml", "brand.toml", "pyproject.toml")


def article_from(source: str, *, url: str | None = None) -> Article:
    """The article in the file or at the address *source*, or on stdin where that is ``-``."""
    from repurpose.sources.opening import Source, open_source
    from repurpose.sources.reading import article_from as article_in

    if url is not None and not _ADDRESS.fullmatch(url):
        raise UsageError(f"--url '{url}' is no address; it begins with https:// or http:// and has no spaces")
    opened = Source(data=sys.stdin.buffer.read(), where="stdin") if source == "-" else open_source(source)
    return article_in(opened, url=url)


def settings_from(brand: Path | None = None) -> Settings:
    """The project's settings in the working folder, then those of the *brand* file, value by value."""
    merged: dict[str, Any] = {}
    for path in [*(found for name in _PROJECT_FILES if (found := Path(name)).is_file()), *([brand] if brand else [])]:
        # An empty file is not worth loading the validator for.
        if tables := read_tables(path):
            settings_from_tables(tables, where=str(path))
            merged = _merged(merged, tables)
    return settings_from_tables(merged, where="settings") if merged else Settings()


def _merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(one)
    for key, value in other.items():
        before = result.get(key)
        result[key] = _merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return result
