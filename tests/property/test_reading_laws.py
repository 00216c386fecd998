"""What holds for whatever is read."""

from __future__ import annotations

import gc
import re
import time
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from repurpose.errors import RepurposeError
from repurpose.sources import parse_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from repurpose.model import Article

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS: tuple[str, ...] = (
    "river",
    "bridge",
    "opens",
    "may",
    "two",
    "years",
    "später",
    "könnte",
    "Город",
    "мост",
    "今年",
    "橋",
    "a",
    "of",
    "Anna",
)
MARKS: tuple[str, ...] = (
    "\n",
    "\n\n",
    "\n\n\n",
    "# ",
    "## ",
    "- ",
    "• ",
    "1. ",
    "2) ",
    "> ",
    "**",
    "`",
    "```\n",
    "---\n",
    "+++\n",
    "| ",
    " |",
    ": ",
)
MARKS += (
    "[a](b)",
    "![i](j)",
    "[^1]",
    "[^1]: note",
    "{{< x >}}",
    "{% raw %}",
    "<aside>",
    "</aside>",
    "<b>",
    "<!--",
    "-->",
    "#tag",
)
MARKS += (
    "Share this",
    "Disclaimer:",
    "Caption:",
    "Related posts",
    "— Anna Bern",
    "Q: ",
    "A: ",
    "\t",
    "\u200b",
    "\u202e",
    "\x00",
    "\ufeff",
)

snippets = st.lists(st.sampled_from((*WORDS, *MARKS, ". ", "? ", ", ")), max_size=80).map(" ".join)
anything = st.one_of(st.text(max_size=300), snippets)
sentences = st.lists(st.sampled_from(WORDS), min_size=6, max_size=25).map(
    lambda words: " ".join(words).capitalize() + "."
)
paragraphs = st.lists(sentences, min_size=2, max_size=4).map(" ".join)
articles = st.lists(paragraphs, min_size=2, max_size=6).map("\n\n".join)

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def parsed(text: str, format_: str) -> Article | None:
    try:
        return parse_article(text, format=format_)
    except RepurposeError:
        return None


@QUICK
@given(anything, st.sampled_from(["text", "markdown"]))
@example("---\n\ufeff", "markdown")
@example("+++\n[[\n+++", "markdown")
@example("---\n&a [*a]\n---\nx", "markdown")
@example("- \n\n  - #a\n- - -", "markdown")
@example("\ud800", "text")
def test_any_text_is_an_article_or_a_clear_refusal(text: str, format_: str) -> None:
    article = parsed(text, format_)

    assert article is None or article.blocks


@QUICK
@given(st.one_of(anything, snippets.map(lambda text: f"<html><body><p>{text}</p></body></html>")))
@example("<table><tr><td>a<tr></table></td>")
@example("<li><li></ul><blockquote><pre>\n\n</blockquote>x")
def test_any_page_is_an_article_or_a_clear_refusal(html: str) -> None:
    article = parsed(html, "html")

    assert article is None or article.blocks


@QUICK
@given(anything, st.sampled_from(["text", "markdown"]))
def test_blocks_are_the_text_and_point_into_it(text: str, format_: str) -> None:
    article = parsed(text, format_)
    if article is None:
        return

    assert article.text == "\n\n".join(block.span.of(article.text) for block in article.blocks)
    assert sorted(block.span for block in article.blocks) == [block.span for block in article.blocks]
    last_line = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for block in article.blocks:
        assert 1 <= block.lines[0] <= block.lines[1] <= last_line
        for part in (block.label, block.body):
            assert part is None or block.span.contains(part)


@QUICK
@given(anything, st.sampled_from(["text", "markdown"]))
def test_text_is_normalised_and_shows_every_character(text: str, format_: str) -> None:
    article = parsed(text, format_)
    if article is None:
        return

    assert unicodedata.is_normalized("NFC", article.text)
    assert not HIDDEN.search(article.text)
    assert all(block.span.of(article.text).strip() for block in article.blocks)


@QUICK
@given(articles)
def test_clean_prose_loses_no_word(text: str) -> None:
    article = parse_article(text, format="text", title="Bridge")

    assert text.split() == article.text.split()


@QUICK
@given(articles)
def test_reading_the_canonical_text_again_changes_nothing(text: str) -> None:
    first = parse_article(f"The bridge that is late\n\n{text}", format="text")
    again = parse_article(first.text, format="text", title=first.title)

    assert first.text == again.text


