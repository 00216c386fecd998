from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from repurpose import compose, lint_text
from repurpose.errors import SettingsError
from repurpose.formatters.phrases import Phrases, pack_problems, phrases_for
from repurpose.model import PLATFORMS
from repurpose.settings import PHRASES, Brand, PlatformSettings, Settings
from repurpose.settings.phrasing import places_in
from repurpose.text.lexicons import LEXICON_LANGUAGES
from repurpose.text.numerals import numerals_in
from tests.corpus import ROOT, summary_of

PACKS = sorted((ROOT / "templates/phrases").glob("*.toml"))
ENGLISH = tomllib.loads((ROOT / "templates/phrases/en.toml").read_text(encoding="utf-8"))
VOICES = ("formal", "playful")
BANNED = (
    "read more",
    "share this",
    "subscribe now",
    "click here",
    "continue reading",
    "you won't believe",
    "you won’t believe",
    "game-changer",
    "unlock",
    "dive in",
)
VALUES = {
    "a": "The costs",
    "b": "the risks",
    "c": "the dates",
    "label": "The steps",
    "byline": "Ann Lee",
    "title": "A lake opens",
    "count": "three",
    "link": "https://example.org/lake",
}


def settings(**brand: object) -> Settings:
    return Settings(brand=Brand(**brand))  # type: ignore[arg-type] # keyword arguments of one dataclass


def said(name: str, chosen: Settings, language: str = "en", **values: str) -> set[str]:
    """What the phrase *name* may become, over many articles."""
    return {phrases_for(language, str(seed), chosen).say(name, **values) for seed in range(40)}


# ---- the shipped packs


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_a_shipped_pack_has_every_name_and_nothing_wrong(path):
    pack = tomllib.loads(path.read_text(encoding="utf-8"))

    assert list(pack_problems(pack)) == []
    assert {*PHRASES, "counts"} == {name for name in pack if name not in VOICES}
    assert all(entries for entries in pack.values())


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_a_shipped_pack_has_several_ways_to_say_everything_and_no_two_alike(path):
    pack = tomllib.loads(path.read_text(encoding="utf-8"))

    assert all(2 <= len(pack[name]) == len(set(pack[name])) <= 4 for name in PHRASES)


def test_every_language_with_word_lists_has_a_pack():
    assert set(LEXICON_LANGUAGES) == {path.stem for path in PACKS}


def test_french_marks_stand_behind_spaces_that_do_not_break():
    text = (ROOT / "templates/phrases/fr.toml").read_text(encoding="utf-8")
    phrases = [entry for entries in tomllib.loads(text).values() for entry in entries]

    assert [phrase for phrase in phrases if " :" in phrase or " ?" in phrase or " !" in phrase] == []


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_east_asian_phrases_have_wide_marks(language):
    pack = tomllib.loads((ROOT / f"templates/phrases/{language}.toml").read_text(encoding="utf-8"))
    phrases = [entry for entries in pack.values() for entry in entries]

    assert [phrase for phrase in phrases if any(mark in phrase for mark in ":,?!(). ")] == []


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_no_phrase_breaks_a_rule_in_its_language(path):
    pack = tomllib.loads(path.read_text(encoding="utf-8"))
    opening = OPENINGS.get(path.stem, "The lake opens.")
    found = {
        line: [finding.rule for finding in lint_text(f"{opening}\n\n{line}", "linkedin")] for line in lines_of(pack)
    }

    assert {line: rules for line, rules in found.items() if set(rules) - {"URL002"}} == {}


OPENINGS = {
    "ar": "تفتح البحيرة يوم السبت.",
    "de": "Der See öffnet am Samstag.",
    "es": "El lago abre el sábado.",
    "fr": "Le lac ouvre samedi.",
    "hi": "झील शनिवार को खुलेगी।",
    "it": "Il lago apre sabato.",
    "ja": "湖は土曜日に公開されます。",
    "ko": "호수는 토요일에 열립니다.",
    "nl": "Het meer gaat zaterdag open.",
    "pt": "O lago abre no sábado.",
    "ru": "Озеро откроют в субботу.",
    "uk": "Озеро відкриють у суботу.",
    "zh": "湖泊将于周六开放。",
}


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_no_phrase_baits_or_claims(path):
    text = path.read_text(encoding="utf-8").lower()

    assert [phrase for phrase in BANNED if phrase in text] == []


