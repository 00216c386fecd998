"""
Which parts of a sentence can go without changing what it claims?

Only deletions that read well when they were tried on real sentences; all but the leading marker are for English alone,
since they know its words. Each result is a subset of the sentence's own words and keeps its numbers, negations, hedges
and conditions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.summarizer.standalone import has_verb, is_balanced
from repurpose.text.discourse import discourse
from repurpose.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["capitalised", "condensed", "drop_marker", "drop_parentheses", "ends_well", "keeps_meaning"]

_SHORTEST = 28
# Without a comma only "And", "But", "So" and "Therefore" before a clause are markers; not so "But for the rain" and "So
# great was".
_CONNECTIVE = re.compile(
    r"^(?:(?:And|But) (?=\w)(?!for\b|that\b)"
    r"|(?:So|Therefore|Thus|Hence) "
    r"(?=(?:the|an?|it|he|she|they|we|you|there|if|when|while|in|for|to|this|our|your|my|[A-Z]\w*)\b))"
)
_PARENTHESES = re.compile(r"\s*\(([^()]{1,160})\)")
_KEPT_INSIDE = re.compile(r"[“”\"=]|\boptional\b|^(?:and|or|but)\b", re.IGNORECASE)
_SPACE_BEFORE_MARK = re.compile(r"\s+([,.;:!?])")
_DASH_PAIR = re.compile(
    r"^([^—–]{12,}?)(?:\s+[—–]\s+|—)([^—–]{3,140})(?:\s+[—–]\s+|—)(?!and\b|or\b|but\b)([^—–]{10,})$"
)
_DASH = re.compile(r"\s+[—–]\s+|—")
_OWN_CLAUSE = re.compile(r", and (?:we|I)(?:['’]\w+)? [^,;:—–]+[.!]$")
_RELATIVE_TAIL = re.compile(r",\s+(?:which|who|where|whose|especially|particularly|including|(\w+ing))\b")
_FRONTED = re.compile(r"(?:If|When|While|As|Since|After|With|In|For|By|To|Under|Rather|Drawing|Partnering)\b|\w+ing\b")
_CLOSED_FRONT = re.compile(
    r"^(?:In (?:conclusion|reality|short)|As mentioned earlier|Over time|"
    r"(?:Known as|As co-founder|Partnering)\b[^,]{2,90}), (.{20,})$"
)
_NUMBER = re.compile(r"\d|\b(?:percent|two|three|four|five|half|billions?|millions?)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_NOT = re.compile(r"n['’]t\b|\bcannot\b", re.IGNORECASE)
_FUNCTION_END = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "and",
        "or",
        "for",
        "on",
        "with",
        "at",
        "by",
        "from",
        "as",
        "that",
        "this",
        "these",
        "those",
        "into",
        "but",
        "so",
        "if",
        "when",
        "while",
        "because",
        "than",
    ]
)


def condensed(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Ever shorter forms of the sentence *text*, each with the name of the last deletion."""
    current = text
    for name, rule in (
        ("marker dropped", drop_marker),
        ("parenthesis dropped", drop_parentheses),
        ("aside dropped", _drop_dash_pair),
        ("tail dropped", _drop_dash_tail),
        ("tail dropped", _drop_relative_tail),
        ("own clause dropped", _drop_own_clause),
        ("opening phrase dropped", _drop_front),
    ):
        if language != "en" and rule is not drop_marker:
            return
        shorter = rule(current, language) if rule is drop_marker else rule(current)
        # A clause of its own takes nothing of the other's with it.
        is_safe = rule is _drop_own_clause or keeps_meaning(current, shorter)
        if shorter != current and len(shorter) >= _SHORTEST and is_safe:
            current = shorter
            yield current, name


def drop_marker(text: str, language: str = "en") -> str:
    """*text* without a leading "However," or "So,"."""
    own = discourse(language)
    if match := own.markers.match(text):
        rest = text[match.end() :]
        if rest.startswith((",", "、", "，", "،")) or (language != "en" and rest.startswith((":", "："))):
            return capitalised(rest[1:].lstrip())
    connective = (_CONNECTIVE if language == "en" else own.connectives).match(text)
    return text if connective is None else capitalised(text[connective.end() :])


