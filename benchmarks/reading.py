"""How fast is an article read, against trafilatura alone, and how much of a real one is found?

Without options the repository's samples are read. With ``--data DIR``, a folder with an ``index.json`` that marks where
each body begins and ends, it prints precision and recall of the body's words for every text and HTML file, and the
share of words that twins (one article as HTML and as text) have in common in order. A Markdown file's body is the file
without front matter, shortcodes and markup, stripped here by a few patterns of its own.

With ``--eval DIR``, a folder of clean texts as JSONL, it prints which of the furniture lines that it puts around and
between their paragraphs survive, and what the reader takes from the clean texts.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import re
import sys
import time
from collections import Counter
from difflib import SequenceMatcher
from html import unescape
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from repurpose.errors import RepurposeError
from repurpose.sources import parse_article, read_article
from repurpose.sources.decoding import decode
from repurpose.sources.furniture.lines import forget_lines
from repurpose.sources.web.webpage import read_html  # noqa: F401 - loads what is loaded lazily, before the clock runs

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = re.compile(r"\w+")
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

# What in a Markdown file is no word of its body, in the order in which it is taken out.
MARKUP = [
    (re.compile(pattern, re.DOTALL | re.MULTILINE | re.IGNORECASE), by)
    for pattern, by in (
        (r"\A\s*(?:---|\+\+\+)\s*\n.*?^(?:---|\+\+\+)\s*$", ""),
        (r"<!--.*?-->|<(script|style|iframe)\b.*?</\1>", " "),
        (r"\{\{.*?\}\}|\{%.*?%\}|\{:.*?\}|\{[#.][^{}\n]*\}", " "),
        (r"^(?:import|export) [^\n]*$", ""),
        (r"\[\^[^\]\n]+\]:?", " "),
        (r"!\[(?:[^\[\]]|\[[^\]]*\])*\](?:\([^)]*\)|\[[^\]]*\])", " "),
        (r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]", " "),
        (r"^\s{0,3}\[[^\]\n]+\]:\s*\S+.*$", ""),
        (r"</?[a-z][^<>]*>", " "),
        (r"<?https?://[^\s<>)]+", " "),
        (r"^\s*\d+[.)]\s", ""),
        (r"^(\s*)(?:```|~~~)[^\n]*$", ""),
        (r"^:::[^\n]*$", ""),
    )
]

# Furniture by where it stands on a page: {t} is the title, {a} an author. Wordings of many sites, none of any corpus.
FURNITURE = {
    "top": (
        "Jump to content",
        "{a}'s profile picture",
        "Home / Journal / Opinion",
        "Home > Articles > {t}",
        "Written by {a}",
        "Words: {a}",
        "Story by {a} | 14 June 2023",
        "Published June 14, 2023 · Updated June 20, 2023",
        "Published in Productivity",
        "Filed under: Uncategorised",
        "7 minute read",
        "Reading time: 4 minutes",
        "1.2K shares",
        "12,431 views",
        "On this page",
        "Play audio version",
        "Hear this story",
        "Picture: Reuters",
        "(Photo by Anna Example/AFP via Getty Images)",
        "ADVERTISING",
        "Menu Search Log in",
        "Share this article",
        "Send to a friend",
        "Last modified on Tuesday, 20 June 2023",
        "Follow {a}",
        "4 comments",
    ),
    "middle": (
        "ADVERT",
        "Advertisement - scroll to continue",
        "READ ALSO: Five habits of very patient gardeners",
        "Read more: The hidden price of free parking",
        "See also: Why our office moved to the coast",
        "You may like: The best notebooks of the year",
        "Don't miss: A guide to slow breakfasts",
        "Share on LinkedIn",
        "Click to email this to a friend (Opens in new window)",
        "Post this",
        "Photograph: Getty",
        "Source: Shutterstock",
        "Get our weekly digest straight to your inbox.",
        "Subscribe to the newsletter for more stories like this.",
        "Join 20,000 readers who get our emails every Friday.",
        "Please wait…",
        "Story continues after this advertisement",
        "View this post on Instagram",
        "Click to tweet",
        "Pin for later!",
    ),
    "end": (
        "Disclosure: The content on this page is general information only, no substitute for professional advice.",
        "The information provided here does not constitute financial advice. Always consult a qualified adviser.",
        "#Strategy #WorkSmart #PeopleFirst #GrowthMindset",
        "Tags: strategy, teams, growth",
        "Written by",
        "{a} is a freelance writer who covers business and culture. Follow {a} on Twitter.",
        "About {a}",
        "More about the author",
        "Share this story",
        "Enjoyed this post? Buy me a coffee!",
        "Did you like this article? Share it with your friends!",
        "Be the first to comment",
        "Write a comment",
        "Add your comment below",
        "All fields marked with an asterisk (*) are mandatory.",
        "We will never publish your email address.",
        "Keep reading",
        "More stories for you",
        "Similar articles",
        "« Older post: A week without meetings",
        "Newer post: The case for small offices »",
        "← Nine rules of thumb for new managers",
        "Get new articles by email",
        "Sign up to unlock the full story and thousands more.",
        "Become a member to read the rest of this story.",
        "Copyright 2023 Northern Light Media Ltd.",
        "© Northern Light, 2023. Built with Ghost.",
        "This website uses cookies to give you the best experience. Accept Decline",
        "By browsing this website you consent to our use of cookies.",
        "Privacy · Terms · Contact · Imprint",
        "Theme by Northern Themes",
        "Download our app from the App Store or Google Play.",
        "Back to the top",
        "Report a correction or typo.",
    ),
}
AUTHORS = ("Lena Q", "T. Okafor", "Priya Raman", "Editorial Team", "Marc Dubois")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of articles with marked bodies")
    parser.add_argument("--eval", type=Path, help="a folder of clean texts, JSONL with id, title and text")
    parser.add_argument("--pages", type=Path, nargs="*", help="folders of saved pages, to time instead of the samples")
    parser.add_argument("--verbose", action="store_true", help="print the words and lines that are wrong")
    options = parser.parse_args()
    # A script of this folder has the name of a library that the reader imports.
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).resolve().parent]
    if options.data is not None:
        bodies_found(options)
    if options.eval is not None:
        furniture_left(options)
        clean_kept(options)
    speed()
    against_trafilatura(options.pages or [SEEDS])


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
    markdown(options, entries)


def markdown(options: argparse.Namespace, entries: list[dict[str, object]]) -> None:
    scores = []
    wrong_language = 0
    seconds = 0.0
    for entry in entries:
        path = options.data / str(entry["file"])
        if path.suffix != ".md":
            continue
        started = time.perf_counter()
        article = read_article(path)
        seconds += time.perf_counter() - started
        wrong_language += article.language != entry["language"]
        expected, actual = words(stripped(path.read_text(encoding="utf-8"))), words(article.text)
        scores.append(overlap(expected, actual))
        if options.verbose or min(scores[-1]) < 0.95:
            print("precision {:.3f}  recall {:.3f}  ".format(*scores[-1]) + path.name)
        if options.verbose:
            print("   extra ", " ".join((Counter(actual) - Counter(expected)).elements())[:400])
            print("   missed", " ".join((Counter(expected) - Counter(actual)).elements())[:400])
    if scores:
        print(
            f"markdown: mean precision {mean(p for p, _ in scores):.4f}  mean recall {mean(r for _, r in scores):.4f}  "
            f"lowest {min(min(pair) for pair in scores):.3f}  ({len(scores)} files, {wrong_language} languages wrong, "
            f"{len(scores) / seconds:.0f} files/s)"
        )


def stripped(text: str) -> str:
    for pattern, by in MARKUP:
        text = pattern.sub(by, text)
    return unescape(text)


def furniture_left(options: argparse.Namespace) -> None:
    left: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    lost = []
    for row in rows(options.eval / "govblog.jsonl"):
        text, junk = messy(row)
        article = parse_article(text, format="text")
        tried.update(line for line, _ in junk)
        blocks = {" ".join(words(block.span.of(article.text))) for block in article.blocks}
        left.update(line for line, shown in junk if " ".join(words(shown)) in blocks)
        expected = words(row["text"])
        lost.append(overlap(expected, words(article.text)))
    print(
        f"furniture: {sum(left.values())} of {sum(tried.values())} lines left, {len(left)} of {len(tried)} wordings; "
        f"the text around it: precision {mean(p for p, _ in lost):.4f}, recall {mean(r for _, r in lost):.4f}, "
        f"lowest {min(min(pair) for pair in lost):.3f}"
    )
    if options.verbose:
        for line, count in left.most_common():
            print(f"   {count} of {tried[line]}: {line}")


def messy(row: dict[str, str]) -> tuple[str, list[tuple[str, str]]]:
    """The text of *row* as a copy of its whole page, and the lines that are not its own: as listed, and as shown."""
    pick = random.Random(row["id"])
    author = pick.choice(AUTHORS)
    chosen = {
        place: [(line, line.format(t=row["title"], a=author)) for line in pick.sample(lines, count)]
        for (place, lines), count in zip(FURNITURE.items(), (6, 3, 10), strict=True)
    }
    parts = row["text"].split("\n\n")
    for _, line in chosen["middle"]:
        parts.insert(pick.randrange(1, len(parts) + 1), line)
    shown = [line for _, line in chosen["top"]], [line for _, line in chosen["end"]]
    return "\n\n".join((row["title"], *shown[0], *parts, *shown[1])), [
        pair for part in chosen.values() for pair in part
    ]


def clean_kept(options: argparse.Namespace) -> None:
    for name in ("govblog", "blogtags", "socialposts"):
        scores = []
        for row in rows(options.eval / f"{name}.jsonl"):
            expected = words(row["text"])
            actual = words(parse_article(row["text"], format="text", title=row["title"] or None).text)
            scores.append(overlap(expected, actual))
            if options.verbose and min(scores[-1]) < 0.99:
                print("precision {:.3f}  recall {:.3f}  ".format(*scores[-1]) + row["id"])
                print("   missed", " ".join((Counter(expected) - Counter(actual)).elements())[:300])
        print(
            f"{name}: mean precision {mean(p for p, _ in scores):.4f}  mean recall {mean(r for _, r in scores):.4f}  "
            f"lowest {min(min(pair) for pair in scores):.3f}  ({len(scores)} clean texts)"
        )


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []


def speed() -> None:
    paragraph = "The committee said on Monday that the new bridge may open in May, two years later than planned. " * 6
    text = "A bridge opens late\n\n" + "\n\n".join(f"{number}. {paragraph}" for number in range(10))
    long_text = "A bridge opens late\n\n" + "\n\n".join(f"{number}. {paragraph}" for number in range(100))
    for name, source in (("text", text), ("markdown", f"# {text}"), ("html", f"<h1>{text}".replace("\n\n", "<p>"))):
        print(f"{name}: {rate_of(source, name):.0f} articles of 1,000 words a second")
    print(f"10,000 words of text cost {rate_of(text, 'text') / rate_of(long_text, 'text'):.1f} times as much as 1,000")


def against_trafilatura(folders: list[Path]) -> None:
    """The rate over all pages of the *folders*, each read by turns by both, best of three."""
    import trafilatura

    ours = theirs = 0.0
    pages = [page for folder in folders for page in sorted(folder.rglob("*.html"))]
    for path in pages:
        try:
            page = decode(path.read_bytes(), where=str(path))
            parse_article(page, format="html")
        except RepurposeError:
            continue
        costs = [
            (
                cost(lambda page=page: parse_article(page, format="html")),
                cost(lambda page=page: trafilatura.extract(page, favor_precision=True, include_comments=False)),
            )
            for _ in range(3)
        ]
        ours += min(own for own, _ in costs)
        theirs += min(other for _, other in costs)
    if theirs:
        print(
            f"{len(pages)} pages: {len(pages) / ours:.0f} a second, trafilatura {len(pages) / theirs:.0f}: "
            f"ratio {theirs / ours:.2f}"
        )


def rate_of(source: str, name: str) -> float:
    read = lambda: parse_article(source, format=name)  # noqa: E731 - one call, timed
    read()
    return 1 / min(cost(read) for _ in range(20))


def cost(read: Callable[[], object]) -> float:
    """Seconds of the processor for one call, without what another call may have left to be found again."""
    forget_lines()
    gc.disable()
    started = time.process_time()
    read()
    spent = time.process_time() - started
    gc.enable()
    return spent


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
