from __future__ import annotations

import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from repurpose.cli import tracing
from repurpose.cli.output import ExitCode, code_for
from repurpose.errors import RepurposeError
from repurpose.export import to_json
from repurpose.export.folder import campaign_folder
from repurpose.model import Campaign, Draft, Post, Segment, Span
from repurpose.pipeline import repurpose_article
from tests.cli.test_commands import one_line, run
from tests.cli.test_terminal import ACTING, ATTACK, Terminal, article
from tests.corpus import ROOT, SEED, article_of

COLOUR = re.compile("\x1b\\[\\d+m")
ARABIC = ROOT / "seeds" / "ar-maktaba-mutanaqqila.md"
JAPANESE = ROOT / "seeds" / "ja-shotengai.md"


def campaign_of(seed: Path) -> Campaign:
    return repurpose_article(article_of(seed), platforms=["x", "linkedin", "instagram"], cards=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with campaigns of three seeds, as `repurpose make` leaves it."""
    folder = tmp_path_factory.mktemp("out")
    for seed in (SEED, ARABIC, JAPANESE):
        campaign = campaign_of(seed)
        target = folder / campaign_folder(campaign.article)
        target.mkdir()
        (target / "campaign.json").write_text(to_json(campaign), encoding="utf-8")
        (folder / seed.stem).symlink_to(target)
    return folder


def printed(
    monkeypatch: pytest.MonkeyPatch,
    campaign: Path | str,
    platform: str,
    *,
    width: int | None = None,
    colour: bool = False,
    **options: Any,
) -> str:
    """What the command prints, into a pipe or on a terminal of that *width*."""
    stream = Terminal(is_terminal=width is not None)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("COLUMNS", str(width or 80))
    if colour:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", "1")
    tracing.trace(str(campaign), platform, **options)
    return stream.said()


# ---- lines, in a pipe


def test_a_line_of_a_draft_stands_over_its_passage(monkeypatch, made):
    said = printed(monkeypatch, made / SEED.stem / "campaign.json", "x").splitlines()
    line = "While details about the lab’s roadmap are still under wraps"
    place = next(number for number, text in enumerate(said) if text.startswith(f"  {line}"))

    assert said[0] == "x post"
    assert re.fullmatch(rf"      verbatim, line 49 \(\d+-\d+\): {line}.*", said[place + 1])


def test_what_was_cut_off_is_shown_whole(monkeypatch, made):
    said = printed(monkeypatch, made / SEED.stem / "campaign.json", "linkedin")

    assert "trimmed, line 29 (1748-1773): So why Meta, and why now?" in said


def test_words_of_ours_are_shown_with_the_file_that_says_them(monkeypatch, made):
    said = printed(monkeypatch, made / SEED.stem / "campaign.json", "linkedin").splitlines()
    place = next(number for number, line in enumerate(said) if "pinion piece by Sophia P." in line)

    assert said[place + 1] == "      phrase:opinion in templates/phrases/en.toml"


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        ("settings", "settings"),
        ("templates:link_bio", "templates:link_bio in the brand's own templates"),
        ("phrase:de/link_bio", "phrase:de/link_bio in templates/phrases/de.toml"),
    ],
)
def test_no_file_is_named_that_did_not_say_it(monkeypatch, tmp_path, origin, shown):
    text = "The link is in our profile."
    post = Post(text=text, payload=text, segments=(Segment(span=Span(0, len(text)), origin=origin),))
    draft = Draft(platform="x", format="post", posts=(post,))
    path = tmp_path / "campaign.json"
    path.write_text(to_json(Campaign(article=article(), drafts=(draft,), cards=(), findings=())), encoding="utf-8")

    assert ["x post", f"  {text}", f"      {shown}"] == printed(monkeypatch, path, "x").splitlines()


def test_the_hashtags_are_shown_as_such(monkeypatch, made):
    assert printed(monkeypatch, made / SEED.stem / "campaign.json", "linkedin").endswith("      hashtags\n")


def test_bullets_stand_before_their_items(monkeypatch, made):
    said = printed(monkeypatch, made / SEED.stem / "campaign.json", "linkedin").splitlines()

    assert any(line.startswith("  • Building Foundational Models") for line in said)


def test_every_format_and_post_has_its_heading(monkeypatch, made):
    said = printed(monkeypatch, made / SEED.stem, "x").splitlines()
    headings = [line for line in said if line and not line.startswith(" ")]

    assert headings[:3] == ["x post", f"x thread 1/{len(headings) - 1}", f"x thread 2/{len(headings) - 1}"]


def test_one_format_can_be_chosen(monkeypatch, made):
    said = printed(monkeypatch, made / SEED.stem, "x", draft_format="thread")

    assert said.startswith("x thread 1/")
    assert "x post" not in said


def test_a_folder_stdin_and_an_alias_do_the_same(monkeypatch, made):
    file = made / SEED.stem / "campaign.json"
    expected = printed(monkeypatch, file, "x")

    class Stdin:
        buffer = io.BytesIO(b"\xef\xbb\xbf" + file.read_bytes())

    monkeypatch.setattr(sys, "stdin", Stdin)

    assert expected == printed(monkeypatch, file.parent, "x")
    assert expected == printed(monkeypatch, "-", "x")
    assert expected == printed(monkeypatch, file, "Twitter")


def test_the_program_prints_the_same_twice_and_no_colours_into_a_pipe(made):
    one, other = (run("trace", str(made / SEED.stem), "--for", "linkedin", cwd=made) for _ in range(2))

    assert (one.returncode, one.stdout, one.stderr) == (0, other.stdout, b"")
    assert b"\x1b" not in one.stdout


# ---- data


def test_json_tells_the_same(monkeypatch, made):
    said = printed(monkeypatch, made / SEED.stem, "linkedin", json=True)
    found = json.loads(said)
    lines = printed(monkeypatch, made / SEED.stem, "linkedin")
    segments = found["drafts"][0]["posts"][0]["segments"]

    assert list(found) == ["format", "type", "article", "drafts"]
    assert (found["format"], found["article"]) == (1, article_of(SEED).digest)
    for one in segments:
        assert one["text"] in lines
        for passage in one["passages"]:
            # The title stands outside of the text.
            place = f"({passage['span']['start']}-{passage['span']['end']})" if passage["span"] else "title"
            assert f"{place}: {passage['text']}" in lines
    assert {"name": "opinion", "file": "templates/phrases/en.toml"} in [one["phrase"] for one in segments]


# ---- columns, on a terminal


@pytest.mark.parametrize("width", [60, 80, 121, 200])
@pytest.mark.parametrize("seed", [SEED, ARABIC, JAPANESE], ids=lambda path: path.stem)
def test_columns_fill_the_terminal_and_no_more(monkeypatch, made, seed, width):
    lines = printed(monkeypatch, made / seed.stem, "instagram", width=width).splitlines()
    places = {cell_len(line.partition("│")[0]) for line in lines}

    assert places == {(width - 3) // 2 + 1}
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("seed", [SEED, ARABIC, JAPANESE], ids=lambda path: path.stem)
def test_columns_hold_every_word_of_post_and_source(monkeypatch, made, seed):
    def letters(text: str) -> str:
        return "".join(filter(str.isalnum, text))

    lines = printed(monkeypatch, made / seed.stem, "x", width=80).splitlines()
    said, source = ("".join(line.partition("│")[side] for line in lines) for side in (0, 2))
    table = json.loads(printed(monkeypatch, made / seed.stem, "x", json=True))

    for one in (one for draft in table["drafts"] for post in draft["posts"] for one in post["segments"]):
        assert letters(one["text"]) in letters(said)
        for passage in one["passages"]:
            assert letters(passage["text"]) in letters(source)


def test_columns_of_arabic_do_not_change_places(monkeypatch, made):
    lines = printed(monkeypatch, made / ARABIC.stem, "linkedin", width=80).splitlines()
    pattern = re.compile("[\u0600-\u06ff]")
    cells = [cell.strip() for line in lines for cell in line.split("│") if pattern.search(cell)]

    assert cells
    assert [cell for cell in cells if not (cell.startswith("\u200e") and cell.endswith("\u200e"))] == []


def test_a_narrow_terminal_gets_lines(monkeypatch, made):
    assert printed(monkeypatch, made / SEED.stem, "x", width=59) == printed(monkeypatch, made / SEED.stem, "x")


def test_colours_are_for_terminals_whose_user_wants_them(monkeypatch, made):
    plain = printed(monkeypatch, made / SEED.stem, "x", width=80)
    coloured = printed(monkeypatch, made / SEED.stem, "x", width=80, colour=True)

    assert "\x1b" not in plain
    assert "\x1b[33medited, line 14 (819-1070)\x1b[0m" in coloured
    assert plain == COLOUR.sub("", coloured)


@pytest.mark.parametrize("width", [None, 59, 80], ids=["pipe", "narrow", "terminal"])
def test_nothing_of_a_campaign_acts_on_the_terminal(monkeypatch, tmp_path, width):
    whole = Span(0, len(ATTACK))
    segments = (Segment(span=whole, origin="article", sources=(whole,)), Segment(span=whole, origin=ATTACK))
    draft = Draft(platform="x", format=ATTACK, posts=(Post(text=ATTACK, payload="", segments=segments),))
    source = replace(article(), language=ATTACK)
    path = tmp_path / "campaign.json"
    path.write_text(to_json(Campaign(article=source, drafts=(draft,), cards=(), findings=())), encoding="utf-8")
    said = printed(monkeypatch, path, "x", width=width)

    assert ACTING.search(said) is None
    assert "red]bold[/red]" in said


# ---- what cannot be traced


def failed(campaign: Path, platform: str, **options: Any) -> tuple[ExitCode, str]:
    with pytest.raises(RepurposeError) as caught:
        tracing.trace(str(campaign), platform, **options)
    return code_for(caught.value), str(caught.value)


def test_a_missing_file_is_one_clear_line(tmp_path):
    ended = run("trace", "none.json", "--for", "x", cwd=tmp_path)

    assert ended.returncode == 4
    assert "none.json does not exist" in one_line(ended)


def test_a_folder_without_a_campaign_is_refused(tmp_path):
    code, said = failed(tmp_path, "x")

    assert code is ExitCode.UNREADABLE
    assert "holds no campaign.json" in said


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "not JSON"),
        (b"The lake opens.", "not JSON"),
        (b"\xff\xfe\x00", "no JSON: not UTF-8"),
        (b"[1, 2]", "no campaign"),
        (to_json(article()).encode(), "no campaign"),
        (b'{"format": 1, "type": "campaign"}', "article: "),
    ],
    ids=["empty", "prose", "bytes", "list", "article", "nothing in it"],
)
def test_what_is_no_campaign_is_refused_with_the_file_s_name(tmp_path, content, problem):
    path = tmp_path / "file.json"
    path.write_bytes(content)
    code, said = failed(path, "x")

    assert code is ExitCode.UNREADABLE
    assert "file.json" in said
    assert problem in said


@pytest.mark.parametrize("is_json", [False, True])
def test_a_campaign_whose_post_was_cut_is_refused(tmp_path, made, is_json):
    data = json.loads((made / SEED.stem / "campaign.json").read_text(encoding="utf-8"))
    for draft in data["drafts"]:
        draft["posts"][0]["text"] = "Shorter."
    path = tmp_path / "campaign.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    code, said = failed(path, "linkedin", json=is_json)

    assert code is ExitCode.UNREADABLE
    assert "campaign.json: a segment ends at" in said


def test_a_campaign_without_drafts_is_refused(tmp_path):
    path = tmp_path / "campaign.json"
    path.write_text(to_json(Campaign(article=article(), drafts=(), cards=(), findings=())), encoding="utf-8")

    assert failed(path, "x") == (ExitCode.UNREADABLE, f"{path} holds no drafts")


@pytest.mark.parametrize("platform", ["bluesky", "linkedn", ""])
def test_a_platform_that_is_not_there_is_met_with_those_that_are(made, platform):
    code, said = failed(made / SEED.stem, platform)

    assert code is ExitCode.USAGE
    assert said.endswith("its platforms: x, linkedin, instagram")


def test_a_near_name_is_suggested(made):
    assert "did you mean 'linkedin'?" in failed(made / SEED.stem, "linkedn")[1]


def test_a_format_that_is_not_there_is_met_with_those_that_are(made):
    code, said = failed(made / SEED.stem, "x", draft_format="caption")

    assert code is ExitCode.USAGE
    assert said.endswith("it has: post, thread")
