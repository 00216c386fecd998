from __future__ import annotations

from typing import Any

import pytest

from repurpose import compose, hashtags
from repurpose.errors import EmptySource
from repurpose.formatters.branded import branded_copy
from repurpose.formatters.copy import Piece, text_of
from repurpose.formatters.wording import breaks_ban
from repurpose.model import PLATFORMS, Note, Summary
from repurpose.settings import Settings
from tests.formatters.miniature import SHOP, URL, brand, posts, read, said

BUS = """The library bus of Norrby returns after two years, and it may stop in ten villages. Readers of Norrby order \
books on Monday and fetch them on Thursday.

The bus of Norrby carries 3,000 books, and 40 volunteers drive it.

What the library bus brings:

- Books of the library bus
- Maps of the coast
- Games for readers

The library-bus is a gift to the town. "Every library bus needs a driver," said Ida Marlow.

Would you ride on the library bus of your town?
"""
MORE: dict[str, Any] = {
    "title": "Library bus: Norrby returns",
    "subtitle": "A library bus for all villages of Norrby.",
    "description": "The library bus is back in Norrby, with 3,000 books.",
    "byline": "Ida Marlow",
    "tags": ("library bus", "Norrby"),
    "url": URL,
}


def everything(summary: Summary, settings: Settings) -> list[str]:
    return [said(post) for post in posts(summary, settings)]


@pytest.mark.parametrize(
    "words",
    [("library bus",), ("LIBRARY  BUS",), ("bus",), ("norrby",), ("readers", "books"), ("full article", "opinion")],
    ids=", ".join,
)
@pytest.mark.parametrize("notes", [(), (Note(kind="opinion", text="An opinion."),)], ids=["plain", "opinion"])
def test_a_banned_word_is_in_no_field_of_any_post(words, notes):
    settings = brand(banned_words=words)
    summary = read(BUS, **MORE, notes=notes)

    assert [text for text in everything(summary, settings) if breaks_ban(text, settings)] == []
    assert [text for text in everything(summary, brand()) if breaks_ban(text, settings)]


def test_a_banned_word_is_in_no_promise_of_what_comes():
    settings = brand(banned_words=("old wheels",))
    summary = read(SHOP, "Why Norrby mends old wheels")
    steps = "How to fix a flat tyre with what I know:"
    promised = read(SHOP.replace(steps, "How Norrby fixes old wheels:"), "Why Norrby mends bicycles")

    assert [text for text in everything(promised, settings) if breaks_ban(text, settings)] == []
    assert [text for text in everything(summary, settings) if breaks_ban(text, settings)] == []
    assert any("old wheels" in text for text in everything(promised, brand()))


def test_a_banned_word_is_in_no_hashtag_but_the_brands_own():
    summary = read(BUS, **MORE)
    own = brand(banned_words=("library bus",), hashtags_always=("LibraryBus",))

    assert "#LibraryBus" in hashtags(summary, "instagram")
    assert "#LibraryBus" not in hashtags(summary, "instagram", settings=brand(banned_words=("library bus",)))
    assert "#LibraryBus" in hashtags(summary, "instagram", settings=own)


def test_an_article_of_which_nothing_may_be_said_is_refused():
    with pytest.raises(EmptySource):
        compose(read("The library bus of Norrby returns in May."), "x", settings=brand(banned_words=("bus",)))


PREFERRED = {"readers": "members", "volunteers": "helpers", "library bus": "book bus"}


def test_preferred_words_are_said_everywhere_but_in_quotations():
    found = everything(read(BUS, **MORE), brand(preferred_words=PREFERRED))
    whole = "\n".join(found)

    assert "40 helpers" in whole
    assert "Members of Norrby order books" in whole
    assert "The book bus of Norrby returns" in whole
    assert "• Games for members" in whole
    assert "volunteers" not in whole
    assert "book bus needs a driver" not in whole


PERSONAL = """The repair shop of Norrby mends 400 bicycles a year, and it may open a second room in May.

I have mended bicycles for customers in Norrby since 1998, and customers still come on Mondays to the shop.

Customers of the shop pay nothing on Mondays.
"""


def test_what_the_author_says_in_quotation_marks_is_not_put_in_other_words():
    settings = brand(preferred_words={"customers": "guests"})
    whole = "\n".join(everything(read(PERSONAL, "A shop in Norrby", byline="Tomas Lindqvist"), settings))

    assert "Tomas Lindqvist: “I have mended bicycles for customers" in whole
    assert "Guests of the shop pay nothing" in whole


@pytest.mark.parametrize("platform", PLATFORMS)
def test_without_wishes_nothing_changes(platform):
    summary = read(BUS, **MORE)

    assert compose(summary, platform) == compose(summary, platform, settings=brand(banned_words=("zebra",)))
    assert compose(summary, platform) == compose(summary, platform, settings=brand(preferred_words={"zebra": "horse"}))


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("Readers wait.", "article")], "Members wait."),
        ([("Readers", "title"), (" · ", "layout"), ("Readers", "description")], "Members · Members"),
        # words between quotation marks, of a phrase, of a name, of a tag are nobody else's
        ([("“", "quotation"), ("Readers wait.", "article"), ("”", "quotation")], "“Readers wait.”"),
        ([("“Readers wait”:", "article")], "“Readers wait”:"),
        ([("Readers: ", "byline")], "Readers: "),
        ([("#Readers", "hashtags")], "#Readers"),
        ([("Save it, readers.", "phrase:save_steps")], "Save it, readers."),
        ([("The library bus waits.", "article")], ""),
    ],
)
def test_copy_in_the_brands_words(pieces, expected):
    settings = brand(preferred_words={"readers": "members"}, banned_words=("library bus",))
    copy = tuple(Piece(text, origin) for text, origin in pieces)

    assert expected == text_of(branded_copy(copy, settings, "en"))
