"""
How long do the texts for all fourteen platforms take, beside one summary by summa, and do the drafts keep their rules?

    python benchmarks/composing.py [--articles DIR] [--runs 7]

Timed on one core is what a dashboard does with an article that it has read: the summary, then the first format of every
platform, of the sample articles and of those in *DIR*, each cut or repeated to 1,000 words; reading is not counted.
`summa` is what others start from; what is not installed is left out (``pip install -e '.[bench]'``). The rules are
counted over every format of every article: crashes, error-level findings, first lines above the fold, different first
lines, and LinkedIn posts of 900 to 1,500 characters from articles of 400 words and more.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from repurpose import RepurposeError, compose, parse_article, read_article, repurpose_article, summarize
from repurpose.model import PLATFORMS, Severity
from repurpose.platforms import profile
from repurpose.text.counting import graphemes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from repurpose import Article

ROOT = Path(__file__).resolve().parent.parent
WORDS = 1000
TARGET = 40.0
"""Milliseconds for all platforms."""
KEY_POINTS = 12
LINKEDIN = range(900, 1501)
LONG = 400


def articles(folders: Iterable[Path]) -> Iterator[Article]:
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix in (".md", ".txt", ".html") and path.name != "README.md":
                yield read_article(path)


def sized(article: Article) -> Article:
    """*article* with whole paragraphs up to about `WORDS` words, repeated where it has fewer."""
    paragraphs = [block.span.of(article.text) for block in article.blocks]
    told: list[str] = []
    count = 0
    while count < WORDS and paragraphs:
        for paragraph in paragraphs:
            told.append(paragraph)
            count += len(paragraph.split())
            if count >= WORDS:
                break
    return parse_article("\n\n".join(told), title=article.title, language=article.language)


def milliseconds(job: Callable[[int], object], runs: int) -> float:
    """The fastest of *runs*; each is told its number, so that it can do something that was not done before."""
    taken = []
    for number in range(runs):
        gc.collect()
        start = time.perf_counter()
        job(number)
        taken.append((time.perf_counter() - start) * 1000)
    return min(taken)


def all_platforms(article: Article) -> None:
    summary = summarize(article, limit=KEY_POINTS)
    for platform in PLATFORMS:
        compose(summary, platform)


def speed(found: list[Article], runs: int) -> float:
    ours, peers = [], []
    for article in (sized(one) for one in found if one.language not in ("ja", "zh")):
        # A space more at the end is another article to every cache.
        ours.append(
            milliseconds(lambda number, one=article: all_platforms(replace(one, text=one.text + " " * number)), runs)
        )  # type: ignore[misc]  # bound here
        try:
            from summa.summarizer import summarize as summa
        except ImportError:
            continue
        peers.append(milliseconds(lambda _, text=article.text: summa(text, ratio=0.2), 3))  # type: ignore[misc]  # as above
    line = f"all platforms, {WORDS} words: median {median(ours):.1f} ms, slowest {max(ours):.1f} (target {TARGET:.0f})"
    print(
        line + (f", {median(ours) / median(peers):.2f} x one summary by summa" if peers else ", summa is not installed")
    )
    return median(ours)


def rules(found: list[Article]) -> int:
    """Print what the drafts of *found* keep; returns what must be zero."""
    bad: Counter[str] = Counter()
    above = lines = long_ones = in_range = 0
    different = []
    for article in found:
        try:
            campaign = repurpose_article(article, cards=False)
        except RepurposeError:
            bad["refused"] += 1
            continue
        bad["errors"] += sum(finding.severity is Severity.ERROR for finding in campaign.findings)
        firsts = {}
        for draft in campaign.drafts:
            first = draft.posts[0].text.split("\n")[0]
            firsts.setdefault(draft.platform, first)
            fold = profile(draft.platform).fold
            if fold is not None:
                lines += 1
                above += graphemes(first) <= fold.graphemes
            if draft.platform == "linkedin" and len(article.text.split()) >= LONG:
                long_ones += 1
                in_range += len(draft.posts[0].text) in LINKEDIN
        different.append(len(set(firsts.values())))
    print(f"{len(found)} articles: {bad['refused']} refused, {bad['errors']} error-level findings (target 0)")
    print(f"first lines above the fold: {100 * above / lines:.1f} % of {lines} (target 95)")
    print(f"different first lines of 14: median {median(different):.0f}, fewest {min(different)}")
    print(f"LinkedIn posts of 900 to 1,500 characters: {in_range} of {long_ones} articles of {LONG} words and more")
    return bad["errors"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0].strip())
    parser.add_argument("--articles", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    found = list(articles([ROOT / "seeds", *options.articles]))
    took = speed(found, options.runs)
    return int(rules(found) > 0 or took > TARGET)


if __name__ == "__main__":
    sys.exit(main())
