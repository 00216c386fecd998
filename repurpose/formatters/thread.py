"""A thread: the hook with what follows, then one idea a post, the ending on the last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, joined, text_of
from repurpose.formatters.decoration import thread_sign
from repurpose.formatters.endings import early_attribution, endings, tag_line
from repurpose.formatters.material import beats, paragraph
from repurpose.formatters.outline import untold
from repurpose.formatters.short import short_post
from repurpose.formatters.splitting import parts, split_list
from repurpose.model import KeyPointKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from repurpose.formatters.material import Material
    from repurpose.formatters.outline import Beat
    from repurpose.formatters.tellings import Telling
    from repurpose.model import Span

__all__ = ["NUMBERINGS", "thread"]

NUMBERINGS = {"none": "", "n/m": "{n}/{m} ", "(n/m)": "({n}/{m}) ", "n": "{n}. "}
"""What stands before the text of each post of a thread."""
# Fewer beats are a post with something after it, not a thread.
_FEWEST = 2
_LONGEST_LABEL = 60
# A post with less than this is a widow.
_LEAST = 40
# A list that is no how-to takes at most so many posts, and no item stands alone.
_MOST_PARTS = 3
_ASKS = re.compile(r"(?:Why|How|What|Who|Where|When)\b")
# "Wang's focus", "What Meta wants": a label with somebody's name.
_HAS_NAME = re.compile(r"^[A-Z]\w+[’']s |(?<=[a-z] )[A-Z]")
# "WHO" may be a name, "Who" is none.
_IN_CAPITALS = re.compile(r"[A-Z0-9].*[A-Z0-9]|^I$")
# First words of a label that are written small inside a sentence.
_COMMON = frozenset({"how", "why", "what", "who", "where", "when", "the", "a", "an", "our", "your", "more", "other"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A beat and the posts that tell it."""

    beat: Beat
    posts: tuple[Copy, ...]


def thread(material: Material) -> tuple[Copy, ...]:
    """
    The posts of a thread, numbered as wanted; a single post when the article has too few ideas for one.

    None where what the hook asks for cannot be told.
    """
    style = NUMBERINGS[material.template.numbering]
    # How wide "3/12 " is depends on how many posts there are, and that on how wide it is: tried from one digit on.
    posts: tuple[Copy, ...] = ()
    for digits in range(1, 4):
        widest = len(style.format(n="9" * digits, m="9" * digits))
        posts = _composed(material, reserve=widest)
        if len(posts) < 10**digits:
            break
    if len(posts) < _FEWEST or not style:
        return posts
    total = len(posts)
    return tuple(
        (Piece(style.format(n=number, m=total), "layout"), *copy) for number, copy in enumerate(posts, start=1)
    )


def _composed(material: Material, *, reserve: int) -> tuple[Copy, ...]:
    def fits(text: str) -> bool:
        return material.profile.fits(text, reserve=reserve)

    told = _each_once(material, fits)
    if not told:
        # Rather a sentence that goes on in the next post than nothing.
        told = [_Told(beat, posts) for beat in _chosen(material)[:1] if (posts := _cut(beat, material, fits))]
    if sum(len(one.posts) for one in told) < _FEWEST:
        return short_post(material)
    if material.hook.delivers is not None and not _is_delivered(told, material, fits):
        return ()
    first, told = _opened(told, material, fits)
    body = [post for one in told for post in one.posts]
    kept = [one.beat for one in told]
    ending = endings(material, kept, attributes_early=True)
    last = joined([ending, tag_line(material)])
    merged = joined([body[-1], last])
    if not last or fits(text_of(merged)):
        body[-1] = merged
    elif len(text_of(ending)) >= _LEAST and fits(text_of(last)):
        body.append(last)
    else:
        body[-1] = next(
            (
                copy
                for extra in (ending, tag_line(material))
                if extra and fits(text_of(copy := joined([body[-1], extra])))
            ),
            body[-1],
        )
    return (first, *body)


def _each_once(material: Material, fits: Callable[[str], bool]) -> list[_Told]:
    """The beats in posts, in the article's order, no sentence in two of them: the weightiest has it."""
    chosen = list(enumerate(_chosen(material)))
    spans: list[Span] = []
    found: dict[int, _Told] = {}
    for at, beat in sorted(chosen, key=lambda one: -one[1].worth):
        fresh = beat if beat.is_list else untold(beat, spans)
        if fresh is not None and (posts := _posts(fresh, material, fits)):
            found[at] = _Told(fresh, posts)
            spans += (source for post in posts for piece in post for source in piece.sources if not beat.is_list)
    return [found[at] for at, _ in chosen if at in found]


def _chosen(material: Material) -> list[Beat]:
    """The weightiest beats, in the article's order; a widow only where there is nothing else."""
    offered = beats(material)
    full = [beat for beat in offered if beat.is_list or len(beat.tellings[0].text) >= _LEAST]
    offered = tuple(full) if len(full) >= _FEWEST else offered
    bound = material.hook.delivers
    ranked = sorted(offered, key=lambda beat: (beat.place != bound, not beat.is_sectioned, -beat.worth))
    room = material.template.beats
    kept: set[int] = set()
    for beat in ranked:
        # Told section by section, a beat takes a post for each.
        takes = beat.count if beat.is_sectioned else 1
        if not kept or takes <= room:
            kept.add(beat.place)
            room -= takes
    chosen = [beat for beat in offered if beat.place in kept]
    tips = next((beat for beat in chosen if beat.is_advice and beat.is_sectioned), None)
    if tips is not None:
        # After the last tip a sentence that belongs to the first one is left over.
        plain = (KeyPointKind.CLAIM, KeyPointKind.FIGURE)
        chosen = [beat for beat in chosen if beat.kind not in plain or beat.place < tips.place]
    told = [span for beat in chosen if beat.is_sectioned for span in beat.tellings[0].spans]
    free = (beat if beat.is_list else untold(beat, told) for beat in chosen)
    return [beat for beat in free if beat is not None]


