"""Write assets/weights/keyphrases_en.json: python scripts/fit_keyphrases.py --eval DIR [--check]

DIR holds sets of texts with the keyphrases that people chose, one JSON object a line with `id`, `title`, `text` and
`keys`: kp_news.jsonl (500N-KPCrowd), kp_inspec.jsonl (Inspec), kp_semeval17.jsonl (SemEval-2017), blogtags.jsonl
(posts of 18F, public domain, with their tags). The texts belong to others, and what is written holds nothing of them:
only weights of what is counted of a phrase, such as how often it is said, none of any word.

For each kind of text a logistic regression with a ridge penalty tells keyphrases from other candidates; another one
tells the kind of a text from its shape. --check fits to four fifths of each set and prints macro F1 on the last one, in
turn, instead of writing. Needs numpy: pip install -e '.[bench]'.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer

from repurpose import parse_article
from repurpose.summarizer.fitted import SHAPE, shape
from repurpose.summarizer.phrases import MARKS, NUMBERS, Reading

TARGET = Path(__file__).resolve().parent.parent / "assets" / "weights" / "keyphrases_en.json"
KINDS = {"news": ("kp_news",), "abstract": ("kp_inspec", "kp_semeval17"), "blog": ("blogtags",)}
TAGS = frozenset({"blogtags"})
# Between 30 and 300 the figures of --check do not tell the penalties apart.
RIDGE = 100.0
# What an ending tells is sooner than the rest a habit of one site, such as that "security" and "usability" are tags.
RIDGE_OF_ENDINGS = 300.0
FOLDS = 5
# Smaller weights make no difference.
LEAST = 5e-4
ABOUT = (
    "How much each thing that is counted of a phrase (repurpose/summarizer/phrases.py) tells of its being a keyphrase, "
    "for each kind of text, written by scripts/fit_keyphrases.py. Fitted to {texts}: the research sets 500N-KPCrowd, "
    "Inspec and SemEval-2017, and posts of 18F with their tags (public domain). Numbers of this project; no word, "
    "phrase or sentence of those texts is kept."
)

Matrix = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Text:
    """One text, as what was counted of its candidates."""

    name: str
    fold: int
    shape: Matrix
    traits: Matrix
    """One line for each candidate."""
    forms: list[str]
    """How the candidates are compared."""
    gold: frozenset[str]

    @property
    def hits(self) -> Matrix:
        return np.array([form in self.gold for form in self.forms], dtype=float)


def read(folder: Path) -> list[Text]:
    texts = []
    stems: dict[str, str] = {}
    for names in KINDS.values():
        for name in names:
            for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                article = replace(parse_article(row["text"], title=row["title"] or None), language="en")
                reading = Reading.of(article)
                found = list(reading.traits())
                traits = np.zeros((len(found), len(NUMBERS) + len(MARKS)))
                for values, one in zip(traits, found, strict=True):
                    values[: len(NUMBERS)] = one.numbers
                    for mark in one.marks:
                        values[len(NUMBERS) + mark] += 1
                    for mark in one.contexts:
                        values[len(NUMBERS) + mark] += 2 / len(one.contexts)
                texts.append(
                    Text(
                        name=name,
                        fold=int(hashlib.md5(row["id"].encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS,
                        shape=np.array([1.0, *shape(reading)]),
                        traits=traits,
                        forms=[compared(reading.surface(one.key), name, stems) for one in found],
                        gold=frozenset(compared(key, name, stems) for key in row["keys"]) - {""},
                    )
                )
    return texts


def compared(phrase: str, name: str, stems: dict[str, str]) -> str:
    """*phrase* as the sets are scored: by Porter's stems, tags without spaces and marks."""
    words = re.findall(r"[a-z0-9]+", phrase.lower())
    if name in TAGS:
        return "".join(words)
    stemmer = PorterStemmer()
    return " ".join(stems[word] if word in stems else stems.setdefault(word, stemmer.stem(word)) for word in words)


