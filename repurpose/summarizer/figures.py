"""Which numbers does the article give, and what does each count?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from repurpose.model import Figure
from repurpose.sources.furniture.lexicon import furniture_words
from repurpose.summarizer.standalone import is_clear
from repurpose.text.discourse import discourse
from repurpose.text.lexicons import stopwords
from repurpose.text.words import fold_apostrophes

if TYPE_CHECKING:
    from repurpose.model import Article
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Paragraph

__all__ = ["figures"]

_AMOUNT = r"\p{Nd}+(?:[.,’\u00a0\u202f ]\p{Nd}{3})*(?:[.,]\p{Nd}+)?"
# A range is one figure: either end by itself says less.
_NUMBER = regex.compile(
    r"(?<![\p{L}\p{Nd}#.,/:\-])"
    rf"(?:[$€£¥₹]\s?)?{_AMOUNT}(?:\s?(?:to|bis|a|à|tot|al|до|–|-)\s?{_AMOUNT})?"
    r"(?:[\s\u00a0\u202f]?(?:%|°C|°F|€|percent|per cent|thousand|million|billion|trillion|kg|km|hours?|minutes?))?"
    r"(?![\p{Nd}\p{L}\-/:]|\.\p{Nd})"
)
_YEAR = regex.compile(r"(?:1[5-9]|20)\p{Nd}\p{Nd}")
_MONTH_BEFORE = regex.compile(r"(\p{L}+)\.?\s?$")
_MONTH_AFTER = regex.compile(r"\.?(?:\s(?:de|di))?\s(\p{L}[\p{L}\p{M}]+)")
# "Electron 30", "Apache 2.0": a number that belongs to a name counts nothing.
_NAME_BEFORE = regex.compile(r"\p{Lu}[\p{L}\p{Nd}]*\s$")
_CAPITAL_NOUNS = frozenset({"de"})
# A time of day.
_CLOCK = regex.compile(r"\s?(?:am|pm|a\.m|p\.m|Uhr|h\b|時|点|시)")
_WORD = regex.compile(r"[\s\u00a0\u202f]([\p{L}\p{M}\p{Nd}]+(?:[-'’][\p{L}\p{M}\p{Nd}]+)*)")
# Stand between a number and what it counts, or between two nouns of it.
_JOINING = frozenset(["of", "de", "des", "du", "d", "di", "do", "da", "van", "von", "worth"])
_PREPOSITIONS = frozenset(["in", "on", "at", "for", "with", "per", "a"])
_MOST_WORDS = 5
_UNSPACED = frozenset({"ja", "zh", "ko"})


def figures(article: Article, prose: tuple[Paragraph, ...], known: Known, *, limit: int = 12) -> tuple[Figure, ...]:
    """At most *limit* numbers that a clear sentence explains; years and days of the month are none."""
    found: list[Figure] = []
    for paragraph in prose:
        for sentence in paragraph.sentences:
            match = _first_number(sentence.text, article.language)
            if match is None or not is_clear(sentence.text, article.language, known, sentence.span.start):
                continue
            found.append(
                Figure(
                    value=match[0].strip(),
                    text=sentence.text,
                    span=sentence.span,
                    counts=_counted(sentence.text, match.end(), article.language),
                )
            )
            if len(found) == limit:
                return tuple(found)
    return tuple(found)


def _first_number(text: str, language: str) -> regex.Match[str] | None:
    return next((match for match in _NUMBER.finditer(text) if _is_amount(match, text, language)), None)


def _is_amount(match: regex.Match[str], text: str, language: str) -> bool:
    """Whether a number is neither a date nor a time nor a part of a name."""
    if _YEAR.fullmatch(match[0]) or _CLOCK.match(text, match.end()):
        return False
    months = furniture_words().months
    before, after = _MONTH_BEFORE.search(text[: match.start()]), _MONTH_AFTER.match(text, match.end())
    if any(found and found[1].lower() in months for found in (before, after)):
        return False
    if language in _CAPITAL_NOUNS or not match[0][0].isdigit():
        return True
    named = _NAME_BEFORE.search(text[: match.start()])
    return named is None or named[0].strip().lower() in stopwords(language)


def _counted(text: str, end: int, language: str) -> str | None:
    """The noun phrase of *text* that follows the number which ends at *end*."""
    own = discourse(language)
    stop = stopwords(language) | own.auxiliaries
    start = last = end
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, end)
        if match is None:
            break
        word = fold_apostrophes(match[1])
        end = match.end()
        if word in _JOINING:
            continue
        is_verb = last > start and (word in own.plain_verbs or (language == "en" and word.endswith("ed")))
        if word in stop or is_verb or (last == start and word in _PREPOSITIONS):
            break
        last = end
    if language in _UNSPACED:
        # What follows a number there is the whole clause.
        return None
    return text[start:last].strip() or None
