"""Is this text a transcript with times, and which words stand at which time?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from repurpose.errors import UnreadableSource
from repurpose.model import Dropped

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Cue", "Transcript", "is_transcript", "read_cues"]

_TIME = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?"
# SubRip and WebVTT; YouTube's own SBV has a comma between the two times. Settings of the cue may follow.
_TIMING = re.compile(rf"\s*{_TIME}(?:\s*-->\s*|(?<=[.]\d\d\d),){_TIME}(?:\s.*)?$")
# A copy of the panel beside a video: each time on a line of its own, or before its words.
_STAMP = re.compile(rf"\s*[\[(]?{_TIME}[\])]?(?:\s+(?:[-–—]\s+)?(\S.*)|\s*)$")
# YouTube repeats the time in words for screen readers: "1 minute, 5 seconds".
_SPOKEN_TIME = re.compile(r"\s*\d{1,2} [^\W\d]{3,12}(?:,? (?:[^\W\d]{1,3} )?\d{1,2} [^\W\d]{3,12}){0,2}\s*$")
_NUMBERS = re.compile(r"\d+")
_BLOCK = re.compile(r"(NOTE|STYLE|REGION)\b")
_HEADER = re.compile(r"\ufeff?WEBVTT(?:[ \t]+-?[ \t]*(.*))?$")
_LANGUAGE = re.compile(r"Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*$", re.IGNORECASE)
_FILE_HEADER = "file header"
_HEAD = 20_000
# Fewer times may be a programme, a recipe or the chapters below a video.
_FEWEST_STAMPS = 5
_STAMP_SHARE = 0.3
# A line of chapters has a few words, and a list of them stands in another text.
_INLINE_SHARE = 0.8
# Ten hours of talk have some 60,000.
_MOST_LINES = 400_000
_HOUR, _MINUTE = 3600, 60
# No recording is longer; what is, is no time.
_LONGEST = 100 * _HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The lines that are shown from one time on."""

    start: float
    """Seconds."""
    end: float | None
    """``None`` where the source has starts only."""
    lines: tuple[tuple[str, int], ...]
    """Each line as it stands and its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """All cues in order, what stood around them, and what the file says about itself."""

    cues: tuple[Cue, ...]
    dropped: tuple[Dropped, ...] = ()
    title: str | None = None
    language: str | None = None


def is_transcript(text: str) -> bool:
    """Whether *text* is SubRip, WebVTT or SBV, or a copy of a video's transcript; only its head is looked at."""
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()]
    if not lines:
        return False
    timed = [index for index, line in enumerate(lines) if _TIMING.match(line)]
    if _HEADER.match(lines[0]):
        return bool(timed)
    if timed:
        # A cue begins with its times or with its number.
        return timed[0] <= 1 and len(lines) > timed[0] + 1
    return _is_stamped(lines)


def _is_stamped(lines: Sequence[str]) -> bool:
    stamps = [match for line in lines if (match := _STAMP.match(line)) is not None]
    times = [_seconds(match) for match in stamps]
    if len(stamps) < _FEWEST_STAMPS or times != sorted(times) or times[0] == times[-1]:
        return False
    alone = sum(match[5] is None for match in stamps)
    return alone >= max(_FEWEST_STAMPS, _STAMP_SHARE * len(lines)) or (
        len(stamps) >= _INLINE_SHARE * len(lines) and 2 * sum(_is_talk(match[5]) for match in stamps) > len(stamps)
    )


def _is_talk(words: str | None) -> bool:
    return words is not None and len(words.split()) > 5  # noqa: PLR2004 - a chapter's title is shorter


def read_cues(text: str) -> Transcript:
    """
    The cues of the transcript *text*, with what is no word of anybody as dropped.

    Raises `UnreadableSource` when it is longer than any recording.
    """
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        raise UnreadableSource(f"the transcript has {len(lines):,} lines; up to {_MOST_LINES:,} are read")
    is_timed = any(_TIMING.match(line) for line in text[:_HEAD].split("\n"))
    return _timed(lines) if is_timed else _stamped(lines)


