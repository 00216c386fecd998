"""
Which platform opens with which hook?

X, LinkedIn and Instagram share out the best lines in one choice; the others follow in the order of `PLATFORMS`, each
with a good line that has been used least.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from repurpose.formatters.copy import text_of
from repurpose.formatters.gravity import is_grave
from repurpose.formatters.headlines import is_interview
from repurpose.formatters.hook import keeping
from repurpose.formatters.hooks import WEAK, WEAKER
from repurpose.formatters.leaning import leans_on_headline
from repurpose.formatters.outline import told_figures
from repurpose.formatters.templates import template_for
from repurpose.formatters.titles import plain_title
from repurpose.model import PLATFORMS, KeyPointKind
from repurpose.platforms import profile as profile_of
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.standalone import asks
from repurpose.text.counting import COUNTERS, graphemes
from repurpose.text.discourse import discourse
from repurpose.text.marks import quotation_marks
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from repurpose.formatters.hook import Hook
    from repurpose.formatters.hooks import Offered
    from repurpose.formatters.outline import Outline
    from repurpose.platforms import PlatformProfile

__all__ = ["openings", "titles"]

# A hook that runs on below the fold loses this.
_BELOW_FOLD = 1.6
# With a fold this near, a few words that name the subject may open.
_LITTLE = 100
# A hook that scores less and yet may open is a row of key words.
_KEYWORDS = -0.2
# What one costs, in uses of another line; and where posts are found by their key words.
_KEYWORDS_COST, _SEARCHED_COST = 2.5, 0.5
# What a line costs that the fold cuts.
_BELOW_FOLD_COST = 2.5
# Where there is no fold, a first line longer than this loses by what it has too much.
_LINE = 125
# These share the best lines, each out of so many, and what it costs that two open alike: a weak line costs more.
_PROMINENT = PLATFORMS[:3]
_CHOICE, _ALIKE_COST = 8, 4.0
# A line of the article's own that scores less, is shorter or names nothing of the title opens on none of them for that;
# what somebody says whose name stands before it is clear to everybody.
_FAIR, _FAIR_SAID, _FULL = -0.3, -2.0, 50
_SUBJECTS = 4
# A part of the title is a headline too where it says so much of it: less if it is what stands behind the colon.
_PART, _LAST_PART, _PART_WORDS = 0.6, 0.5, 4
# So few words behind a colon are a name.
_NAMED = 2
# What a good sentence of the article's own gains where it opens before the headline, and the article's first one.
_GOOD, _TOLD, _FIRST = 1.2, 0.3, 3.0
# What another line loses over a list that the headline names, where no more beats than these are told.
_UNNAMED, _LITTLE_TOLD = 0.8, 3
# A line that scores less opens nothing as long as another is there, used or not.
_LEAST = -0.4
# And one that scores less not even where the fold cuts all better ones.
_PLAIN = -1.5
# What the words before an address take, at most.
_BEFORE_LINK = 25
# English only.
_SLOW = re.compile(r"(?:If|There|When|While|Although|Though|Depending|Sometimes|Usually|Often)\b")
# A list that belongs to its hook may run so far over the length at which posts do well.
_OVER = 40


@lru_cache(maxsize=32)
def openings(lines: Offered, outline: Outline, links: tuple[str | None, ...]) -> Mapping[str, tuple[Hook, ...]]:
    """
    The hooks of each platform that has one, the one that it takes first; *links* are what stands in the text of each.

    Those after the first are for a post that cannot tell what its hook asks for.
    """
    ranked: dict[str, list[Hook]] = {}
    for key, link in zip(PLATFORMS, links, strict=True):
        if fitting := _fitting(lines, outline, key, link):
            profile = profile_of(key)
            ranked[key] = sorted(fitting, key=lambda hook: -_suits(hook, outline, profile))
    first = _shared_out({key: ranked[key] for key in _PROMINENT if key in ranked}, outline)
    taken = Counter(hook.without_title.text for hook in first.values())
    is_sober = is_grave(outline.summary)
    chosen: dict[str, tuple[Hook, ...]] = {}
    for key, lined_up in ranked.items():
        hook = first.get(key) or _least_used(lined_up, taken, profile_of(key), is_sober=is_sober)
        taken[hook.without_title.text] += key not in first
        chosen[key] = (hook, *(other for other in lined_up if other.delivers is None))
    return chosen


def _fitting(lines: Offered, outline: Outline, key: str, link: str | None) -> list[Hook]:
    """Those of *lines* that the platform *key* takes."""
    profile = profile_of(key)
    reserve = profile.measure(link) + _BEFORE_LINK if link else 0
    is_near = profile.fold is not None and profile.fold.graphemes <= _LITTLE
    parts = [hook for hook in lines.kickers if is_near or (key in _PROMINENT and _is_full_part(hook, outline))]
    offered = [*lines.hooks, *parts]
    if template_for(profile, None)[1].shape == "short":
        offered = [hook for hook in offered if not (hook.is_over_many and hook.delivers is None)]
    elif is_interview(outline):
        # A long post says who is asked before what.
        offered = [hook for hook in offered if hook.delivers is None or not asks(hook.text)] or offered
    if _has_title(profile):
        # What the title field says is not said again under it, where there is anything else to open with.
        above = next(titles(lines, profile), None)
        offered = [hook.without_title for hook in offered]
        offered = [hook for hook in offered if above is None or not _repeats(hook, above)] or offered
    fitting = [hook for hook in offered if _fits(hook, outline, profile, reserve)]
    # An address that leaves room for no line stays out of the text.
    return fitting or [hook for hook in offered if _fits(hook, outline, profile, 0)]


def _shared_out(ranked: Mapping[str, Sequence[Hook]], outline: Outline) -> Mapping[str, Hook]:
    """
    The hook of each of the platforms of *ranked*, of which each has its hooks, best first.

    One choice over all of them at once: what is gained by the best lines, less what two that open alike cost.
    """
    profiles = [profile_of(key) for key in ranked]
    offered = [_choice(hooks, outline, profile) for hooks, profile in zip(ranked.values(), profiles, strict=True)]
    suits = [
        {hook: _suits(hook, outline, profile) for hook in hooks}
        for hooks, profile in zip(offered, profiles, strict=True)
    ]

    def gained(hooks: tuple[Hook, ...]) -> float:
        own = sum(suit[hook] for suit, hook in zip(suits, hooks, strict=True))
        return round(own - _ALIKE_COST * (len(hooks) - len({hook.text for hook in hooks})), 6)

    best = max((tuple(hooks) for hooks in product(*offered)), key=gained)
    return dict(zip(ranked, best, strict=True))


def _choice(hooks: Sequence[Hook], outline: Outline, profile: PlatformProfile) -> list[Hook]:
    """Those of *hooks*, best first, with which one of the platforms that choose together may open."""
    # "..., in short" keeps others apart; where most readers are, a plain headline reads better.
    plain = [hook for hook in hooks if hook.is_counted or not hook.is_over_many] or list(hooks)
    fair = [hook for hook in plain if hook is plain[0] or _may_differ(hook, outline, profile)][:_CHOICE]
    if all(_is_below(hook, profile) for hook in fair):
        # Rather a plainer sentence that is read whole than what the fold cuts on another platform too.
        fair += [hook for hook in plain if _is_plain(hook, profile)][:1]
    return fair


def _is_plain(hook: Hook, profile: PlatformProfile) -> bool:
    """Whether *hook* is a sentence of the article's own that says little and stands above the fold."""
    is_own = hook.copy[0].origin == "article" and hook.delivers is None
    return is_own and hook.score >= _PLAIN and not _is_below(hook, profile)


