"""Feeds and exports as many articles: what each entry says, and what is refused."""

from __future__ import annotations

import contextlib
import json
import sys
import time
import tracemalloc
from datetime import date

import pytest

from repurpose.errors import EmptySource, SourceError, UnreadableSource
from repurpose.sources.feeds.entries import Entry, feed_kind
from repurpose.sources.feeds.post_markup import post_html
from repurpose.sources.feeds.reading import read_entries

BODY = "<p>The bridge over the Harl opens in May, two years later than planned.</p><p>It costs nine million.</p>"
RSS = (
    '<?xml version="1.0" encoding="iso-8859-1"?>\n<rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel><title>Harbour News</title><link>https://harl.example/</link><language>de-AT</language>{}</channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>N</title><author><name>Ida Falk</name></author>'
    "{}</feed>"
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harl.example/"><title>N</title></channel>'
    '<item rdf:about="https://harl.example/1"><title>Bridge</title><link>https://harl.example/1</link>'
    "<description>The bridge opens in May.</description><dc:date>2026-05-02</dc:date></item></rdf:RDF>"
)
FIRST_ON = (
    "&lt;p&gt;The post &lt;a href='x'&gt;Bridge&lt;/a&gt; appeared first on &lt;a href='y'&gt;News&lt;/a&gt;.&lt;/p&gt;"
)
WXR = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- An export of your site. -->\n<rss version="2.0"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel><title>Harbour News</title><language>en-US</language><wp:author><wp:author_login>akern</wp:author_login>"
    "<wp:author_display_name><![CDATA[Anna Kern]]></wp:author_display_name></wp:author>{}</channel></rss>"
)


def entries(text: str) -> list[Entry]:
    return list(read_entries(text, where="feed.xml"))


def item(body: str = BODY, *, number: int = 1, more: str = "", summary: str = "What the bridge changes.") -> str:
    return (
        f"<item><title>Bridge &amp;amp; harbour</title><link>https://harl.example/{number}</link><guid>{number}</guid>"
        f"<pubDate>Tue, 12 May 2026 23:30:00 -0500</pubDate><dc:creator>Anna Kern</dc:creator>{more}"
        f"<description>{summary}</description><content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def post(body: str = BODY, *, number: int = 1, status: str = "publish", kind: str = "post", more: str = "") -> str:
    return (
        f"<item><title><![CDATA[Bridge & harbour]]></title><link>https://harl.example/{number}</link>"
        f"<dc:creator>akern</dc:creator><content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[What the bridge changes.]]></excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>2026-05-13 00:30:00</wp:post_date><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type>{more}</item>"
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RSS, "rss"),
        (ATOM, "atom"),
        (RDF, "rdf"),
        (WXR, "wordpress"),
        ('\ufeff {"version": "https://jsonfeed.org/version/1.1", "items": []}', "json"),
        ('<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd"><rss version="0.91"></rss>', "rss"),
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', "atom"),
        # A site's own feed names the program that made it, as its export does.
        ("<rss><channel><generator>https://wordpress.org/?v=6.1</generator></channel></rss>", "rss"),
        ("<feed><entry/></feed>", None),
        ('{"items": []}', None),
        ("<html><body>rss</body></html>", None),
        ("Plain text about <rss> feeds", None),
        ("<!-- <rss> ", None),
        ("", None),
    ],
)
def test_the_content_tells_the_kind_of_feed(text: str, kind: str | None) -> None:
    assert kind == feed_kind(text)


def test_an_entry_has_its_full_content_and_what_the_feed_says_about_it() -> None:
    more = "<category>Bridges</category><category>Uncategorized</category><category>bridges</category>"
    (entry,) = entries(RSS.format(item(more=more)))

    assert (entry.html, entry.text) == (BODY, None)
    metadata = entry.metadata
    assert (metadata.title, metadata.byline, metadata.language) == ("Bridge & harbour", "Anna Kern", "de-AT")
    assert (metadata.description, metadata.tags) == ("What the bridge changes.", ("Bridges",))
    # The day where the author was, not in Greenwich.
    assert (metadata.date, metadata.url) == (date(2026, 5, 12), "https://harl.example/1")


def test_a_broken_date_is_no_date_and_no_warning() -> None:
    assert entries(RSS.format(item().replace("Tue, 12 May 2026", "Tue, 12 < 2026")))[0].metadata.date is None


def test_a_summary_alone_is_the_body() -> None:
    summary = "&lt;p&gt;The bridge &lt;b&gt;opens&lt;/b&gt;.&lt;/p&gt;"
    (entry,) = entries(RSS.format(f"<item><title>T</title><description>{summary}</description></item>"))

    assert (entry.html, entry.metadata.description) == ("<p>The bridge <b>opens</b>.</p>", None)


