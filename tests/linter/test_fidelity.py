"""What is copied from an article is never called unfaithful; what was altered mostly is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from repurpose.linter import find_rule, lint, lint_text
from repurpose.linter.rule import example_article
from repurpose.model import Draft, Post, Segment, Severity, Span
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


LAB = example_article(
    "Alexandr Wang’s Vision\n"
    "At just 26, Alexandr Wang has already built an AI empire. "
    "Partnering with Meta, Wang is poised to lead a new, specialized division focused on superintelligence. "
    "With billions of users across Facebook, Instagram, and WhatsApp, Meta has unmatched access to data. "
    "Meta is likely to attract top researchers. Meta invests heavily in custom silicon chips.\n"
    "Yes, superintelligence could solve global problems, accelerate scientific discovery, and transform education. "
    "But misaligned superintelligence could pose existential risks. The price of a model is about 30 million dollars. "
    "Custom silicon chips could make the training cheaper. Custom silicon chips make the training faster."
)


def strays(text: str) -> list[tuple[str, str]]:
    """Rule and place of what is unfaithful in a hand-written post about `LAB`."""
    found = (finding for finding in lint_text(text, "linkedin", article=LAB) if finding.rule.startswith("FCT"))
    return [(finding.rule, finding.span.of(text) if finding.span else "") for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "Alexandr Wang leads a new division at Meta.",
        "Superintelligence will solve global problems and transform education.",
        "Misaligned superintelligence poses existential risks.",
        "Meta attracts top researchers.",
        "The price of a model: 30 million dollars.",
        "• Misaligned superintelligence poses existential risks",
        "Custom silicon chips make the training cheaper.",
    ],
)
def test_a_hedge_lost_in_hand_written_text_is_an_error(text: str) -> None:
    rules = [rule for rule, _ in strays(f"News about Meta.\n\n{text}")]

    assert rules == ["FCT004"]


@pytest.mark.parametrize(
    "text",
    [
        "Alexandr Wang is set to lead a new division at Meta.",
        "Superintelligence might solve global problems and transform education.",
        "Will superintelligence solve global problems?",
        "Superintelligence could:\n\n• solve global problems\n• accelerate scientific discovery",
        "Meta invests heavily in silicon chips.",
        "Custom silicon chips make the training faster.",
        "Wang leads.",
    ],
)
def test_what_keeps_the_hedge_or_says_something_else_is_not_called_a_lost_hedge(text: str) -> None:
    assert strays(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Alexander Wang has built an AI empire.", "Alexander"),
        ("Alexandre Wang has built an AI empire.", "Alexandre"),
        ("🚀 Alexander Wang has built an AI empire.", "Alexander"),
        ("The empire of Alexandr Wong at Meta.", "Wong"),
        ("Alexandr Wnag has built an AI empire.", "Wnag"),
        ("Meta owns Facebook, Instagram, TikTok and WhatsApp.", "TikTok"),
        ("Facebook, Instagram, WhatsApp, Snapchat", "Snapchat"),
        ("Facebook, Instagram, Mistral and WhatsApp compete", "Mistral"),
    ],
)
def test_a_name_that_is_altered_or_added_is_an_error(text: str, name: str) -> None:
    assert strays(text) == [("FCT002", name)]


def test_a_first_name_that_the_article_does_not_have_is_worth_a_warning() -> None:
    (finding,) = lint_text("Michael Wang has built an AI empire.", "linkedin", article=LAB)

    assert (finding.rule, finding.severity) == ("FCT002", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        "Meet Alexandr Wang at Meta.",
        "Inside Meta’s new division",
        "Reportedly Wang has built it.",
        "What Meta Gains With Alexandr Wang: Reach Across Every Big Network",
        "More on LinkedIn, and on Mastodon.",
    ],
)
def test_a_capital_that_only_opens_a_line_or_styles_a_title_is_no_name(text: str) -> None:
    assert strays(text) == []


@pytest.mark.parametrize("name", NAMES)
def test_sentences_copied_by_hand_are_faithful(name: str) -> None:
    copies = [span.of(article(name).text) for span in spans(name)]
    found = {copy: lint_text(copy, "linkedin", article=article(name)) for copy in copies}

    assert {} == {
        copy: messages
        for copy, said in found.items()
        if (messages := [finding.message for finding in said if finding.rule.startswith("FCT")])
    }


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


@pytest.mark.parametrize(
    ("headings", "is_told"),
    [
        (("Sow early", "Water late", "Wait"), True),
        (("Sow early!", "When is it watered?", "Wait"), True),
        (("Sow early", "Water late"), False),
        (("Sow early.", "Water late.", "Wait."), False),
    ],
)
def test_a_count_of_sections_is_delivered_by_as_many_headings(headings: tuple[str, ...], is_told: bool):
    told = "Salad grows fast in the shade."
    source = example_article(told)
    text = "\n\n".join(["Growing salad, in three points", *(f"{heading}\n{told}" for heading in headings)])
    draft = Draft(platform="linkedin", format="post", posts=(Post(text=text, payload=text),), article=source)

    assert (lint(draft, rules=(find_rule("FCT001"),)) == ()) == is_told


@pytest.mark.parametrize(
    "address", ["https://blog.acme.example/boats-2-0?utm_campaign=boats-7-up", "http://boats.acme.internal/page/99"]
)
def test_the_numbers_of_an_address_are_none_of_the_text(address: str) -> None:
    """Whatever a platform links."""
    source = example_article("Norrby builds boats of oak and larch in two sheds.")
    found = lint_text(f"Norrby builds boats of oak and larch.\n\n{address}", "x", article=source)

    assert "FCT001" not in [one.rule for one in found]
