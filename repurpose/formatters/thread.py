"""A thread: the hook with what follows, then one idea a post, the ending on the last."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, bulleted, joined, phrase, text_of
from repurpose.formatters.emojis import is_grave
from repurpose.formatters.endings import endings, tag_line
from repurpose.formatters.material import beats, is_list, labels_only, paragraph
from repurpose.formatters.short import short_post
from repurpose.model import KeyPointKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.formatters.material import Material
    from repurpose.model import KeyPoint, Rendition

__all__ = ["thread"]

# Fewer beats are a post with something after it, not a thread.
_FEWEST = 2
_LONGEST_LABEL = 60
# A last post with less than this is a widow.
_LEAST_LAST = 40
_NAME = re.compile(r"[A-Z0-9].*[A-Z0-9]|^I$")
_ASKS = re.compile(r"(?:Why|How|What|Who|Where|When)\b")
_NAMES = re.compile(r"^[A-Z]\w+[’']s |(?<=[a-z] )[A-Z]")


def thread(material: Material) -> tuple[Copy, ...]:
    """The posts of a thread; a single post when the article has too few ideas for one."""
    told: list[tuple[KeyPoint, tuple[Copy, ...]]] = []
    for point in _chosen(material):
        posts = _posts(point, material)
        if posts:
            told.append((point, posts))
    if len(told) < _FEWEST:
        return short_post(material)
    body = [post for _, posts in told for post in posts]
    last = joined([endings(material, [point for point, _ in told]), tag_line(material)])
    merged = joined([body[-1], last])
    if not last or material.profile.fits(text_of(merged)):
        body[-1] = merged
    elif len(text_of(endings(material, [point for point, _ in told]))) >= _LEAST_LAST:
        body.append(last)
    else:
        body[-1] = _with_what_fits(body[-1], material, [point for point, _ in told])
    return (_opening(material, [point for point, _ in told]), *body)


def _chosen(material: Material) -> list[KeyPoint]:
    """The weightiest beats, in the article's order: lists first, then one caveat, then by weight."""
    points = beats(material)
    ranked = sorted(points, key=lambda point: -point.score)
    caveats = [point for point in ranked if point.kind is KeyPointKind.CAVEAT]
    slots = [*(point for point in ranked if is_list(point)), *caveats[:1]]
    slots += [point for point in ranked if point not in slots and point not in caveats]
    kept = slots[: material.template.beats]
    return [point for point in points if point in kept]


def _posts(point: KeyPoint, material: Material) -> tuple[Copy, ...]:
    """The beat as one post, or a list of steps over several."""
    for rendition in point.renditions:
        copy = paragraph(rendition, material)
        if material.profile.fits(text_of(copy)) and not labels_only(rendition):
            return (copy,)
    if not is_list(point):
        return ()
    for rendition in point.renditions:
        if labels_only(rendition):
            continue
        if parts := _split(rendition, material, is_how_to=point.kind is KeyPointKind.STEP):
            return parts
    shortest = bulleted(point.renditions[-1], material.template.bullet)
    return (shortest,) if material.profile.fits(text_of(shortest)) else ()


def _split(rendition: Rendition, material: Material, *, is_how_to: bool) -> tuple[Copy, ...]:
    """
    A list over several posts in parts as equal as can be, its label repeated.

    Over at most three and no item alone; steps take as many posts as they need, since each of them matters.
    """
    label = rendition.text.rstrip(":：?？ ")
    heading = phrase("continued", material.phrases.say("continued", label=label))
    if not heading:
        return ()
    count = len(rendition.items)

    def heading_of(first: int, last: int) -> Copy | None:
        """Its own lead-in over the first part; a numbered step by itself needs none."""
        return None if first == 0 else () if last - first == 1 and rendition.is_ordered else heading

    for parts in range(2, count + 1) if is_how_to else range(2, min(3, count // 2) + 1):
        cuts = [round(count * number / parts) for number in range(parts + 1)]
        copies = tuple(
            bulleted(rendition, material.template.bullet, first=first, last=last, heading=heading_of(first, last))
            for first, last in pairwise(cuts)
        )
        if all(material.profile.fits(text_of(copy)) for copy in copies):
            return copies
    return ()


def _opening(material: Material, told: Sequence[KeyPoint]) -> Copy:
    """The hook, and under it what the thread goes on to tell where its lists have clean labels."""
    # A grave subject goes without the sign of a thread.
    sign = () if is_grave(material.summary) else (Piece(" 🧵", "emoji"),)
    labels = [label for point in told if is_list(point) and (label := _label(point))][:3]
    name = {2: "promise_two", 3: "promise_three"}.get(len(labels))
    if name is not None:
        values = dict(zip("abc", [labels[0], *map(_lowered, labels[1:])], strict=False))
        promise = phrase(name, material.phrases.say(name, **values))
        copy = (*joined([material.hook.copy, promise]), *sign)
        if promise and material.profile.fits(text_of(copy)):
            return copy
    return (*material.hook.copy, *sign)


def _label(point: KeyPoint) -> str | None:
    text = point.renditions[0].text.rstrip(":：?？ ")
    if not 3 <= len(text) <= _LONGEST_LABEL or text.endswith(".") or ":" in text:  # noqa: PLR2004 - a word at least
        return None
    # "Why Meta", "Wang's focus" say what comes; "The steps" and "You need" do not.
    return text if _ASKS.match(text) or _NAMES.search(text) else None


def _lowered(label: str) -> str:
    first = re.sub(r"[’']s$", "", label.split(" ", 1)[0])
    common = first.lower() in (
        "how",
        "why",
        "what",
        "who",
        "where",
        "when",
        "the",
        "a",
        "an",
        "our",
        "your",
        "more",
        "other",
    )
    return label[:1].lower() + label[1:] if common and not _NAME.search(first) else label


def _with_what_fits(post: Copy, material: Material, told: Sequence[KeyPoint]) -> Copy:
    """*post* with as much of the ending as fits, the tags before the rest."""
    for extra in (endings(material, told), tag_line(material)):
        if extra and material.profile.fits(text_of(joined([post, extra]))):
            return joined([post, extra])
    return post
