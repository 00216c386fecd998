from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest

from repurpose import repurpose_article, write_campaign
from repurpose.errors import WriteError
from repurpose.export.folder import campaign_files, campaign_folder, plan_writes, write_files


@pytest.fixture(scope="module")
def campaign(seed):
    return repurpose_article(seed, platforms=["x"])


def test_the_folder_is_named_for_the_article(seed):
    name = campaign_folder(seed)

    assert name.startswith("alexandr-wangs-vision")
    assert name.endswith(seed.digest[:8])


def test_a_title_without_latin_letters_still_gives_a_folder(seed):
    assert campaign_folder(replace(seed, title="商店街の朝")).startswith("article-")


def test_what_was_written_is_what_the_manifest_says(campaign, tmp_path):
    written = write_campaign(campaign, tmp_path)
    target = written[0].parent
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    hashes = {name: hashlib.sha256((target / name).read_bytes()).hexdigest() for name in manifest["files"]}

    assert hashes == manifest["files"]
    assert {path.relative_to(target).as_posix() for path in written} == {*manifest["files"], "manifest.json"}


def test_writing_twice_changes_nothing(campaign, tmp_path):
    first = {path: path.read_bytes() for path in write_campaign(campaign, tmp_path)}
    second = {path: path.read_bytes() for path in write_campaign(campaign, tmp_path)}

    assert first == second


def test_an_edited_file_is_kept_unless_forced(campaign, tmp_path):
    (path, *_) = [path for path in write_campaign(campaign, tmp_path) if path.name == "x.txt"]
    path.write_text("edited", encoding="utf-8")
    target = path.parent.parent

    assert plan_writes(campaign_files(campaign), target).kept == ("posts/x.txt",)
    assert plan_writes(campaign_files(campaign), target, force=True).kept == ()


def test_an_edited_file_stays_known_as_edited(campaign, tmp_path):
    (path, *_) = [path for path in write_campaign(campaign, tmp_path) if path.name == "x.txt"]
    path.write_text("edited", encoding="utf-8")
    write_campaign(campaign, tmp_path)
    write_campaign(campaign, tmp_path)

    assert path.read_text(encoding="utf-8") == "edited"


def test_a_write_that_fails_leaves_the_old_file(tmp_path):
    (tmp_path / "blocked").write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(WriteError, match="cannot be written"):
        write_files(tmp_path, {"blocked/new.txt": b"new"})

    assert [path.name for path in tmp_path.iterdir()] == ["blocked"]
