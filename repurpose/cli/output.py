"""What does the program print, and with which code does it end? stdout is the result, stderr is talk."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from repurpose.errors import CardError, RepurposeError, SettingsError, SourceError, TryLater, UsageError, WriteError
from repurpose.model import Severity
from repurpose.text.visible import visible, visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from repurpose.model import Finding

__all__ = ["ExitCode", "code_for", "cut", "exit_code", "painted", "print_findings", "say", "show", "show_painted"]

_ORDER = (Severity.HINT, Severity.WARNING, Severity.ERROR)
_COLOURS = {Severity.ERROR: 31, Severity.WARNING: 33, Severity.HINT: 36}


class ExitCode(IntEnum):
    """How a command ends."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    PARTLY_FAILED = 3
    UNREADABLE = 4
    TRY_AGAIN = 75


def show(text: str) -> None:
    """Print a result on stdout, as UTF-8 whatever the terminal claims; a terminal gets nothing that acts on it."""
    _write(sys.stdout, visible(text) if sys.stdout.isatty() else text)


def show_painted(text: str) -> None:
    """Print a result whose characters were made visible before `painted` coloured some of them."""
    _write(sys.stdout, text)


def painted(text: str, colour: int) -> str:
    """*text* in a *colour* of the terminal (its SGR number) where stdout is one that takes colours."""
    return _coloured(text, colour) if text and _takes_colours(sys.stdout) else text


def say(text: str) -> None:
    """Print a remark on stderr, with nothing in it that acts on a terminal."""
    _write(sys.stderr, visible(text))


def print_findings(findings: Iterable[Finding], *, is_result: bool = False) -> None:
    """One line a finding: on stdout where they are the result, else on stderr."""
    stream = sys.stdout if is_result else sys.stderr
    is_coloured = _takes_colours(stream)
    for finding in findings:
        post = "" if finding.post is None else f" post {finding.post + 1}"
        severity = _coloured(finding.severity, _COLOURS[finding.severity]) if is_coloured else finding.severity
        words = visible_line(f"{finding.rule}: {finding.message}")
        _write(stream, f"{finding.platform or 'card'}{post}: {severity} {words}")


def _write(stream: TextIO, text: str) -> None:
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a character that came from no file name
        data = text.encode("utf-8", "backslashreplace")
    stream.buffer.write(data + b"\n")
    stream.buffer.flush()


def cut(text: str, width: int) -> str:
    """*text* in at most *width* characters, an ellipsis at its end where it was longer, whole words where there are."""
    if len(text) <= width:
        return text
    whole = text[: width - 1].rpartition(" ")[0].rstrip(" ,;:")
    return (whole if 2 * len(whole) > width else text[: width - 1]) + "…"


def exit_code(findings: Iterable[Finding], fail_on: Severity) -> ExitCode:
    """Whether any of *findings* is at or above *fail_on*."""
    worst = max((_ORDER.index(finding.severity) for finding in findings), default=-1)
    return ExitCode.FINDINGS if worst >= _ORDER.index(fail_on) else ExitCode.CLEAN


def code_for(error: RepurposeError) -> ExitCode:
    """The exit code that an error ends the program with."""
    match error:
        case TryLater():
            return ExitCode.TRY_AGAIN
        case SourceError():
            return ExitCode.UNREADABLE
        case UsageError() | SettingsError() | WriteError():
            return ExitCode.USAGE
        case CardError():
            return ExitCode.PARTLY_FAILED
    return ExitCode.USAGE


def _takes_colours(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _coloured(text: str, colour: int) -> str:
    return f"\033[{colour}m{text}\033[0m"
