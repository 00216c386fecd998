"""PDFs for tests, written by hand: each page is a list of texts and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

LEADING = 14


def pdf(
    pages: Sequence[Sequence[tuple[float, float, str]] | bytes],
    *,
    info: str = "",
    objects: Sequence[bytes] = (),
    size: float = 11,
) -> bytes:
    """
    A PDF whose pages show texts at x, y (points from the lower left corner), or the bytes of a content stream.

    A text that starts with ``#`` is large, with ``!`` bold, with ``_`` small.
    """
    fonts = "<</R 3 0 R/B 4 0 R>>"
    made = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>",
        f"<<{info}>>".encode("cp1252"),
    ]
    for number, page in enumerate(pages):
        content = page if isinstance(page, bytes) else "".join(_shown(*text, size) for text in page).encode("cp1252")
        made.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {7 + 2 * number} 0 R"
            f"/Resources<</Font{fonts}>>>>".encode(),
        )
        made.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content))
    return assembled([*made, *objects])


def assembled(objects: Sequence[bytes], *, trailer: str = "/Info 5 0 R") -> bytes:
    """A PDF of *objects*, of which the first is the catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{place:010} 00000 n \n" for place in places
    )
    end = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF"
    return data + (table + end).encode()


def column(text: str, *, x: float = 60, top: float = 760, leading: float = LEADING) -> list[tuple[float, float, str]]:
    """Lines one below the other; each blank line is half a line of space, each leading space an indentation."""
    shown = []
    y = top
    for line in text.strip("\n").split("\n"):
        if line.strip():
            shown.append((x + 10 * (len(line) - len(line.lstrip())), y, line.strip()))
            y -= leading
        else:
            y -= leading / 2
    return shown


def _shown(x: float, y: float, text: str, size: float) -> str:
    font = "B" if text[0] in "#!" else "R"
    size = {"#": size + 6, "_": size - 3}.get(text[0], size)
    words = text.lstrip("#!_").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET\n"
