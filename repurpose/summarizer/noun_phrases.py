"""
What is left of an item's clause under its label: the thing, without the words that say again what the list is about?

"Wang's focus: • Safety: Expect Wang's lab to prioritize safe deployment" says twice that it is a focus. English only.
"""

from __future__ import annotations

import regex

from repurpose.model import Span
from repurpose.text.discourse import discourse

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
    r"(?P<who>\p{Lu}[^,;:]{1,40}?) (?P<hedge>(?:is|are) expected to) (?P<verb>focus on|concentrate on|prioriti[sz]e) "
)


def tells_an_aim(lead: str) -> bool:
    """Whether what stands under *lead* is wanted, and not so already."""
    return _AIM.search(lead) is not None


def noun_phrase(clause: str, *, is_aim: bool, is_expected: bool = False) -> str | None:
    """
    What *clause* says of its label as a noun phrase; ``None`` where it says more than that.

    With *is_aim* the list says of its items that they are wanted, with *is_expected* that they are expected, and the
    item need not say so again.
    """
    text = clause.rstrip(" .")
    if match := _IS.match(text):
        return text[match.end() :]
    match = _WANTED.match(text) if is_aim else None
    if match is None or len(match["what"]) < _SHORTEST:
        return None
    if _EXPECTS.search(match["front"]) and not is_expected:
        return None
    front = text[: match.start("what")]
    own = discourse("en")
    # "does not aim to", "if it can": what limits the aim stays.
    return None if own.negations.search(front) or own.conditions.search(front) else match["what"]


def expected(text: str) -> tuple[str, Span] | None:
    """
    What can stand over a list of which *text* is an item, and the place in *text* of the words that it takes from it.

    "Wang's lab is expected to focus on building models" gives "What Wang's lab is expected to focus on", with the hedge
    that the items then need not repeat.
    """
    match = _EXPECTED.search(text)
    if match is None:
        return None
    who = regex.sub(r"^The\b", "the", match["who"])
    return f"What {who} {match['hedge']} {match['verb']}", Span(match.start(), match.end("verb"))
