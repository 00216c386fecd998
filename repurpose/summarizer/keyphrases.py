"""
Which noun phrases and names say what the article is about?

What the author chose as tags stands first where the article supports it. The rest is ranked by weights fitted to what
people chose, or by hand-made ones in languages for which there is nothing to fit to; and none says again what another
one says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from repurpose.model import Keyphrase
from repurpose.summarizer.fitted import is_fitted, likelihoods
from repurpose.summarizer.phrases import Reading, key_of
from repurpose.summarizer.unfitted import NAME_RATIO, strengths
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repurpose.model import Article

__all__ = ["keyphrases", "split_hashtag"]

_CAMEL = regex.compile(r"\p{Lu}{2,}(?=\p{Lu}\p{Ll}|$|\d)|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|[\p{Lo}\p{M}]+|\p{Nd}+")
_NO_ENGLISH_LETTER = regex.compile(r"[^\P{L}A-Za-z]")
# The first tag of the author multiplies the odds of a phrase by this much, the last one by its root.
_TAG_ODDS = 10.0
# A tag of which the article says the words, but not together, counts less.
_SCATTERED = 0.8
# The least odds of a tag by itself; hand-made weights give higher odds than fitted ones.
_LEAST_FITTED = 0.01
_LEAST_UNFITTED = 0.1
_LONGEST_TAG = 60


def keyphrases(article: Article, *, limit: int = 20) -> tuple[Keyphrase, ...]:
    """At most *limit* phrases, best first, no two of which are the same words in another form."""
    if article.language == "und" and not _NO_ENGLISH_LETTER.search(article.text):
        article = replace(article, language="en")
    chosen = (*map(split_hashtag, article.author_hashtags), *article.tags)
    tags = {key: phrase for phrase in chosen if (key := key_of(phrase, article.language)) and _names(key, article)}
    reading = Reading.of(article, wanted=frozenset(tags))
    fits = is_fitted(article.language)
    scores = likelihoods(reading) if fits else strengths(reading)
    least = _LEAST_FITTED if fits else _LEAST_UNFITTED
    _name_fully(scores, reading)
    for rank, key in enumerate(tags):
        score = scores.get(key, 0.0)
        odds = max(least, score / (1 - score)) * _TAG_ODDS ** (_support(key, reading) * (1 - rank / (2 * len(tags))))
        scores[key] = odds / (1 + odds)
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    return tuple(
        Keyphrase(
            text=reading.surface(key) if key in reading.phrases or key in reading.titled else tags[key],
            score=round(scores[key], 4),
            spans=reading.spans(key),
        )
        for key in _distinct(ranked, reading, limit)
    )


def split_hashtag(tag: str) -> str:
    """The words of a hashtag: ``#MetaAILab`` gives ``Meta AI Lab``."""
    return " ".join(_CAMEL.findall(tag.lstrip("#＃").replace("_", " ")))


def _names(key: str, article: Article) -> bool:
    """Whether a tag of the author names anything: a year, a function word or a whole paragraph does not."""
    parts = key.split(" ")
    is_word = any(len(part) > 1 and not part.isdigit() and part not in stopwords(article.language) for part in parts)
    return is_word and len(key) <= _LONGEST_TAG


def _support(key: str, reading: Reading) -> float:
    """How much the article says of a tag of its author, between 0 and 1."""
    if key in reading.phrases or key in reading.titled:
        return 1.0
    parts = key.split(" ")
    return _SCATTERED * sum(part in reading.counts for part in parts) / len(parts)


def _name_fully(scores: dict[str, float], reading: Reading) -> None:
    """Let "Alexandr Wang" stand where "Wang" would if the title names him so: a first name and its surname."""
    for key in [key for key in reading.titled if key.count(" ") == 1 and key in reading.phrases]:
        first, surname = key.split(" ")
        is_person = (
            reading.counts[first] <= len(reading.phrases[key]) + 1
            and reading.name_share(key) > 1 / 2
            and not any(word.is_mixed for word in reading.words(key))
        )
        if is_person and scores.get(surname, 0.0) > scores.get(key, 0.0):
            scores[key] = scores.pop(surname)


def _distinct(ranked: Iterable[str], reading: Reading, limit: int) -> list[str]:
    """The first *limit* of *ranked*, without those that another one stands for."""
    chosen: list[str] = []
    for key in ranked:
        if len(chosen) >= limit:
            break
        if any(_stands_for(other, key, reading) for other in chosen):
            continue
        chosen.append(key)
    return chosen


def _stands_for(kept: str, key: str, reading: Reading) -> bool:
    """Whether *kept* says *key* too: it has the same words, is a name with *key* in it, or is said where *key* is."""
    if len(kept) == len(key):
        return sorted(kept.split(" ")) == sorted(key.split(" "))
    part, whole = sorted((kept, key), key=len)
    if f" {part} " not in f" {whole} ":
        return False
    count = len(reading.phrases.get(part, ()))
    if " " in part and count <= len(reading.phrases.get(whole, ())):
        return True
    if whole == key or reading.name_share(kept) <= 1 / 2:
        return False
    return " " in part or count <= NAME_RATIO * len(reading.phrases[kept])
