from __future__ import annotations

import subprocess
import sys

import pytest

from repurpose.cli.output import ExitCode, code_for
from repurpose.errors import (
    AddressRefused,
    CardError,
    EmptySource,
    FetchFailed,
    RepurposeError,
    SourceError,
    TryLater,
    UsageError,
    WriteError,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SourceError, 4),
        (EmptySource, 4),
        (AddressRefused, 4),
        (FetchFailed, 4),
        (TryLater, 75),
        (UsageError, 2),
        (WriteError, 2),
        (CardError, 3),
        (RepurposeError, 2),
    ],
)
def test_each_kind_of_error_has_its_exit_code(error, code):
    assert code_for(error("what happened")) == ExitCode(code)


ADDRESS = "https://example.org/post"


@pytest.mark.parametrize("arguments", [["read", ADDRESS], ["linkedin", ADDRESS], ["make", ADDRESS, "-o", "out"]])
def test_a_source_that_may_be_there_later_ends_a_command_with_75(tmp_path, arguments):
    code = (
        "import sys, repurpose.sources.opening\n"
        "from repurpose.errors import TryLater\n"
        "def busy(*_, **__):\n    raise TryLater('the server is busy; try again later')\n"
        "repurpose.sources.opening.fetch = busy\n"
        "from repurpose.cli import main\nmain()\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False, cwd=tmp_path)

    assert (ended.returncode, ended.stdout) == (75, b"")
    assert ended.stderr.endswith(b"the server is busy; try again later\n")
