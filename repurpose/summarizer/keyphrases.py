"""
Which noun phrases and names say what the article is about?

Candidates are runs of up to four words between stop words and marks. They are weighed by how often they occur, whether
the title says them, whether they are names, and whether the author chose them as tags.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import regex

from repurpose.model import BlockKind, Keyphrase, Span
from repurpose.resources import shipped
from repurpose.text.discourse import discourse
from repurpose.text.lexicons import stopwords
from repurpose.text.words import fold_apostrophes, stem, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from repurpose.model import Article

__all__ = ["keyphrases", "split_hashtag"]

# Inside a word an apostrophe joins (l’école, don’t), but a possessive ends the phrase.
_TOKEN = regex.compile(r"(?<!\p{L}['’])[\p{L}\p{M}\p{Nd}]+(?:[\-‑.&][\p{L}\p{M}\p{Nd}]+|['’](?!s\b)[\p{L}\p{M}]+)*")
# Japanese writes a compound as one run of Han or Katakana; Chinese words are mostly pairs, so every pair is tried.
_RUN = {
    "ja": regex.compile(r"[\p{Han}々ヶ]{2,8}|\p{Katakana}[\p{Katakana}ー]{2,}"),
    "zh": regex.compile(r"\p{Han}{2}"),
}
_POSSESSIVE = regex.compile(r"['’]s?\b")
_SENTENCE_START = regex.compile(r"(?:^|[.!?…:。！？]\s*|[“\"(«„\n]\s*)$")
_INSIDE_NAME = regex.compile(r"(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{M}\p{Nd}\-]+")
_CAMEL = regex.compile(r"\p{Lu}{2,}(?=\p{Lu}\p{Ll}|$|\d)|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|[\p{Lo}\p{M}]+|\p{Nd}+")
_BLOCKS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})
_LONGEST = 4
_WORDS_BONUS = (0.0, 1.0, 1.5, 1.35, 1.1)
_NAME_BONUS = 1.6
_TITLE_BONUS = 1.8
_TAG_BONUS = 3.0
# A name stands for its parts unless they are used this much more often; any other phrase sooner gives way.
_NAME_RATIO = 6
_PHRASE_RATIO = 2
# Where capitals mark every noun they do not mark names.
_CAPITAL_NOUNS = frozenset({"de"})


@dataclass(slots=True)
class _Tally:
    """What was counted of one phrase."""

    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    named: int = 0
    """Occurrences inside a sentence that are written with capitals."""
    in_title: bool = False


def keyphrases(article: Article, *, limit: int = 20) -> tuple[Keyphrase, ...]:
    """At most *limit* phrases, best first, no two of which are the same words in another form."""
    tallies = _tally(article)
    tags = {
        tuple(stem(word, article.language) for word in words(phrase, article.language)): phrase
        for phrase in (*map(split_hashtag, article.author_hashtags), *article.tags)
    }
    scored = {
        stems: _score(stems, tally, article.language)
        for stems, tally in tallies.items()
        if _is_topical(tally, stems, article.language)
    }
    for rank, stems in enumerate(tags):
        if stems:
            scored[stems] = scored.get(stems, 0.5) + _TAG_BONUS * _support(stems, tallies) * (
                1 - rank / (2 * len(tags))
            )
    _absorb_parts(scored, tallies)
    ranked = sorted(scored, key=lambda stems: (-scored[stems], stems))
    chosen: list[tuple[str, ...]] = []
    for stems in ranked:
        if len(chosen) >= limit:
            break
        if not any(set(stems) == set(kept) for kept in chosen):
            chosen.append(stems)
    return tuple(
        Keyphrase(
            text=_surface(tallies[stems]) if stems in tallies else tags[stems],
            score=round(scored[stems], 4),
            spans=tuple(tallies[stems].spans) if stems in tallies else (),
        )
        for stems in chosen
    )


def split_hashtag(tag: str) -> str:
    """The words of a hashtag: ``#MetaAILab`` gives ``Meta AI Lab``."""
    return " ".join(_CAMEL.findall(tag.lstrip("#＃").replace("_", " ")))


def _tally(article: Article) -> dict[tuple[str, ...], _Tally]:
    tallies: defaultdict[tuple[str, ...], _Tally] = defaultdict(_Tally)
    names = frozenset(_INSIDE_NAME.findall(article.text))
    for block in article.blocks:
        if block.kind in _BLOCKS:
            text = block.span.of(article.text)
            inside = block.kind is not BlockKind.HEADING
            for stems, form, span, named in _phrases(text, article.language, names):
                tally = tallies[stems]
                tally.forms[form] += 1
                tally.spans.append(span.shifted(block.span.start))
                tally.named += named and inside
    for stems, form, _, _ in _phrases(article.title or "", article.language, names):
        tallies[stems].in_title = True
        if not tallies[stems].forms:
            tallies[stems].forms[form] += 1
    return tallies


