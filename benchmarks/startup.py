"""
How long does the command take to start, beside a bare interpreter and the libraries that it stands on?

    python benchmarks/startup.py [--runs 15]

Every run is a new process with the files in the system's cache. All commands take turns, so that a busy moment of the
machine meets each of them alike. Printed are the median and the fastest run, the target of the median (meant for an
idle machine; the fastest run tells what a busy one would do), and how many times as long as a peer the process runs.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
SEED = "seeds/000_77d9be3d5e05aaac.txt"
# The processes that are timed, by the name under which they are printed: arguments of the interpreter.
BARE = "bare interpreter"
PROCESSES = {
    BARE: ("-c", "pass"),
    "import typer": ("-c", "import typer"),
    "import nltk": ("-c", "import nltk"),
    "import repurpose": ("-c", "import repurpose"),
    "repurpose --help": ("-m", "repurpose", "--help"),
    "repurpose linkedin SEED": ("-m", "repurpose", "linkedin", SEED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What one of our processes may take."""

    process: str
    target: float
    """Milliseconds."""
    peer: str
    is_added: bool = False
    """The target is for what comes on top of the bare interpreter."""


GOALS = (
    Goal(process="import repurpose", target=30, peer=BARE, is_added=True),
    Goal(process="repurpose --help", target=250, peer="import typer"),
    Goal(process="repurpose linkedin SEED", target=500, peer="import nltk"),
)


def milliseconds(arguments: tuple[str, ...]) -> float:
    """What one run of the interpreter takes; infinite when it fails."""
    start = time.perf_counter()
    run = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False)
    took = (time.perf_counter() - start) * 1000
    # 1 means findings: the job was done.
    return took if run.returncode in (0, 1) and b"Traceback" not in run.stderr else float("inf")


def timed(runs: int) -> dict[str, list[float]]:
    """What each process takes in each of *runs*, after one run that fills the caches."""
    taken: dict[str, list[float]] = {name: [] for name in PROCESSES}
    for number in range(runs + 1):
        for name, arguments in PROCESSES.items():
            found = milliseconds(arguments)
            if number:
                taken[name].append(found)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = max(1, parser.parse_args().runs)
    taken = timed(runs)
    medians = {name: median(found) for name, found in taken.items()}
    print(f"Python {platform.python_version()}, {runs} cold runs each, milliseconds\n")
    print(f"{'':<26} {'median':>7} {'fastest':>7} {'target':>7}         median against a peer's")
    for name in (BARE, "import typer", "import nltk"):
        print(f"{name:<26} {medians[name]:>7.1f} {min(taken[name]):>7.1f}")
    for goal in GOALS:
        known = (medians[BARE], min(taken[BARE])) if goal.is_added else (0.0, 0.0)
        middle, fastest = medians[goal.process] - known[0], min(taken[goal.process]) - known[1]
        verdict = "met" if middle < goal.target else "missed"
        name = goal.process + (" (added)" if goal.is_added else "")
        ratio = f"{medians[goal.process] / medians[goal.peer]:.2f} x {goal.peer}"
        print(f"{name:<26} {middle:>7.1f} {fastest:>7.1f} {goal.target:>7.0f} {verdict:<7} {ratio}")


if __name__ == "__main__":
    main()
