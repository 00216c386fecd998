"""
Who speaks in a line?

An account speaks as itself. Where the article says "I" or "we", somebody else does, unless the brand is the article's
author: such words stand between quotation marks, with the author's name where the article gives one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece
from repurpose.model import BlockKind
from repurpose.text.discourse import discourse
from repurpose.text.marks import between_sentences, quotation_marks, under_label
from repurpose.text.persons import is_personal, is_several, says_i
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from repurpose.model import Article, Rendition

__all__ = [
    "is_body",
    "is_name",
    "is_personal",
    "is_told_by_author",
    "quoted",
    "quoted_line",
    "quoted_title",
    "signature",
]

_INNER = {"“": "‘", "”": "’", "„": "‚", "«": "“", "»": "”", "「": "『", "」": "』"}
_INNER_LOW = {"«": "„", "»": "“"}
_LONGEST_SIGNATURE = 40
_TWO = 2
_CROWD = re.compile(r"[,،、，;；]")
# Languages whose words for "I" are known well enough that "we" alone means more than one.
_TELLS_I = frozenset({"en", "de", "fr", "nl"})
# And where "we" is known by its verbs as well.
_TELLS_WE = frozenset({"es", "it", "pt"})
# An article is its author's story where so many of its sentences say "I".
_STORY = 0.45
# "David Kaufmann", "Express Technical Committee"; a handle such as "groundwater" is nobody's name.
_NAME = re.compile(r"[^\W\d_a-z]\S*(?: \S+)+|[^\W\d_a-z]\w{2,}|[^\x00-\u02ff]{2,}.*")


def is_name(byline: str) -> bool:
    """Whether *byline* is somebody's name, and no handle."""
    return _NAME.fullmatch(byline) is not None


def is_body(author: str) -> bool:
    """Whether *author* is no person: "Wikimedia Foundation"."""
    return author.rsplit(" ", 1)[-1] in discourse("en").bodies


def signature(article: Article) -> str | None:
    """The author's name as it can stand before a quotation; ``None`` for a handle and for a crowd."""
    byline = article.byline or ""
    return byline if len(byline) <= _LONGEST_SIGNATURE and not _CROWD.search(byline) and is_name(byline) else None


def is_about_author(text: str, article: Article) -> bool:
    """Whether *text* tells who the author is, or the authors are: "Ada is an engineer at the harbour."."""
    together = [name.strip() for name in _CROWD.split(article.byline or "")]
    row = "|".join(map(re.escape, filter(None, together)))
    if len(together) > 1 and re.match(rf"(?:{row})(?:,? and |, )(?:{row})\b.* are ", text):
        return True
    author = signature(article)
    if author is None or is_body(author):
        return False
    names = (author, author.split()[0])
    begins = tuple(f"{name} {verb} " for name in names for verb in ("is", "was", "works", "has worked"))
    return text.startswith(begins) or any(f", {name} has worked " in text for name in names)


# By identity: the blocks of an article stay as they are.
@lru_cache(maxsize=32)
def is_told_by_author(article: Article) -> bool:
    """Whether *article* is its author's own story: almost half of the sentences that nobody else says have an "I"."""
    own = [
        block.span.of(article.text)
        for block in article.blocks
        if block.kind is BlockKind.PARAGRAPH and not block.speaker
    ]
    told = [span.of(text) for text in own for span in sentences(text, article.language)]
    return sum(says_i(one, article.language) for one in told) >= _STORY * max(1, len(told))


def _pair(article: Article) -> str | None:
    """The two authors of *article*, who say "we" together; ``None`` where they are one, or more, or have handles."""
    byline = article.byline or ""
    names = [name.strip() for name in _CROWD.split(byline)]
    is_two = len(names) == _TWO and len(byline) <= _LONGEST_SIGNATURE
    return byline if is_two and all(" " in name and is_name(name) for name in names) else None


def _signs(author: str, text: str, article: Article) -> bool:
    """
    Whether the words are *author*'s: what says "I" or "we" is, where the author has a first name and another.

    With one name alone "I" is a person's, "we" a body's, but in that person's own story.
    """
    language = article.language
    own = discourse(language)
    if " " in author or is_told_by_author(article):
        return True
    if is_body(author) or own.first_person.search(text):
        return True
    if language in _TELLS_WE and own.first_person_plural.search(text):
        return False
    return language not in _TELLS_I


def quoted(rendition: Rendition, article: Article, *, is_signed: bool = True) -> Copy:
    """
    *rendition* as the author's own words, between the quotation marks of its language, after the name if *is_signed*.

    Empty where its words are not exactly the article's: nothing is quoted that nobody wrote.
    """
    between = between_sentences(article.language)
    if rendition.items or between.join(span.of(article.text) for span in rendition.spans) != rendition.text:
        return ()
    opening, closing = quotation_marks(article.language)
    text = _inside(rendition.text, opening, closing, article.language)
    author = signature(article) if is_signed else None
    if author is not None and not _signs(author, text, article):
        author = None
    if is_signed and is_several(text, article.language):
        author = author or _pair(article)
    before = (Piece(under_label(author, "", article.language), "byline"),) if author else ()
    return (*before, Piece(opening, "quotation"), Piece(text, "article", rendition.spans), Piece(closing, "quotation"))


def _inside(text: str, opening: str, closing: str, language: str) -> str:
    """*text* as it stands between the marks *opening* and *closing*: its own become inner ones."""
    first, last = opening.strip(), closing.strip()
    if first not in text and last not in text:
        return text
    inner = _INNER | (_INNER_LOW if language in ("ru", "uk") else {})
    text = re.sub(rf"{re.escape(first)}[ \u00a0\u202f]?", inner.get(first, first), text)
    return re.sub(rf"[ \u00a0\u202f]?{re.escape(last)}", inner.get(last, last), text)


def quoted_line(line: str, source: str, language: str) -> str | None:
    """
    *line* with what says "I" or "we" in it between quotation marks, but for a label before it and a colon behind it.

    ``None`` where that is not word for word in *source*, its first capital aside: nothing is quoted that nobody wrote.
    """
    if not is_personal(line, language):
        return line
    label, colon, body = line.partition(": ")
    before = label + colon if body and not is_personal(label, language) else ""
    said = line[len(before) :].rstrip(":： \u00a0\u202f")
    if said not in source:
        # The full stop may be ours.
        said = said.removesuffix(".")
    if said not in source and said[:1].lower() + said[1:] not in source:
        return None
    opening, closing = quotation_marks(language)
    after = line[len(before) + len(said) :].rstrip().lstrip(" ")
    return f"{before}{opening}{_inside(said, opening, closing, language)}{closing}{after}"


def quoted_title(title: str, language: str) -> str:
    """*title* between quotation marks, as one names a text."""
    # Chinese has marks of its own for what a text is called.
    opening, closing = "《》" if language == "zh" else quotation_marks(language)
    return f"{opening}{_inside(title, opening, closing, language)}{closing}"
