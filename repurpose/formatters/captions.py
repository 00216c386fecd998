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
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from repurpose.model import Article

__all__ = ["opening_clause"]

_SHORTEST, _MOST = 15, 0.7
# Behind one of these a sentence may go on with what can be left away.
_JOINT = re.compile(r"\s[—–-]\s|[:：]\s")
# What limits a clause, or holds it open, is never left away.
_OPEN = re.compile(r"\b(?:may|might|could|would|if|unless|perhaps|possibly|likely|not|no|never)\b", re.IGNORECASE)


def opening_clause(article: Article) -> str | None:
    """The first clause of the author's caption, where it is a statement that promises and praises nothing."""
    caption = article.author_caption or ""
    for span in reversed(find_emojis(caption)):
        caption = caption[: span.start] + caption[span.end :]
    first = next((part.of(caption) for part in sentences(caption, article.language)), "").rstrip(" .!…")
    clause = _JOINT.split(first, maxsplit=1)[0].strip(" ,;")
    if clause != first and (article.language != "en" or _OPEN.search(first[len(clause) :])):
        return None
    if not _SHORTEST <= len(clause) <= _MOST * len(caption) or "#" in clause or "@" in clause or asks(clause):
        return None
    own = discourse(article.language)
    if own.hype.search(clause) or own.openers.match(clause) or is_personal(clause, article.language):
        return None
    return clause if is_complete(f"{clause}.", article.language) else None
