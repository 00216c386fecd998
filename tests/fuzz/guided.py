"""
Coverage-guided fuzzing of one reader with atheris, where that is installed.

    python tests/fuzz/guided.py TARGET [--seconds N]

What breaks a reader is written to a file ``crash-...`` in the working folder; it belongs into a test.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from types import ModuleType

# A library installs a package of this name too, which would be found instead of this folder.
tests = ModuleType("tests")
tests.__path__ = [str(Path(__file__).resolve().parents[1])]
sys.modules["tests"] = tests


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=30)
    options = parser.parse_args()
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed here; the unguided targets run without it: pytest tests/fuzz")
    with atheris.instrument_imports(include=["repurpose"]):
        from tests.fuzz.material import SAMPLES, TOKENS
        from tests.fuzz.targets import TARGETS
    target = TARGETS[options.target]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for name, sample in SAMPLES.items():
            if options.target in {name, "any"}:
                (corpus / name).write_bytes(sample)
        words = Path(folder, "words")
        words.write_text("".join(f'"{_escaped(token)}"\n' for token in TOKENS), encoding="ascii")
        limits = [
            f"-max_total_time={options.seconds}",
            f"-dict={words}",
            "-max_len=20000",
            "-timeout=20",
            "-rss_limit_mb=1500",
        ]
        atheris.Setup([sys.argv[0], str(corpus), *limits, "-verbosity=0", "-print_final_stats=1"], target)
        atheris.Fuzz()


def _escaped(token: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token)


if __name__ == "__main__":
    main()
