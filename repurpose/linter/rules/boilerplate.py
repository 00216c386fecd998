"""Is furniture of the page left in the post?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.folding import plain
from repurpose.linter.rule import Example, Problem, example_draft, rule
from repurpose.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document

__all__ = ["boilerplate_left"]

# In English; what an article's own page carried is known from `Article.dropped`, in every language.
_WHOLE_LINE = re.compile(
    r"[^\w\n]*(?:share (?:with|this|on \w+)|leave a (?:reply|comment)|cancel reply|read more|click here"
    r"|continue reading|skip to (?:main )?content|related (?:posts|articles)|you may also like|filed under\b.*"
    r"|posted (?:in|on|by)\b.*"
    r"|all rights reserved|table of contents|\d{1,3} min(?:ute)?s? read|sign up for our newsletter|log in|previous post"
    r"|next post|\d{1,5} comments?|advertisement|(?-i:[A-Z][\w.]*(?: [\w.]+){0,3} Avatar)"
    r"|(?:caption|disclaimer):.*)\W*",
    re.IGNORECASE,
)
_LONGEST_LINE = 100
_ANYWHERE = (
    "subscribe now to keep reading",
    "get access to the full archive",
    "powered by :",
    "powered by: ",
    "email address will not be published",
    "required fields are marked",
    "intended for informational and educational",
    "for informational purposes only",
    "professional or legal advice",
    "we use cookies",
    "accept all cookies",
)


@rule(
    "UNI014",
    "boilerplate-left",
    Severity.ERROR,
    why='"Leave a Reply" in a post tells everybody that nobody read it.',
    examples=(
        Example(
            bad=example_draft("Salad pays.\nLeave a Reply"),
            good=example_draft("Salad pays. Leave a reply if you grow it too."),
        ),
    ),
)
def boilerplate_left(document: Document) -> Iterator[Problem]:
    """A line of the page's furniture is in the post: share bars, avatar lines, reply forms, disclaimers."""
    text, source = document.text, document.source
    lowered = text.lower()
    is_suspect = any(phrase in lowered for phrase in _ANYWHERE)
    dropped = source.dropped_lines if source else frozenset()
    for line in document.lines:
        said = line.of(text)
        is_furniture = (
            (len(line) <= _LONGEST_LINE and _WHOLE_LINE.fullmatch(said))
            or (is_suspect and any(phrase in said.lower() for phrase in _ANYWHERE))
            or (dropped and plain(said) in dropped)
        )
        if is_furniture and not (source and plain(said) in source.plain):
            yield Problem(message=f"“{said.strip()[:60]}” belongs to the page", span=line)
