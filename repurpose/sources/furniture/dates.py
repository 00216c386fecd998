"""Which day does this line name?"""

from __future__ import annotations

import re
from datetime import date

from repurpose.sources.furniture.lexicon import furniture_words, normalised_line

__all__ = ["find_date", "is_date_line", "is_moment", "month_number", "parse_date"]

_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:\.|st|nd|rd|th|º|er)?,?\s+(?:\w{4,12}\s+)?(?:de\s+)?([^\W\d_]{2,12})(?:/[^\W\d_]{3,12})?\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_LABEL = re.compile(r"^([^\W\d][^:：\d]{2,40})[:：]\s")
_PARTS = re.compile(r"\s+[·•|–—]\s+")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?::|\s?h\s?)\d{2}(?!\d)")
# Weekdays, times, zones and the words around a date on a date line: what is left must be next to nothing.
_DATE_LINE_CHARACTERS = 45
# A line of a comment or of a list of news; what is longer is text, and the search for words would cost seconds.
_MOMENT_CHARACTERS = 400
_DATE_LINE_WORDS = 7
# "17 October 2022: nominations close" says something about that day.
_LABELLED = re.compile(r"\d\s?[日일]?\s*[:：–—-]\s*[^\W\d]{2}|[日일][^\W\d]{5}")


def parse_date(value: object) -> date | None:
    """The day that a front matter value or a meta tag names; ``None`` when it names none."""
    from datetime import datetime

    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return find_date(value) if isinstance(value, str) else None


def find_date(text: str) -> date | None:
    """The first full date in *text*, in any order of day, month and year and in any shipped language."""
    text = text[:400]
    if (match := _ISO.search(text) or _EAST_ASIAN.search(text)) is not None:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    for match in _DAY_FIRST.finditer(text):
        if (found := _day(int(match[3]), month_number(match[2]), int(match[1]))) is not None:
            return found
    for match in _MONTH_FIRST.finditer(text):
        if (found := _day(int(match[3]), month_number(match[1]), int(match[2]))) is not None:
            return found
    if (match := _NUMERIC.search(text)) is not None:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        # 4/5/2020 is two different days; a day that cannot be a month decides, and dots mean day first.
        if match[2] == "." or first > 12:  # noqa: PLR2004 - months of a year
            return _day(year, second, first)
        if second > 12 or first == second:  # noqa: PLR2004 - as above
            return _day(year, first, second)
    return None


def is_date_line(text: str) -> bool:
    """Whether the line *text* is a date and next to nothing else: a weekday, a time, "posted on"."""
    parts = [part for part in _PARTS.split(text[: 3 * _DATE_LINE_CHARACTERS]) if part]
    if len(parts) > 1 and all(map(is_date_line, parts)):
        return True
    is_short = len(text) <= _DATE_LINE_CHARACTERS and len(text.split()) <= _DATE_LINE_WORDS
    if not is_short or text.endswith((".", "!", "?", "。")) or _LABELLED.search(text):
        return False
    # "Submissions due: 23 March 2023" is a fact of the article, "Published: 23 March 2023" is not.
    label = _LABEL.match(text)
    if label is not None and not _is_known(label[1]):
        return False
    return find_date(text) is not None or furniture_words().moments.search(text.casefold()) is not None


def _is_known(label: str) -> bool:
    words, line = furniture_words(), normalised_line(label)
    return line in words.starts or line in words.lines or f"{label.casefold().strip()}:" in words.starts


def is_moment(text: str) -> bool:
    """Whether *text* tells a time of the day or how long ago something was, as a comment or a list of news does."""
    if len(text) > _MOMENT_CHARACTERS:
        return False
    return _CLOCK.search(text) is not None or furniture_words().moments.search(text.casefold()) is not None


def month_number(name: str) -> int:
    """The number of the month *name*, whole or cut to three letters, in any shipped language; 0 for no month."""
    months = furniture_words().months
    name = name.casefold()
    if name in months:
        return months[name]
    return next((number for full, number in months.items() if full.startswith(name)), 0) if len(name) == 3 else 0  # noqa: PLR2004 - "Jan", "Okt"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
