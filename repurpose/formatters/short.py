"""A single short post: the hook and what says most beside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, joined, text_of
from repurpose.formatters.dates import is_ahead
from repurpose.formatters.decoration import decorated_hook
from repurpose.formatters.endings import endings, link_line, tag_line
from repurpose.formatters.filling import fill
from repurpose.formatters.leaning import leans
from repurpose.formatters.material import beats, cost, length, paragraph
from repurpose.formatters.naming import named
from repurpose.formatters.spare import plain_beat
from repurpose.formatters.tellings import Telling
from repurpose.model import KeyPointKind, Rendition
from repurpose.summarizer.lead_ins import names_dates
from repurpose.summarizer.standalone import asks, stands_alone
from repurpose.text.sentences import sentences
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.material import Material
    from repurpose.formatters.outline import Beat

__all__ = ["bare_post", "short_post"]

# A hook near the target's end still gets a line beside it.
_LINE = 100
# No short post is longer, whatever the platform takes.
_LONGEST = 600
_DEFINED = 4.0
# Where nothing else is told, nobody can place what the article has told of before.
_LEANS = 3.0
_OFF_SUBJECT = 5.0
# What limits a claim is worth a line of a longer post; a short one makes the claim.
_LIMITS = 4.2
# A line that says this little is worse than none.
_WEAK = -0.9
# What a section says under its heading is chosen for being its point; those of the first ones say more.
_SECTION, _LATER_SECTION = 4.0, 0.5
# A deadline that stands in a list, and how many signs its date takes.
_DAY, _DATE = 3.0, 30
# So much more is worth the hashtags, and a post longer than those that do well.
_MUCH = 3.0
# Beside an opening of so many characters, which tells the news by itself, a line has to say something.
_FULL, _FAIR = 150, 0.3


def short_post(material: Material) -> tuple[Copy, ...]:
    """
    One post: hook, the weightiest beats that fit, ending, hashtags; what does not fit is left out, from the end.

    None where what the hook asks for cannot be told, or where it leaves no room for the ending.
    """
    profile = material.profile
    # What an author whom nobody names says as "we" is better than nothing.
    found = beats(material) or beats(material, with_spare=True)
    found = (*found, *_points_of_sections(found, material), *_days_ahead(found, material))
    offered = [_weighed(beat, material) for beat in found]
    anything = [short for beat in offered if not beat.is_leaning and (short := _for_short(beat)) is not None]
    is_full = len(material.hook.text) >= _FULL and material.hook.delivers is None
    least = _FAIR if is_full else _WEAK
    good = [
        short
        for beat in offered
        if (beat.worth > least or beat.place == material.hook.delivers) and (short := _for_short(beat)) is not None
    ]
    around = _around(offered, material)
    # A deadline is worth more than a short post.
    longest = profile.maximum if any(beat.is_ahead for beat in good) else max(material.longest, around + _LINE)
    told, used = _told(good, material, longest - around), material
    told, used = _with_the_best(good, told, material) or (told, used)
    # Beyond the length at which posts do well only where nothing fits below it, without hashtags only where nothing
    # fits beside them, and weak lines only beside nothing.
    untagged = replace(material, hashtags=())
    choices = [(good, material), (good, untagged), (anything, material)]
    for choice, one in choices[:1] if is_full else choices:
        if not told or material.hook.delivers not in (None, *(beat.place for beat, _ in told)):
            told, used = _told(choice, one, profile.maximum - _around(offered, one)), one
    if not told and not is_full and material.hook.delivers is None:
        told, used = _something(material)
    for parts in _ever_less(told, used):
        copy = joined(parts)
        if profile.fits(text_of(copy)):
            return (copy,)
    return ()


def _points_of_sections(found: Sequence[Beat], material: Material) -> Iterator[Beat]:
    """What sections that keep what their headings promise say under them, as statements, the first ones first."""
    sections = next((beat for beat in found if beat.is_sectioned), None)
    if sections is None or not sections.tellings[0].is_to_the_point:
        return
    article = material.article
    told = [item for item in sections.tellings[0].items if "\n" in text_of(item)]
    for place, item in enumerate(told):
        body = item[-1]
        if body.origin != "article" or not body.sources or asks(text_of(item).partition("\n")[0]):
            # What answers its heading says little without it.
            continue
        said = Rendition(text=body.text, spans=body.sources)
        first = sentences(body.text, article.language)[0].of(body.text)
        if stands_alone(first, article.language) and not leans(said, article):
            beat = plain_beat((Telling((body,), body.text, body.sources),), article)
            yield replace(beat, worth=_SECTION - _LATER_SECTION * place)


def _days_ahead(found: Sequence[Beat], material: Material) -> Iterator[Beat]:
    """The first item of each list of *found* that begins with a day that is still to come: "26 December: deadline"."""
    for beat in found:
        # Under "What does not run:" a day means something else.
        is_calendar = beat.is_list and beat.is_ahead and names_dates(beat.label, material.article.language)
        items = [item[-1] for item in beat.tellings[0].items if is_calendar]
        ahead = next((item for item in items if is_ahead(item.text[:_DATE], material.article)), None)
        if ahead is not None and ahead.origin == "article":
            one = plain_beat((Telling((ahead,), ahead.text, ahead.sources),), material.article)
            yield replace(one, worth=_DAY, is_ahead=True)


def _with_the_best(
    good: Sequence[Beat], told: Sequence[tuple[Beat, Telling]], material: Material
) -> tuple[list[tuple[Beat, Telling]], Material] | None:
    """What is told at more length or without hashtags, where they keep out what is worth much more than *told*."""
    best = max(good, key=lambda beat: beat.worth, default=None)
    if best is None or not told or best.worth - max(beat.worth for beat, _ in told) < _MUCH:
        return None
    for used in (material, replace(material, hashtags=())):
        fuller = _told(good, used, material.profile.maximum - _around(good, used))
        if any(beat.place == best.place for beat, _ in fuller):
            return fuller, used
    return None


def _something(material: Material) -> tuple[list[tuple[Beat, Telling]], Material]:
    """The first of the article's statements that fits, what leans on others last: a title alone is no post."""
    found = sorted(beats(material, with_spare=True), key=lambda beat: (beat.is_leaning, -beat.worth))
    fitting = [short for beat in found if (short := _for_short(beat)) is not None]
    for used, beat in product((material, replace(material, hashtags=())), fitting):
        room = material.profile.maximum - _around([beat], used)
        if told := fill([beat], lambda telling: cost(telling, material), room=room, most=1, must=beat.place):
            return told, used
    return [], material


