"""
How does a picture become the bytes of a PNG file?

Pillow's encoder tries every row filter, which costs time and makes flat typographic cards larger: no filter at all and
zlib's usual level is faster and smaller. Nothing but pixels goes into the file, so equal pixels give equal bytes, as
long as zlib is the same: another build of it may pack them otherwise.
"""

from __future__ import annotations

import struct
import zlib

__all__ = ["encode_png"]

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LEVEL = 6


def encode_png(width: int, height: int, pixels: bytes) -> bytes:
    """The PNG file of an image whose *pixels* are rows of 8-bit RGB from the top."""
    stride = width * 3
    if len(pixels) != stride * height:
        raise ValueError(f"{width}x{height} RGB pixels are {stride * height} bytes, not {len(pixels)}")
    # Each row is led by the number of its filter: 0, none.
    rows = b"".join(b"\0" + pixels[start : start + stride] for start in range(0, len(pixels), stride))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (SIGNATURE, _chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(rows, LEVEL)), _chunk(b"IEND", b""))
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
