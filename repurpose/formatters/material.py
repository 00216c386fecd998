"""What does a composition work with, and how does each beat read as part of a post?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.formatters.branded import branded_beats
from repurpose.formatters.copy import Copy, Piece, joined, text_of
from repurpose.formatters.hook import keeping
from repurpose.formatters.outline import told_figures, untold
from repurpose.formatters.spare import spare_beats
from repurpose.formatters.stretches import is_scrap
from repurpose.formatters.tellings import BULLET
from repurpose.formatters.under_hook import continuation, described
from repurpose.formatters.voices import is_told_by_author
from repurpose.model import KeyPointKind
from repurpose.text.counting import COUNTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from repurpose.formatters.hook import Hook
    from repurpose.formatters.outline import Beat, Outline
    from repurpose.formatters.phrases import Phrases
    from repurpose.formatters.tellings import Telling
    from repurpose.formatters.templates import FormatTemplate
    from repurpose.model import Article, Span, Summary
    from repurpose.platforms import PlatformProfile
    from repurpose.settings import LinkPlace, Settings
    from repurpose.text.counting import Unit

__all__ = ["Material", "beats", "continued", "cost", "length", "paragraph"]

# A beat that shares this many stems with another, and this part of the shorter one's, repeats it.
_SHARED = 2
_ALIKE = 0.32
_ALIKE_TITLE = 0.5
# The same where a post has too little to say.
_ALIKE_SPARE = 0.6
_ORDINARY = frozenset({KeyPointKind.CLAIM, KeyPointKind.FIGURE, KeyPointKind.QUOTE, KeyPointKind.QUESTION})
_OUT_OF_TURN = 1.5
# What takes up so many words of a headline is its news, and belongs under it.
_TAKEN_UP, _NEWS = 4, 1.5
_AS = re.compile(r"As (?:the |an? )?([^,]{1,80}), (?=(?:[A-Z][\w-]+ )?([A-Z][\w-]+) [a-z])")
# A list with more figures than these says them, and little else.
_FEW = 2
# What somebody's own story says in passing is so short; it is left out beside so much of the story.
_IN_PASSING, _TOLD_AT_LENGTH, _TOLD_BESIDE = 60, 2, 4
_FEW_POINTS = 4
# What is worth less says next to nothing; in the author's own words, which the account only quotes, it has to say more.
_FLOOR, _QUOTED_FLOOR = -2.5, 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that one draft is made from."""

    outline: Outline
    profile: PlatformProfile
    template: FormatTemplate
    settings: Settings
    phrases: Phrases
    hook: Hook
    people: frozenset[str]
    """Stems of the names of the people that the article speaks of."""
    names: Mapping[str, tuple[str, Span]]
    """Whom a bare name means: the whole name, and a place where the article writes it."""
    hashtags: tuple[str, ...]
    emojis: tuple[str, ...]
    """For the subject, the aptest first."""
    most_emojis: int
    link: str | None
    link_place: LinkPlace

    @property
    def summary(self) -> Summary:
        """The summary that the draft is made from."""
        return self.outline.summary

    @property
    def longest(self) -> int:
        """The length that the draft aims at, in the platform's unit."""
        return self.template.length or self.profile.target_length.maximum

    @property
    def is_curator(self) -> bool:
        """Whether the account shares somebody else's article."""
        return self.settings.brand.stance == "curator"

    @property
    def article(self) -> Article:
        """The article that the draft is about."""
        return self.outline.article


def beats(material: Material, *, with_spare: bool = False) -> tuple[Beat, ...]:
    """
    The beats that say something beyond the hook and beyond each other, in the article's order.

    What belongs right under the hook comes first: what goes on from it, what its author says of the whole, the news
    under a headline; *with_spare* paragraphs that are no key points are offered too.
    """
    offered = material.outline.beats
    hook = material.hook
    is_story = is_told_by_author(material.article)
    # Key points say little of a story; its author's words do.
    if with_spare or (is_story and not material.outline.is_author and len(offered) < _FEW_POINTS):
        spare = spare_beats(material.outline)
        offered = (*offered, *branded_beats(spare, material.settings, material.article.language))
    goes_on, summed_up = continued(material), described(material.outline) if hook.is_headline else None
    more = [beat for beat in (goes_on, summed_up) if beat is not None]
    offered = (*offered, *branded_beats(tuple(more), material.settings, material.article.language))
    under = None if goes_on is None else goes_on.place
    kept: Sequence[Beat] = _beyond_all(offered, hook, under, material.people, with_spare=with_spare, is_story=is_story)
    if not kept:
        # Rather one thing said in two ways than a title and nothing else.
        kept = [beat for beat in material.outline.beats if _beyond(beat, hook) is not None][:1]
    if material.template.shape != "short":
        kept = _without_scraps(kept, material.article)
    if material.template.skips_every_second:
        kept = list(_every_second_less(kept))
    first = (hook.delivers, *(one.place for one in (goes_on, summed_up, _news(kept, hook)) if one is not None))
    return tuple(sorted(kept, key=lambda beat: (*(beat.place != place for place in first), beat.place)))


