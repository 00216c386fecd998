"""Which part of a web page is its main text? (The one place that knows trafilatura and readability.)"""

from __future__ import annotations

import logging
import re
from typing import Any

from repurpose.sources.cleaning import clean_characters

__all__ = ["main_text", "second_opinion"]

# What trafilatura takes off in any case, but after it has searched it several times: half of the elements of a page.
# fmt: off
_NO_TEXT = (
    "head", "aside", "nav", "footer", "menu", "script", "style", "noscript", "iframe", "svg", "button", "select",
    "textarea", "dialog", "label", "input", "link", "object", "embed", "applet", "audio", "video", "canvas", "map",
    "template", "picture",
)
# fmt: on
# No tree takes these as text, and readability sets texts anew.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# It logs what it could not do as an error, which Python would print: what it could not do is no more than that.
logging.getLogger("readability").addHandler(logging.NullHandler())


def main_text(tree: Any) -> str:
    """
    The words that trafilatura takes for the article in the lxml *tree* of a page; nothing when it finds none.

    Precision before recall, without comments; nothing is fetched. The *tree* is used up.
    """
    import trafilatura
    from lxml import etree

    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    document = trafilatura.bare_extraction(
        tree,
        # Its own second opinions cost a third of its time on every page; ours are asked where there is doubt.
        fast=True,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_images=False,
        with_metadata=False,
    )
    # The annotation also allows a dictionary, which only another output format gives.
    body = getattr(document, "body", None)
    return "" if body is None else clean_characters(" ".join(body.itertext()))


def second_opinion(html: str) -> str:
    """The words that readability takes for the article in the page *html*; nothing when it finds none."""
    from lxml import html as lxml_html
    from readability import Document
    from readability.readability import Unparseable

    try:
        part = Document(_NO_XML.sub("", html)).summary(html_partial=True)
    except Unparseable:
        return ""
    return clean_characters(" ".join(lxml_html.fragment_fromstring(part, create_parent=True).itertext()))
