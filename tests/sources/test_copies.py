"""Copies of whole pages, as people paste them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from repurpose.model import Article, BlockKind
from repurpose.sources import parse_article

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "sources" / "copies.toml").read_text(encoding="utf-8"))
PARAGRAPHS = {
    "p1": "The bridge over the Harl opens in May, two years later than the council had planned, and is dear.",
    "p2": "Steel came from abroad and was late, the mayor said on Monday, and two winters were too wet for it.",
    "p3": "Neighbours are glad that the ferry will rest at last, for it broke down each week and no part was young.",
}


def filled(text: str) -> str:
    for name, words in PARAGRAPHS.items():
        text = text.replace(f"{{{name}}}", words)
    return text


def shown(article: Article) -> list[str]:
    return [
        f"q {block.speaker or ''} > {block.span.of(article.text)}"
        if block.kind is BlockKind.QUOTE
        else block.span.of(article.text)
        for block in article.blocks
    ]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_a_copy_of_a_page_becomes_its_article(case: dict[str, Any]) -> None:
    article = parse_article(filled(case["text"]), format="text")

    assert list(map(filled, case["blocks"])) == shown(article)
    assert case["title"] == article.title
    assert case.get("date", "None") == str(article.date)
    assert tuple(case.get("hashtags", ())) == article.author_hashtags
    if "byline" in case:
        assert case["byline"] == article.byline
    if "subtitle" in case:
        assert case["subtitle"] == article.subtitle


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("·\tLand\r\n·\tSteel\r\n·\tWater", [(None, "Land"), (None, "Steel"), (None, "Water")]),
        ("o\tFirst choice\r\no\tSecond choice", [(None, "First choice"), (None, "Second choice")]),
        ("§\tLand\r\n§\tSteel", [(None, "Land"), (None, "Steel")]),
        ("1.\tBuy land\r\n2.\tBuild it", [(1, "Buy land"), (2, "Build it")]),
        ("1) Buy land\n2) Build it", [(1, "Buy land"), (2, "Build it")]),
        ("•\u00a0Land\n•\u00a0Steel", [(None, "Land"), (None, "Steel")]),
    ],
    ids=["dot", "letter", "paragraph sign", "number and tab", "number and bracket", "no-break space"],
)
def test_bullets_of_office_programs_are_lists(text: str, items: list[tuple[int | None, str]]) -> None:
    article = parse_article(f"A bridge\r\n\r\n{PARAGRAPHS['p1']} It needs:\r\n\r\n{text}\r\n", format="text")
    found = [(block.number, block.span.of(article.text)) for block in article.blocks if block.kind is BlockKind.ITEM]

    assert items == found


@pytest.mark.parametrize("text", ["§ 5 Abs. 1 of the law\n§ 6 of the law", "o menino foi\nao rio"])
def test_signs_of_law_and_words_of_one_letter_are_no_bullets(text: str) -> None:
    article = parse_article(f"A bridge\n\n{PARAGRAPHS['p1']}\n\n{text}\n\n{PARAGRAPHS['p2']}", format="text")

    assert BlockKind.ITEM not in {block.kind for block in article.blocks}


def test_a_wrapped_text_keeps_its_lists_and_quotations() -> None:
    text = """\
A LATE BRIDGE

The bridge over the Harl opens in May, two years later than the council
had planned, and it costs nine million more. The mayor blames the steel,
which came from abroad, and two wet winters.

The council gave two reasons:

  * Steel came from abroad and was late because the works in the north
    had closed.
  * Two winters were too wet.

> And it was dear, said the mayor, but a bridge that is not built costs
> more in the end.

Neighbours are glad that the ferry will rest at last, for it broke down
every week and no part of it was young.
"""
    article = parse_article(text, format="text")

    assert ["paragraph", "paragraph", "item", "item", "quote", "paragraph"] == [block.kind for block in article.blocks]
    assert "north had closed." in article.text
    assert "costs more in the end." in article.text


@pytest.mark.parametrize(
    "turns",
    [
        ("SP – How was it?", "AF – It was long.", "SP – And dear?", "AF – Very dear."),
        ("SP: How was it?", "AF: It was long.", "SP: And dear?", "AF: Very dear."),
        ("Sam Poe: How was it?", "Ana Falk: It was long.", "Poe: And dear?", "Falk: Very dear."),
        ("Sam: How was it?", "Ana: I'm Ana, as you know.", "Sam: And dear?", "Ana: As Ana says: Very dear."),
    ],
    ids=["initials and dashes", "initials and colons", "last names", "first names"],
)
def test_turns_are_of_people_in_full(turns: tuple[str, ...]) -> None:
    lead = "Our guest today is Dr. Ana Falk, chief engineer of the town."
    article = parse_article("\n\n".join(("A talk", "By Sam Poe", lead, *turns)), format="text")

    assert [None, "Sam Poe", "Ana Falk", "Sam Poe", "Ana Falk"] == [block.speaker for block in article.blocks]
    assert article.text.endswith("Very dear.")


@pytest.mark.parametrize(
    ("asks", "answers", "is_talk"),
    [
        ("Harbour team", "U.S. Ferry team", True),
        ("Problem", "Solution", False),
        ("Myth", "Fact", False),
    ],
)
def test_who_asks_throughout_and_who_answers_take_turns(asks: str, answers: str, is_talk: bool) -> None:
    said = [f"{asks}: Why now?", f"{answers}: A bench.", f"{asks}: When?", f"{answers}: In May.", f"{asks}: And then?"]
    closing = f"{answers}: {'We rest.' if is_talk else 'Nothing?'}"
    text = "\n\n".join(("A talk", "The team of the harbour met the ferry team on Monday and Friday.", *said, closing))
    article = parse_article(text, format="text")

    assert {block.speaker for block in article.blocks} == ({None, asks, answers} if is_talk else {None})


@pytest.mark.parametrize(
    ("turns", "speakers"),
    [
        (["Q: What is new?", "A: A bench.", "Q: When does it come?", "A: In May."], ["Q", "A", "Q", "A"]),
        (
            ["Ada Vogel: How did it begin?", "Tom Reed: With a loan.", "Ada Vogel: And now?", "Tom Reed: We rest."],
            ["Ada Vogel", "Tom Reed", "Ada Vogel", "Tom Reed"],
        ),
    ],
)
def test_the_first_question_of_an_interview_is_no_title(turns: list[str], speakers: list[str]) -> None:
    article = parse_article("\n\n".join(turns), format="text")

    assert article.title is None
    assert speakers == [block.speaker for block in article.blocks]


def test_the_last_question_of_a_writer_who_asks_is_no_author_box() -> None:
    article = parse_article(
        "The ferryman of Tarn\n\nBy Ben Ross\n\nBen Ross: How long have you carried people over the river of Tarn?\n\n"
        "Ida Marlow: I have carried them for thirty years, and the river has become faster.\n\n"
        "Ben Ross: What does a crossing cost in the winter?\n\n"
        "Ida Marlow: A crossing costs two crowns in the winter and one in the summer.\n\n"
        "Ben Ross: Will you retire?\n\n"
        "Ida Marlow: Never, they would have to carry me off the boat.\n",
        language="en",
    )

    assert "Will you retire?" in article.text
