"""Which numbers does the article give, and what does each count?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from repurpose.model import Figure
from repurpose.sources.furniture.lexicon import furniture_words
from repurpose.summarizer.standalone import is_clear
from repurpose.text.discourse import discourse
from repurpose.text.lexicons import stopwords
from repurpose.text.words import CAPITAL_NOUNS, fold_apostrophes

if TYPE_CHECKING:
    from repurpose.model import Article
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Paragraph

__all__ = ["figures"]

# How much more a number is by the word after it.
_SCALE = (
    "thousand|million|billion|trillion|mil|mill[oó]n|millones|milhão|milhões|bilhões|Millionen|Milliarden?|Million|"
    "mille|millions?|milliards?|mila|milion[ei]|miliard[io]|duizend|miljoen|miljard|тысяч[аи]?|тыс|миллион(?:а|ов)?|"
    "млн|миллиард(?:а|ов)?|млрд|тисяч[аі]?|мільйон(?:а|и|ів)?|ألف|آلاف|مليون|ملايين|लाख|करोड़|हज़ार|हजार|bin|milyon"
)
_AMOUNT = r"(?>\p{Nd}{1,3}(?:[.,’\u00a0\u202f ]\p{Nd}{3})+|\p{Nd}+)(?>[.,]\p{Nd}+)?"
# A range is one figure, and so is "1 in 5": either number by itself says less.
_NUMBER = regex.compile(
    r"(?<![\p{L}\p{Nd}#.,/:_\-])(?!0\p{Nd})"
    rf"(?:(?:(?:US|A|C|NZ|R)?[$€£¥₹])\s?)?({_AMOUNT})(?:\s?(?:to|bis|a|à|tot|al|до|–|-)\s?({_AMOUNT})"
    r"|\s(?:in|out of|of|von|van|sur|su|из|із)\s\p{Nd}{1,3}(?![\p{Nd}.,]))?"
    rf"(?:[\s\u00a0\u202f]?(?:{_SCALE})(?!\p{{L}}))?(?:[만억천万億亿兆조]+)?"
    r"(?:[\s\u00a0\u202f]?(?:%|°C|°F|€|percent|per cent|kg|km|hours?|minutes?)(?!\p{L}))?"
    r"(?:(?![\p{Nd}\p{L}\-/:_]|\.\p{Nd})|(?<=[만억천万億亿兆조])(?=\p{L}))"
)
_YEAR = regex.compile(r"(?:1[5-9]|20)\p{Nd}\p{Nd}")
_MONTH_BEFORE = regex.compile(r"(\p{L}+)\.?\s?$")
_MONTH_AFTER = regex.compile(r"\.?(?:\s(?:de|di))?\s(\p{L}[\p{L}\p{M}]+)")
# "Electron 30", "Apache 2.0": a number that belongs to a name counts nothing.
_NAME_BEFORE = regex.compile(r"\p{Lu}[\p{L}\p{Nd}]*\s$")
# A time of day, a date, an age or a century.
_CLOCK = regex.compile(
    r"\s?(?:am|pm|a\.m|p\.m|Uhr|h\b|時|点|시|[年月日歳]|[월일]\b|세\b)|\.?\s(?:Jahrhundert|Jh)|(?:st|nd|rd|th)\b"
)
_WORD = regex.compile(r"[\s\u00a0\u202f]([\p{L}\p{M}\p{Nd}]+(?:[-'’][\p{L}\p{M}\p{Nd}]+)*[²³]?)")
# Stand between a number and what it counts, or between two nouns of it.
_JOINING = frozenset(["of", "de", "des", "du", "d", "di", "do", "da", "van", "von", "worth"])
_PREPOSITIONS = frozenset(["in", "on", "at", "for", "with", "per", "a"])
_MOST_WORDS = 5
_UNSPACED = frozenset({"ja", "zh", "ko"})


def figures(article: Article, prose: tuple[Paragraph, ...], known: Known, *, limit: int = 12) -> tuple[Figure, ...]:
    """At most *limit* numbers that a clear sentence explains; years and days of the month are none."""
    found: list[Figure] = []
    values: set[str] = set()
    for paragraph in prose:
        for sentence in paragraph.sentences:
            match = _first_number(sentence.text, article.language)
            if match is None or match[0].strip() in values:
                continue
            if not is_clear(sentence.text, article.language, known, sentence.span.start):
                continue
            values.add(match[0].strip())
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
    if any(number and _YEAR.fullmatch(number) for number in match.groups()) or _CLOCK.match(text, match.end()):
        return False
    months = furniture_words().months
    before, after = _MONTH_BEFORE.search(text[: match.start()]), _MONTH_AFTER.match(text, match.end())
    if any(found and found[1].lower() in months for found in (before, after)):
        return False
    if language in CAPITAL_NOUNS or not match[0][0].isdigit():
        return True
    named = _NAME_BEFORE.search(text[: match.start()])
    # "Nearly 300 people": the first word of a sentence has its capital for that.
    return named is None or named[0].strip().lower() in stopwords(language) or named[0].endswith("ly ")


def _counted(text: str, end: int, language: str) -> str | None:
    """The noun phrase of *text* that follows the number which ends at *end*."""
    own = discourse(language)
    stop = stopwords(language) | own.auxiliaries
    start = last = end
    joins = False
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, end)
        if match is None:
            break
        word = fold_apostrophes(match[1])
        end = match.end()
        if word in _JOINING:
            joins = True
            continue
        # Only English is known well enough to tell a second noun from a verb.
        if language != "en" and last > start and not joins:
            break
        joins = False
        is_verb = last > start and (word in own.plain_verbs or (language == "en" and word.endswith("ed")))
        if word in stop or is_verb or (last == start and word in _PREPOSITIONS):
            break
        last = end
    if language in _UNSPACED:
        # What follows a number there is the whole clause.
        return None
    return text[start:last].strip() or None
