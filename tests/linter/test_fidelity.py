"""What is copied from an article is never called unfaithful; what was altered mostly is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from repurpose.linter import find_rule, lint
from repurpose.model import Draft, Post, Segment, Span
from repurpose.sources import read_article
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.model import Article

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NAMES = sorted(path.name for path in SEEDS.iterdir() if path.is_file() and path.name != "README.md")
FIDELITY = tuple(find_rule(code) for code in ("FCT001", "FCT002", "FCT003", "FCT004"))
# In these a capital inside a sentence is a name.
CASED = {"en", "es", "fr", "it", "pt", "nl", "ru", "uk"}


@cache
def article(name: str) -> Article:
    return read_article(SEEDS / name)


def spans(name: str) -> Iterator[Span]:
    source = article(name)
    return (span for span in sentences(source.text, source.language) if len(span) < 600)


def findings(name: str, text: str, span: Span, rule: str | None = None) -> list[str]:
    segment = Segment(span=Span(0, len(text)), origin="article", sources=(span,))
    post = Post(text=text, payload=text, segments=(segment,))
    draft = Draft(platform="linkedin", format="post", posts=(post,), article=article(name))
    rules = FIDELITY if rule is None else (find_rule(rule),)
    return [f"{finding.rule} {finding.message}" for finding in lint(draft, rules=rules)]


def share(hits: list[bool]) -> float:
    assert len(hits) > 20
    return sum(hits) / len(hits)


@pytest.mark.parametrize("name", NAMES)
def test_sentences_copied_from_the_article_are_faithful(name: str) -> None:
    found = {span.of(article(name).text): findings(name, span.of(article(name).text), span) for span in spans(name)}

    assert {text: said for text, said in found.items() if said} == {}


def test_an_altered_number_is_found() -> None:
    hits = []
    for name in NAMES:
        for span in spans(name):
            text = span.of(article(name).text)
            if match := re.search(r"(?<![\d.,:])\d+(?![\d.,:]|\w)", text):
                altered = text[: match.start()] + str(int(match[0]) + 1234) + text[match.end() :]
                hits.append(bool(findings(name, altered, span, "FCT001")))

    assert share(hits) == 1


def test_a_number_taken_from_another_sentence_is_often_found() -> None:
    hits = []
    for name in NAMES:
        numbers = re.findall(r"(?<![\d.,:])\d{2,}(?![\d.,:]|\w)", article(name).text)
        for span in spans(name):
            text = span.of(article(name).text)
            match = re.search(r"(?<![\d.,:])\d+(?![\d.,:]|\w)", text)
            other = next((number for number in numbers if match and number not in text), None)
            if match and other:
                altered = text[: match.start()] + other + text[match.end() :]
                hits.append(bool(findings(name, altered, span, "FCT001")))

    assert share(hits) > 0.5


def test_another_name_is_found() -> None:
    hits = []
    for name in NAMES:
        for span in spans(name) if article(name).language in CASED else ():
            text = span.of(article(name).text)
            if match := re.search(r"(?<=[a-zа-я,] )[A-ZА-Я][a-zа-я]{3,}", text):
                altered = text[: match.start()] + "Quillfeather" + text[match.end() :]
                hits.append(bool(findings(name, altered, span, "FCT002")))

    assert share(hits) > 0.9


def test_a_hedge_that_was_left_out_is_found() -> None:
    hits = []
    for name in NAMES:
        for span in spans(name) if article(name).language == "en" else ():
            text = span.of(article(name).text)
            match = re.search(r"\b(may|might|could|likely|nearly(?= \d)|about(?= \d))(?= [\w£$]+ )", text)
            if match and len(re.findall(r"\b(?:may|might|could|would|likely|nearly|about|expected)\b", text)) == 1:
                altered = text[: match.start()] + text[match.end() + 1 :]
                hits.append(bool(findings(name, altered, span, "FCT004")))

    assert share(hits) > 0.8
