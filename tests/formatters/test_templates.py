from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from repurpose.errors import SettingsError
from repurpose.formatters.templates import FormatTemplate, template_for
from repurpose.model import PLATFORMS
from repurpose.platforms import profile
from repurpose.settings import Brand, Settings
from repurpose.text.emojis import find_emojis
from tests.corpus import ROOT


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_format_of_a_platform_has_a_template(platform):
    tables = tomllib.loads((ROOT / f"templates/formats/{platform}.toml").read_text(encoding="utf-8"))

    assert set(profile(platform).formats) == set(tables)
    TypeAdapter(dict[str, FormatTemplate]).validate_python(tables)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_without_a_brands_file_the_shipped_templates_hold(platform, tmp_path):
    own = Settings(brand=Brand(templates=tmp_path))
    known = profile(platform)

    assert [template_for(known, name) for name in known.formats] == [
        template_for(known, name, own) for name in known.formats
    ]


def brand(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "formats" / "x.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Settings(brand=Brand(templates=tmp_path))


def test_a_brands_file_replaces_values_one_by_one(tmp_path):
    own = brand(tmp_path, '[thread]\nbeats = 3\nbullet = "- "\nendings = ["link"]\n')
    x, linkedin = profile("x"), profile("linkedin")
    name, found = template_for(x, "thread", own)
    shipped = template_for(x, "thread")[1]

    assert name == "thread"
    assert found == replace(shipped, beats=3, bullet="- ", endings=("link",))
    assert template_for(x, "post", own) == template_for(x, "post")
    assert template_for(linkedin, None, own) == template_for(linkedin, None)


def test_an_edited_file_is_read_anew(tmp_path):
    found = [template_for(profile("x"), "thread", brand(tmp_path, f"[thread]\nbeats = {n}\n"))[1].beats for n in (2, 5)]

    assert [2, 5] == found


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[thread\n", ["is not TOML: "]),
        ("[thred]\nbeats = 3\n", ["thred: unknown format for X (did you mean 'thread'?); known: post, thread"]),
        ("thread = 3\n", ["thread: should be a table"]),
        (
            '[thread]\nbeat = 3\nshape = "round"\n',
            ["thread.shape: ", "thread.beat: unknown key (did you mean"],
        ),
        ("[thread]\nbeats = -1\nlists = -2\n", ["thread.beats: -1 is less than 0", "thread.lists: -2 is less"]),
        ('[post]\nendings = ["question", "bye"]\n[long]\n', ["long: unknown format", "post.endings.1: "]),
    ],
)
def test_every_problem_of_a_brands_file_is_named(tmp_path, text, problems):
    with pytest.raises(SettingsError) as caught:
        template_for(profile("x"), "post", brand(tmp_path, text))

    assert str(tmp_path / "formats" / "x.toml") == caught.value.where
    assert len(problems) == len(caught.value.problems)
    assert all(any(found.startswith(wanted) for found in caught.value.problems) for wanted in problems)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "assets/lexicons/emoji").glob("topics_*.toml")), ids=lambda path: path.stem
)
def test_every_topic_has_one_real_emoji(path):
    topics = tomllib.loads(path.read_text(encoding="utf-8"))

    assert [
        topic for topic, emoji in topics.items() if [len(span) for span in find_emojis(emoji)] != [len(emoji)]
    ] == []
