"""What is in a body that was sent compressed, as long as that is not too much?"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from repurpose.errors import FetchFailed, TryLater
from repurpose.sources.web.locations import INSTEAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from repurpose.sources.web.deadlines import Deadline

__all__ = ["CODINGS", "unpacked"]

CODINGS = ("gzip", "deflate")
"""What is asked for. Of all that the web uses, these are in the standard library."""

_SAME_AS = {"x-gzip": "gzip", "identity": ""}
# A thousandth of the largest expansion of deflate: a bomb never stands in memory.
_PIECE = 65_536
_GZIP = zlib.MAX_WBITS | 16
_DEFLATE_METHOD = 8
_NIBBLE = 0x0F
_GZIP_START = 0x1F


def unpacked(chunks: Iterable[bytes], coding: str, *, most: int, where: str, deadline: Deadline) -> bytes:
    """
    The body in *chunks*, which were compressed by *coding* ("" when they were not).

    Raises `FetchFailed` for more than *most* bytes, an unknown coding and damage, `TryLater` when the end is missing.
    """
    coding = _SAME_AS.get(coding, coding)
    if coding and coding not in CODINGS:
        raise FetchFailed(f"{where} was sent in the coding {coding!a}, which was not asked for; {INSTEAD}")
    # Its value is handed out without a copy; joining pieces would double the memory.
    body = io.BytesIO()
    try:
        for piece in _inflated(chunks, coding) if coding else chunks:
            deadline.left()
            if body.tell() + len(piece) > most:
                raise FetchFailed(
                    f"{where} holds more than {most:,} bytes; {INSTEAD}, or only the article's part of it"
                )
            body.write(piece)
    except zlib.error as error:
        raise FetchFailed(f"{where} was sent in damaged {coding} data; {INSTEAD}") from error
    except EOFError as error:
        raise TryLater(f"{where} ended early; try again later, or {INSTEAD}") from error
    return body.getvalue()


def _inflated(chunks: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """What is in *chunks*, in small pieces; raises `EOFError` when the end is missing."""
    inflater = None
    members = 0
    for chunk in chunks:
        data = chunk
        while data:
            if inflater is None:
                # Gzip data may be several files in a row; whatever else follows the first is padding.
                if members and (coding != "gzip" or data[0] != _GZIP_START):
                    return
                inflater = zlib.decompressobj(_window(coding, data))
                members += 1
            yield inflater.decompress(data, _PIECE)
            data = inflater.unconsumed_tail
            if inflater.eof:
                data, inflater = inflater.unused_data, None
    if inflater is not None:
        yield inflater.flush()
        if not inflater.eof:
            raise EOFError


def _window(coding: str, data: bytes) -> int:
    if coding == "gzip":
        return _GZIP
    # "deflate" means zlib's wrapping, and many servers leave that out.
    return zlib.MAX_WBITS if data[0] & _NIBBLE == _DEFLATE_METHOD else -zlib.MAX_WBITS
