from __future__ import annotations

import pytest

from repurpose.sources import parse_article

WORDS = "The wheel of the old mill turned again on Sunday, and about 400 people came to see it."


def quoted(text: str, format_: str) -> list[tuple[str, str | None]]:
    article = parse_article(text, format=format_)
    return [(block.span.of(article.text), block.speaker) for block in article.blocks if block.kind == "quote"]


@pytest.mark.parametrize(
    "quotation",
    [
        "<p>Wood has a memory.</p><cite>Ann Lee, miller</cite>",
        "<p>Wood has a memory. <cite>Ann Lee</cite></p>",
        "Wood has a memory.<br><cite>— Ann Lee</cite>",
        "<p>Wood has a memory.</p><p>— <cite><a href='/ann'>Ann Lee</a></cite></p>",
    ],
)
def test_a_cite_after_the_words_of_a_quotation_is_its_credit(quotation: str) -> None:
    page = f"<html><body><article><h1>The mill</h1><p>{WORDS}</p><blockquote>{quotation}</blockquote><p>{WORDS}</p>"

    assert quoted(page, "html") == [("Wood has a memory.", "Ann Lee")]
    assert quoted(f"# The mill\n\n{WORDS}\n\n<blockquote>{quotation}</blockquote>\n\n{WORDS}", "markdown") == [
        ("Wood has a memory.", "Ann Lee")
    ]


@pytest.mark.parametrize("between", ["\n> ", "\n>\n> ", " "])
def test_a_cite_in_a_markdown_quotation_is_its_credit(between: str) -> None:
    text = f"# The mill\n\n{WORDS}\n\n> Wood has a memory.{between}<cite>Ann Lee, miller</cite>\n\n{WORDS}"

    assert quoted(text, "markdown") == [("Wood has a memory.", "Ann Lee")]


@pytest.mark.parametrize(
    "words", ["I read <cite>The Mill</cite> twice.", "My favourite is <cite>The Mill</cite>", "<cite>All of it</cite>"]
)
def test_a_cite_inside_a_quotation_names_a_work(words: str) -> None:
    plain = words.replace("<cite>", "").replace("</cite>", "")
    page = f"<html><body><article><h1>The mill</h1><p>{WORDS}</p><blockquote>{words}</blockquote><p>{WORDS}</p>"

    assert quoted(page, "html") == [(plain, None)]
