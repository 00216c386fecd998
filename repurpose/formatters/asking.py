"""
Which question of the article does a key point answer, and from where on?

In an interview the one that was asked before; under a heading that asks, the heading, where the point opens its
section.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from repurpose.formatters.voices import is_personal
from repurpose.model import BlockKind, KeyPointKind, Line, Span
from repurpose.summarizer.condense import ends_well
from repurpose.summarizer.openings import opening
from repurpose.summarizer.passages import speaker_name
from repurpose.summarizer.pointers import points_elsewhere
from repurpose.summarizer.points import is_defining
from repurpose.summarizer.renditions import attributed
from repurpose.summarizer.setups import well_ended
from repurpose.summarizer.standalone import asks, has_link, stands_alone, tells_to
from repurpose.text.discourse import discourse
from repurpose.text.marks import between_sentences
from repurpose.text.sentences import sentences
from repurpose.text.words import UNSPACED, fold_apostrophes, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article, KeyPoint, Rendition, Summary

__all__ = ["is_always_asked", "questions", "reader_question", "with_answer"]

_LONGEST = 140
_UPTAKE = re.compile(r"^(?:So|And|But),? (?=\w)")
_FEWEST_WORDS = 3
# What a question can only take up.
_BACKWARDS = re.compile(
    r"\b(?:has|did|does|is|was|can|will|would|could|should|about|of|with|on|for|to) (?:that|this|these|those)\b"
    r"(?! \w+ (?:is|are))|\bas well\?|\btoo\?",
    re.IGNORECASE,
)
# What is asked in every interview.
_ALWAYS_ASKED = re.compile(
    r"\b(?:on this topic|anything else|(?:final|last|closing) thoughts|introduce yourself|tell us (?:more|about))\b",
    re.IGNORECASE,
)
# How somebody takes up a question before answering it; English only.
_TAKES_UP = re.compile(
    r"(?:(?:I['’]m|My name is) [A-Z][\w’-]+(?: [A-Z][\w’-]+)?"
    r"|(?:(?:Well|Oh|Yeah|Hm+),? )?(?:(?:that|this|it)(?:['’]s| is| was) |what )?(?:an? )?(?:really |very |such an? )?"
    r"(?:good|great|interesting|excellent|tough|hard|big|tricky|loaded) question"
    r"|(?:[\w’-]+,? ){0,3}thank(?:s| you) (?:so much |very much )?for (?:having|asking|inviting)[^.!,;]{0,30}"
    r"|(?:Yeah, |So |Well, )?I can think of (?:a few|several|a couple of|many) things[^.!,;]*)[.!]",
    re.IGNORECASE,
)
# What is an answer where the question takes a yes or a no.
_ASSENTS = re.compile(
    r"(?:Yeah|Sure|Okay|Absolutely|Of course)(?:,? (?:sure|absolutely|of course|yeah|happy to))?[.!]", re.IGNORECASE
)
_YES_OR_NO = re.compile(
    r"(?:(?:and|so|but),? )?(?:will|would|do|does|did|is|are|was|were|can|could|should|has|have|had)\b", re.IGNORECASE
)
_WHICH = re.compile(r"^Which\b(?! (?:of|one|ones)\b)")
# What asks for advice, which often comes last, and what gives it.
_SEEKS_ADVICE = re.compile(
    r"\b(?:advice|recommend\w*|tips?|suggest\w*|(?:final|last|closing) thoughts)\b", re.IGNORECASE
)
_GIVES_ADVICE = re.compile(
    r"(?:Never|Always|Don['’]t|Do not|Make sure|You (?:should|need to|must|have to)(?! have\b)) "
)
_DECLINES = re.compile(r"(?:No|Nothing|None|Nope)\b")
# How many sentences and signs of an answer are told, and how few are none.
_ANSWER, _SHORT_ANSWER = (5, 480), 40
# A reader's question stands in one of these.
_LAST_PARAGRAPHS = 4
# "..., how do you handle it when ..., and might it ...?": the question is what stands before.
_TAIL = re.compile(
    r"(?:, (?:and|or|but) |,? (?:when|if|while|given|as|so (?:that )?(?:you|we|they|it|people|the)) )[^?]{12,}\?$"
)
_HEAD = re.compile(
    r"^(?:[^?]{1,80}?[,—–:;] )??(?:and |so |but )?"
    r"(?=(?:how|what|why|where|when|who|which|is|are|do|does|did|can|could|would|should|have|has)\b)",
    re.IGNORECASE,
)


def questions(summary: Summary) -> Mapping[int, Line]:
    """The question that each key point answers, by the point's index; none for the others."""
    article = summary.article
    found: dict[int, Line] = {}
    used: set[Span] = set()
    for index, point in enumerate(summary.key_points):
        if point.kind in (KeyPointKind.LIST, KeyPointKind.STEP, KeyPointKind.QUESTION):
            continue
        line = _asked(point, article)
        if line is not None and line.spans[0] not in used:
            used.add(line.spans[0])
            found[index] = line
    return found


