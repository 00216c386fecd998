"""Do links stand where they work?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Fix, Segment, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document, Thread

__all__ = ["dead_weight_link", "no_address"]

_SALAD = (Segment(span=Span(0, 11), origin="article", sources=(Span(0, 11),)),)


@rule(
    "URL002",
    "dead-weight-link",
    Severity.WARNING,
    scope="post",
    fix="unsafe",
    why="A caption on Instagram or TikTok does not link: nobody types an address, and it costs its length.",
    sources=("each platform's link habit with its source and date, in its profile (`repurpose platforms`)",),
    examples=(
        Example(
            bad=example_draft("Salad pays. https://halden.example.org/accounts", platform="instagram"),
            good=example_draft("Salad pays. Link in bio.", platform="instagram"),
            fixed="Salad pays. link in bio",
        ),
    ),
)
def dead_weight_link(document: Document) -> Iterator[Problem]:
    """A web address stands in a caption that does not make links."""
    if document.profile.links.place not in ("bio", "none"):
        return
    for link in document.urls:
        # "Node.js" and "Amazon.com" are names; an address has a scheme or a path.
        if "/" in link.text:
            english = document.language in ("en", "und")
            yield Problem(
                message=f"{document.profile.name} does not link {link.text[:60]}",
                span=link.span,
                fix=Fix(replacement="link in bio", is_safe=False) if english else None,
            )


@rule(
    "URL003",
    "no-address",
    Severity.HINT,
    scope="draft",
    is_said_once=True,
    why="A post without the article's address sends nobody to it. Nothing promises one where it is not known.",
    examples=(
        Example(
            bad=example_draft("Salad pays.", source="Salad pays.", segments=_SALAD),
            good=example_draft(
                "Salad pays. https://halden.example.org",
                source="Salad pays.",
                segments=_SALAD,
                link="https://halden.example.org",
            ),
        ),
    ),
)
def no_address(thread: Thread) -> Iterator[Problem]:
    """The article's address is not known, so the composed post carries no link; ``--url`` would add it."""
    draft = thread.documents[0].draft
    wants_link = thread.documents[0].profile.links.place != "none"
    # What was written by hand may have its reasons.
    is_composed = any(post.segments for post in draft.posts)
    has_link = any(post.link for post in draft.posts)
    if wants_link and is_composed and draft.article and not draft.article.url and not has_link:
        yield Problem(message="the article's address is not known: --url ADDRESS adds the link")
