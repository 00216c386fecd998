"""What do the head of a web page and its linked data say about the article?"""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from repurpose.sources.cleaning import clean_characters, one_line
from repurpose.sources.furniture.bylines import byline_name, is_person
from repurpose.sources.furniture.dates import parse_date
from repurpose.sources.furniture.lines import furniture_kind
from repurpose.sources.measures import word_count
from repurpose.sources.pieces import Metadata
from repurpose.sources.web.linked_data import linked_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["page_metadata"]

_SEPARATORS = re.compile(r"\s+[|·•»«–—]\s+|\s+-\s+|\s+::\s+")
_TITLE_CHARACTERS = 8
# Real pages stay far below; a page built to hurt has megabytes in each.
_LONGEST_TITLE = 2_000
_MOST_HEADINGS = 200
_SITE_WORDS = 3
# Whole words of a class; "author-avatar" and "comment-author" mark something else.
_AUTHOR_CLASSES = frozenset(
    {"author", "byline", "author-name", "author_name", "entry-author", "post-author", "author__name", "byline-name"}
)
_SUBTITLE_CLASSES = frozenset(
    {"subtitle", "sub-title", "standfirst", "dek", "deck", "post-subtitle", "article-subtitle"}
)
_SUBTITLE_WORDS = 40
_MOST_MARKS = 20
_MOST_ANCESTORS = 8
_LONGEST_NAME = 200
_MANY = re.compile(r"\s*[,;]\s*")


def page_metadata(tree: Any) -> Metadata:
    """The metadata of the page *tree* (lxml): linked data first, then Open Graph and meta tags, then the page."""
    meta = _meta(tree)
    linked = linked_article(_scripts(tree))
    site = meta.get("og:site_name") or _name(linked.get("publisher"))
    xml_language = tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    keys = ("og:description", "description", "twitter:description", "dc.description")
    descriptions = (linked.get("description"), *(meta.get(key) for key in keys))
    _, *ends = _SEPARATORS.split(_document_title(tree))
    owner = site or (ends[-1] if ends else "")
    return Metadata(
        title=_title(tree, meta, linked, site),
        subtitle=_subtitle(tree, linked),
        description=_first(*(text for text in descriptions if not _is_about_site(text, owner))),
        byline=_byline(meta, linked, site) or _marked_author(tree, site),
        date=_date(tree, meta, linked),
        url=_url(tree, meta),
        language=_first(tree.get("lang"), xml_language, linked.get("inLanguage"), meta.get("og:locale")),
        tags=_tags(tree, meta, linked),
    )


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = one_line(clean_characters(unescape(element.get("content") or "")))
        if key and content:
            found.setdefault(key, []).append(content)
    return {key: ", ".join(values) if key == "article:tag" else values[0] for key, values in found.items()}


def _scripts(tree: Any) -> Iterator[str]:
    """The linked data of the page, as written."""
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() == "application/ld+json" and element.text:
            yield element.text


def _title(tree: Any, meta: Mapping[str, str], linked: Mapping[str, Any], site: str | None) -> str | None:
    """The heading that the page's own title repeats; else the shared title without the site's name."""
    document = _document_title(tree)
    known = _first(linked.get("headline"), meta.get("og:title"), meta.get("twitter:title"), meta.get("dc.title"))
    whole = f"{document} {(known or '')[:_LONGEST_TITLE]}".casefold()
    headings = [
        one_line(clean_characters(element.text_content()))
        for tag in ("h1", "h2")
        for element in islice(tree.iter(tag), _MOST_HEADINGS)
    ]
    repeated = [
        text for text in headings if len(text) >= _TITLE_CHARACTERS and text.casefold() in whole and text != site
    ]
    if repeated:
        return max(repeated, key=len)
    title = known or document
    if site and title.endswith(site) and len(title) > len(site) + 3:
        return title[: -len(site)].rstrip(" |·•»«–—-:") or title
    parts = [part for part in _SEPARATORS.split(title) if part]
    if not known and len(parts) > 1:
        return parts[0] if len(parts[0]) >= _TITLE_CHARACTERS else max(parts, key=len)
    return title or None


