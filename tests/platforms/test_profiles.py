"""The facts about platforms."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from repurpose.errors import UnknownName
from repurpose.model import PLATFORM_ALIASES, PLATFORMS
from repurpose.platforms import PlatformProfile, measure, platform_profiles, profile
from repurpose.text.counting import COUNTERS

FOLDER = Path(__file__).parents[2] / "repurpose/platforms"
CARD_SIZES = {"square", "portrait", "story", "wide", "link", "pin"}


def _facts(key: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{key}.toml").read_text(encoding="utf-8"))


def test_there_is_one_profile_for_each_platform_in_order() -> None:
    assert PLATFORMS == tuple(known.key for known in platform_profiles())
    assert set(PLATFORMS) == {path.stem for path in FOLDER.glob("*.toml")}
    assert platform_profiles() == platform_profiles()


@pytest.mark.parametrize("key", PLATFORMS)
def test_a_file_says_what_its_profile_says(key: str) -> None:
    assert profile(key) == TypeAdapter(PlatformProfile).validate_python({"fields": {}, **_facts(key)})


@pytest.mark.parametrize("table", [(), ("target_length",), ("hashtags",), ("links",), ("emoji",), ("text", 0)])
def test_unknown_keys_are_refused(table: tuple[str | int, ...]) -> None:
    facts = _facts("x")
    place: Any = facts
    for step in table:
        place = place[step]
    place["misspelt"] = 1

    with pytest.raises(ValidationError, match="misspelt"):
        TypeAdapter(PlatformProfile).validate_python(facts)


@pytest.mark.parametrize("known", platform_profiles(), ids=lambda known: known.key)
def test_a_profile_makes_sense(known: PlatformProfile) -> None:
    facts = [*known.text, *known.fields.values(), known.target_length, known.hashtags, known.links, known.emoji]
    facts += [fact for fact in (known.fold, known.search, known.chapters) if fact]

    assert all(fact.source and date(2026, 1, 1) <= fact.checked for fact in facts)
    assert known.hashtags.minimum <= known.hashtags.best <= known.hashtags.maximum
    assert known.target_length.minimum < known.target_length.maximum <= known.maximum
    assert all(limit.maximum > 0 and limit.unit in COUNTERS for limit in (*known.text, *known.fields.values()))
    assert known.card_size in CARD_SIZES
    assert set(known.formats) <= {"post", "thread", "caption", "title+description"}


def test_aliases_are_those_of_the_profiles() -> None:
    assert PLATFORM_ALIASES == {alias: known.key for known in platform_profiles() for alias in known.aliases}


@pytest.mark.parametrize(
    ("name", "key"),
    [("x", "x"), ("Twitter", "x"), ("IG", "instagram"), ("fb", "facebook"), ("bsky", "bluesky"), ("yt", "youtube")],
)
def test_a_platform_has_other_names_in_any_case(name: str, key: str) -> None:
    assert key == profile(name).key


def test_an_unknown_platform_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(
        UnknownName, match=r"unknown platform 'twiter' \(did you mean 'twitter'\?\); known: x, linkedin"
    ):
        profile("twiter")


@pytest.mark.parametrize(
    ("platform", "length"),
    [("x", 26), ("mastodon", 25), ("threads", 24), ("bluesky", 21), ("linkedin", 22), ("youtube", 24), ("discord", 21)],
)
def test_a_text_is_measured_in_the_platforms_own_unit(platform: str, length: int) -> None:
    assert length == measure("https://example.com 🚀", platform)


def test_a_post_must_hold_every_limit() -> None:
    bluesky = profile("bluesky")
    families = "👨‍👩‍👧‍👦" * 121

    assert 121 == bluesky.measure(families)
    assert not bluesky.fits(families)
    assert 120 * 7 == bluesky.fitting_prefix(families)
    assert bluesky.fits("a" * 299, reserve=1)
    assert not bluesky.fits("a" * 300, reserve=1)


def test_loading_one_profile_reads_one_file_and_no_library() -> None:
    code = (
        "import sys; from repurpose.platforms import loading; loading.profile('x'); "
        "print(loading._load.cache_info().currsize, sorted({'pydantic', 'emoji', 'nltk', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "1 []" == done.stdout.strip()
