"""Will the platform take every field, and is the point made before the fold?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Severity, Span
from repurpose.text.counting import COUNTERS
from repurpose.text.fitting import fitting_prefix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document
    from repurpose.platforms import Limit
    from repurpose.text.counting import Unit

__all__ = ["empty_post", "field_over_limit", "hook_past_fold", "over_byte_limit", "over_length_limit"]

_UNITS = {
    "weighted": "weighted characters",
    "graphemes": "characters",
    "utf8": "UTF-8 bytes",
    "utf16": "UTF-16 units",
    "code_points": "code points",
    "mastodon": "characters",
    "threads": "characters (emoji as bytes)",
    "telegram": "characters",
}
_WORD = re.compile(r"[^\W_]")
# What an address counts on X and Mastodon, however short.
_ADDRESS = 23
# No code point counts more anywhere: NFC takes some characters apart, and X counts each part twice.
_HEAVIEST = 8


def _at_most(text: str, unit: Unit) -> int:
    """A bound of *text*'s length in *unit* that costs next to nothing."""
    if unit in ("graphemes", "code_points", "telegram"):
        return len(text)
    if unit in ("utf8", "utf16", "threads"):
        return COUNTERS["utf8"](text)
    if unit == "mastodon":
        return len(text) + _ADDRESS * text.count("://")
    return len(text) + _ADDRESS * text.count(".") if text.isascii() else _HEAVIEST * len(text)


def _overflow(text: str, limit: Limit, taker: str, *, field: str | None = None) -> Iterator[Problem]:
    """A problem when *text* is over *limit*; its span is only what has to go, since that is what gets cut."""
    # Most posts are far from their limit, and no count is needed to see it.
    if _at_most(text, limit.unit) <= limit.maximum:
        return
    measured = COUNTERS[limit.unit](text)
    if measured > limit.maximum:
        fits = fitting_prefix(text, limit.maximum, COUNTERS[limit.unit])
        yield Problem(
            message=f"{measured:,} {_UNITS[limit.unit]}, {taker} takes {limit.maximum:,}",
            span=Span(fits, len(text)),
            measured=measured,
            limit=limit.maximum,
            unit=limit.unit,
            field=field,
        )


@rule(
    "LEN001",
    "over-length-limit",
    Severity.ERROR,
    scope="post",
    why="The platform refuses a longer post, or the composer does not let it out.",
    sources=("each platform's own limit with its source and date, in its profile (`repurpose platforms`)",),
    examples=(
        Example(bad=example_draft("word " * 57), good=example_draft("word " * 56)),
        Example(bad=example_draft("🚀" * 141), good=example_draft("🚀" * 140)),
    ),
)
def over_length_limit(document: Document) -> Iterator[Problem]:
    """A post is longer than its platform takes, in the unit in which the platform counts."""
    known = document.profile
    limit = known.text[0]
    # A message that carries a picture is its caption, with a limit of its own.
    if document.post.cards and "caption" in known.fields:
        limit = known.fields["caption"]
    yield from _overflow(document.text, limit, known.name)


@rule(
    "LEN002",
    "over-byte-limit",
    Severity.ERROR,
    scope="post",
    why="Some platforms hold a second limit beside the one that they show, and refuse the post with a bare error.",
    sources=("each platform's own limit with its source and date, in its profile (`repurpose platforms`)",),
    examples=(
        Example(
            bad=example_draft("👩‍👩‍👧‍👦" * 130, platform="bluesky"),
            good=example_draft("👩‍👩‍👧‍👦" * 100, platform="bluesky"),
        ),
    ),
)
def over_byte_limit(document: Document) -> Iterator[Problem]:
    """A post is over a second limit of its platform, such as Bluesky's bytes beside its characters."""
    for limit in document.profile.text[1:]:
        yield from _overflow(document.text, limit, document.profile.name)


@rule(
    "LEN003",
    "field-over-limit",
    Severity.ERROR,
    scope="post",
    why="Titles, alt texts and payloads have limits of their own; a longer one is refused or cut.",
    sources=("each platform's own limit with its source and date, in its profile (`repurpose platforms`)",),
    examples=(
        Example(
            bad=example_draft("A video.", platform="youtube", title="Title " * 20),
            good=example_draft("A video.", platform="youtube", title="A title"),
        ),
    ),
)
def field_over_limit(document: Document) -> Iterator[Problem]:
    """A title, preheader, first comment, content warning, alt text or API payload is longer than the platform takes."""
    post, known = document.post, document.profile
    fields: list[tuple[str, str, str | None]] = [
        (name, name, getattr(post, name)) for name in ("title", "preheader", "first_comment", "content_warning")
    ]
    fields += [("alt_text", f"alt_texts[{number}]", text) for number, text in enumerate(post.alt_texts)]
    if post.payload != post.text:
        fields.append(("payload", "payload", post.payload))
    for kind, name, text in fields:
        if text is not None and kind in known.fields:
            label = kind.replace("_", " ")
            yield from _overflow(text, known.fields[kind], f"{known.name}'s {label}", field=name)


@rule(
    "LEN005",
    "hook-past-fold",
    Severity.WARNING,
    scope="post",
    why='What stands after "more" is read by few: the first sentence has to end before it.',
    sources=("each platform's fold with its source and date, in its profile; third parties measure folds differently",),
    examples=(
        Example(
            bad=example_draft(f"We learned, {'and learned again, ' * 12}that salad pays.", platform="instagram"),
            good=example_draft("Salad pays.\n\nWe learned it the slow way.", platform="instagram"),
        ),
    ),
)
def hook_past_fold(document: Document) -> Iterator[Problem]:
    """The first sentence does not end before the platform's fold."""
    fold = document.profile.fold
    if fold is None or document.index or not document.sentences:
        return
    hook = document.sentences[0]
    # A grapheme is at least one code point.
    if hook.end <= fold.graphemes:
        return
    measured = COUNTERS["graphemes"](document.text[: hook.end])
    if measured > fold.graphemes:
        yield Problem(
            message=f"the first sentence ends after {measured} characters, "
            f"{document.profile.name} shows {fold.graphemes}",
            span=hook,
            measured=measured,
            limit=fold.graphemes,
            unit="graphemes",
        )


@rule(
    "LEN008",
    "empty-post",
    Severity.ERROR,
    scope="post",
    why="A post of links, tags and emoji alone says nothing, and a thread jumps over it.",
    examples=(
        Example(bad=example_draft("🚀 #Superintelligence"), good=example_draft("Meta bets on #Superintelligence. 🚀")),
    ),
)
def empty_post(document: Document) -> Iterator[Problem]:
    """Nothing to read is left of a post without its links, tags, mentions, numbering and emoji."""
    if not _WORD.search(document.bare):
        yield Problem(message="nothing to read beside links, tags and emoji", span=Span(0, len(document.text)))