@pytest.mark.parametrize(
    "summary",
    [
        "The bridge over the Harl opens in May […]",
        f"The bridge over the Harl opens in May [&amp;#8230;]{FIRST_ON}",
        "The bridge over the Harl opens in May... Read more",
    ],
)
def test_the_first_words_of_the_body_are_no_description(summary: str) -> None:
    (entry,) = entries(RSS.format(item(summary=summary)))

    assert entry.metadata.description is None


def test_entries_keep_the_order_of_the_feed_once_each_and_without_empty_ones() -> None:
    empty = "<item><title>Only a title</title><link>https://harl.example/9</link></item>"
    found = entries(RSS.format(item(number=2) + empty + item(number=1) + item("<p>Edited.</p>", number=2)))

    assert ["https://harl.example/2", "https://harl.example/1"] == [entry.metadata.url for entry in found]
    assert found[0].html == BODY


def test_atom_gives_its_alternate_link_its_authors_and_plain_text_as_text() -> None:
    page = (
        '<entry><id>a</id><title type="html">Bridge &amp;amp; harbour</title>'
        '<link rel="self" href="https://harl.example/a"/><link rel="alternate" href="https://harl.example/1"/><updated>2026-05-12T10:00:00Z</updated>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>The bridge <em>opens</em>.</p></div></content>"
        '<category term="b1" label="Bridges"/></entry>'
    )
    plain = '<entry><id>b</id><title>B</title><content type="text">Less than 1 &lt; 2.</content></entry>'
    first, second = entries(ATOM.format(page + plain))

    assert first.html == "<p>The bridge <em>opens</em>.</p>"
    assert (first.metadata.title, first.metadata.url) == ("Bridge & harbour", "https://harl.example/1")
    assert (first.metadata.byline, first.metadata.tags) == ("Ida Falk", ("Bridges",))
    assert (first.metadata.date, first.metadata.language) == (date(2026, 5, 12), "en")
    assert (second.html, second.text) == (None, "Less than 1 < 2.")


def test_rdf_is_read() -> None:
    (entry,) = entries(RDF)

    assert (entry.html, entry.metadata.date) == ("The bridge opens in May.", date(2026, 5, 2))


@pytest.mark.parametrize("version", ["1", "1.1"])
def test_json_feed_is_read(version: str) -> None:
    people = {"author": {"name": "Anna Kern"}} if version == "1" else {"authors": [{"name": "Anna Kern"}, {"url": "x"}]}
    items = [
        {"id": "1", "url": "https://harl.example/1", "title": "Bridge", "content_html": BODY, "content_text": "x",
         "summary": "What it changes.", "tags": ["Bridges", 3],
         "date_published": "2026-05-12T23:30:00-05:00", **people},
        {"id": "1", "content_text": "The same once more."},
        {"id": 2, "content_text": "Plain <text>.", "date_modified": "2026-05-13"},
        {"id": "3", "title": "Only a title"},
        "no item",
    ]  # fmt: skip
    feed = {"version": f"https://jsonfeed.org/version/{version}", "title": "N", "language": "en-GB", "items": items}
    first, second = entries(json.dumps(feed))

    assert (first.html, first.metadata.byline, first.metadata.tags) == (BODY, "Anna Kern", ("Bridges",))
    assert (first.metadata.date, first.metadata.language) == (date(2026, 5, 12), "en-GB")
    assert (first.metadata.description, first.metadata.url) == ("What it changes.", "https://harl.example/1")
    assert (second.text, second.metadata.date) == ("Plain <text>.", date(2026, 5, 13))


