"""
How does a sentence begin when nothing stands before it?

Words that answer an earlier sentence go ("But", "also", ", however,"), and a person whom the article names elsewhere is
named in full. Each change is a deletion or the article's own words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.model import Line
from repurpose.summarizer.condense import capitalised, drop_marker
from repurpose.summarizer.names import with_full_name
from repurpose.summarizer.points import tells_what_to_do
from repurpose.summarizer.standalone import PAIRED
from repurpose.text.discourse import discourse
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from repurpose.summarizer.known import Known
    from repurpose.summarizer.passages import Sentence

__all__ = ["ADDRESS_DROPPED", "MARKER_DROPPED", "NAMED_IN_FULL", "opened", "opening", "without_address"]

MARKER_DROPPED = "marker dropped"
ADDRESS_DROPPED = "address dropped"
NAMED_IN_FULL = "named in full"

# "That's why X" says X, and that something before it is the reason.
_CONSEQUENCE = re.compile(r"^(?:That|This|It|Which)(?:['’]s| is) why (?=\w)")
# A post goes out on another day than the article.
_WHEN = re.compile(
    r"^(?:Today|Yesterday|This (?:week|morning|afternoon|month)|Earlier (?:today|this (?:week|month))|"
    r"Last (?:week|month|night)|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), (?=\S.{30})"
)
# "You can read details about the remarkable results from 87 prize competitions": the news is in what there is to read.
_POINTER = re.compile(
    r"^(?:You|Readers|People) can (?:now )?(?:read|find|see|view|learn) (?:more |all )?"
    r"(?:details |information |more |all )?(?:about|on) (?:the )?(?:[\w-]+ )?"
    r"(?:results|outcomes|findings) (?:from|of) (?=(?:more than |nearly |over )?\d)"
)
_DONE_BY = re.compile(r"^(\d[\d,.]* (?:[\w-]+ ){1,3}?)(\w+ed (?:by|in|at|for|from)\b)")
# "also known as" names its subject.
_INSIDE = re.compile(
    r"(?<=\w)(?<!\band) (?:also|therefore)(?= (?!known|called|referred|dubbed|named|titled|spelled|written)\w)"
    r"|(?<=\w), (?:however|though|then|too|therefore|thus), (?=\w)"
)
_NOT_ONLY = re.compile(r"\bnot (?:only|just)\b", re.IGNORECASE)
# A subject often begins with one of these; English needs none of them.
_SUBJECT = re.compile(
    r" (?:(?:el|la|los|las|una?|le|les|une|des|il|lo|i|gli|os?|as?|uma?|de|het|een|der|die|das)\b|l['’])"
)
_MOST_MARKERS = 2
# An address at the end of a sentence: a post has a link of its own.
_ADDRESS_AT_END = re.compile(r"\s*[:(–—]\s*https?://[^\s?？]+$")
# Behind somebody's name stood a link; its words say nothing without it.
_NETWORK = re.compile(r" \((?:Twitter|X|Mastodon|Instagram|LinkedIn|Website|PDF)\)")


def opening(text: str, language: str) -> str:
    """The sentence *text* without the words that answer one before it."""
    for _ in range(_MOST_MARKERS):
        shorter = drop_marker(text, language)
        if shorter == text:
            break
        text = shorter
    if resolved := discourse(language).resolving.match(text):
        answer = capitalised(text[resolved.end() :])
        # What somebody would have to do to avoid it is no fact without it.
        text = answer if tells_what_to_do(answer, language) else text
    if language != "en":
        return text if PAIRED.search(text) else discourse(language).inside.sub(_without, text)
    if consequence := _CONSEQUENCE.match(text):
        text = capitalised(text[consequence.end() :])
    for lead in (_POINTER, _WHEN):
        if found := lead.match(text):
            text = capitalised(text[found.end() :])
            if lead is _POINTER:
                # What is left of it has no verb of its own yet.
                text = _DONE_BY.sub(r"\1were \2", text)
    if _NOT_ONLY.search(text):
        return text
    return _INSIDE.sub(lambda match: " " if match[0].endswith(" ") else "", text)


def _without(match: re.Match[str]) -> str:
    """What is left of words that go: a comma where a subject with its article follows on what stands before it."""
    is_set_off = match[0].startswith(",") and match[0].endswith(",")
    return "," if is_set_off and _SUBJECT.match(match.string, match.end()) else ""


def without_address(text: str, language: str) -> str:
    """The statement *text* without the words of a link, and without an address at its end where it is whole so."""
    text = _NETWORK.sub("", text)
    address = None if language in UNSPACED else _ADDRESS_AT_END.search(text)
    return text if address is None else text[: address.start()].rstrip(" ,;") + "."


def opened(sentence: Sentence, known: Known, language: str) -> tuple[Line, tuple[str, ...]]:
    """*sentence* as an opening, with its places in the article and with what was done to its words."""
    edits: tuple[str, ...] = ()
    whole = without_address(sentence.text, language)
    if whole != sentence.text:
        edits = (ADDRESS_DROPPED,)
    text = opening(whole, language)
    if text != whole:
        edits = (*edits, MARKER_DROPPED)
    if not known.has_bare_name(text, sentence.span.start):
        return Line(text=text, spans=(sentence.span,)), edits
    named, where = with_full_name(text, known.names.full)
    return Line(text=named, spans=(sentence.span, *where)), (*edits, NAMED_IN_FULL) if where else edits
