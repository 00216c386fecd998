"""Markdown as many tools write it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from repurpose.sources import parse_article

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "sources" / "markdown.toml").read_text(encoding="utf-8"))
PROSE = "The bridge over the Harl opens in May, two years later than the council had planned, and costs nine million."


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_the_words_of_a_file_come_out_in_blocks_and_its_marks_do_not(case: dict[str, Any]) -> None:
    article = parse_article(case["text"], format="markdown")
    blocks = [
        [block.kind.value, f"{block.speaker} > " * bool(block.speaker) + block.span.of(article.text)]
        for block in article.blocks
    ]

    assert case["blocks"] == blocks
    assert (case.get("title"), case.get("byline")) == (article.title, article.byline)
    assert case.get("date", "None") == str(article.date)


def test_lines_of_the_source_are_kept_through_all_rewriting() -> None:
    text = f"> [!NOTE]\n> Take the ferry.\n\n:::tip\nUse it.\n:::\n\nTerm\n: Its words.\n\n$$\na = b\n$$\n\n{PROSE}\n"

    article = parse_article(text, format="markdown")

    assert article.blocks[-1].lines == (15, 15)


def test_a_listing_of_another_markup_is_no_such_file() -> None:
    text = f"# A bridge\n\n{PROSE}\n\n```rst\n.. note::\n\n   A note.\n```\n"

    article = parse_article(text, format="markdown")

    assert article.blocks[-1].span.of(article.text) == ".. note::\n\n   A note."


@pytest.mark.parametrize(
    "text",
    ["> [!NOTE]\n" * 5_000, "!!! note\n" * 5_000, "[[a" * 9_000, "==a" * 9_000, "Term\n: " * 4_000, "$$\na\n" * 2_000],
    ids=["alerts", "admonitions", "links", "marks", "definitions", "formulas"],
)
def test_marks_without_end_take_linear_time(text: str) -> None:
    assert parse_article(f"{PROSE}\n\n{text}", format="markdown").blocks


def test_expressions_of_mdx_stay_in_sentences_and_are_reported_alone() -> None:
    text = f"import Chart from './chart'\n\n# A bridge\n\nIt took {{meta.x}} years.\n\n{{props.children}}\n\n{PROSE}\n"

    article = parse_article(text, format="markdown")

    assert "It took {meta.x} years." in article.text
    assert ("{props.children}", (7, 7), "expression") in [
        (part.text, part.lines, part.reason) for part in article.dropped
    ]


@pytest.mark.parametrize(
    ("note", "is_dropped"),
    [
        ("_Ada Vane is an engineer at the harbour of Norrby. All opinions are her own._", True),
        ("*This article was originally published in the Norrby Post.*", True),
        ("_Each week, The Harbour Letter tells what is new on the quay._", True),
        # what somebody wrote, and what is not all in italics
        ("_The lamp turned, and nobody was there to see it._", False),
        ("_The lamp is a gift of the people of Tarn, and it burns 200 nights a year._", False),
        ("*The bridge is the reason for 40 accidents since May.*", False),
        ("Ada Vane is an engineer at the harbour of _Norrby_.", False),
    ],
)
def test_a_note_in_italics_below_an_article_is_none_of_it(note: str, is_dropped: bool) -> None:
    article = parse_article(f"# A bridge\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{note}\n", format="markdown")

    assert any(one.reason == "closing note" for one in article.dropped) is is_dropped
    assert not is_dropped or "Norrby" not in article.text


def test_a_short_text_in_italics_is_all_there_is() -> None:
    text = "# A bridge\n\n_The bridge is a bridge of the town, and it lives in our hearts._\n"

    assert "lives in our hearts" in parse_article(text, format="markdown").text