def test_an_export_gives_published_posts_and_pages_with_names_of_people() -> None:
    filed = (
        '<category domain="category">News</category><category domain="post_tag">Bridges</category>'
        '<category domain="post_format">Aside</category>'
    )
    others = (
        post(number=2, status="draft")
        + post(number=3, kind="attachment")
        + post(number=4, more="<wp:post_password>x</wp:post_password>")
        + post(number=5, kind="page")
        + post("<p>Once more.</p>")
    )
    found = entries(WXR.format(post(more=filed) + others))

    assert ["https://harl.example/1", "https://harl.example/5"] == [entry.metadata.url for entry in found]
    metadata = found[0].metadata
    assert (metadata.title, metadata.byline, metadata.language) == ("Bridge & harbour", "Anna Kern", "en-US")
    assert (metadata.description, metadata.tags) == ("What the bridge changes.", ("Bridges", "News"))
    assert metadata.date == date(2026, 5, 13)


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ('<!-- wp:paragraph {"a":1} -->\n<p>One.</p>\n<!-- /wp:paragraph -->', "\n<p>One.</p>\n"),
        ("One.\nTwo.\r\n\r\nThree.", "<p>One.<br>\nTwo.</p>\n\n<p>Three.</p>"),
        ("<h2>Head</h2>\n\n<ul>\n<li>a</li>\n</ul>", "<h2>Head</h2>\n\n<ul>\n<li>a</li>\n</ul>"),
        (
            '[caption id="a" width="3"]<a href="x"><img src="y"></a> The bridge[/caption]',
            '<figure><a href="x"><img src="y"></a><figcaption>The bridge</figcaption></figure>',
        ),
        ('[gallery ids="1,2"]One.[more]', "<p>One.</p>"),
        ("[embed]https://v.example/1[/embed]\n\nOne.", "\n\n<p>One.</p>"),
        ('[su_note color="#fff"]Kept.[/su_note]', "<p>Kept.</p>"),
        ("He [sic] said [my emphasis], [n=5], [[gallery]].", "<p>He [sic] said [my emphasis], [n=5], [gallery].</p>"),
        ("<pre>a [b]\n\n<!-- c --></pre>", "<pre>a [b]\n\n<!-- c --></pre>"),
        ('[code lang="x"]a\n\nb[/code]', "<pre>a\n\nb</pre>"),
        ("One.<!--more-->Two.<!-- open", "<p>One.Two.<!-- open</p>"),
    ],
)  # fmt: skip
def test_posts_lose_what_only_wordpress_reads(content: str, html: str) -> None:
    assert html == post_html(content)