def _asked(point: KeyPoint, article: Article) -> Line | None:
    start = point.spans[0].start
    block = next((at for at, one in enumerate(article.blocks) if one.span.start <= start < one.span.end), 0)
    if block == 0:
        return None
    answer = article.blocks[block]
    at = block - 1
    if answer.speaker is not None:
        # The answer may run over several paragraphs.
        while at >= 0 and article.blocks[at].speaker == answer.speaker:
            at -= 1
    elif start > answer.span.start or article.blocks[at].kind is not BlockKind.HEADING:
        return None
    if at < 0:
        return None
    asked = article.blocks[at]
    if asked.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return None
    spans = [span.shifted(asked.span.start) for span in sentences(asked.span.of(article.text), article.language)]
    if not spans or not asks(spans[-1].of(article.text)):
        return None
    text = _shortened(_UPTAKE.sub("", spans[-1].of(article.text)), article.language)
    is_written = asked.speaker is None and answer.speaker is None
    if is_written and not is_defining(text, point.renditions[-1].text, article.language):
        return None
    is_sound = _is_sound(text, article.language, is_owned=asked.speaker is None)
    return Line(text=text, spans=(spans[-1],)) if is_sound else None


def _is_sound(question: str, language: str, *, is_owned: bool) -> bool:
    """Whether a post can ask *question*, and in its own name where it *is_owned*: short, whole, nobody's "we"."""
    if len(question) > _LONGEST or (is_owned and is_personal(question, language)) or _leans(question, language):
        return False
    return question.count(" ") + 1 >= _FEWEST_WORDS or language in UNSPACED


def with_answer(point: KeyPoint, asked: Line, article: Article) -> KeyPoint:
    """
    *point* told from the beginning of the answer to the question *asked*, once it has been taken up.

    A sentence from the middle of an answer reads as if it were the answer; to who asks for advice, the advice is.
    """
    place = next((at for at, block in enumerate(article.blocks) if block.span.contains(asked.spans[0])), None)
    if place is None or place + 1 >= len(article.blocks):
        return point
    answer = article.blocks[place + 1]
    if answer.speaker is None:
        return point
    spans = [span.shifted(answer.span.start) for span in sentences(answer.span.of(article.text), article.language)]
    takes_assent = _YES_OR_NO.match(asked.text) is not None
    spans = list(dropwhile(lambda span: _takes_up(span.of(article.text), takes_assent=takes_assent), spans))
    is_declined = bool(spans) and _DECLINES.match(spans[0].of(article.text)) is not None
    advice = [] if is_declined or not _SEEKS_ADVICE.search(asked.text) else _advice(article, place + 1)
    if advice and not any(_gives_advice(span.of(article.text), article.language) for span in spans[: _ANSWER[0]]):
        spans = advice
    if not spans or point.spans[0].start == spans[0].start:
        return point
    between = between_sentences(article.language)
    told: list[Rendition] = []
    for count in range(1, min(len(spans), _ANSWER[0]) + 1):
        text = between.join(span.of(article.text) for span in spans[:count])
        if has_link(text) or points_elsewhere(spans[count - 1].of(article.text), article.language):
            break
        # "No." is an answer that nobody publishes alone.
        if len(text) > _ANSWER[1] or (len(text) < _SHORT_ANSWER and count < len(spans)):
            continue
        told.append(attributed(text, spans[:count], speaker_name(answer.speaker), article.language))
    if not told:
        return point
    texts = [span.of(article.text) for span in spans]
    told = [one for one in told if well_ended(texts, len(one.spans), article.language)] or told
    return replace(point, renditions=tuple(reversed(told)), spans=told[0].spans)


