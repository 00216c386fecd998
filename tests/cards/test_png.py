from __future__ import annotations

import io

import pytest
from PIL import Image

from repurpose.cards.png import encode_png

PIXELS = bytes(range(2 * 3 * 3))


def test_any_decoder_reads_the_same_pixels_back() -> None:
    image = Image.open(io.BytesIO(encode_png(2, 3, PIXELS)))
    image.load()

    assert ("PNG", "RGB", (2, 3), PIXELS) == (image.format, image.mode, image.size, image.tobytes())


def test_nothing_but_pixels_is_in_the_file() -> None:
    png = encode_png(2, 3, PIXELS)

    assert [b"IHDR", b"IDAT", b"IEND"] == [
        kind for kind in (b"IHDR", b"IDAT", b"tIME", b"tEXt", b"IEND") if kind in png
    ]


def test_pixels_that_do_not_fill_the_size_are_refused() -> None:
    with pytest.raises(ValueError, match="2x3 RGB pixels are 18 bytes, not 17"):
        encode_png(2, 3, PIXELS[:-1])
