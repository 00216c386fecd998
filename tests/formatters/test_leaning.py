from __future__ import annotations

import pytest

from repurpose import compose, parse_article, summarize
from repurpose.formatters.leaning import has_bare_name, leans, opens_paragraph
from repurpose.model import Rendition, Span

TEXT = (
    "Norrby printed a wrench on its island in May. The wrench was made in four hours by the school's printer.\n\n"
    "A ferry brings plastic for the printer twice a week."
)
ARTICLE = parse_article(TEXT, title="Norrby prints its own tools", language="en")


def telling(words: str) -> Rendition:
    start = TEXT.index(words)
    return Rendition(text=words, spans=(Span(start, start + len(words)),))


@pytest.mark.parametrize(
    ("words", "is_leaning"),
    [
        ("The wrench was made in four hours by the school's printer.", True),
        ("Norrby printed a wrench on its island in May.", False),
        ("A ferry brings plastic for the printer twice a week.", False),
    ],
)
def test_a_noun_that_the_article_has_told_of_leans_on_it(words: str, is_leaning: bool):
    assert leans(telling(words), ARTICLE) is is_leaning


def test_what_the_title_names_is_known():
    article = parse_article(TEXT, title="A wrench of Norrby", language="en")

    assert not leans(telling("The wrench was made in four hours by the school's printer."), article)


def test_a_paragraph_opens_with_its_first_sentence():
    assert opens_paragraph(telling("A ferry brings plastic for the printer twice a week."), ARTICLE)
    assert not opens_paragraph(telling("The wrench was made in four hours by the school's printer."), ARTICLE)


@pytest.mark.parametrize("platform", ["x", "linkedin", "instagram", "facebook", "threads", "mastodon"])
def test_no_post_opens_with_what_leans(platform: str):
    text = compose(summarize(ARTICLE, limit=12), platform).posts[0].text

    assert not text.startswith("The wrench")


def test_a_short_form_leans_on_where_it_was_explained():
    text = (
        "The Norrby Fishing Board (NFB) counts all herrings of the bay.\n\n"
        "Every boat sends its catch to the NFB at night."
    )
    article = parse_article(text, title="How herrings are counted", language="en")
    start = text.index("Every boat")
    told = Rendition(text=text[start:], spans=(Span(start, len(text)),))

    assert leans(told, article)
    assert not leans(told, parse_article(text, title="How the NFB counts herrings", language="en"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I learned from Dennis’s book how a harbour is led.", True),
        ("I learned from Dennis Snow’s book how a harbour is led.", False),
        ("I learned from a book how a harbour is led in Norrby.", False),
        # A country is nobody.
        ("I learned in Turkey how a harbour is led.", False),
    ],
)
def test_between_quotation_marks_a_first_name_alone_leans(said: str, expected: bool):
    text = f"Dennis Snow wrote about harbours in Norrby and Turkey Point.\n\n{said}"
    start = text.index(said)
    rendition = Rendition(text=said, spans=(Span(start, len(text)),))

    assert has_bare_name(rendition, parse_article(text, title="Harbours", language="en")) is expected
