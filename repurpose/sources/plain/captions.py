"""Which words of a caption are talk, who says them, and which are a sound or the caption before once more?"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.model import Dropped
from repurpose.resources import shipped_text
from repurpose.sources.cleaning import clean_characters, one_line
from repurpose.sources.furniture.lexicon import furniture_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.sources.plain.cues import Cue

__all__ = ["Said", "said_in"]

_VOICE = re.compile(r"<v(?:\.[\w.-]{1,80})?\s+([^<>]{1,100})>")
_TAGS = re.compile(
    r"</?(?:[biusvc]|lang|ruby|rt|font|span|em|strong|br)(?=[\s./>])[^<>]{0,300}>|<\d[\d:.]{0,20}>"
    r"|\{\\[^{}]{0,300}\}|\{[YyCcFfSsPp]:[^{}]{0,100}\}",
)
_TURN = re.compile(r"(?:^|(?<=\s))>{2,3}(?:\s+|$)")
_DASH = re.compile(r"[-–—‐]\s*(?=[^\W\d_]|[\"“¿¡])")
_PREFIX = re.compile(r"([^\W\d_][\w.'’ \-]{0,40}?)\s?(?:\([^()]{1,40}\)\s?)?[:：](?:\s+|$)")
_SOUND = re.compile(
    r"♪[^♪]*♪?|🎵[^🎵]*🎵?|\[([^\[\]]{0,80})\]|\(([^()]{0,80})\)|(?<![\w*])\*([^*\s][^*]{0,60})\*(?![\w*])"
)
_OPEN = re.compile(r"[\[(][^\[\]()]*$")
_CLOSE = re.compile(r"[^\[\]()]*[\])]")
_WORD = re.compile(r"[^\W\d]+")
_NAME_WORDS = 4
# A description of a sound is a few words; more is an aside of the speaker.
_SOUND_WORDS = 6
_INITIALS = 2
# So many cues begin with the last line of the cue before and go on where captions roll (YouTube has one with the new
# line alone between two of them); elsewhere people repeat themselves.
_ROLLING_SHARE = 0.3
_FEWEST_ROLLING = 3
_SHOWN_LINES = 3
# Who made captions is said in their first or their last cues, in a few words.
_CREDIT_CUES = 3
_CREDIT_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words between two times."""

    text: str
    lines: tuple[int, int]
    start: float
    end: float | None
    speaker: str | None
    is_turn: bool
    """Somebody begins to talk here."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    lines: tuple[int, int]
    voice: str | None
    is_turn: bool


def said_in(cues: Sequence[Cue]) -> tuple[tuple[Said, ...], tuple[Dropped, ...]]:
    """What is said in *cues*, in their order, and what of them is no talk."""
    dropped: list[Dropped] = []
    cues = _without_credits(cues, dropped)
    shown = _rolled(
        [[line for text, lines in _whole_lines(cue) for line in _voices(text, lines)] for cue in cues], dropped
    )
    talk = [[heard for line in lines if (heard := _heard(line, dropped)) is not None] for lines in shown]
    speakers = _speakers([line for lines in talk for line in lines])
    said: list[Said] = []
    speaker: str | None = None
    is_turn = False
    for cue, lines in zip(cues, talk, strict=True):
        for line in lines:
            name, text = _named(line.text, speakers)
            # A voice is told for each cue; the name before a turn holds until the next one.
            speaker = speakers.get(line.voice or name or "", None if line.is_turn or line.voice else speaker)
            # A mark or a name may stand on a line of its own.
            is_turn = is_turn or line.is_turn
            if text:
                said.append(
                    Said(text=text, lines=line.lines, start=cue.start, end=cue.end, speaker=speaker, is_turn=is_turn)
                )
                is_turn = False
        if any(line.voice for line in lines):
            speaker = None
    return tuple(said), tuple(dropped)


def _without_credits(cues: Sequence[Cue], dropped: list[Dropped]) -> Sequence[Cue]:
    """*cues* without the words of those at either end that say who made the captions."""
    filled = [index for index, cue in enumerate(cues) if any(text.strip() for text, _ in cue.lines)]
    kept = list(cues)
    for index in {*filled[:_CREDIT_CUES], *filled[-_CREDIT_CUES:]}:
        text = one_line(clean_characters(html.unescape(_TAGS.sub("", " ".join(line for line, _ in cues[index].lines)))))
        if _is_credit(text.strip("[]()-–—♪ ")):
            lines = (cues[index].lines[0][1], cues[index].lines[-1][1])
            dropped.append(Dropped(text=text, lines=lines, reason="caption credit"))
            kept[index] = replace(cues[index], lines=())
    return kept


def _is_credit(text: str) -> bool:
    """Whether *text* names who made the captions: "Transcribed by hand, ..." goes on with what is no name."""
    folded = text.casefold()
    opener = next((opener for opener in _credits() if folded.startswith(opener)), None)
    if opener is None or len(text.split()) > _CREDIT_WORDS:
        return False
    name = text[len(opener) :]
    is_word_end = opener[-1] in ":：由" or not opener[-1].isascii() or name[:1] in {" ", ":"}
    first = name.lstrip(" :：")[:1]
    is_address = re.search(r"\w\.\w{2,}", name) is not None
    return is_word_end and (is_address or (bool(first) and not first.islower()))


@cache
def _credits() -> tuple[str, ...]:
    """The longest first, as one may be the beginning of another."""
    lines = shipped_text("assets", "lexicons", "caption_credits.txt").splitlines()
    return tuple(sorted((line for line in lines if not line.startswith("#")), key=lambda line: (-len(line), line)))


def _whole_lines(cue: Cue) -> Iterator[tuple[str, tuple[int, int]]]:
    """The lines of *cue*; those that a bracket spans are one."""
    held: tuple[str, int] | None = None
    for index, (text, number) in enumerate(cue.lines):
        following = cue.lines[index + 1][0] if index + 1 < len(cue.lines) else ""
        if held is None and _OPEN.search(text) and _CLOSE.match(following):
            held = text, number
            continue
        yield (f"{held[0]} {text}", (held[1], number)) if held else (text, (number, number))
        held = None


def _voices(text: str, lines: tuple[int, int]) -> Iterator[_Line]:
    """The parts of one line that different people say, without markup."""
    before, *rest = _VOICE.split(text)
    parts = [(None, before), *((one_line(name), part) for name, part in zip(rest[::2], rest[1::2], strict=True))]
    for voice, part in parts:
        plain = one_line(clean_characters(html.unescape(_TAGS.sub("", part))))
        for index, turn in enumerate(_TURN.split(plain)):
            words = turn.strip()
            is_dash = _DASH.match(words)
            words = words[is_dash.end() :] if is_dash else words
            if words or index:
                yield _Line(words, lines, voice, index > 0 or is_dash is not None)


def _rolled(shown: list[list[_Line]], dropped: list[Dropped]) -> list[list[_Line]]:
    """*shown* without the lines that roll up from the cue before, where captions roll."""
    full = [lines for lines in shown if lines]
    repeats = sum(len(lines) > 1 and lines[0].text == before[-1].text for before, lines in pairwise(full))
    if repeats < max(_FEWEST_ROLLING, _ROLLING_SHARE * len(full)):
        return shown
    kept: list[list[_Line]] = []
    above: list[str] = []
    for lines in shown:
        texts = [line.text for line in lines]
        count = next((size for size in range(min(len(above), len(texts)), 0, -1) if texts[:size] == above[-size:]), 0)
        dropped.extend(Dropped(text=line.text, lines=line.lines, reason="repeated caption") for line in lines[:count])
        kept.append(lines[count:])
        above = [*above, *texts[count:]][-_SHOWN_LINES:]
    return kept


def _heard(line: _Line, dropped: list[Dropped]) -> _Line | None:
    """*line* without descriptions of sounds; ``None`` when nothing is left that is said or who begins to talk."""
    has_more = _WORD.search(_SOUND.sub("", line.text)) is not None

    def replacement(match: re.Match[str]) -> str:
        if not _is_sound(match, is_alone=not has_more):
            return match[0]
        dropped.append(Dropped(text=match[0], lines=line.lines, reason="sound description"))
        return " "

    text = one_line(_SOUND.sub(replacement, line.text))
    is_talk = any(map(str.isalnum, text))
    return _Line(text if is_talk else "", line.lines, line.voice, line.is_turn) if is_talk or line.is_turn else None


def _is_sound(match: re.Match[str], *, is_alone: bool) -> bool:
    if match[0][0] in "♪🎵":
        return True
    inside = next(group for group in match.groups() if group is not None)
    words = [word.casefold().strip("_") for word in _WORD.findall(inside)]
    if not any(words):
        # Bleeped words are "[ __ ]"; "(2024)" is said.
        return match[0][0] == "[" and not any(map(str.isdigit, inside))
    if len(words) > _SOUND_WORDS:
        return False
    if not _sounds().isdisjoint(words) or is_alone:
        return True
    return match[0][0] == "[" and (inside.isupper() or (match.start() == 0 and inside.strip()[0].isupper()))


@cache
def _sounds() -> frozenset[str]:
    lines = shipped_text("assets", "lexicons", "sounds.txt").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _named(text: str, speakers: dict[str, str]) -> tuple[str | None, str]:
    """Who says *text* by the name before it, and what is said."""
    match = _PREFIX.match(text)
    if match is None or match[1].strip() not in speakers:
        return None, text
    return match[1].strip(), text[match.end() :]


def _speakers(lines: Sequence[_Line]) -> dict[str, str]:
    """All who speak, as they are written, each with the spelling of a name."""
    found = {line.voice for line in lines if line.voice}
    counts: Counter[str] = Counter()
    marked: set[str] = set()
    talk: list[str] = []
    for line in lines:
        match = _PREFIX.match(line.text)
        talk.append(line.text[match.end() :] if match else line.text)
        if match and _is_capital(name := match[1].strip()) and not _is_label(name):
            counts[name] += 1
            marked.update({name} if line.is_turn else ())
    is_shouted = _is_upper("".join(talk))
    hosts = furniture_words().hosts
    for name, count in counts.items():
        if count > 1 or name in marked or name.casefold() in hosts or (_is_upper(name) and not is_shouted):
            found.add(name)
    if found:
        # Where people are named before what they say, a full name is one of them.
        found.update(name for name in counts if " " in name)
    spellings = {word.casefold(): word for text in talk for word in _WORD.findall(text) if not _is_upper(word)}
    return {name: _spelled(name, spellings) for name in sorted(found)}


def _is_upper(text: str) -> bool:
    """Whether most letters are capitals: ``McKAY`` is, too."""
    return 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))


def _is_label(name: str) -> bool:
    """Whether the words before a colon name what follows and not who says it."""
    return len(name.split()) > _NAME_WORDS or not furniture_words().labels.isdisjoint(name.casefold().split())


def _is_capital(name: str) -> bool:
    return not any(word[0].islower() for word in name.split() if word not in {"de", "van", "von", "der", "da", "la"})


def _spelled(name: str, spellings: dict[str, str]) -> str:
    """*name* in mixed case; as the talk writes it where it does."""
    if not _is_upper(name) or len(name) <= _INITIALS:
        return name

    def spelled(match: re.Match[str]) -> str:
        word = match[0]
        said = spellings.get(word.casefold(), "")
        return said if said[:1].isupper() else word.capitalize()

    return _WORD.sub(spelled, name)
