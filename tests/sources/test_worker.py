"""Jobs that may never end, in a process that does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from repurpose.errors import EmptySource, UnknownName, UnreadableSource
from repurpose.sources import worker
from repurpose.sources.worker import run_limited

HERE = Path(__file__).parent
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's part is Linux'")


@pytest.fixture(autouse=True)
def _jobs(monkeypatch):
    monkeypatch.syspath_prepend(HERE)
    for name in ("echo", "endless", "hungry", "killed", "silent", "faulty", "empty", "unknown", "environment"):
        monkeypatch.setitem(worker.JOBS, name, f"worker_jobs:{name}")


def run(job: str, data: bytes = b"", *, seconds: float = 10) -> bytes:
    return run_limited(job, data, seconds=seconds, megabytes=500, where="note.pdf")


@pytest.mark.parametrize("data", [b"", b"a\nb\n", bytes(range(256)) * 4000])
def test_a_result_comes_back_byte_by_byte_whatever_a_library_prints(data):
    assert run("echo", data) == data


def test_a_job_without_end_is_ended_in_time():
    start = time.monotonic()

    with pytest.raises(UnreadableSource, match=r"note\.pdf takes longer than 1 s to read; save its text"):
        run("endless", seconds=1)

    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("job", "message"),
    [
        pytest.param("hungry", r"note\.pdf takes more than 500 MB of memory to read; save", marks=linux_only),
        ("silent", r"note\.pdf broke its reader \(exit 0\); save"),
        ("faulty", r"note\.pdf broke its reader: ValueError: .*invalid literal.*; save"),
        pytest.param("killed", r"note\.pdf broke its reader \(exit -11\); save", marks=linux_only),
    ],
)
def test_a_job_that_breaks_is_an_unreadable_source_in_one_line(job, message):
    with pytest.raises(UnreadableSource, match=message) as raised:
        run(job, b"no number\nat all")

    assert "\n" not in str(raised.value)


def test_an_error_of_ours_comes_back_as_it_was_raised():
    with pytest.raises(EmptySource, match="the note is empty; an article needs at least one sentence"):
        run("empty")
    with pytest.raises(UnknownName, match=r"unknown format 'pfd' \(did you mean 'pdf'\?\); known: pdf, text"):
        run("unknown")


def test_the_callers_environment_stays_outside(monkeypatch):
    monkeypatch.setenv("REPURPOSE_SECRET", "x")

    assert b"REPURPOSE_SECRET" not in run("environment")


@linux_only
def test_no_orphan_is_left_when_the_parent_is_killed(tmp_path):
    note = tmp_path / "pid"
    code = (
        f"import sys; sys.path[:0] = [{str(HERE)!r}, {str(HERE.parent.parent)!r}]\n"
        "from repurpose.sources import worker\n"
        "worker.JOBS['pid'] = 'worker_jobs:pid'\n"
        f"worker.run_limited('pid', {os.fsencode(note)!r}, seconds=60, megabytes=500, where='note.pdf')"
    )
    parent = subprocess.Popen([sys.executable, "-c", code])
    _wait(lambda: note.exists() and note.read_text())
    child = Path("/proc") / note.read_text()
    parent.kill()
    parent.wait()

    _wait(lambda: not child.exists() or ") Z " in (child / "stat").read_text())


def _wait(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + 5
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_every_job_of_the_table_can_be_found():
    for target in worker.JOBS.values():
        if not target.startswith("worker_jobs:"):
            assert callable(worker._function(target))
