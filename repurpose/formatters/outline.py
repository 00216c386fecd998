"""
What can be told of one article, in the order in which it says it: the frame that all platforms share.

Each beat carries one idea and knows several ways to tell it. What a platform tells of it is chosen elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from repurpose.formatters.asking import is_always_asked, questions, reader_question, with_answer
from repurpose.formatters.chapters import is_chapter
from repurpose.formatters.copy import Copy, text_of
from repurpose.formatters.dates import is_ahead
from repurpose.formatters.leaning import has_bare_name, leans, opens_paragraph
from repurpose.formatters.stretches import at_length
from repurpose.formatters.tellings import Telling, lead_of, tellings_of, without_told
from repurpose.formatters.voices import is_about_author, is_body, is_personal, is_told_by_author
from repurpose.model import KeyPointKind, Span
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.openings import MARKER_DROPPED
from repurpose.summarizer.passages import speaker_name
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.points import is_duty, promises_findings
from repurpose.text.discourse import discourse
from repurpose.text.persons import is_several
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from repurpose.model import Article, KeyPoint, Line, Summary

__all__ = ["Beat", "Outline", "outline_of", "told_figures", "untold"]

# A number that is no year, and no part of a name as in "18F" and "GPT-4"; "$4M" is one.
_NUMBER = r"\d++(?:[.,]\d+)*+"
_FIGURE = re.compile(
    rf"(?<=[$€£]){_NUMBER}"
    rf"|(?<![A-Za-z\d.,])(?<![A-Za-z]-)(?!(?:19|20)\d\d(?!\d|[.,]\d)){_NUMBER}(?![A-Z]\b)"
)
# With so many answered questions, what else was said can stay away.
_INTERVIEW = 4
# Who is asked.
_INTRODUCES = 2.5
# What a beat is worth beside its score: the slots of a post, and what others lose.
_WORTH = {
    KeyPointKind.STEP: 6.0,
    KeyPointKind.LIST: 2.5,
    KeyPointKind.CAVEAT: 2.0,
    KeyPointKind.DEFINITION: 0.8,
    KeyPointKind.FIGURE: 0.5,
    KeyPointKind.QUOTE: 0.3,
    KeyPointKind.QUESTION: 0.0,
    KeyPointKind.CLAIM: 0.0,
}
# What its author says as "I", as "we", and what an author says whom the article does not name.
_QUOTED_AUTHOR, _QUOTED_GROUP, _UNSIGNED = 0.8, 2.5, 3.0
_CONTEXT = 1.5
# A statement that needs one before it: for a noun, for an "also" that was taken out, for not opening its paragraph.
_LEANS, _ANSWERS, _INSIDE, _FLEETING = 1.5, 0.8, 0.4, 1.0
_HYPE = 1.5
# A deadline or an event that is still to come.
_AHEAD = 2.5
# What its readers have to do, or need not: "You do not need to update the runtime.".
_TO_DO = 3.6
# A figure under a title that promises them.
_FINDING = 1.5
# Names and nothing else.
_ROSTER = 5.0
_NAME_ALONE = regex.compile(r"(?:\p{Lu}[\w.’'-]* ?){2,4}(?:\([^()]*\)|, [^,]{3,60})?\.?$")
# "Why did you join?", and what answers it.
_NO_REASON = 5.0
_WHY = re.compile(r"\bWhy\b.*\?")
_REASON = re.compile(
    r"\b(?:because|since|so that|in order to|want(?:ed|s)?|drawn|attracted|inspir\w+|mission|hop(?:e|ed|ing)|"
    r"interested|believe[ds]?|opportunity|chance|excited|love[ds]?|joined|great place|to help|to make|to improve)\b",
    re.IGNORECASE,
)
# One risk or limit belongs into every post that has room for it.
_MAIN_CAVEAT = 4.2
# An answer with its question; a question of every interview, and one that its asker is a part of.
_ASKED, _SMALL_TALK, _SAYS_ME = 1.5, 1.5, 0.7
# What stands so early tells what the article is about.
_EARLY = 0.2


# Compared by identity: an outline is made once for all platforms, and looking it up again must not cost its length.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Beat:
    """One idea of the article."""

    kind: KeyPointKind
    worth: float
    """How much a post gains by it; in standard deviations of the article's sentences."""
    tellings: tuple[Telling, ...]
    """Longest to shortest."""
    place: int
    """Where the article begins to tell it; it stays where some of its tellings go."""
    lead: Copy
    """What stands over a list, or the question that is answered; empty for other beats."""
    count: int
    """Of a list's items."""
    is_titled: bool
    """It is the list that the article's title is about."""
    is_parallel: bool
    """Its items say enough by themselves, all in one form."""
    is_mixed: bool
    """Its sections are more than its items of one form."""
    is_leaning: bool
    """It speaks of something that only the article's reader can place."""
    is_ahead: bool
    """It names a day that is still to come: a deadline, an event."""
    stems: frozenset[str]
    figures: frozenset[str]

    @property
    def is_list(self) -> bool:
        """Whether it has items."""
        return self.kind in (KeyPointKind.LIST, KeyPointKind.STEP)

    @property
    def is_advice(self) -> bool:
        """Whether it gives the tips that the article's title is about."""
        return self.is_titled and self.is_parallel

    @property
    def is_signed(self) -> bool:
        """Whether it quotes the article's author by name."""
        return not self.is_list and self.tellings[0].copy[0].origin == "byline"

    @property
    def is_unsigned(self) -> bool:
        """Whether it quotes the article's author, whom the article does not name."""
        return not self.is_list and self.tellings[0].copy[0].origin == "quotation"

    @property
    def is_description(self) -> bool:
        """Whether it is what the author says of the whole article."""
        return self.tellings[0].copy[0].origin == "description"

    @property
    def is_sectioned(self) -> bool:
        """Whether it tells the article section by section."""
        return self.tellings[0].is_sectioned

    @property
    def label(self) -> str:
        """What stands over it, without its last mark."""
        return text_of(self.lead).rstrip(":：?？؟ \u00a0\u202f")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outline:
    """All beats of one article, in its order."""

    summary: Summary
    beats: tuple[Beat, ...]
    is_author: bool = False
    """The account may say "I" and "we" where the article does."""
    question: Span | None = None
    """What the article leaves its reader with."""

    @property
    def article(self) -> Article:
        """The article that it outlines."""
        return self.summary.article


