"""Would a reader take one hashtag for another, or for a piece of it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.tags.forms import folded, squeezed
from repurpose.text.words import UNSPACED, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.formatters.tags.candidate import Candidate

__all__ = ["are_twins", "is_part", "says_it_again"]

# Where a term of two words is written as one.
_COMPOUNDING = frozenset({*UNSPACED, "ko"})
# A word of so many letters that opens or ends another one: "Security" and "Cybersecurity".
_LONG = 6
_MOST_SHARING = 2


def is_part(one: Candidate, whole: Candidate, language: str) -> bool:
    """Whether *one* is a word of *whole*, a term that lists or the author have."""
    if (one.is_authors and not one.is_broad) or not (whole.is_known or whole.is_authors) or len(one.keys) > 1:
        return False
    if len(whole.keys) > 1:
        return one.keys[0] in whole.keys
    return language in _COMPOUNDING and one.keys != whole.keys and one.keys[0] in whole.keys[0]


def are_twins(one: Candidate, other: Candidate, language: str) -> bool:
    """Whether the two have the same letters, all words of one are in the other, or it is the other's initials."""
    shorter, longer = sorted((_stems(one, language), _stems(other, language)), key=len)
    if set(shorter) <= set(longer) or squeezed("".join(one.words)) == squeezed("".join(other.words)):
        return True
    if len(shorter) == len(longer) == 1:
        short, long = sorted((one.keys[0], other.keys[0]), key=len)
        if language in _COMPOUNDING:
            return short in long
        return len(short) >= _LONG and (long.startswith(short) or long.endswith(short))
    return len(longer) > 1 and "".join(word[0] for word in longer) == "".join(shorter)


def says_it_again(one: Candidate, chosen: Sequence[Candidate], language: str) -> bool:
    """Whether so many of the *chosen* have a word of *one* that readers see the same field again and again."""
    stems = set(_stems(one, language))
    return any(sum(stem in _stems(other, language) for other in chosen) >= _MOST_SHARING for stem in stems)


def _stems(one: Candidate, language: str) -> Sequence[str]:
    # Of "Let's" a mark may be a word of its own, and has no stem.
    return [found for word in folded(one.words) if (found := stem(word.removesuffix(".js"), language))]
