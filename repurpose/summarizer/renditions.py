"""
In which words can a run be told, from all that belongs to it down to its core?

Neighbours join while they are whole and short enough; below the core only the few deletions are made that were found
safe.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import Rendition
from repurpose.summarizer.condense import condensed
from repurpose.summarizer.openings import opened
from repurpose.summarizer.setups import well_ended
from repurpose.summarizer.standalone import follows
from repurpose.text.discourse import discourse
from repurpose.text.marks import between_sentences, quotation_marks, under_label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from repurpose.model import Line, Span
    from repurpose.summarizer.candidates import Run
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Sentence

__all__ = ["attributed", "renditions"]

# How many sentences and characters a paragraph of a long post has, and one of the shortest platform's.
LONG = (5, 480)
SHORT = (3, 270)


def renditions(
    run: Run, known: Known, language: str, taken: Collection[Span] = ()
) -> tuple[tuple[Rendition, ...], int]:
    """
    The renditions of *run*, longest to shortest, and which of them is its core.

    They stop before the sentences *taken*, which another point tells.
    """
    speaker = run.paragraph.speaker
    told = _extended(run, language, taken, LONG, verbatim=speaker is not None)
    ends = _ends(run, len(told), language)
    if speaker is not None:
        found: list[Rendition] = []
        for count in ends:
            text = _join([one.text for one in told[:count]], language)
            found.append(attributed(text, [one.span for one in told[:count]], speaker, language))
        return tuple(found), len(found) - 1
    first, edits = opened(told[0], known, language)
    short = _extended(run, language, taken, SHORT, verbatim=False)
    found = [_told(first, edits, told[:count], language) for count in ends]
    # With a neighbour in a shorter form more of them fit into a short post.
    found += [
        _told(first, edits, short[:count], language) for count in _ends(run, len(short), language) if count > run.count
    ]
    texts = [one.text for one in found]
    found = sorted(
        (one for index, one in enumerate(found) if one.text not in texts[:index]), key=lambda one: -len(one.text)
    )
    core = len(found) - 1
    if run.count == 1 and ends[-1] == 1:
        found.extend(_shortened(found[core], language))
    # A warm-up is often a tail: the forms without it are the ones to use.
    own = discourse(language)
    kept = tuple(one for one in found if not own.warm_ups.search(one.text)) or tuple(found)
    return kept, next(
        (index for index, one in enumerate(kept) if len(one.text) <= len(found[core].text)), len(kept) - 1
    )


def _extended(
    run: Run, language: str, taken: Collection[Span], limits: tuple[int, int], *, verbatim: bool
) -> tuple[Sentence, ...]:
    """The sentences of *run* and those after it: neighbours join while they follow, and are few and short enough."""
    most, longest = limits
    told = list(run.sentences)
    room = longest - sum(len(one.text) + 1 for one in told) + 1
    for following in run.paragraph.sentences[run.first + run.count : run.first + most]:
        if following.span in taken or not follows(following.text, language):
            break
        text = following.text
        if len(text) >= room:
            # A neighbour that is too long may still come along in a shorter form.
            forms = () if verbatim else condensed(text, language)
            text = next((shorter for shorter, _ in forms if len(shorter) < room), "")
            if not text:
                break
        room -= 1 + len(text)
        told.append(replace(following, text=text))
    return tuple(told)


def _ends(run: Run, most: int, language: str) -> list[int]:
    """How many sentences of *run* can be told, *most* of them at the most: no telling ends before its point is made."""
    here = [one.text for one in run.paragraph.sentences[run.first : run.first + most + 1]]
    counts = range(most, run.count - 1, -1)
    return [count for count in counts if well_ended(here, count, language)] or [run.count]


def _told(first: Line, edits: tuple[str, ...], sentences: Sequence[Sentence], language: str) -> Rendition:
    text = _join([first.text, *(one.text for one in sentences[1:])], language)
    if any(len(one.text) < len(one.span) for one in sentences[1:]):
        edits = (*edits, "neighbour condensed")
    return Rendition(text=text, spans=(*first.spans, *(one.span for one in sentences[1:])), edits=edits)


def _shortened(core: Rendition, language: str) -> list[Rendition]:
    """Ever shorter forms of *core*, a single sentence."""
    found = [core]
    edits = core.edits
    for text, edit in condensed(core.text, language):
        edits = (*edits, edit) if edit not in edits else edits
        if len(text) < len(found[-1].text):
            found.append(Rendition(text=text, spans=core.spans, edits=edits))
    return found[1:]


def _join(parts: Sequence[str], language: str) -> str:
    return between_sentences(language).join(parts)


def attributed(text: str, spans: Sequence[Span], speaker: str, language: str) -> Rendition:
    """*text*, which stands at *spans*, as what *speaker* said, word for word."""
    text = text.strip()
    opening, closing = quotation_marks(language)
    quoted = text if text[:1] in '“„«「"' else opening + text.replace("“", "‘").replace("”", "’") + closing
    return Rendition(
        text=under_label(speaker, quoted, language),
        spans=tuple(spans),
        edits=("speaker named",),
    )
