"""Which hashtags does an article get, best first, before any platform has its say?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from repurpose.formatters.tags.authored import UNTOUCHED, authored
from repurpose.formatters.tags.forms import squeezed, write
from repurpose.formatters.tags.lexicon import names_in, topics_in
from repurpose.formatters.tags.names import names
from repurpose.formatters.tags.reading import read
from repurpose.formatters.tags.refusals import is_credited, is_file, is_misspelt, is_publisher
from repurpose.formatters.tags.subjects import known_names, topics
from repurpose.formatters.tags.titled import titled
from repurpose.formatters.tags.twins import are_twins, is_part, says_it_again
from repurpose.formatters.tags.unspaced import unspaced
from repurpose.formatters.tags.written import hashtags_of
from repurpose.text.words import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from repurpose.formatters.tags.candidate import Candidate
    from repurpose.formatters.tags.reading import Reading
    from repurpose.model import Article

__all__ = ["choose"]

_NO_ENGLISH_LETTER = regex.compile(r"[^\P{L}A-Za-z]")
_REMEMBERED = 8
# Names that weigh less are not in the title; of these there are so many at most.
_TITLED, _MOST_IN_PASSING = 2.0, 2
# Beside so many, what the author filed an article under that does not speak of it is one too many.
_FEW = 4
# A tag of the author that weighs so much is said in the text.
_SOUND = 1.5


@lru_cache(maxsize=_REMEMBERED)
def choose(article: Article, brand: str | None) -> tuple[str, ...]:
    """
    The hashtags for *article*, published by *brand*, best first; none where nothing names its subject.

    Every platform takes from the same ones, so they are chosen once and remembered.
    """
    language = article.language
    if language == "und" and not _NO_ENGLISH_LETTER.search(article.text):
        language = "en"
    reading = read(article, language)
    own = hashtags_of(article, reading)
    found = _whole(tuple(_added_up(_candidates(reading))), language)
    ranked = sorted(found, key=lambda one: (-one.weight, one.keys))
    return (*own, *(write(one.words, language) for one in _chosen(ranked, own, reading, brand)))


def _candidates(reading: Reading) -> Iterator[Candidate]:
    yield from authored(reading)
    known = names_in(reading)
    yield from known_names(known, reading)
    if reading.language in UNSPACED:
        yield from unspaced(reading)
        return
    mentions = topics_in(reading)
    found = tuple(titled(reading, (*known, *mentions)))
    yield from (one for _, one in found)
    yield from topics(mentions, reading, {at for place, one in found if one.is_name for at in place})
    yield from names(reading)


def _added_up(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each phrase once, with all that speaks for it."""
    same: defaultdict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for one in found:
        same[tuple(one.keys)].append(one)
    for of_one in same.values():
        # The author's own writing is the last choice: it is often in lower case.
        best = max(of_one, key=lambda one: (not one.is_authors, one.weight))
        yield replace(
            best,
            weight=sum(one.weight for one in of_one),
            is_known=any(one.is_known for one in of_one),
            is_authors=any(one.is_authors for one in of_one),
        )


def _whole(found: Sequence[Candidate], language: str) -> Iterator[Candidate]:
    """*found* without the words that stand in a term of the lists or of the author, which gets what speaks for them."""
    for one in found:
        if not any(is_part(one, whole, language) for whole in found):
            parts = (part.weight for part in found if is_part(part, one, language))
            yield replace(one, weight=one.weight + max(parts, default=0.0))


def _chosen(
    ranked: Sequence[Candidate], own: Sequence[str], reading: Reading, brand: str | None
) -> Iterator[Candidate]:
    """Those of *ranked* that nothing speaks against, beside the author's *own* hashtags."""
    chosen: list[Candidate] = []
    taken = {squeezed(tag) for tag in own}
    sound = [one for one in ranked if one.is_authors and one.weight >= _SOUND]
    in_passing = 0
    for one in ranked:
        if one.is_authors and one.weight <= UNTOUCHED and len(chosen) >= _FEW:
            continue
        if squeezed("".join(one.words)) in taken or any(are_twins(one, other, reading.language) for other in chosen):
            continue
        # What the author filed the article under has the better right to a word.
        rivals = [] if one.is_authors else [other for other in sound if other not in chosen]
        if says_it_again(one, [*chosen, *rivals], reading.language) or _is_refused(one, reading, brand):
            continue
        is_in_passing = one.is_name and not one.is_authors and one.weight < _TITLED
        in_passing += is_in_passing
        if not is_in_passing or in_passing <= _MOST_IN_PASSING:
            chosen.append(one)
            yield one


def _is_refused(one: Candidate, reading: Reading, brand: str | None) -> bool:
    if brand is not None and squeezed("".join(one.words)) == squeezed(brand):
        return True
    if one.is_known:
        return False
    if any(is_publisher(words, reading) for words in (one.words, *([word] for word in one.words if _is_code(word)))):
        return True
    if is_file(one.words):
        return True
    return not one.is_authors and (is_credited(one.words, reading.article) or is_misspelt(one.words, reading))


def _is_code(word: str) -> bool:
    """Whether *word* is written as no common word is: 18F, TTS."""
    return any(map(str.isdigit, word)) or (len(word) > 1 and word.isupper())
