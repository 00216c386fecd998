from __future__ import annotations

import pytest

from repurpose import Settings, load_settings
from repurpose.errors import SettingsError
from repurpose.model import Severity
from repurpose.settings import Brand, CardSettings, LintSettings, PlatformSettings


def test_an_empty_file_is_the_defaults(tmp_path):
    path = tmp_path / "brand.toml"
    path.write_text("", encoding="utf-8")

    assert Settings() == load_settings(path)


def test_every_key_has_its_place(tmp_path):
    path = tmp_path / "brand.toml"
    path.write_text(
        '[brand]\nname = "Acme"\nstance = "curator"\nemoji = 2\nhashtags_always = ["Acme"]\nhashtags_never = ["Spam"]\n'
        'banned_words = ["synergy"]\nsign_off = "The team"\n'
        '[platform.linkedin]\nlink_place = "body"\nhashtags = 4\n'
        '[lint]\nignore = ["RDB"]\nfail_on = "warning"\nseverity = { LEN005 = "error" }\n'
        '[cards]\ntheme = "ink"\nsource = "acme.example"\n',
        encoding="utf-8",
    )
    found = load_settings(path)

    assert found.brand == Brand(
        name="Acme",
        stance="curator",
        emoji=2,
        hashtags_always=("Acme",),
        hashtags_never=("Spam",),
        banned_words=("synergy",),
        sign_off="The team",
    )
    assert found.platform == {"linkedin": PlatformSettings(link_place="body", hashtags=4)}
    assert found.lint == LintSettings(ignore=("RDB",), fail_on=Severity.WARNING, severity={"LEN005": Severity.ERROR})
    assert found.cards == CardSettings(theme="ink", source="acme.example")


def test_a_pyproject_holds_the_same_tables_under_tool(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "x"\n[tool.repurpose.brand]\nname = "Acme"\n', encoding="utf-8")

    assert load_settings(path).brand.name == "Acme"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('[brand]\nnmae = "A"\nstance = "boss"\n', ["brand.nmae: unknown key (did you mean 'name'?)", "brand.stance:"]),
        ('[brnad]\nname = "A"\n', ["brnad: unknown key (did you mean 'brand'?)"]),
        ("[platform.twiter]\nhashtags = 1\n", ["platform.twiter: unknown platform"]),
        ("[platform.x]\nhashtag = 1\n", ["platform.x.hashtag: unknown key (did you mean 'hashtags'?)"]),
        ('[lint]\nfail_on = "fatal"\n', ["lint.fail_on:"]),
        ("[brand\n", ["is not TOML"]),
        ("platform = 3\n", ["platform: should be a table"]),
        ("brand = 3\n", ["brand: should be a table"]),
        ('[brand]\nhashtags_always = "Acme"\n', ["brand.hashtags_always: should be a list"]),
        (
            '[brand]\nhashtags_always = ["two words"]\nemoji = -1\n',
            ["brand.hashtags_always.0:", "brand.emoji: -1 is less"],
        ),
        ("[platform.x]\nhashtags = -1\n", ["platform.x.hashtags: -1 is less than 0"]),
        ('[brand]\nbanned_words = [" "]\n', ["brand.banned_words.0: is empty"]),
    ],
)
def test_every_problem_is_named_with_its_path(tmp_path, text, problems):
    path = tmp_path / "brand.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_settings(path)

    assert len(caught.value.problems) == len(problems)
    assert all(any(found.startswith(wanted) for found in caught.value.problems) for wanted in problems)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "none.toml")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "brand.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(path)
