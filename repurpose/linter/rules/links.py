"""Do links stand where they work?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["dead_weight_link"]


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
