"""
How is a job that may never end run so that it can be stopped?

A thread cannot be stopped and a parser can eat all memory, so such a job gets a process of its own: its input on
stdin, its result on stdout, a deadline, and a ceiling of memory where the system knows one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from repurpose import errors
from repurpose.errors import RepurposeError, UnreadableSource

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["JOBS", "run_limited"]

JOBS = {
    "docx": "repurpose.sources.documents.docx:convert",
    "page": "repurpose.sources.web.apart:read_job",
    "pdf": "repurpose.sources.documents.pdf:read_pdf",
}
"""A job's name and where its function is; it takes bytes and returns bytes."""

# By -c and not by -m: the package imports this module, and -m would run it a second time.
_START = "from repurpose.sources.worker import main; main()"
# What Python itself may need to start; nothing else of the caller's environment reaches a job.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "TMPDIR", "TEMP")
_KILL_WITH_PARENT = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>
_REMEDY = "save its text as a text, Markdown or HTML file and give that"


def run_limited(job: str, data: bytes, *, seconds: float, megabytes: int, where: str) -> bytes:
    """
    What *job*, one of `JOBS`, makes of *data*, in a process that is killed after so many *seconds*.

    An error that the job raises on purpose comes back as it is. Raises `UnreadableSource` when the job is not done in
    time, wants more than so many *megabytes* or breaks.
    """
    orders = [JOBS[job], str(seconds), str(megabytes), str(os.getpid())]
    try:
        run = subprocess.run(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-P", "-c", _START, *orders],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableSource(f"{where} takes longer than {seconds:g} s to read; {_REMEDY}") from None
    except OSError as error:
        reason = error.strerror or error
        raise UnreadableSource(f"{where} cannot be read apart, no process starts: {reason}; {_REMEDY}") from error
    header, _, result = run.stdout.partition(b"\n")
    if run.returncode != 0 or not header:
        # A kernel that ends a process for its memory or its processor time leaves no other trace.
        raise UnreadableSource(f"{where} broke its reader (exit {run.returncode}); {_REMEDY}")
    outcome = json.loads(header)
    if outcome["error"] is None:
        return result
    if outcome["error"] == "MemoryError":
        raise UnreadableSource(f"{where} takes more than {megabytes} MB of memory to read; {_REMEDY}")
    if outcome["error"] in errors.__all__:
        raise _error(outcome["error"], outcome["message"])
    raise UnreadableSource(f"{where} broke its reader: {outcome['error']}: {outcome['message']}; {_REMEDY}")


def _environment() -> dict[str, str]:
    """As little as possible, with the search path of this process: it may be a checkout's."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109 - as sys.path means it, a string
    return kept | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONHASHSEED": "0"}


def _error(name: str, message: str) -> RepurposeError:
    """The error *name* with *message*, past a constructor that would make the message of parts."""
    kind: type[RepurposeError] = getattr(errors, name)
    return kind.__new__(kind, message)


def main() -> None:
    """The child's side: does the job that its arguments name, on stdin, and prints the outcome."""
    target, seconds, megabytes, parent = sys.argv[1:]
    _die_with(int(parent))
    _limit(float(seconds), int(megabytes))
    # What a library prints must not end up in the result.
    output, sys.stdout = sys.stdout.buffer, sys.stderr
    name, message, result = None, "", b""
    try:
        result = _function(target)(sys.stdin.buffer.read())
    except MemoryError:
        name = "MemoryError"
    except Exception as error:  # noqa: BLE001 - whatever a parser throws at a hostile file is an outcome
        known = (kind.__name__ for kind in type(error).__mro__ if kind.__name__ in errors.__all__)
        name = next(known, type(error).__name__) if isinstance(error, RepurposeError) else type(error).__name__
        message = str(error) if isinstance(error, RepurposeError) else " ".join(str(error).split())[:200]
    output.write(json.dumps({"error": name, "message": message}).encode() + b"\n" + result)
    output.flush()


def _function(target: str) -> Callable[[bytes], bytes]:
    from importlib import import_module

    module, _, function = target.partition(":")
    found: Callable[[bytes], bytes] = getattr(import_module(module), function)
    return found


def _die_with(parent: int) -> None:
    """Has the kernel end this process when its parent ends, however that happens."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes
    import signal

    ctypes.CDLL(None).prctl(_KILL_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the kernel knew
        os._exit(1)


def _limit(seconds: float, megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the deadline has to do
        return
    from contextlib import suppress

    limits = {
        resource.RLIMIT_AS: megabytes * 1_000_000,
        resource.RLIMIT_CPU: int(seconds) + 1,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        # macOS knows the names but not every limit, and nobody may raise one that is lower already.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