@lru_cache(maxsize=32)
def outline_of(summary: Summary, *, is_author: bool) -> Outline:
    """
    The outline of *summary*; *is_author* tells whether the account may say "I" and "we" where the article does.

    The same summary gives the same outline, so that it is made once for all platforms.
    """
    asked = questions(summary)
    found = [
        beat
        for index, point in enumerate(summary.key_points)
        if not points_elsewhere(point.renditions[-1].text, summary.article.language)
        and not _is_nobodys(point)
        and not is_about_author(point.renditions[-1].text, summary.article)
        and not any(is_chapter(item.text) for item in point.renditions[0].items)
        and (beat := _beat(point, asked.get(index), summary, is_author=is_author)) is not None
    ]
    if (answered := sum(beat.kind is KeyPointKind.QUOTE and bool(beat.lead) for beat in found)) > 1:
        # Beside answers to their questions, what else was said loses; who asks is not the story.
        found = [beat for beat in found if beat.tellings[0].copy[0].origin not in ("byline", "quotation")]
        speakers = {speaker_name(block.speaker) for block in summary.article.blocks if block.speaker}
        answers = [beat.tellings[0].text for beat in found if beat.lead]
        answering = {name for name in speakers if any(f"{name}: " in answer for answer in answers)}
        found = [_introducing(beat, answering) for beat in found]
        is_enough = answered >= _INTERVIEW
        found = [beat for beat in found if not (is_enough and _is_riddle(beat))]
    in_lists = [
        span for beat in found for one in beat.tellings if one.items and not one.is_sectioned for span in one.spans
    ]
    # A sentence that explains an item of a list is not told a second time by itself.
    kept = [free for beat in found if (free := beat if beat.is_list else untold(beat, in_lists)) is not None]
    if any(beat.is_advice for beat in kept):
        # Beside the list that the title is about any other one leads away from it.
        kept = [beat for beat in kept if beat.kind is not KeyPointKind.LIST or beat.is_titled]
    kept = list(_quoted_once(kept))
    told = tuple(_with_slots(sorted(kept, key=lambda beat: beat.place), summary))
    return Outline(summary=summary, beats=told, is_author=is_author, question=reader_question(summary.article))


def _quoted_once(beats: Sequence[Beat]) -> Iterator[Beat]:
    """*beats*, none of the author's words in two of them: the weightier one has them, at length."""
    told: list[Span] = []
    for beat in sorted(beats, key=lambda beat: -beat.worth):
        fresh = untold(beat, told) if beat.is_signed or beat.is_unsigned else beat
        if fresh is not None:
            yield fresh
            told += fresh.tellings[0].spans if fresh is not beat or beat.is_signed or beat.is_unsigned else ()


