"""How rightly and how fast are sentences found, beside pysbd, sentencex and untrained Punkt?

``--data FILE`` names a JSON file of cases: ``golden48`` and ``other_rules`` (``text`` and ``sents``, white space does
not count) and ``news`` (``text`` and ``bounds``, the number of letters and digits before the end of each sentence).
Without it only the speed is measured, on text of our own. A peer that is not installed is left out.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Split = Callable[[str], Sequence[str]]

SPACE = re.compile(r"\s+")
NOT_COUNTED = re.compile(r"[^a-z0-9]")
PARAGRAPH = (
    "Dr. J. Weir told the council on Jan. 5 that the new bridge over the river would cost $3.5 million and open in the "
    "spring of next year, if the weather holds and the steel arrives on time. “Why so much?” a neighbour asked. "
    "The U.S. firm that builds it, Hale & Co., gave no answer that evening, though its engineers had sat in the second "
    "row since 5 p.m. and taken notes throughout. Nobody on the council could say what comes after the first winter. "
)


def ours() -> Split:
    return lambda text: [span.of(text) for span in sentences(text, "en")]


def pysbd() -> Split:
    return import_module("pysbd").Segmenter(language="en", clean=False).segment  # type: ignore[no-any-return]  # untyped


def sentencex() -> Split:
    segment = import_module("sentencex").segment
    return lambda text: list(segment("en", text))


def punkt() -> Split:
    return import_module("nltk.tokenize.punkt").PunktSentenceTokenizer().tokenize  # type: ignore[no-any-return]  # untyped


PEERS: dict[str, Callable[[], Split]] = {
    "repurpose": ours,
    "pysbd": pysbd,
    "sentencex": sentencex,
    "Punkt, untrained": punkt,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a JSON file of cases")
    options = parser.parse_args()
    data: dict[str, list[Any]] = json.loads(options.data.read_text(encoding="utf-8")) if options.data else {}
    texts = [case["text"] for case in data.get("news", [])] or [PARAGRAPH * 10] * 50
    for name, load in PEERS.items():
        try:
            split = load()
        except ImportError:
            print(f"{name:17} is not installed")
            continue
        figures = [f"{rate(split, texts):6.2f} MB/s"]
        for rules in ("golden48", "other_rules"):
            if rules in data:
                right = sum(plain(split(case["text"])) == plain(case["sents"]) for case in data[rules])
                figures.append(f"{rules} {right} of {len(data[rules])}")
        if "news" in data:
            precision, recall = boundaries(split, data["news"])
            harmonic = 2 * precision * recall / (precision + recall)
            figures.append(f"news P {precision:.2f} R {recall:.2f} F1 {harmonic:.2f}")
        print(f"{name:17}", "  ".join(figures))


def plain(found: Sequence[str]) -> list[str]:
    return [SPACE.sub(" ", sentence).strip() for sentence in found if sentence.strip()]


def boundaries(split: Split, cases: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """Precision and recall of the places where sentences end, in per cent."""
    right = told = due = 0
    for case in cases:
        found, count = set(), 0
        for sentence in split(case["text"]):
            count += len(NOT_COUNTED.sub("", sentence.lower()))
            found.add(count)
        right += len(found & set(case["bounds"]))
        told += len(found)
        due += len(set(case["bounds"]))
    return 100 * right / told, 100 * right / due


def rate(split: Split, texts: Sequence[str]) -> float:
    """Megabytes a second of processor time, the best of five runs without the garbage collector."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    split(texts[0])
    gc.collect()
    gc.disable()
    best = 0.0
    for _ in range(5):
        started = time.process_time()
        for text in texts:
            split(text)
        best = max(best, size / (time.process_time() - started))
    gc.enable()
    return best


if __name__ == "__main__":
    main()
