"""
One article in, a week of native social posts out.

The public names load on first use, so that ``import repurpose`` costs next to nothing.
"""

from __future__ import annotations

# What type checkers take for true, without the 10 ms that importing `typing` costs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from repurpose.errors import RepurposeError
    from repurpose.export import from_json, json_schema, to_json
    from repurpose.export.folder import write_campaign
    from repurpose.formatters import compose, hashtags
    from repurpose.linter import Rule, apply_fixes, lint, lint_text
    from repurpose.model import (
        Article,
        Block,
        Campaign,
        Card,
        Draft,
        Figure,
        Finding,
        Fix,
        Keyphrase,
        KeyPoint,
        Post,
        Quote,
        Segment,
        Severity,
        Span,
        Summary,
    )
    from repurpose.pipeline import render_card, render_cards, repurpose_article
    from repurpose.platforms import PlatformProfile, measure, platform_profiles
    from repurpose.settings import Settings, load_settings
    from repurpose.sources import parse_article, read_article, read_articles
    from repurpose.summarizer import summarize

__all__ = [
    "Article",
    "Block",
    "Campaign",
    "Card",
    "Draft",
    "Figure",
    "Finding",
    "Fix",
    "KeyPoint",
    "Keyphrase",
    "PlatformProfile",
    "Post",
    "Quote",
    "RepurposeError",
    "Rule",
    "Segment",
    "Settings",
    "Severity",
    "Span",
    "Summary",
    "apply_fixes",
    "compose",
    "from_json",
    "hashtags",
    "json_schema",
    "lint",
    "lint_text",
    "load_settings",
    "measure",
    "parse_article",
    "platform_profiles",
    "read_article",
    "read_articles",
    "render_card",
    "render_cards",
    "repurpose_article",
    "summarize",
    "to_json",
    "write_campaign",
]

_HOMES = {
    "errors": ("RepurposeError",),
    "export": ("from_json", "json_schema", "to_json"),
    "export.folder": ("write_campaign",),
    "formatters": ("compose", "hashtags"),
    "linter": ("Rule", "apply_fixes", "lint", "lint_text"),
    "model": (
        "Article",
        "Block",
        "Campaign",
        "Card",
        "Draft",
        "Figure",
        "Finding",
        "Fix",
        "KeyPoint",
        "Keyphrase",
        "Post",
        "Quote",
        "Segment",
        "Severity",
        "Span",
        "Summary",
    ),
    "pipeline": ("render_card", "render_cards", "repurpose_article"),
    "platforms": ("PlatformProfile", "measure", "platform_profiles"),
    "settings": ("Settings", "load_settings"),
    "sources": ("parse_article", "read_article", "read_articles"),
    "summarizer": ("summarize",),
}

# Hidden from type checkers: they would take any misspelt name for a module attribute of type `object`.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import the home of a public *name* on its first use."""
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names:
                value = getattr(import_module(f"repurpose.{home}"), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module 'repurpose' has no attribute {name!r}")

    def __dir__() -> list[str]:
        """The public names."""
        return __all__
