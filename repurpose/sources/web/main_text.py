"""Which part of a web page is its main text? (The one place that knows trafilatura.)"""

from __future__ import annotations

from typing import Any

__all__ = ["main_text"]


def main_text(tree: Any) -> str:
    """
    The words that trafilatura takes for the article in the lxml *tree* of a page; nothing when it finds none.

    Precision before recall, without comments; nothing is fetched. The *tree* is used up.
    """
    import trafilatura

    document = trafilatura.bare_extraction(
        tree,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_images=False,
        with_metadata=False,
    )
    # The annotation also allows a dictionary, which only another output format gives.
    body = getattr(document, "body", None)
    return "" if body is None else " ".join(body.itertext())
