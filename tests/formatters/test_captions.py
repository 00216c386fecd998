from __future__ import annotations

from dataclasses import replace

import pytest

from repurpose import compose, parse_article, summarize
from repurpose.formatters.captions import opening_clause

ARTICLE = parse_article(
    "Norrby opened a new library bus for its nine villages in May.\n\n"
    "The bus carries 1,200 books and stops at every school twice a month.",
    title="Norrby opens a library bus",
    language="en",
)


def captioned(caption: str):
    return replace(ARTICLE, author_caption=caption)


@pytest.mark.parametrize(
    ("caption", "clause"),
    [
        ("The library just got wheels — here’s how it came to Norrby. 🚌📚", "The library just got wheels"),
        ("The books of Norrby now travel. Nine villages can borrow them.", "The books of Norrby now travel"),
        ("The library just got wheels. 🚌", None),  # the whole caption
        ("The bus comes back on Monday – if its brakes pass the test. Nine villages will read.", None),
        (
            "The bus comes with Dr. Ada Vane on board — and nine villages read.",
            "The bus comes with Dr. Ada Vane on board",
        ),
        ("We just got a bus for books — and it goes to nine villages.", None),  # whose "we"?
        ("Do you want to borrow a book? The bus comes to nine villages.", None),
        ("A revolutionary bus has come — nine villages will read.", None),
        ("@norrby has a new bus — nine villages will read.", None),
    ],
)
def test_the_first_clause_of_a_caption_can_open(caption: str, clause: str | None):
    assert opening_clause(captioned(caption)) == clause


def test_the_clause_opens_a_post_with_a_fact_behind_it():
    summary = summarize(captioned("The library just got wheels — here’s how it came to Norrby. 🚌📚"), limit=12)
    first = {
        platform: compose(summary, platform).posts[0].text.split("\n")[0]
        for platform in ("x", "linkedin", "instagram", "facebook")
    }

    (line,) = {line for line in first.values() if line.startswith("The library just got wheels.")}
    assert "bus" in line.removeprefix("The library just got wheels.")
