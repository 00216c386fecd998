from __future__ import annotations

import dataclasses
import json
import tomllib
from typing import Any

import pytest
from pydantic import TypeAdapter

from repurpose import Settings, load_settings
from repurpose.errors import SettingsError
from repurpose.model import Severity
from repurpose.settings import Brand, CardSettings, LintSettings, PlatformSettings, settings_from_tables


def test_an_empty_file_is_the_defaults(tmp_path):
    path = tmp_path / "brand.toml"
    path.write_text("", encoding="utf-8")

    assert Settings() == load_settings(path)


FULL = """
[brand]
name = "Acme"
stance = "curator"
is_author = true
voice = "playful"
language = "de"
banned_words = ["synergy"]
emoji = 2
emoji_palette = ["🌱", "👩‍🌾"]
hashtags_always = ["Acme"]
hashtags_never = ["Spam"]
opinion_line = "Opinion, by {byline}."
sign_off = "The team"
utm = "utm_source={platform}&utm_medium=social"
templates = "own"

[brand.preferred_words]
utilise = "use"

[brand.ctas]
save_steps = ["Keep this."]
link_bio = []

[platform.linkedin]
handle = "company/acme"
link_place = "body"
utm_source = "li"
hashtags = 4
emoji = 1

[platform.x]
numbering = "n/m"

[lint]
ignore = ["RDB"]
fail_on = "warning"
severity = { LEN005 = "error" }

[cards]
theme = "ink"
folder = "themes"
source = "acme.example"
"""


def test_every_key_has_its_place(tmp_path):
    path = tmp_path / "brand.toml"
    path.write_text(FULL, encoding="utf-8")
    for name in ("own", "themes"):
        (tmp_path / name).mkdir()
    found = load_settings(path)

    assert found.brand == Brand(
        name="Acme",
        stance="curator",
        is_author=True,
        voice="playful",
        language="de",
        banned_words=("synergy",),
        preferred_words={"utilise": "use"},
        emoji=2,
        emoji_palette=("🌱", "👩‍🌾"),
        hashtags_always=("Acme",),
        hashtags_never=("Spam",),
        ctas={"save_steps": ("Keep this.",), "link_bio": ()},
        opinion_line="Opinion, by {byline}.",
        sign_off="The team",
        utm="utm_source={platform}&utm_medium=social",
        templates=tmp_path / "own",
    )
    assert found.platform == {
        "linkedin": PlatformSettings(handle="company/acme", link_place="body", utm_source="li", hashtags=4, emoji=1),
        "x": PlatformSettings(numbering="n/m"),
    }
    assert found.lint == LintSettings(ignore=("RDB",), fail_on=Severity.WARNING, severity={"LEN005": Severity.ERROR})
    assert found.cards == CardSettings(theme="ink", folder=tmp_path / "themes", source="acme.example")


def test_the_example_of_every_key_has_every_key():
    tables = tomllib.loads(FULL)
    platform = {key for table in tables["platform"].values() for key in table}

    assert keys(Brand) == set(tables["brand"])
    assert keys(PlatformSettings) == platform
    assert keys(CardSettings) == set(tables["cards"])


def keys(table: type[Any]) -> set[str]:
    return {one.name for one in dataclasses.fields(table)}


def test_settings_from_json_are_those_from_toml(tmp_path, monkeypatch):
    for name in ("own", "themes"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    tables = tomllib.loads(FULL)

    assert settings_from_tables(tables, where="toml") == settings_from_tables(
        json.loads(json.dumps(tables)), where="json"
    )


def test_settings_have_a_json_schema():
    schema = TypeAdapter(Settings).json_schema()

    assert set(schema["properties"]) == {"brand", "platform", "lint", "cards"}
    assert schema["additionalProperties"] is False


def test_the_ceiling_of_a_platform_goes_before_the_brands():
    settings = Settings(brand=Brand(emoji=3), platform={"x": PlatformSettings(emoji=0)})

    assert [0, 3] == [settings.emoji_on(platform) for platform in ("x", "linkedin")]
    assert Settings().emoji_on("x") is None


def test_a_pyproject_holds_the_same_tables_under_tool(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "x"\n[tool.repurpose.brand]\nname = "Acme"\n', encoding="utf-8")

    assert load_settings(path).brand.name == "Acme"


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "none.toml")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "brand.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(path)
