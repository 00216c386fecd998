"""
How many posts does the linter check in a second, on one core, with all rules?

    python benchmarks/lint.py [--posts N] [--rules] [--peer PYTHON]

Posts are made from the sentences of seeds/ with tags, emoji and a link. With ``--rules`` each rule's share of the time
is printed. The peer is proselint: in this interpreter when it is installed, or in the one that ``--peer`` names; its
rate over the same posts is taken in the same run and printed as a ratio.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.linter import RULES, lint
from repurpose.linter.rule import example_article
from repurpose.model import Article, Campaign, Draft, Post
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PLATFORMS = ("x", "linkedin", "instagram", "bluesky", "mastodon", "threads")
PEER = """
import json, sys, time
texts = json.load(sys.stdin)
try:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile
    CheckRegistry().register_many(__register__)
    run = lambda text: LintFile("-", content=text).lint()
except ImportError:
    from proselint.tools import lint as run
run(texts[0])
best = 0
for _ in range(3):
    start = time.perf_counter()
    for text in texts:
        run(text)
    best = max(best, len(texts) / (time.perf_counter() - start))
print(best)
"""


def drafts(count: int) -> list[Draft]:
    found: list[Draft] = []
    articles = [
        (example_article(text, language="en"), [span.of(text) for span in sentences(text)])
        for text in (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    ]
    for number in range(count):
        article, lines = articles[number % len(articles)]
        at = number * 3 % max(1, len(lines) - 3)
        text = "\n\n".join(lines[at : at + 3])[:600]
        text += f" 🚀\n\nhttps://halden.example.org/{number} #Article{number % 7} #GoodRead"
        posts = (Post(text=text, payload=text),)
        found.append(Draft(platform=PLATFORMS[number % len(PLATFORMS)], format="post", posts=posts, article=article))
    return found


def rate(subjects: Sequence[Draft | Campaign], posts: int) -> float:
    best = 0.0
    for _ in range(5):
        start = time.perf_counter()
        for subject in subjects:
            lint(subject)
        best = max(best, posts / (time.perf_counter() - start))
    return best


def campaigns(subjects: list[Draft]) -> list[Campaign]:
    by_article: dict[str, tuple[Article, list[Draft]]] = {}
    for draft in subjects:
        if draft.article:
            by_article.setdefault(draft.article.digest, (draft.article, []))[1].append(draft)
    return [Campaign(article=a, drafts=tuple(found), cards=(), findings=()) for a, found in by_article.values()]


def shares(subjects: list[Draft]) -> list[tuple[float, str]]:
    spent: list[tuple[float, str]] = []
    for rule in RULES:
        start = time.perf_counter()
        for subject in subjects:
            lint(subject, rules=(rule,))
        spent.append((time.perf_counter() - start, f"{rule.code} {rule.name}"))
    start = time.perf_counter()
    for subject in subjects:
        lint(subject, rules=())
    empty = time.perf_counter() - start
    total = sum(seconds - empty for seconds, _ in spent)
    return sorted((((seconds - empty) / total, name) for seconds, name in spent), reverse=True)


def peer_rate(python: str, texts: list[str]) -> float | None:
    result = subprocess.run([python, "-c", PEER], input=json.dumps(texts), capture_output=True, text=True, check=False)
    return float(result.stdout) if result.returncode == 0 else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--peer", default=sys.executable)
    options = parser.parse_args()
    subjects = drafts(options.posts)
    texts = [draft.posts[0].text for draft in subjects]
    with_article = rate(campaigns(subjects), len(subjects))
    alone = rate([Draft(platform=draft.platform, format="post", posts=draft.posts) for draft in subjects], len(texts))
    print(f"posts: {len(texts)}, mean {sum(map(len, texts)) // len(texts)} characters, {len(RULES)} rules")
    print(f"lint, text alone:       {alone:8.0f} posts/s")
    print(f"lint, with its article: {with_article:8.0f} posts/s (as one campaign an article)")
    peer = peer_rate(options.peer, texts)
    if peer is None:
        print("proselint: not installed here; name an interpreter that has it with --peer")
    else:
        print(f"proselint:              {peer:8.0f} posts/s; ratio {alone / peer:.1f}")
    if options.rules:
        for share, name in shares([Draft(platform=d.platform, format="post", posts=d.posts) for d in subjects])[:15]:
            print(f"  {share:6.1%} {name}")


if __name__ == "__main__":
    main()
