"""What does a draft become when the fixes of its findings are applied?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from repurpose.linter.engine import fields_of, lint
from repurpose.model import Severity, Span
from repurpose.settings import LintSettings, Settings
from repurpose.text.entities import find_hashtags
from repurpose.text.escaping import (
    discord_message,
    linkedin_commentary,
    linkedin_little_text,
    reddit_markdown,
    telegram_markdown_v2,
    telegram_message,
)
from repurpose.text.facets import bluesky_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from repurpose.model import Draft, Finding, Post, Segment

__all__ = ["apply_fixes"]

_DEFAULTS = Settings()
# Real drafts settle in two or three rounds; more means that two rules undo each other.
_ROUNDS = 20
# How a payload can have been made from its text; one that none of them makes is left to the caller.
_ENCODINGS: tuple[Callable[[str], str], ...] = (
    str,
    linkedin_little_text,
    linkedin_commentary,
    telegram_message,
    telegram_markdown_v2,
    discord_message,
    reddit_markdown,
    bluesky_record,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """One fix at its place."""

    rule: str
    post: int
    field: str
    span: Span
    removed: str
    replacement: str

    @property
    def key(self) -> tuple[str, int, str, str, str]:
        """The same in every round, wherever other fixes have moved it."""
        return (self.rule, self.post, self.field, self.removed, self.replacement)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Faults:
    """The errors of a draft, as far as a fix must not make them worse."""

    errors: Counter[int | None]
    """By post."""
    lengths: Mapping[tuple[str, int | None, str], float]
    """What is over a limit, and by how much it measures."""

    def is_no_worse_than(self, other: _Faults) -> bool:
        """Whether no post has more errors, and nothing is or became longer that is too long."""
        return all(count <= other.errors[post] for post, count in self.errors.items()) and all(
            measured <= other.lengths.get(place, 0) for place, measured in self.lengths.items()
        )


def apply_fixes(
    draft: Draft, findings: Sequence[Finding], *, unsafe: bool = False, settings: Settings = _DEFAULTS
) -> Draft:
    """
    *draft* after the safe fixes of *findings*, with *unsafe* also the others, until nothing is left to fix.

    What a fix uncovers (two glued tags turn out to be the same) is fixed as well; what the caller left out of
    *findings* stays. A fix that would add an error, or push a field over its limit, is not applied. `Post.segments`,
    `Post.hashtags` and a payload that follows from the text are kept in step; another payload is left to the caller.
    """
    edits = tuple(_edits(draft, findings, unsafe=unsafe))
    wanted = {edit.key for edit in edits}
    found = _edits(draft, lint(draft, settings=settings), unsafe=unsafe) if edits else ()
    refused = {edit.key for edit in found if edit.key not in wanted}
    for _ in range(_ROUNDS):
        chosen = _apart(edit for edit in edits if edit.key not in refused)
        if not chosen:
            break
        draft, rejected = _applied(draft, chosen, _faults(draft, settings), settings)
        refused |= {edit.key for edit in rejected}
        edits = tuple(_edits(draft, lint(draft, settings=settings), unsafe=unsafe))
    return draft


def _edits(draft: Draft, findings: Iterable[Finding], *, unsafe: bool) -> Iterator[_Edit]:
    """The fixes that may be applied, without those whose place is not in *draft*."""
    texts = [dict(fields_of(post)) for post in draft.posts]
    for finding in findings:
        fix, span, post = finding.fix, finding.span, finding.post
        if fix is None or span is None or post is None or post >= len(texts) or not (fix.is_safe or unsafe):
            continue
        text = texts[post].get(finding.field)
        if text is not None and span.end <= len(text) and span.of(text) != fix.replacement:
            yield _Edit(
                rule=finding.rule,
                post=post,
                field=finding.field,
                span=span,
                removed=span.of(text),
                replacement=fix.replacement,
            )


def _apart(edits: Iterable[_Edit]) -> tuple[_Edit, ...]:
    """Those of *edits*, in order of place, that overlap no earlier one; touching is allowed."""
    kept: list[_Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.post, edit.field, edit.span, edit.rule)):
        last = kept[-1] if kept else None
        is_near = last is not None and (last.post, last.field) == (edit.post, edit.field)
        if not (is_near and last and (edit.span.start < last.span.end or edit.span == last.span)):
            kept.append(edit)
    return tuple(kept)


def _applied(
    draft: Draft, edits: tuple[_Edit, ...], faults: _Faults, settings: Settings
) -> tuple[Draft, tuple[_Edit, ...]]:
    """*draft* with those of *edits* that make nothing worse, and the rejected ones; halving finds them."""
    fixed = _edited(draft, edits)
    after = _faults(fixed, settings)
    if after.is_no_worse_than(faults):
        return fixed, ()
    if len(edits) == 1:
        return draft, edits
    # The later half first: the places of the earlier one then still hold.
    middle = len(edits) // 2
    draft, later = _applied(draft, edits[middle:], faults, settings)
    draft, earlier = _applied(draft, edits[:middle], _faults(draft, settings), settings)
    return draft, (*earlier, *later)


def _faults(draft: Draft, settings: Settings) -> _Faults:
    """Judged by all rules: what the user chose not to see is still not to be made worse."""
    found = [
        finding
        for finding in lint(draft, settings=replace(settings, lint=LintSettings()))
        if finding.severity is Severity.ERROR
    ]
    return _Faults(
        errors=Counter(finding.post for finding in found),
        lengths={
            (finding.rule, finding.post, finding.field): finding.measured or 0
            for finding in found
            if finding.rule.startswith("LEN") and finding.limit is not None
        },
    )


def _edited(draft: Draft, edits: Sequence[_Edit]) -> Draft:
    posts = list(draft.posts)
    for (post, field), group in groupby(edits, key=lambda edit: (edit.post, edit.field)):
        posts[post] = _with(posts[post], field, tuple(group))
    return replace(draft, posts=tuple(posts))


def _with(post: Post, field: str, edits: tuple[_Edit, ...]) -> Post:
    """*post* with *edits*, ordered and apart, in one of its fields."""
    old = dict(fields_of(post))[field]
    new = _replaced(old, edits)
    if field.startswith("alt_texts["):
        number = int(field.removeprefix("alt_texts[").removesuffix("]"))
        return replace(post, alt_texts=(*post.alt_texts[:number], new, *post.alt_texts[number + 1 :]))
    fixed: Post = replace(post, **{field: new})  # type: ignore[arg-type] # fields_of names fields of str only
    if field == "text":
        encode = next((encode for encode in _ENCODINGS if encode(old) == post.payload), None)
        fixed = replace(
            fixed,
            payload=encode(new) if encode else post.payload,
            segments=tuple(_moved(post.segments, edits)),
        )
    before, after = _tags(post), _tags(fixed)
    lost = before - after
    return replace(fixed, hashtags=tuple(tag for tag in post.hashtags if tag.casefold() not in lost))


def _replaced(text: str, edits: Sequence[_Edit]) -> str:
    pieces: list[str] = []
    end = 0
    for edit in edits:
        pieces += (text[end : edit.span.start], edit.replacement)
        end = edit.span.end
    return "".join((*pieces, text[end:]))


def _moved(segments: Sequence[Segment], edits: Sequence[_Edit]) -> Iterator[Segment]:
    """
    *segments* where they stand after *edits*, without those of which nothing is left.

    A segment keeps an edit that lies inside it; of one that reaches over its border only the untouched part remains.
    """
    for segment in segments:
        start = _place(segment.span.start, edits, is_end=False)
        end = _place(segment.span.end, edits, is_end=True)
        if start < end:
            yield replace(segment, span=Span(start, end))


def _place(at: int, edits: Sequence[_Edit], *, is_end: bool) -> int:
    """Where the border *at* is after *edits*; inside a replaced stretch it moves to the side of its segment."""
    shift = 0
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        if end <= at and not (is_end and start == end == at):
            shift += len(edit.replacement) - len(edit.span)
        elif start < at < end:
            return start + shift if is_end else start + shift + len(edit.replacement)
        else:
            break
    return at + shift


def _tags(post: Post) -> frozenset[str]:
    texts = (text for _, text in fields_of(post))
    return frozenset(tag.text.casefold() for text in texts for tag in find_hashtags(text))
