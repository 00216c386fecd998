"""
Which runs of neighbouring sentences say something by themselves?

The unit is a run, not a sentence: one to three sentences of one paragraph, the first of which stands alone, so that a
pronoun in the second brings its antecedent along.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import KeyPointKind, Rendition
from repurpose.summarizer.candidates import Candidate
from repurpose.summarizer.condense import condensed, drop_marker
from repurpose.summarizer.standalone import is_complete, stands_alone
from repurpose.text.discourse import discourse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.summarizer.passages import Paragraph, Sentence
    from repurpose.summarizer.salience import Salience
    from repurpose.text.discourse import Discourse

__all__ = ["runs"]

LONGEST_RUN = 3
# A run longer than a post of the shortest platform cannot be used whole anywhere.
LONGEST_TEXT = 270
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d")
_LATE = 0.55


def runs(paragraph: Paragraph, section: int | None, salience: Salience, *, language: str) -> Iterator[Candidate]:
    """The candidates that *paragraph* offers, one for each sentence that can open a run."""
    own = discourse(language)
    found = paragraph.sentences
    for start, first in enumerate(found):
        is_spoken = paragraph.speaker is not None
        # Between quotation marks every word stays as it was.
        opening = first.text if is_spoken else drop_marker(first.text, language)
        if own.warm_ups.search(first.text) and not _survives_warm_up(first.text, language, own):
            continue
        if not stands_alone(opening, language, salience.topic):
            continue
        run = _extend(found, start, own, language, verbatim=is_spoken)
        renditions = _renditions(run, language, own, paragraph.speaker)
        stems = salience.stems(renditions[0].text)
        value = max(salience.of_stems(salience.stems(run[0].text)), salience.of_stems(stems))
        value += 0.8 * salience.on_topic(stems) + 0.4 * max(0.0, 1 - first.position / 0.15)
        if own.first_person.search(renditions[0].text) and paragraph.speaker is None:
            value -= 0.6
        is_quote = paragraph.is_quote or paragraph.speaker is not None
        is_pair = len(run) > 1 and own.contrasts.match(run[1].text) is not None
        kind, bonus = _kind(renditions[0].text, first, own, is_quote=is_quote, is_pair=is_pair)
        yield Candidate(
            kind=kind,
            renditions=renditions,
            block=paragraph.block,
            section=section,
            position=first.position,
            stems=stems,
            value=value + bonus,
            is_personal=paragraph.speaker is None and own.first_person.search(renditions[0].text) is not None,
        )


def _extend(found: Sequence[Sentence], start: int, own: Discourse, language: str, *, verbatim: bool) -> list[Sentence]:
    """The run that begins at *start*: neighbours join while they are whole, on the way, and short enough."""
    run = [found[start]]
    room = LONGEST_TEXT - len(found[start].text)
    for following in found[start + 1 : start + LONGEST_RUN]:
        text = following.text
        if not is_complete(text, language) or own.deictics.search(text) or own.warm_ups.search(text):
            break
        if len(text) >= room:
            # A neighbour that is too long may still come along in a shorter form.
            forms = () if verbatim else condensed(text, language)
            text = next((shorter for shorter, _ in forms if len(shorter) < room), "")
            if not text:
                break
        room -= 1 + len(text)
        run.append(replace(following, text=text))
    return run


def _renditions(run: Sequence[Sentence], language: str, own: Discourse, speaker: str | None) -> tuple[Rendition, ...]:
    """The run whole, then without its last sentences, then its first sentence condensed."""
    least = 2 if len(run) > 1 and own.contrasts.match(run[1].text) else 1
    found: list[Rendition] = []
    for count in range(len(run), least - 1, -1):
        parts = run[:count]
        # A marker leads back to a sentence that is not there.
        opening = parts[0].text if speaker is not None else drop_marker(parts[0].text, language)
        edits: tuple[str, ...] = ("marker dropped",) if opening != parts[0].text else ()
        text = _join([opening, *(part.text for part in parts[1:])], language)
        if any(len(part.text) < len(part.span) for part in parts):
            edits = (*edits, "neighbour condensed")
        found.append(Rendition(text=text, spans=tuple(part.span for part in parts), edits=edits))
    if speaker is not None:
        return tuple(_attributed(rendition, speaker) for rendition in found)
    if least == 1:
        edits = found[-1].edits
        for text, edit in condensed(run[0].text, language):
            edits = (*edits, edit) if edit not in edits else edits
            if len(text) < len(found[-1].text):
                found.append(Rendition(text=text, spans=(run[0].span,), edits=edits))
    # A warm-up is often a tail: the forms without it are the ones to use.
    return tuple(one for one in found if not own.warm_ups.search(one.text)) or tuple(found)


def _join(parts: Sequence[str], language: str) -> str:
    return ("" if language in ("ja", "zh") else " ").join(parts)


def _attributed(rendition: Rendition, speaker: str) -> Rendition:
    """*rendition* as what *speaker* said, word for word."""
    text = rendition.text.strip()
    quoted = text if text[:1] in '“„«「"' else "“" + text.replace("“", "‘").replace("”", "’") + "”"
    return Rendition(text=f"{speaker}: {quoted}", spans=rendition.spans, edits=(*rendition.edits, "speaker named"))


def _survives_warm_up(text: str, language: str, own: Discourse) -> bool:
    """Whether some condensed form of *text* is without its warm-up."""
    return any(not own.warm_ups.search(shorter) for shorter, _ in condensed(text, language))


def _kind(text: str, first: Sentence, own: Discourse, *, is_quote: bool, is_pair: bool) -> tuple[KeyPointKind, float]:
    """What the run does, and how much that adds to its value."""
    if is_quote:
        return KeyPointKind.QUOTE, 0.1
    if own.risks.search(text) and (own.hedges.search(text) or own.negations.search(text)) and first.position > _LATE:
        return KeyPointKind.CAVEAT, 1.5 if is_pair else 1.0
    head = re.match(r"^\S+(?:\s\S+){0,4}?\s(?=\S)", text)
    if head and (match := own.definitions.search(text)) and match.start() < 60:  # noqa: PLR2004 - the term comes first
        return KeyPointKind.DEFINITION, 0.5
    if _NUMBER.search(_YEAR.sub("", text)):
        return KeyPointKind.FIGURE, 0.2
    return KeyPointKind.CLAIM, 0.0
