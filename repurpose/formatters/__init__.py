"""Summary to Draft: posts composed anew for each platform, every line of which knows its source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.errors import EmptySource
from repurpose.formatters.branded import branded_offer, branded_outline
from repurpose.formatters.copy import segments, text_of
from repurpose.formatters.decoration import emojis_of
from repurpose.formatters.endings import first_comment
from repurpose.formatters.gravity import content_warning, is_grave
from repurpose.formatters.hashtags import hashtags
from repurpose.formatters.hooks import offered
from repurpose.formatters.links import campaign_of, tracked
from repurpose.formatters.long import long_post
from repurpose.formatters.material import Material
from repurpose.formatters.misspelt import spelt_as_in_title
from repurpose.formatters.openings import openings, titles
from repurpose.formatters.outline import outline_of
from repurpose.formatters.payloads import payload
from repurpose.formatters.phrases import phrases_for
from repurpose.formatters.short import bare_post, short_post
from repurpose.formatters.templates import template_for
from repurpose.formatters.thread import thread
from repurpose.formatters.variants import with_variants
from repurpose.model import PLATFORMS, Draft, Post, Span
from repurpose.platforms import profile as profile_of
from repurpose.settings import Settings
from repurpose.summarizer.names import names_of
from repurpose.text.counting import COUNTERS
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from repurpose.formatters.copy import Copy
    from repurpose.formatters.hook import Hook
    from repurpose.formatters.hooks import Offered
    from repurpose.formatters.outline import Outline
    from repurpose.formatters.phrases import Phrases
    from repurpose.formatters.templates import FormatTemplate
    from repurpose.model import Article, Summary
    from repurpose.platforms import PlatformProfile

__all__ = ["compose", "hashtags", "is_grave"]

SHAPES = {"short": short_post, "thread": thread, "long": long_post}


def compose(
    summary: Summary,
    platform: str,
    *,
    format: str | None = None,  # noqa: A002 - the field's word
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> Draft:
    """
    What *summary* becomes on *platform*: the platform's first format unless another is asked for.

    Raises `UnknownName` for a platform or format that does not exist and `EmptySource` for an article that offers no
    line to open with.
    """
    article = summary.article
    profile = profile_of(platform)
    name, template = template_for(profile, format, settings)
    phrases = phrases_for(article.language, article.digest, settings)
    settings = spelt_as_in_title(settings, article)
    plan = _plan(summary, is_author=settings.brand.is_author)
    plan = _branded(replace(plan, lines=with_variants(plan.lines, plan.outline, phrases)), settings)
    links = {key: _link(article, key, name, settings) for key in PLATFORMS}
    hooks = openings(plan.lines, plan.outline, tuple(links.values())).get(profile.key, ())
    if not hooks:
        raise EmptySource(
            f"the article offers no line that opens a post on {profile.name}; give it a title or a full sentence"
        )
    base = _material(
        summary, plan, profile, template, settings, phrases=phrases, hook=hooks[0], link=links[profile.key]
    )
    material, copies = _told(base, hooks)
    return Draft(platform=profile.key, format=name, article=article, posts=_posts(copies, material, plan.lines))


def _link(article: Article, key: str, form: str, settings: Settings) -> str | None:
    return article.url and tracked(article.url, settings, key, form, campaign_of(article))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all drafts of one campaign share."""

    outline: Outline
    lines: Offered
    people: frozenset[str]
    names: Mapping[str, tuple[str, Span]]


@lru_cache(maxsize=32)
def _plan(summary: Summary, *, is_author: bool) -> _Plan:
    """The plan of a campaign; the same summary gives the same plan, so that it is made once for all platforms."""
    names = {**names_of(summary.article).full, **_speakers(summary.article)}
    outline = outline_of(summary, is_author=is_author)
    return _Plan(outline, offered(outline, names), _people(summary.article, names), names)


def _branded(plan: _Plan, settings: Settings) -> _Plan:
    """*plan* without what the brand never says, in its own words."""
    outline = branded_outline(plan.outline, settings)
    return replace(plan, outline=outline, lines=branded_offer(plan.lines, settings, outline.article.language))


def _speakers(article: Article) -> Mapping[str, tuple[str, Span]]:
    """Who speaks in *article*, by surname and by first name, where its text has the whole name."""
    names = sorted({block.speaker for block in article.blocks if block.speaker and " " in block.speaker})
    parts = Counter(part for name in names for part in {name.split()[0], name.split()[-1]})
    found: dict[str, tuple[str, Span]] = {}
    for name in names:
        at = article.text.find(name)
        for part in (name.split()[-1], name.split()[0]) if at >= 0 else ():
            if parts[part] == 1:
                found[part] = (name, Span(at, at + len(name)))
    return found


