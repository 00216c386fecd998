from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.corpus import ROOT, SEED


def run(*arguments: str, stdin: bytes = b"", cwd=None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "repurpose", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(cwd or ROOT)},
    )


def one_line(ended: subprocess.CompletedProcess[bytes]) -> str:
    """What a failed command says: one line on stderr, nothing on stdout, never a traceback."""
    text = ended.stderr.decode().strip()

    assert ended.stdout == b""
    assert "Traceback" not in text
    assert len(text.splitlines()) == 1, text
    return text


def test_a_missing_file_is_one_clear_line(tmp_path):
    ended = run("x", "missing.txt", cwd=tmp_path)

    assert ended.returncode == 4
    assert "missing.txt does not exist" in one_line(ended)


def test_a_folder_is_refused(tmp_path):
    ended = run("x", str(tmp_path), cwd=tmp_path)

    assert ended.returncode == 4
    assert "is a folder" in one_line(ended)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n\n",
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"<html><body><nav>Home</nav></body></html>",
    ],
    ids=["empty", "blank", "binary", "image", "page without article"],
)
def test_what_is_no_article_is_refused(tmp_path, content):
    (tmp_path / "input.txt").write_bytes(content)
    ended = run("make", "input.txt", "-o", "out", cwd=tmp_path)

    assert ended.returncode == 4
    assert "input.txt" in one_line(ended)
    assert not (tmp_path / "out").exists()


def test_an_unknown_platform_is_met_with_a_suggestion(tmp_path):
    ended = run("hashtags", str(SEED), "--for", "twiter", cwd=tmp_path)

    assert ended.returncode == 2
    assert "did you mean 'twitter'" in one_line(ended)


def test_a_misspelt_command_is_a_usage_error(tmp_path):
    ended = run("linkedn", str(SEED), cwd=tmp_path)

    assert ended.returncode == 2
    assert b"linkedin" in ended.stderr


def test_a_thread_where_there_is_none_is_a_usage_error(tmp_path):
    ended = run("linkedin", str(SEED), "--thread", cwd=tmp_path)

    assert ended.returncode == 2
    assert "format for LinkedIn 'thread'" in one_line(ended)


def test_numbers_are_asked_of_threads_only(tmp_path):
    ended = run("linkedin", str(SEED), "--numbering", "n/m", cwd=tmp_path)

    assert ended.returncode == 2
    assert "it works with x, threads, bluesky, mastodon" in one_line(ended)


def test_a_thread_that_is_one_post_says_so(tmp_path):
    note = tmp_path / "note.md"
    note.write_text("# The lake of Holm opens\n\nThe lake of Holm opens on Saturday, 6 June.\n", encoding="utf-8")
    ended = run("x", str(note), "--thread", cwd=tmp_path)

    assert ended.returncode == 0
    assert b"too little for a thread" in ended.stderr
    assert b"too little" not in ended.stdout


def test_every_problem_of_a_brand_file_is_named_with_its_path(tmp_path):
    (tmp_path / "brand.toml").write_text('[brand]\nnmae = "A"\n[platform.twiter]\nhashtags = 1\n', encoding="utf-8")
    ended = run("x", str(SEED), "--brand", "brand.toml", cwd=tmp_path)
    said = ended.stderr.decode()

    assert ended.returncode == 2
    assert "brand.nmae: unknown key (did you mean 'name'?)" in said
    assert "platform.twiter: unknown platform" in said


def test_a_post_goes_to_stdout_and_nothing_else_does(tmp_path):
    ended = run("x", str(SEED), cwd=tmp_path)

    assert ended.returncode == 0
    assert ended.stdout.decode().count("\n\n") >= 1
    assert ended.stderr == b""


def test_an_alias_does_the_same(tmp_path):
    assert run("twitter", str(SEED), cwd=tmp_path).stdout == run("x", str(SEED), cwd=tmp_path).stdout


def test_stdin_is_read(tmp_path):
    ended = run("linkedin", "-", stdin=SEED.read_bytes(), cwd=tmp_path)

    assert ended.stdout == run("linkedin", str(SEED), cwd=tmp_path).stdout


def test_a_draft_as_json_can_be_read_back(tmp_path):
    from repurpose import Draft, from_json

    ended = run("x", str(SEED), "--thread", "--json", cwd=tmp_path)

    assert from_json(Draft, ended.stdout.decode()).is_thread


def test_read_shows_what_was_dropped_and_why(tmp_path):
    said = run("read", str(SEED), cwd=tmp_path).stdout.decode()

    assert "share bar: Share with" in said
    assert "Leave a Reply" in said.split("dropped", 1)[1]


def test_lint_ends_with_1_on_an_error_and_0_on_a_good_post(tmp_path):
    bad = run("lint", "-", "--for", "x", stdin=b"word " * 100, cwd=tmp_path)
    good = run("lint", "-", "--for", "x", stdin=b"The lake opens on Saturday.", cwd=tmp_path)

    assert (1, 0) == (bad.returncode, good.returncode)
    assert b"LEN001" in bad.stdout


