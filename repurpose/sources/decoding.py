"""What text do these bytes hold?"""

from __future__ import annotations

import codecs
import re

from repurpose.errors import EmptySource, UnreadableSource

__all__ = ["decode", "decoded_as"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})"""
    rb"""|\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
# These are read, unless they are asked for as a text.
_DOCUMENTS = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP archive (perhaps an office document)"))
_SIGNATURES = (
    (b"{\\rtf", "a rich text (.rtf)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office (.doc, .xls or .ppt) or Outlook (.msg)"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu document"),
    (b"bplist0", "a property list or a web archive of Safari"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a WebP image, a sound or a video"),
    (b"ID3", "a sound (.mp3)"),
    (b"OggS", "a sound (.ogg)"),
    (b"fLaC", "a sound (.flac)"),
    (b"\x1a\x45\xdf\xa3", "a video"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh9", "bzip2 data"),
    (b"\xfd7zXZ\0", "xz data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"\x7fELF", "a program"),
)
# MP4, QuickTime, HEIC, AVIF: the size of the first box, then its name.
_MEDIA_BOX = slice(4, 8)
# What Python counts among the encodings of text and no text is written in; one of them costs the square of its length.
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
# A text has next to no control characters; page breaks and escapes of terminals occur.
_CONTROL_SHARE = 0.02


def decode(data: bytes, *, where: str, charset: str | None = None) -> str:
    """
    The text in *data*, read from the source *where*.

    Tried in order: the byte order mark, UTF-8, UTF-16 without a mark (every other byte is zero), the *charset* that a
    server gave, the encoding that an HTML page or an XML file declares, Windows-1252. Raises `EmptySource` when nothing
    but white space is there and `UnreadableSource` when the bytes are no text.
    """
    if not data.strip():
        raise EmptySource(f"{where} is empty; an article needs at least one sentence")
    for signature, name in _DOCUMENTS:
        if data.startswith(signature):
            raise UnreadableSource(f"{where} is {name}, not text; name no format where it may be read as what it is")
    if (kind := _known_kind(data)) is not None:
        raise UnreadableSource(
            f"{where} is {kind}, which is not read; save the article as DOCX, HTML, Markdown or text"
        )
    tried = []
    for encoding in _candidates(data, charset):
        tried.append(encoding)
        text = decoded_as(encoding, data)
        if text is not None and _is_text(text):
            if not text.strip("\ufeff \t\r\n\v\f"):
                raise EmptySource(f"{where} is empty; an article needs at least one sentence")
            return text
    raise UnreadableSource(
        f"{where} is not text in any encoding that was tried ({', '.join(tried)}); save it as UTF-8 text",
    )


def _known_kind(data: bytes) -> str | None:
    """What a file is that is no text, by its first bytes."""
    if data[_MEDIA_BOX] == b"ftyp":
        return "a video or an image (.mp4, .mov, .heic)"
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)


def decoded_as(charset: str, data: bytes) -> str | None:
    """*data* in the encoding *charset*; ``None`` where it is written in another one, or where nobody knows this one."""
    try:
        return None if codecs.lookup(charset).name in _NO_CHARSETS else data.decode(charset)
    # A name with a zero in it is no name either.
    except (LookupError, ValueError):
        return None


def _candidates(data: bytes, charset: str | None) -> list[str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return [encoding]
    head = data[:4096]
    if b"\0" in head:
        zeros_even, zeros_odd = head[::2].count(0), head[1::2].count(0)
        if zeros_odd > len(head) // 4 and zeros_even < len(head) // 50 + 1:
            return ["utf-16-le"]
        if zeros_even > len(head) // 4 and zeros_odd < len(head) // 50 + 1:
            return ["utf-16-be"]
        return ["utf-8"]
    declared = _DECLARED.search(head)
    named = [charset] if charset else []
    named += [(declared[1] or declared[2]).decode("ascii").lower()] if declared else []
    return ["utf-8", *named, "cp1252"]


def _is_text(text: str) -> bool:
    if "\0" in text:
        return False
    controls = sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 32), 127))
    return controls <= len(text) * _CONTROL_SHARE
