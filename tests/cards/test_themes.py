from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from repurpose.cards import SIZES, load_theme, theme_names
from repurpose.cards.contrast import contrast, rgb
from repurpose.cards.theme import SignatureLayer, WordsLayer
from repurpose.errors import SettingsError, UnknownName
from repurpose.settings import CardSettings, Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", theme_names(Settings()))
def test_a_shipped_theme_is_readable_in_every_colour_pair(name: str) -> None:
    palette = load_theme(name, Settings()).palette

    pairs = [(palette.ink, palette.page), (palette.accent, palette.page), (palette.muted, palette.page)]

    assert [] == [pair for pair in pairs if contrast(rgb(pair[0]), rgb(pair[1])) < 4.5]


@pytest.mark.parametrize("name", theme_names(Settings()))
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_shipped_theme_never_sets_small_type(name: str, size: Any) -> None:
    layers = load_theme(name, Settings()).designs[size.name].layers

    # On a phone a card is about 390 CSS pixels wide: 2.4 % of the width are 9.4 of them, 3.6 % are 14.
    assert all(layer.smallest >= 0.036 * size.width for layer in layers if isinstance(layer, WordsLayer))
    assert all(layer.source_size >= 0.024 * size.width for layer in layers if isinstance(layer, SignatureLayer))


def test_the_users_theme_comes_before_the_shipped_one_of_the_same_name(themed: Any) -> None:
    settings = themed("paper", old="#F3EEE4", new="#FFFFFF")

    assert load_theme("paper", settings).palette.page == "#FFFFFF"
    assert theme_names(settings) == ("paper", "ink")


def test_a_size_changes_only_what_it_names(themed: Any) -> None:
    theme = load_theme(
        None,
        themed(
            old="[sizes.pin]\nmargin = 100\n\n[sizes.pin.layers.words]\nsmallest = 42",
            new="[sizes.pin.layers.words]\nleading = 1.3",
        ),
    )

    pin, portrait = (
        next(layer for layer in theme.designs[size].layers if layer.kind == "words") for size in ("pin", "portrait")
    )

    assert (1.3, 1.16) == (pin.leading, portrait.leading)
    assert pin.largest == portrait.largest
    assert theme.designs["pin"].margin == theme.designs["portrait"].margin


def test_an_unknown_theme_says_what_there_is() -> None:
    with pytest.raises(UnknownName, match=r"unknown theme 'papre' \(did you mean 'paper'\?\); known: ink, paper"):
        load_theme("papre", Settings())


def test_a_theme_is_never_looked_up_outside_of_its_folders(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "secret.toml").write_text("description = 'x'", encoding="utf-8")

    with pytest.raises(UnknownName):
        load_theme("../secret", Settings(cards=CardSettings(folder=tmp_path / "themes")))


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="nowhere is not a folder"):
        load_theme(None, Settings(cards=CardSettings(folder=tmp_path / "nowhere")))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('page = "#F3EEE4"', 'page = "paper"', "palette.page: 'paper' is not a colour; write #RRGGBB"),
        ('muted = "#6B645A"\n', "", "palette.muted: is missing"),
        ('muted = "#6B645A"', 'mutd = "#6B645A"', "palette.mutd: unknown key (did you mean 'muted'?)"),
        ("margin = 108", 'margin = "wide"', "margin: input should be a valid number"),
        ('family = "Inter"', 'family = "Iner"', "unknown family 'Iner' (did you mean 'Inter'?)"),
        ('family = "Inter"', 'file = "gone.ttf"', "there is no font file"),
        ('family = "Inter"\n', "", "give either a bundled 'family' or a 'file'"),
        ('kind = "bar"', 'kind = "bra"', "layers.bar.kind: 'bra' is no kind of layer (did you mean 'bar'?)"),
        (
            'face = "display"',
            'face = "dsplay"',
            "layers.words.face: there is no face 'dsplay' (did you mean 'display'?)",
        ),
        ('colour = "accent"', 'colour = "red"', "layers.mark.colour: input should be 'page', 'ink'"),
        ("leading = 1.16", "leeding = 1.16", "layers.words.leeding: unknown key (did you mean 'leading'?)"),
        ("leading = 1.16", "leading = 0", "layers.words.leading: must be more than 0"),
        ("smallest = 46", "smallest = 200", "layers.words.smallest: is more than 'largest'"),
        ("[sizes.pin.layers.words]", "[sizes.pn.layers.words]", "sizes.pn: unknown card size (did you mean 'pin'?)"),
        ("[sizes.pin]", "[sizes.link]", "is not TOML"),
        ("largest = 124", "lrgest = 124", "sizes.story.layers.words.lrgest: unknown key (did you mean 'largest'?)"),
        ("[sizes.story.layers.words]", "[sizes.story.layers.wrds]", "sizes.story.layers.wrds: there is no such layer"),
    ],
)
def test_a_problem_in_a_theme_is_named_with_its_path(themed: Any, old: str, new: str, problem: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_theme(None, themed(old=old, new=new))

    assert problem in str(caught.value)


def test_every_problem_is_reported_at_once_and_only_once(themed: Any) -> None:
    settings = themed(old='description = "Off-white paper, a large serif, one warm accent."\n', new="glow = 1\n")
    path = settings.cards.folder / "own.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("leading = 1.16", "leading = 0").replace('kind = "bar"', 'kind = "bra"')
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_theme(None, settings)

    assert ["description", "glow", "layers.bar.kind", "layers.words.leading"] == sorted(
        problem.split(":")[0] for problem in caught.value.problems
    )


def test_a_theme_without_a_layer_for_the_words_is_refused(themed: Any) -> None:
    settings = themed(old='kind = "words"', new='kind = "bar"')

    with pytest.raises(SettingsError, match="layers: one of kind 'words' is needed"):
        load_theme(None, settings)


def test_a_file_that_is_no_font_is_refused(themed: Any, tmp_path: Path) -> None:
    from repurpose.cards import render

    (tmp_path / "fake.ttf").write_bytes(b"not a font at all")

    with pytest.raises(SettingsError, match=r"fake\.ttf: 1 problem\n  not a TrueType or OpenType font"):
        render("Words.", name="x.png", settings=themed(old='family = "Inter"', new='file = "fake.ttf"'))
