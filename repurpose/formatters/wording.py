"""Which words does the brand never say, and which does it say instead of the article's?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from repurpose.text.discourse import discourse
from repurpose.text.entities import find_hashtags, find_mentions, find_urls
from repurpose.text.hedges import hedges
from repurpose.text.numerals import numerals_in, values_in
from repurpose.text.quotations import quotations
from repurpose.text.terms import has_term
from repurpose.text.words import CAPITAL_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from repurpose.settings import Settings

__all__ = ["breaks_ban", "preferred"]

# What stands before the first word of a sentence or line.
_BEGINS = re.compile(r"(?:\A|\n|[.!?…]\s)[\s•●▪◦‣*–—→(\[-]*(?:\d{1,3}[.)] )?\Z")
# A capital word after one with a capital: both are parts of a name, or of a title.
_NAME_GOES_ON = re.compile(r"(?:[’']s)?\s[^\W\d_a-zß-öø-ÿа-я]")
_POSSESSIVE = re.compile(r"['’]s\b")
_ARTICLE = re.compile(r"(?<![\w'’-])[Aa]n?(?= \Z)")
# Sounds, not letters: "a user", "an hour", "an SDK".
_VOWEL = re.compile(
    r"(?![Uu](?:ni(?![nm])|s[aeiu]|t[ei])|[Ee]u)(?:[AEIOaeio]|[Uu](?![A-Z]))"
    r"|[Hh](?:our|onest|onou?r|eir)|[FHLMNRSX](?=[A-Z\d])"
)
_CONTRACTED = re.compile(r"\w+n['’]t\b")
# As far as a phrase that hedges, or a number, reaches around a word.
_NEAR = 60


class _Word(NamedTuple):
    """A place of a text where one of the brand's words may stand."""

    start: int
    end: int
    own: str


def breaks_ban(text: str, settings: Settings) -> bool:
    """Whether *text* has a word or phrase that the brand has banned, in any case and spacing."""
    return has_term(text, settings.brand.banned_words)


def preferred(text: str, settings: Settings, *, language: str = "en") -> str:
    """
    *text* in the brand's words: each whole word or phrase of `preferred_words` is replaced, a first capital kept.

    A word in small letters is found with a capital only where a sentence begins, elsewhere that is a name; one with
    capitals is found as it is written. Quotations, addresses, mentions and hashtags stay, and so does every word whose
    change would add, take or alter a number, hedge, negation or condition.
    """
    own = settings.brand.preferred_words
    if not own:
        return text
    parts = []
    end = 0
    for word in _words(text, tuple(own.items()), language):
        start, said = _with_article(text, word, language)
        if start >= end and _claims_the_same(text, start, word.end, said, language):
            parts += [text[end:start], said]
            end = word.end
    return "".join((*parts, text[end:]))


def _words(text: str, own: tuple[tuple[str, str], ...], language: str) -> Iterator[_Word]:
    """The places of *text* where the brand has another word."""
    pattern, replacements = _pattern(own)
    if pattern.search(text) is None:
        return
    for match in pattern.finditer(_without_what_stays(text)):
        start, end = match.span()
        said = " ".join(match[0].split())
        begins = _BEGINS.search(text, max(0, start - _NEAR), start) is not None
        word = replacements.get(said)
        if word is None and begins and (language in CAPITAL_NOUNS or not _NAME_GOES_ON.match(text, end)):
            word = replacements.get(said[0].lower() + said[1:])
        if word is None or (word.endswith("s") and _POSSESSIVE.match(text, end)):
            continue
        yield _Word(start, end, word[0].upper() + word[1:] if begins and said[0].isupper() else word)


def _without_what_stays(text: str) -> str:
    """*text* with a mark that is no word for every character of a quotation, address, mention or hashtag."""
    entities = (*find_urls(text), *find_hashtags(text), *find_mentions(text))
    chars = list(text)
    for span in (*quotations(text), *(entity.span for entity in entities)):
        chars[span.start : span.end] = "\ufffc" * len(span)
    return "".join(chars)


@lru_cache(maxsize=16)
def _pattern(own: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What to look for and what stands for it; also the brand's own words, so that nothing in them is replaced."""
    replacements = {" ".join(word.split()): " ".join(said.split()) for word, said in own}
    longest_first = sorted({*replacements, *replacements.values()}, key=lambda word: (-len(word), word))
    choice = "|".join(map(_spaced, longest_first))
    return re.compile(rf"(?<![\w'’‑@-])(?:{choice or '(?!)'})(?!\w|[‑-]\w|['’](?!s\b)\w|[\w.+-]*@)"), replacements


def _spaced(word: str) -> str:
    """*word* with any space between its parts, and with a capital too where it begins with a small letter."""
    first, rest = re.escape(word[:1]), r"\s+".join(map(re.escape, word[1:].split(" ")))
    return f"(?:{first}|{re.escape(word[:1].upper())}){rest}"


def _with_article(text: str, word: _Word, language: str) -> tuple[int, str]:
    """Where *word* begins and how it reads, together with an English article before it that has to change."""
    article = _ARTICLE.search(text, max(0, word.start - 3), word.start) if language == "en" else None
    if article is None or (len(article[0]) > 1) == bool(_VOWEL.match(word.own)):
        return word.start, word.own
    return article.start(), f"{article[0][0]}{'n' if len(article[0]) == 1 else ''} {word.own}"


def _claims_the_same(text: str, start: int, end: int, said: str, language: str) -> bool:
    """Whether *said* between *start* and *end* leaves every number, hedge, negation and condition as it is."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _claims(before + text[start:end] + after, language) == _claims(before + said + after, language)


def _claims(text: str, language: str) -> tuple[object, ...]:
    own = discourse(language)
    listed = hedges(language)
    return (
        [list(map(str.lower, words.findall(text))) for words in (own.hedges, own.negations, own.conditions)],
        [match[0] for match in listed.finditer(text)] if listed else [],
        _CONTRACTED.findall(text) if language == "en" else [],
        [numeral.readings for numeral in numerals_in(text, language)],
        values_in(text, language),
    )