@lru_cache(maxsize=64)
def _is_full_part(hook: Hook, outline: Outline) -> bool:
    """Whether *hook* is a part of the title that says most of it, its subject too."""
    article = outline.article
    title = plain_title(article)
    stems = frozenset(content_stems(title, article.language))
    is_last = title.casefold().endswith(hook.text.casefold())
    if not is_last and len(stems - hook.stems) < _NAMED:
        # "Project of the week: Dat" is about what stands behind the colon.
        return False
    least = _LAST_PART if is_last else _PART
    is_most = len(hook.stems) >= len(stems) * least and len(hook.text.split()) >= _PART_WORDS
    is_on_subject = not _subject(outline).isdisjoint(hook.stems)
    if promised_by_title(title, article.language) is not None:
        # The whole title stands over what it promises.
        return False
    # "The report" of a lead-in is the one that the other part names.
    return hook.copy[0].origin == "title" and is_most and is_on_subject and not _leads_lean(outline)


def _may_differ(hook: Hook, outline: Outline, profile: PlatformProfile) -> bool:
    """Whether *hook* may open a post for the sake of another opening than other platforms have."""
    is_short = template_for(profile, None)[1].shape == "short"
    if _is_below(hook, profile) or (is_short and (_SLOW.match(hook.text) or hook.copy[0].origin == "byline")):
        # A short post has no room for coming to the point.
        return False
    if hook.delivers is not None and not hook.is_headline and _leads_lean(outline):
        return False
    if hook.score >= WEAK:
        return True
    if hook.text.startswith(quotation_marks(outline.article.language)[0]):
        # Nobody knows who says "we".
        return False
    subject = _subject(outline)
    is_on_subject = not subject or not subject.isdisjoint(hook.stems)
    least = _FAIR_SAID if hook.copy[0].origin == "byline" else _FAIR
    return hook.score >= least and len(hook.text) >= _FULL and is_on_subject


@lru_cache(maxsize=32)
def _subject(outline: Outline) -> frozenset[str]:
    """The stems of the title that the first key phrases have too: "passes the test" may be said of anything."""
    language = outline.article.language
    title = frozenset(content_stems(plain_title(outline.article), language))
    phrases = " ".join(phrase.text for phrase in outline.summary.keyphrases[:_SUBJECTS])
    return title.intersection(content_stems(phrases, language)) or title