def _phrases(text: str, language: str, names: frozenset[str]) -> Iterator[tuple[tuple[str, ...], str, Span, bool]]:
    """
    Every candidate of *text*: stems, surface form, place, and whether capitals mark it as a name.

    *names* are words that have a capital inside sentences: at the beginning of one they are names too.
    """
    if language in ("ja", "zh"):
        for match in _RUN[language].finditer(text, overlapped=language == "zh"):
            yield (match[0],), match[0], Span(*match.span()), False
        return
    stop = stopwords(language)
    auxiliaries = discourse(language).auxiliaries
    chunk: list[tuple[str, Span, bool]] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        if gap not in (" ", " ") or end == 0:
            yield from _ngrams(text, chunk, language)
            chunk = []
        end = match.end()
        word = match[0]
        folded = fold_apostrophes(word)
        if folded in stop or folded in auxiliaries or (word.isdigit() and not chunk):
            yield from _ngrams(text, chunk, language)
            chunk = []
            end = 0
            continue
        inside = not _SENTENCE_START.search(text[max(0, match.start() - 3) : match.start()])
        is_name = word[:1].isupper() and (inside or word in names or word[1:].lower() != word[1:])
        chunk.append((word, Span(match.start(), match.end()), is_name))
        if _POSSESSIVE.match(text, match.end()):
            yield from _ngrams(text, chunk, language)
            chunk = []
            end = 0
    yield from _ngrams(text, chunk, language)


def _ngrams(
    text: str, chunk: Sequence[tuple[str, Span, bool]], language: str
) -> Iterator[tuple[tuple[str, ...], str, Span, bool]]:
    for first in range(len(chunk)):
        for last in range(first, min(first + _LONGEST, len(chunk))):
            part = chunk[first : last + 1]
            span = Span(part[0][1].start, part[-1][1].end)
            named = language not in _CAPITAL_NOUNS and all(flag for _, _, flag in part)
            yield tuple(stem(word, language) for word, _, _ in part), span.of(text), span, named


def _is_topical(tally: _Tally, stems: tuple[str, ...], language: str) -> bool:
    """Whether the phrase may stand as a topic: often enough, and not made of words that name none."""
    count = len(tally.spans)
    form = _surface(tally)
    generic = _generic(language)
    parts = form.lower().split()
    if all(part in generic for part in parts) or (parts[0] in generic and len(parts) == 1):
        return False
    is_name = tally.named * 2 > count
    if len(stems) == 1:
        if len(form) < 2 or form.isdigit():  # noqa: PLR2004 - one letter names nothing
            return False
        if language in _CAPITAL_NOUNS and form.islower():
            return False
        if language == "en" and not is_name and form.endswith(("ly", "ing", "ed")):
            return False
        return is_name or count >= 2 + (language == "en") or (tally.in_title and count >= 1)
    if is_name:
        return True
    if len(stems) > 3:  # noqa: PLR2004 - a phrase of four words that is no name is a piece of a sentence
        return False
    return count >= 2 and parts[-1] not in generic and not parts[-1].endswith(("ly", "ing"))  # noqa: PLR2004


def _score(stems: tuple[str, ...], tally: _Tally, language: str) -> float:
    count = len(tally.spans)
    is_name = tally.named * 2 > count
    lead = 1.2 if tally.spans and tally.spans[0].start < 1500 else 1.0  # noqa: PLR2004 - about the first screen
    generic = _generic(language)
    share = sum(part in generic for part in _surface(tally).lower().split()) / len(stems)
    return (
        (1 + math.log(max(1, count)))
        * _WORDS_BONUS[len(stems)]
        * (_NAME_BONUS if is_name else 1.0)
        * (_TITLE_BONUS if tally.in_title else 1.0)
        * lead
        * (1 - 0.5 * share)
    )


def _support(stems: tuple[str, ...], tallies: Mapping[tuple[str, ...], _Tally]) -> float:
    """The share of *stems* that the article itself says."""
    if stems in tallies:
        return 1.0
    return 0.8 * sum((part,) in tallies for part in stems) / len(stems)


def _absorb_parts(scored: dict[tuple[str, ...], float], tallies: Mapping[tuple[str, ...], _Tally]) -> None:
    """Let a phrase stand for its parts: "Wang" goes where "Alexandr Wang" is, "AI" stays beside "Meta AI"."""
    for longer in sorted(scored, key=lambda stems: (-len(stems), stems)):
        if len(longer) == 1 or longer not in tallies or longer not in scored:
            continue
        count = len(tallies[longer].spans) + tallies[longer].in_title
        ratio = _NAME_RATIO if tallies[longer].named * 2 > count else _PHRASE_RATIO
        for size in range(1, len(longer)):
            for start in range(len(longer) - size + 1):
                part = longer[start : start + size]
                if part in scored and part in tallies and len(tallies[part].spans) <= ratio * count:
                    scored[longer] = max(scored[longer], scored.pop(part) + 0.1)


@cache
def _generic(language: str) -> frozenset[str]:
    """Words that name no topic by themselves."""
    path = shipped("assets") / "lexicons" / "generic" / f"{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").split("\n")[1:]) - {""} if path.is_file() else frozenset()


def _surface(tally: _Tally) -> str:
    """The form that the article uses most; among equals the one with more capitals."""
    return max(tally.forms, key=lambda form: (tally.forms[form], sum(map(str.isupper, form)), form))
