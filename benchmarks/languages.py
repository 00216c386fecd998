"""How often is the language of a paragraph and of a sentence told rightly, beside langdetect, py3langid and lingua?

``--data DIR`` names a folder of articles with an ``index.json`` that gives the language of each. An article counts as
one language throughout, so that its quotations in another count as errors, for all alike. Without it only the speed is
measured, on text of our own. A peer that is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.errors import RepurposeError
from repurpose.sources import read_article
from repurpose.text.languages import detect_language
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Detect = Callable[[str], str]

# Fewer letters are a name, a label or a mark.
FEWEST_LETTERS = 15
SHORT = 60
SAMPLE = ["The bridge over the river will open in May, and it is not too late for that."] * 200


def ours() -> Detect:
    return detect_language


def langdetect() -> Detect:
    module = import_module("langdetect")
    module.DetectorFactory.seed = 0

    def detect(text: str) -> str:
        try:
            return str(module.detect(text))[:2]
        except module.LangDetectException:
            return "und"

    return detect


def py3langid() -> Detect:
    classify = import_module("py3langid").classify
    return lambda text: str(classify(text)[0])


def lingua() -> Detect:
    detector = import_module("lingua").LanguageDetectorBuilder.from_all_languages().build()

    def detect(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "und"

    return detect


PEERS: dict[str, Callable[[], Detect]] = {
    "repurpose": ours,
    "langdetect": langdetect,
    "py3langid": py3langid,
    "lingua": lingua,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of articles with an index.json")
    options = parser.parse_args()
    paragraphs = list(read(options.data)) if options.data else []
    spans = [(text, language) for text, language in paragraphs for text in parts(text, language)]
    levels = {
        "paragraphs": paragraphs,
        "sentences": spans,
        f"up to {SHORT} characters": [(text, language) for text, language in spans if len(text) <= SHORT],
    }
    for name, load in PEERS.items():
        started = time.perf_counter()
        try:
            detect = load()
        except ImportError:
            print(f"{name:11} is not installed")
            continue
        detect(SAMPLE[0])
        figures = [f"ready in {time.perf_counter() - started:.2f} s"]
        for level, cases in levels.items():
            if cases:
                right = sum(detect(text) == language for text, language in cases)
                figures.append(f"{level} {100 * right / len(cases):.1f} %")
        started = time.process_time()
        for text in SAMPLE:
            detect(text)
        figures.append(f"{len(SAMPLE) / (time.process_time() - started):.0f} sentences/s")
        print(f"{name:11}", "  ".join(figures))


def read(folder: Path) -> Iterator[tuple[str, str]]:
    """Every paragraph of the articles of *folder*, with the language that its index gives."""
    for entry in json.loads((folder / "index.json").read_text(encoding="utf-8"))["articles"]:
        try:
            article = read_article(folder / entry["file"], language=entry["language"])
        except RepurposeError as error:
            print(f"{entry['id']}: {error}")
            continue
        for block in article.blocks:
            text = block.span.of(article.text)
            if block.kind == "paragraph" and letters(text) >= FEWEST_LETTERS:
                yield text, entry["language"]


def parts(text: str, language: str) -> Iterator[str]:
    for span in sentences(text, language):
        if letters(span.of(text)) >= FEWEST_LETTERS:
            yield span.of(text)


def letters(text: str) -> int:
    return sum(map(str.isalpha, text))


if __name__ == "__main__":
    main()
