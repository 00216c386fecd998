"""One article or many, in whatever format: what files, folders, feeds, lists and addresses come to."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from repurpose.errors import EmptySource, SourceError, TryLater, UnknownName, UnreadableSource
from repurpose.sources import opening, parse_article, read_article, read_articles
from repurpose.sources.collecting import read_outcomes
from repurpose.sources.web.fetching import Fetched
from tests.sources.archives import zipped
from tests.sources.pdfs import column, pdf
from tests.sources.test_docx import docx, p
from tests.sources.test_epub import epub, package, xhtml

FIRST = "The bridge over the Harl opens in May, two years later than the council had planned."
SECOND = "Until then a ferry takes people across every twenty minutes, free of charge."
PAGE = f"<html><head><title>A bridge opens late</title></head><body><h1>A bridge opens late</h1><p>{FIRST}<p>{SECOND}"


def item(title: str, html: str) -> str:
    link = f"<link>https://example.org/{title.lower()}</link>"
    return f"<item><title>{title}</title>{link}<description><![CDATA[{html}]]></description></item>"


def rss(*items: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{"".join(items)}</channel></rss>'


JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "News",
        "items": [{"id": "1", "title": "A bridge opens late", "content_html": f"<p>{FIRST}</p><p>{SECOND}</p>"}],
    }
)
SRT = f"1\n00:00:01,000 --> 00:00:04,000\n{FIRST}\n\n2\n00:00:04,500 --> 00:00:08,000\n{SECOND}\n"
HEADERS = "From: Ada Vogel <ada@example.org>\nTo: all@example.org\nSubject: A bridge opens late"
MAIL = f"{HEADERS}\nDate: Tue, 5 May 2026 09:00:00 +0200\n\n{FIRST}\n\n{SECOND}\n"
FORMATS: dict[str, tuple[str, bytes]] = {
    "text": ("a.txt", f"A bridge opens late\n\n{FIRST}\n\n{SECOND}\n".encode()),
    "markdown": ("a.md", f"# A bridge opens late\n\n{FIRST}\n\n{SECOND}\n".encode()),
    "page": ("a.html", PAGE.encode()),
    "word document": ("a.docx", docx(p("A bridge opens late", "Title") + p(FIRST) + p(SECOND))),
    "book": (
        "a.epub",
        epub(package({"c1.xhtml": ""}), {"OEBPS/c1.xhtml": xhtml(f"{FIRST}</p><p>{SECOND}")}),
    ),
    "pdf": ("a.pdf", pdf([column(f"#A bridge opens late\n\n\n{FIRST}\n\n\n{SECOND}")])),
    "subtitles": ("a.srt", SRT.encode()),
    "captions": ("a.vtt", ("WEBVTT\n\n" + SRT.replace(",000", ".000").replace(",500", ".500")).encode()),
    "mail": ("a.eml", MAIL.encode()),
    "feed of one": ("a.xml", rss(item("A bridge opens late", f"<p>{FIRST}</p><p>{SECOND}</p>")).encode()),
    "json feed of one": ("a.json", JSON_FEED.encode()),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("is_named", [True, False], ids=["by its name", "by its content"])
def test_a_file_of_any_format_is_read(tmp_path: Path, name: str, *, is_named: bool) -> None:
    file, content = FORMATS[name]
    path = tmp_path / (file if is_named else "noname")
    path.write_bytes(content)

    article = read_article(path)

    assert " ".join(article.text.split()) == f"{FIRST} {SECOND}"
    assert article.language == "en"


@pytest.mark.parametrize(
    ("name", "title"),
    [(name, "Late Bridges" if name == "book" else "A bridge opens late") for name in FORMATS if "ti" not in name],
)
def test_a_file_of_any_format_keeps_its_title(tmp_path: Path, name: str, title: str) -> None:
    path = tmp_path / "noname"
    path.write_bytes(FORMATS[name][1])

    assert title == read_article(path).title


def test_the_format_that_is_asked_for_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# A bridge opens late\n\n{FIRST}", encoding="utf-8")

    assert read_article(path, format="text").title == "# A bridge opens late"
    assert read_article(path).title == "A bridge opens late"
    with pytest.raises(UnreadableSource):
        read_article(path, format="docx")
    with pytest.raises(UnknownName, match="known: text"):
        read_article(path, format="word")
    with pytest.raises(UnknownName):
        parse_article("x", format="pdf")


def test_a_feed_of_several_articles_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(item("One", f"<p>{FIRST}</p>"), item("Two", f"<p>{SECOND}</p>")), encoding="utf-8")

    with pytest.raises(SourceError, match="feed of 2 articles"):
        read_article(path)
    assert ["One", "Two"] == [article.title for article in read_articles(path)]
    assert ["https://example.org/one", "https://example.org/two"] == [article.url for article in read_articles(path)]


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "b/y.md", "a.html", ".hidden/x.txt"):
        (tmp_path / name).write_text(f"{name}\n\n{FIRST}\n\n{SECOND}", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")

    assert ["a.html", "b/y.md", "z.txt"] == [
        article.text.split("\n")[0] if article.title is None else article.title for article in read_articles(tmp_path)
    ]


def test_what_cannot_be_read_keeps_nothing_back_and_is_named_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{FIRST}\n\n{SECOND}", encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 nothing")
    articles = read_articles(tmp_path)

    assert next(articles).text.startswith(FIRST)
    with pytest.raises(SourceError, match=r"2 articles cannot be read\n.*a\.txt is empty.*\n.*c\.pdf"):
        next(articles)


def test_a_folder_without_articles_says_what_it_looks_for(tmp_path: Path) -> None:
    with pytest.raises(EmptySource, match=r"known endings: \.atom"):
        list(read_articles(tmp_path))


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Fetched]], None]:
    def serve(pages: dict[str, Fetched]) -> None:
        monkeypatch.setattr(opening, "fetch", pages.__getitem__)

    return serve


def fetched(url: str, text: str, *, media_type: str = "text/html", charset: str | None = "utf-8") -> Fetched:
    return Fetched(url=url, data=text.encode(charset or "utf-8"), media_type=media_type, charset=charset)


def test_an_address_is_read_with_its_own_url_unless_the_page_names_one(
    served: Callable[[dict[str, Fetched]], None],
) -> None:
    canonical = PAGE.replace("</head>", "<link rel=canonical href=https://example.org/bridge></head>")
    served(
        {
            "https://t.example/1": fetched("https://example.org/a?utm=1", PAGE),
            "https://t.example/2": fetched("https://example.org/a?utm=1", canonical),
        }
    )

    assert read_article("https://t.example/1").url == "https://example.org/a?utm=1"
    assert read_article("https://t.example/2").url == "https://example.org/bridge"
    assert read_article("https://t.example/2", url="https://mine.example/").url == "https://mine.example/"


def test_what_a_server_says_of_the_encoding_is_heard(served: Callable[[dict[str, Fetched]], None]) -> None:
    text = "<p>" + "Мост через реку откроют в мае, на два года позже, чем обещали. " * 3
    served({"https://t.example/1": fetched("https://t.example/1", text, charset="koi8-r")})

    assert "Мост через реку" in read_article("https://t.example/1").text


def test_a_list_of_addresses_is_read_one_by_one(tmp_path: Path, served: Callable[[dict[str, Fetched]], None]) -> None:
    feed = rss(item("Two", f"<p>{SECOND}</p>"), item("Three", f"<p>{FIRST}</p>"))
    served(
        {
            "https://t.example/1": fetched("https://t.example/1", PAGE),
            "https://t.example/feed": fetched("https://t.example/feed", feed, media_type="application/rss+xml"),
        }
    )
    path = tmp_path / "list.txt"
    path.write_text("# what we publish\nhttps://t.example/1\n\nhttps://t.example/feed\n", encoding="utf-8")

    assert ["A bridge opens late", "Two", "Three"] == [article.title for article in read_articles(path)]


@pytest.mark.parametrize(
    ("name", "what"), [("xl/workbook.xml", "an Excel workbook"), ("ppt/presentation.xml", "PowerPoint")]
)
def test_other_office_files_are_named(tmp_path: Path, name: str, what: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"[Content_Types].xml": "<Types/>", name: "<a/>"}))

    with pytest.raises(UnreadableSource, match=what):
        read_article(path)


def test_a_text_longer_than_any_article_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{FIRST} " * 60_000, encoding="utf-8")

    with pytest.raises(UnreadableSource, match="give one article at a time"):
        read_article(path)


def test_hidden_characters_of_a_text_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"\ufeff{FIRST}\n\nUn\u200btil now \u202egnihton\u202c.\n{SECOND}\u200b\n", encoding="utf-8")
    hidden = [part for part in read_article(path).dropped if part.reason == "hidden character"]

    assert [
        ("U+200B ZERO WIDTH SPACE, 2 times", (3, 4)),
        ("U+202C POP DIRECTIONAL FORMATTING", (3, 3)),
        ("U+202E RIGHT-TO-LEFT OVERRIDE", (3, 3)),
    ] == sorted((part.text, part.lines) for part in hidden)


def test_links_that_lead_nowhere_are_named_and_those_to_folders_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(f"{FIRST}\n\n{SECOND}", encoding="utf-8")
    (folder / "deep" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "gone.md").symlink_to(folder / "none.md")
    os.mkfifo(folder / "pipe.txt")
    outcomes = list(read_outcomes(folder))

    assert ["Article", "SourceError", "SourceError"] == [type(outcome).__name__ for outcome in outcomes]
    assert "gone.md does not exist" in str(outcomes[1])
    assert "loop.txt cannot be read: Too many levels" in str(outcomes[2])
    with pytest.raises(SourceError, match="Too many levels"):
        list(read_articles(folder / "loop.txt"))


def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b").mkdir()
    scan = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    article, error = read_outcomes(tmp_path)

    assert not isinstance(article, SourceError)
    assert str(error) == f"{tmp_path / 'b'} cannot be read: Permission denied"


def test_a_path_that_cannot_be_looked_at_is_refused_in_one_line() -> None:
    for path in ("x" * 5_000, "a\0b", "a/" * 3_000):
        with pytest.raises(SourceError, match=r"cannot be read|does not exist") as raised:
            list(read_articles(path))

        assert "\n" not in str(raised.value)
        assert len(str(raised.value)) < 400


def test_names_with_line_ends_and_broken_bytes_are_read_and_named_in_one_line(tmp_path: Path) -> None:
    for name in ("a\nb.txt", os.fsdecode(b"\xff\x9b.txt"), "\x1b[2J.md"):
        (tmp_path / name).write_text("", encoding="utf-8")
    messages = [str(outcome) for outcome in read_outcomes(tmp_path)]

    assert [True, True, True] == [message.isprintable() and " is empty" in message for message in messages]


@pytest.mark.slow
def test_ten_thousand_files_are_read_one_after_the_other(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05}.txt").write_text(f"The bridge {number} opens in May.", encoding="utf-8")
    articles = read_outcomes(tmp_path)

    assert "The bridge 0 opens in May." == getattr(next(articles), "text", "")
    assert 9_999 == sum(1 for _ in articles)


@pytest.mark.slow
def test_ten_thousand_addresses_are_asked_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetch(url: str) -> Fetched:
        asked.append(url)
        if url.endswith("7"):
            raise TryLater(f"{url} is busy")
        return fetched(url, FIRST, media_type="text/plain")

    monkeypatch.setattr(opening, "fetch", fetch)
    addresses = [f"https://t.example/{number}" for number in range(10_000)]
    path = tmp_path / "list.txt"
    path.write_text("\n".join(addresses), encoding="utf-8")
    outcomes = list(read_outcomes(path))

    assert addresses == asked
    assert 1_000 == sum(isinstance(outcome, TryLater) for outcome in outcomes)
    assert len(outcomes) == 10_000


def test_a_line_of_a_list_that_is_no_address_is_named(
    tmp_path: Path, served: Callable[[dict[str, Fetched]], None]
) -> None:
    pages = {f"https://t.example/{number}": fetched(f"https://t.example/{number}", PAGE) for number in range(20)}
    served(pages)
    path = tmp_path / "list.txt"
    path.write_text("\n".join(["# ours", *pages, "ftp://t.example/20"]), encoding="utf-8")
    *articles, error = read_outcomes(path)

    assert len(articles) == 20
    assert str(error).startswith(f"line 22 of {path} is no address")


def test_the_entities_of_a_teaser_without_tags_are_read(tmp_path: Path) -> None:
    item = "<item><title>B</title><description>The bridge opens in May [&amp;hellip;]</description></item>"
    path = tmp_path / "feed.xml"
    path.write_text(f'<rss version="2.0"><channel><title>N</title>{item}</channel></rss>', encoding="utf-8")

    assert read_article(path).text == "The bridge opens in May […]"


def test_a_list_of_addresses_in_a_folder_is_read_too(
    tmp_path: Path, served: Callable[[dict[str, Fetched]], None]
) -> None:
    served({"https://t.example/1": fetched("https://t.example/1", PAGE)})
    (tmp_path / "a.urls").write_text("https://t.example/1\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Another title\n\n{FIRST}\n\n{SECOND}", encoding="utf-8")

    assert ["A bridge opens late", "Another title"] == [article.title for article in read_articles(tmp_path)]
