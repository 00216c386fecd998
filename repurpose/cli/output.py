"""What does the program print, and with which code does it end? stdout is the result, stderr is talk."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from repurpose.errors import CardError, RepurposeError, SettingsError, SourceError, TryLater, UsageError, WriteError
from repurpose.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from repurpose.model import Finding

__all__ = ["ExitCode", "code_for", "cut", "exit_code", "finding_lines", "print_findings", "say", "show"]

_ORDER = (Severity.HINT, Severity.WARNING, Severity.ERROR)


class ExitCode(IntEnum):
    """How a command ends."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    PARTLY_FAILED = 3
    UNREADABLE = 4
    TRY_AGAIN = 75


def show(text: str) -> None:
    """Print a result on stdout, as UTF-8 whatever the terminal claims."""
    sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape") + b"\n")
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Print a remark on stderr."""
    sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stderr.buffer.flush()


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One line a finding."""
    for finding in findings:
        post = "" if finding.post is None else f" post {finding.post + 1}"
        place = f"{finding.platform or 'card'}{post}"
        yield f"{place}: {_coloured(finding.severity)} {finding.rule}: {finding.message}"


def print_findings(findings: Iterable[Finding]) -> None:
    """One line a finding on stderr."""
    for line in finding_lines(findings):
        say(line)


def cut(text: str, width: int) -> str:
    """*text* in at most *width* characters, an ellipsis at its end where it was longer."""
    return text if len(text) <= width else text[: width - 1] + "…"


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


def _coloured(severity: Severity) -> str:
    if os.environ.get("NO_COLOR") or not sys.stderr.isatty():
        return severity
    colour = {Severity.ERROR: 31, Severity.WARNING: 33, Severity.HINT: 36}[severity]
    return f"\033[{colour}m{severity}\033[0m"
