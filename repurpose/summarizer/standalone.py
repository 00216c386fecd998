"""
Does a sentence say something to a reader who has seen nothing else?

English is tested for a finite verb and for what points backwards; the other languages by their own opening words, end
marks and length.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.summarizer.anaphora import dangling, introduced
from repurpose.text.discourse import discourse
from repurpose.text.languages import detect_language
from repurpose.text.lexicons import stopwords
from repurpose.text.words import UNSPACED, content_stems, fold_apostrophes, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from repurpose.summarizer.known import Known
    from repurpose.text.discourse import Discourse

__all__ = [
    "PAIRED",
    "asks",
    "follows",
    "has_link",
    "has_verb",
    "is_balanced",
    "is_clear",
    "is_complete",
    "stands_alone",
    "tells_to",
]

_END = re.compile(r"[.!?…。！？।॥؟۔][\"'”’»“›)\]」』）*_]*$")
_QUESTION = re.compile(r"[?？؟][\"'”’»“›)\]」』）*_]*$")
# A sentence that ends in a footnote mark is limited by a note that is not there; one that ends in "here" was a link.
_LIMITED = re.compile(r"[*†‡]\)?$|\bhere[.!]$")
# An address or a hashtag inside a sentence is a piece of another post.
_LINK = re.compile(
    r"https?://|www\.|\w@\w[\w-]*\.\w|(?<![\w&])[#＃]\w|(?<!\S)\.?@\w|\[[^\[\]]{3,}\](?!\w)|\((?:Twitter|X|Mastodon|Instagram|LinkedIn|Website|PDF)\)"
)
# What the editors add in brackets.
_ASIDE = re.compile(r"[(（][^()（）]*[)）][.。]?")
# What no post should carry: a comma that stands free, what is left of a longer quotation.
_SLIP = re.compile(r"\s[,.](?:\s|$)|^[（(]\s?(?:中略|…|\.\.\.)")
# "Name - what it is", out of a row of such lines.
_ENTRY = re.compile(r"^(?:[^.,;:!?]|\.(?=\w)){2,40}?(?: \([^()]*\))?\s?-\s+(?=[A-Z])")
# "Helium – Neutron – Proton – Blei – Elektron", "Shell, editor, compiler, linker, ...": no statement.
_KEY_WORDS = re.compile(
    r"(?:[^–—]{1,40}\s[–—]\s){4}"
    r"|^(?:\w[\w-]*(?: [\w-]+){0,2}, ){5,}(?:and |or )?[\w/-]+(?: [\w/-]+){0,2}(?: \([^()]*\))?\.$"
)
# So many dashes or commas it has at the least.
_ROW = 4
# "Every day, that system counts ten too many."
_THAT_ONE = re.compile(r"[A-Z][^,.]{2,30}, that [a-z-]+ [a-z-]+(?:s|ed)\b")
# With its main clause after it, a reason is no answer.
_REASON_FIRST = re.compile(r"Because [^,]{10,}, \w")
# "Although a few got a frosty reception.": half a sentence.
_NO_MAIN_CLAUSE = re.compile(r"(?:Although|Though|Unless|Whereas|Because(?! of)) [^,:;—–?]+[.!]")
# "Du wirst auch ...": besides what was told before. In English it is taken out, where that can be.
_ALSO_EARLY = {"de": re.compile(r"(?:[\w’']+ ){1,3}auch\b", re.IGNORECASE)}
# "Never descale it with acid.": whatever the verb is.
_NEVER = re.compile(
    r"(?:(?:Warning|Caution|Danger|Important)[:!] )?"
    r"(?:Never|Always) (?!(?:an?|the|in|on|at|too|so|more|again)\b)[a-z]+ "
)
# "Ask the neighbours first.": what to do, where the word cannot be a noun before another.
_ASKED = re.compile(
    r"(?:(?:To|For|If|When|Before|After|Once|First|Then|Next)\b(?:[^,]{2,70})?, |Please |Then |Next |First )?"
    r"([A-Za-z][a-z]+) (?:\w+ (?:to|for|with|when|if|before|after)|the|an?|your|any|all|each|every|some|"
    r"yourself|whether|what|how|who|only|up|out|for|with|to|about|at|on|into|from|as|more|people|others|everyone|"
    r"someone|before|after|if|that)\b"
)
# "For deriving as much value as they can.": what it is good for stood before it.
_PURPOSE = re.compile(
    r"(?:(?:And|But|So|Or) |\w+, )?for (?!(?:any|every|no|some)?thing\b|morning|evening|spring|king)\w+ing\b[^,;:—–]*$",
    re.IGNORECASE,
)
# Somebody's words, and nobody says whose.
_ALL_QUOTED = re.compile(r"[“\"‘'«„][^”\"»]*[”\"’'»][.!?]?")
_FINITE = re.compile(r"[^csuio]s$|(?<!i)cs$|ed$|n't$|'(?:ll|re|ve|d)$")
# After one of these a word in -s is a noun.
_BEFORE_NOUNS = frozenset(
    ["a", "an", "the", "these", "those", "my", "your", "his", "her", "its", "our", "their", "of", "in", "for", "to"]
)
_AFTER_NOUNS = frozenset({"of"})
# A line that begins so says who spoke, or goes on from another.
_DASHES = ("—", "–", "-", "…", "...", "|")
_PAIRS = (("“", "”"), ("(", ")"), ("«", "»"), ("「", "」"))
# The mark that opens elsewhere closes what a low one opened.
_LOW_PAIRS = (("„", "“”"), *_PAIRS[1:])
_SHORTEST_WORDS = 5
_MANY_WORDS = 8
# Fewer words are understood if the title's subject is among them: "Our plan had said 5,000." says nothing by itself.
_WORDY = frozenset({"en", "de", "es", "fr", "it", "nl", "pt"})
_FEW_WORDS = dict.fromkeys(_WORDY, 7) | dict.fromkeys(("ar", "hi", "ko", "ru", "uk"), 5)
_SHORTEST_UNSPACED = 10
# A third of a sentence's words are words of its language that stand in any sentence; of one in another language, few.
_FEW_OF_ALL = 5
# Of fewer words nobody can tell.
_FEWEST_TOLD = 6
# Where other letters are written, at least one in eleven is of them.
_OWN_LETTERS = 1.1
# "Not only ..., but also": nothing outside is answered.
PAIRED = re.compile(
    r"\b(?:zwar|nicht nur|no s[oó]lo|si bien|non seulement|certes|non solo|não (?:só|apenas)|niet alleen|weliswaar|"
    r"не только|не лише|не тільки)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def stands_alone(text: str, language: str) -> bool:
    """Whether the sentence *text* can be read first."""
    own = discourse(language)
    if text.lstrip('“"«„(')[:1].islower() or text.startswith(_DASHES) or not is_complete(text, language):
        return False
    if own.openers.match(text) and not own.free_openers.match(text) and not _REASON_FIRST.match(text):
        return False
    # What can be taken away has been, where the sentence may be changed; English goes on with its "but".
    if language != "en" and (own.contrasts.match(text) or own.connectives.match(text)):
        return False
    found = tuple(map(fold_apostrophes, words(text, language)))
    tokens = frozenset(found)
    if own.deictics.is_in(text, tokens) or own.echoes.is_in(text, tokens) or has_link(text):
        return False
    if _ALL_QUOTED.fullmatch(text) or own.leaning.search(text) or not own.finite.search(text):
        return False
    if (own.inside.search(text) and not PAIRED.search(text)) or _is_foreign(text, tokens, language):
        return False
    if language != "en":
        return language not in _ALSO_EARLY or _ALSO_EARLY[language].match(text) is None
    if _THAT_ONE.match(text) or _PURPOSE.match(text) or _NO_MAIN_CLAUSE.fullmatch(text):
        return False
    return (_has_verb(found, own) or tells_to(text, own)) and dangling(text, tokens) is None


def tells_to(text: str, own: Discourse) -> bool:
    """Whether the English *text* tells its reader what to do; of other languages it is not known."""
    asked = _ASKED.match(text)
    return _NEVER.match(text) is not None or (asked is not None and asked[1].lower() in own.imperatives)


def is_clear(text: str, language: str, known: Known, at: int) -> bool:
    """
    Whether *text*, at offset *at* of its article, stands alone on any day and for everybody.

    Stricter than `stands_alone`: "the call" is clear until the article has spoken of a call, "yesterday" for a day.
    """
    if not stands_alone(text, language) or discourse(language).fleeting.search(text) or known.has_bare_name(text, at):
        return False
    is_short = text.count(" ") + 1 < _FEW_WORDS.get(language, 0)
    if is_short and known.topic and known.topic.isdisjoint(content_stems(text, language)):
        return False
    return language != "en" or introduced(text, known, at) is None


@lru_cache(maxsize=4096)
def follows(text: str, language: str) -> bool:
    """Whether the sentence *text* can be told right after the one that it follows in its paragraph."""
    own = discourse(language)
    return (
        is_complete(text, language)
        and not own.deictics.search(text)
        and not own.warm_ups.search(text)
        and not own.announcing.search(text)
        and not own.fleeting.search(text)
        and not has_link(text)
    )


def _is_foreign(text: str, tokens: AbstractSet[str], language: str) -> bool:
    """Whether *text* is a sentence of another language: a quotation that nobody translated."""
    if language not in _WORDY:
        # Names and terms in Latin letters stand in every script, sentences do not.
        letters = sum(map(str.isalpha, text))
        return letters < _OWN_LETTERS * sum(sign.isalpha() and sign.isascii() for sign in text)
    if language == "en" or len(tokens) < _FEWEST_TOLD:
        return False
    own = len(tokens & stopwords(language))
    return own < len(tokens) / _FEW_OF_ALL and detect_language(text) not in (language, "und")


def asks(text: str) -> bool:
    """Whether *text* is a question."""
    return _QUESTION.search(text) is not None


def has_link(text: str) -> bool:
    """Whether an address or a hashtag stands in *text*."""
    return _LINK.search(text) is not None


def is_complete(text: str, language: str) -> bool:
    """Whether *text* is a whole statement by its marks and length: no question or lead-in, nothing cut or limited."""
    if not _END.search(text) or _QUESTION.search(text) or not is_balanced(text) or text.endswith(("...", "…")):
        return False
    if _ASIDE.fullmatch(text):
        return False
    if _LIMITED.search(text) or _is_row(text) or _SLIP.search(text) or is_entry(text):
        return False
    if discourse(language).slips.search(text):
        return False
    if language in UNSPACED:
        return len(text) >= _SHORTEST_UNSPACED
    least = 3 if language in ("ar", "hi", "ko", "ru", "uk") else _SHORTEST_WORDS
    # So many spaces are words enough without a closer look.
    return text.count(" ") >= _MANY_WORDS or len(words(text, language)) >= least


def _is_row(text: str) -> bool:
    """Whether *text* is a row of key words."""
    # Its marks are counted first: the pattern is slow.
    may_be = text.count(",") >= _ROW or text.count("–") + text.count("—") >= _ROW
    return may_be and _KEY_WORDS.search(text) is not None


def is_entry(text: str) -> bool:
    """Whether *text* is one of a row of such lines: "Norrby.example - A page for the quay"."""
    return _ENTRY.match(text) is not None


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket has its partner."""
    pairs = _LOW_PAIRS if "„" in text else _PAIRS
    counted = all(sum(map(text.count, opening)) == sum(map(text.count, closing)) for opening, closing in pairs)
    return counted and text.count('"') % 2 == 0


def has_verb(text: str, own: Discourse) -> bool:
    """Whether *text* holds a word that looks like a finite English verb."""
    return _has_verb(tuple(map(fold_apostrophes, words(text))), own)


def _has_verb(found: Sequence[str], own: Discourse) -> bool:
    return any(
        _is_verb(word, before, after, own)
        for before, word, after in zip(("", *found), found, (*found[1:], ""), strict=False)
    )


def _is_verb(word: str, before: str, after: str, own: Discourse) -> bool:
    if word in own.auxiliaries:
        return before != "to"
    if not before or before in _BEFORE_NOUNS:
        return False
    if word in own.plain_verbs:
        return True
    # "Members of ...": what ends in -s is a noun.
    is_noun = word.endswith("s") and after in _AFTER_NOUNS
    return not is_noun and len(word) > 3 and _FINITE.search(word) is not None  # noqa: PLR2004
