"""
Where does each sentence of a text begin and end?

A line end always ends a sentence. Inside a line every full stop, question mark or exclamation mark that white space
follows is a candidate; where one of them could be an abbreviation, an initial or an ordinal, NLTK's Punkt decides with
our own list of abbreviations, and a few rules on top of it handle what Punkt cannot know without training.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from repurpose.model import Span
from repurpose.text.lexicons import abbreviations, number_abbreviations, stopwords
from repurpose.text.punkt import sentence_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["sentences"]

_CLOSERS = r"[\"'”’»“›)\]*_]*"
# The spaced scripts: the mark, what closes after it, then white space.
# A candidate begins where its run of marks does, or a line of marks would cost the square of its length.
_CANDIDATE = re.compile(rf"(?<![.!?…؟۔।॥])[.!?…؟۔।॥]++{_CLOSERS}+(?=\s)")
# Chinese and Japanese put no space after the mark.
_UNSPACED = re.compile(r"[。！？｡]+[」』）】”’〉》]*")
_QUOTATION = re.compile(
    r"“[^“”]{1,400}”|„[^„“]{1,400}“|«[^«»]{1,400}»|「[^「」]{1,400}」|(?<!\w)\"[^\"]{1,400}\"(?!\w)"
)
_LAST_TOKEN = re.compile(r"([^\s\"'“”‘’«»(\[]*)$")
_NEXT_TOKEN = re.compile(r"\s+[\"'“‘«„(\[¿¡*_]*(\S+)")
_ORDINAL_LANGUAGES = frozenset({"de", "da", "no", "fi", "hu", "cs", "sl", "hr", "et"})
# These may end a sentence; every other abbreviation is followed by what it belongs to.
_MAY_END = frozenset(
    {
        "etc",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "inc",
        "co",
        "corp",
        "ltd",
        "jr",
        "sr",
        "usw",
        "u.a",
        "ecc",
        "d.c",
    }
)


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of *text*, without the white space around them."""
    return tuple(_sentences(text, language))


def _sentences(text: str, language: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start < end:
            line = text[start:end]
            for cut, following in pairwise((0, *_boundaries(line, language), len(line))):
                piece = line[cut:following]
                left = len(piece) - len(piece.lstrip())
                if stripped := piece.strip():
                    yield Span(start + cut + left, start + cut + left + len(stripped))
        start = end + 1


def _boundaries(line: str, language: str) -> list[int]:
    """Where inside *line* one sentence ends and the next may begin."""
    candidates = [match.end() for match in _CANDIDATE.finditer(line)]
    if candidates:
        ambiguous = [end for end in candidates if _is_ambiguous(line, end, language)]
        if ambiguous:
            punkt = {stop for _, stop in sentence_tokenizer(language).span_tokenize(line)}
            unsure = frozenset(ambiguous)
            candidates = [
                end
                for end in candidates
                if end not in unsure or _ends_sentence(line, end, language, found=end in punkt)
            ]
    candidates += [match.end() for match in _UNSPACED.finditer(line)]
    if not candidates:
        return candidates
    quoted = [match.span() for match in _QUOTATION.finditer(line)]
    return sorted(end for end in candidates if not any(first < end < last for first, last in quoted))


def _is_ambiguous(line: str, end: int, language: str) -> bool:
    """Whether the mark before *end* could stand inside a sentence."""
    token = _token_before(line, end)
    following = _NEXT_TOKEN.match(line, end)
    if following is None:
        return False
    first = following[1][0]
    if first.islower():
        return True
    if not token.endswith("."):
        return token.endswith("…")
    word = token[:-1].lower()
    return (
        "." in word
        or len(word) == 1
        or word.isdigit()
        or word in abbreviations(language)
        or (first.isdigit() and len(word) <= 4)  # noqa: PLR2004 - "Art. 5", "pp. 12"
    )


def _ends_sentence(line: str, end: int, language: str, *, found: bool) -> bool:
    """Decide one ambiguous mark; *found* is what Punkt says."""
    token = _token_before(line, end)
    following = _NEXT_TOKEN.match(line, end)
    after = following[1] if following else ""
    if after[:1].islower():
        # "What?" he asked; an ellipsis that goes on; an unlisted abbreviation.
        return False
    word = token.rstrip(".").lower()
    if word.isdigit():
        # A list number at the start of a line, an ordinal in the languages that write them so.
        opens_line = not line[: end - len(token)].strip()
        return not opens_line and not (language in _ORDINAL_LANGUAGES and len(word) <= 2)  # noqa: PLR2004
    if word in _MAY_END:
        return after.strip(".,;:!?’'\"”").lower() in _starters(language)
    if len(word) == 1 and token[0].isupper() and word != "i":
        return False
    if word in number_abbreviations(language):
        return not after[:1].isdigit()
    if token.endswith(("…", "...")):
        return True
    return found


def _token_before(line: str, end: int) -> str:
    """The run of characters before *end* that the mark closes, without quotation marks around it."""
    stop = end
    while stop and line[stop - 1] in "\"'”’»“›)]*_":
        stop -= 1
    # A token is short; looking further back would make a line of full stops quadratic.
    match = _LAST_TOKEN.search(line[max(0, stop - 40) : stop])
    return match[1] if match else ""


@cache
def _starters(language: str) -> frozenset[str]:
    """Words that open a sentence when written with a capital after an abbreviation."""
    return stopwords(language)
