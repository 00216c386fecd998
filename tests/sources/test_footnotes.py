from __future__ import annotations

import pytest

from repurpose.sources import parse_article

WORDS = "The wheel of the old mill turned again on Sunday, and about 400 people came to see it."


def read(sentence: str, format_: str) -> str:
    if format_ == "html":
        page = f"<html><body><article><h1>The mill</h1><p>{WORDS}</p><p>{sentence}</p><p>{WORDS}</p></article>"
        return parse_article(page, format="html").text
    return parse_article(f"The mill opens\n\n{WORDS}\n\n{sentence}\n\n{WORDS}\n", format=format_).text


@pytest.mark.parametrize("format_", ["text", "html"])
@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The gate was restored.* It opens in May.", "The gate was restored. It opens in May."),
        ("It opens in May.**", "It opens in May."),
        ("“It opens in May.”† So they said.", "“It opens in May.” So they said."),
        ("The price is four pounds,* they said.", "The price is four pounds, they said."),
    ],
)
def test_the_mark_of_a_footnote_is_no_part_of_its_sentence(sentence: str, shown: str, format_: str) -> None:
    text = read(sentence, format_)

    assert shown in text
    assert sentence not in text


@pytest.mark.parametrize("format_", ["text", "html"])
@pytest.mark.parametrize(
    "sentence", ["They said that 3 * 4 is twelve.", "It was a d*mn cold day, they said.", "The answer (yes) * no."]
)
def test_other_stars_stay(sentence: str, format_: str) -> None:
    assert sentence in read(sentence, format_)
