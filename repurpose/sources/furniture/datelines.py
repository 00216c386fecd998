"""Where and when was a report filed? The head of its first paragraph says so, and is no sentence of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import regex

from repurpose.model import BlockKind, Dropped
from repurpose.resources import shipped_text
from repurpose.sources.furniture.dates import find_date, month_number

if TYPE_CHECKING:
    import datetime as dt

    from repurpose.sources.pieces import Reading

__all__ = ["without_dateline"]

# A heading or a picture's words may stand above the first paragraph.
_HEAD_PIECES = 4
_LONGEST = 80
# "LONDON, June 12 (Reuters) - ", "(CNN) ": a dash, or nothing but the agency.
_HEAD = regex.compile(
    rf"^(?P<head>[^\n]{{2,{_LONGEST}}}?)(?:\s*--+\s*|\s?[–—]\s?|\s-\s|(?<=^\([\w .]+\))\s?)"
    r"(?=[\"“«„‘'(¿¡]*[\p{Lu}\d])"
)
_AGENCY = regex.compile(r"\s*(?:\((?P<name>[^()]+)\)|/(?P<name>[^/]+)/)$")
_PLACE = regex.compile(r"\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|am|an|de|del|der|di|la|of|sur|upon)){0,4}")
_NUMBER = regex.compile(r"\d{1,4}(?:[.º]|st|nd|rd|th|er)?")
_BETWEEN = frozenset({"de", "of"})
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Dateline:
    """What stands before the first sentence of a report."""

    text: str
    end: int
    """Where the first sentence begins."""
    date: dt.date | None


def without_dateline(reading: Reading) -> Reading:
    """*reading* with its first paragraph beginning at its first sentence; the metadata knows the day."""
    for index, piece in enumerate(reading.pieces[:_HEAD_PIECES]):
        if piece.kind is not BlockKind.PARAGRAPH:
            continue
        if (found := _dateline(piece.text)) is None:
            break
        rest = replace(piece, text=piece.text[found.end :], bold=max(0, piece.bold - found.end))
        dropped = Dropped(text=found.text, lines=(piece.lines[0], piece.lines[0]), reason="dateline")
        return replace(
            reading,
            pieces=(*reading.pieces[:index], rest, *reading.pieces[index + 1 :]),
            metadata=replace(reading.metadata, date=reading.metadata.date or found.date),
            dropped=(*reading.dropped, dropped),
        )
    return reading


def _dateline(text: str) -> _Dateline | None:
    match = _HEAD.match(text)
    if match is None or len(text[match.end() :].split()) < _FEWEST_WORDS:
        return None
    head = match["head"]
    agency = _AGENCY.search(head)
    is_filed = agency is not None and agency["name"].casefold() in _known("agencies")
    if agency is not None and not is_filed:
        return None
    parts = [part.strip() for part in (head[: agency.start()] if agency else head).split(",")]
    places = parts[: next((at for at, part in enumerate(parts) if any(map(str.isdigit, part))), len(parts))]
    day = ", ".join(parts[len(places) :])
    if (day and not _names_day(day)) or not all(_PLACE.fullmatch(place) for place in places if place or not is_filed):
        return None
    date = find_date(day) if day else None
    place = places[0] if places else ""
    # "UNESCO — The organisation", "WARNING — The gate": in capitals alone stand other words too.
    is_plain = place.casefold() in _known("cities")
    if is_filed or (place and date is not None) or (place.isupper() and (day or len(places) > 1 or is_plain)):
        return _Dateline(text=head, end=match.end(), date=date)
    return None


def _names_day(day: str) -> bool:
    """Whether *day* is a day with its month, and with its year or without it: "June 12", "12. Juni 2025"."""
    words = day.replace(",", " ").split()
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    others = [word for word in words if word not in numbers and word not in _BETWEEN]
    return bool(numbers) and len(others) == 1 and month_number(others[0].strip(".")) > 0


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(map(str.casefold, tomllib.loads(shipped_text("assets", "lexicons", "datelines.toml"))[kind]))