@dataclass(slots=True)
class _Maker:
    """Cues in the making."""

    found: list[tuple[float, float | None, list[tuple[str, int]]]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    def cue(self, start: float, end: float | None) -> None:
        self.found.append((start, end, []))

    def say(self, line: str, number: int) -> None:
        self.found[-1][2].append((line, number))

    def drop(self, line: str, number: int, reason: str) -> None:
        self.dropped.append(Dropped(text=line.strip(), lines=(number, number), reason=reason))

    def finished(self, *, title: str | None = None, language: str | None = None) -> Transcript:
        cues = (Cue(start=start, end=end, lines=tuple(lines)) for start, end, lines in self.found)
        return Transcript(cues=tuple(cues), dropped=tuple(self.dropped), title=title, language=language)


def _timed(lines: Sequence[str]) -> Transcript:
    """The cues of SubRip, WebVTT and SBV, blank lines inside and missing blank lines between them included."""
    maker = _Maker()
    title = language = None
    # What the lines up to the next blank one are, when they are no words.
    block: str | None = None
    is_after_blank = True
    for index, line in enumerate(lines):
        number = index + 1
        if (match := _TIMING.match(line)) is not None:
            maker.drop(line, number, "timestamp")
            maker.cue(_seconds(match), _seconds(match, 4))
            block = None
        elif not line.strip():
            block = None
        elif block is not None:
            declared = _LANGUAGE.match(line) if block == _FILE_HEADER else None
            language = declared[1] if declared else language
            maker.drop(line, number, block)
        elif (header := _HEADER.match(line)) is not None and not maker.dropped:
            title, block = header[1] or None, _FILE_HEADER
            maker.drop(line, number, block)
        elif is_after_blank and (kind := _BLOCK.match(line)) is not None:
            block = "comment" if kind[1] == "NOTE" else "caption style"
            maker.drop(line, number, block)
        elif _is_cue_number(lines, index, is_after_blank=is_after_blank):
            maker.drop(line, number, "cue number")
        elif maker.found:
            maker.say(line, number)
        else:
            maker.drop(line, number, _FILE_HEADER)
        is_after_blank = not line.strip()
    return maker.finished(title=title, language=language)


def _is_cue_number(lines: Sequence[str], index: int, *, is_after_blank: bool) -> bool:
    """Whether the line names the cue whose times stand below it."""
    is_above_times = index + 1 < len(lines) and _TIMING.match(lines[index + 1]) is not None
    return is_above_times and (is_after_blank or lines[index].strip().isdigit())


def _stamped(lines: Sequence[str]) -> Transcript:
    """The cues of a copied transcript."""
    maker = _Maker()
    stamps = [match for line in lines if (match := _STAMP.match(line)) is not None]
    is_inline = 2 * sum(match[5] is not None for match in stamps) > len(stamps)
    stamp: re.Match[str] | None = None
    for number, line in enumerate(lines, start=1):
        match = _STAMP.match(line)
        # Times go forward, and stand alone or not alike: "9:30 was late" is a line of talk.
        if match is not None and (match[5] is None or is_inline) and not _is_back(match, maker):
            stamp = match
            maker.cue(_seconds(match), None)
            maker.drop(line[: match.start(5)] if match[5] else line, number, "timestamp")
            if match[5]:
                maker.say(match[5], number)
        elif not line.strip():
            continue
        elif stamp is None:
            maker.drop(line, number, "site header")
        elif not maker.found[-1][2] and _is_spoken(line, stamp):
            maker.drop(line, number, "timestamp")
        else:
            maker.say(line, number)
    return maker.finished()


def _is_back(match: re.Match[str], maker: _Maker) -> bool:
    return bool(maker.found) and _seconds(match) < maker.found[-1][0]


def _is_spoken(line: str, stamp: re.Match[str]) -> bool:
    """Whether *line* is the time of *stamp* in words, in any language."""
    if _SPOKEN_TIME.match(line) is None:
        return False
    said = [int(number) for number in _NUMBERS.findall(line)]
    return said == [part for part in map(int, filter(None, stamp.group(1, 2, 3))) if part] or said == [0]


def _seconds(match: re.Match[str], offset: int = 0) -> float:
    hours, minutes, seconds, fraction = match.group(*range(offset + 1, offset + 5))
    whole = int(hours or 0) * _HOUR + int(minutes) * _MINUTE + int(seconds)
    return float(min(whole, _LONGEST)) + (int(fraction) / 10 ** len(fraction) if fraction else 0)