def fitted(texts: list[Text]) -> tuple[Matrix, Matrix]:
    """The weights of the shape and of the traits, constants first, one column for each kind."""
    columns = []
    for names in KINDS.values():
        own = [text for text in texts if text.name in names]
        columns.append(logistic(np.vstack([t.traits for t in own]), np.concatenate([t.hits for t in own])))
    return kinds(texts), np.stack(columns, axis=1)


def logistic(values: Matrix, hits: Matrix, steps: int = 12) -> Matrix:
    """Newton's method on standardised values; the weights are those of the values as they are."""
    mean, spread = values.mean(0), values.std(0) + 1e-3
    scaled = np.hstack([np.ones((len(values), 1)), (values - mean) / spread])
    endings = [RIDGE_OF_ENDINGS if " -" in name else RIDGE for name in (*NUMBERS, *MARKS)]
    penalty = np.diag([1e-6, *endings])
    weights = np.zeros(scaled.shape[1])
    for _ in range(steps):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slopes = np.maximum(likely * (1 - likely), 1e-4)
        gradient = scaled.T @ (likely - hits) + penalty @ weights
        weights -= np.linalg.solve((scaled.T * slopes) @ scaled + penalty, gradient)
    raw = weights[1:] / spread
    return np.array([weights[0] - raw @ mean, *raw])


def kinds(texts: list[Text], steps: int = 3000, rate: float = 1.5) -> Matrix:
    """The same for several outcomes, by gradient descent, for the few values of a text's shape."""
    values = np.stack([text.shape for text in texts])
    is_kind = np.array([[text.name in names for names in KINDS.values()] for text in texts], dtype=float)
    mean, spread = values.mean(0), values.std(0)
    mean[0], spread[0] = 0, 1
    scaled = (values - mean) / spread
    weights = np.zeros((scaled.shape[1], len(KINDS)))
    for _ in range(steps):
        weights -= rate * (scaled.T @ (shares(scaled @ weights) - is_kind) + weights) / len(texts)
    raw = weights / spread[:, None]
    raw[0] -= mean[1:] @ raw[1:]
    return raw


def shares(scores: Matrix) -> Matrix:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    result: Matrix = powers / powers.sum(-1, keepdims=True)
    return result


def f1(text: Text, weights: tuple[Matrix, Matrix], count: int) -> float:
    by_shape, by_traits = weights
    scores = text.traits @ (by_traits[1:] @ shares(text.shape @ by_shape))
    ranked = list(dict.fromkeys(text.forms[place] for place in np.argsort(-scores, kind="stable")))[:count]
    hits = sum(form in text.gold for form in ranked)
    return 200 * hits / (len(ranked) + len(text.gold)) if hits else 0.0


def check(texts: list[Text]) -> None:
    held_out: dict[str, list[tuple[float, float]]] = {}
    for fold in range(FOLDS):
        weights = fitted([text for text in texts if text.fold != fold])
        for text in texts:
            if text.fold == fold:
                held_out.setdefault(text.name, []).append((f1(text, weights, 5), f1(text, weights, 10)))
    everything = fitted(texts)
    for name, figures in held_out.items():
        own = [(f1(text, everything, 5), f1(text, everything, 10)) for text in texts if text.name == name]
        held, full = np.mean(figures, axis=0), np.mean(own, axis=0)
        print(f"{name:14} F1@5 {held[0]:5.2f} F1@10 {held[1]:5.2f}   fitted to all: {full[0]:5.2f} {full[1]:5.2f}")


def written(texts: list[Text]) -> str:
    by_shape, by_traits = fitted(texts)
    counts = ", ".join(f"{sum(t.name == name for t in texts)} texts of {name}" for ns in KINDS.values() for name in ns)
    table: dict[str, Any] = {"about": ABOUT.format(texts=counts), "kinds": list(KINDS)}
    for title, names, weights in (("shape", SHAPE, by_shape), ("phrase", (*NUMBERS, *MARKS), by_traits)):
        table[title] = {
            name: [round(float(value), 3) for value in row]
            for name, row in zip(("constant", *names), weights, strict=True)
            if np.abs(row).max() >= LEAST
        }
    return json.dumps(table, indent=1) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True, metavar="DIR")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    found = read(given.eval)
    if given.check:
        check(found)
    else:
        TARGET.write_text(written(found), encoding="utf-8")