def _unasked(material: Material) -> Material:
    """*material* with the endings alone that a post cannot do without: whose view it is, where the article stands."""
    needed = tuple(one for one in material.template.endings if one not in ("question", "save"))
    return replace(material, template=replace(material.template, endings=needed))


def _around(offered: Sequence[Beat], material: Material) -> int:
    return length([decorated_hook(material), endings(material, offered), tag_line(material)], material)


def _told(choice: Sequence[Beat], material: Material, room: int) -> list[tuple[Beat, Telling]]:
    longest = min(material.profile.maximum, _LONGEST) - _around(choice, material)

    def filled(most: int, must: int | None) -> list[tuple[Beat, Telling]]:
        return fill(choice, lambda telling: cost(telling, material), room=min(room, longest), most=most, must=must)

    told = filled(material.template.beats, material.hook.delivers)
    if material.hook.is_headline and len(told) == 1 and not (told[0][0].is_list or told[0][0].is_description):
        # Under a headline one sentence often says it again at length; a second one says something new, where neither
        # is cut for it.
        more = filled(material.template.beats + 1, told[0][0].place)
        return more if told[0] in more and all(beat.worth > _FAIR for beat, _ in more) else told
    return told


def bare_post(material: Material) -> tuple[Copy, ...]:
    """The hook with the link under it, where no hook leaves room for a whole ending; alone where no link fits."""
    linked = joined([material.hook.copy, link_line(material)])
    return (linked,) if material.profile.fits(text_of(linked)) else (material.hook.copy,)


def _ever_less(told: list[tuple[Beat, Telling]], material: Material) -> Iterator[list[Copy]]:
    for count in range(len(told), -1, -1):
        kept = told[:count]
        if material.hook.delivers not in (None, *(beat.place for beat, _ in kept)):
            return
        body = named([paragraph(telling.copy, material) for _, telling in kept], material)
        for one in (material, _unasked(material)):
            ending = endings(one, [beat for beat, _ in kept])
            yield [decorated_hook(material), *body, ending, tag_line(material)]
    yield [material.hook.copy, endings(material, ())]


def _weighed(beat: Beat, material: Material) -> Beat:
    """*beat*, worth more where it says what a word of the hook means, and less where it leans on what is not told."""
    term, colon, _ = beat.tellings[-1].text.partition(":")
    defines = colon and " " not in term and term.lower() in material.hook.text.lower()
    gain = _DEFINED * bool(defines) - _LEANS * beat.is_leaning - _OFF_SUBJECT * _is_off_subject(beat, material)
    gain -= _LIMITS * (beat.kind is KeyPointKind.CAVEAT)
    return replace(beat, worth=beat.worth + gain) if gain else beat


def _is_off_subject(beat: Beat, material: Material) -> bool:
    """Whether *beat* is a list whose lead-in takes up nothing of the headline over it: of what are those the rules?"""
    if not (beat.is_list and beat.lead and material.hook.is_headline) or beat.place == material.hook.delivers:
        return False
    if beat.is_ahead:
        # "Important dates:" are the headline's.
        return False
    if any(one.kind is KeyPointKind.STEP for one in material.outline.beats):
        # What one needs for the steps is named by the headline of the how-to.
        return False
    return material.hook.stems.isdisjoint(content_stems(beat.label, material.article.language))


def _for_short(beat: Beat) -> Beat | None:
    """*beat* without tellings that say too little, or that go through the whole article."""
    told = tuple(telling for telling in beat.tellings if not telling.is_bare and not telling.is_sectioned)
    if told == beat.tellings:
        return beat
    return replace(beat, tellings=told) if told else None
