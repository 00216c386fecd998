"""Are words of the title a term: a noun, or nouns that the text keeps together?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.tags.lists import is_listed
from repurpose.text.discourse import discourse
from repurpose.text.lexicons import stopwords
from repurpose.text.persons import given_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.formatters.tags.reading import Reading

__all__ = ["is_german_noun", "is_korean_noun", "is_term", "is_whole_title"]

_MOST_WORDS, _MOST_IN_TITLE = 3, 2
_OFTEN = 3
# A term that the text says but once is one where its noun is said often; a note of fewer words has no room for that.
_SHORT = 100
# What ends so is a verb or an adverb, as a rule.
_NO_NOUN = ("ed", "ly")
_SUPERLATIVE = "est"
_NO_SUPERLATIVES = frozenset("forest harvest interest request contest protest invest conquest rainforest guest".split())  # noqa: SIM905 - a list of words
_LONG_COMPOUND, _LONG_KOREAN = 9, 3
# In a German article of fewer words one mention is enough.
_SHORT_GERMAN = 300


def is_term(words: Sequence[str], keys: Sequence[str], reading: Reading) -> bool:
    """Whether the text says the same words together, as one term, and not as a part of a longer one."""
    first, last = words[0].lower(), words[-1].lower()
    if not 1 < len(words) <= _MOST_WORDS or any(word.isdigit() for word in words):
        return False
    if is_listed(first, "en", "openers", "adjectives") or _is_verb(first):
        return False
    if _is_superlative(first) or is_listed(last, "en", "openers") or last.endswith(_NO_NOUN):
        return False
    if is_listed(last, "en", "heads") and not _is_named_for(keys, reading):
        return False
    places = reading.find(keys)
    # "Supporting Clinton" is no term, "shovelling snow" is.
    if places and (first.endswith("ing") or last.endswith("ing")) and not _is_in_small_letters(words, places, reading):
        return False
    ends = sum(_is_end(at + len(words), reading) for at in places)
    if len(places) == 1 and reading.size > _SHORT:
        is_plain = reading.words[places[0]].islower() and not last.endswith("ing")
        return ends == 1 and is_plain and len(words) < _MOST_WORDS and len(reading.find(keys[-1:])) >= _OFTEN
    return bool(places) and ends * 2 >= len(places)


def _is_in_small_letters(words: Sequence[str], places: Sequence[int], reading: Reading) -> bool:
    return any(not reading.has_capital(at) and not reading.has_capital(at + len(words) - 1) for at in places)


def is_whole_title(words: Sequence[str], keys: Sequence[str], reading: Reading) -> bool:
    """Whether a title of a word or two is the name of the thing: "Brigadeiro"."""
    if len(words) > _MOST_IN_TITLE or not all(map(str.isalpha, words)) or words[-1].endswith(_NO_NOUN):
        return False
    is_vague = is_listed(words[0], "en", "openers") or is_listed(
        words[-1], "en", "heads", "openers", "adjectives", "filing"
    )
    return not is_vague and bool(reading.find(keys))


def is_german_noun(words: Sequence[str], keys: Sequence[str], reading: Reading) -> bool:
    """Whether *words* are a long compound, a name of several words or a person, which the text has in the same form."""
    if not all(word[0].isupper() for word in words):
        return False
    if any(is_listed(word, "de", "heads", "filing", "roles") for word in words):
        return False
    count = sum(reading.words[at : at + len(words)] == words for at in reading.find(keys))
    if len(words) > 1:
        return count > (words[0].lower() not in given_names())
    return len(words[0]) >= _LONG_COMPOUND and count >= (1 if reading.size < _SHORT_GERMAN else 2)


def is_korean_noun(keys: Sequence[str], reading: Reading) -> bool:
    """Whether the text has the word with several particles, as it has no verb."""
    if len(keys) > 1 or len(keys[0]) < _LONG_KOREAN or is_listed(keys[0], "ko", "heads"):
        return False
    places = reading.find(keys)
    return len(places) >= _OFTEN and len({reading.words[at] for at in places}) > 1


def _is_named_for(keys: Sequence[str], reading: Reading) -> bool:
    """Whether a name has its common noun beside it so often that both are one: "Bechdel test"."""
    alone, both = reading.find(keys[:1]), reading.find(keys)
    return len(both) > 1 and len(both) * _OFTEN >= len(alone) and all(map(reading.has_capital, alone))


def _is_end(at: int, reading: Reading) -> bool:
    """Whether the phrase before *at* is over there: a mark or a function word follows."""
    return not reading.keys[at] or reading.words[at].lower() in stopwords(reading.language)


def _is_verb(word: str) -> bool:
    """Whether *word* opens a clause: "lends drills", "buy sewers"."""
    own = discourse("en").plain_verbs
    return any(form in own or is_listed(form, "en", "verbs") for form in (word, word.removesuffix("s")))


def _is_superlative(word: str) -> bool:
    return word.endswith(_SUPERLATIVE) and len(word) > len(_SUPERLATIVE) + 2 and word not in _NO_SUPERLATIVES