def _with_slots(beats: list[Beat], summary: Summary) -> Iterator[Beat]:
    """The weightiest early beat tells what the article is about, and the weightiest caveat its limits."""
    end = _EARLY * len(summary.article.text)
    early = [beat for beat in beats if not beat.is_list and beat.place <= end]
    first = max(early, key=lambda beat: beat.worth, default=None)
    caveats = sorted((beat for beat in beats if beat.kind is KeyPointKind.CAVEAT), key=lambda beat: -beat.worth)
    for beat in beats:
        gain = _CONTEXT * (beat is first) + _MAIN_CAVEAT * (beat in caveats[:1])
        yield replace(beat, worth=beat.worth + gain) if gain else beat


def _praises(telling: Telling, article: Article) -> bool:
    """Whether *telling*, the shortest one, praises in words that the account would make its own."""
    return not telling.items and discourse(article.language).hype.search(telling.text) is not None


def _is_under_title(point: KeyPoint) -> bool:
    """Whether the lead-in of *point* stands nowhere in the text."""
    first = point.renditions[0]
    own = {span for item in first.items for span in item.spans}
    return all(span in own for span in first.spans)


# By identity, as its parts.
@lru_cache(maxsize=1024)
def _places(beat: Beat) -> tuple[tuple[Span, ...], Span]:
    """All places of *beat*, and the stretch that they lie in."""
    ends = tuple(dict.fromkeys(span for telling in beat.tellings for span in telling.spans))
    if not ends:
        return ends, Span(0, 0)
    return ends, Span(min(span.start for span in ends), max(span.end for span in ends))


def untold(beat: Beat, told: Sequence[Span]) -> Beat | None:
    """*beat* in those of its tellings that say nothing of what is *told*; ``None`` where there is none."""
    if not told:
        return beat
    ends, reach = _places(beat)
    near = [at for at in told if at.overlaps(reach)]
    if not any(span.overlaps(at) for at in near for span in ends):
        return beat
    left = (without_told(one, told) if one.is_sectioned else one for one in beat.tellings)
    free = tuple(one for one in left if one and not any(span.overlaps(at) for span in one.spans for at in told))
    if free == beat.tellings:
        return beat
    return replace(beat, tellings=free) if free else None


def _torn(point: KeyPoint, article: Article) -> float:
    """What the point loses that was taken from the middle of something."""
    core = point.renditions[-1]
    if core.items or point.kind is KeyPointKind.QUOTE:
        return 0.0
    # A risk often answers a hope.
    is_answer = MARKER_DROPPED in core.edits and point.kind is not KeyPointKind.CAVEAT
    # What happened "earlier this month" is told without saying when.
    is_timeless = discourse(article.language).fleeting.search(core.spans[0].of(article.text)) if core.spans else None
    return (
        _LEANS * leans(core, article)
        + _ANSWERS * is_answer
        + _INSIDE * (not opens_paragraph(core, article))
        + _FLEETING * (is_timeless is not None)
    )


def _items_of(telling: Telling) -> str:
    return "\n".join(text_of(item) for item in telling.items) or telling.text


def _place_of(tellings: Sequence[Telling], asked: Sequence[Span]) -> int:
    spans = tellings[-1].spans
    # The first one: where a name comes from that was made whole stands behind it.
    return next((span.start for span in spans if span not in asked or len(spans) == 1), 0)


def _is_riddle(beat: Beat) -> bool:
    """Whether it is an answer whose question is not told."""
    return beat.kind is KeyPointKind.QUOTE and not beat.lead


def _introducing(beat: Beat, speakers: AbstractSet[str]) -> Beat:
    """*beat*, worth more where it says who one of the *speakers* is, who have a first name and another."""
    if beat.kind not in (KeyPointKind.CLAIM, KeyPointKind.DEFINITION):
        return beat
    told = beat.tellings[-1].text.split()[:3]
    names = [(name, name.split()[0]) for name in sorted(speakers) if " " in name and not name.startswith("The ")]
    is_who = any(told[: len(one.split())] == one.split() for pair in names for one in pair)
    return replace(beat, worth=beat.worth + _INTRODUCES) if is_who else beat


def _is_nobodys(point: KeyPoint) -> bool:
    """Whether *point* is what somebody else said, and it is not told who."""
    return point.kind is KeyPointKind.QUOTE and not any("speaker named" in one.edits for one in point.renditions)


def _of_question(asked: Line | None, article: Article) -> float:
    """What it is worth that an answer has the question *asked*: less if it is asked of everybody, or says "me"."""
    if asked is None:
        return 0.0
    return _ASKED - _SMALL_TALK * is_always_asked(asked.text) - _SAYS_ME * is_personal(asked.text, article.language)


