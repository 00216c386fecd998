"""How fast is an article read, against trafilatura alone, and how much of a real one is found?

Without options the repository's samples are read. With ``--data DIR``, a folder with an ``index.json`` that marks where
each body begins and ends, it prints precision and recall of the body's words for every text and HTML file, and the
share of words that twins (one article as HTML and as text) have in common in order.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from repurpose.errors import RepurposeError
from repurpose.sources import parse_article, read_article
from repurpose.sources.web.webpage import read_html  # noqa: F401 - loads what is loaded lazily, before the clock runs

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = re.compile(r"\w+")
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of articles with marked bodies")
    parser.add_argument("--verbose", action="store_true", help="print the words that are wrong")
    options = parser.parse_args()
    if options.data is not None:
        bodies_found(options)
    speed()
    against_trafilatura()


def bodies_found(options: argparse.Namespace) -> None:
    entries = json.loads((options.data / "index.json").read_text(encoding="utf-8"))["articles"]
    marked = [entry for entry in entries if "body" in entry]
    bodies = {}
    scores = []
    for entry in marked:
        path = options.data / entry["file"]
        expected = words(body_of(path, entry["body"]))
        try:
            article = read_article(path)
        except RepurposeError as error:
            print(f"{entry['id']}: {error}")
            scores.append((0.0, 0.0))
            continue
        actual = words(article.text)
        bodies[entry["id"]] = actual
        precision, recall = overlap(expected, actual)
        scores.append((precision, recall))
        print(f"precision {precision:.3f}  recall {recall:.3f}  {entry['id']}")
        if options.verbose:
            print("   extra ", " ".join((Counter(actual) - Counter(expected)).elements())[:400])
            print("   missed", " ".join((Counter(expected) - Counter(actual)).elements())[:400])
    if scores:
        print(
            f"mean precision {mean(p for p, _ in scores):.4f}  mean recall {mean(r for _, r in scores):.4f}  "
            f"lowest {min(min(pair) for pair in scores):.3f}  ({len(scores)} files)"
        )
    for entry in marked:
        twin = entry.get("twin_of")
        if twin in bodies and entry["id"] < twin:
            share = SequenceMatcher(None, bodies[entry["id"]], bodies[twin], autojunk=False).ratio()
            print(f"twins {entry['id']} / {twin}: {share:.3f} of the words in order")
    markdown(options.data, entries)


def markdown(folder: Path, entries: list[dict[str, object]]) -> None:
    failed = 0
    started = time.perf_counter()
    paths = [folder / str(entry["file"]) for entry in entries if str(entry["file"]).endswith(".md")]
    languages = []
    for path, entry in zip(paths, [e for e in entries if str(e["file"]).endswith(".md")], strict=True):
        article = read_article(path)
        languages.append(article.language == entry["language"])
        if article.language != entry["language"]:
            print(f"language of {path.name}: {article.language}, not {entry['language']}")
        failed += not article.blocks
    if paths:
        print(
            f"markdown: {len(paths)} files, {failed} empty, language right in {sum(languages)}, "
            f"{len(paths) / (time.perf_counter() - started):.0f} files/s"
        )


def speed() -> None:
    paragraph = "The committee said on Monday that the new bridge may open in May, two years later than planned. " * 6
    text = "A bridge opens late\n\n" + "\n\n".join(f"{number}. {paragraph}" for number in range(10))
    long_text = "A bridge opens late\n\n" + "\n\n".join(f"{number}. {paragraph}" for number in range(100))
    for name, source in (("text", text), ("markdown", f"# {text}"), ("html", f"<h1>{text}".replace("\n\n", "<p>"))):
        print(f"{name}: {rate_of(source, name):.0f} articles of 1,000 words a second")
    print(f"10,000 words of text cost {rate_of(text, 'text') / rate_of(long_text, 'text'):.1f} times as much as 1,000")


def against_trafilatura() -> None:
    import trafilatura

    for path in sorted(SEEDS.glob("*.html")):
        page = path.read_text(encoding="utf-8")
        ours = rate(lambda page=page: parse_article(page, format="html"))
        theirs = rate(lambda page=page: trafilatura.bare_extraction(page, favor_precision=True, include_comments=False))
        print(f"{path.name}: {ours:.0f} pages/s, trafilatura alone {theirs:.0f}: ratio {ours / theirs:.2f}")


def rate_of(source: str, name: str) -> float:
    return rate(lambda: parse_article(source, format=name))


def rate(read: Callable[[], object]) -> float:
    read()
    best = 0.0
    for _ in range(5):
        started = time.perf_counter()
        for _ in range(10):
            read()
        best = max(best, 10 / (time.perf_counter() - started))
    return best


def body_of(path: Path, marks: dict[str, str]) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".html":
        from lxml import html

        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
        for element in list(tree.iter("script", "style", "noscript", "head")):
            element.drop_tree()
        # A tag between two words parts them only where it is a block.
        for element in tree.iter():
            if isinstance(element.tag, str) and element.tag not in {
                "a",
                "b",
                "i",
                "em",
                "strong",
                "span",
                "code",
                "sub",
                "sup",
                "abbr",
                "u",
                "q",
                "cite",
                "mark",
                "small",
            }:
                element.tail = " " + (element.tail or "")
                element.text = " " + (element.text or "")
        text = tree.text_content()
    text = " ".join(text.split())
    start, end = text.find(marks["starts_with"]), text.find(marks["ends_with"])
    if start < 0 or end < 0:
        raise SystemExit(f"{path.name}: the marks of the body were not found")
    return text[start : end + len(marks["ends_with"])]


def words(text: str) -> list[str]:
    return [
        word for part in WORD.findall(text.casefold()) for word in (list(part) if UNSPACED.search(part) else [part])
    ]


def overlap(expected: list[str], actual: list[str]) -> tuple[float, float]:
    common = sum((Counter(expected) & Counter(actual)).values())
    return common / max(1, len(actual)), common / max(1, len(expected))


if __name__ == "__main__":
    main()
