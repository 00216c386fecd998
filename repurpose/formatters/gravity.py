"""Is the subject so grave that an emoji would hurt, and what is it then called?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from repurpose.formatters.subject import subject_of
from repurpose.formatters.subject_lists import labels

if TYPE_CHECKING:
    from repurpose.model import Article, Summary

__all__ = ["content_warning", "is_grave"]

# So many grave words make a text grave: in a short one fewer are enough, in a long one a few are mentioned in passing.
_OFTEN = 4
_FEWEST = 2
_SHORT = 50
_LONG = 200


def is_grave(summary: Summary) -> bool:
    """Whether something grave is the subject: death, war, disaster, crime, illness, abuse, loss of work."""
    return bool(_classes(summary.article))


def content_warning(summary: Summary) -> str | None:
    """
    A neutral word for what is grave about the subject, in the article's language; nothing where nothing is.

    Of several that the title and the description name the gravest counts; in the text of those most spoken of.
    """
    article = summary.article
    classes = _classes(article)
    return next((label for name, label in labels(article.language).items() if name in classes), None)


def _classes(article: Article) -> frozenset[str]:
    """The classes of grave words that say what the subject is."""
    subject = subject_of(article)
    if over := (*subject.title.classes, *subject.about.classes, *subject.first.classes):
        return frozenset(over)
    found = Counter(subject.text.classes)
    if found.total() < _needed(subject.length):
        return frozenset()
    most = max(found.values())
    return frozenset(name for name, count in found.items() if count > most / 2)


def _needed(length: int) -> float:
    """How many grave words a text of *length* words must have."""
    return max(_FEWEST, min(_OFTEN, length / _SHORT), length / _LONG)