def _beat(point: KeyPoint, asked: Line | None, summary: Summary, *, is_author: bool) -> Beat | None:
    article = summary.article
    if asked is not None:
        point = with_answer(point, asked, article)
    told = tuple(tellings_of(point, asked, article, is_author=is_author))
    # What can be told without praise is told without it, as what can be told without the author's "I".
    sober = tuple(one for one in told if not _praises(one, article))
    told = sober or told
    own_voice = tuple(one for one in told if one.items or one.copy[0].origin not in ("byline", "quotation"))
    told = own_voice or told
    if asked is None and told and not told[0].items and point.kind is not KeyPointKind.QUOTE:
        told = at_length(told, article, is_author=is_author)
    if told and told[0].items and not is_author:
        # A list is not quoted, but for steps: it is told without the items' "we", or not at all.
        told = tuple(one for one in told if one.is_sectioned or not is_personal(_items_of(one), article.language))
    told = _reasons(told, point, article)
    if not told:
        return None
    count = max(len(telling.items) for telling in told)
    # The author's "I" and "we" come after what the account can say itself, and without a name last of all.
    quoted_as = "" if told[0].items else told[0].copy[0].origin
    is_own_story = is_told_by_author(article)
    is_one = is_own_story or is_body(article.byline or "") or not is_several(told[-1].text, article.language)
    lost = {
        "byline": _QUOTED_AUTHOR if is_one else _QUOTED_GROUP,
        "quotation": _QUOTED_AUTHOR if is_own_story else _UNSIGNED,
    }.get(quoted_as, 0.0)
    # Between quotation marks no name can be made whole.
    is_bare = not told[0].items and _is_quotation(told[0]) and has_bare_name(point.renditions[-1], article)
    if is_bare and quoted_as == "quotation":
        # Somebody unnamed speaks of somebody unknown.
        return None
    has_lead = bool(told[0].items) or told[0].spans[:1] == (asked.spans if asked else None)
    return Beat(
        kind=point.kind,
        worth=point.score
        + _WORTH[point.kind]
        - lost
        - _HYPE * _praises(told[-1], article)
        + _AHEAD * is_ahead(told[-1].text, article)
        - _ROSTER * _is_roster(told, article)
        + _TO_DO * is_duty(told[-1].text, article.language)
        + _FINDING * _is_finding(told[-1], article)
        - max(_torn(point, article), _LEANS * is_bare)
        - _NO_REASON * (asked is None and _is_unreasoned(told, point, article))
        + _of_question(asked, article),
        tellings=told,
        # An answer's is its own: with its question a section begins too.
        place=_place_of(told, () if asked is None else asked.spans),
        lead=lead_of(told, point, article, is_author=is_author) if has_lead else (),
        count=count,
        is_titled=bool(told[0].items) and _is_under_title(point),
        is_parallel=any(telling.items and not telling.is_sectioned and not telling.is_bare for telling in told),
        is_mixed=any(telling.items and not telling.is_sectioned and len(telling.items) < count for telling in told),
        is_ahead=is_ahead(told[-1].text, article),
        is_leaning=is_bare or (not told[0].items and leans(point.renditions[-1], article)),
        stems=frozenset(content_stems(point.renditions[-1].text, article.language)),
        figures=told_figures(point.renditions[-1].text),
    )


def _is_finding(telling: Telling, article: Article) -> bool:
    """Whether *telling*, the shortest one, is a statement with a figure that the title promises."""
    is_figure = not telling.items and bool(told_figures(telling.text))
    return is_figure and promises_findings(article.title or "", article.language)


def _is_roster(told: Sequence[Telling], article: Article) -> bool:
    """Whether a list is nothing but people's names, which say little to who does not know them."""
    items = [text_of(item[-1:]) for item in told[0].items]
    is_promised = promised_by_title(article.title or "", article.language) is not None
    return bool(items) and not is_promised and all(_NAME_ALONE.match(item) for item in items)


def _is_unreasoned(told: Sequence[Telling], point: KeyPoint, article: Article) -> bool:
    """Whether what somebody says under a title that asks "Why ...?" gives no reason; English only."""
    if point.kind is not KeyPointKind.QUOTE or article.language != "en" or not _WHY.search(article.title or ""):
        return False
    return not any(_REASON.search(one.text) for one in told)


def _reasons(told: tuple[Telling, ...], point: KeyPoint, article: Article) -> tuple[Telling, ...]:
    """Those of *told* that give a reason, where the title asks "Why ...?" and somebody answers; English only."""
    if point.kind is not KeyPointKind.QUOTE or article.language != "en" or not _WHY.search(article.title or ""):
        return told
    return tuple(one for one in told if _REASON.search(one.text)) or told


def _is_quotation(telling: Telling) -> bool:
    return any(piece.origin in ("byline", "quotation") for piece in telling.copy[:2]) or "“" in telling.text


def told_figures(text: str) -> frozenset[str]:
    """The numbers in *text* that are neither years nor names."""
    return frozenset(_FIGURE.findall(text))
