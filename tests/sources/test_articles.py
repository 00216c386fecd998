"""Whole articles of each format, line by line where it matters."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from textwrap import wrap
from typing import Any

import pytest

from repurpose.model import Article, Block, BlockKind
from repurpose.sources import parse_article, read_article

SEEDS = Path(__file__).parents[2] / "seeds"
CASES = Path(__file__).parents[1] / "cases" / "sources"
TURNS = tomllib.loads((CASES / "turns.toml").read_text(encoding="utf-8"))["case"]
PROSE = "The bridge over the Harl opens in May, two years later than the council had planned, and costs nine million. "
SECOND = (
    "Until then a ferry takes people across every twenty minutes, and the mayor says that it stays free of charge. "
)


def words(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


def block(article: Article, start: str) -> Block:
    return next(one for one in article.blocks if one.span.of(article.text).startswith(start))


@pytest.fixture(scope="module")
def seed() -> Article:
    return read_article(SEEDS / "000_77d9be3d5e05aaac.txt")


def test_seed_loses_its_page_and_keeps_every_paragraph(seed: Article) -> None:
    assert seed.title == "Alexandr Wang’s Vision: Leading Meta’s AI Superintelligence Lab"
    assert seed.text.startswith("In the race toward")
    assert seed.text.endswith("needed now more than ever.")
    assert (seed.byline, seed.language) == ("Sophia P", "en")
    for furniture in ("Avatar", "Share with", "Reply", "XYZScripts", "Discover", "Subscribe", "Continue", "Disclaimer"):
        assert furniture not in seed.text
    assert [note.kind for note in seed.notes] == ["opinion"]


def test_seed_gives_its_caption_and_sound_hashtags(seed: Article) -> None:
    assert seed.author_caption is not None
    assert seed.author_caption.startswith("Meta’s AI game")
    assert len(seed.author_hashtags) == 15
    assert {"#carrerbook", "#anslation"}.isdisjoint(seed.author_hashtags)
    assert {"#carrerbook", "#anslation"} <= {dropped.text for dropped in seed.dropped}


def test_seed_knows_where_headings_were_lost(seed: Article) -> None:
    assert block(seed, "A little of both.").is_orphan
    assert block(seed, "So why Meta").is_orphan
    assert block(seed, "So why Meta").kind is BlockKind.PARAGRAPH
    assert not block(seed, "Yes, superintelligence").is_orphan


def test_seed_lists_have_numbers_groups_and_labels(seed: Article) -> None:
    data = block(seed, "Data Ecosystem Supremacy")
    safety = block(seed, "Safety and Alignment")

    assert (data.kind, data.number, data.level) == (BlockKind.ITEM, 1, 0)
    assert data.label is not None
    assert data.label.of(seed.text) == "Data Ecosystem Supremacy"
    assert safety.body is not None
    assert safety.body.of(seed.text).startswith("Superintelligence without control")
    assert len({one.group for one in seed.blocks if one.kind is BlockKind.ITEM}) == 4


def test_messy_copy_is_cut_to_the_article() -> None:
    article = read_article(SEEDS / "messy-copy-coworking.txt")

    assert article.title == "Small Towns Want Your Laptop. Do They Know What It Costs?"
    assert article.text.startswith("Twelve desks, a coffee machine")
    assert article.text.endswith("in your own street?")
    assert article.byline == "Jonas Edelbrock"
    assert str(article.date) == "2026-09-28"
    assert article.author_caption is not None
    assert "author bio" in {dropped.reason for dropped in article.dropped}


def test_saved_page_keeps_structure_credits_and_captions() -> None:
    article = read_article(SEEDS / "saved-page-night-trains.html")

    assert article.title == "The night train to Carrow is back, three nights a week"
    assert (article.byline, str(article.date)) == ("Henrike Vasel", "2026-10-12")
    assert "What a berth costs" in words(article, BlockKind.HEADING)
    assert block(article, "A night train has no second chance").speaker == "Matteo Lindqvist"
    assert len(words(article, BlockKind.ITEM)) == 3
    assert "moustache" not in article.text


def test_interview_turns_have_speakers_in_full_and_no_prefixes() -> None:
    turns = ("MF: How was it?", f"JDN: Good. {PROSE}", "It went on.", "MF: And?", "JDN: Bye.")
    text = "\n\n".join(("Talk", "Maria Falk met Jan David Nose.", *turns))

    article = parse_article(text, format="text")

    guest = "Jan David Nose"
    assert [one.speaker for one in article.blocks] == [None, "Maria Falk", guest, guest, "Maria Falk", guest]
    assert "MF:" not in article.text


@pytest.mark.parametrize("case", TURNS, ids=[case["name"] for case in TURNS])
def test_a_prefix_is_a_speaker_only_with_proof_of_a_person(case: dict[str, Any]) -> None:
    article = parse_article("\n\n".join(case["turns"]), format=case.get("format", "text"), title=case["title"])

    assert case["speakers"] == [one.speaker or "" for one in article.blocks]
    if not any(case["speakers"]):
        assert article.text == "\n\n".join(case["turns"])


def test_a_description_that_only_names_the_site_is_none() -> None:
    head = '<title>A late bridge | Jane Doe</title><meta name="description" content="{}">'
    page = f"<html><head>{head}</head><body><h1>A late bridge</h1><p>{PROSE * 4}</p></body></html>"

    assert parse_article(page.format("Jane Doe's homepage."), format="html").description is None
    told = "Jane Doe on why the bridge opens two years late."
    assert parse_article(page.format(told), format="html").description == told


def test_hard_wrapped_text_is_unwrapped_and_hyphens_stay() -> None:
    sentence = f"{PROSE}It costs nine million more than the well-meaning plan said when it was shown to the town."
    wrapped = "A bridge\n\n" + "\n".join(wrap(sentence, 72))

    article = parse_article(wrapped, format="text")

    assert len(article.blocks) == 1
    assert article.text == sentence


def test_flattened_headings_are_headings_again() -> None:
    article = parse_article(f"A bridge\n\n{PROSE}\n\nWhat it costs\n\n{PROSE}\n\nWho pays?\n\n{PROSE}", format="text")

    assert words(article, BlockKind.HEADING) == ["What it costs", "Who pays?"]


def test_sentences_that_look_like_furniture_stay_in_the_article() -> None:
    lookalikes = ("By Monday the bridge was open.", "Discussion", "Share your views at the town hall.")
    text = "\n\n".join(("A bridge", PROSE, *(f"{line}\n\n{PROSE}" for line in lookalikes)))

    article = parse_article(text, format="text")

    assert not article.dropped
    assert "Discussion" in words(article, BlockKind.HEADING)


MARKDOWN = """\
---
title: "A **late** bridge &amp; its price"
author: [jane-doe, {name: Max Roe}]
date: 2026-05-03
lang: en-GB
tags: [bridges, towns]
deck: Nine million more
canonical_url: https://example.org/bridge
---
import Chart from './chart'