@pytest.mark.parametrize("voice", ["plain", *VOICES])
def test_english_has_several_ways_to_say_everything_and_no_two_alike(voice):
    table = {name: ENGLISH[name] for name in PHRASES} if voice == "plain" else ENGLISH[voice]

    assert set(table) == set(PHRASES)
    assert all(2 <= len(entries) == len(set(entries)) <= 4 for entries in table.values())


@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_says_it_in_its_own_words(voice):
    same = {name for name in ENGLISH[voice] if set(ENGLISH[voice][name]) <= set(ENGLISH[name])}

    assert same <= {"promise_two", "promise_three"}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_english_phrase_breaks_a_rule(platform):
    lines = [line for table in (ENGLISH, *(ENGLISH[voice] for voice in VOICES)) for line in lines_of(table)]
    found = {line: [f.rule for f in lint_text(f"The lake opens.\n\n{line}", platform)] for line in lines}
    # A link in a caption, or one without a card: said of every link there, whatever stands before it.
    usual = {"URL002"}

    assert {line: rules for line, rules in found.items() if set(rules) - usual} == {}


def lines_of(table: dict[str, list[str]]) -> list[str]:
    return [
        entry.format_map(VALUES)
        for name in PHRASES
        for entry in table.get(name, ())
        if name not in ("continued", "counts")
    ]


# ---- what is said


def test_the_same_article_is_told_in_the_same_words_and_others_in_others():
    assert len({phrases_for("en", "one").say("link_comment") for _ in range(5)}) == 1
    assert set(ENGLISH["link_comment"]) == said("link_comment", Settings())


@pytest.mark.parametrize("language", ["sv", "und", "../phrases/en", "", "en/../en"])
def test_a_language_without_a_pack_has_no_words(language):
    assert phrases_for(language, "seed").bank == {}
    assert phrases_for(language, "seed").say("save_steps") == ""


@pytest.mark.parametrize(
    ("entries", "values", "expected"),
    [
        (["By {byline}."], {"byline": "Ann Lee"}, "By Ann Lee."),
        # a name that ends in a full stop ends the sentence
        (["By {byline}."], {"byline": "Sophia P."}, "By Sophia P."),
        # what the article has no value for is not said
        (["By {byline}."], {"byline": ""}, ""),
        (["By {byline}."], {}, ""),
        (["{title}, by {byline}.", "By {byline}."], {"byline": "Ann Lee"}, "By Ann Lee."),
        (["{{By}} {byline}"], {"byline": "{x}"}, "{By} {x}"),
        ([], {"byline": "Ann Lee"}, ""),
    ],
)
def test_a_phrase_with_its_values(entries, values, expected):
    assert expected == Phrases({"name": entries}, "seed").say("name", **values)


def test_every_name_can_be_said_with_what_it_needs():
    phrases = phrases_for("en", "seed")

    assert all(phrases.say(name, **{place: VALUES[place] for place in PHRASES[name].needed}) for name in NEEDY)
    assert phrases.say("opinion", byline="Ann Lee")


NEEDY = [name for name in PHRASES if name != "opinion"]


# ---- the brand's voice, phrases and folder


@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_replaces_the_plain_phrases(voice):
    assert set(ENGLISH[voice]["save_steps"]) == said("save_steps", settings(voice=voice))
    # German has no table for it yet.
    assert said("save_steps", settings(voice=voice), "de") == said("save_steps", Settings(), "de") != {""}


