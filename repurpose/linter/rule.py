"""What is a rule, and what does it say when it finds something?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from repurpose.model import Article, Block, BlockKind, Card, Draft, Fix, Post, Severity, Span
from repurpose.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from repurpose.model import Segment

__all__ = ["CONVENTION", "Example", "FixKind", "Problem", "Rule", "Scope", "example_article", "example_draft", "rule"]

Scope = Literal["field", "post", "draft", "card"]
"""What a rule's check is called with: every field's `Document`, each post's, the `Thread` of a draft, a `Card`."""

FixKind = Literal["none", "safe", "unsafe"]

CONVENTION = "common convention among social media editors; no authority behind it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a rule reports; the engine adds code, severity, platform and place."""

    message: str
    span: Span | None = None
    measured: float | None = None
    limit: float | None = None
    unit: str | None = None
    fix: Fix | None = None
    severity: Severity | None = None
    """Where it differs from the rule's own."""
    post: int | None = None
    """For rules that see a whole draft."""
    field: str | None = None
    """Where it is not the field that the check was called with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One case that a rule flags beside one that it lets pass; both are run by the tests and shown in the docs."""

    bad: Draft | Card
    good: Draft | Card
    fixed: str | None = None
    """The text of *bad*'s first flagged post after the rule's own fixes."""
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A named check with everything that its documentation says."""

    code: str
    """Three letters of the family and three digits: ``LEN001``."""
    name: str
    """The same in words: ``over-length-limit``. Both are accepted wherever a rule is named."""
    family: str
    scope: Scope
    severity: Severity
    summary: str
    why: str
    sources: tuple[str, ...]
    """Who says so, with the date where one is known; `CONVENTION` where nobody of weight does."""
    examples: tuple[Example, ...]
    check: Callable[[Any], Iterator[Problem]]
    fix: FixKind = "none"
    platforms: tuple[str, ...] = ()
    """All platforms when empty."""
    is_said_once: bool = False
    """It speaks of the article, so that in a campaign it is said for the first draft alone."""


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    scope: Scope = "field",
    why: str,
    examples: tuple[Example, ...],
    sources: tuple[str, ...] = (CONVENTION,),
    fix: FixKind = "none",
    platforms: tuple[str, ...] = (),
    is_said_once: bool = False,
) -> Callable[[Callable[[Any], Iterator[Problem]]], Rule]:
    """A decorator that makes a `Rule` of a check; the check's docstring is the summary. Nothing is registered."""

    def wrap(check: Callable[[Any], Iterator[Problem]]) -> Rule:
        family = check.__module__.rpartition(".")[2]
        summary = " ".join((check.__doc__ or "").split())
        return Rule(
            code=code,
            name=name,
            family=family,
            scope=scope,
            severity=severity,
            summary=summary,
            why=why,
            sources=sources,
            examples=examples,
            check=check,
            fix=fix,
            platforms=platforms,
            is_said_once=is_said_once,
        )

    return wrap


_PARAGRAPH = re.compile(r"[^\n]+")


def example_article(text: str, *, title: str | None = None, language: str = "en") -> Article:
    """A small article for examples: one paragraph a line."""
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, span=Span(*match.span()), lines=(number, number))
        for number, match in enumerate(_PARAGRAPH.finditer(text), start=1)
    )
    return Article(text=text, blocks=blocks, title=title, language=language)


def example_draft(
    *texts: str,
    platform: str = "x",
    source: str | None = None,
    segments: tuple[Segment, ...] = (),
    **fields: Any,
) -> Draft:
    """A small draft for examples: one post a text, *fields* given to each of them."""
    posts = tuple(Post(**{"text": text, "payload": text, "segments": segments, **fields}) for text in texts)
    article = None if source is None else example_article(source)
    return Draft(platform=platform, format="thread" if len(posts) > 1 else "post", posts=posts, article=article)
