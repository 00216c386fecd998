"""What do the words of an article name, in its title, in what it says of itself and in its text?"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from repurpose.formatters.subject_lists import Words, words_of
from repurpose.model import BlockKind
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from repurpose.model import Article

__all__ = ["Subject", "length_of", "subject_of"]

# So many characters of a script without spaces say as much as one word elsewhere.
_CHARACTERS_A_WORD = 2


class Subject(NamedTuple):
    """What an article's words name, part by part."""

    title: Words
    about: Words
    """Of subtitle and description."""
    first: Words
    """Of the first block, where there is no title."""
    text: Words
    length: int
    """Of the text, in words."""


def subject_of(article: Article) -> Subject:
    """
    What the words of *article* name.

    Code says nothing of the subject.
    """
    code = [block.span for block in article.blocks if block.kind is BlockKind.CODE]
    text = article.text
    for span in reversed(code):
        text = f"{text[: span.start]}{text[span.end :]}"
    first = article.blocks[0].span.of(article.text) if article.blocks and not article.title else ""
    about = "\n".join(filter(None, (article.subtitle, article.description)))
    return _read(article.title or "", about, first, text, article.language)


def length_of(text: str, language: str) -> int:
    """How many words *text* has; where words are not parted by spaces, about as many."""
    return len(text) // _CHARACTERS_A_WORD if language in UNSPACED else len(text.split())


# A campaign asks for every platform anew.
@lru_cache(maxsize=16)
def _read(title: str, about: str, first: str, text: str, language: str) -> Subject:
    return Subject(
        title=words_of(title, language, is_title=True),
        about=words_of(about, language, is_title=True),
        first=words_of(first, language),
        text=words_of(text, language),
        length=length_of(text, language),
    )
