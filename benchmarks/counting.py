"""
How fast and how right do we count, beside the peers?

    python benchmarks/counting.py [--data DIR] [--node-modules DIR] [--seconds 2]

Prints our rate as a ratio to npm twitter-text (with --node-modules DIR, where it is installed) and to PyPI
twitter-text-parser (when it is importable), each measured in this run on the same posts, then what a megabyte costs in
every unit. With --data DIR the agreement with DIR/counting/cases.json is printed too.
"""

from __future__ import annotations

import argparse
import importlib
import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.text.counting import COUNTERS, weighted

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
POST_LENGTH = 280
NODE = """
const text = require(process.argv[1] + '/twitter-text');
const posts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const seconds = Number(process.argv[2]);
for (const post of posts) text.parseTweet(post);
const start = process.hrtime.bigint();
let rounds = 0, took = 0;
while (took < seconds) {
  for (const post of posts) text.parseTweet(post);
  rounds++;
  took = Number(process.hrtime.bigint() - start) / 1e9;
}
console.log(rounds * posts.length / took);
"""


def sample_posts() -> list[str]:
    """Posts as they are: pieces of the sample articles with a link, hashtags and emoji."""
    posts = []
    for path in sorted(SEEDS.glob("*")):
        if path.suffix not in {".txt", ".md"}:
            continue
        text = " ".join(path.read_text(encoding="utf-8").split())
        pieces = [text[start : start + POST_LENGTH - 60] for start in range(0, len(text), POST_LENGTH - 60)]
        posts += [f"{piece} 🚀 https://example.com/a/post #AI #MachineLearning" for piece in pieces]
    return posts


def rate(count: Callable[[str], object], posts: list[str], seconds: float) -> float:
    """Posts a second."""
    for post in posts:
        count(post)
    start = time.perf_counter()
    rounds = 0
    while (took := time.perf_counter() - start) < seconds:
        for post in posts:
            count(post)
        rounds += 1
    return rounds * len(posts) / took


def npm_rate(modules: Path, posts: list[str], seconds: float) -> float | None:
    node = shutil.which("node")
    if node is None or not (modules / "twitter-text").is_dir():
        return None
    command = [node, "-e", NODE, str(modules.resolve()), str(seconds)]
    return float(subprocess.run(command, input=json.dumps(posts), capture_output=True, text=True, check=True).stdout)


def python_peer_rate(posts: list[str], seconds: float) -> float | None:
    try:
        peer = importlib.import_module("twitter_text")
    except ImportError:
        return None
    return rate(peer.parse_tweet, posts, seconds)


def agreement(data: Path) -> tuple[int, int]:
    """Values of the set that we meet, and all of them."""
    cases = json.loads((data / "counting/cases.json").read_text(encoding="utf-8"))["cases"]
    right = total = 0
    for case in cases:
        expected = case["expected"]
        wanted = {
            "weighted": expected["x"]["weighted"],
            "graphemes": expected["bluesky"]["graphemes"],
            "utf8": expected["bluesky"]["bytes"],
            "utf16": expected["linkedin"]["utf16"],
            "code_points": expected["units"]["codepoints"],
            "mastodon": expected["mastodon"]["length"],
            "threads": expected["threads"]["length"],
            "telegram": expected["telegram"]["length"],
        }
        total += len(wanted)
        right += sum(count(case["text"]) == wanted[unit] for unit, count in COUNTERS.items())
    return right, total


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path)
    parser.add_argument("--node-modules", type=Path)
    parser.add_argument("--seconds", type=float, default=2.0)
    options = parser.parse_args()
    posts = sample_posts()
    ours = rate(weighted, posts, options.seconds)
    print(f"weighted length, {len(posts)} posts: {ours:,.0f} posts/s")
    npm = npm_rate(options.node_modules, posts, options.seconds) if options.node_modules else None
    peers = {"npm twitter-text": npm, "PyPI twitter-text-parser": python_peer_rate(posts, options.seconds)}
    for name, theirs in peers.items():
        result = f"{theirs:,.0f} posts/s, ours {ours / theirs:.2f} times that" if theirs else "not installed"
        print(f"  {name}: {result}")
    text = "\n".join(posts)
    text *= 1_000_000 // len(text.encode()) + 1
    for unit, count in COUNTERS.items():
        start = time.perf_counter()
        count(text)
        print(f"  {unit}: {(time.perf_counter() - start) / len(text.encode()) * 1e6:.3f} s per MB")
    if options.data:
        right, total = agreement(options.data)
        print(f"agreement with counting/cases.json: {right} of {total} lengths")


if __name__ == "__main__":
    main()
