from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from tests.corpus import ROOT, SEED

pytestmark = pytest.mark.slow


def test_the_same_input_gives_the_same_bytes_everywhere(tmp_path):
    surroundings = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4321", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
    )
    digests = set()
    for number, extra in enumerate(surroundings):
        folder = tmp_path / f"somewhere {number}"
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-m", "repurpose", "make", str(SEED), "-o", "out"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **extra},
            check=True,
            capture_output=True,
        )
        files = sorted(path for path in (folder / "out").rglob("*") if path.is_file())
        content = b"".join(str(path.relative_to(folder)).encode() + path.read_bytes() for path in files)
        digests.add(hashlib.sha256(content).hexdigest())

    assert len(digests) == 1


def test_the_demo_uses_the_libraries_that_it_names(tmp_path):
    code = (
        "import sys; sys.argv = ['repurpose', 'make', sys.argv[1], '-o', sys.argv[2]]\n"
        "from repurpose.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "print(sorted({'textstat', 'nltk', 'emoji', 'PIL'} & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(SEED), str(tmp_path)], capture_output=True, text=True, check=True, cwd=tmp_path
    )

    assert run.stderr.strip().splitlines()[-1] == "['PIL', 'emoji', 'nltk', 'textstat']"
