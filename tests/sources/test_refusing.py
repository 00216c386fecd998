"""Files that are no article: each is refused in one line that says what it is and what would work."""

from __future__ import annotations

from pathlib import Path

import pytest

from repurpose.errors import SourceError
from repurpose.sources import read_article

PROSE = "The bridge opens in May, two years later than planned."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (rb"{\rtf1\ansi The bridge opens in May.}", "rich text (.rtf)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        (b"SQLite format 3\0" + bytes(90), "SQLite database"),
        (b"\0\0\0\x18ftypmp42" + bytes(90), ".mp4"),
        (b"%!PS-Adobe-3.0\n", "PostScript"),
        (b'{"a": 1}', "JSON"),
        (b'\xef\xbb\xbf[{"title": "A bridge"}]', "JSON"),
        (b'{"a": 1}\n{"a": 2}\n', "JSON"),
        (b"[" * 90_000 + b"]" * 90_000, "JSON"),
        (b'<?xml version="1.0"?><urlset xmlns="x"><url/></urlset>', "sitemap"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>', "SVG"),
    ],
)
def test_what_is_no_text_of_an_article_is_named_with_a_remedy(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)

    with pytest.raises(SourceError) as raised:
        read_article(path)

    assert kind in str(raised.value)
    assert "which is not read; save the article as" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("text", ["https://a.example/1\n", "# ours\nhttps://a.example/1\nhttp://a.example/2\n"])
def test_a_list_of_addresses_says_what_reads_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SourceError, match="repurpose make"):
        read_article(path)


@pytest.mark.parametrize("text", [f"[1] {PROSE}", f"{{{PROSE}}}", f"https://a.example/1\n\n{PROSE}"])
def test_a_text_that_begins_alike_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "note.txt"
    path.write_text(text, encoding="utf-8")

    assert PROSE.rstrip(".") in read_article(path).text
