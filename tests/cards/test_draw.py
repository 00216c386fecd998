"""Small pictures, one character a pixel: ``.`` is the page, ``#`` ink, ``a`` accent, ``+`` anything between."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from repurpose.cards.draw import draw
from repurpose.cards.fonts import faces_of
from repurpose.cards.layout import Layout
from repurpose.cards.shapes import Bar, Disc, Shape
from repurpose.cards.shaping import shape_paragraph
from repurpose.cards.sizes import CardSize
from repurpose.cards.themes import load_theme
from repurpose.cards.typesetting import set_block
from repurpose.model import Box
from repurpose.settings import Settings

if TYPE_CHECKING:
    from repurpose.cards.contrast import Rgb
    from repurpose.cards.theme import Role

THEME = load_theme("paper", Settings())
COLOURS: dict[Role, Rgb] = {
    "page": (255, 255, 255),
    "ink": (0, 0, 0),
    "accent": (255, 0, 0),
    "muted": (128, 128, 128),
    "on_ink": (255, 255, 255),
}
LEGEND = {(255, 255, 255): ".", (0, 0, 0): "#", (255, 0, 0): "a"}


def picture(*shapes: Shape, width: int, height: int) -> str:
    pixels = draw(Layout(size=CardSize(name="tiny", width=width, height=height), shapes=shapes), COLOURS)
    rows = [pixels[start : start + width * 3] for start in range(0, len(pixels), width * 3)]
    return "\n".join(
        "".join(LEGEND.get((row[at], row[at + 1], row[at + 2]), "+") for at in range(0, len(row), 3)) for row in rows
    )


def drawn(art: str) -> str:
    return dedent(art).strip()


def test_a_bar_fills_its_box_and_nothing_else() -> None:
    expected = """
        ......
        .aaaa.
        .aaaa.
        ......
        """

    bar = Bar(box=Box(x=1, y=1, width=4, height=2), colour="accent")

    assert drawn(expected) == picture(bar, width=6, height=4)


def test_a_bar_between_pixels_is_smooth() -> None:
    bar = Bar(box=Box(x=1.5, y=1, width=3, height=1), colour="accent")

    assert drawn("......\n.+aa+.\n......") == picture(bar, width=6, height=3)


def test_a_disc_is_round() -> None:
    expected = """
        .++##++.
        ++####++
        +######+
        ########
        ########
        +######+
        ++####++
        .++##++.
        """

    actual = picture(Disc(box=Box(x=0, y=0, width=8, height=8), colour="ink"), width=8, height=8)

    assert drawn(expected) == actual


def test_later_shapes_cover_earlier_ones() -> None:
    under = Bar(box=Box(x=0, y=0, width=4, height=2), colour="ink")
    over = Bar(box=Box(x=1, y=0, width=2, height=1), colour="accent")

    assert drawn("#aa#\n####") == picture(under, over, width=4, height=2)


def test_a_letter_stands_on_its_baseline_with_its_ink_where_the_layout_says() -> None:
    paragraph = shape_paragraph("I", faces_of(THEME, "strong"))
    block = set_block(paragraph, [(0, 1)], slot="quote", size=14, leading=0, left=1, width=8, baseline=12, colour="ink")
    expected = """
        .....
        .+++.
        .+#+.
        .+#+.
        .+#+.
        .+#+.
        .+#+.
        .+#+.
        .+#+.
        .+#+.
        .+#+.
        .+#+.
        .....
        """

    assert drawn(expected) == picture(block, width=5, height=13)
    assert pytest.approx((1.1, 1.8, 10.2), abs=0.1) == (block.ink.x, block.ink.y, block.ink.height)


def test_an_emoji_is_drawn_in_its_own_colours_at_its_place() -> None:
    paragraph = shape_paragraph("🍎", faces_of(THEME, "display"))
    block = set_block(
        paragraph, [(0, 1)], slot="quote", size=40, leading=0, left=5, width=50, baseline=45, colour="ink"
    )

    pixels = draw(Layout(size=CardSize(name="tiny", width=60, height=60), shapes=(block,)), COLOURS)
    inked = [at // 3 for at in range(0, len(pixels), 3) if pixels[at : at + 3] != b"\xff\xff\xff"]
    reds = [at for at in inked if pixels[at * 3] > 180 and pixels[at * 3 + 1] < 90]
    columns, rows = [at % 60 for at in inked], [at // 60 for at in inked]

    assert len(reds) > 300
    # The picture's ink lies within the box that HarfBuzz gives for it, which is a little larger.
    assert block.ink.x - 1 <= min(columns) <= max(columns) <= block.ink.x + block.ink.width + 1
    assert block.ink.y - 1 <= min(rows) <= max(rows) <= block.ink.y + block.ink.height + 1