def test_a_large_export_costs_the_memory_of_one_post() -> None:
    text = WXR.format("".join(post(BODY * 20, number=number) for number in range(1, 500)))
    entries(WXR.format(post()))  # what is imported is no post
    tracemalloc.start()
    count = sum(1 for _ in read_entries(text, where="feed.xml"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 499
    assert peak < len(text) / 3


def test_an_export_that_breaks_off_or_has_flaws_is_read_as_far_as_it_goes() -> None:
    flawed = post().replace("<title><![CDATA[Bridge & harbour]]>", "<title>Bridge&nbsp;& \x08harbour")
    text = WXR.format(flawed + post(number=2))

    assert len(entries(text)) == 2
    assert len(entries(text[:-300])) == 1


@pytest.mark.parametrize(
    ("written", "words"),
    [("&#55357;&#56841;", "😉"), ("&#xD83D;&#xde09;", "😉"), ("&#xD800;", ""), ("&#56841;&#55357;x", "x")],
)
@pytest.mark.parametrize("frame", [RSS, ATOM, WXR], ids=["rss", "atom", "export"])
def test_halves_of_a_character_by_number_are_one_or_none(frame: str, written: str, words: str) -> None:
    title = f"<title>Bridge{written}</title>"
    ones = {
        RSS: f"<item>{title}<description>x</description></item>",
        ATOM: f"<entry>{title}<summary>x</summary></entry>",
        WXR: post().replace("<title><![CDATA[Bridge & harbour]]></title>", title),
    }
    text = frame.format(ones[frame])

    assert f"Bridge{words}" == entries(text)[0].metadata.title


@pytest.mark.parametrize(
    "damage",
    [
        "<a:b xmlns:a='x y'/>",
        f"&#{'9' * 5_000};",
        "&#99999999999;",
        "<gml:point xmlns:gml='http://www.opengis.net/gml' srsDimension='x'/>",
    ],
    ids=["name with a space", "endless number", "no character", "no number"],
)
def test_a_feed_that_breaks_its_parser_is_read_or_refused_in_one_line(damage: str) -> None:
    said = ""
    try:
        entries(RSS.format(f"<item>{damage}<title>A</title><description>It opens.</description></item>"))
    except UnreadableSource as error:
        said = str(error)

    assert "\n" not in said
    assert not said or said.startswith("feed.xml is a damaged feed")


BOMB = '<!DOCTYPE {} [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
XXE = '<!DOCTYPE {} [<!ENTITY b SYSTEM "file://{}">]>'


@pytest.mark.parametrize("declaration", [BOMB, XXE, "<!-- <rss> -->" + XXE, "<?x?>" + BOMB, '<!ENTITY b "x">'])
@pytest.mark.parametrize(("frame", "one"), [(RSS, item), (WXR, post)], ids=["feed", "export"])
def test_declared_entities_are_refused(tmp_path, declaration: str, frame: str, one) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("top-secret-words", encoding="utf-8")
    head, body = frame.format(one("<p>x</p>").replace("Bridge", "&b;")).split("\n", 1)
    text = head + declaration.format("rss", secret) + body

    with pytest.raises(SourceError):
        entries(text)


@pytest.mark.parametrize("frame", [RSS, WXR], ids=["feed", "export"])
def test_entities_declared_too_late_are_no_text(tmp_path, frame: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("top-secret-words", encoding="utf-8")
    one = item() if frame is RSS else post()
    text = frame.format(one + XXE.format("rss", secret) + one.replace("opens", "&b;"))
    try:
        found = str(entries(text))
    except SourceError as error:
        found = str(error)

    assert "top-secret" not in found


@pytest.mark.parametrize(
    "text",
    [
        RSS.format("<item>" * 1_600_000),
        RSS.format("<a>" * 500_000),
        RSS.format("<item " + " ".join(f"a{number}='1'" for number in range(40_000)) + "></item>"),
        RSS.format("<item>" + "<category>x</category>" * 40_000 + "</item>"),
        RSS + "x" * 10_000_001,
        WXR.format("<item>" * 1_600_000),
        WXR.format("<a>" * 500_000),
        WXR.format(post("x" * 6_000_000)),
        WXR.format(post("[caption]" * 200_000 + "[/CAPTION]")),
        WXR.format(post("<!--" * 200_000)),
        WXR.format(post("<pre>" * 200_000)),
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 500_000,
        '{"version": "https://jsonfeed.org/version/1", "items": "no list"}',
        '{"version": "https://jsonfeed.org/version/1", "items": [{"content_text": "' + "word " * 2_000_001 + '"}]}',
    ],
    ids=["items", "levels", "attributes", "categories", "size", "posts", "post levels", "long post", "shortcodes",
         "comments", "listings", "json levels", "json types", "json size"],
)  # fmt: skip
def test_a_feed_built_to_hurt_is_answered_or_refused_soon(text: str) -> None:
    start = time.process_time()
    with contextlib.suppress(SourceError):
        entries(text)

    assert time.process_time() - start < 5


def test_what_is_no_feed_or_holds_no_text_is_named() -> None:
    with pytest.raises(SourceError, match=r"notes\.txt is no feed"):
        list(read_entries("Some notes.", where="notes.txt"))
    with pytest.raises(EmptySource, match=r"feed\.xml"):
        entries(RSS.format(""))
    with pytest.raises(UnreadableSource, match="no valid JSON Feed"):
        entries('{"version": "https://jsonfeed.org/version/1", "items": [}')


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)

    with pytest.raises(SourceError, match=r"pip install 'repurpose-toolkit\[feeds\]'"):
        entries(RSS.format(item()))
    assert len(entries(WXR.format(post()))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The post {} appeared first on {}.",
        "Der Beitrag {} erschien zuerst auf {}.",
        "L’article {} est apparu en premier sur {}.",
        "La entrada {} se publicó primero en {}.",
        "L'articolo {} proviene da {}.",
        "O post {} apareceu primeiro em {}.",
        "Het bericht {} verscheen eerst op {}.",
        "Сообщение {} появились сначала на {}.",
        "Запис {} спершу з’явився на {}.",
        "投稿 {} は {} に最初に表示されました。",
        "{} 最先出现在 {}。",
        "{} 글이 {}에 처음 등장했습니다.",
        "المقال {} ظهر أولاً على {}.",
        "पोस्ट {} पहली बार {} पर छपी।",
        "Inlägget {} dök först upp på {}.",
    ],
)
def test_the_notice_below_an_entry_is_reported_and_no_part_of_it(words: str) -> None:
    notice = words.format('<a href="https://harl.example/1">Bridge</a>', '<a href="https://harl.example">News</a>')
    item = (
        "<item><title>Bridge</title><link>https://harl.example/1</link><content:encoded>"
        f"<![CDATA[{BODY}\n<p>{notice}</p>]]></content:encoded></item>"
    )
    [entry] = entries(RSS.format(item))

    assert entry.notice is not None
    assert entry.notice.text == words.format("Bridge", "News")
    assert entry.html is not None
    assert entry.html.strip() == BODY


def test_a_last_paragraph_with_two_links_that_somebody_wrote_stays() -> None:
    last = '<p>See <a href="https://a.example">the plan</a> and <a href="https://b.example">the bill</a>.</p>'
    [entry] = entries(
        RSS.format(f"<item><title>Bridge</title><description><![CDATA[{BODY}{last}]]></description></item>")
    )

    assert entry.notice is None
    assert entry.html == BODY + last
