from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.corpus import ROOT

PACKAGE = ROOT / "repurpose"
# One adapter module (or package, for the card engine) each.
ADAPTERS = {
    "nltk": {"text/punkt.py"},
    "textstat": {"text/textstat_measures.py"},
    "emoji": {"text/emojis.py"},
    "typer": {"cli"},
    "trafilatura": {"sources/web/main_text.py"},
    "mammoth": {"sources/documents/docx.py"},
    "pypdf": {"sources/documents/pdf.py"},
    "feedparser": {"sources/feeds/syndication.py"},
    "httpcore": {"sources/web/wire.py"},
    "uharfbuzz": {"cards"},
    "PIL": {"cards"},
}


def test_layers_are_kept():
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout


def test_each_library_is_known_to_its_adapter_only():
    strays = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in sorted(_imported(path))
        if name in ADAPTERS and not any(str(path.relative_to(PACKAGE)).startswith(home) for home in ADAPTERS[name])
    ]

    assert strays == []


def test_every_module_says_what_it_is_for():
    silent = [str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if not ast.get_docstring(_tree(path))]

    assert silent == []


def test_modules_stay_small():
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py"))

    assert lengths[len(lengths) // 2] < 120
    assert lengths[-1] <= 480


def test_nothing_can_reach_a_download():
    strays = [
        str(path.relative_to(ROOT))
        for folder in ("repurpose", "scripts", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        if "nltk.download" in path.read_text(encoding="utf-8")
    ]

    assert strays == []


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
