"""How much of a text fits."""

from __future__ import annotations

import time

import pytest

from repurpose.text import graphemes
from repurpose.text.counting import code_points, mastodon, utf8, weighted
from repurpose.text.fitting import fitting_prefix


@pytest.mark.parametrize(
    ("text", "limit", "fitting"),
    [
        ("short", 10, "short"),
        ("", 10, ""),
        ("anything", 0, ""),
        ("anything", -1, ""),
        ("five letters", 4, "five"),
        ("go 🚀🚀", 6, "go 🚀"),
        ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦"),
        ("e\u0301e\u0301", 1, "e\u0301"),
        ("a\r\nb", 2, "a"),
    ],
)
def test_a_prefix_fits_and_cuts_no_grapheme(text: str, limit: int, fitting: str) -> None:
    assert fitting == text[: fitting_prefix(text, limit, weighted)]


def test_a_long_address_fits_whole_where_a_part_of_it_would_not() -> None:
    text = "see https://a-rather-long-name-for-a-domain.example.com/and/a/path and more"

    assert (
        "see https://a-rather-long-name-for-a-domain.example.com/and/a/path"
        == text[: fitting_prefix(text, 27, weighted)]
    )


def test_a_mention_with_host_fits_whole_on_mastodon() -> None:
    assert (
        "hi @anna@social.example"
        == "hi @anna@social.example yes"[: fitting_prefix("hi @anna@social.example yes", 8, mastodon)]
    )


def test_bytes_cut_no_letter() -> None:
    assert 2 == fitting_prefix("äöü", 5, utf8)


def test_any_measure_will_do() -> None:
    assert 7 == fitting_prefix("0123456789", 10, lambda text: code_points(text) + 3)


@pytest.mark.parametrize("text", ["word " * 200_000, "文" * 300_000, "a." * 300_000, "👍" * 200_000])
def test_long_texts_are_cut_in_no_time(text: str) -> None:
    start = time.process_time()
    end = fitting_prefix(text, 280, weighted)

    assert weighted(text[:end]) <= 280
    assert graphemes.is_boundary(text, end)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "index", "place"),
    [("abc", 2, 2), ("abc", 9, 3), ("abc", -1, 0), ("🇩🇪🇫🇷", 3, 2), ("x" * 99 + "e\u0301", 100, 99), ("\r\n", 1, 0)],
)
def test_floor_is_the_last_place_to_cut(text: str, index: int, place: int) -> None:
    assert place == graphemes.floor(text, index)


def test_clusters_boundaries_and_count_agree() -> None:
    text = "e\u0301🇩🇪🇫👨‍👩‍👧\r\nक्षि"

    assert ["e\u0301", "🇩🇪", "🇫", "👨‍👩‍👧", "\r\n", "क्षि"] == list(graphemes.iterate(text))
    assert 6 == graphemes.count(text) == len(graphemes.boundaries(text)) - 1
