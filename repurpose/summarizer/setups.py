"""
Which sentences only lead up to the next one?

A telling that ends on one of them promises what it does not give: "We serve two different groups.", and not which; a
claim that its writer turns round in the next sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.text.discourse import discourse

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["announces", "is_answered", "is_turned", "well_ended"]

_SO_MANY = (
    r"(?:two|three|four|five|six|several|many|a few|(?:a )?(?:couple|number|set|variety|range|handful|list) of|some|"
    r"different|various|the following|lots of)"
)
_THINGS = (
    r"(?:things|groups|kinds|types|sorts|ways|reasons|parts|steps|factors|features|examples|aspects|areas|options|"
    r"challenges|problems|questions|lessons|principles|points|goals|benefits|advantages|approaches|categories|issues|"
    r"decisions|tips|suggestions|conclusions|possibilities|ideas|scenarios)"
)
# "Problems with rust" says which.
_OF = r"(?: (?:of|for|to|in|on|that|you|we) [^.;:]{0,40})?"
_TAIL = 80
# "I might write a book. Or I might not."
_OR_NOT = re.compile(r"Or\b[^.!?]*\b(?:not|never)\b")
# An objection that comes later in its sentence is to something in that sentence.
_EARLY = 120
# English only, near the end of the sentence: "There are many ways to influence others.".
_ANNOUNCES = re.compile(
    rf"\b(?:there (?:are|is|were)|(?:we|they|you|it|I|he|she) (?:\w+ ){{0,2}}?|ha(?:s|ve|d)|offers?|serves?|shared|"
    rf"identified|found|chose|include[sd]?)\b[^.;:]*?\b{_SO_MANY} (?:[\w-]+ ){{0,3}}{_THINGS}{_OF}[.]?$",
    re.IGNORECASE,
)


# "They reported back on their experience.", "There was a website called ...": what comes of it comes next.
_LEADS_ON = re.compile(
    r"\b(?:reported back|shared (?:their|his|her) (?:experiences?|thoughts|views|stories|story|insights))\b"
    r"|^There (?:was|were|is|are) an? (?:[\w-]+ ){1,3}(?:called|named)\b"
    # "But there is a way."
    r"|\bthere (?:is|was) (?:still |also )?(?:an?|another|only one|one) (?:[\w-]+ )?"
    r"(?:way|catch|reason|solution|problem|difference|exception|trick|answer|alternative)"
    r"(?: (?:around|out|for) (?:it|this|that)|, though)?[.!]$",
    re.IGNORECASE,
)
# "..., but most of it was guessed. We wanted to improve on this": the flaw is told for what comes of it.
_BUT, _THIS, _NEAR = re.compile(r", but [^,;:]+[.]$"), re.compile(r"\b(?:this|that|these|those)\b"), 60
# What it ends with, looked for first.
_ENDS_ON_THINGS = re.compile(rf"\b{_THINGS}{_OF}[.]?$", re.IGNORECASE)


def announces(text: str, language: str) -> bool:
    """Whether the sentence *text* tells that there are so many things, and not which."""
    if discourse(language).announcing.search(text) is not None:
        return True
    if language == "en" and _LEADS_ON.search(text) is not None:
        return True
    return (
        language == "en" and _ENDS_ON_THINGS.search(text[-_TAIL:]) is not None and _ANNOUNCES.search(text) is not None
    )


def well_ended(sentences: Sequence[str], count: int, language: str) -> bool:
    """Whether the first *count* of *sentences*, which follow on each other, end where their writer has made a point."""
    if count >= len(sentences):
        return True
    before, following = sentences[count - 1], sentences[count]
    is_open = language == "en" and _BUT.search(before) is not None and _THIS.search(following[:_NEAR]) is not None
    return not is_open and not is_answered(following, language) and not announces(before, language)


def is_answered(following: str, language: str) -> bool:
    """Whether *following* objects to what stands before it, mends it ("To avoid this, ...") or draws on it."""
    return is_turned(following, language) or discourse(language).resolving.match(following) is not None


def is_turned(following: str, language: str) -> bool:
    """Whether *following* objects to what stands before it: "But ...", "Others, however, ..."."""
    own = discourse(language)
    if own.contrasts.match(following) or (language == "en" and _OR_NOT.match(following)):
        return True
    found = own.turns.search(following[:_EARLY])
    if found is None:
        return False
    # Behind a comma it joins two halves of its own sentence, unless another comma sets it off.
    return not following[: found.start()].rstrip().endswith(",") or following[found.end() :].startswith(",")