def test_lint_as_json_is_findings_with_numbers(tmp_path):
    ended = run("lint", "-", "--for", "x", "--output-format", "json", stdin=b"a" * 300, cwd=tmp_path)
    found = json.loads(ended.stdout)

    assert found["format"] == 1
    assert (300, 280) == (found["findings"][0]["measured"], found["findings"][0]["limit"])


def test_explain_shows_a_rule(tmp_path):
    said = run("explain", "over-length-limit", cwd=tmp_path).stdout.decode()

    assert said.startswith("LEN001 over-length-limit")


def test_make_keeps_what_a_person_edited(tmp_path):
    run("make", str(SEED), "-o", "out", "--for", "x", cwd=tmp_path)
    (made,) = (tmp_path / "out").iterdir()
    post = made / "posts" / "x.txt"
    post.write_text("My own words.\n", encoding="utf-8")
    again = run("make", str(SEED), "-o", "out", "--for", "x", cwd=tmp_path)

    assert "My own words.\n" == post.read_text(encoding="utf-8")
    assert b"edited by hand" in again.stderr

    run("make", str(SEED), "-o", "out", "--for", "x", "--force", cwd=tmp_path)

    assert "My own words.\n" != post.read_text(encoding="utf-8")


def test_one_bad_article_does_not_stop_the_others(tmp_path):
    ended = run("make", "missing.txt", str(SEED), "-o", "out", "--for", "x", cwd=tmp_path)

    assert ended.returncode == 3
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_articles_that_all_cannot_be_read_end_as_one_does(tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    ended = run("make", "missing.txt", "empty.txt", "-o", "out", "--for", "x", cwd=tmp_path)

    assert ended.returncode == 4
    assert ["missing.txt", "empty.txt"] == [line.split()[1] for line in ended.stderr.decode().splitlines()]


def test_make_names_the_file_of_a_folder_that_it_made_nothing_of(tmp_path):
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "thin.txt").write_text("- 3\n- 4\n- 5\n", encoding="utf-8")
    ended = run("make", "posts", "-o", "out", "--for", "x", cwd=tmp_path)

    assert ended.returncode != 0
    assert "thin.txt" in one_line(ended)


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "out").write_text("a file is in the way", encoding="utf-8")
    ended = run("make", str(SEED), "-o", "out", "--for", "x", cwd=tmp_path)

    assert ended.returncode == 2
    assert "cannot be written" in one_line(ended)


def test_help_names_every_platform(tmp_path):
    from repurpose.model import PLATFORMS

    said = run("--help", cwd=tmp_path).stdout.decode()

    assert [name for name in PLATFORMS if f"  {name} " not in said] == []


@pytest.mark.parametrize("platform", ["x", "linkedin", "instagram", "pinterest"])
def test_an_address_is_shown_once_in_the_text_or_beside_it(tmp_path, platform):
    ended = run(platform, str(SEED), "--url", "https://example.org/a", cwd=tmp_path)

    assert ended.stdout.decode().count("https://example.org/a") == 1


@pytest.mark.parametrize("url", ["", "notaurl", "javascript:alert(1)", "https://a b"])
def test_an_address_that_is_none_is_refused(tmp_path, url):
    ended = run("x", str(SEED), "--url", url, cwd=tmp_path)

    assert ended.returncode == 2
    assert "is no address" in one_line(ended)


def test_a_full_disk_is_one_clear_line(tmp_path):
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device, opened as a program's stdout
        ended = subprocess.run(
            [sys.executable, "-m", "repurpose", "x", str(SEED)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=tmp_path,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        )

    assert ended.returncode == 2
    assert b"no space left" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_pictures_of_somebody_else_are_not_overwritten(tmp_path):
    (tmp_path / "1-square.png").write_bytes(b"mine")
    ended = run("cards", str(SEED), "-o", ".", "--size", "square", cwd=tmp_path)

    assert ended.returncode == 2
    assert "--force" in one_line(ended)
    assert (tmp_path / "1-square.png").read_bytes() == b"mine"
    assert run("cards", str(SEED), "-o", ".", "--size", "square", "--force", cwd=tmp_path).returncode == 0


def test_files_of_an_earlier_run_are_not_taken_for_edited_ones(tmp_path):
    run("make", str(SEED), "-o", "out", "--for", "x,bluesky", cwd=tmp_path)
    run("make", str(SEED), "-o", "out", "--for", "x", cwd=tmp_path)
    ended = run("make", str(SEED), "-o", "out", "--for", "x,bluesky", "--url", "https://example.org/a", cwd=tmp_path)
    (made,) = (tmp_path / "out").iterdir()

    assert b"edited by hand" not in ended.stderr
    assert "https://example.org/a" in (made / "posts/bluesky.txt").read_text(encoding="utf-8")
