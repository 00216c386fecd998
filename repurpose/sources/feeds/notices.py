"""What of an entry did the site's software write: "The post X appeared first on Y", or a summary of its first words?"""

from __future__ import annotations

import re

from repurpose.sources.feeds.fields import plain_words

__all__ = ["own_summary", "split_notice"]

_LINK = re.compile(r"<a\b([^<>]*)>((?:[^<]|<(?!a\b|/a\b))*)</a>", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
# WordPress's own words around the two links, in its translations.
_WORDING = re.compile(
    r"^(?:the post\b|der beitrag\b|l['’]article\b|la entrada\b|l['’]articolo\b|il post\b|het bericht\b|[oa] post\b"
    r"|o conteúdo\b|a entrada\b|сообщение\b|запись\b|запис\b|допис\b|投稿|文章|المقال|المقالة|पोस्ट)"
    r"|\b(?:appeared first on|erschien zuerst auf|est apparu en premier sur"
    r"|(?:se publicó|apareci[óo]|aparece) primero en"
    r"|proviene da|sembra essere il primo su|verscheen eerst op|aparece(?:u)? primeiro em|(?:появил(?:ись|ась|ось|ся)) "
    r"(?:сначала|впервые) на|впервые появил(?:ась|ось|ся)|(?:спершу|вперше|спочатку) з['’ʼ]явився)\b"
    r"|に最初に表示されました|最先出现在|首先出现在|最早出現於|먼저 (?:등장|나타)|처음 (?:등장|나타)|ظهر(?:ت)? أولا"
    r"|पहले .{1,40}दिखाई|पहली बार",
    re.IGNORECASE,
)
# Such a notice has two links, and around them the few words that every language needs.
_LINKS = 2
_MOST_WORDS = 9
_MOST_MARKUP = 4_000
_CUT = re.compile(r"(?:\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)|\s*(?:Continue reading|Read more|Weiterlesen)\b.{0,200})$")


def split_notice(html: str, *, title: str | None = None, url: str | None = None) -> tuple[str, str]:
    """
    *html* of the entry *title* at *url* without the notice at its end, and the notice, which is empty where none is.

    A notice links to the entry and to its site: in known words or, whatever the language, at *url* or by *title*.
    """
    at = html.rfind("<p")
    markup = html[at:] if at >= 0 else ""
    links = _LINK.findall(markup) if len(markup) <= _MOST_MARKUP else []
    if len(links) != _LINKS:
        return html, ""
    around = plain_words(_LINK.sub(" ", markup)) or ""
    if not 0 < len(around.split()) <= _MOST_WORDS:
        return html, ""
    named = plain_words(links[0][1])
    address = _HREF.search(links[0][0])
    is_own = (named is not None and named == title) or (address is not None and url is not None and address[1] == url)
    return (html[:at], plain_words(markup) or "") if is_own or _WORDING.search(around) else (html, "")


def own_summary(summary: object, body: str) -> str | None:
    """The words of *summary* where somebody wrote it: not the first words of *body* that software cut off."""
    if not isinstance(summary, str):
        return None
    words = plain_words(split_notice(summary)[0])
    if words is None:
        return None
    bare = _CUT.sub("", words)
    start = plain_words(body[: 20 * len(summary) + 2_000]) or ""  # markup can take many times the room of its words
    return None if not bare or _squeezed(start).startswith(_squeezed(bare)) else words


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
