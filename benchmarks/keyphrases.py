"""How many of the phrases that people chose for a text are found, beside other extractors, and how fast?

``--eval DIR`` names the folder of the public sets with their own ``evaluate.py`` (measures) and ``peers.py`` (the other
extractors; what is not installed is left out, ``pip install -e '.[bench]'`` brings them). F1 is the mean over texts, in
percent, of the first 5 or 10 phrases against all that people chose, whether or not the text has them.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from repurpose import parse_article, summarize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PEERS = ("yake", "rake_nltk", "multi_rake", "summa_kw", "tfidf")
# Set and measure, with the figure that is wanted.
GOALS = (
    ("kp_news", "F1@10", 22.0),
    ("kp_inspec", "F1@10", 28.0),
    ("kp_semeval17", "F1@10", 33.0),
    ("blogtags", "F1@5", 14.0),
)


def ours(text: str, title: str = "", n: int = 10) -> list[str]:
    return [phrase.text for phrase in summarize(parse_article(text, title=title or None)).keyphrases][:n]


def systems(wanted: Sequence[str]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Ours and those peers that run here."""
    yield "repurpose", ours
    peers = import_module("peers")
    for name in wanted:
        peer = getattr(peers, name)
        try:
            peer("The harbour of Port Averil opened a new quay. The quay was full of boats.", n=1)
        except ImportError as missing:
            print(f"left out: {name} ({missing})", file=sys.stderr)
            continue
        yield name, peer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, help="folder of the public sets")
    parser.add_argument("--peers", default=",".join(PEERS), help="which of them, with commas")
    parser.add_argument("--limit", type=int, help="only so many texts of each set")
    arguments = parser.parse_args()
    if arguments.eval is None:
        print("nothing to measure without the public sets: --eval DIR")
        return
    sys.path.insert(0, str(arguments.eval))
    evaluate = import_module("evaluate")
    print(f"{'':<12}" + "".join(f"{f'{name} {measure}':>20}" for name, measure, _ in GOALS) + f"{'texts/s':>10}")
    print(f"{'wanted':<12}" + "".join(f"{goal:>20.1f}" for *_, goal in GOALS))
    for name, extractor in systems([name for name in arguments.peers.split(",") if name]):
        found = evaluate.eval_kp(extractor, ["dev"], arguments.limit)
        figures = "".join(f"{found[f'{set_}/dev'][measure]:>20.2f}" for set_, measure, _ in GOALS)
        print(f"{name:<12}{figures}{found['blogtags/dev']['docs_per_s']:>10.0f}", flush=True)


if __name__ == "__main__":
    main()
