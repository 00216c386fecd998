"""Which subjects does an article speak of whose script puts no spaces between words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from repurpose.formatters.tags.candidate import Candidate, said
from repurpose.formatters.tags.lists import entries, listed
from repurpose.formatters.tags.sign_runs import sign_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.formatters.tags.reading import Reading

__all__ = ["unspaced"]

_LATIN = regex.compile(r"(?<![\w.])[A-Z][A-Za-z]+(?:\.js)?(?![\w.])")
_NO_NAMES = frozenset({"blog", "faq", "id", "ok", "pdf", "pr", "url"})
# One mention in so many signs is speaking of something, but for the least and the most that are asked for.
_RATE, _LEAST, _MOST = 300, 4, 12
_BROAD = 3.0
_ABOVE = 0.5
# A text of fewer signs may name its subject in the title alone.
_SHORT = 250
_WEIGHT_OF_ONE, _WEIGHT_OF_BROAD, _WEIGHT_ABOVE, _WEIGHT_OF_NAME = 2.8, 1.4, 0.7, 2.7
_COMPOUND = r"[\p{Han}\p{Katakana}ー]"


def unspaced(reading: Reading) -> Iterator[Candidate]:
    """Subjects of the lists, names in Latin letters that the title has, and whole runs of one script."""
    article, language = reading.article, reading.language
    title, text = article.title or "", article.text
    above = f"{article.subtitle or ''}\n{article.description or ''}"
    enough = max(_LEAST, min(_MOST, len(text) / _RATE))
    broad = listed("broad", language)
    for term in _terms(f"{title}\n{text}", language):
        count = text.count(term)
        share = count / (enough * (_BROAD if term in broad else 1))
        if (count or term in above or len(text) < _SHORT) and _stands_in(title, term, language):
            weight = _WEIGHT_OF_BROAD if term in broad else _WEIGHT_OF_ONE
        elif term not in broad and share >= (_ABOVE if term in above else 1):
            weight = _WEIGHT_ABOVE * (term in above)
        else:
            continue
        yield Candidate(words=(term,), keys=[term], weight=weight + said(share), is_known=True)
    for name in dict.fromkeys(_LATIN.findall(title)):
        if text.count(name) > 1 and name.lower() not in _NO_NAMES:
            yield Candidate(words=(name,), keys=[name.lower()], weight=_WEIGHT_OF_NAME)
    for run, weight in sign_runs(title, text, above, language, enough):
        yield Candidate(words=(run,), keys=[run], weight=weight)


def _terms(text: str, language: str) -> Iterator[str]:
    """The subjects of the lists that may be in *text*; one sign is a part of too many words."""
    signs = set(text)
    for term in entries("topics", language) + entries("broad", language):
        if len(term) > 1 and signs.issuperset(term):
            yield term


def _stands_in(title: str, term: str, language: str) -> bool:
    """Whether the title names *term* by itself: in Japanese, not as a part of a compound."""
    if language != "ja":
        return term in title
    return regex.search(rf"(?<!{_COMPOUND}){regex.escape(term)}(?!{_COMPOUND})", title) is not None
