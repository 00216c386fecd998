"""
What of the author's own caption can open a post?

Never the whole of it: that is the author's post, and not one of ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.formatters.voices import is_personal
from repurpose.summarizer.standalone import asks, is_complete
from repurpose.text.discourse import discourse
from repurpose.text.emojis import find_emojis

if TYPE_CHECKING:
    from repurpose.model import Article

__all__ = ["opening_clause"]

_SHORTEST, _MOST = 15, 0.7
_END = re.compile(r"\s+[—–-]\s+|[:：]\s|(?<=[^.])[.!…](?:\s|$)|\n")


def opening_clause(article: Article) -> str | None:
    """The first clause of the author's caption, where it is a statement that promises and praises nothing."""
    caption = article.author_caption or ""
    for span in reversed(find_emojis(caption)):
        caption = caption[: span.start] + caption[span.end :]
    clause = _END.split(caption.strip(), maxsplit=1)[0].strip(" ,;")
    if not _SHORTEST <= len(clause) <= _MOST * len(caption) or "#" in clause or "@" in clause or asks(clause):
        return None
    own = discourse(article.language)
    if own.hype.search(clause) or own.openers.match(clause) or is_personal(clause, article.language):
        return None
    return clause if is_complete(f"{clause}.", article.language) else None