def test_a_brands_phrases_replace_the_shipped_ones_by_name():
    own = settings(ctas={"save_steps": ("Keep this.", "Print this."), "link_bio": ()}, voice="playful")

    assert {"Keep this.", "Print this."} == said("save_steps", own)
    # an empty list says nothing
    assert {""} == said("link_bio", own)
    assert set(ENGLISH["playful"]["link_comment"]) == said("link_comment", own)
    # they are the brand's own in whatever language it writes
    assert {"Keep this.", "Print this."} == said("save_steps", own, "sv")


@pytest.mark.parametrize(
    ("line", "signed", "unsigned"),
    [
        ("A view, by {byline}.", {"A view, by Ann Lee."}, set(ENGLISH["opinion_unsigned"])),
        ("A view from our pages.", {"A view from our pages."}, {"A view from our pages."}),
        # without the title that it needs, the pack's own line says whose opinion it is
        (
            "{title}: a view.",
            {line.format(byline="Ann Lee") for line in ENGLISH["opinion"]},
            set(ENGLISH["opinion_unsigned"]),
        ),
    ],
)
def test_the_line_for_opinion_pieces_is_the_brands(line, signed, unsigned):
    own = settings(opinion_line=line)

    assert signed == said("opinion", own, byline="Ann Lee", title="")
    assert unsigned == said("opinion_unsigned", own)


def test_the_title_may_stand_in_the_line_for_opinion_pieces():
    own = settings(opinion_line="“{title}” is an opinion piece by {byline}.")

    assert {"“A lake” is an opinion piece by Ann Lee."} == said("opinion", own, byline="Ann Lee", title="A lake")


def test_a_banned_word_is_in_no_phrase():
    own = settings(banned_words=("full article",), ctas={"save_steps": ("Save the full-article.", "Save it.")})

    assert {"Save it."} == said("save_steps", own)
    assert {""} == said("first_comment", own, link=VALUES["link"])


def test_the_name_of_a_place_is_no_word():
    own = settings(banned_words=("link",))

    assert said("first_comment", Settings(), link=VALUES["link"]) == said("first_comment", own, link=VALUES["link"])
    assert "link" not in "".join(said("link_comment", own))


def test_a_language_may_be_set():
    assert said("save_steps", Settings(), "de") == said("save_steps", settings(language="de"), "en")


def folder(tmp_path: Path, text: str, language: str = "en") -> Path:
    path = tmp_path / "phrases" / f"{language}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_brands_folder_goes_before_the_shipped_pack_name_by_name(tmp_path):
    text = 'save_steps = ["Keep it."]\nlink_bio = ["See our bio."]\n[playful]\nlink_bio = ["Bio!"]\n'
    templates = folder(tmp_path, text)

    for voice, bio in (("plain", "See our bio."), ("formal", "See our bio."), ("playful", "Bio!")):
        own = settings(templates=templates, voice=voice)
        table = ENGLISH if voice == "plain" else ENGLISH[voice]

        assert {"Keep it."} == said("save_steps", own)
        assert {bio} == said("link_bio", own)
        assert set(table["link_comment"]) == said("link_comment", own)
        assert {"Mine."} == said("link_bio", settings(templates=templates, voice=voice, ctas={"link_bio": ("Mine.",)}))
    assert said("save_steps", settings(templates=templates), "de") == said("save_steps", Settings(), "de")


def test_a_brands_folder_may_bring_a_language(tmp_path):
    templates = folder(tmp_path, 'save_steps = ["Spara till senare."]\n', "sv")

    assert {"Spara till senare."} == said("save_steps", settings(templates=templates), "sv")
    assert {""} == said("link_bio", settings(templates=templates), "sv")
    assert {"Spara till senare."} == said("save_steps", settings(templates=templates, language="sv"), "en")


