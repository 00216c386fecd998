"""What of a web page is its article, and what pages that are built to hurt come to."""

from __future__ import annotations

import json
import time

import pytest

from repurpose.errors import UnreadableSource
from repurpose.model import BlockKind
from repurpose.sources import parse_article
from repurpose.sources.pieces import Piece
from repurpose.sources.web import apart
from repurpose.sources.web.hostile import is_heavy
from repurpose.sources.web.matching import in_main_text
from repurpose.sources.web.webpage import read_html

PROSE = (
    "The bridge over the Harl opens in May, two years later than the council had planned.",
    "Engineers found cracks in the first of the four pillars and had all of them cast again.",
    "Until the opening a ferry crosses every twenty minutes, and nobody has to pay for it.",
    "A toll was never on the table, the mayor says, whatever the two newspapers wrote about one.",
)
BODY = "".join(f"<p>{line}</p>" for line in PROSE)
MENU = "<nav><ul><li><a href=/a>Home</a></li><li><a href=/b>News</a></li></ul></nav>"
TITLE = "<title>A bridge opens late - Harl News</title>"


def page(body: str, *, head: str = TITLE) -> str:
    return f"<html><head>{head}</head><body>{MENU}{body}<footer>Imprint</footer></body></html>"


def pieces_of(*texts: str) -> list[Piece]:
    return [Piece(kind=BlockKind.PARAGRAPH, text=text, lines=(1, 1)) for text in texts]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>A bridge opens late</h1>{BODY}",
        f"<h3>News of the day</h3><h1>A bridge opens late</h1>{BODY}",
        f"<h1>A bridge opens late</h1><div class=teaser><p>{PROSE[1]}</p></div><h1>A bridge opens late</h1>{BODY}",
        f"<h1>A bridge opens late</h1>{BODY}<div id=comments><h3>Two thoughts</h3><p>{PROSE[0]} Thanks.</p></div>",
        f"<form action=/page><h1>A bridge opens late</h1>{BODY}</form>",
        f"<h1>A bridge opens late</h1>{BODY.replace('bridge', 'bri&shy;dge').replace('Engi', 'En&shy;gi')}",
        f"<article><h1>A bridge opens late</h1>{BODY}</article>"
        + "".join(f"<div class=teaser><a href=/{n}><h4>Another story {n}</h4></a></div>" for n in range(9)),
    ],
    ids=["plain", "heading above", "teaser above", "comments", "one form", "soft hyphens", "teasers below"],
)
def test_the_article_is_what_stands_between_its_title_and_the_rest(body: str) -> None:
    article = parse_article(page(body), format="html")

    assert article.title == "A bridge opens late"
    assert "\n\n".join(PROSE) == article.text


def test_the_paragraph_that_opens_an_article_is_kept_where_the_extractor_leaves_it_out() -> None:
    lead = f"<div class=lead><p>{PROSE[0]}</p></div>"
    article = parse_article(
        page(f"<h1>A bridge opens late</h1>{lead}<div>{BODY.replace(PROSE[0], '')}</div>"), format="html"
    )

    assert article.text.startswith(PROSE[0])


def test_numbers_of_a_list_are_those_that_the_page_shows() -> None:
    items = "".join(f"<li>{line}</li>" for line in PROSE[1:])
    last = "<li value=9>Nobody asked the ferryman, who has worked there for thirty years.</li>"
    article = parse_article(
        page(f"<h1>A bridge opens late</h1><p>{PROSE[0]}</p><ol start=3>{items}{last}</ol>"), format="html"
    )

    assert [None, 3, 4, 5, 9] == [block.number for block in article.blocks]


def test_hidden_characters_of_a_page_are_reported_once_each() -> None:
    body = BODY.replace("bridge", "bri&#8203;dge").replace("ferry", "fer\u202ery").replace("toll", "to&#8203;ll")
    article = parse_article(page(f"<h1>A bridge opens late</h1>{body}"), format="html")

    assert [
        "U+200B ZERO WIDTH SPACE, 2 times",
        "U+202E RIGHT-TO-LEFT OVERRIDE",
    ] == [part.text for part in article.dropped if part.reason == "hidden character"]
    assert "bridge" in article.text


# ---- which pieces the words of the main text come from


def test_a_text_that_stands_twice_is_taken_where_its_neighbours_are() -> None:
    teaser = pieces_of(f"{PROSE[0]} {PROSE[1]}")
    chosen = in_main_text([*teaser, *pieces_of(*PROSE), *pieces_of(f"[…] {PROSE[1]} […]")], " ".join(PROSE))

    assert [False, True, True, True, True, False] == chosen


def test_short_pieces_count_near_long_ones_only() -> None:
    chosen = in_main_text(
        pieces_of("The opening", "x1", "x2", "x3", "x4", "The opening", *PROSE), f"The opening {' '.join(PROSE)}"
    )

    assert [False] * 5 + [True] * 5 == chosen


