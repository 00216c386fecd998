"""Where the sample articles and the public sets are, and the samples read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from repurpose.model import Article, Summary
from repurpose.sources import read_article
from repurpose.summarizer import summarize

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
SEED = ROOT / "seeds" / "000_77d9be3d5e05aaac.txt"
SEEDS = tuple(
    path
    for path in sorted((ROOT / "seeds").iterdir())
    if path.suffix in (".txt", ".md", ".html") and path.name != "README.md"
)


@cache
def article_of(path: Path) -> Article:
    return read_article(path)


@cache
def summary_of(path: Path) -> Summary:
    return summarize(article_of(path), limit=12)