def continued(material: Material) -> Beat | None:
    """What goes on from the sentence of the hook, where it can stand right under it: not in a post of its own."""
    if material.hook.delivers is not None or material.template.shape == "thread":
        return None
    beat = continuation(material.outline, material.hook)
    if beat is None or material.template.shape == "short":
        return beat
    # A long post tells the list that gives the same figures.
    listed = (_figures_of(one) for one in material.outline.beats if one.is_list)
    return None if beat.figures and any(beat.figures <= figures for figures in listed) else beat


# Beats and hooks by identity: platforms that open alike tell the same.
@lru_cache(maxsize=64)
def _beyond_all(
    offered: tuple[Beat, ...],
    hook: Hook,
    under: int | None,
    people: frozenset[str],
    *,
    with_spare: bool,
    is_story: bool,
) -> tuple[Beat, ...]:
    """
    Those of *offered* that say something beyond *hook* and beyond the weightier ones, which come first.

    The one at the place *under* goes on from the hook, and says so whatever else does.
    """
    told = [] if hook.is_headline else [hook.stems]
    most = _ALIKE_SPARE if with_spare else _ALIKE
    figures = told_figures(hook.text)
    kept: list[Beat] = []
    for beat in sorted(offered, key=lambda beat: (beat.place != hook.delivers, not beat.is_list, -beat.worth)):
        is_bound = beat.place == hook.delivers
        fresh = keeping(hook, _under(beat)) if is_bound else _beyond(beat, hook)
        if fresh is None or (not with_spare and _is_weak(fresh, is_story=is_story)):
            continue
        if fresh.is_list:
            figures |= _figures_of(fresh)
        elif not is_bound and beat.place != under:
            # What an article tells twice it often tells as done here and as planned there: once is enough.
            # A figure that nothing has given yet is worth its words again.
            is_news = not fresh.figures <= figures
            # Two figures that both are told are the same news once more.
            is_again = len(fresh.figures) > 1 and not is_news
            alike = (_repeats(fresh.stems, one, people, most) for one in told)
            if is_again or (not is_news and (_says_the_headline(fresh, hook) or any(alike))):
                continue
            told.append(fresh.stems)
            figures |= fresh.figures
        kept.append(fresh)
    kept = [beat for beat in kept if beat.place == hook.delivers or not _is_listed_again(beat, kept, hook)]
    main = _news(kept, hook)
    return tuple(replace(beat, worth=beat.worth + _NEWS) if beat is main else beat for beat in kept)


def _news(kept: Sequence[Beat], hook: Hook) -> Beat | None:
    """The beat that says what a headline over it is about, where one does."""
    told = [beat for beat in kept if beat.kind in _ORDINARY and not beat.lead]
    if not hook.is_headline or not told:
        return None
    nearest = max(told, key=lambda beat: len(beat.stems & hook.stems))
    return nearest if len(nearest.stems & hook.stems) >= _TAKEN_UP else None


def _says_the_headline(beat: Beat, hook: Hook) -> bool:
    """Whether *beat* says little beyond the headline; the lead of an article takes up its words, and tells more."""
    return hook.is_headline and len(beat.stems & hook.stems) > _ALIKE_TITLE * len(beat.stems)


def _is_listed_again(beat: Beat, told: Sequence[Beat], hook: Hook) -> bool:
    """Whether *beat* lists figures that a sentence of the hook or of what is *told* has all given."""
    if not beat.is_list or beat.is_sectioned or len(listed := _figures_of(beat)) <= _FEW:
        return False
    # The longest telling of sections has their figures.
    others = (one.tellings[0].text for one in told if one is not beat and (not one.is_list or one.is_sectioned))
    return any(listed <= told_figures(text) for text in (hook.text, *others))


def _figures_of(beat: Beat) -> frozenset[str]:
    """The figures of a list's items; their numbers are none."""
    items = beat.tellings[0].items
    return told_figures("\n".join(piece.text for item in items for piece in item if piece.origin != "layout"))