def test_a_script_without_spaces_is_matched_by_its_characters() -> None:
    lines = (
        "河上的大桥将于五月开放，比市议会原计划晚了两年。",
        "工程师发现四根桥墩中的第一根出现裂缝。",
        "在此之前，渡轮每二十分钟一班。",
    )

    assert [True, True, True] == in_main_text(pieces_of(*lines), "".join(lines))


def test_nothing_is_chosen_where_there_is_no_main_text() -> None:
    assert [False, False] == in_main_text(pieces_of("a", PROSE[0]), "")


# ---- pages built to hurt


@pytest.mark.parametrize(
    "html",
    [
        f"<p {'a=1 ' * 2_000}>text</p>",
        f"<p {'a ' * 2_000}>text</p>",
        "<p " + 'a=">" ' * 2_000 + ">text</p>",
        '<script>if (a<b") c</script><p ' + 'a=">" ' * 2_000 + ">text</p>",
        f"<script {'a=1 ' * 2_000}></script>",
        "<a href=x>y</a>" * 120_000,
    ],
    ids=["attributes", "without values", "signs in values", "after a script", "of a script", "tags"],
)
def test_what_is_denser_than_any_real_page_is_heavy(html: str) -> None:
    assert is_heavy(html)


@pytest.mark.parametrize(
    "html",
    [
        page(BODY),
        f"<!-- {'word ' * 3_000} --><script>if (i<n{'&&a=b' * 2_000}) c=d;</script>{BODY}",
        f"<style>{'a > b { c: d } ' * 2_000}</style>{BODY}",
        f"<p data-state='{'a=1 ' * 3_000}'>{BODY}",
        f'<img src="data:{"a b " * 3_000}">{BODY}',
    ],
    ids=["plain", "comments and scripts", "styles", "long values", "data"],
)
def test_a_real_page_is_not_heavy(html: str) -> None:
    assert not is_heavy(html)


@pytest.mark.parametrize(
    "unit", ["<", "<a", "<a ", '<a "', "<a='", "<!--", "<script", "<script>", "<a =", "<style></script>", "<a a="]
)
def test_a_page_is_weighed_in_linear_time(unit: str) -> None:
    started = time.process_time()
    is_heavy(unit * (50_000 // len(unit)) + " " + unit.lstrip("<") * (500_000 // len(unit)))

    assert time.process_time() - started < 1


def test_a_page_of_more_characters_than_any_article_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="give one article at a time"):
        parse_article("x" * 5_000_001, format="html")


@pytest.mark.parametrize("levels", [300, 5_000, 70_000])
def test_a_page_deeper_than_the_parser_goes_is_read_all_the_same(levels: int) -> None:
    article = parse_article(f"{'<div>' * levels}{BODY}", format="html")

    assert "\n\n".join(PROSE) == article.text


def test_a_heavy_page_is_read_apart_with_the_same_result() -> None:
    html = page(f"<h1>A bridge opens late</h1>{BODY}{'<a href=x>y</a>' * 31_000}")

    assert is_heavy(html)
    assert read_html(html) == apart.read_apart(html)


def test_a_page_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_SECONDS", 1)
    html = f"{BODY}<p {' '.join(f'a{n}=1' for n in range(40_000))}>x</p>"

    with pytest.raises(UnreadableSource, match="longer than 1 s"):
        parse_article(html, format="html")


# ---- what the page says of its article


def article_page(*, head: str = TITLE, above: str = "", below: str = "") -> str:
    return page(f"{above}<h1>A bridge opens late</h1>{below}{BODY}", head=head)


def linked(data: object) -> str:
    return f'{TITLE}<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("html", "byline"),
    [
        (article_page(below="<p>By Ada Vogel</p>"), "Ada Vogel"),
        (article_page(below="<p>Ada Vogel, 5 May 2026</p>"), "Ada Vogel"),
        (article_page(below="<p class=meta><a rel=author href=/ada>ada</a></p>"), "ada"),
        (article_page(below='<div class="byline">By <span>Ada Vogel</span></div>'), "Ada Vogel"),
        (article_page(below='<div class="comment-author author">Tom Reiter</div>'), None),
        (article_page(below='<div class="author">Read more</div>'), None),
        (article_page(head=f'{TITLE}<meta name=author content="Ada Vogel">'), "Ada Vogel"),
        (article_page(head=f'{TITLE}<meta name=author content="Ada O&amp;#039;Brien">'), "Ada O'Brien"),
        (
            article_page(head=linked({"@type": "Article", "headline": "x", "author": [{"name": "Ada Vogel"}]})),
            "Ada Vogel",
        ),
        (
            article_page(
                head=linked(
                    {
                        "@graph": [
                            {"@type": "Article", "headline": "x", "author": {"@id": "#ada"}},
                            {"@type": "Person", "@id": "#ada", "name": "Ada Vogel"},
                        ]
                    }
                )
            ),
            "Ada Vogel",
        ),
    ],
)
def test_an_author_is_found_where_the_page_names_one(html: str, byline: str | None) -> None:
    assert byline == parse_article(html, format="html").byline


