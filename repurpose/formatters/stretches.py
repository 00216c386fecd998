"""
How much of a paragraph is told at a stretch?

A sentence by itself lacks what it goes on from and what comes of it, and between quotation marks it is a scrap: "I hit
the Internet looking for answers.". So each is told also with as much of the paragraph around it as reads well, as its
author wrote it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, text_of
from repurpose.formatters.leaning import leans, leans_on
from repurpose.formatters.tellings import Telling, copy_of
from repurpose.formatters.voices import is_personal, is_told_by_author, quoted
from repurpose.model import BlockKind, Rendition, Span
from repurpose.summarizer.openings import opening
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.setups import well_ended
from repurpose.summarizer.standalone import asks, follows, has_link, is_balanced, stands_alone
from repurpose.text.discourse import discourse
from repurpose.text.marks import between_sentences
from repurpose.text.sentences import sentences
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article

__all__ = ["at_length", "is_scrap", "run_on"]

# So many signs are quoted at a stretch; a sign of Chinese says what two or three letters say.
_LONGEST, _LONGEST_UNSPACED = 420, 170
# One sentence of so few signs is a scrap.
_SCRAP, _SCRAP_UNSPACED = 120, 45
# Where a sentence was cut in two, a piece of few words with a figure is left: "Some 10 % of all.".
_PIECE = re.compile(r"(?=.*\d)(?:\S+ ?){1,4}")


def at_length(told: tuple[Telling, ...], article: Article, *, is_author: bool) -> tuple[Telling, ...]:
    """*told*, before it what stands around it in its paragraph, between quotation marks where it says "I" or "we"."""
    is_own = _is_quoted(told[0])
    # In somebody's own story a line in passing that does not say "I" is theirs as well.
    if is_own or (not is_author and _is_short(told[0], article.language) and is_told_by_author(article)):
        wider = tuple(
            Telling(copy, text_of(copy), one.spans)
            for one in _passages(told[0].spans, article)
            if is_personal(one.text, article.language) and (copy := quoted(one, article))
        )
        return (*wider, *told) if is_own or not wider else wider
    return _in_own_voice(told, article, is_author=is_author)


def _in_own_voice(told: tuple[Telling, ...], article: Article, *, is_author: bool) -> tuple[Telling, ...]:
    """*told*, and before it from the beginning of its paragraph on, or with what goes on from it."""
    widest = told[0]
    around = _sentences_around(widest.spans[:1], article)
    spans = [span for span in widest.spans if span in around]
    first = around.index(spans[0]) if spans else 0
    if not spans or list(around[first : first + len(spans)]) != spans or list(widest.spans[: len(spans)]) != spans:
        return told
    language, last = article.language, first + len(spans) - 1
    longest = _LONGEST_UNSPACED if language in UNSPACED else _LONGEST
    texts = [span.of(article.text) for span in around]
    end = last
    while end + 1 < len(texts) and _can_follow(texts[end + 1], language, is_author=is_author):
        end += 1
    ends = [at for at in range(end, first - 1, -1) if well_ended(texts, at + 1, language)]
    whole: tuple[Telling, ...] = ()
    if first and _can_lead(texts[:first], article, around, is_author=is_author):
        can_be_told = [_can_follow(text, language, is_author=is_author) for text in texts[first : last + 1]]
        fitting = next(
            (
                at
                for at in ends
                if around[at].end - around[0].start <= longest
                and all(can_be_told[: at + 1 - first])
                and not any(_limits(text, language) for text in texts[at + 1 : last + 1])
            ),
            None,
        )
        if fitting is not None:
            whole = (_telling(texts[: fitting + 1], around[: fitting + 1], article, is_author=is_author),)
    further = next((at for at in ends if last < at and around[at].end - around[first].start <= longest), None)
    if further is not None:
        more = (widest.text, *texts[last + 1 : further + 1])
        onward = _telling(more, (*widest.spans, *around[last + 1 : further + 1]), article, is_author=is_author)
        told = (onward, *told)
    core = Rendition(text=widest.text, spans=widest.spans)
    # "The wrench took four hours" is told with the sentence that speaks of a wrench first, or not at all.
    return whole if whole and leans(core, article) else (*whole, *told)


def _limits(text: str, language: str) -> bool:
    """Whether the sentence *text* hedges, denies or warns: what it goes on from is not told without it."""
    own = discourse(language)
    return any(words.search(text) is not None for words in (own.hedges, own.negations, own.risks))


def _telling(texts: Sequence[str], spans: Sequence[Span], article: Article, *, is_author: bool) -> Telling:
    one = Rendition(text=between_sentences(article.language).join(texts), spans=tuple(spans))
    copy = copy_of(one, article, is_author=is_author)
    return Telling(copy, text_of(copy), one.spans)


def _can_lead(before: Sequence[str], article: Article, around: Sequence[Span], *, is_author: bool) -> bool:
    """Whether a paragraph can be told from its first sentence on, *before* what is told of it."""
    language = article.language
    return (
        stands_alone(before[0], language)
        and opening(before[0], language) == before[0]
        and not leans_on(before[0], article.text[: around[0].start], article)
        and all(_can_follow(text, language, is_author=is_author) for text in before)
    )


def _can_follow(text: str, language: str, *, is_author: bool) -> bool:
    """Whether the account can say the sentence *text* of a paragraph after the one before it."""
    own = discourse(language)
    return (
        follows(text, language)
        and (is_author or not is_personal(text, language))
        and not points_elsewhere(text, language)
        and not text[:1].islower()
        and not (own.hype.search(text) or own.slips.search(text))
    )


def run_on(above: Copy, below: Copy, article: Article) -> Copy | None:
    """Both as one quotation, where *below* quotes what stands in its paragraph right behind what *above* quotes."""
    first, second = _words_of(above), _words_of(below)
    if first is None or second is None:
        return None
    gap = Span(first.sources[-1].end, max(first.sources[-1].end, second.sources[0].start))
    is_next = gap.end == second.sources[0].start and not gap.of(article.text).strip()
    if not is_next or not any(block.span.contains(gap) for block in article.blocks):
        return None
    text = between_sentences(article.language).join((first.text, second.text))
    at = above.index(first)
    return (*above[:at], Piece(text, "article", (*first.sources, *second.sources)), *above[at + 1 :])


def _words_of(copy: Copy) -> Piece | None:
    """What *copy* says between quotation marks, where it says nothing else."""
    origins = [piece.origin for piece in copy if piece.origin != "byline"]
    return copy[-2] if origins == ["quotation", "article", "quotation"] and copy[-2].sources else None


def is_scrap(telling: Telling, language: str) -> bool:
    """Whether *telling* is one short sentence of the author's between quotation marks."""
    return _is_quoted(telling) and _is_short(telling, language)


