from __future__ import annotations

import re
import tomllib

import pytest
from pydantic import TypeAdapter

from repurpose.formatters.templates import FormatTemplate
from repurpose.model import PLATFORMS
from repurpose.platforms import profile
from repurpose.text.emojis import find_emojis
from tests.corpus import ROOT

PHRASES = sorted((ROOT / "templates/phrases").glob("*.toml"))
NAMES = set(tomllib.loads((ROOT / "templates/phrases/en.toml").read_text(encoding="utf-8")))
BANNED = (
    "read more",
    "share this",
    "subscribe now",
    "click here",
    "continue reading",
    "game-changer",
    "unlock",
    "dive in",
)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_format_of_a_platform_has_a_template(platform):
    tables = tomllib.loads((ROOT / f"templates/formats/{platform}.toml").read_text(encoding="utf-8"))

    assert set(profile(platform).formats) == set(tables)
    TypeAdapter(dict[str, FormatTemplate]).validate_python(tables)


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.stem)
def test_a_phrase_pack_has_every_name_and_only_known_places(path):
    bank = tomllib.loads(path.read_text(encoding="utf-8"))
    english = tomllib.loads((ROOT / "templates/phrases/en.toml").read_text(encoding="utf-8"))

    assert set(bank) == NAMES
    for name, entries in bank.items():
        wanted = set(re.findall(r"\{(\w+)\}", english[name][0]))
        assert entries
        assert all(set(re.findall(r"\{(\w+)\}", entry)) == wanted for entry in entries)


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.stem)
def test_no_phrase_baits_or_claims(path):
    text = path.read_text(encoding="utf-8").lower()

    assert [phrase for phrase in BANNED if phrase in text] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "assets/lexicons/emoji").glob("topics_*.toml")), ids=lambda path: path.stem
)
def test_every_topic_has_one_real_emoji(path):
    topics = tomllib.loads(path.read_text(encoding="utf-8"))

    assert [
        topic for topic, emoji in topics.items() if [len(span) for span in find_emojis(emoji)] != [len(emoji)]
    ] == []
