"""How good are summaries, in numbers that need no other tool? The quality gate holds them against floors."""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from repurpose import parse_article, read_article, summarize
from repurpose.formatters import hashtags
from repurpose.summarizer.known import Known
from repurpose.summarizer.names import names_of
from repurpose.summarizer.openings import opened
from repurpose.summarizer.passages import paragraphs
from repurpose.summarizer.salience import Salience
from repurpose.summarizer.standalone import is_clear
from repurpose.text.discourse import discourse
from repurpose.text.words import content_stems, stem, words
from tests.corpus import ROOT, SEEDS, summary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from repurpose.model import Article, Summary

RUBRICS = tuple(sorted((ROOT / "seeds" / "rubrics").glob("*.toml")))
LABELS = ROOT / "tests" / "quality" / "standalone_labels.json"
# A point counts as told when so much of its words is there.
TOLD = 0.5
WEIGHTS = {"must": 2, "should": 1}
# Of the public sets every so many texts are measured: the gate is to be quick.
EVERY = 4
FEW = 3


def digest_of(paths: Iterable[Path]) -> str:
    """Sixteen hexadecimal digits that stand for the files."""
    found = hashlib.sha256()
    for path in sorted(paths):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def of_seeds() -> dict[str, float]:
    """The measures of the sample articles and their editors' sheets, in percent."""
    told = total = 0.0
    full = [path for path in SEEDS if len(summary_of(path).key_points) >= FEW]
    gists: list[float] = []
    tags: list[float] = []
    for path in RUBRICS:
        rubric = tomllib.loads(path.read_text(encoding="utf-8"))
        summary = summary_of(ROOT / "seeds" / rubric["file"])
        said = _stems(_everything(summary))
        for point in rubric["key_points"]:
            wanted = _stems(point["point"])
            total += WEIGHTS[point["weight"]]
            told += WEIGHTS[point["weight"]] * (len(wanted & said) >= TOLD * len(wanted))
        gist = _stems(rubric["gist"])
        few = summarize(summary.article, limit=3)
        gists.append(len(gist & _stems(" ".join(point.text for point in few.key_points))) / len(gist))
        chosen = [tag.casefold() for tag in hashtags(summary, "linkedin")]
        tags.append(sum(tag in {one.casefold() for one in rubric["hashtags_ok"]} for tag in chosen) / len(chosen))
    return {
        "editors' points told": 100 * told / total,
        "words of the gist in three points": 100 * sum(gists) / len(gists),
        "hashtags that the editor would use": 100 * sum(tags) / len(tags),
        "articles with at least three points": 100 * len(full) / len(SEEDS),
    }


def of_public(folder: Path) -> dict[str, float]:
    """The measures of the public sets, in percent."""
    measures = {}
    for name, limit in (("cnndm", 3), ("govblog", 2), ("socialposts", 1)):
        scores = []
        for record in _records(folder / "eval" / f"{name}.jsonl")[::EVERY]:
            article = parse_article(record["text"], title=record.get("title") or None)
            points = summarize(article, limit=limit).key_points
            scores.append(_f1(" ".join(record["reference"]), " ".join(point.text for point in points)))
        measures[f"words of the publisher's summary, {name}"] = 100 * sum(scores) / len(scores)
    for name, count in (("kp_news", 10), ("kp_inspec", 10), ("kp_semeval17", 10), ("blogtags", 5)):
        scores = []
        for record in _records(folder / "eval" / f"{name}.jsonl")[::EVERY]:
            summary = summarize(parse_article(record["text"], title=record.get("title") or None))
            scores.append(
                _overlap({_key(key) for key in record["keys"]}, {_key(one.text) for one in summary.keyphrases[:count]})
            )
        measures[f"key phrases, {name}"] = 100 * sum(scores) / len(scores)
    return measures | _judged(folder)


def texts_of(folder: Path) -> list[Path]:
    """The public texts that are measured."""
    labelled = json.loads(LABELS.read_text(encoding="utf-8"))["labels"]
    return sorted({*(folder / "eval").glob("*.jsonl"), *(folder / source.partition("#")[0] for source in labelled)})


def _judged(folder: Path) -> dict[str, float]:
    """What readers said of the sentences that the stand-alone test accepts, and of those that open a key point."""
    accepted: list[bool] = []
    chosen: list[bool] = []
    found = total = 0
    for source, labels in json.loads(LABELS.read_text(encoding="utf-8"))["labels"].items():
        article = _labelled(folder, source)
        salience = Salience.of(article, paragraphs(article))
        known = Known(salience.topic, salience.first_seen, names_of(article))
        own = discourse("en")
        opens = {point.spans[0] for point in summarize(article).key_points}
        total += len(labels)
        for paragraph in paragraphs(article):
            for sentence in paragraph.sentences:
                label = labels.get(hashlib.sha256(sentence.text.encode()).hexdigest()[:12])
                text = opened(sentence, known, "en")[0].text
                found += label is not None
                if label is None or paragraph.speaker or own.first_person.search(text):
                    continue
                if is_clear(text, "en", known, sentence.span.start):
                    accepted.append(label != "unclear")
                if sentence.span in opens:
                    chosen.append(label != "unclear")
    if found < total:
        raise ValueError(f"{total - found} labels are of sentences that reading no longer finds")
    return {
        "labelled sentences that are accepted": 100 * len(accepted) / total,
        "accepted sentences that read clear": 100 * sum(accepted) / len(accepted),
        "key points that open clear": 100 * sum(chosen) / len(chosen),
    }


def _labelled(folder: Path, source: str) -> Article:
    path, _, key = source.partition("#")
    if not key:
        return read_article(folder / path)
    record = next(one for one in _records(folder / path) if one["id"] == key)
    return parse_article(record["text"], title=record.get("title") or None)


@cache
def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _everything(summary: Summary) -> str:
    return " ".join(_lines(summary))


def _lines(summary: Summary) -> Iterator[str]:
    for point in summary.key_points:
        yield point.renditions[0].text
        yield from (item.text for item in point.renditions[0].items)


def _stems(text: str) -> set[str]:
    return {*content_stems(text), *(word for word in words(text) if word.isdigit())}


def _f1(reference: str, said: str) -> float:
    return _overlap(_stems(reference), _stems(said))


def _overlap(wanted: set[str], found: set[str]) -> float:
    shared = len(wanted & found)
    return 2 * shared / (len(wanted) + len(found)) if shared else 0.0


def _key(phrase: str) -> str:
    return " ".join(stem(word) for word in words(phrase))