def _takes_up(text: str, *, takes_assent: bool) -> bool:
    """Whether the sentence *text* does nothing but take up a question: "That is a great question."."""
    return _TAKES_UP.fullmatch(text) is not None or (not takes_assent and _ASSENTS.fullmatch(text) is not None)


def _gives_advice(text: str, language: str) -> bool:
    """Whether the sentence *text* itself tells somebody what to do; English only."""
    return language == "en" and (_GIVES_ADVICE.match(text) is not None or tells_to(text, discourse(language)))


def _advice(article: Article, first: int) -> list[Span]:
    """The last sentence that advises in the answer that begins in the block *first*, with what follows on it."""
    language = article.language
    speaker = article.blocks[first].speaker
    turn = list(takewhile(lambda block: block.speaker == speaker, article.blocks[first:]))
    found: list[Span] = []
    for block in turn:
        spans = [span.shifted(block.span.start) for span in sentences(block.span.of(article.text), language)]
        for at, span in enumerate(spans):
            text = span.of(article.text)
            if _gives_advice(text, language) and opening(text, language) == text and stands_alone(text, language):
                found = spans[at:]
    return found


def is_always_asked(question: str) -> bool:
    """Whether *question* says nothing of what the answer is about: "Any final thoughts?"."""
    return _ALWAYS_ASKED.search(question) is not None


def _leans(question: str, language: str) -> bool:
    """Whether *question* points at something that was said before it: "Has that hit the network as well?"."""
    own = discourse(language)
    tokens = frozenset(fold_apostrophes(word) for word in words(question, language))
    if is_always_asked(question):
        return False
    if own.deictics.is_in(question, tokens) or own.echoes.is_in(question, tokens):
        return True
    return language == "en" and _BACKWARDS.search(question) is not None


def _shortened(question: str, language: str) -> str:
    """*question* without what leads up to it or is added to it; English only."""
    if language != "en":
        return question
    text = question
    if len(text) > _LONGEST // 2:
        head = _HEAD.match(text)
        if head and len(text) - head.end() >= 20:  # noqa: PLR2004 - a question of three words or more
            text = text[head.end() :]
        tail = _TAIL.search(text)
        if tail and tail.start() >= 20 and ends_well(text[: tail.start()]):  # noqa: PLR2004 - as above
            text = text[: tail.start()] + "?"
    return text[:1].upper() + text[1:]


def reader_question(article: Article) -> Span | None:
    """
    The question that *article* leaves its reader with: near its end, the last words of a paragraph, to "you".

    English only, where the words for the reader are known.
    """
    own = discourse(article.language)
    if not own.reader_words:
        return None
    prose = [block for block in article.blocks if block.kind is BlockKind.PARAGRAPH and block.speaker is None]
    for block in prose[-_LAST_PARAGRAPHS:]:
        spans = [span.shifted(block.span.start) for span in sentences(block.span.of(article.text), article.language)]
        if not spans:
            continue
        text = spans[-1].of(article.text)
        # "Which tool would you share?" asks; a statement that begins so leans on the one before it.
        statement = _WHICH.sub("What", text).rstrip("?") + "."
        said = frozenset(fold_apostrophes(word) for word in words(text))
        if (
            asks(text)
            and len(text) <= _LONGEST
            and text[:1].isupper()
            and not said.isdisjoint(own.reader_words)
            and not is_personal(text, article.language)
            and not own.openers.match(statement)
            and stands_alone(statement, article.language)
        ):
            return spans[-1]
    return None
