"""The lengths of texts in every unit."""

from __future__ import annotations

import json
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from repurpose.text.counting import COUNTERS, Unit, is_valid_weighted, weighted
from repurpose.text.entities import find_cashtags, find_hashtags, find_mentions, find_urls
from repurpose.text.escaping import linkedin_little_text, telegram_markdown_v2
from repurpose.text.facets import find_facets
from repurpose.text.mastodon import find_mastodon_mentions, find_mastodon_urls
from repurpose.text.weighted import V1, V2, is_valid, weigh

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/counting/lengths.toml").read_text(encoding="utf-8"))["case"]
UNITS: tuple[Unit, ...] = tuple(COUNTERS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_unit_counts_as_its_platform_does(case: dict[str, Any]) -> None:
    expected = {unit: case[unit] for unit in UNITS}

    assert expected == {unit: count(case["text"]) for unit, count in COUNTERS.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_x_takes_what_it_takes(case: dict[str, Any]) -> None:
    assert case["valid_on_x"] == is_valid_weighted(case["text"])


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        ("", False),
        (" ", True),
        ("a" * 280, True),
        ("a" * 281, False),
        ("文" * 140, True),
        ("文" * 141, False),
        ("👨‍👩‍👧‍👦" * 140, True),
        ("a" * 256 + " https://example.com/" + "b" * 500, True),
        ("a\ufeff", False),
        ("a\ufffe", False),
        ("a\uffff", False),
    ],
)
def test_x_refuses_empty_long_and_invalid_texts(text: str, is_taken: bool) -> None:
    assert is_taken == is_valid_weighted(text)


def test_the_first_configuration_counts_characters_and_allows_140() -> None:
    assert (140, True) == (weigh("文" * 140, V1), is_valid("文" * 140, V1))
    assert (141, False) == (weigh("a" * 141, V1), is_valid("a" * 141, V1))


def test_the_second_configuration_counts_every_part_of_an_emoji() -> None:
    assert (2, 11) == (weigh("👨‍👩‍👧‍👦"), weigh("👨‍👩‍👧‍👦", V2))


def test_every_recommended_emoji_counts_two_on_x() -> None:
    import emoji

    qualified = emoji.STATUS["fully_qualified"]
    longer = [one for one, facts in emoji.EMOJI_DATA.items() if facts["status"] == qualified and weighted(one) != 2]

    assert [] == longer


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "piece",
    [
        *("a", "#", "@", ".", "a.", "a.com", "x_y.com.", "http://", "http://a.co/(", "a.co/!", "漢.", "é.com ", "-"),
        *("👍", "👨\u200d", "\u0301", "🇩", "1\u20e3", "@a@", "#1", "\u1100\u1161", "文章。", " "),
    ],
)
def test_counting_takes_linear_time_on_hostile_texts(piece: str, unit: Unit) -> None:
    count = COUNTERS[unit]
    count(piece)
    short, long = (piece * (size // len(piece)) for size in (10_000, 80_000))

    assert _seconds(lambda: count(long)) < 0.3 + 24 * _seconds(lambda: count(short))


def _seconds(action: Any) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def test_the_public_counting_set_is_met_in_every_value(shared: Path) -> None:
    cases = json.loads((shared / "counting/cases.json").read_text(encoding="utf-8"))["cases"]

    wrong = [(case["id"], *difference) for case in cases for difference in _differences(case["text"], case["expected"])]

    assert [] == wrong


def _differences(text: str, expected: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    values = {
        "units.codepoints": COUNTERS["code_points"](text),
        "units.utf16": COUNTERS["utf16"](text),
        "units.utf8": COUNTERS["utf8"](text),
        "units.graphemes": COUNTERS["graphemes"](text),
        "x.weighted": weighted(text),
        "x.valid": is_valid_weighted(text),
        "x.urls": [found.text for found in find_urls(text)],
        "x.mentions": [found.name for found in find_mentions(text)],
        "x.hashtags": [found.name for found in find_hashtags(text)],
        "x.cashtags": [found.name for found in find_cashtags(text)],
        "bluesky.graphemes": COUNTERS["graphemes"](text),
        "bluesky.bytes": COUNTERS["utf8"](text),
        "bluesky.facets": [
            {"byteStart": found.start, "byteEnd": found.end, "type": found.kind, "value": found.value}
            for found in find_facets(text)
        ],
        "mastodon.length": COUNTERS["mastodon"](text),
        "mastodon.urls": [found.url for found in find_mastodon_urls(text)],
        "mastodon.mentions": [found.group() for found in find_mastodon_mentions(text)],
        "threads.length": COUNTERS["threads"](text),
        "linkedin.utf16": COUNTERS["utf16"](text),
        "linkedin.little_text_all_escaped": linkedin_little_text(text),
        "telegram.length": COUNTERS["telegram"](text),
        "telegram.markdown_v2_all_escaped": telegram_markdown_v2(text),
    }
    found = []
    for path, value in values.items():
        platform, field = path.split(".")
        wanted = expected[platform].get(field, value)
        if wanted != value:
            found.append((path, wanted, value))
    return found
