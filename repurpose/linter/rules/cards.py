"""Can everybody read what a card says?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.linter.rule import CONVENTION, Example, Problem, rule
from repurpose.model import Box, Card, CardFacts, Severity, TextBox

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["low_contrast", "missing_glyph", "text_outside_safe_box", "text_too_small"]

_CONTRAST = 4.5
_LARGE_CONTRAST = 3.0
# Cards are looked at on telephones of about 390 CSS pixels; WCAG calls text of 24 CSS pixels (18 point) large.
_SCREEN = 390
_LARGE = 24
# Of the shorter side: 32 px on a card of 1080, which a telephone shows at 12.
_SMALLEST = 0.03
# The signature is not what the card is for; below 26 px of 1080 it is a smudge.
_SMALLEST_SIGNATURE = 0.024
_SIGNATURE = frozenset({"credit", "source", "monogram"})
# Antialiasing spills less than this.
_SPILL = 1.0


def _example(*, contrast: float = 7.0, x: float = 100, font_size: float = 64, missing: tuple[str, ...] = ()) -> Card:
    box = TextBox(
        slot="quote",
        text="Salad pays",
        box=Box(x=x, y=200, width=600, height=80),
        font="Inter",
        font_size=font_size,
        lines=("Salad pays",),
        contrast=contrast,
    )
    facts = CardFacts(safe_box=Box(x=80, y=80, width=920, height=1190), texts=(box,), missing_glyphs=missing)
    return Card(
        name="1-portrait.png",
        size="portrait",
        width=1080,
        height=1350,
        theme="plain",
        alt_text="Salad pays",
        sha256="",
        facts=facts,
    )


@rule(
    "CRD001",
    "low-contrast",
    Severity.ERROR,
    scope="card",
    why="Readers with low vision, and everybody in the sun, cannot read it.",
    sources=("WCAG 2.2, success criterion 1.4.3, which holds for images of text (5 October 2023)",),
    examples=(Example(bad=_example(contrast=2.9), good=_example(contrast=4.6)),),
)
def low_contrast(card: Card) -> Iterator[Problem]:
    """Text on a card stands out too little from what lies under it."""
    for text in card.facts.texts:
        needed = _LARGE_CONTRAST if text.font_size * _SCREEN / card.width >= _LARGE else _CONTRAST
        if text.contrast < needed:
            yield Problem(
                message=f"{text.slot}: contrast {text.contrast:.2f}:1, needed {needed}:1",
                measured=text.contrast,
                limit=needed,
                unit="contrast",
            )


@rule(
    "CRD002",
    "text-outside-safe-box",
    Severity.ERROR,
    scope="card",
    why="Platforms crop the edges and lay their buttons over them.",
    examples=(Example(bad=_example(x=500), good=_example(x=100)),),
)
def text_outside_safe_box(card: Card) -> Iterator[Problem]:
    """Ink of a text reaches beyond the card's safe box."""
    safe = card.facts.safe_box
    for text in card.facts.texts:
        box = text.box
        beyond = max(
            safe.x - box.x,
            safe.y - box.y,
            box.x + box.width - safe.x - safe.width,
            box.y + box.height - safe.y - safe.height,
        )
        if beyond > _SPILL:
            yield Problem(
                message=f"{text.slot} reaches {beyond:.0f} px beyond the safe box", measured=beyond, limit=0, unit="px"
            )


@rule(
    "CRD003",
    "text-too-small",
    Severity.WARNING,
    scope="card",
    why="On a telephone a card is shown at a third of its size.",
    sources=(CONVENTION,),
    examples=(Example(bad=_example(font_size=24), good=_example(font_size=40)),),
)
def text_too_small(card: Card) -> Iterator[Problem]:
    """Text on a card is smaller than 3 % of its shorter side, its signature smaller than 2.4 %."""
    for text in card.facts.texts:
        share = _SMALLEST_SIGNATURE if text.slot in _SIGNATURE else _SMALLEST
        smallest = share * min(card.width, card.height)
        if text.font_size < smallest:
            yield Problem(
                message=f"{text.slot}: {text.font_size:.0f} px, at least {smallest:.0f} px can be read",
                measured=text.font_size,
                limit=round(smallest, 1),
                unit="px",
            )


@rule(
    "CRD004",
    "missing-glyph",
    Severity.ERROR,
    scope="card",
    why="A character that no font has is drawn as a box.",
    examples=(Example(bad=_example(missing=("ꙮ",)), good=_example()),),
)
def missing_glyph(card: Card) -> Iterator[Problem]:
    """A character of the card is in none of the theme's fonts."""
    if card.facts.missing_glyphs:
        listed = ", ".join(f"{char} (U+{ord(char[0]):04X})" for char in card.facts.missing_glyphs if char)
        yield Problem(
            message=f"no font has {listed}", measured=len(card.facts.missing_glyphs), limit=0, unit="characters"
        )
