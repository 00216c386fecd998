"""Where does each stretch of a post come from, and what became of the source's words on the way?"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import regex

from repurpose.errors import UnreadableSource
from repurpose.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article, Draft, Post, Segment

__all__ = ["Change", "Passage", "Phrase", "Trace", "change_of", "trace_table", "traced"]


class Change(StrEnum):
    """
    What became of the source's words in a post.

    Punctuation does not count, nor whether a word begins with a capital: both follow from where the words stand.
    """

    VERBATIM = "verbatim"
    """All of them, and no others, in their order."""
    TRIMMED = "trimmed"
    """Some of them, and no others, in their order."""
    EDITED = "edited"
    """Other words, or another order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of the article, its title, subtitle or description that stand behind a stretch of a post."""

    text: str
    span: Span | None = None
    """In the article's text; ``None`` for a title, a subtitle or a description."""
    lines: tuple[int, int] | None = None
    """First and last line of the source as it was given, of the blocks that hold the span."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One of our own phrases, or of the brand's own pack."""

    name: str
    file: str | None
    """Where a marketer can change it; ``None`` where a campaign does not know it, as of the brand's own pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A stretch of a post with what stands behind it."""

    span: Span
    """In the post's text."""
    text: str
    origin: str | None
    """As in `Segment`; ``None`` where a post has words that no segment accounts for."""
    change: Change | None = None
    """``None`` without passages."""
    passages: tuple[Passage, ...] = ()
    phrase: Phrase | None = None
    mark: str = ""
    """The bullet or number that stands before it."""


def traced(post: Post, article: Article) -> Iterator[Trace]:
    """
    The stretches of *post* in order, also those with words that no segment accounts for.

    Raises `UnreadableSource` where a segment points past the text that it is about.
    """
    end = 0
    for segment in sorted(post.segments, key=lambda one: one.span):
        _check(segment, post, article)
        start = max(end, segment.span.start)
        yield from _unaccounted(post.text, Span(end, start))
        yield _trace(segment, post, article, mark=_mark(post.text[end:start]))
        end = max(end, segment.span.end)
    yield from _unaccounted(post.text, Span(end, len(post.text)))


def trace_table(drafts: Sequence[Draft], article: Article) -> list[dict[str, Any]]:
    """What `traced` finds in every post of *drafts*, made of what JSON knows."""
    return [
        {
            "platform": draft.platform,
            "format": draft.format,
            "posts": [
                {"text": post.text, "segments": [_plain(one) for one in traced(post, article)]} for post in draft.posts
            ],
        }
        for draft in drafts
    ]


# ---- what stands behind a stretch

_PHRASE = re.compile(r"(?P<room>phrase|templates):(?:(?P<language>[A-Za-z-]+)/)?(?P<name>.+)")
# What a bullet or a number before an item looks like.
_MARK = re.compile(r"\S{1,4}[ \t\u00a0]+\Z")


def _trace(segment: Segment, post: Post, article: Article, *, mark: str) -> Trace:
    text = segment.span.of(post.text)
    passages = tuple(_passages(segment, article))
    return Trace(
        span=segment.span,
        text=text,
        origin=segment.origin,
        change=change_of(text, [passage.text for passage in passages]) if passages else None,
        passages=passages,
        phrase=_phrase(segment.origin, article.language),
        mark=mark,
    )


def _phrase(origin: str, language: str) -> Phrase | None:
    """The phrase that *origin* names, in *language* where it names no other."""
    found = _PHRASE.fullmatch(origin)
    if found is None:
        return None
    is_shipped = found["room"] == "phrase"
    file = f"templates/phrases/{found['language'] or language}.toml" if is_shipped else None
    return Phrase(name=found["name"], file=file)


def _passages(segment: Segment, article: Article) -> Iterator[Passage]:
    for span in segment.sources:
        held = [block.lines for block in article.blocks if block.span.overlaps(span)]
        lines = (min(first for first, _ in held), max(last for _, last in held)) if held else None
        yield Passage(text=span.of(article.text), span=span, lines=lines)
    own = {
        "title": article.title,
        "subtitle": article.subtitle,
        "description": article.description,
        "caption": article.author_caption,
    }.get(segment.origin)
    if own and not segment.sources:
        yield Passage(text=own)


def _unaccounted(text: str, gap: Span) -> Iterator[Trace]:
    """The lines within *gap* that have words; bullets, numbers and white space need no source."""
    start = gap.start
    for line in gap.of(text).splitlines(keepends=True):
        words = line.strip()
        if any(character.isalpha() for character in words):
            first = start + line.index(words)
            yield Trace(span=Span(first, first + len(words)), text=words, origin=None)
        start += len(line)


def _mark(gap: str) -> str:
    before = gap.rpartition("\n")[2]
    found = _MARK.fullmatch(before)
    return before if found and not any(character.isalpha() for character in before) else ""


def _check(segment: Segment, post: Post, article: Article) -> None:
    if segment.span.end > len(post.text):
        raise UnreadableSource(
            f"a segment ends at {segment.span.end} in a post of {len(post.text)} characters; was the post edited?"
        )
    for source in segment.sources:
        if source.end > len(article.text):
            raise UnreadableSource(
                f"a source ends at {source.end} in an article of {len(article.text)} characters; was it edited?"
            )


# ---- what became of the words

# Scripts that put no spaces between words: each of their letters is compared by itself.
_ALONE = r"[\p{Han}\p{Hiragana}\p{Katakana}ーｰ\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_LETTER = rf"(?:(?!{_ALONE})[\p{{L}}\p{{M}}\p{{N}}])"
# Numbers stay whole, with their sign; currencies, units and mathematical signs mean as much as words do.
_WORD = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])[-−]?\p{{Nd}}+(?:[.,]\p{{Nd}}+)*+(?!{_LETTER})"
    rf"|{_ALONE}\p{{M}}*+"
    rf"|{_LETTER}++(?:['’\-‑.&·״׳\u00ad\u200c\u200d]{_LETTER}++)*+"
    r"|[\p{Sc}\p{Sm}\p{So}%٪‰]"
)


def change_of(text: str, sources: Sequence[str]) -> Change:
    """What became of the words of *sources*, one after the other, in *text*."""
    said, given = _words(text), [word for source in sources for word in _words(source)]
    if said == given:
        return Change.VERBATIM
    rest = iter(given)
    return Change.TRIMMED if all(word in rest for word in said) else Change.EDITED


def _words(text: str) -> list[str]:
    return [_compared(word) for word in _WORD.findall(text)]


def _compared(word: str) -> str:
    """*word* as it is wherever it stands: "US" is not "us"."""
    word = word.replace("’", "'")
    return word[0].lower() + word[1:]


# ---- as data


def _plain(trace: Trace) -> dict[str, Any]:
    fields = asdict(trace)
    del fields["mark"]
    return fields