def _people(article: Article, names: Mapping[str, tuple[str, Span]]) -> frozenset[str]:
    full = [name for name, _ in names.values()]
    full += [block.speaker for block in article.blocks if block.speaker]
    return frozenset(content_stems(" ".join(full), article.language))


def _material(
    summary: Summary,
    plan: _Plan,
    profile: PlatformProfile,
    template: FormatTemplate,
    settings: Settings,
    *,
    phrases: Phrases,
    hook: Hook,
    link: str | None,
) -> Material:
    """What the draft is made from: what the user wishes for the platform goes before the template and the profile."""
    own = settings.on(profile.key)
    most = _most_emojis(profile, template, settings)
    return Material(
        outline=plan.outline,
        profile=profile,
        template=replace(template, numbering=own.numbering or template.numbering),
        settings=settings,
        phrases=replace(phrases, handle=own.handle),
        hook=hook,
        people=plan.people,
        names=plan.names,
        hashtags=hashtags(summary, profile.key, settings=settings),
        emojis=emojis_of(summary, most, settings.brand.emoji_palette),
        most_emojis=most,
        link=link,
        link_place=own.link_place or profile.links.place,
    )


def _most_emojis(profile: PlatformProfile, template: FormatTemplate, settings: Settings) -> int:
    """The lowest of the ceilings of template, platform and user."""
    allowed = settings.emoji_on(profile.key)
    ceilings = (template.emojis, profile.emoji.maximum, allowed)
    return min(ceiling for ceiling in ceilings if ceiling is not None)


def _told(base: Material, hooks: Sequence[Hook]) -> tuple[Material, tuple[Copy, ...]]:
    """The first of *hooks* with which the posts can be written, in its material, and those posts."""
    # A hook that asks for a list or an answer opens nothing that cannot tell it.
    last_resort = replace(hooks[0], delivers=None)
    write = SHAPES[base.template.shape]
    for hook in (*hooks, last_resort):
        material = replace(base, hook=hook)
        if copies := write(material):
            return material, copies
    bare = replace(base, hook=last_resort)
    return bare, bare_post(bare)


def _posts(copies: Sequence[Copy], material: Material, lines: Offered) -> tuple[Post, ...]:
    """*copies* as posts, with the fields around their text; *lines* are what a title can be."""
    last = len(copies) - 1
    posts = [_post(copy, material, is_first=index == 0, is_last=index == last) for index, copy in enumerate(copies)]
    posts[0] = _headed(posts[0], material, lines)
    warning = content_warning(material.summary) if "content_warning" in material.profile.fields else None
    return tuple(posts if warning is None else (replace(post, content_warning=warning) for post in posts))


def _headed(post: Post, material: Material, lines: Offered) -> Post:
    """*post* with the title and the preheader that its template wants."""
    template = material.template
    title = _title(titles(lines, material.profile), material, post.text) if template.title else None
    preheader = _preheader(lines.hooks, material, title) if template.preheader else None
    return replace(post, title=title, preheader=preheader)


def _title(found: Iterable[Hook], material: Material, text: str) -> str | None:
    """The first of *found* that the *text* under it delivers and does not begin with, if there is one."""
    kept = [hook for hook in found if not hook.is_counted or _is_delivered(hook, material.outline, text)]
    best = next((hook for hook in kept if hook.text != material.hook.text), next(iter(kept), None))
    return None if best is None else best.text.rstrip(".")


def _is_delivered(hook: Hook, outline: Outline, text: str) -> bool:
    """Whether every item that *hook* counts stands in *text*."""
    beat = next((beat for beat in outline.beats if beat.place == hook.delivers), None)
    tellings = () if beat is None else (one for one in beat.tellings if len(one.items) == beat.count)
    return any(
        all(piece.text in text for item in telling.items for piece in item if piece.origin != "layout")
        for telling in tellings
    )


def _preheader(hooks: Sequence[Hook], material: Material, title: str | None) -> str | None:
    """A hook that neither the subject nor the text has said."""
    limit = material.profile.fields["preheader"]
    unused = [
        hook.text
        for hook in hooks
        if not hook.is_over_many and hook.text != material.hook.text and hook.text.rstrip(".") != title
    ]
    return next((text for text in unused if COUNTERS[limit.unit](text) <= limit.maximum), None)


def _post(copy: Copy, material: Material, *, is_first: bool, is_last: bool) -> Post:
    text = text_of(copy)
    return Post(
        text=text,
        payload=payload(text, material.profile.key),
        first_comment=first_comment(material) if is_first else None,
        link=material.link if is_last and material.link_place != "none" else None,
        hashtags=tuple(tag for tag in material.hashtags if tag in text.split()),
        segments=segments(copy),
    )
