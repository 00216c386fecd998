"""
What is left of an item's clause under its label: the thing, without the words that say again what the list is about?

"Wang's focus: • Safety: Expect Wang's lab to prioritize safe deployment" says twice that it is a focus. English only.
"""

from __future__ import annotations

import regex

from repurpose.model import Span
from repurpose.text.discourse import discourse
from repurpose.text.sentences import sentences

__all__ = ["expected", "noun_phrase", "tells_an_aim"]

# What such a list names, it says to be wanted; so its items need not say so.
_AIM = regex.compile(
    r"\b(?:focus(?:es)?|priorit(?:y|ies)|goals?|aims?|objectives?|ambitions?|intentions?|plans?|agenda|mission|"
    r"what \w+ (?:wants?|hopes?|plans?) to)\b",
    regex.IGNORECASE,
)
# "focus on building models", "aims to create synergy": making it is the aim.
_WANTED = regex.compile(
    r"^(?P<front>(?:Expect|Look for) [^,;:]{2,40}? to |"
    r"[^,;:]{2,40}? (?:(?:is|are) expected to|aims? to|plans? to|hopes? to|wants? to|intends? to|seeks? to) )"
    r"(?:(?:(?:focus|concentrate) on|prioriti[sz]e|emphasi[sz]e) (?:(?:build|creat|develop|establish|foster)ing )?|"
    r"(?:build|create|develop|establish|foster) )"
    r"(?P<what>\p{Ll}.+)$"
)
# "It is a tool that ...", under the tool's name.
_EXPECTS = regex.compile(r"^(?:Expect|Look for)\b|\bexpected to $")
_IS = regex.compile(r"^(?:(?:This|It) is (?=an? |the )|(?:These|They) are (?=(?:the )?\p{Ll}+ \p{Ll}+s\b))")
_SHORTEST = 12
_EXPECTED = regex.compile(
    r"^(?:Rather than [^,]{2,60}, )?"
    r"(?P<who>\p{Lu}[\p{L}-]+(?:[’']s)?(?: \p{Ll}+){0,2}) (?P<hedge>(?:is|are) expected to) "
    r"(?P<verb>focus on|concentrate on|prioriti[sz]e) "
)
_NAME = regex.compile(r"\p{Lu}[\p{L}-]+")
_NO_NAMES = frozenset({"Expect", "Look", "The", "A", "An"})


def tells_an_aim(lead: str) -> bool:
    """Whether what stands under *lead* is wanted, and not so already."""
    return _AIM.search(lead) is not None


def noun_phrase(clause: str, lead: str, *, is_expected: bool = False) -> str | None:
    """
    What *clause* says of its label as a noun phrase; ``None`` where it says more than that.

    Where the list's *lead* says what somebody wants, an item need not say so again of the same one; with *is_expected*
    the lead says that it is expected.
    """
    text = clause.rstrip(" .")
    if match := _IS.match(text):
        return text[match.end() :]
    match = _WANTED.match(text) if tells_an_aim(lead) else None
    if match is None or len(match["what"]) < _SHORTEST or not _is_theirs(match["front"], lead):
        return None
    if _EXPECTS.search(match["front"]) and not is_expected:
        return None
    front = text[: match.start("what")]
    own = discourse("en")
    # "does not aim to", "if it can": what limits the aim stays.
    return None if own.negations.search(front) or own.conditions.search(front) else match["what"]


def _is_theirs(front: str, lead: str) -> bool:
    """Whether whoever wants it in *front* is the one that the *lead* names: not everybody's aims are one list."""
    names = [name for name in _NAME.findall(front) if name not in _NO_NAMES]
    return bool(names) and all(name in lead for name in names)


def expected(text: str, lead: str) -> tuple[str, Span] | None:
    """
    What can stand over a list of which *text* is an item, and the place in *text* of the words that it takes from it.

    "Wang's lab is expected to focus on building models" gives "What Wang's lab is expected to focus on", with the hedge
    that the items then need not repeat. Only of whom the *lead* names.
    """
    for part in sentences(text, "en"):
        match = _EXPECTED.match(part.of(text))
        if match is not None and _is_theirs(match["who"], lead):
            start, end = match.start("who"), match.end("verb")
            words = f"What {match['who']} {match['hedge']} {match['verb']}"
            return words, Span(part.start + start, part.start + end)
    return None
