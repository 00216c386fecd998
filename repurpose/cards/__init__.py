"""Quote cards: words set in a theme at a size, as a PNG file with its measured facts."""

from __future__ import annotations

from repurpose.cards.rendering import missing_glyphs, render
from repurpose.cards.sizes import SIZES, CardSize
from repurpose.cards.theme import Theme
from repurpose.cards.themes import load_theme, theme_names

__all__ = ["SIZES", "CardSize", "Theme", "load_theme", "missing_glyphs", "render", "theme_names"]
