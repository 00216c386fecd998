"""Which words make a sentence lean on others, hedge, deny, warn or tell news, language by language?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from repurpose.resources import shipped
from repurpose.text.words import UNSPACED, fold_apostrophes, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["Discourse", "Inside", "Listed", "Placed", "discourse"]

_NEVER = re.compile(r"(?!)")
# Korean, Hindi and Arabic attach endings and articles, so an entry may be the beginning of a word.
_PREFIXED = frozenset({"ko"})
# For `re` the vowel signs of Arabic and Hindi are no letters.
_IN_WORDS = r"\w\u064b-\u0652\u0900-\u0963"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of words and phrases as one pattern."""

    pattern: re.Pattern[str]
    needed: frozenset[str] | None
    """Without one of these, in lower case, no entry is in a text; ``None`` where words have no spaces around them."""

    def search(self, text: str) -> re.Match[str] | None:
        """The first entry in *text*."""
        return self.pattern.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The entry that *text* begins with."""
        return self.pattern.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The entry that *text* is."""
        return self.pattern.fullmatch(text)

    def findall(self, text: str) -> list[str]:
        """Every entry in *text*."""
        return self.pattern.findall(text)

    def is_in(self, text: str, tokens: AbstractSet[str]) -> bool:
        """Whether an entry is in *text*, whose words in lower case are *tokens*: they spare most searches."""
        may_be = self.needed is None or not self.needed.isdisjoint(tokens)
        return may_be and self.pattern.search(text) is not None


@dataclass(frozen=True, slots=True)
class Placed:
    """Regular expressions; those that begin with ``^`` look at the beginning of a text only, and are cheap."""

    first: re.Pattern[str]
    anywhere: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """What is in *text* of them."""
        return self.first.match(text) or self.anywhere.search(text)


@dataclass(frozen=True, slots=True)
class Inside:
    """
    Words between two others or before the end.

    Some only between commas, and none after a word that joins: "and also" joins, and "as well as" is no answer.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """In lower case: to look for them spares most searches."""

    def search(self, text: str) -> re.Match[str] | None:
        """The first such word in *text*."""
        return self.pattern.search(text) if self._may_be(text) else None

    def sub(self, left: Callable[[re.Match[str]], str], text: str) -> str:
        """*text* with what is *left* in place of each such word."""
        return self.pattern.sub(left, text) if self._may_be(text) else text

    def _may_be(self, text: str) -> bool:
        folded = text.lower()
        return any(word in folded for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """
    The function words of one language as compiled patterns.

    `openers`, `free_openers`, `markers`, `contrasts` and `scenarios` match at the beginning of a sentence, the others
    anywhere.
    """

    language: str
    openers: Listed
    free_openers: Listed
    echoes: Listed
    fleeting: Listed
    markers: Listed
    contrasts: Listed
    turns: Listed
    """Those of `contrasts` that turn a sentence round from inside it as well: "however", not "but"."""
    scenarios: Listed
    deictics: Listed
    warm_ups: Listed
    hype: Listed
    hedges: Listed
    negations: Listed
    conditions: Listed
    risks: Listed
    news: Listed
    definitions: Listed
    first_person: Listed
    first_person_plural: Listed
    leaning: Placed
    """What points at another sentence where a list of words cannot tell."""
    slips: re.Pattern[str]
    """Slips of the writer's that no post should carry."""
    connectives: re.Pattern[str]
    """What begins a sentence and can go without a comma after it."""
    inside: Inside
    """What answers another sentence from inside, and can go."""
    resolving: re.Pattern[str]
    """What opens an answer to a problem told before ("To avoid this, "), and can go."""
    concluding: re.Pattern[str]
    """What shows a sentence to be what its writer comes to."""
    announcing: re.Pattern[str]
    """What promises things that follow, in a sentence that a full stop may end."""
    finite: re.Pattern[str]
    """What a whole sentence has; all of them do where the language has no pattern for it."""
    generic_leads: Listed
    """What stands over lists of any kind and says nothing of this one."""
    auxiliaries: frozenset[str]
    plain_verbs: frozenset[str]
    """Verbs as a plural subject takes them; most are nouns too."""
    imperatives: frozenset[str]
    """Verbs that tell a reader what to do, in lower case."""
    self_words: frozenset[str]
    """Single words of `first_person`, in lower case."""
    group_words: frozenset[str]
    """Single words of `first_person_plural`, in lower case."""
    reader_words: frozenset[str]
    """Words that address the reader, in lower case."""
    shared_nouns: frozenset[str]
    """Nouns that with an article of their own mean the one that everybody knows."""
    summing_nouns: frozenset[str]
    """Nouns that with one mean what was said before."""
    bodies: frozenset[str]
    """Words, as they are written, that end the names of places and bodies."""


