"""What is wrong with this draft, campaign, text or card?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.linter.catalogue import RULES, selected, severities
from repurpose.linter.document import Document, Thread
from repurpose.linter.source import Source
from repurpose.model import Campaign, Draft, Finding, Post
from repurpose.platforms import profile
from repurpose.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from repurpose.linter.rule import Problem, Rule
    from repurpose.model import Article, Card, Severity

__all__ = ["fields_of", "lint", "lint_card", "lint_text"]

_DEFAULTS = Settings()
_FIELDS = ("title", "preheader", "first_comment", "content_warning")


def lint(
    subject: Draft | Campaign, *, settings: Settings = _DEFAULTS, rules: Sequence[Rule] | None = None
) -> tuple[Finding, ...]:
    """
    Every finding of *rules* (all when ``None``) in a draft, or in a campaign's drafts and then its cards.

    In the order of post, field, place and code; what `Settings.lint` ignores is left out. Raises `UnknownName` where
    the settings name a rule, or the draft a platform, that does not exist.
    """
    if isinstance(subject, Campaign):
        shared = Source(article=subject.article, settings=settings)
        drafts = [finding for draft in subject.drafts for finding in _lint_draft(draft, settings, rules, shared)]
        cards = [finding for card in subject.cards for finding in lint_card(card, settings=settings, rules=rules)]
        return (*_once(drafts), *cards)
    source = Source(article=subject.article, settings=settings) if subject.article else None
    return _lint_draft(subject, settings, rules, source)


def lint_text(
    text: str, platform: str, *, article: Article | None = None, settings: Settings = _DEFAULTS
) -> tuple[Finding, ...]:
    """The findings in one hand-written post; with the *article* that it is about, also where it strays from it."""
    known = profile(platform)
    draft = Draft(platform=known.key, format=known.formats[0], posts=(Post(text=text, payload=text),), article=article)
    return lint(draft, settings=settings)


def lint_card(
    card: Card, *, settings: Settings = _DEFAULTS, rules: Sequence[Rule] | None = None
) -> tuple[Finding, ...]:
    """The findings in what was measured of one card; `Finding.field` is the card's name."""
    chosen = [rule for rule in selected(RULES if rules is None else rules, settings.lint) if rule.scope == "card"]
    levels = severities(chosen, settings.lint)
    return tuple(
        _finding(problem, rule, levels, platform=None, post=None, field=card.name)
        for rule in chosen
        for problem in rule.check(card)
    )


def fields_of(post: Post) -> Iterator[tuple[str, str]]:
    """Name and text of every field of *post* that people read; of several alt texts the second is ``alt_texts[1]``."""
    yield "text", post.text
    for name in _FIELDS:
        value = getattr(post, name)
        if value is not None:
            yield name, value
    for number, alt_text in enumerate(post.alt_texts):
        yield f"alt_texts[{number}]", alt_text


def _lint_draft(
    draft: Draft, settings: Settings, rules: Sequence[Rule] | None, source: Source | None
) -> tuple[Finding, ...]:
    known = profile(draft.platform)
    chosen = [
        rule
        for rule in selected(RULES if rules is None else rules, settings.lint)
        if not rule.platforms or known.key in rule.platforms
    ]
    levels = severities(chosen, settings.lint)
    documents = [
        Document(text=text, field=field, index=index, draft=draft, profile=known, settings=settings, source=source)
        for index, post in enumerate(draft.posts)
        for field, text in fields_of(post)
    ]
    found = [
        _finding(problem, rule, levels, platform=known.key, post=index, field=field)
        for rule, index, field, problem in _problems(chosen, documents)
    ]
    places = {field: place for place, field in enumerate(dict.fromkeys(document.field for document in documents))}
    return tuple(sorted(found, key=lambda finding: _order(finding, places)))


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """*findings* of a campaign, what concerns its article said for the first draft alone."""
    said: set[str] = set()
    once = frozenset(rule.code for rule in RULES if rule.is_said_once)
    for finding in findings:
        if finding.rule not in said:
            yield finding
        if finding.rule in once:
            said.add(finding.rule)


def _problems(rules: Sequence[Rule], documents: Sequence[Document]) -> Iterator[tuple[Rule, int | None, str, Problem]]:
    """What each rule reports, with post and field: rule by rule, each over all that its scope names."""
    posts = tuple(document for document in documents if document.field == "text")
    thread = Thread(documents=posts)
    for rule in rules:
        if rule.scope == "draft":
            for problem in rule.check(thread):
                yield rule, problem.post, problem.field or "text", problem
        elif rule.scope != "card":
            for document in documents if rule.scope == "field" else posts:
                for problem in rule.check(document):
                    yield rule, document.index, problem.field or document.field, problem


def _order(finding: Finding, places: Mapping[str, int]) -> tuple[int, int, int, int, str]:
    """What concerns the whole draft first, then by post, field and place."""
    span = finding.span
    return (
        -1 if finding.post is None else finding.post,
        places.get(finding.field, len(places)),
        span.start if span else 0,
        span.end if span else 0,
        finding.rule,
    )


def _finding(
    problem: Problem,
    rule: Rule,
    levels: Mapping[str, Severity],
    *,
    platform: str | None,
    post: int | None,
    field: str,
) -> Finding:
    return Finding(
        rule=rule.code,
        severity=levels.get(rule.code) or problem.severity or rule.severity,
        message=problem.message,
        platform=platform,
        post=post,
        field=field,
        span=problem.span,
        measured=problem.measured,
        limit=problem.limit,
        unit=problem.unit,
        fix=problem.fix,
    )
