from __future__ import annotations

from functools import partial

import pytest

from repurpose.cards.content import CardContent
from repurpose.cards.fonts import faces_of
from repurpose.cards.layout import Layout, lay_out
from repurpose.cards.shapes import Bar, Disc
from repurpose.cards.sizes import card_size
from repurpose.cards.themes import load_theme
from repurpose.cards.typesetting import TextBlock
from repurpose.settings import Settings

THEME = load_theme("paper", Settings())
WORDS = "He’s not just trying to make AI smarter — he’s redefining what intelligence means in the digital age."


def laid_out(
    words: str = WORDS,
    *,
    size: str = "portrait",
    kind: str = "quote",
    credit: str | None = "Sophia P",
    source: str | None = "Heloies blog",
    emphasis: tuple[int, int] | None = None,
) -> Layout:
    content = CardContent(
        kind="quote" if kind == "quote" else "statement", words=words, credit=credit, source=source, emphasis=emphasis
    )
    return lay_out(content, THEME.designs[size], card_size(size), partial(faces_of, THEME))


def block(layout: Layout, slot: str | None) -> TextBlock:
    return next(shape for shape in layout.shapes if isinstance(shape, TextBlock) and shape.slot == slot)


def test_mark_words_and_disc_share_one_left_edge() -> None:
    layout = laid_out()
    disc = next(shape for shape in layout.shapes if isinstance(shape, Disc))

    assert (108, 108) == (disc.box.x, block(layout, None).ink.x)
    assert pytest.approx(108, abs=1) == block(layout, "quote").ink.x


def test_the_signature_stands_on_the_bottom_margin() -> None:
    disc = next(shape for shape in laid_out().shapes if isinstance(shape, Disc))

    assert 1350 - 108 == disc.box.y + disc.box.height


def test_the_mark_begins_at_the_top_margin() -> None:
    assert 108 == block(laid_out(), None).ink.y


def test_forty_per_cent_of_the_free_height_lie_above_the_words() -> None:
    layout = laid_out("Ship it today.")
    words, mark = block(layout, "quote"), block(layout, None)
    disc = next(shape for shape in layout.shapes if isinstance(shape, Disc))

    above = words.ink.y - (mark.ink.y + mark.ink.height + 80)
    baseline = max(placed.y for placed in words.glyphs)
    below = disc.box.y - 84 - baseline

    assert pytest.approx(0.4, abs=0.01) == above / (above + below)


def test_a_story_keeps_its_content_out_of_the_apps_controls() -> None:
    layout = laid_out(size="story")

    assert 262 == block(layout, None).ink.y
    assert max(text.ink.y + text.ink.height for text in layout.texts) <= 1920 - 250


def test_only_a_quotation_gets_quotation_marks() -> None:
    statement = laid_out(kind="statement")

    assert not [shape for shape in statement.shapes if isinstance(shape, TextBlock) and shape.lines == ("“",)]
    assert [Bar] == [type(shape) for shape in statement.shapes if isinstance(shape, Bar)]
    assert [] == [shape for shape in laid_out().shapes if isinstance(shape, Bar)]


def test_without_credit_there_are_no_initials() -> None:
    layout = laid_out(credit=None)

    assert [] == [shape for shape in layout.shapes if isinstance(shape, Disc)]
    assert pytest.approx(108, abs=1) == block(layout, "source").ink.x


def test_without_credit_and_source_the_words_take_the_room() -> None:
    assert {"quote"} == {text.slot for text in laid_out(credit=None, source=None).texts}


def test_a_long_source_takes_two_lines_and_ends_with_an_ellipsis() -> None:
    source = "The quiet economics of software that people keep using, " * 4

    lines = block(laid_out(source=source.strip()), "source").lines

    assert 2 == len(lines)
    assert lines[1].endswith("…")
    assert source.startswith(" ".join(lines).removesuffix("…"))


@pytest.mark.parametrize("credit", ["x" * 2000, "word " * 400, "a-" * 1000, "👩🏽\u200d💻" * 200])
def test_a_hostile_credit_is_cut_to_two_lines(credit: str) -> None:
    lines = block(laid_out(credit=credit.strip()), "credit").lines

    assert 1 <= len(lines) <= 2
    assert lines[-1].endswith("…")


def test_the_phrase_and_nothing_else_is_painted_in_the_accent() -> None:
    start = WORDS.index("redefining")

    words = block(laid_out(emphasis=(start, start + len("redefining"))), "quote")
    painted = [placed for placed in words.glyphs if placed.colour == "accent"]

    # "fi" is one glyph.
    assert len("redefining") - 1 == len(painted)


def test_an_opening_quotation_mark_hangs_outside_of_the_edge() -> None:
    words = block(laid_out("“Ship it,” she said, and then she shipped it."), "quote")

    assert words.ink.x < 108 - 20


def test_right_to_left_text_stands_at_the_right_edge() -> None:
    layout = lay_out(
        CardContent(kind="quote", words="שלום עולם", credit="דנה כהן", source=None, emphasis=None),
        THEME.designs["portrait"],
        card_size("portrait"),
        partial(faces_of, THEME),
    )
    disc = next(shape for shape in layout.shapes if isinstance(shape, Disc))
    words, mark = block(layout, "quote"), block(layout, None)

    assert pytest.approx(1080 - 108, abs=2) == words.ink.x + words.ink.width
    assert (1080 - 108, 1080 - 108) == (disc.box.x + disc.box.width, mark.ink.x + mark.ink.width)
