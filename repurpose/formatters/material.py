"""What does a composition work with, and how does each key point read as part of a post?"""

from __future__ import annotations

from dataclasses import dataclass
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
# A beat that shares this many stems with the hook, and this part of them, repeats it.
_SHARED = 3
_ALIKE = 0.36


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that one draft is made from."""

    summary: Summary
    profile: PlatformProfile
    template: FormatTemplate
    settings: Settings
    phrases: Phrases
    hook: Hook
    hashtags: tuple[str, ...]
    emojis: tuple[str, ...]
    link: str | None
    link_place: LinkPlace

    @property
    def article(self) -> Article:
        """The article that the draft is about."""
        return self.summary.article


def beats(material: Material) -> tuple[KeyPoint, ...]:
    """The key points that say something beyond the hook, in the article's order."""
    used = [piece.sources[0] for piece in material.hook.copy if piece.sources]
    return tuple(
        point
        for point in material.summary.key_points
        if not any(span.overlaps(source) for span in point.spans for source in used)
        and (is_list(point) or not _repeats(point.renditions[-1].text, material))
    )


def _repeats(text: str, material: Material) -> bool:
    """Whether *text* says the hook again in other words."""
    stems = frozenset(content_stems(text, material.article.language))
    shared = len(stems & material.hook.stems)
    return shared >= _SHARED and shared > _ALIKE * min(len(stems), len(material.hook.stems))


def is_list(point: KeyPoint) -> bool:
    """Whether *point* has items."""
    return point.kind in (KeyPointKind.LIST, KeyPointKind.STEP)


def labels_only(rendition: Rendition) -> bool:
    """Whether a list is told by its labels alone, which need their explanation to say something."""
    return "labels only" in rendition.edits


def paragraph(rendition: Rendition, material: Material) -> Copy:
    """*rendition* as a part of a post: a list item by item, a long run sentence by sentence."""
    if rendition.items:
        return bulleted(rendition, material.template.bullet)
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
