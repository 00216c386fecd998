"""
What does reading a file take, in a process of its own?

    python measured.py FILE [FORMAT]

prints a line of JSON: the outcome, the seconds of processor time (a busy machine must not fail a test) and the
megabytes, those of the workers included.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

__all__ = ["Measured", "measured"]

_DEADLINE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came of a file."""

    text: str = ""
    """The first characters of the article."""
    blocks: int = 0
    error: str = ""
    message: str = ""
    seconds: float = 0
    megabytes: float = 0


def measured(path: Path, format_: str | None = None) -> Measured:
    """What *path* came to."""
    command = [sys.executable, __file__, str(path), *([format_] if format_ else [])]
    run = subprocess.run(command, capture_output=True, timeout=_DEADLINE, check=False)

    assert run.returncode == 0, run.stderr.decode()
    assert run.stderr == b""
    return Measured(**json.loads(run.stdout))


def _main() -> None:
    from repurpose import RepurposeError, read_article

    found = Measured()
    try:
        article = read_article(Path(sys.argv[1]), format=sys.argv[2] if sys.argv[2:] else None)
        found = Measured(text=article.text[:200], blocks=len(article.blocks))
    except RepurposeError as error:
        found = Measured(error=type(error).__name__, message=str(error))
    # The largest of the workers beside this process: they run one at a time.
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    kilobytes = _own_kilobytes() + usages[1].ru_maxrss
    sys.stdout.write(json.dumps(asdict(replace(found, seconds=seconds, megabytes=kilobytes / 1000))))


def _own_kilobytes() -> int:
    """The most that this process has held; a system's count may begin with what its parent held."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    _main()
