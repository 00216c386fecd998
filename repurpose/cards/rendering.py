"""How does a quote, key point or figure become a card?"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, get_args

from repurpose.cards.alt_text import alt_text
from repurpose.cards.content import clean, contents
from repurpose.cards.contrast import contrast, rgb
from repurpose.cards.draw import draw
from repurpose.cards.fitting import TooLongError
from repurpose.cards.fonts import faces_of
from repurpose.cards.layout import lay_out
from repurpose.cards.png import encode_png
from repurpose.cards.shaping import uncovered
from repurpose.cards.sizes import SIZES, card_size
from repurpose.cards.theme import Role, Theme
from repurpose.cards.themes import load_theme
from repurpose.errors import CardError
from repurpose.model import Card, CardFacts, TextBox
from repurpose.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repurpose.cards.content import CardContent
    from repurpose.cards.contrast import Rgb
    from repurpose.cards.harfbuzz import Face
    from repurpose.cards.layout import Layout
    from repurpose.cards.sizes import CardSize
    from repurpose.cards.typesetting import TextBlock
    from repurpose.model import Figure, KeyPoint, Quote

__all__ = ["missing_glyphs", "render"]

_PLAIN = Settings()


def render(
    content: str | Quote | KeyPoint | Figure,
    *,
    name: str,
    size: str = "portrait",
    theme: Theme | str | None = None,
    settings: Settings = _PLAIN,
    credit: str | None = None,
    source: str | None = None,
    emphasis: str | None = None,
) -> Card:
    """
    The card called *name* that carries *content*, signed with its speaker or else *credit*, and with its *source*.

    A plain text counts as a quotation. *emphasis* is the phrase that is painted in the accent colour, where the words
    hold it. Raises `UnknownName` for a size or theme, `SettingsError` for a theme's file, and `CardError` for words
    that do not fit at a readable size or that no font of the theme can show.
    """
    chosen = card_size(size)
    look = theme if isinstance(theme, Theme) else load_theme(theme, settings)
    said = contents(content, settings=settings, credit=credit, source=source, emphasis=emphasis)
    layout, used = _first_that_fits(said, look, chosen)
    colours: Mapping[Role, Rgb] = {role: rgb(getattr(look.palette, role)) for role in get_args(Role)}
    png = encode_png(chosen.width, chosen.height, draw(layout, colours))
    texts = layout.texts
    return Card(
        name=name,
        size=chosen.name,
        width=chosen.width,
        height=chosen.height,
        theme=look.name,
        alt_text=alt_text(texts),
        sha256=hashlib.sha256(png).hexdigest(),
        facts=CardFacts(safe_box=chosen.safe_box, texts=tuple(_fact(block, colours) for block in texts)),
        sources=used.spans,
        png=png,
    )


def missing_glyphs(text: str, theme: Theme | str | None = None, *, settings: Settings = _PLAIN) -> tuple[str, ...]:
    """The characters of *text* that no font of the *theme* has, each once, in order."""
    look = theme if isinstance(theme, Theme) else load_theme(theme, settings)
    return uncovered(clean(text, slot="text"), _all_faces(look))


def _all_faces(theme: Theme) -> tuple[Face, ...]:
    # Every face falls back on all the others, so that any of them stands for the whole theme.
    return faces_of(theme, next(iter(theme.faces)))


def _first_that_fits(said: Sequence[CardContent], theme: Theme, size: CardSize) -> tuple[Layout, CardContent]:
    """The layout of the first of *said* that fits."""
    faces = partial(faces_of, theme)
    for content in said:
        _refuse_missing(content, theme)
        try:
            return lay_out(content, theme.designs[size.name], size, faces), content
        except TooLongError as error:
            refusal = error
    raise CardError(_too_long(said[-1], refusal, theme, size)) from refusal


def _refuse_missing(content: CardContent, theme: Theme) -> None:
    faces = _all_faces(theme)
    for slot, text in ((content.kind, content.words), ("credit", content.credit), ("source", content.source)):
        if missing := uncovered(text or "", faces):
            named = ", ".join(
                f"{grapheme} ({' '.join(f'U+{ord(char):04X}' for char in grapheme)})" for grapheme in missing
            )
            tried = ", ".join(dict.fromkeys(face.name for face in faces))
            raise CardError(
                f"the {slot} needs {named}, which no font of theme '{theme.name}' has; tried: {tried}. "
                'A theme of your own can name a font that has it: [faces.<name>] file = "..."'
            )


def _too_long(content: CardContent, error: TooLongError, theme: Theme, size: CardSize) -> str:
    """What a refusal says: by how much, and what would work."""
    if error.word is not None:
        what = f"the word '{error.word}' is wider than a {size.name} card of theme '{theme.name}' at its smallest type"
    else:
        what = (
            f"the {content.kind} is {error.excess} characters too long for a {size.name} card of theme '{theme.name}'"
        )
    larger = [other.name for other in SIZES if other is not size and _fits(content, theme, other)]
    return f"{what}; a shorter one fits" + (f", or another size: {', '.join(larger)}" if larger else "")


def _fits(content: CardContent, theme: Theme, size: CardSize) -> bool:
    try:
        lay_out(content, theme.designs[size.name], size, partial(faces_of, theme))
    except TooLongError:
        return False
    return True


def _fact(block: TextBlock, colours: Mapping[Role, Rgb]) -> TextBox:
    return TextBox(
        slot=str(block.slot),
        text=block.text,
        box=block.ink,
        font=block.font,
        font_size=block.size,
        lines=block.lines,
        contrast=min(
            contrast(colours[role], colours[block.under]) for role in {placed.colour for placed in block.glyphs}
        ),
    )
