"""Sections under people's names and answers under questions: whose words are they?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from repurpose.model import BlockKind
from repurpose.sources import parse_article

CASES = Path(__file__).parents[1] / "cases" / "sources"
PROFILES = tomllib.loads((CASES / "profiles.toml").read_text(encoding="utf-8"))["case"]
ANSWERS = tomllib.loads((CASES / "answers.toml").read_text(encoding="utf-8"))["case"]
TITLE = "# The yard\n"


def said(text: str) -> list[tuple[str, str]]:
    """Who says each paragraph of the Markdown *text*, and what."""
    article = parse_article(TITLE + text, format="markdown")
    prose = [block for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    return [(block.speaker or "", block.span.of(article.text)) for block in prose]


@pytest.mark.parametrize("case", PROFILES, ids=[case["name"] for case in PROFILES])
def test_a_section_under_a_name_is_that_persons_where_it_says_i(case: dict[str, Any]) -> None:
    paragraphs = [part for part in case["article"].strip().split("\n\n") if not part.startswith("#")]

    assert list(zip(case["speakers"], paragraphs, strict=True)) == said(case["article"])


@pytest.mark.parametrize("case", ANSWERS, ids=[case["name"] for case in ANSWERS])
def test_an_answer_under_a_question_is_the_persons_who_is_named_before_it(case: dict[str, Any]) -> None:
    parts = [part.replace("**", "") for part in case["article"].strip().split("\n\n")]
    paragraphs = [part for part in parts if not part.startswith("#") and not part.endswith("?")]
    told = [
        part.removeprefix(f"{speaker}: ") if speaker else part
        for speaker, part in zip(case["speakers"], paragraphs, strict=True)
    ]

    assert list(zip(case["speakers"], told, strict=True)) == said(case["article"])


def test_a_page_has_profiles_too() -> None:
    people = {"Ada Vane": "I came with a chisel.", "Tomas Berg": "My hands knew it.", "Ilse Kroon": "I kneel there."}
    story = "The yard at Ostermoor took its first apprentices four years ago, and three of them told how it went. " * 3
    sections = "".join(f"<h2>{name}, Apprentice</h2><p>{words * 4}</p>" for name, words in people.items())
    page = f"<html><body><article><h1>The yard</h1><p>{story}</p>{sections}</article></body></html>"

    article = parse_article(page, format="html", language="en")

    assert [None, *people] == [block.speaker for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