def _least_used(ranked: Sequence[Hook], taken: Mapping[str, int], profile: PlatformProfile, *, is_sober: bool) -> Hook:
    """Of the good lines of *ranked*, best first, one that no other platform has opened with, or the one least used."""
    # Of death and disaster everybody tells what happened.
    least = max(WEAK, WEAKER * ranked[0].score) if is_sober else _LEAST
    good = [hook for hook in ranked if hook.score >= least] or list(ranked[:1])
    if all(_is_below(hook, profile) for hook in good):
        # Rather a plainer line that is read whole.
        good += [hook for hook in ranked if hook.score >= _PLAIN and not _is_below(hook, profile)][:1]
    # Where all good lines are used up, the one that was used least; one that the fold cuts counts as used.
    return min(good, key=lambda hook: taken[hook.without_title.text] + _spent(hook, profile))


def titles(lines: Offered, profile: PlatformProfile) -> Iterator[Hook]:
    """Those of *lines* that the title field of *profile* takes, best first."""
    limit = profile.fields["title"]
    for hook in lines.titles:
        if 0 < COUNTERS[limit.unit](hook.text.rstrip(".")) <= limit.maximum:
            yield hook


def _has_title(profile: PlatformProfile) -> bool:
    """Whether posts on the platform stand under a title field: the shipped template of its first format says so."""
    _, template = template_for(profile, None)
    return template.title


def _repeats(hook: Hook, title: Hook) -> bool:
    """Whether *hook* says under *title* what that has just said."""
    return hook.is_headline or hook.text.casefold().startswith(title.text.rstrip(".").casefold())


def _fits(hook: Hook, outline: Outline, profile: PlatformProfile, reserve: int) -> bool:
    """Whether the platform takes the hook, with the beat that must follow on it."""
    if not profile.fits(hook.text, reserve=reserve):
        return False
    if hook.delivers is None:
        return True
    found = next((beat for beat in outline.beats if beat.place == hook.delivers), None)
    beat = None if found is None else keeping(hook, found)
    if beat is None:
        return False
    room = min(profile.maximum, profile.target_length.maximum + _OVER)
    # What stands over the beat is the hook itself, or another name of it.
    lead = text_of(beat.lead)
    told = [telling.text.removeprefix(lead).lstrip() for telling in beat.tellings if not telling.is_bare]
    return any(profile.measure(f"{hook.text}\n\n{text}") + reserve <= room for text in told)


def _suits(hook: Hook, outline: Outline, profile: PlatformProfile) -> float:
    score = hook.score
    is_told = score >= _GOOD and not hook.is_headline
    if is_told and template_for(profile, None)[1].opens_with_news and _is_news(outline):
        # A short post tells the news itself, and leaves the headline to longer ones.
        if hook.is_lede:
            return _FIRST
        score += _TOLD if hook.delivers is not None or _is_eventful(hook, outline) else -_TOLD
    if hook.delivers is not None and asks(hook.text) and is_interview(outline):
        # It is one answer with its question.
        score += _TOLD
    if not hook.is_headline and template_for(profile, None)[1].shape == "long" and _needs_its_headline(outline):
        score -= _UNNAMED
    if profile.fold is None:
        return score - min(1.0, max(0, graphemes(hook.text) - _LINE) / 100)
    return score - _BELOW_FOLD * _is_below(hook, profile)


@lru_cache(maxsize=512)
def _is_eventful(hook: Hook, outline: Outline) -> bool:
    """Whether *hook* has a verb of news or a number: what somebody may say at any time is no news."""
    own = discourse(outline.article.language)
    return own.news.search(hook.text) is not None or bool(told_figures(hook.text))


@lru_cache(maxsize=32)
def _needs_its_headline(outline: Outline) -> bool:
    """Whether all that there is to tell is under a lead-in that leans on the headline."""
    return len(outline.beats) <= _LITTLE_TOLD and _leads_lean(outline)


@lru_cache(maxsize=32)
def _leads_lean(outline: Outline) -> bool:
    """Whether a lead-in speaks of "the report", which the headline names."""
    leads = [beat for beat in outline.beats if beat.is_list and not beat.is_titled and beat.lead]
    return any(leans_on_headline(text_of(beat.lead), outline.article, beat.place) for beat in leads)


def _is_news(outline: Outline) -> bool:
    """Whether it is neither a how-to nor a row of tips or answers, which nothing names but the title."""
    return not any(
        beat.kind is KeyPointKind.STEP or beat.is_titled or (beat.kind is KeyPointKind.QUOTE and beat.lead)
        for beat in outline.beats
    )


def _spent(hook: Hook, profile: PlatformProfile) -> float:
    """What it costs to open with *hook*, in uses of another line."""
    keywords = _SEARCHED_COST if profile.search else _KEYWORDS_COST
    return _BELOW_FOLD_COST * _is_below(hook, profile) + keywords * (hook.score < _KEYWORDS)


def _is_below(hook: Hook, profile: PlatformProfile) -> bool:
    return profile.fold is not None and graphemes(hook.text) > profile.fold.graphemes