@cache
def discourse(language: str) -> Discourse:
    """The function words of *language*; patterns that never match where the language has no list."""
    path = shipped("assets") / "lexicons" / "discourse" / f"{language}.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}

    def first(name: str) -> Listed:
        return _listed(lists.get(name, ()), language, prefix=r"\s*[\"'“‘«„(\[¿¡「『*_]*")

    def anywhere(name: str) -> Listed:
        return _listed(lists.get(name, ()), language, prefix="")

    return Discourse(
        language=language,
        openers=first("openers"),
        free_openers=first("free_openers"),
        echoes=anywhere("echoes"),
        fleeting=anywhere("fleeting"),
        markers=first("markers"),
        contrasts=first("contrasts"),
        turns=anywhere("turns"),
        scenarios=first("scenarios"),
        deictics=anywhere("deictics"),
        warm_ups=anywhere("warm_ups"),
        hype=anywhere("hype"),
        hedges=anywhere("hedges"),
        negations=anywhere("negations"),
        conditions=anywhere("conditions"),
        risks=anywhere("risks"),
        news=anywhere("news"),
        definitions=anywhere("definitions"),
        first_person=anywhere("first_person"),
        first_person_plural=_or_ending(
            anywhere("first_person_plural"), lists.get("group_endings", ()), lists.get("not_group", ())
        ),
        leaning=_placed(lists.get("leaning", ())),
        slips=_patterns(lists.get("slips", ())),
        connectives=_patterns(lists.get("connectives", ()), start=r"\A"),
        resolving=_patterns(lists.get("resolving", ()), start=r"\A"),
        concluding=_patterns(lists.get("concluding", ())),
        inside=_inside(lists.get("inside", ()), lists.get("set_off", ()), lists.get("joining", ())),
        announcing=_patterns(lists.get("announcing", ())),
        finite=_patterns(lists.get("finite", ("",))),
        generic_leads=anywhere("generic_leads"),
        auxiliaries=frozenset(lists.get("auxiliaries", ())),
        plain_verbs=frozenset(lists.get("plain_verbs", ())),
        imperatives=frozenset(lists.get("imperatives", ())),
        self_words=frozenset(map(str.lower, lists.get("first_person", ()))),
        group_words=frozenset(map(str.lower, lists.get("first_person_plural", ()))),
        reader_words=frozenset(lists.get("second_person", ())),
        shared_nouns=frozenset(lists.get("shared_nouns", ())),
        summing_nouns=frozenset(lists.get("summing_nouns", ())),
        bodies=frozenset(lists.get("bodies", ())),
    )


def _listed(entries: Sequence[str], language: str, *, prefix: str) -> Listed:
    """One pattern for all *entries*, the longest first, curly and straight apostrophes alike."""
    longest_first = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    if not longest_first:
        return Listed(_NEVER, frozenset())
    choice = "|".join(re.escape(entry).replace("'", "['’]") for entry in longest_first)
    if language in UNSPACED:
        return Listed(re.compile(f"{prefix}(?:{choice})"), None)
    before = "" if prefix else rf"(?<![{_IN_WORDS}'’])"
    # "j'" is a word before any other.
    after = "" if language in _PREFIXED else rf"(?:(?<=['’])|(?![{_IN_WORDS}]|['’]\w))"
    pattern = re.compile(f"{prefix}{before}(?:{choice}){after}", re.IGNORECASE)
    if language in _PREFIXED or any(entry.endswith("'") for entry in longest_first):
        return Listed(pattern, None)
    # The longest word of an entry is its rarest, as a rule.
    return Listed(pattern, frozenset(fold_apostrophes(max(words(entry, language), key=len)) for entry in longest_first))


def _or_ending(listed: Listed, endings: Sequence[str], excepted: Sequence[str]) -> Listed:
    """*listed*, and every word with one of *endings*: verbs of a language that needs no "we"; none of *excepted*."""
    if not endings:
        return listed
    verb = rf"\b(?!(?:{'|'.join(excepted)})\b)\w{{2,}}(?:{'|'.join(endings)})\b"
    return Listed(re.compile(f"{listed.pattern.pattern}|{verb}", re.IGNORECASE), None)


def _patterns(entries: Sequence[str], *, start: str = "") -> re.Pattern[str]:
    """One pattern for all *entries*, which are regular expressions, curly and straight apostrophes alike."""
    if not entries:
        return _NEVER
    choice = "|".join(entry.replace("'", "['’]") for entry in entries)
    return re.compile(f"{start}(?:{choice})", re.IGNORECASE)


def _placed(entries: Sequence[str]) -> Placed:
    return Placed(
        _patterns([entry for entry in entries if entry.startswith("^")]),
        _patterns([entry for entry in entries if not entry.startswith("^")]),
    )


def _inside(bare: Sequence[str], set_off: Sequence[str], joining: Sequence[str]) -> Inside:
    if not bare and not set_off:
        return Inside(_NEVER, ())

    def choice(entries: Sequence[str]) -> str:
        return "|".join(re.escape(entry).replace("'", "['’]") for entry in sorted(entries, key=len, reverse=True))

    unjoined = "".join(rf"(?<!\b{re.escape(word)})" for word in joining)
    both = choice((*bare, *set_off))
    alone = rf"|(?<=[{_IN_WORDS}]){unjoined} (?:{choice(bare)})(?=,? [{_IN_WORDS}])" if bare else ""
    last = rf"|(?<=[{_IN_WORDS}]),? (?:{choice(bare)})(?=[.!]\Z)" if bare else ""
    pattern = re.compile(rf"(?<=[{_IN_WORDS}]), (?:{both}),(?= [{_IN_WORDS}]){alone}{last}", re.IGNORECASE)
    return Inside(pattern, tuple(word.lower() for word in (*bare, *set_off)))
