"""From a source to an Article."""

from __future__ import annotations

from repurpose.sources.collecting import read_articles
from repurpose.sources.reading import parse_article, read_article

__all__ = ["parse_article", "read_article", "read_articles"]
