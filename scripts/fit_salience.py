"""
Write assets/weights/salience.json: python scripts/fit_salience.py --eval FOLDER

FOLDER holds cnndm.jsonl, govblog.jsonl and socialposts.jsonl: articles with the highlights, the blurb or the post that
their publishers wrote of them. Of each article the sentences that stand alone are compared with what the publisher
wrote (ROUGE 1, 2 and Lsum, mean of F1); the weights are those of a linear model under whose scores, taken as a
probability over an article's sentences, the good ones are most probable. Nothing of the texts is kept, only numbers.

Needs numpy and rouge-score: pip install -e '.[bench]'. The result depends on nothing but the files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rouge_score.rouge_scorer import RougeScorer

from repurpose import parse_article
from repurpose.summarizer.counts import Counts
from repurpose.summarizer.features import FEATURES, RELATIVE, features
from repurpose.summarizer.known import Known
from repurpose.summarizer.names import names_of
from repurpose.summarizer.openings import opened
from repurpose.summarizer.passages import paragraphs
from repurpose.summarizer.salience import deviations
from repurpose.summarizer.standalone import stands_alone
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

SETS = ("cnndm", "govblog", "socialposts")
TARGET = Path(__file__).resolve().parent.parent / "assets" / "weights" / "salience.json"
# A difference of this much ROUGE (of 1) makes a sentence e times as good.
TEMPERATURE = 0.05
# Best of 20, 50, 150 and 400 by cross-validation; the first three differ by less than the noise.
PENALTY = 50.0
STEPS = 12
FOLDS = 5
DIGITS = 5


@dataclass(frozen=True)
class Example:
    """One article's sentences that stand alone: their features and how near each comes to what the publisher wrote."""

    fold: int
    rows: NDArray[np.float64]
    gains: NDArray[np.float64]


def examples(folder: Path) -> Iterator[Example]:
    scorer = RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    for name in SETS:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if found := example(record, scorer):
                yield found


def example(record: dict[str, Any], scorer: RougeScorer) -> Example | None:
    article = parse_article(record["text"], title=record.get("title") or None)
    prose = paragraphs(article)
    counts = Counts.of(article, prose)
    rows = tuple(features(article, prose, counts))
    if not rows:
        return None
    known = Known(frozenset(content_stems(article.title or "", "en")), counts.first_seen, names_of(article))
    sentences = [sentence for paragraph in prose for sentence in paragraph.sentences]
    alone = [
        index for index, sentence in enumerate(sentences) if stands_alone(opened(sentence, known, "en")[0].text, "en")
    ]
    if len(alone) < 2:
        return None
    reference = "\n".join(record["reference"])
    gains = []
    for index in alone:
        scores = scorer.score(reference, sentences[index].text)
        gains.append(sum(score.fmeasure for score in scores.values()) / len(scores))
    fold = int(hashlib.sha1(record["id"].encode()).hexdigest(), 16) // 2 % FOLDS
    return Example(fold, expanded(rows)[alone], np.array(gains))


def expanded(rows: Sequence[tuple[float, ...]]) -> NDArray[np.float64]:
    """The features as they are, and beside them the relative ones by the article's deviations."""
    plain = np.array(rows, dtype=np.float64)
    spread = np.array(deviations(list(zip(*rows, strict=True))[RELATIVE:]))
    return np.hstack([plain, plain[:, RELATIVE:] / spread])


def fitted(given: Sequence[Example]) -> NDArray[np.float64]:
    """The weights under which the good sentences are most probable, by Newton's method."""
    everything = np.vstack([one.rows for one in given])
    scale = everything.std(0) + 1e-9
    rows = [(one.rows - one.rows.mean(0)) / scale for one in given]
    targets = []
    for one in given:
        wanted = np.exp((one.gains - one.gains.max()) / TEMPERATURE)
        targets.append(wanted / wanted.sum())
    weights = np.zeros(everything.shape[1])
    for _ in range(STEPS):
        gradient, curve = PENALTY * weights, PENALTY * np.eye(len(weights))
        for features_, wanted in zip(rows, targets, strict=True):
            scores = features_ @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            gradient = gradient + features_.T @ (likely - wanted)
            centred = features_ - likely @ features_
            curve = curve + centred.T @ (likely[:, None] * centred)
        weights = weights - np.linalg.solve(curve, gradient)
    return weights / scale


def gain(given: Sequence[Example], weights: NDArray[np.float64]) -> float:
    """Mean ROUGE of the sentences that the weights put first."""
    return float(100 * np.mean([one.gains[int(np.argmax(one.rows @ weights))] for one in given]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True, help="folder of the development sets")
    parser.add_argument("--check", action="store_true", help="cross-validate, write nothing")
    arguments = parser.parse_args()
    given = tuple(examples(arguments.eval))
    if arguments.check:
        held_out = []
        for fold in range(FOLDS):
            weights = fitted([one for one in given if one.fold != fold])
            held_out.append(gain([one for one in given if one.fold == fold], weights))
        print(f"{len(given)} articles; ROUGE of the first choice {gain(given, fitted(given)):.2f}", end=", ")
        print(
            f"held out {np.mean(held_out):.2f}, best possible {100 * np.mean([one.gains.max() for one in given]):.2f}"
        )
        return
    weights = fitted(given)
    flat, steep = weights[: len(FEATURES)], weights[len(FEATURES) :]
    table = {
        name: [round(float(flat[index]), DIGITS)]
        + ([round(float(steep[index - RELATIVE]), DIGITS)] if index >= RELATIVE else [])
        for index, name in enumerate(FEATURES)
    }
    about = (
        "Weights of repurpose/summarizer/features.py, as they are and relative to the article, written by "
        "scripts/fit_salience.py. Fitted to news with the publisher's highlights (CNN / DailyMail, REALSumm), posts of "
        "18F and Digital.gov with their authors' blurbs (public domain), and articles with the post that was published "
        "of them (Webis-Clickbait-22, CC BY 4.0). Numbers of this project; no text of theirs is kept."
    )
    TARGET.write_text(json.dumps({"about": about, "weights": table}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
