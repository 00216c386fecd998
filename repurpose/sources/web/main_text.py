"""Which part of a web page is its main text? (The one place that knows trafilatura.)"""

from __future__ import annotations

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


def main_text(tree: Any) -> str:
    """
    The words that trafilatura takes for the article in the lxml *tree* of a page; nothing when it finds none.

    Precision before recall, without comments; nothing is fetched. The *tree* is used up.
    """
    from lxml import etree

    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    # Its own second opinions cost a third of its time on every page: they are asked where there is doubt.
    return _words(tree, is_quick=True)


def second_opinion(html: str) -> str:
    """The words of the article in the page *html* by trafilatura's choice among readability, justext and itself."""
    return _words(html, is_quick=False)


def _words(page: Any, *, is_quick: bool) -> str:
    import trafilatura

    document = trafilatura.bare_extraction(
        page,
        fast=is_quick,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_images=False,
        with_metadata=False,
    )
    # The annotation also allows a dictionary, which only another output format gives.
    body = getattr(document, "body", None)
    return "" if body is None else clean_characters(" ".join(body.itertext()))
