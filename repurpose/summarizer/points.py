"""
Is a sentence the point of its section: what to do, what that is good for, what its writer comes to?

The heading over it promises one of them; most other sentences only lead up to it.
"""

from __future__ import annotations

import tomllib
from functools import cache

import regex

from repurpose.resources import shipped_text
from repurpose.summarizer.standalone import tells_to
from repurpose.text.discourse import discourse

__all__ = ["concludes", "is_defining", "is_duty", "promises_findings", "tells_what_to_do", "worth_of_point"]

_VERB_LAST = frozenset({"ja", "ko", "hi", "zh"})
# In standard deviations of an article's scores.
_ADVICE, _BENEFIT, _CONCLUSION = 2.0, 1.1, 1.4


def worth_of_point(text: str, language: str) -> float:
    """What the sentence *text* gains by being a point, in standard deviations of its article's scores; 0 if none."""
    if _is_advice(text, language):
        return _ADVICE
    if concludes(text, language):
        return _CONCLUSION
    return _BENEFIT if _pattern("benefit", language).search(text) else 0.0


def _is_advice(text: str, language: str) -> bool:
    """Whether the sentence *text* says what to do."""
    return _pattern("advice", language).search(text) is not None or tells_to(text, discourse(language))


def tells_what_to_do(text: str, language: str) -> bool:
    """Whether the sentence *text* begins by telling its reader what to do, or says so wherever verbs come last."""
    pattern = _pattern("advice", language)
    if language in _VERB_LAST:
        return pattern.search(text) is not None
    return pattern.match(text) is not None or tells_to(text, discourse(language))


def is_duty(text: str, language: str) -> bool:
    """Whether the sentence *text* tells the readers of a notice what they have to do, or need not; English only."""
    return _pattern("duty", language).match(text) is not None


def is_defining(question: str, answer: str, language: str) -> bool:
    """Whether *answer* may say what *question* asks for: to who asks what something is, it tells more than one case."""
    asks_meaning = _pattern("meaning", language).search(question) is not None
    return not (asks_meaning and _pattern("case", language).search(answer))


def promises_findings(title: str, language: str) -> bool:
    """Whether *title* says that figures follow: "The survey's results"."""
    return _pattern("findings", language).search(title) is not None


def concludes(text: str, language: str) -> bool:
    """Whether the sentence *text* says what its writer comes to: "Therefore, ..."."""
    return discourse(language).concluding.search(text) is not None


@cache
def _pattern(name: str, language: str) -> regex.Pattern[str]:
    table = tomllib.loads(shipped_text("assets", "lexicons", "points.toml"))[name]
    return regex.compile(table.get(language, "(?!)"), regex.IGNORECASE)