def _subtitle(tree: Any, linked: Mapping[str, Any]) -> str | None:
    """The line below the title, where the page marks one."""
    below = (
        element
        for heading in islice(tree.iter("h1"), 3)
        for near in (heading, heading.getparent())
        for element in islice(near.itersiblings(), 3)
    )
    lines = (
        one_line(clean_characters(element.text_content()[:_LONGEST_TITLE]))
        for element in below
        if not _SUBTITLE_CLASSES.isdisjoint((element.get("class") or "").lower().split())
    )
    found = _first(linked.get("alternativeHeadline"), *lines)
    return found if found is not None and word_count(found) <= _SUBTITLE_WORDS else None


def _document_title(tree: Any) -> str:
    return (_first(*(element.text for element in tree.iter("title"))) or "")[:_LONGEST_TITLE]


def _is_about_site(text: object, owner: str) -> bool:
    """Whether a description names the site and says next to nothing more: *Jane Doe's homepage.*"""
    is_named = isinstance(text, str) and bool(owner) and owner.casefold() in text.casefold()
    return is_named and word_count(str(text)) <= word_count(owner) + _SITE_WORDS


def _byline(meta: Mapping[str, str], linked: Mapping[str, Any], site: str | None) -> str | None:
    names = _name(linked.get("author")) or _first(
        *(
            meta.get(key)
            for key in ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
        )
    )
    if not names or names.startswith("http") or names == site:
        return None
    return re.sub(r"^(?:by|von|par|por)\s+", "", names, flags=re.IGNORECASE) or None


def _marked_author(tree: Any, site: str | None) -> str | None:
    """The first name that the page itself marks as its author's, by link, microdata or class."""
    for element, is_sure in islice(_author_marks(tree), _MOST_MARKS):
        text = one_line(clean_characters(element.text_content()[:_LONGEST_NAME]))
        # A link to the author may give a nickname.
        is_name = is_person(text, fewest=2) or (is_sure and furniture_kind(text) is None and len(text.split()) == 1)
        name = byline_name(text) or (text if is_name else None)
        if name and name != site and not _is_of_comment(element):
            return name
    return None


def _author_marks(tree: Any) -> Iterator[tuple[Any, bool]]:
    """The elements that are marked as naming an author, and whether that is sure."""
    for element in tree.iter():
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            yield element, True
        elif (classes := element.get("class")) and not _AUTHOR_CLASSES.isdisjoint(classes.lower().split()):
            yield element, False


def _is_of_comment(element: Any) -> bool:
    """Whether *element* stands in a comment: those have authors too."""
    return any(
        "comment" in f"{one.get('class') or ''} {one.get('id') or ''}".lower()
        for one in (element, *islice(element.iterancestors(), _MOST_ANCESTORS))
    )


def _date(tree: Any, meta: Mapping[str, str], linked: Mapping[str, Any]) -> Any:
    keys = (
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
        "og:published_time",
        "publish_date",
    )
    values = [linked.get("datePublished"), *(meta.get(key) for key in keys)]
    values += [element.get("datetime") for element in tree.iter("time") if element.get("datetime")][:1]
    return next((day for value in values if (day := parse_date(value)) is not None), None)


def _url(tree: Any, meta: Mapping[str, str]) -> str | None:
    links = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    urls = (clean_characters(url).strip() for url in (*links, meta.get("og:url")) if url)
    return next((url for url in urls if url.startswith(("http://", "https://"))), None)


def _tags(tree: Any, meta: Mapping[str, str], linked: Mapping[str, Any]) -> tuple[str, ...]:
    keywords = linked.get("keywords")
    if isinstance(keywords, list):
        keywords = ", ".join(str(word) for word in keywords)
    listed = _first(
        keywords, meta.get("article:tag"), meta.get("keywords"), meta.get("news_keywords"), meta.get("parsely-tags")
    )
    if listed is None:
        links = [
            one_line(clean_characters(element.text_content()))
            for element in tree.iter("a")
            if "tag" in (element.get("rel") or "").lower().split()
        ]
        listed = ", ".join(link for link in links if link)
    return tuple(dict.fromkeys(tag.lstrip("#") for tag in _MANY.split(listed) if tag.lstrip("#")))[:40]


def _name(value: object) -> str | None:
    """The names in a JSON-LD person, organisation or list of them."""
    if isinstance(value, list):
        return ", ".join(name for entry in value[:10] if (name := _name(entry))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _first(value)


def _first(*values: object) -> str | None:
    for value in values:
        # Some software escapes twice.
        if isinstance(value, str) and (text := one_line(clean_characters(unescape(value)))):
            return text
    return None
