"""How much of what a publisher says of an article do key points say, beside other summarizers, and how fast?

``--eval DIR`` names the folder of the public sets with their own ``evaluate.py`` (measures) and ``peers.py`` (the other
summarizers; what is not installed is left out, ``pip install -e '.[bench]'`` brings them). ROUGE is the mean F1 of
ROUGE 1, 2 and Lsum. Without it only the speed is measured, beside summa, on the sample articles.

A key point counts as the sentences that it holds, which the measure splits again. A budget of words is filled from the
key points by score and put in the article's order.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from repurpose import parse_article, read_article, summarize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from repurpose import Article

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PEERS = ("summa", "textrank", "lexrank", "luhn", "sumbasic", "edmundson", "lsa", "kl")
POINTS = 7
# Set, budget and measure, with the figure that is wanted.
GOALS = (
    ("govblog, 2 sentences", "govblog/dev/2s", "avg", 24.0),
    ("the same with furniture", "govblog_messy/dev/2s", "avg", 24.0),
    ("furniture in 2 sentences, %", "govblog_messy/dev/2s", "leak", 1.0),
    ("furniture in 5 sentences, %", "govblog_messy/dev/5s", "leak", 1.0),
    ("cnndm, 3 sentences", "cnndm/dev/3s", "avg", 31.0),
    ("clean part, ROUGE-1", "cnndm@REALSumm/dev/3s", "R1", 42.0),
    ("socialposts, 1 sentence", "socialposts/dev/1s", "avg", 21.0),
    ("facts in 60 words, %", "socialposts/dev/60w", "spoiler", 60.0),
)


def ours(text: str, title: str = "", max_sentences: int | None = None, max_words: int | None = None) -> list[str]:
    article = parse_article(text, title=title or None)
    if max_sentences is not None:
        return [point.text for point in summarize(article, limit=max_sentences).key_points]
    points = summarize(article, limit=POINTS).key_points
    chosen: list[int] = []
    used = 0
    for index in sorted(range(len(points)), key=lambda index: -points[index].score):
        if max_words is None or used >= max_words:
            break
        chosen.append(index)
        used += len(points[index].text.split())
    return [points[index].text for index in sorted(chosen)]


def systems(wanted: Sequence[str]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Ours, the first sentences, and those peers that run here."""
    yield "repurpose", ours
    evaluate, peers = import_module("evaluate"), import_module("peers")
    yield "lead", evaluate.lead
    for name in wanted:
        peer = getattr(peers, name)
        try:
            peer("Boats came in. The harbour was full. Nobody slept that night.", max_sentences=1)
        except ImportError as missing:
            print(f"left out: {name} ({missing})", file=sys.stderr)
            continue
        yield name, peer


def against_peers(folder: Path, wanted: Sequence[str], limit: int | None) -> None:
    sys.path.insert(0, str(folder))
    evaluate = import_module("evaluate")
    print(f"{'':<12}" + "".join(f"{name:>30}" for name, *_ in GOALS) + f"{'articles/s':>12}")
    print(f"{'wanted':<12}" + "".join(f"{goal:>30.1f}" for *_, goal in GOALS))
    for name, summarizer in systems(wanted):
        found = evaluate.eval_summary(summarizer, ["dev"], limit)
        figures = "".join(f"{found[row][measure]:>30.2f}" for _, row, measure, _ in GOALS)
        print(f"{name:<12}{figures}{found['govblog/dev/2s']['docs_per_s']:>12.0f}", flush=True)


def speed(articles: Sequence[Article]) -> float:
    """Articles of 1,000 words a second, reading not counted."""
    words = sum(len(article.text.split()) for article in articles)
    gc.collect()
    rounds = 5
    start = time.perf_counter()
    for _ in range(rounds):
        for article in articles:
            summarize(article)
    return rounds * words / 1000 / (time.perf_counter() - start)


def summa_speed(articles: Sequence[Article]) -> float | None:
    try:
        summa = import_module("summa.summarizer")
    except ImportError:
        return None
    words = sum(len(article.text.split()) for article in articles)
    start = time.perf_counter()
    for article in articles:
        summa.summarize(article.text, words=150)
    return words / 1000 / (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, help="folder of the public sets")
    parser.add_argument("--peers", default=",".join(PEERS), help="which of them, with commas")
    parser.add_argument("--limit", type=int, help="only so many articles of each set")
    arguments = parser.parse_args()
    articles = [read_article(path) for path in sorted(SEEDS.iterdir()) if path.suffix in (".txt", ".md", ".html")]
    articles = [article for article in articles if article.language == "en"]
    speed(articles)
    rate, theirs = speed(articles), summa_speed(articles)
    beside = f", {rate / theirs:.1f} x summa's" if theirs else ""
    print(f"{rate:.0f} articles of 1,000 words a second{beside}")
    long = parse_article("\n\n".join(article.text for article in articles) * 20)
    start = time.perf_counter()
    summarize(long)
    print(f"{len(long.text.split()):,} words in {time.perf_counter() - start:.2f} s")
    if arguments.eval:
        against_peers(arguments.eval, [name for name in arguments.peers.split(",") if name], arguments.limit)


if __name__ == "__main__":
    main()