def _is_weak(beat: Beat, *, is_story: bool) -> bool:
    """Whether a post does without *beat* as long as it has others; their author's words are what stories consist of."""
    if is_story:
        return beat.worth < _FLOOR
    # A deadline is told whoever tells it.
    return (beat.is_unsigned and not beat.is_ahead) or beat.worth < (_QUOTED_FLOOR if beat.is_signed else _FLOOR)


def _without_scraps(beats: Sequence[Beat], article: Article) -> Sequence[Beat]:
    """*beats* without what their author says in a few words, where more is quoted at length, or told beside it."""
    whole = [fuller for beat in beats if (fuller := _at_length(beat, article)) is not None]
    quoted_at_length = sum(beat.is_signed or beat.is_unsigned for beat in whole)
    is_enough = quoted_at_length >= _TOLD_AT_LENGTH or len(whole) - quoted_at_length >= _TOLD_BESIDE
    return whole if is_enough else beats


def _at_length(beat: Beat, article: Article) -> Beat | None:
    """*beat* without scraps; ``None`` where nothing else is left of it."""
    if beat.is_list or beat.is_ahead:
        return beat
    told = tuple(one for one in beat.tellings if not is_scrap(one, article.language))
    is_aside = len(beat.tellings[0].text) < _IN_PASSING and is_told_by_author(article)
    if not told or is_aside:
        return None
    return beat if told == beat.tellings else replace(beat, tellings=told)


def _every_second_less(kept: Sequence[Beat]) -> Iterator[Beat]:
    """*kept*, every second of the ordinary beats worth less; what an author tells as "I" goes on from part to part."""
    count = 0
    for beat in kept:
        is_ordinary = beat.kind in _ORDINARY and not beat.lead and not beat.is_signed and not beat.is_unsigned
        count += is_ordinary
        yield replace(beat, worth=beat.worth - _OUT_OF_TURN) if is_ordinary and count % 2 == 0 else beat


def _under(beat: Beat) -> Beat:
    """*beat* without what stands over it, which the hook says."""
    if not beat.lead:
        return beat
    # Its lead-in goes, and the line break after it.
    skipped = len(beat.lead) + 1
    tellings = tuple(
        telling
        if telling.is_sectioned
        else replace(telling, copy=telling.copy[skipped:], text=text_of(telling.copy[skipped:]))
        for telling in beat.tellings
        if telling.is_sectioned or (telling.copy[: skipped - 1] == beat.lead and len(telling.copy) > skipped)
    )
    return replace(beat, tellings=tellings, lead=()) if tellings else beat


def _beyond(beat: Beat, hook: Hook) -> Beat | None:
    """*beat* without what the hook tells: of a run that holds the hook's sentence, what comes before it."""
    fresh = untold(beat, hook.sources) if hook.sources else beat
    return None if fresh is None else _introduced(fresh, hook)


def _introduced(beat: Beat, hook: Hook) -> Beat:
    """*beat* without "As co-founder of Scale AI, " where the hook has said so."""
    said = _AS.match(beat.tellings[0].text)
    # Of somebody else the same may be said.
    if said is None or f"{said[2]}, {said[1]}," not in hook.text:
        return beat
    return replace(beat, tellings=tuple(_without_front(telling, said[0]) for telling in beat.tellings))


def _without_front(telling: Telling, front: str) -> Telling:
    first, *others = telling.copy
    copy = (replace(first, text=first.text.removeprefix(front)), *others)
    return replace(telling, copy=copy, text=text_of(copy))


def _repeats(one: frozenset[str], other: frozenset[str], people: frozenset[str], most: float) -> bool:
    """Whether the two say the same: more than *most* of their words in common, and not just who they are about."""
    shared = one & other
    return len(shared - people) >= _SHARED and len(shared) > most * min(len(one), len(other))


def paragraph(copy: Copy, material: Material) -> Copy:
    """*copy* with the bullets of the platform."""
    if material.template.bullet == BULLET:
        return copy
    return tuple(
        Piece(material.template.bullet, "layout") if piece.origin == "layout" and piece.text == BULLET else piece
        for piece in copy
    )


def cost(telling: Telling, material: Material) -> int:
    """What *telling* takes of a post, with the blank line before it."""
    return _measured(telling.text, material.profile.unit) + 2


def length(copies: Sequence[Copy], material: Material) -> int:
    """The length of *copies* as paragraphs of one post, in the platform's unit."""
    return _measured(text_of(joined(copies)), material.profile.unit)


@lru_cache(maxsize=4096)
def _measured(text: str, unit: Unit) -> int:
    return COUNTERS[unit](text)
