"""A long post or caption: the hook, then as much of the article as the platform reads, the ending, the hashtags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.formatters.branded import branded_copy
from repurpose.formatters.chapters import chapters
from repurpose.formatters.copy import Copy, joined, text_of
from repurpose.formatters.decoration import decorated_hook, decorated_list
from repurpose.formatters.endings import early_attribution, early_link, endings, tag_line
from repurpose.formatters.filling import PRICE, fill
from repurpose.formatters.hashtags import spoken_of
from repurpose.formatters.material import beats, continued, cost, length, paragraph
from repurpose.formatters.naming import in_full
from repurpose.formatters.outline import told_figures, untold
from repurpose.formatters.skeleton import (
    is_contents,
    is_told_in,
    placed,
    skeleton,
    tells_sections,
    title_over,
    under_their_headings,
)
from repurpose.formatters.stretches import run_on
from repurpose.model import KeyPointKind
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.points import tells_what_to_do
from repurpose.summarizer.runs import is_warning
from repurpose.text.quotations import quotations
from repurpose.text.sentences import sentences
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.material import Material
    from repurpose.formatters.outline import Beat
    from repurpose.formatters.tellings import Telling
    from repurpose.model import Article

__all__ = ["long_post"]

# A how-to is its steps, and they come whole: for that it may run over the length at which posts do well.
HOW_TO_STRETCH = 2
_ONLY_LIST = (4, 3)
# For a list it may run over it by one part in so many.
_FOR_A_LIST = 20
_FILLED_UP = 250
_LIST_ALONE = 0.25
# "The key points" are so many items and sentences.
_MANY = 3
# What each part of a long post costs its reader: a few that are told at length read better than many sentences.
_PRICE = 1.4
# What is worth less is left out where enough is told without it.
_SAYS_LITTLE, _ENOUGH = -0.5, 0.6
# An article that is not so much longer than the post stays as short as what it says.
_SHORT_ARTICLE = 2


def long_post(material: Material) -> tuple[Copy, ...]:
    """One post within the platform's target length, in the article's order; none without what its hook asks for."""
    offered = tuple(_offered(beats(material), material))
    least = material.profile.target_length.minimum
    if material.article.language in UNSPACED:
        # A sign there says what two or three letters say elsewhere.
        least //= 2
    # All hashtags but the first may go in the end.
    least += sum(len(tag) + 1 for tag in material.hashtags[1:])
    told = _told(skeleton(offered, material), material, material.longest, price=_PRICE)
    # The list of the title is a post by itself, where no more than that is read or the title promises no more.
    is_promised = promised_by_title(material.article.title or "", material.article.language) is not None
    is_whole = (is_promised or not material.template.sections) and any(beat.is_titled for beat, _ in told)
    if _length(told, material) < least * (_LIST_ALONE if is_whole else 1):
        # More than enough to come up to it would bury the sections.
        has_sections = any(beat.is_sectioned or beat.is_titled for beat, _ in told)
        room = least + _FILLED_UP if has_sections else material.longest
        told = _told(offered, material, room)
        is_long = len(material.article.text) > _SHORT_ARTICLE * least
        if _length(told, material) < (least if is_long else least // 2):
            told = _filled_up(material, least, is_long=is_long)
    enough = max(least, round(material.longest * _ENOUGH))
    told = under_their_headings(_pruned(told, material, enough), material)
    if material.hook.delivers not in (None, *(beat.place for beat, _ in told)):
        return ()
    if material.hook.is_over_many and _lines(told, material) < _MANY:
        return ()
    in_place = list(placed(told, material))
    in_place = _run_on(in_place, material.article)
    parts = _in_full(_signed_once([paragraph(copy, material) for _, copy in in_place]), told, material)
    kept = [beat for beat, _ in in_place]
    hook = decorated_hook(material)
    said_first = early_attribution(material)
    used = list(material.emojis[:1])
    body = [decorated_list(part, beat, material, used) for part, beat in zip(parts, kept, strict=True)]
    # "What you need:" has it right under it, and an opening what goes on from it.
    goes_on = continued(material)
    is_under = goes_on is not None and any(beat.place == goes_on.place for beat in kept[:1])
    under = int((material.hook.text.endswith((":", "：")) and material.hook.delivers is not None) or is_under)
    head = [hook, *body[:under], early_link(material), said_first]
    text = text_of(joined([*head, *body[under:]]))
    own = (*material.settings.brand.hashtags_always, *material.article.author_hashtags)
    apt = replace(material, hashtags=spoken_of(material.hashtags, text, material.article.language, always=own))
    return (joined([*head, *body[under:], *_ending(apt, kept)]),)


def _pruned(told: list[tuple[Beat, Telling]], material: Material, least: int) -> list[tuple[Beat, Telling]]:
    """*told* without what says least, as long as that leaves *least* units: no post is filled for its own sake."""
    spare = [one for one in told if _says_little(one[0], material)]
    left = _length(told, material) if spare else 0
    dropped = []
    for one in sorted(spare, key=lambda one: one[0].worth):
        if left - cost(one[1], material) >= least:
            left -= cost(one[1], material)
            dropped.append(one[0].place)
    return [one for one in told if one[0].place not in dropped]


def _says_little(beat: Beat, material: Material) -> bool:
    """Whether a post that is long enough loses little without *beat*: a plain statement without a figure."""
    longest = beat.tellings[0].text
    is_needed = beat.place == material.hook.delivers or beat.is_description or beat.is_ahead
    is_needed = is_needed or bool(told_figures(longest) or quotations(longest))
    is_plain = beat.kind is KeyPointKind.CLAIM and not (beat.lead or beat.is_signed or beat.is_unsigned)
    if not is_plain or is_needed or beat.worth >= _SAYS_LITTLE:
        return False
    text = beat.tellings[-1].text
    return not is_warning(text) and not tells_what_to_do(text, material.article.language)


def _lines(told: Sequence[tuple[Beat, Telling]], material: Material) -> int:
    """How many items and sentences are told."""
    return sum(len(one.items or sentences(one.text, material.article.language)) for _, one in told)


def _filled_up(material: Material, least: int, *, is_long: bool) -> list[tuple[Beat, Telling]]:
    """
    What is told with paragraphs that are no key points among it, and no more of them than it takes.

    What an author whom nobody names says as "I" or "we" comes last, and into short articles' posts not at all.
    """
    spare = beats(material, with_spare=True)
    room = min(material.longest, least + _FILLED_UP)
    told = _told(
        tuple(_offered([beat for beat in spare if beat.is_ahead or not beat.is_unsigned], material)), material, room
    )
    if not told or (is_long and _length(told, material) < least):
        offered = tuple(_offered(spare, material))
        told = _told(offered, material, room)
        if is_long and not any(beat.is_list for beat, _ in told):
            told = _topped_up(told, offered, material, least)
    return told


def _topped_up(
    told: list[tuple[Beat, Telling]], offered: Sequence[Beat], material: Material, least: int
) -> list[tuple[Beat, Telling]]:
    """*told* with the weightiest others of *offered*, whatever they cost a reader, up to *least* units."""
    kept = list(told)
    known = {beat.place for beat, _ in told}
    for beat in sorted((one for one in offered if one.place not in known), key=lambda one: -one.worth):
        fresh = untold(beat, [span for _, one in kept for span in one.spans])
        length_so_far = _length(kept, material)
        if length_so_far >= least:
            break
        room = material.longest - length_so_far
        fitting = [one for one in (fresh.tellings if fresh else ()) if not one.is_bare and cost(one, material) <= room]
        # The shortest that is enough, or the longest that there is.
        enough = [one for one in fitting if length_so_far + cost(one, material) >= least]
        kept += [(beat, one) for one in (*enough[-1:], *fitting[:1])[:1]]
    places = [beat.place for beat in offered]
    return sorted(kept, key=lambda one: places.index(one[0].place))


def _run_on(told: Sequence[tuple[Beat, Copy]], article: Article) -> list[tuple[Beat, Copy]]:
    """*told*, what is quoted of one paragraph, sentence after sentence, as one quotation."""
    found: list[tuple[Beat, Copy]] = []
    for beat, copy in told:
        joint = run_on(found[-1][1], copy, article) if found else None
        if joint is not None:
            found[-1] = found[-1][0], joint
        else:
            found.append((beat, copy))
    return found


def _signed_once(parts: Sequence[Copy]) -> list[Copy]:
    """*parts* with the author's name before the first of the author's own words that stand under each other."""
    signed = [part[0].origin == "byline" for part in parts]
    return [
        part[1:] if is_signed and is_signed_above else part
        for part, is_signed, is_signed_above in zip(parts, signed, [False, *signed], strict=False)
    ]


def _in_full(parts: list[Copy], told: Sequence[tuple[Beat, Telling]], material: Material) -> list[Copy]:
    """*parts* with their short forms spelled out, where there is room for it."""
    full = in_full(parts, material)
    grown = length(full, material) - length(parts, material)
    return full if _length(told, material) + grown <= material.longest else parts


def _told(
    offered: Sequence[Beat], material: Material, room: int, *, price: float = PRICE
) -> list[tuple[Beat, Telling]]:
    if any(beat.kind is KeyPointKind.STEP for beat in offered):
        room = min(room * HOW_TO_STRETCH, material.profile.maximum)
    around = length(_around(material, offered), material)
    # What must follow on the hook follows, even if the post gets longer than posts should be.
    bound = (beat for beat in offered if beat.place == material.hook.delivers)
    needed = min((cost(telling, material) for beat in bound for telling in beat.tellings), default=0)
    room = min(material.profile.maximum, max(room, around + needed))
    must = material.hook.delivers
    told = _filled(offered, material, room - around, must, price)
    listed = max((beat for beat in offered if beat.is_list), key=lambda beat: beat.worth, default=None)
    if listed is not None and not any(beat.is_list for beat, _ in told):
        # A few signs more, or a sentence less, are better than a caption without its list.
        wider = min(material.profile.maximum, room + room // _FOR_A_LIST) - around
        told = _filled(offered, material, wider, must if must is not None else listed.place, price)
    return told


def _filled(
    offered: Sequence[Beat], material: Material, room: int, must: int | None, price: float
) -> list[tuple[Beat, Telling]]:
    most = material.template.beats
    return fill(offered, lambda telling: cost(telling, material), room=room, most=most, must=must, price=price)


def _around(material: Material, told: Sequence[Beat]) -> list[Copy]:
    said_first = early_attribution(material)
    head = [material.hook.copy, early_link(material), said_first, title_over(told, material)]
    return [*head, *_ending(material, told)]


def _ending(material: Material, told: Sequence[Beat]) -> list[Copy]:
    """What stands under the body of a post in which *told* is told."""
    closing = endings(material, told, attributes_early=True, has_sign_off=True)
    return [_chapters(material), closing, tag_line(material)]


def _chapters(material: Material) -> Copy:
    if not material.template.has_chapters:
        return ()
    return branded_copy(chapters(material.article), material.settings, material.article.language)


def _length(told: Sequence[tuple[Beat, Telling]], material: Material) -> int:
    return length(_around(material, [beat for beat, _ in told]), material) + sum(
        cost(telling, material) for _, telling in told
    )


def _offered(found: Sequence[Beat], material: Material) -> Iterator[Beat]:
    """*found* with no more lists than the platform reads, none of them longer than it reads one."""
    template = material.template
    sections = next((beat for beat in found if beat.is_sectioned and tells_sections(beat, material)), None)
    if sections is not None:
        # What a section tells is not told a second time by itself.
        told = sections.tellings[0].spans
        free = (beat if beat.is_list else untold(beat, told) for beat in found)
        found = [beat for beat in free if beat is not None and not is_told_in(sections, beat, material)]
        found = [beat for beat in found if beat is sections or not is_contents(beat, sections)]
    tellable = _tellable(found, material, template.list_length)
    if not any(beat.is_list for beat in tellable):
        # The only list that there is may be longer.
        tellable = _tellable(found, material, template.list_length * _ONLY_LIST[0] // _ONLY_LIST[1])
    listed = sorted((beat for beat in tellable if beat.is_list), key=lambda beat: -beat.worth)
    # A how-to is told whole, with what one needs for it.
    is_how_to = any(beat.kind is KeyPointKind.STEP for beat in listed)
    # So is what consists of lists alone: two of them are told together.
    most = template.lists + (is_how_to or len(listed) == len(tellable))
    kept = [beat.place for beat in listed[:most]]
    for beat in tellable:
        if not beat.is_list or beat.place in kept or beat.place == material.hook.delivers:
            yield beat
        elif defined := tuple(telling for telling in beat.tellings if not telling.items):
            # What a definition means is told without its examples.
            yield replace(beat, kind=KeyPointKind.DEFINITION, tellings=defined, worth=beat.worth)


def _tellable(found: Sequence[Beat], material: Material, limit: int) -> list[Beat]:
    """*found*, the lists among it in what the platform reads of them: *limit* characters."""
    short = (_for_platform(beat, material, limit) if beat.is_list else beat for beat in found)
    return [beat for beat in short if beat is not None]


def _for_platform(beat: Beat, material: Material, limit: int) -> Beat | None:
    """The list *beat* in those of its tellings that the platform reads, if there are any: of *limit* characters."""
    if beat.kind is KeyPointKind.STEP or beat.place == material.hook.delivers:
        limit = material.profile.maximum
    is_sectioned = tells_sections(beat, material)
    told = tuple(
        telling
        for telling in beat.tellings
        if not telling.is_bare and (is_sectioned if telling.is_sectioned else len(telling.text) <= limit)
    )
    # Its sections come before its headings alone.
    told = tuple(telling for telling in told if telling.is_sectioned) or told
    if told == beat.tellings:
        return beat
    return replace(beat, tellings=told) if told else None