# A late bridge & its price

The bridge opens [in May]({{< ref "may.md" >}}).[^1] It is **late**.
{% include share.html %}

![A bridge at dusk](bridge.jpg)

<aside class="pquote"><p>It will stand for a hundred years.</p><p class="credit">— Ana Falk, engineer</p></aside>

1. **Steel.** It came from abroad.
   - cheap
2. **Build on time** with other towns.

| Year | Cost |
|------|------|
| 2025 | 3    |

```python
print("# no heading")
```

[^1]: Says the council.

## Related posts

* [Another bridge](x.md)
"""


def test_markdown_gives_structure_and_metadata_without_markup() -> None:
    article = parse_article(MARKDOWN, format="markdown")

    assert article.title == "A late bridge & its price"
    assert (article.byline, article.language, str(article.date)) == ("Jane Doe, Max Roe", "en", "2026-05-03")
    assert (article.subtitle, article.url) == (None, "https://example.org/bridge")
    assert article.description == "Nine million more"
    assert article.tags == ("bridges", "towns")
    assert words(article, BlockKind.PARAGRAPH) == ["The bridge opens in May. It is late."]
    assert words(article, BlockKind.CAPTION) == ["A bridge at dusk"]
    assert words(article, BlockKind.TABLE) == ["Year | Cost\n2025 | 3"]
    assert words(article, BlockKind.CODE) == ['print("# no heading")']
    assert block(article, "It will stand").speaker == "Ana Falk"
    assert not words(article, BlockKind.HEADING)
    assert "Another bridge" not in article.text
    assert {"footnote", "import", "shortcode", "title"} <= {dropped.reason for dropped in article.dropped}


def test_bold_is_a_label_only_before_a_stop() -> None:
    article = parse_article(MARKDOWN, format="markdown")

    steel, cheap, build = (one for one in article.blocks if one.kind is BlockKind.ITEM)
    assert steel.label is not None
    assert steel.label.of(article.text) == "Steel"
    assert build.label is None
    assert [(one.level, one.number) for one in (steel, cheap, build)] == [(0, 1), (1, None), (0, 2)]


def test_given_title_url_and_language_win() -> None:
    article = parse_article(MARKDOWN, format="markdown", title="Mine", url="https://example.com/x", language="de-AT")

    assert (article.title, article.url, article.language) == ("Mine", "https://example.com/x", "de")


def test_linked_data_of_a_page_is_used() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "A late bridge",
        "datePublished": "2026-05-03T10:00:00Z",
        "author": {"name": "Jane Doe"},
        "keywords": ["bridges"],
    }
    head = f'<title>A late bridge | Town News</title><script type="application/ld+json">{json.dumps(data)}</script>'
    body = f"<nav><a>Home</a></nav><article><h1>A late bridge</h1><p>{PROSE * 3}</p><p>{SECOND * 3}</p></article>"
    html = f"<html lang=en><head>{head}</head><body>{body}</body></html>"

    article = parse_article(html, format="html")

    assert (article.title, article.byline, str(article.date), article.tags) == (
        "A late bridge",
        "Jane Doe",
        "2026-05-03",
        ("bridges",),
    )
    assert len(article.blocks) == 2


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("<b>Nets</b> by Ole Brook<br>Nets are knotted by hand in every harbour.", "Nets by Ole Brook"),
        ("Nets by Ole Brook<br/>Nets are knotted by hand in every harbour.", "Nets by Ole Brook"),
        # A sentence, a line that runs on, a verse, an address and a date are no labels.
        ("Nets are knotted by hand.<br>They hold for twenty years at the least.", None),
        ("Nets are knotted by hand,<br>which takes twenty days in every harbour.", None),
        ("Nets by the quay<br>Lamps by the sea<br>And cranes for you and me", None),
        ("12 May 2027, 14:00<br>The nets are knotted at the old quay of Norrby.", None),
        ("Nets are knotted by hand in every harbour of the north<br>Twenty days", None),
    ],
)
def test_a_first_line_of_its_own_is_an_items_label(item: str, label: str | None) -> None:
    html = f"<h1>Harbours</h1><p>What we read about harbours this year:</p><ul><li>{item}</li><li>Cranes</li></ul>"
    article = parse_article(html, format="html")

    (first, *_) = [one for one in article.blocks if one.kind is BlockKind.ITEM]
    assert (None if first.label is None else first.label.of(article.text)) == label
    if first.body is not None:
        assert first.body.of(article.text).startswith("Nets are knotted")