def _posts(beat: Beat, material: Material, fits: Callable[[str], bool]) -> tuple[Copy, ...]:
    """The beat as one post, or as several where it is too long for one."""
    tellings = [telling for telling in beat.tellings if not telling.is_bare]
    if sections := _sections(tellings, material, fits):
        return sections
    tellings = [telling for telling in tellings if not telling.is_sectioned]
    copies = [paragraph(telling.copy, material) for telling in tellings]
    whole = next((copy for copy in copies if fits(text_of(copy))), None)
    if whole is not None:
        return (whole,)
    if not beat.is_list:
        # The shortest telling needs the fewest cuts.
        return parts(copies[-1], material.article.language, fits) if copies else ()
    for telling in tellings:
        if telling.items and (made := _split(telling, beat, material, fits)):
            return made
    shortest = paragraph(beat.tellings[-1].copy, material)
    return (shortest,) if fits(text_of(shortest)) and not beat.tellings[-1].is_sectioned else ()


def _cut(beat: Beat, material: Material, fits: Callable[[str], bool]) -> tuple[Copy, ...]:
    """A beat of which no sentence fits, cut inside its sentences."""
    shortest = paragraph(beat.tellings[-1].copy, material)
    return parts(shortest, material.article.language, fits, whole_sentences=False) if not beat.is_list else ()


def _sections(tellings: Sequence[Telling], material: Material, fits: Callable[[str], bool]) -> tuple[Copy, ...]:
    """The article's sections, a post for each, where all of them fit."""
    most = material.template.beats
    for telling in tellings:
        is_told = all("\n" in text_of(item) for item in telling.items)
        if telling.is_sectioned and is_told and len(telling.items) <= most and _all_fit(telling.items, fits):
            return tuple(paragraph(item, material) for item in telling.items)
    return ()


def _all_fit(copies: Sequence[Copy], fits: Callable[[str], bool]) -> bool:
    return all(fits(text_of(copy)) for copy in copies)


def _split(telling: Telling, beat: Beat, material: Material, fits: Callable[[str], bool]) -> tuple[Copy, ...]:
    """A list over several posts under the same label; a how-to over as many as it needs."""
    heading = material.phrases.copy("continued", label=beat.label)
    if not heading:
        return ()
    items = [paragraph(item, material) for item in telling.items]
    is_ordered = items[0][0].text[:1].isdigit()

    def over(first: int, last: int) -> Copy:
        if first == 0:
            return beat.lead
        # A numbered step by itself needs none.
        return () if is_ordered and last - first == 1 else heading

    most = len(items) if beat.kind is KeyPointKind.STEP else min(_MOST_PARTS, len(items) // 2)
    return split_list(items, over, fits, most=most)


def _is_delivered(told: Sequence[_Told], material: Material, fits: Callable[[str], bool]) -> bool:
    """Whether what the hook asks for is told: a list in posts of its own, an answer right under its question."""
    delivered = next((one for one in told if one.beat.place == material.hook.delivers), None)
    if delivered is None or delivered.beat.is_list:
        return delivered is not None
    return len(told) > _FEWEST and _answer(delivered, material, fits) is not None


def _answer(told: _Told, material: Material, fits: Callable[[str], bool]) -> Copy | None:
    """The hook with what it asks for right under it, where that fits."""
    answered = joined([material.hook.copy, told.posts[0]], "\n")
    return answered if len(told.posts) == 1 and fits(text_of(answered)) else None


def _opened(told: list[_Told], material: Material, fits: Callable[[str], bool]) -> tuple[Copy, list[_Told]]:
    """The first post, and what is left for the others: an answer stands under its question, a list under its lead."""
    hook = material.hook
    if (
        told[0].beat.place == hook.delivers
        # A headline stands over the whole thread; a lead-in over its list.
        and not (told[0].beat.is_list and (hook.is_headline or len(told) == 1))
        and (answered := _answer(told[0], material, fits)) is not None
    ):
        return answered, told[1:]
    sign = thread_sign(material)
    labels = [label for one in told if one.beat.is_list and (label := _label(one.beat))][:3]
    name = {2: "promise_two", 3: "promise_three"}.get(len(labels))
    if name is not None:
        values = dict(zip("abc", [labels[0], *map(_lowered, labels[1:])], strict=False))
        promise = material.phrases.copy(name, **values)
        said_first = early_attribution(material)
        copy = (*joined([hook.copy, said_first, promise]), *sign)
        if promise and fits(text_of(copy)):
            return copy, told
    # What is somebody else's view is said before anything is claimed.
    said_first = early_attribution(material)
    for copy in (joined([(*hook.copy, *sign), said_first]), (*hook.copy, *sign)):
        if fits(text_of(copy)):
            return copy, told
    return hook.copy, told


def _label(beat: Beat) -> str | None:
    text = beat.label
    if not 3 <= len(text) <= _LONGEST_LABEL or text.endswith(".") or ":" in text:  # noqa: PLR2004 - a word at least
        return None
    # "Why Meta", "Wang's focus" say what comes; "The steps", "You need" and most headlines do not.
    return text if _ASKS.match(text) or (_HAS_NAME.search(text) and not beat.is_titled) else None


def _lowered(label: str) -> str:
    first = re.sub(r"[’']s$", "", label.split(" ", 1)[0])
    return label[:1].lower() + label[1:] if first.lower() in _COMMON and not _IN_CAPITALS.search(first) else label
