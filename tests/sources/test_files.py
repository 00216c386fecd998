"""Files as they come: encodings, formats, and what is refused."""

from __future__ import annotations

import codecs
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from repurpose.errors import AddressRefused, EmptySource, SourceError, UnknownName, UnreadableSource
from repurpose.sources import parse_article, read_article

if TYPE_CHECKING:
    from pathlib import Path

PROSE = "Die Brücke öffnet im Mai. Sie kostet 3 € weniger, als die Stadt geplant hatte."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_decoded_whatever_wrote_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(PROSE.encode(encoding))

    assert read_article(path).text == PROSE


def test_a_page_is_decoded_as_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    body = "<p>Мост откроют в мае, на два года позже, чем обещала городская администрация.</p>" * 2
    path.write_bytes(f"<html><head><meta charset=windows-1251></head><body>{body}</body></html>".encode("cp1251"))

    assert "Мост откроют" in read_article(path).text


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptySource),
        (b" \n\t\n", EmptySource),
        (codecs.BOM_UTF8, EmptySource),
        (b"%PDF-1.7 ...", UnreadableSource),
        (b"\x89PNG\r\n\x1a\n\x00\x00", UnreadableSource),
        (b"text\x00with\x00zeros" * 20, UnreadableSource),
        (bytes(range(256)) * 4, UnreadableSource),
        (b"<html><body></body></html>", EmptySource),
    ],
)
def test_what_holds_no_article_is_refused_in_one_line(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)

    with pytest.raises(error) as raised:
        read_article(path)

    assert "\n" not in str(raised.value)


def test_a_missing_file_a_folder_and_an_address_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        read_article(tmp_path / "none.md")
    with pytest.raises(SourceError, match="is a folder"):
        read_article(tmp_path)
    with pytest.raises(AddressRefused, match="this machine"):
        read_article("http://127.0.0.1/post")
    with pytest.raises(SourceError):
        read_article("A text with a line end\nis no path. " * 200)
    with pytest.raises(UnknownName, match="did you mean 'markdown'"):
        parse_article("x", format="markdwn")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "---\ntitle: Bridge\n---\n\nThe bridge opens in May."),
        (
            "b.txt",
            "<!DOCTYPE html><html><head><title>Bridge</title></head><body><p>The bridge opens in May.</p></body>",
        ),
        ("c.md", "# Bridge\n\nThe bridge opens in May."),
        ("d.html", "# Bridge\n\nThe bridge **opens** in [May](x)."),
        ("e", "Bridge\n\nThe bridge opens in May."),
    ],
)
def test_the_content_tells_the_format_whatever_the_name_says(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    article = read_article(path)

    assert article.title == "Bridge"
    assert article.text == "The bridge opens in May."


def test_a_page_is_not_refused_for_the_words_of_its_comments_and_scripts() -> None:
    comment, script = "word " * 3_000, f"if (i<n{'&&a=b' * 2_000}) c=d;"
    page = f"<html><!-- {comment} --><script>{script}</script><p>{'The bridge opens in May. ' * 9}</p></html>"

    assert parse_article(page, format="html").text.startswith("The bridge opens in May.")


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("\n" * 60_000 + "end of it", "markdown"),
        ("• a\n" * 20_000, "text"),
        ("{{< " * 20_000, "markdown"),
        ("a | b\n" * 20_000, "text"),
        ("#" + "a" * 100_000, "text"),
    ],
    ids=["blank lines", "bullets", "shortcodes", "rows", "long hashtag"],
)
def test_hostile_text_takes_linear_time(text: str, format_: str) -> None:
    try:
        article = parse_article(text, format=format_)
    except EmptySource:
        return

    assert article.blocks


def test_importing_the_readers_loads_no_parser() -> None:
    names = ("trafilatura", "lxml", "markdown_it", "yaml")
    code = f"import sys, repurpose.sources; print([name for name in {names} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "source",
    ["htps://t.example/a", "ftp://t.example/a", "t.example/a", "http//t.example", "www.t.example", "https:t.example/a"],
)
def test_what_looks_like_an_address_is_shown_as_it_is_with_how_one_begins(source: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_article(source)

    assert str(raised.value) == f"{source} is no file and no address: an address begins with https:// or http://"


@pytest.mark.parametrize("source", ["notes.md", "old/notes.md", "C:/notes.md"])
def test_what_looks_like_a_path_is_a_missing_file(source: str) -> None:
    with pytest.raises(SourceError, match=r"notes\.md does not exist"):
        read_article(source)
