"""Does the text keep to the brand's own words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Severity, Span
from repurpose.settings import Brand, Settings
from repurpose.text.terms import term_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["forbidden_term"]


@rule(
    "LEX006",
    "forbidden-term",
    Severity.ERROR,
    why="The brand's settings say that no output may contain it.",
    sources=("`brand.banned_words` of the user's settings",),
    examples=(
        Example(
            bad=example_draft("A real game changer for salad"),
            good=example_draft("It changes the game for salad"),
            settings=Settings(brand=Brand(banned_words=("game changer",))),
        ),
    ),
)
def forbidden_term(document: Document) -> Iterator[Problem]:
    """A word or phrase that the brand has banned."""
    banned = document.settings.brand.banned_words
    if banned:
        for match in term_pattern(banned).finditer(document.text):
            yield Problem(message=f"“{match[0]}” is banned by the brand's settings", span=Span(*match.span()))
