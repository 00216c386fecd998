from __future__ import annotations

import json
from contextlib import suppress

import emoji
import pytest
from hypothesis import given
from hypothesis import strategies as st

from repurpose.errors import SettingsError
from repurpose.settings import Settings, load_settings, settings_from_tables

CASES = [
    # what the types tell
    ('[brand]\nnmae = "A"\nstance = "boss"\n', ["brand.nmae: unknown key (did you mean 'name'?)", "brand.stance:"]),
    (
        '[brand]\nprefered_words = { a = "b" }\n',
        ["brand.prefered_words: unknown key (did you mean 'preferred_words'?)"],
    ),
    ('[brand]\nvoice = "funny"\n', ["brand.voice: input should be 'formal', 'plain' or 'playful'"]),
    ('[brand]\nis_author = "perhaps"\n', ["brand.is_author: input should be a valid boolean"]),
    ('[brnad]\nname = "A"\n', ["brnad: unknown key (did you mean 'brand'?)"]),
    ("[platform.twiter]\nhashtags = 1\n", ["platform.twiter: unknown platform"]),
    ("[platform.x]\nhashtag = 1\n", ["platform.x.hashtag: unknown key (did you mean 'hashtags'?)"]),
    ('[platform.x]\nnumbering = "n of m"\n', ["platform.x.numbering: input should be 'none', 'n/m', 'n' or '(n/m)'"]),
    ('[lint]\nfail_on = "fatal"\n', ["lint.fail_on:"]),
    ("[brand\n", ["is not TOML"]),
    ("platform = 3\n", ["platform: should be a table"]),
    ("brand = 3\n", ["brand: should be a table"]),
    ('[brand]\nhashtags_always = "Acme"\n', ["brand.hashtags_always: should be a list"]),
    ('[brand]\npreferred_words = ["use"]\n', ["brand.preferred_words: should be a table"]),
    ('[brand.ctas]\nsave_steps = "Keep it."\n', ["brand.ctas.save_steps: should be a list"]),
    # counts
    ("[brand]\nemoji = -1\n", ["brand.emoji: -1 is less than 0"]),
    ("[platform.x]\nhashtags = -1\nemoji = -2\n", ["platform.x.hashtags: -1 is less", "platform.x.emoji: -2 is less"]),
    # words
    ('[brand]\nbanned_words = [" "]\n', ["brand.banned_words.0: is empty"]),
    ('[brand.preferred_words]\nfine = ""\n', ["brand.preferred_words.fine: is empty"]),
    (
        '[brand]\nbanned_words = ["Clients"]\npreferred_words = { customers = "clients" }\n',
        ["brand.preferred_words.customers: 'clients' is among the banned_words"],
    ),
    (
        '[brand.preferred_words]\nusers = "customers"\ncustomers = "clients"\n',
        ["brand.preferred_words.users: 'customers' is itself replaced"],
    ),
    # hashtags and emoji
    ('[brand]\nhashtags_always = ["two words"]\n', ["brand.hashtags_always.0: 'two words' is no hashtag"]),
    (
        '[brand]\nhashtags_always = ["#Acme"]\nhashtags_never = ["acme"]\n',
        ["brand.hashtags_always.0: '#Acme' is among the hashtags_never too"],
    ),
    (
        '[brand]\nemoji_palette = ["🌱🌱", "x", "🌱", ""]\n',
        [f"brand.emoji_palette.{place} is not one emoji" for place in ("0: '🌱🌱'", "1: 'x'", "3: ''")],
    ),
    # phrases
    (
        '[brand.ctas]\nsave_step = ["Keep it."]\n',
        ["brand.ctas.save_step: unknown phrase (did you mean 'save_steps'?); known: promise_two, "],
    ),
    (
        '[brand.ctas]\nlink_body = ["Here: {lnk}"]\n',
        [
            "brand.ctas.link_body.0: unknown place {lnk} (did you mean 'link'?); known: {link}",
            "brand.ctas.link_body.0: lacks the place {link}",
        ],
    ),
    ('[brand.ctas]\nsave_steps = ["Keep {it}."]\n', ["brand.ctas.save_steps.0: unknown place {it}; known: {handle}"]),
    ('[brand.ctas]\nlink_body = ["Here: {link"]\n', ["brand.ctas.link_body.0: 'Here: {link' has a brace without"]),
    ('[brand.ctas]\nlink_body = ["Here: {link!r}"]\n', ["brand.ctas.link_body.0: a place is its name and nothing"]),
    (
        '[brand.ctas]\nlink_body = ["Here: {link.__class__}"]\n',
        ["brand.ctas.link_body.0: unknown place {link.__class__}", "brand.ctas.link_body.0: lacks the place {link}"],
    ),
    ('[brand.ctas]\nsave_steps = ["Keep it.", " "]\n', ["brand.ctas.save_steps.1: is empty"]),
    ('[brand]\nopinion_line = "By {author}."\n', ["brand.opinion_line: unknown place {author}; known: {byline}"]),
    (
        '[brand]\nopinion_line = "Opinion."\nctas = { opinion = ["An opinion."] }\n',
        ["brand.opinion_line: brand.ctas.opinion says it too"],
    ),
    # links
    ('[brand]\nutm = ""\n', ["brand.utm: '' is no query"]),
    ('[brand]\nutm = "?utm_source=x"\n', ["brand.utm: '?utm_source=x' is no query"]),
    ('[brand]\nutm = "utm_source=x&"\n', ["brand.utm: 'utm_source=x&' is no query"]),
    ('[brand]\nutm = "utm_source"\n', ["brand.utm: utm_source: is empty"]),
    ('[brand]\nutm = "utm_source=a&utm_source=b"\n', ["brand.utm: utm_source stands in it twice"]),
    (
        '[brand]\nutm = "utm_source={plattform}&utm_term={date}"\n',
        [
            "brand.utm: utm_source: unknown place {plattform} (did you mean 'platform'?)",
            "brand.utm: utm_term: unknown place {date}; known: {platform}, {format}, {campaign}",
        ],
    ),
    ('[platform.x]\nutm_source = ""\n', ["platform.x.utm_source: is empty"]),
    # languages and files
    ('[brand]\nlanguage = "english"\n', ["brand.language: there are no phrases in 'english'; known: ar, de, en"]),
    ('[brand]\ntemplates = "nowhere"\n', ["brand.templates: "]),
    # cards
    ('[cards]\ntheme = "inc"\n', ["cards.theme: there is no theme 'inc' (did you mean 'ink'?); known: ink, paper"]),
    ('[cards]\nfolder = "nowhere"\n', ["cards.folder: "]),
    ('[cards]\nfolder = "nowhere"\ntheme = "acme"\n', ["cards.folder: ", "cards.theme: there is no theme 'acme'"]),
    # what cannot be read hides nothing of the rest
    (
        """
        brand = { nmae = "A", emoji = "many", utm = "x" }
        platform.x = { handle = "a b", hashtags = "few" }
        cards.theme = "inc"
        lint.fail_on = "fatal"
        """,
        [
            "brand.nmae: unknown key",
            "brand.emoji: input should be a valid integer",
            "platform.x.hashtags: input should be a valid integer",
            "lint.fail_on: ",
            "brand.utm: x: is empty",
            "cards.theme: there is no theme 'inc'",
            "platform.x.handle: 'a b' is no account on x",
        ],
    ),
    (
        """
        [brand]
        emoji_palette = [3, "x", "🌱"]
        hashtags_always = ["Acme", {}, "a b"]
        hashtags_never = ["#acme", 4]
        ctas = { save_steps = ["Keep {it}.", 1, " "], link_body = 5 }
        preferred_words = { a = 1, b = "" }
        """,
        [
            "brand.emoji_palette.0: input should be a valid string",
            "brand.hashtags_always.1: input should be a valid string",
            "brand.hashtags_never.1: input should be a valid string",
            "brand.ctas.save_steps.1: input should be a valid string",
            "brand.ctas.link_body: should be a list",
            "brand.preferred_words.a: input should be a valid string",
            "brand.emoji_palette.1: 'x' is not one emoji",
            "brand.hashtags_always.0: 'Acme' is among the hashtags_never too",
            "brand.hashtags_always.2: 'a b' is no hashtag",
            "brand.ctas.save_steps.0: unknown place {it}",
            "brand.ctas.save_steps.2: is empty",
            "brand.preferred_words.b: is empty",
        ],
    ),
    ('brand = 3\n[platform]\nx = 4\n[cards]\ntheme = "inc"\n', ["brand: ", "platform.x: ", "cards.theme: "]),
    # several tables at once
    (
        '[brand]\nemoji = -1\nhashtags_always = ["a b"]\nutm = "x"\n[platform.x]\nhandle = "a b"\n[platform.y]\n',
        [
            "platform.y: unknown platform",
            "brand.emoji: -1",
            "brand.hashtags_always.0:",
            "brand.utm: x: is empty",
            "platform.x.handle: 'a b' is no account on x: 1 to 15 letters, digits and _, such as acmelabs",
        ],
    ),
]


