"""How does the article's title read as a line of a post?"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece
from repurpose.summarizer.things import things
from repurpose.text.discourse import discourse
from repurpose.text.lexicons import stopwords
from repurpose.text.words import UNSPACED, fold_apostrophes

if TYPE_CHECKING:
    from repurpose.model import Article

__all__ = ["counted", "plain_title", "says_something", "sentence_case"]

_ADDRESS = re.compile(r"\s*https?://\S+")
_SIGN = re.compile(r"(?<![\w&])[#＃](?=\w)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# A count of ours is told in words: figures are the article's own.
_NUMBERS = ("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_WORDS = dict(enumerate(_NUMBERS, start=2))
_FINITE = re.compile(r"[^s]s$|ed$|n['’]t$", re.IGNORECASE)


def plain_title(article: Article) -> str:
    """
    The title without the signs of hashtags and without addresses, which would count as the post's own.

    Empty where there is none, or only a part of one that was cut off.
    """
    title = _ADDRESS.sub("", _SIGN.sub("", article.title or "")).strip()
    if title.endswith(("…", "...")):
        return ""
    # A headline takes no full stop; one inside it makes it two sentences.
    title = title[:-1] if title.endswith(".") and title.count(".") == 1 else title
    # Nor does one end in the middle.
    return title.rstrip(" ,;:，；：")


def sentence_case(title: str, article: Article) -> str:
    """
    *title* with capitals only where a sentence has them.

    English only, and only when the article's own text shows of every word how it is written inside a sentence;
    otherwise the title stays as its author wrote it, since half-lowered titles look careless.
    """
    found = list(_WORD.finditer(title))
    capitals = sum(match[0][0].isupper() for match in found)
    if article.language != "en" or capitals * 2 < len(found):
        return title
    stop = stopwords("en")
    lowered: list[tuple[int, int, str]] = []
    for match in found[1:]:
        word = match[0]
        if (
            not word[0].isupper()
            or re.search(r"[A-Z].*[A-Z]", word)
            or re.search(r"[:.?!—–]\s*[“\"]?$", title[: match.start()])
        ):
            continue
        pattern = re.sub("['’]", "['’]", re.escape(word))
        is_capital = re.search(rf"[a-z,] {pattern}\b", article.text) is not None
        if is_capital:
            continue
        if fold_apostrophes(word) in stop or re.search(rf"\b{pattern.lower()}\b", article.text):
            lowered.append((match.start(), match.end(), word.lower()))
        else:
            return title
    for start, end, word in lowered:
        title = title[:start] + word + title[end:]
    return title


def counted(title: str, count: int, language: str) -> Copy:
    """
    *title* with the number of things that its list delivers: "My top tips for ..." as "Five top tips for ...".

    English only, and empty where the title has no place for a number, or there is no word for it.
    """
    match = _uncounted().match(title) if language == "en" else None
    if match is None or count not in _WORDS:
        return ()
    return (Piece(f"{_WORDS[count]} ", "count"), Piece(title[match.end() :], "title"))


@cache
def _uncounted() -> re.Pattern[str]:
    # "My top tips for ...", "Some ways to ...": a number can stand for the first word.
    return re.compile(
        r"^(?:my|our|some|several|a few|the|a handful of|a couple of) "
        rf"(?=(?:[\w’'-]+ ){{0,2}}?(?:{things('en')})\b)",
        re.IGNORECASE,
    )


def says_something(title: str, language: str) -> bool:
    """Whether *title* is a statement or a question, not a mere label."""
    if title.rstrip().endswith(("?", "？", "؟")):
        return True
    if language != "en":
        return len(title.split()) > 4 or language in UNSPACED  # noqa: PLR2004 - a label is shorter
    auxiliaries = discourse("en").auxiliaries
    found = [fold_apostrophes(match[0]) for match in _WORD.finditer(title)]
    return any(
        word in auxiliaries
        or (index > 0 and word not in stopwords("en") and bool(_FINITE.search(word)) and ":" not in title)
        for index, word in enumerate(found)
    )
