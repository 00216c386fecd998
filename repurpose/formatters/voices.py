"""
Who speaks in a line?

An account speaks as itself. Where the article says "I" or "we", somebody else does, unless the brand is the article's
author: such words stand between quotation marks, with the author's name where the article gives one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece
from repurpose.text.discourse import discourse

if TYPE_CHECKING:
    from repurpose.model import Article, Rendition

__all__ = ["is_personal", "quoted", "quoted_line", "quoted_title", "signature"]

_QUOTED = re.compile(r"“[^“”]*”|„[^„“]*“|«[^«»]*»|»[^»«]*«|「[^「」]*」|『[^『』]*』|\"[^\"]*\"")
# "i.e.", "World War I": not somebody.
_NOBODY = re.compile(r"\bi\.\s?e\.|\b(?:World War|Part|Chapter|Volume|Phase|Stage|Act|Type|Level) I\b")
_MARKS = {"de": "„“", "fr": ("« ", " »"), "it": "«»", "es": "«»", "ru": "«»", "uk": "«»", "ja": "「」", "zh": "“”"}
_INNER = {"“": "‘", "”": "’", "„": "‚", "«": "“", "»": "”", "「": "『", "」": "』"}
_LONGEST_SIGNATURE = 40
# "David Kaufmann", "Express Technical Committee"; a handle such as "groundwater" is nobody's name.
_NAME = re.compile(r"[^\W\d_a-z]\S*(?: \S+)+|[^\W\d_a-z]\w{2,}|[^\x00-\u02ff]{2,}.*")


def is_personal(text: str, language: str) -> bool:
    """Whether *text* says "I" or "we" outside quotation marks."""
    own = discourse(language)
    if own.first_person.search(text) is None and own.first_person_plural.search(text) is None:
        return False
    said = _QUOTED.sub(" ", _NOBODY.sub(" ", text) if language == "en" else text)
    return bool(own.first_person.search(said) or own.first_person_plural.search(said))


def signature(article: Article) -> str | None:
    """The author's name as it can stand before a quotation; ``None`` for a handle and for a crowd."""
    byline = article.byline or ""
    return byline if len(byline) <= _LONGEST_SIGNATURE and "," not in byline and _NAME.fullmatch(byline) else None


def quoted(rendition: Rendition, article: Article, *, is_signed: bool = True) -> Copy:
    """
    *rendition* as the author's own words, between the quotation marks of its language, after the name if *is_signed*.

    Empty where its words are not exactly the article's: nothing is quoted that nobody wrote.
    """
    between = "" if article.language in ("ja", "zh") else " "
    if rendition.items or between.join(span.of(article.text) for span in rendition.spans) != rendition.text:
        return ()
    opening, closing = _MARKS.get(article.language, "“”")
    text = _inside(rendition.text, article.language)
    author = signature(article) if is_signed else None
    before = (Piece(f"{author}: ", "byline"),) if author else ()
    return (*before, Piece(opening, "quotation"), Piece(text, "article", rendition.spans), Piece(closing, "quotation"))


def quoted_line(line: str, source: str, language: str) -> str | None:
    """
    *line* with what says "I" or "we" in it between quotation marks, but for a label before it or a colon behind it.

    ``None`` where that is not word for word in *source*, its first capital aside: nothing is quoted that nobody wrote.
    """
    if not is_personal(line, language):
        return line
    label, colon, body = line.partition(": ")
    before = label + colon if body and not is_personal(label, language) else ""
    said = line[len(before) :].rstrip(":： ")
    if said not in source and said[:1].lower() + said[1:] not in source:
        return None
    return f"{before}{quoted_title(said, language)}{line[len(before) + len(said) :]}"


def quoted_title(title: str, language: str) -> str:
    """*title* between quotation marks, as one names a text."""
    opening, closing = _MARKS.get(language, "“”")
    return f"{opening}{_inside(title, language)}{closing}"


def _inside(text: str, language: str) -> str:
    """*text* as it stands between quotation marks: its own become inner ones."""
    for mark in _MARKS.get(language, "“”"):
        text = text.replace(mark.strip(), _INNER.get(mark.strip(), mark.strip()))
    return text