@pytest.mark.parametrize(("text", "problems"), CASES, ids=[str(number) for number in range(len(CASES))])
def test_every_problem_is_named_with_its_path(tmp_path, text, problems):
    path = tmp_path / "brand.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_settings(path)

    assert len(problems) == len(caught.value.problems), caught.value.problems
    assert all(any(found.startswith(wanted) for found in caught.value.problems) for wanted in problems)


def test_a_folder_of_templates_has_names_of_platforms_and_brings_languages(tmp_path):
    for name in ("formats/x.toml", "formats/twiter.toml", "phrases/sv.toml"):
        (tmp_path / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / name).touch()
    path = tmp_path / "brand.toml"
    path.write_text('[brand]\ntemplates = "own"\nlanguage = "sv"\n', encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_settings(path)

    assert ["brand.templates: formats/twiter.toml: unknown platform"] == list(caught.value.problems)

    (tmp_path / "own" / "formats" / "twiter.toml").unlink()

    assert load_settings(path).brand.language == "sv"


def test_a_theme_may_be_in_the_folder_of_ones_own(tmp_path):
    (tmp_path / "looks").mkdir()
    (tmp_path / "looks" / "acme.toml").touch()
    path = tmp_path / "brand.toml"
    path.write_text('[cards]\ntheme = "acme"\nfolder = "looks"\n', encoding="utf-8")

    assert load_settings(path).cards.theme == "acme"


_NAMES = [
    *("brand", "platform", "lint", "cards", "x", "nowhere", "ctas", "emoji", "utm", "theme", "stance", "opinion_line"),
    *("save_steps", "hashtags_always", "hashtags_never", "preferred_words", "emoji_palette", "severity", "fail_on"),
]
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.sampled_from(["", "x", "🌱", "a b", "{it}", "owner", "ink"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(_NAMES), _VALUES, max_size=4))
def test_whatever_the_tables_hold_they_are_settings_or_have_problems(tables):
    with suppress(SettingsError):
        assert isinstance(settings_from_tables(tables, where="tables"), Settings)


def test_every_emoji_that_is_recommended_may_stand_in_a_palette(tmp_path):
    whole = [one for one, facts in emoji.EMOJI_DATA.items() if facts["status"] == emoji.STATUS["fully_qualified"]]
    path = tmp_path / "brand.toml"
    path.write_text(f"[brand]\nemoji_palette = {json.dumps(whole, ensure_ascii=False)}\n", encoding="utf-8")

    assert tuple(whole) == load_settings(path).brand.emoji_palette


@pytest.mark.parametrize("text", ["a", "1", "#", "©", "❤", "→", "🇩", "🏽", "🦰", "🌱 ", "👩\u200d", "🌱🌱", "\ufe0f"])
def test_what_is_not_one_whole_emoji_may_not(tmp_path, text):
    path = tmp_path / "brand.toml"
    path.write_text(f'[brand]\nemoji_palette = ["{text}"]\n', encoding="utf-8")

    with pytest.raises(SettingsError, match="is not one emoji"):
        load_settings(path)
