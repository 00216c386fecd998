"""What does a composition work with, and how does each key point read as part of a post?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, bulleted, joined, text_of
from repurpose.model import KeyPointKind
from repurpose.text.sentences import sentences
from repurpose.text.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.formatters.hooks import Hook
    from repurpose.formatters.phrases import Phrases
    from repurpose.formatters.templates import FormatTemplate
    from repurpose.model import Article, KeyPoint, Rendition, Summary
    from repurpose.platforms import PlatformProfile
    from repurpose.settings import LinkPlace, Settings

__all__ = ["Material", "beats", "is_list", "labels_only", "paragraph"]

# A run longer than this reads better broken at its sentences.
_BREAK_AFTER = 140
# A number that is no year.
_FIGURE = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?!\d|[.,]\d))\d+(?:[.,]\d+)*")
# A beat that shares this many stems with another, and this part of the shorter one's, repeats it.
_SHARED = 2
_ALIKE = 0.32


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that one draft is made from."""

    summary: Summary
    profile: PlatformProfile
    template: FormatTemplate
    settings: Settings
    phrases: Phrases
    hook: Hook
    people: frozenset[str]
    """Stems of the names of the people that the article speaks of."""
    hashtags: tuple[str, ...]
    emojis: tuple[str, ...]
    link: str | None
    link_place: LinkPlace

    @property
    def article(self) -> Article:
        """The article that the draft is about."""
        return self.summary.article


def beats(material: Material) -> tuple[KeyPoint, ...]:
    """The key points that say something beyond the hook and beyond each other, in the article's order."""
    points = material.summary.key_points
    used = [piece.sources[0] for piece in material.hook.copy if piece.sources]
    told = [material.hook.stems]
    kept: list[KeyPoint] = []
    for full in sorted(points, key=lambda point: -point.score):
        # Of a run that holds the hook's sentence, what comes before it can still be told.
        renditions = tuple(
            one for one in full.renditions if not any(span.overlaps(at) for span in one.spans for at in used)
        )
        if not renditions:
            continue
        point = replace(full, renditions=renditions)
        if not is_list(point):
            # What an article tells twice it often tells as done here and as planned there: once is enough.
            stems = frozenset(content_stems(point.renditions[-1].text, material.article.language))
            # A figure that the hook does not give is worth its words again.
            is_news = not set(_FIGURE.findall(point.renditions[-1].text)) <= set(_FIGURE.findall(material.hook.text))
            if not is_news and any(_repeats(stems, other, material.people) for other in told):
                continue
            told.append(stems)
        kept.append(point)
    if not kept:
        # Rather one thing said in two ways than a title and nothing else.
        free = (point for point in points if not any(span.overlaps(one) for span in point.spans for one in used))
        kept = list(free)[:1]
    return tuple(sorted(kept, key=lambda point: min(span.start for span in point.renditions[0].spans)))


def _repeats(one: frozenset[str], other: frozenset[str], people: frozenset[str]) -> bool:
    """Whether the two say the same: enough words in common, and not just who they are about."""
    shared = one & other
    return len(shared - people) >= _SHARED and len(shared) > _ALIKE * min(len(one), len(other))


def is_list(point: KeyPoint) -> bool:
    """Whether *point* has items."""
    return point.kind in (KeyPointKind.LIST, KeyPointKind.STEP)


def labels_only(rendition: Rendition) -> bool:
    """Whether a list is told by its labels alone, which need their explanation to say something."""
    return "labels only" in rendition.edits


def paragraph(rendition: Rendition, material: Material) -> Copy:
    """*rendition* as a part of a post: a list item by item, a long run sentence by sentence."""
    if rendition.items:
        # Under a hook that is its lead-in already, the list needs no other.
        is_said = rendition.text.rstrip(":：") == material.hook.text.rstrip(".:：")
        return bulleted(rendition, material.template.bullet, heading=() if is_said else None)
    return joined(list(_sentences(rendition, material.article)), "\n\n") or (
        Piece(rendition.text, "article", rendition.spans),
    )


def _sentences(rendition: Rendition, article: Article) -> Iterator[Copy]:
    parts = sentences(rendition.text, article.language)
    if len(rendition.text) <= _BREAK_AFTER or len(parts) != len(rendition.spans) or "speaker named" in rendition.edits:
        return
    for part, span in zip(parts, rendition.spans, strict=True):
        yield (Piece(part.of(rendition.text), "article", (span,)),)


def length(copies: Sequence[Copy], material: Material) -> int:
    """The length of *copies* as paragraphs of one post, in the platform's unit."""
    return material.profile.measure(text_of(joined(copies)))
