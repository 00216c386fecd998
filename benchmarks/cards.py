"""How many cards a second, against a card that Pillow draws by itself, and where does the time go?

Both make a 1080x1080 PNG file of the same quotation. Pillow's breaks lines greedily at one size, without kerning that
every machine has, hanging punctuation, emphasis or alt text; it is the floor of what a card can cost, not a peer in
quality.
"""

from __future__ import annotations

import io
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from repurpose.cards import load_theme, render
from repurpose.cards.content import CardContent
from repurpose.cards.contrast import rgb
from repurpose.cards.draw import draw
from repurpose.cards.fitting import fit
from repurpose.cards.fonts import bundled_families, faces_of
from repurpose.cards.layout import lay_out
from repurpose.cards.png import encode_png
from repurpose.cards.shaping import shape_paragraph
from repurpose.cards.sizes import card_size
from repurpose.cards.theme import Role, WordsLayer
from repurpose.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from repurpose.cards.contrast import Rgb

WORDS = "He’s not just trying to make AI smarter — he’s redefining what intelligence means in the digital age."
ROUNDS = 30
THEME = load_theme("paper", Settings())
SQUARE = card_size("square")


def main() -> None:
    own = timed(lambda: render(WORDS, name="1-square.png", size="square", theme=THEME, credit="Sophia P"))
    peer = timed(naive)
    print(f"repurpose          {1 / own:6.1f} cards/s  {own * 1000:6.1f} ms")
    print(f"Pillow by itself   {1 / peer:6.1f} cards/s  {peer * 1000:6.1f} ms")
    print(f"ratio              {peer / own:6.2f} (above 1: faster than Pillow by itself)")
    for stage, seconds in stages().items():
        print(f"  {stage:16} {seconds * 1000:6.2f} ms")


def stages() -> Mapping[str, float]:
    """Seconds of each stage of one card."""
    faces = partial(faces_of, THEME)
    content = CardContent(kind="quote", words=WORDS, credit="Sophia P", source=None, emphasis=None)
    design = THEME.designs["square"]
    layer = next(layer for layer in design.layers if isinstance(layer, WordsLayer))
    paragraph = shape_paragraph(WORDS, faces(layer.face))
    layout = lay_out(content, design, SQUARE, faces)
    palette = THEME.palette
    colours: dict[Role, Rgb] = {
        "page": rgb(palette.page),
        "ink": rgb(palette.ink),
        "accent": rgb(palette.accent),
        "muted": rgb(palette.muted),
        "on_ink": rgb(palette.on_ink),
    }
    pixels = draw(layout, colours)
    return {
        "shape": timed(lambda: shape_paragraph(WORDS, faces(layer.face))),
        "fit and break": timed(lambda: fit(paragraph, layer, width=864, height=550)),
        "lay out, all": timed(lambda: lay_out(content, design, SQUARE, faces)),
        "draw": timed(lambda: draw(layout, colours)),
        "encode": timed(lambda: encode_png(1080, 1080, pixels)),
    }


def timed(work: Callable[[], object]) -> float:
    """The median of the seconds that *work* takes, once warm."""
    work()
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def naive() -> bytes:
    """A card as one writes it in ten minutes."""
    image = Image.new("RGB", (1080, 1080), THEME.palette.page)
    pen = ImageDraw.Draw(image)
    font = ImageFont.truetype(bundled_families()["Source Serif 4"], 90)
    font.set_variation_by_axes([470, 60])
    lines, line = [], ""
    for word in WORDS.split():
        longer = f"{line} {word}".strip()
        if pen.textlength(longer, font=font) > 864:
            lines.append(line)
            longer = word
        line = longer
    for number, text in enumerate([*lines, line]):
        pen.text((108, 250 + number * 104), text, font=font, fill=THEME.palette.ink)
    small = ImageFont.truetype(bundled_families()["Inter"], 32)
    pen.ellipse((108, 896, 184, 972), fill=THEME.palette.ink)
    pen.text((208, 915), "Sophia P", font=small, fill=THEME.palette.ink)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


if __name__ == "__main__":
    main()
