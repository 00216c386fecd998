"""Jobs that go wrong, for the tests of the worker; a child process imports them by name."""

# ruff: noqa: ARG001 - every job takes bytes
from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from repurpose.errors import EmptySource, UnknownName


class _Own(EmptySource):
    """One that a library of somebody else could derive."""


def echo(data: bytes) -> bytes:
    print("what a library prints")  # noqa: T201 - as libraries do
    return data


def endless(data: bytes) -> bytes:
    while True:
        time.sleep(0)


def hungry(data: bytes) -> bytes:
    return bytes(600_000_000)


def killed(data: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return data


def silent(data: bytes) -> bytes:
    os._exit(0)


def faulty(data: bytes) -> bytes:
    return bytes([int(data)])


def empty(data: bytes) -> bytes:
    raise _Own("the note is empty; an article needs at least one sentence")


def unknown(data: bytes) -> bytes:
    raise UnknownName("format", "pfd", ["pdf", "text"])


def environment(data: bytes) -> bytes:
    return "\n".join(sorted(os.environ)).encode()


def pid(data: bytes) -> bytes:
    Path(data.decode()).write_text(str(os.getpid()), encoding="ascii")
    time.sleep(60)
    return b""
