from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_docs_of_the_rules_are_up_to_date() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "build_rule_docs.py"))

    assert script["page"]() == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