@QUICK
@given(snippets)
def test_every_word_of_a_text_is_kept_or_reported(text: str) -> None:
    article = parsed(text, "text")
    if article is None:
        return
    known = [
        article.title or "",
        article.text,
        article.byline or "",
        *(block.speaker or "" for block in article.blocks),
    ]
    known += [dropped.text for dropped in article.dropped]
    found = Counter(re.findall(r"[^\W\d_]{2,}", " ".join(known)))
    expected = Counter(re.findall(r"[^\W\d_]{2,}", unicodedata.normalize("NFC", text)))

    assert not {word for word in expected if word not in found}


SENTENCE = "The bridge over the Harl opens in May, two years later than planned. "
TALK = "Ana: Is it late?\n\nBen: It is.\n\n" * 2
MENU = "Home | About | Contact | Blog | Shop\n\n"
HOSTILE_SIZE = 60_000
# Each made a reader slow once, or is next of kin to one that did.
RUNS = (
    "(",
    "[",
    "<",
    "{",
    "\U0001f469\u200d",
    "!",
    ".",
    "_",
    "*",
    "`",
    "#",
    "—",
    "a, ",
    ") ",
    "A-",
    "&",
)
HOSTILE: dict[str, tuple[str, Callable[[int], str]]] = {
    "spaces after a bracket": ("text", lambda size: "a {\nb )" + " " * size + "x\nc;"),
    "brackets of code": ("text", lambda size: "a {\n" + ")" * size + "x\nc;"),
    "listings": ("text", lambda size: "a;\n}\n\n" * (size // 6)),
    "hashtags": ("text", lambda size: "river\n\n" + " ".join(f"#river{n}" for n in range(size // 12))),
    "names in a talk": ("text", lambda size: TALK + "A-" * (size // 2)),
    "commas below a menu": ("text", lambda size: MENU + "a, " * (size // 3) + "b."),
    "links": ("markdown", lambda size: SENTENCE * 4 + "\n\n[a](b)" * (size // 8)),
    "a list of contents": ("markdown", lambda size: "# Contents\n\n" + "- a\n" * (size // 4)),
    "shortcodes": ("markdown", lambda size: f"{SENTENCE}\n\n" + "{{a}}\n" * (size // 6)),
    "spaces after a brace": ("markdown", lambda size: "{x" + " " * size + "y"),
    "tags that nest": ("markdown", lambda size: "<div>" * (size // 5)),
    "comments that never end": ("markdown", lambda size: "<!--" * (size // 4)),
    "stars in front matter": ("markdown", lambda size: f'---\ntitle: "{"*a" * (size // 2)}"\n---\n\n{SENTENCE}'),
    "lists in front matter": ("markdown", lambda size: f"---\ntitle: {'[' * size}\n---\n\n{SENTENCE}"),
    "dots in front matter": ("markdown", lambda size: f"+++\n{'.'.join('a' * (size // 2))} = 1\n+++\n\n{SENTENCE}"),
    "arrays in front matter": ("markdown", lambda size: f"+++\na = {'[' * size}\n+++\n\n{SENTENCE}"),
    "rows": ("html", lambda size: "<table>" + "<tr><td>a" * (size // 9)),
    "short paragraphs": ("html", lambda size: f"<p>{SENTENCE * 9}" + "".join(f"<p>q{n}" for n in range(size // 8))),
    "keywords": ("html", lambda size: "<meta property=article:tag content=aa>" * (size // 38) + f"<p>{SENTENCE * 9}"),
}


def run_of(unit: str, *, html: bool) -> Callable[[int], str]:
    return lambda size: "<p>" * html + f"a{unit * (size // len(unit))}a"


HOSTILE |= {
    f"{unit!r} as {format_}": (format_, run_of(unit, html=format_ == "html"))
    for unit in RUNS
    for format_ in ("text", "markdown", "html")
}


def seconds(text: str, format_: str) -> float:
    """The least of two runs without the garbage collector, which costs what the other tests left lying about."""
    costs = []
    gc.disable()
    try:
        for _ in range(2):
            started = time.process_time()
            parsed(text, format_)
            costs.append(time.process_time() - started)
    finally:
        gc.enable()
    return min(costs)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    format_, text_of = HOSTILE[name]
    whole = seconds(text_of(HOSTILE_SIZE), format_)

    assert whole < 2
    # What is quick is not measured twice: a tenth of a second says nothing about growth.
    assert whole < 0.4 or whole < 3.5 * seconds(text_of(HOSTILE_SIZE // 2), format_)


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_a_megabyte_of_prose_in_one_paragraph_takes_seconds(format_: str) -> None:
    text = SENTENCE * (1_000_000 // len(SENTENCE))

    assert seconds(f"<p>{text}" if format_ == "html" else text, format_) < 2