def drop_parentheses(text: str) -> str:
    """*text* without asides in round brackets, where they carry no condition, number or quotation."""

    def kept(match: re.Match[str]) -> str:
        inner, before, after = match[1], text[: match.start()], text[match.end() :]
        keeps = (
            _denies(inner)
            or _NUMBER.search(inner)
            or _KEPT_INSIDE.search(inner)
            or before[-1:].isdigit()
            or (re.fullmatch(r"[a-z]+", inner) and re.match(r"\s*\w", after))
        )
        return match[0] if keeps else ""

    return _SPACE_BEFORE_MARK.sub(r"\1", _PARENTHESES.sub(kept, text))


def capitalised(text: str) -> str:
    """*text* with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def _drop_dash_pair(text: str) -> str:
    match = _DASH_PAIR.match(text)
    if not match or _denies(match[2]) or _NUMBER.search(match[2]):
        return text
    fronted = _FRONTED.match(match[1]) and not has_verb(match[1], discourse("en"))
    return match[1].rstrip() + (", " if fronted else " ") + match[3].lstrip()


def _drop_dash_tail(text: str) -> str:
    parts = _DASH.split(text)
    if len(parts) != 2:  # noqa: PLR2004 - one dash parts a sentence into two
        return text
    head, tail = parts
    if len(head) <= 24 or not has_verb(head, discourse("en")) or not is_balanced(head):  # noqa: PLR2004 - says too little
        return text
    if re.match(r"(?:and|but|or|so)\b|[A-Z]\w+ [A-Z]", tail) or _NUMBER.search(tail) or _denies(tail):
        return text
    # "the stakes are high — ...", "not just X — ...": the news is in the tail.
    if re.search(r"\b(?:stakes|not|just|one|this|these|all|isn['’]t)\b[^,]*$", head[-40:], re.IGNORECASE):
        return text
    return head.rstrip(" ,;") + "."


def _drop_relative_tail(text: str) -> str:
    for match in _RELATIVE_TAIL.finditer(text):
        head, tail = text[: match.start()], text[match.start() :]
        if match[1] and (match[1].endswith("thing") or head.endswith("ing")):
            # "sketching, coding, writing": a row of what is done.
            continue
        if len(head) < 30 or (_FRONTED.match(head) and "," not in head):  # noqa: PLR2004 - the head is a fronted phrase
            continue
        if ", " in tail[2:] or _denies(tail) or _NUMBER.search(tail):
            continue
        if not has_verb(head, discourse("en")) or not is_balanced(head):
            continue
        if ends_well(head):
            return head + "."
    return text


def _drop_own_clause(text: str) -> str:
    """*text* without a last ", and we are looking for speakers", where nothing before it says "we"."""
    match = _OWN_CLAUSE.search(text)
    if match is None:
        return text
    head = text[: match.start()]
    own = discourse("en")
    is_whole = has_verb(head, own) and is_balanced(head) and ends_well(head)
    is_ours = own.first_person.search(head) or own.first_person_plural.search(head)
    return f"{head}." if is_whole and not is_ours and not _denies(match[0]) else text


def _drop_front(text: str) -> str:
    match = _CLOSED_FRONT.match(text)
    return capitalised(match[1]) if match and has_verb(match[1], discourse("en")) else text


def _denies(text: str) -> bool:
    own = discourse("en")
    return bool(own.negations.search(text) or own.conditions.search(text) or _NOT.search(text))


def ends_well(text: str) -> bool:
    """Whether *text* ends on a word that closes it: no function word ("on the way to"), no adverb (", hopefully")."""
    last = next(iter(words(text)[-1:]), "").lower()
    return last not in _FUNCTION_END and not last.endswith("ly")


def keeps_meaning(before: str, after: str) -> bool:
    """Whether *after* keeps the hedges, negations, conditions and numbers of *before*, and the words that it quotes."""
    own = discourse("en")
    guarded = (own.hedges, own.negations, own.conditions, _NOT, _NUMBER)
    if any(quoted not in before for quoted in _QUOTED.findall(after)):
        return False
    return is_balanced(after) and all(
        len(pattern.findall(before)) == len(pattern.findall(after)) for pattern in guarded
    )
