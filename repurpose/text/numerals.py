"""Which numbers does a text state, in digits or in words, and which values can each of them mean?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from repurpose.model import Span
from repurpose.resources import shipped
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Numeral", "numerals_in", "values_in"]

_LETTER_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "mrd": 1e9, "tn": 1e12}
_IDEOGRAPH_SCALES = {
    "百": 1e2,
    "千": 1e3,
    "천": 1e3,
    "万": 1e4,
    "萬": 1e4,
    "만": 1e4,
    "億": 1e8,
    "亿": 1e8,
    "억": 1e8,
    "兆": 1e12,
}
_IDEOGRAPHS = {char: float(value) for value, char in enumerate("〇一二三四五六七八九十")}
_DIGITS = (
    r"(?<!\d)(?P<grouped>\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:[.,٫]\d+)?)|(?P<digits>\d+(?:[.,٫٬]\d+)*)"
)
_SCALE = (
    r"(?:(?P<letter>(?:k|m|mn|b|bn|tn)(?![^\W_]))|[ \u00a0]?(?P<short>(?:mn|bn|tn|mio|mrd)(?![^\W_]))"
    r"|(?P<ideograph>[百千천万萬만億亿억兆])%s)?"
)
# Where a comma parts thousands; elsewhere it begins the decimals.
_COMMA_GROUPS = frozenset({"en", "ja", "zh", "ko", "hi", "he", "th"})
_GROUP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number as it stands in a text."""

    span: Span
    readings: tuple[tuple[float, ...], ...]
    """Each reading is the values that the text then states: ``1.000`` is one or a thousand, ``1.2.3`` three numbers."""
    is_word: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    plain: Mapping[str, float]
    scales: Mapping[str, float]
    ordinals: Mapping[str, float]
    pattern: re.Pattern[str]
    ordinal: re.Pattern[str]


def values_in(text: str, language: str) -> frozenset[float]:
    """Every value that *text* states, ordinals included; grouping is read as *language* writes it."""
    words = _words(language)
    values = {value for numeral in numerals_in(text, language) for reading in numeral.readings for value in reading}
    values.update(words.ordinals[match[0].lower()] for match in words.ordinal.finditer(text))
    if language in UNSPACED:
        values.update(_IDEOGRAPHS[char] for char in _IDEOGRAPHS if char in text)
    return frozenset(values)


def numerals_in(text: str, language: str) -> Iterator[Numeral]:
    """The numbers of *text* in order; for the language ``und`` a lone separator is read both ways."""
    words = _words(language)
    for match in words.pattern.finditer(text):
        if body := match["grouped"] or match["digits"]:
            yield Numeral(span=Span(*match.span()), readings=_scaled(_readings(_ascii(body), language), match, words))
        else:
            yield from _spelled(match, words)


def _ascii(body: str) -> str:
    """*body* in ASCII digits and separators."""
    if body.isascii():
        return body
    return "".join(str(int(char)) if char.isdigit() else {"٫": ".", "٬": ","}.get(char, " ") for char in body)


def _readings(body: str, language: str) -> tuple[tuple[float, ...], ...]:
    groups = re.split(r"[ ']", body)
    if len(groups) > 1:
        whole = float("".join(groups).replace(",", "."))
        # "20 300" may also be two numbers side by side.
        return (whole,), tuple(float(group.replace(",", ".")) for group in groups)
    parts = re.split(r"[.,]", body)
    marks = [char for char in body if char in ".,"]
    thousands = all(len(part) == _GROUP for part in parts[1:]) and len(parts[0]) <= _GROUP
    if len(marks) == 1 and thousands and language == "und":
        return (float("".join(parts)),), (float(".".join(parts)),)
    if len(marks) <= 1:
        is_grouped = thousands and (marks == [","]) == (language in _COMMA_GROUPS)
        return ((float(("" if is_grouped else ".").join(parts)),),)
    if len(set(marks)) == 1 and thousands:
        return ((float("".join(parts)),),)
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0]:
        return ((float("".join(parts[:-1]) + "." + parts[-1]),),)
    # Dates and versions: 17.10.2026, 1.2.3.
    return (tuple(map(float, parts)),)


