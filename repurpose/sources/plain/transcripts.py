"""Which paragraphs does a transcript with times make, and who says them?"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.cleaning import joined_lines
from repurpose.sources.measures import word_count
from repurpose.sources.pieces import Metadata, Piece, Reading
from repurpose.sources.plain.captions import said_in
from repurpose.sources.plain.cues import is_transcript, read_cues
from repurpose.text.languages import detect_language, primary_language
from repurpose.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.sources.plain.captions import Said

__all__ = ["is_transcript", "read_transcript"]

# Seconds without a word: people breathe for less, and change the subject for more.
_PAUSE = 2.5
_PARAGRAPH_SENTENCES = 5
_PARAGRAPH_WORDS = 80
# Talk has some 15 words in a sentence; captions that a machine made without punctuation have none at all.
_MOST_WORDS_PER_SENTENCE = 50
_MARK = re.compile(r"[.!?…。！？।؟](?=\W|$)")


def read_transcript(text: str) -> Reading:
    """
    The paragraphs of the transcript *text* (SubRip, WebVTT, SBV, or a copy from YouTube), whose characters are clean.

    Its times are among what is dropped, with their lines, under the reason ``timestamp``.
    """
    transcript = read_cues(text)
    said, no_talk = said_in(transcript.cues)
    words = "\n".join(one.text for one in said)
    language = primary_language(transcript.language) or detect_language(words)
    is_punctuated = len(_MARK.findall(words)) * _MOST_WORDS_PER_SENTENCE >= word_count(words)
    pieces: list[Piece] = []
    for turn in _turns(said):
        pieces.extend(_spoken(turn, language) if is_punctuated else _unpunctuated(turn))
    metadata = Metadata(title=transcript.title, language=transcript.language)
    return Reading(pieces=tuple(pieces), metadata=metadata, dropped=(*transcript.dropped, *no_talk))


def _turns(said: Sequence[Said]) -> Iterator[Sequence[Said]]:
    """What one person says before another does."""
    start = 0
    for index in range(1, len(said) + 1):
        if index == len(said) or said[index].is_turn or said[index].speaker != said[index - 1].speaker:
            if start < index:
                yield said[start:index]
            start = index


def _spoken(turn: Sequence[Said], language: str) -> Iterator[Piece]:
    """The paragraphs of *turn*, which end where a sentence does."""
    text, starts = _joined(turn)
    pauses = {starts[index] for index in _pauses(turn)}
    spans = sentences(text, language)
    first = 0
    for index, span in enumerate(spans):
        is_last = index == len(spans) - 1
        is_paused = not is_last and not pauses.isdisjoint(range(span.end, spans[index + 1].start + 1))
        if is_last or is_paused or index - first + 1 >= _PARAGRAPH_SENTENCES:
            begin, end = spans[first].start, span.end
            part = turn[bisect_right(starts, begin) - 1 : bisect_right(starts, end - 1)]
            yield _piece(text[begin:end], part)
            first = index + 1


def _unpunctuated(turn: Sequence[Said]) -> Iterator[Piece]:
    """The paragraphs of *turn*, which end where the talk pauses or after so many words."""
    pauses = set(_pauses(turn))
    first = words = 0
    for index, one in enumerate(turn):
        words += word_count(one.text)
        if index == len(turn) - 1 or index + 1 in pauses or words >= _PARAGRAPH_WORDS:
            yield _piece(_joined(turn[first : index + 1])[0], turn[first : index + 1])
            first, words = index + 1, 0


def _pauses(turn: Sequence[Said]) -> Iterator[int]:
    """The indices of what is said after a long silence."""
    rates = sorted((after.start - before.start) / (word_count(before.text) or 1) for before, after in pairwise(turn))
    rate = rates[len(rates) // 2] if rates else 0.0
    for index, (before, after) in enumerate(pairwise(turn), start=1):
        # Where a cue has no end, its words take as long as words usually do here.
        end = before.end if before.end is not None else before.start + rate * word_count(before.text)
        if after.start - end >= _PAUSE:
            yield index


def _joined(turn: Sequence[Said]) -> tuple[str, list[int]]:
    """The words of *turn* as one text, and where in it each part begins."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for one in turn:
        between = joined_lines((parts[-1][-1], one.text[0]), between=" ")[1:-1] if parts else ""
        starts.append(length + len(between))
        parts.append(between + one.text)
        length += len(between) + len(one.text)
    return "".join(parts), starts


def _piece(text: str, part: Sequence[Said]) -> Piece:
    lines = (min(one.lines[0] for one in part), max(one.lines[1] for one in part))
    return Piece(kind=BlockKind.PARAGRAPH, text=text, lines=lines, speaker=part[0].speaker)
