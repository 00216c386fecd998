"""
The linter: does each output fit its platform, say what the article says, and read well?

`engine` runs the rules of `catalogue` over what `document` parsed once; `rules` holds one module a family, `fixes`
applies what the rules offer.
"""

from __future__ import annotations

from repurpose.linter.catalogue import RULES, find_rule
from repurpose.linter.engine import lint, lint_card, lint_text
from repurpose.linter.fixes import apply_fixes
from repurpose.linter.rule import Example, Problem, Rule

__all__ = ["RULES", "Example", "Problem", "Rule", "apply_fixes", "find_rule", "lint", "lint_card", "lint_text"]