@pytest.mark.parametrize(
    "html",
    [
        article_page(below="<p>Published on 5 May 2026 at 9:00</p>"),
        article_page(above="<p>5 May 2026</p>"),
        article_page(below="<time datetime=2026-05-05T09:00>last Tuesday</time>"),
        article_page(head=f"{TITLE}<meta property=article:published_time content=2026-05-05T09:00:00Z>"),
        page(f"<h1>A bridge opens late</h1>{BODY}<p>Posted by Ada Vogel on 5 May 2026</p>"),
    ],
)
def test_a_day_is_found_where_the_page_names_one(html: str) -> None:
    assert str(parse_article(html, format="html").date) == "2026-05-05"


@pytest.mark.parametrize(
    ("heads", "title"),
    [
        ("<title>A bridge opens late - Harl News</title>|A bridge opens late", "A bridge opens late"),
        ("<title>Harl News</title>|A bridge opens late", "A bridge opens late"),
        (
            "<title>Bridge late in Harl</title>|Why the bridge over the Harl opens late",
            "Why the bridge over the Harl opens late",
        ),
        ("<title>The bridge that opens late in May</title>|Details", "The bridge that opens late in May"),
        ("<title>The bridge that opens late in May</title>|Our newest stories", "The bridge that opens late in May"),
        ("|A bridge opens late", "A bridge opens late"),
    ],
)
def test_the_title_is_the_headline_that_readers_see(heads: str, title: str) -> None:
    head, heading = heads.split("|")
    article = parse_article(page(f"<h1>{heading}</h1>{BODY}", head=head), format="html")

    assert title == article.title
    assert heading == title or title not in article.text


@pytest.mark.parametrize(
    "html",
    [
        article_page(below='<h2 class="post-subtitle">What the cracks cost</h2>'),
        article_page(head=linked({"@type": "Article", "headline": "x", "alternativeHeadline": "What the cracks cost"})),
    ],
)
def test_a_subtitle_is_kept_apart(html: str) -> None:
    assert parse_article(html, format="html").subtitle == "What the cracks cost"


@pytest.mark.parametrize("body", ["\n".join(PROSE), BODY, BODY.replace("<", "&lt;")])
def test_an_article_that_only_a_script_shows_is_taken_from_linked_data(body: str) -> None:
    data = {"@type": "NewsArticle", "headline": "A bridge opens late", "articleBody": body}
    article = parse_article(page("<div id=app>Loading</div>", head=linked(data)), format="html")

    assert article.title == "A bridge opens late"
    assert "\n\n".join(PROSE) == article.text


def test_what_is_dropped_from_a_page_is_told_by_where_it_stood() -> None:
    aside = "<aside><p>Three more stories from the river</p></aside><div class=sharedaddy><p>On your wall</p></div>"
    article = parse_article(page(f"<h1>A bridge opens late</h1>{BODY}{aside}"), format="html")

    assert {
        "A bridge opens late": "title",
        "Home": "navigation",
        "News": "navigation",
        "Three more stories from the river": "side column",
        "On your wall": "share bar",
        "Imprint": "page footer",
    } == {part.text: part.reason for part in article.dropped}


def test_a_page_without_tags_for_head_and_body_is_read() -> None:
    article = parse_article(
        f"<html lang=en><title>X</title><article><h1>Flood</h1>{BODY}</article></html>", format="html"
    )

    assert "\n\n".join(PROSE) in article.text


def test_signs_in_the_text_of_linked_data_are_text() -> None:
    data = {"@type": "NewsArticle", "headline": "x", "articleBody": f"{PROSE[0]} A <script> tag hides.\n{PROSE[1]}"}

    assert (
        "A <script> tag hides."
        in parse_article(page("<div id=app>Loading</div>", head=linked(data)), format="html").text
    )


def test_the_list_that_ends_an_article_is_kept() -> None:
    end = (
        "<h2>Numbers</h2><ul><li>14 stops</li><li>210 million euros</li><li>6 minutes</li></ul><p>It opens in May.</p>"
    )
    article = parse_article(page(f"<article><h1>A bridge opens late</h1>{BODY}{end}</article>"), format="html")

    assert article.text.endswith("Numbers\n\n14 stops\n\n210 million euros\n\n6 minutes\n\nIt opens in May.")


def test_a_page_set_out_in_tables_is_text_and_a_table_of_data_a_table() -> None:
    data = "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td><p>4 million</p></td></tr></table>"
    cell = f"<font size=5><b>A bridge opens late</b></font><p>{'<p>'.join(PROSE)}</p>{data}"
    page_table = f"<table><tr><td>Menu</td><td><table><tr><td>{cell}</td></tr></table></td></tr></table>"
    article = parse_article(f"<html><body>{page_table}</body></html>", format="html")

    assert all(line in article.text.split("\n\n") for line in PROSE)
    assert ["Year | Cost\n2024 | 4 million"] == [
        block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.TABLE
    ]
