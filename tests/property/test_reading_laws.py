"""What holds for whatever is read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from repurpose.errors import RepurposeError
from repurpose.sources import parse_article

if TYPE_CHECKING:
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
