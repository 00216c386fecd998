"""What does the brand leave out of an article's words, and what does it say instead?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, text_of
from repurpose.formatters.hooks import Offered
from repurpose.formatters.wording import breaks_ban, preferred

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.hook import Hook
    from repurpose.formatters.outline import Beat, Outline
    from repurpose.formatters.tellings import Telling
    from repurpose.settings import Settings

__all__ = ["branded_beats", "branded_copy", "branded_offer", "branded_outline"]

_REWORDED = ("article", "title", "subtitle", "description", "caption")


def branded_outline(outline: Outline, settings: Settings) -> Outline:
    """*outline* without what the brand never says, in its own words."""
    beats = branded_beats(outline.beats, settings, outline.article.language)
    return outline if beats is outline.beats else replace(outline, beats=beats)


def branded_beats(beats: tuple[Beat, ...], settings: Settings, language: str) -> tuple[Beat, ...]:
    """*beats* without what the brand never says, in its own words."""
    return tuple(_beats(beats, settings, language)) if _has_wishes(settings) else beats


def branded_offer(lines: Offered, settings: Settings, language: str) -> Offered:
    """*lines* without those that have a banned word, in the brand's own words."""
    if not _has_wishes(settings):
        return lines
    return Offered(
        hooks=_branded(lines.hooks, settings, language),
        kickers=_branded(lines.kickers, settings, language),
        titles=_branded(lines.titles, settings, language),
    )


def _branded(hooks: Sequence[Hook], settings: Settings, language: str) -> tuple[Hook, ...]:
    said = [replace(hook, copy=_worded(hook.copy, settings, language)) for hook in hooks]
    return tuple(
        replace(hook, text=text_of(hook.copy)) for hook in said if not breaks_ban(text_of(hook.copy), settings)
    )


def branded_copy(copy: Copy, settings: Settings, language: str) -> Copy:
    """*copy* in the brand's own words; empty where it has a banned one."""
    said = _worded(copy, settings, language)
    return () if breaks_ban(text_of(said), settings) else said


def _has_wishes(settings: Settings) -> bool:
    return bool(settings.brand.preferred_words or settings.brand.banned_words)


def _beats(beats: Sequence[Beat], settings: Settings, language: str) -> Iterator[Beat]:
    for beat in beats:
        tellings = tuple(_telling(telling, settings, language) for telling in beat.tellings)
        kept = tuple(telling for telling in tellings if not breaks_ban(telling.text, settings))
        if kept:
            yield replace(beat, tellings=kept, lead=branded_copy(beat.lead, settings, language))


def _telling(telling: Telling, settings: Settings, language: str) -> Telling:
    copy = _worded(telling.copy, settings, language)
    items = tuple(_worded(item, settings, language) for item in telling.items)
    return replace(telling, copy=copy, text=text_of(copy), items=items)


def _worded(copy: Copy, settings: Settings, language: str) -> Copy:
    """*copy* in the brand's words, but for what stands between quotation marks."""
    return tuple(
        replace(piece, text=preferred(piece.text, settings, language=language))
        if piece.origin in _REWORDED and not (index and copy[index - 1].origin == "quotation")
        else piece
        for index, piece in enumerate(copy)
    )
