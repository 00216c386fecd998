from __future__ import annotations

import os
import subprocess
import sys
import zipfile

import pytest

from tests.corpus import ROOT, SEED

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The built wheel, unpacked into an empty folder."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_carries_every_template_and_asset(unpacked):
    tracked = subprocess.run(
        ["git", "ls-files", "templates", "assets"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\n")
    wanted = {name for name in tracked if name}
    found = {
        str(path.relative_to(unpacked / "repurpose"))
        for folder in ("templates", "assets")
        for path in (unpacked / "repurpose" / folder).rglob("*")
        if path.is_file()
    }

    assert wanted
    assert wanted <= found
    assert not (unpacked / "seeds").exists()


def test_the_main_job_runs_on_the_wheel_alone(unpacked, tmp_path):
    """From an empty folder, with a path that holds the unpacked wheel and not the checkout."""
    code = (
        "import sys; sys.path[:] = [p for p in sys.path if p != sys.argv[1]]; sys.path.insert(0, sys.argv[2]); "
        "import repurpose; assert repurpose.__file__.startswith(sys.argv[2]), repurpose.__file__; "
        "sys.argv = ['repurpose', 'make', sys.argv[3], '-o', 'out']; "
        "from repurpose.cli import main; main()"
    )
    run = subprocess.run(
        [sys.executable, "-P", "-c", code, str(ROOT), str(unpacked), str(SEED)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    (made,) = (tmp_path / "out").iterdir()
    assert {"campaign.json", "cards", "manifest.json", "posts"} == {path.name for path in made.iterdir()}