def _scaled(
    readings: tuple[tuple[float, ...], ...], match: re.Match[str], words: _Words
) -> tuple[tuple[float, ...], ...]:
    letter = match["letter"] or match["short"]
    scale = 1.0
    if letter:
        scale = _LETTER_SCALES[letter.lower()]
    elif match["ideograph"]:
        scale = _IDEOGRAPH_SCALES[match["ideograph"]]
    elif match["scale"]:
        scale = words.scales[match["scale"].lower()]
    if scale == 1.0:
        return readings
    scaled = tuple((*reading[:-1], round(reading[-1] * scale, 6)) for reading in readings)
    # "5m" is also five metres or minutes.
    return scaled + readings if letter == "m" else scaled


def _spelled(match: re.Match[str], words: _Words) -> Iterator[Numeral]:
    """The numbers that a run of number words says: "two thousand and three" is one, "two three" two."""
    total, current, start, end = 0.0, 0.0, -1, 0
    joined = False
    for token in re.finditer(r"\w+(?:-\w+)*|\w+", match[0]):
        for word, offset in _split(token[0], words):
            begin = match.start() + token.start() + offset
            value = words.plain.get(word)
            scale = words.scales.get(word)
            if value is None and scale is None:
                joined = True
                continue
            continues = start >= 0 and (scale is not None or _continues(total, current, value or 0.0, after_and=joined))
            if start >= 0 and not continues:
                yield Numeral(span=Span(start, end), readings=((total + current,),), is_word=True)
                total, current, start = 0.0, 0.0, -1
            if start < 0:
                start = begin
            if scale is None:
                current += value or 0.0
            elif scale == 100:  # noqa: PLR2004 - a hundred multiplies what stands before it, inside a thousand
                current = (current or 1.0) * scale
            else:
                total, current = total + (current or 1.0) * scale, 0.0
            end, joined = begin + len(word), False
    if start >= 0:
        yield Numeral(span=Span(start, end), readings=((total + current,),), is_word=True)


def _split(token: str, words: _Words) -> Iterator[tuple[str, int]]:
    """The number words of a hyphenated *token* with their places; the token itself where it is a word of its own."""
    folded = token.lower()
    if folded in words.plain or folded in words.scales:
        yield folded, 0
        return
    for part in re.finditer(r"\w+", folded):
        yield part[0], part.start()


def _continues(total: float, current: float, value: float, *, after_and: bool) -> bool:
    """Whether *value* belongs to the number said so far."""
    if current == 0:
        return total > 0
    if current >= 100:  # noqa: PLR2004 - "two hundred (and) six"
        return current % 100 == 0
    return not after_and and current % 10 == 0 and current >= 20 and 0 < value < 10  # noqa: PLR2004 - "twenty-six"


@cache
def _words(language: str) -> _Words:
    path = shipped("assets") / "lexicons" / "numbers" / f"{'en' if language == 'und' else language}.txt"
    plain: dict[str, float] = {}
    scales: dict[str, float] = {}
    ordinals: dict[str, float] = {}
    tables = {"": plain, "scale": scales, "ordinal": ordinals}
    for row in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if not row.startswith("#"):
            word, value, *kind = row.split()
            tables["".join(kind)][word] = float(value)
    word = _alternation((*plain, *scales))
    named = f"|[ \\u00a0-]?(?P<scale>{_alternation(scales)})(?!\\w)"
    run = rf"(?<!\w)(?:{word})(?:(?:[ \u00a0-]|[ ]and[ ])(?:{word}))*(?!\w)"
    pattern = re.compile(f"(?:{_DIGITS}){_SCALE % named}|{run}", re.IGNORECASE)
    return _Words(
        plain=plain,
        scales=scales,
        ordinals=ordinals,
        pattern=pattern,
        ordinal=re.compile(rf"(?<!\w)(?:{_alternation(ordinals)})(?!\w)", re.IGNORECASE),
    )


def _alternation(words: Mapping[str, float] | tuple[str, ...]) -> str:
    """The longest first, so that "sixteen" is not "six"; what never matches where there are none."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) or r"(?!)"