def test_an_edited_folder_is_read_anew(tmp_path):
    own = settings(templates=folder(tmp_path, 'save_steps = ["Keep one."]\n'))
    before = said("save_steps", own)
    folder(tmp_path, 'save_steps = ["Keep two."]\n')

    assert ({"Keep one."}, {"Keep two."}) == (before, said("save_steps", own))


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("save_steps = [", ["is not TOML: "]),
        ('save_step = ["x"]\n', ["save_step: unknown phrase (did you mean 'save_steps'?); known: promise_two, "]),
        ('[funny]\nsave_steps = ["x"]\n', ["funny: unknown phrase; known: "]),
        ('[formal]\nsave = ["x"]\n', ["formal.save: unknown phrase"]),
        ('[formal]\nplayful = ["x"]\n', ["formal.playful: unknown phrase"]),
        ('formal = ["x"]\n', ["formal: should be a table"]),
        ('save_steps = "x"\n', ["save_steps: should be a list of texts"]),
        ("save_steps = [1]\n", ["save_steps: should be a list of texts"]),
        (
            'link_body = ["{url}", "Here: {link}"]\n',
            ["link_body.0: unknown place {url}", "link_body.0: lacks"],
        ),
        ('save_steps = [""]\n[playful]\nlink_bio = ["{"]\n', ["save_steps.0: is empty", "playful.link_bio.0: '{' has"]),
    ],
)
def test_every_problem_of_a_brands_pack_is_named(tmp_path, text, problems):
    own = settings(templates=folder(tmp_path, text))

    with pytest.raises(SettingsError) as caught:
        phrases_for("en", "seed", own)

    assert str(tmp_path / "phrases" / "en.toml") == caught.value.where
    assert len(problems) == len(caught.value.problems)
    assert all(found.startswith(wanted) for found, wanted in zip(caught.value.problems, problems, strict=True))


def test_a_folder_that_is_none_says_so(tmp_path):
    with pytest.raises(SettingsError, match="is not a folder"):
        phrases_for("en", "seed", settings(templates=tmp_path / "none"))


def test_places_are_found():
    assert {"a", "b"} == places_in("{a} {{c}} {b}")


# ---- where a phrase comes from


def origins(chosen: Settings, language: str = "en", **values: str) -> list[str]:
    phrases = phrases_for(language, "seed", chosen)
    names = ("save_steps", "link_comment", "opinion")
    return [piece.origin for name in names for piece in phrases.copy(name, **{"byline": "Ann Lee", **values})]


def test_a_phrase_knows_the_pack_that_it_is_from(tmp_path):
    (tmp_path / "phrases").mkdir()
    for language in ("en", "sv"):
        (tmp_path / "phrases" / f"{language}.toml").write_text('link_comment = ["Below."]', encoding="utf-8")

    assert ["phrase:save_steps", "phrase:link_comment", "phrase:opinion"] == origins(settings())
    assert ["phrase:save_steps", "templates:link_comment", "phrase:opinion"] == origins(settings(templates=tmp_path))
    assert ["templates:link_comment"] == origins(settings(templates=tmp_path), "sv")
    assert "phrase:de/save_steps" in origins(settings(language="de"))


def test_a_phrase_of_the_settings_is_from_there():
    own = settings(ctas={"save_steps": ("Keep this.",)}, opinion_line="{title}: a view.")

    assert ["settings", "phrase:link_comment", "settings"] == origins(own, title="A lake")
    # where it cannot be said, the pack's own is
    assert ["settings", "phrase:link_comment", "phrase:opinion"] == origins(own, title="")


def test_the_brands_account_stands_in_its_phrases_where_the_platform_has_one():
    own = Settings(
        brand=Brand(ctas={"question_caveat": ("Tell {handle} what you think.",)}),
        platform={"linkedin": PlatformSettings(handle="company/acme-labs")},
    )
    seed = summary_of(next((ROOT / "seeds").glob("0*.txt")))

    assert "Tell company/acme-labs what you think." in compose(seed, "linkedin", settings=own).posts[0].text
    # Where it has none, the shipped phrase is said.
    assert "What is your view?" in compose(seed, "instagram", settings=own).posts[0].text


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_no_brief_hook_names_a_number(path):
    """ "In two words" would be a number that the article does not have."""
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = [table for table in (lists, *lists.values()) if isinstance(table, dict)]
    found = [one.replace("{title}", "") for table in tables for one in table.get("hook_brief", ())]

    assert found
    assert not [one for one in found if list(numerals_in(one, path.stem))]
