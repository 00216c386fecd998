"""
What does this user want: brand, platforms, lint and cards, from one or several TOML files?

`brand.toml`, `repurpose.toml` and ``[tool.repurpose]`` of a `pyproject.toml` hold the same tables.
"""

from repurpose.settings.phrasing import PHRASES
from repurpose.settings.reading import load_settings, read_tables, settings_from_tables
from repurpose.settings.values import (
    Brand,
    CardSettings,
    LinkPlace,
    LintSettings,
    Numbering,
    PlatformSettings,
    Settings,
    Voice,
)

__all__ = [
    "PHRASES",
    "Brand",
    "CardSettings",
    "LinkPlace",
    "LintSettings",
    "Numbering",
    "PlatformSettings",
    "Settings",
    "Voice",
    "load_settings",
    "read_tables",
    "settings_from_tables",
]