def _is_short(telling: Telling, language: str) -> bool:
    shortest = _SCRAP_UNSPACED if language in UNSPACED else _SCRAP
    return len(telling.spans) == 1 and len(telling.text) < shortest


def _is_quoted(telling: Telling) -> bool:
    return telling.copy[0].origin in ("byline", "quotation")


def _passages(told: Sequence[Span], article: Article) -> Iterator[Rendition]:
    """
    What stands around the sentences *told* in their paragraph and can be quoted with them, from its beginning first.

    Each begins with a sentence that is understood by itself and ends where its author has made a point.
    """
    spans = _sentences_around(told, article)
    if not spans:
        return
    language = article.language
    first, last = spans.index(told[0]), spans.index(told[-1])
    longest = _LONGEST_UNSPACED if language in UNSPACED else _LONGEST
    texts = [span.of(article.text) for span in spans]
    can_be_quoted = [_can_be_quoted(text, language) for text in texts]
    ends = [
        end
        for end in range(len(spans) - 1, last - 1, -1)
        # What ends with a colon leads to something that is not there.
        if not (asks(texts[end]) or texts[end].endswith((":", "："))) and well_ended(texts, end + 1, language)
    ]
    for start in range(first + 1):
        fitting = [end for end in ends if spans[end].end - spans[start].start <= longest]
        whole = [end for end in fitting if all(can_be_quoted[start : end + 1]) and (start, end) != (first, last)]
        if whole and _can_begin(texts[start], language) and (start == 0 or stands_alone(texts[start], language)):
            for end in whole:
                text = between_sentences(language).join(texts[start : end + 1])
                yield Rendition(text=text, spans=tuple(spans[start : end + 1]))


def _sentences_around(told: Sequence[Span], article: Article) -> Sequence[Span]:
    """The sentences of the paragraph that *told* is from; none where that is not whole ones of them."""
    block = next((one for one in article.blocks if told and one.span.contains(told[0])), None)
    if block is None or block.kind is not BlockKind.PARAGRAPH or block.speaker is not None:
        return ()
    spans = [span.shifted(block.span.start) for span in sentences(block.span.of(article.text), article.language)]
    return spans if all(span in spans for span in told) else ()


def _can_be_quoted(text: str, language: str) -> bool:
    """Whether the sentence *text* is fit to be quoted among others of its paragraph."""
    own = discourse(language)
    return not (
        points_elsewhere(text, language)
        or has_link(text)
        or not is_balanced(text)
        or own.announcing.search(text)
        or own.deictics.search(text)
        or own.slips.search(text)
        or _PIECE.fullmatch(text)
        or text[:1].islower()
    )


def _can_begin(text: str, language: str) -> bool:
    """
    Whether a quotation can begin with the sentence *text*: it answers nothing that stands before it.

    At the beginning of a paragraph more may than in the account's own voice: who reads a quotation knows that something
    was said before it.
    """
    if opening(text, language) != text or asks(text) or text[:1].islower():
        return False
    own = discourse(language)
    return not (own.openers.match(text) or own.contrasts.match(text) or own.connectives.match(text))
