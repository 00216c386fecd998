"""
Who says what in an interview?

A paragraph that begins with a word and a colon is a turn only where there is proof of people: a question and an answer
by their own names (``Q:`` and ``A:``), somebody who asks, initials or a first name that a full name in the text
resolves, a host, or two full names. "Problem: ..." and "Solution: ..." are labels, however often they alternate.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.furniture.lexicon import furniture_words
from repurpose.sources.measures import ends_sentence
from repurpose.text.persons import given_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from repurpose.sources.pieces import Piece

__all__ = ["has_label", "prefix_of", "with_speakers", "without_prefix"]

_PREFIX = re.compile(r"([^\W\d_][\w.'’ \-]{0,40}?)\s?[:：]\s+(?=\S)")
_CJK_PREFIX = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7afA-Za-z・]{1,12})[:：]\s*(?=\S)")
# "SP – And then?": initials before a dash.
_DASH_PREFIX = re.compile(r"([A-ZÀ-ÞА-ЯЁІЇЄ]{1,4})\s?[–—-]\s+(?=\S)")
_NAME_WORDS = 4
_NAME = re.compile(
    r"(?<![\w'’-])[A-ZÀ-ÞА-ЯЁІЇЄ][\w'’-]++(?: (?:[A-ZÀ-ÞА-ЯЁІЇЄ][\w'’.-]*|de|da|di|van|von|der|la|le))+",
)
# "Hi! I'm Ada, an engineer."
_I_AM = re.compile(r"^I['’]m ")
_WORD = re.compile(r"[^\W\d_]+")
_TURNS = 2
_LONGEST_NAME = 6
# So many questions, and as many answers, are proof of a talk.
_QUESTIONS = 3


def with_speakers(pieces: Sequence[Piece], *, known: Sequence[str | None] = ()) -> tuple[Piece, ...]:
    """
    *pieces* with the speaker of every turn, without the "Name:" before it.

    Only where at least two people take turns, each of them twice; once where they are a question and its answer, or
    where all is turns. A paragraph between two turns under one heading is of the speaker above it. A name in the text
    or in what else is *known* (title, byline) replaces its short form; ``Q`` and ``A`` stay the speakers where nothing
    tells who they are: nobody is invented.
    """
    words = furniture_words()
    prefixes = _with_aliases([prefix_of(piece) for piece in pieces])
    asking = {prefix for prefix, piece in zip(prefixes, pieces, strict=True) if prefix and _asks(piece.text)}
    # "ZEIT: Allein?": the name of a paper may be a word that labels a fact.
    papers = {prefix for prefix in asking if prefix.isupper()}
    counts = Counter(
        prefix for prefix in prefixes if prefix and (prefix in papers or prefix.casefold() not in words.labels)
    )
    roles = _roles(counts)
    is_all_talk = bool(asking) and len(counts) > 1 and sum(counts.values()) == len(pieces)
    speakers = roles | {name for name, count in counts.items() if count >= _TURNS or is_all_talk}
    turns = sum(counts[name] for name in speakers)
    if len(speakers) < 2 or turns < 2 * _TURNS - (bool(roles) or is_all_talk):  # noqa: PLR2004 - a talk takes two
        return tuple(pieces)
    # Who takes turns often may also speak once more under another form, or a third person once.
    everybody = speakers | {name for name in counts if _is_name(name)}
    texts = [*filter(None, known), *(piece.text for piece in pieces)]
    names = _full_names(everybody, texts)
    if not roles and not _are_people(speakers, names, texts, list(zip(prefixes, pieces, strict=True))):
        return tuple(pieces)
    last_turn = _last_turns(pieces, prefixes, everybody)
    spoken: list[Piece] = []
    speaker: str | None = None
    for index, (piece, prefix) in enumerate(zip(pieces, prefixes, strict=True)):
        if prefix in everybody and prefix is not None:
            speaker = names[prefix]
            spoken.append(without_prefix(piece, speaker))
            continue
        if piece.kind is BlockKind.HEADING:
            speaker = None
        is_inside = (
            speaker is not None and piece.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and index < last_turn[index]
        )
        spoken.append(replace(piece, speaker=speaker) if is_inside else piece)
    return tuple(spoken)


def _asks(text: str) -> bool:
    return text.rstrip().endswith(("?", "？", "؟"))


def _with_aliases(prefixes: Sequence[str | None]) -> list[str | None]:
    """*prefixes* with the full name for a first or last name, where one person takes turns under both."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in {prefix for prefix in prefixes if prefix and _is_name(prefix)}:
        for short in (name.split()[0], name.split()[-1]):
            full[short].add(name)
    return [next(iter(full[prefix])) if prefix and len(full.get(prefix, ())) == 1 else prefix for prefix in prefixes]


def _roles(counts: Mapping[str, int]) -> set[str]:
    """The prefixes that stand for a question and for its answer in one language, where both are used."""
    for asks, answers in furniture_words().roles:
        if (questions := asks.intersection(counts)) and (replies := answers.intersection(counts)):
            return {*questions, *replies}
    return set()


def _are_people(
    speakers: set[str],
    names: Mapping[str, str],
    texts: Sequence[str],
    turns: Sequence[tuple[str | None, Piece]],
) -> bool:
    """Whether somebody among *speakers* is a person for certain."""
    # What a text also writes in lower case is a word of its language: "a symptom", "das".
    common = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    own = [(prefix, piece.text) for prefix, piece in turns if prefix is not None and prefix in speakers]
    said = Counter(prefix for prefix, _ in own)
    asked = Counter(prefix for prefix, text in own if "?" in text or "？" in text or "؟" in text)
    for speaker in speakers:
        parts = [word.casefold() for word in _WORD.findall(names[speaker])]
        if speaker.casefold() in furniture_words().hosts:
            return True
        if common.isdisjoint(parts) and (names[speaker] != speaker or 2 * asked[speaker] >= said[speaker]):
            return True
    if _is_questioning(asked, said) and not any(map(has_label, speakers)):
        return True
    full = [name for name in speakers if " " in name]
    ends = sum(ends_sentence(text) for _, text in own)
    return len(full) == len(speakers) and 2 * ends > len(own) and not any(map(has_label, full))


def _is_questioning(asked: Mapping[str, int], said: Mapping[str, int]) -> bool:
    """Whether one of two asks whenever it speaks, and the other hardly ever: "Standards team", "U.S. customs team"."""
    if len(said) != 2:  # noqa: PLR2004 - who asks, and who answers
        return False
    if not all(map(_is_name, said)):
        # "Objection: ...?" and "Rebuttal: ..." are labels.
        return False
    answers, asks = sorted(said, key=lambda name: asked[name] / said[name])
    return asked[asks] == said[asks] >= _QUESTIONS and 3 * asked[answers] <= said[answers] >= _QUESTIONS


def has_label(name: str) -> bool:
    """Whether a word of *name* labels what follows, and names nobody."""
    return any(word.casefold() in furniture_words().labels for word in name.split())


def prefix_of(piece: Piece) -> str | None:
    """The words before the colon or dash with which a paragraph begins, where they could be a name."""
    if piece.kind is not BlockKind.PARAGRAPH:
        return None
    match = _PREFIX.match(piece.text) or _CJK_PREFIX.match(piece.text) or _DASH_PREFIX.match(piece.text)
    if match is None:
        return None
    name = match[1].strip()
    is_capital = not name[0].islower() and all(
        word[0].isupper() or word in {"de", "van", "von", "der", "da", "team", "staff"}
        for word in name.split()
        if word[0].lower() != word[0].upper()
    )
    return name if is_capital and len(name.split()) <= _NAME_WORDS else None


def _is_name(prefix: str) -> bool:
    return len(prefix.split()) >= 2 and not prefix.isupper()  # noqa: PLR2004 - first and last name


def _last_turns(pieces: Sequence[Piece], prefixes: Sequence[str | None], speakers: set[str]) -> list[int]:
    """For every piece, the index of the last turn under the same heading."""
    last = [-1] * len(pieces)
    current = -1
    for index in range(len(pieces) - 1, -1, -1):
        if pieces[index].kind is BlockKind.HEADING:
            current = -1
        elif prefixes[index] in speakers:
            current = max(current, index)
        last[index] = current
    return last


def _full_names(speakers: set[str], texts: Sequence[str]) -> dict[str, str]:
    """Every speaker's full name, where exactly one name in *texts* has these initials, this first or this last name."""
    found: set[str] = set()
    # "As Ada said": what is written small elsewhere is no part of a name.
    small = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    for text in texts:
        for name in _NAME.findall(text):
            # A sentence may begin with another capital: "When Maria Falk ...".
            words = _I_AM.sub("", name).rstrip(".'’-").split()[:_LONGEST_NAME]
            found.update(
                " ".join(words[start:]) for start in range(len(words) - 1) if not _is_small(words[start], small)
            )
    by_short: defaultdict[str, set[str]] = defaultdict(set)
    for name in found:
        words = name.split()
        for short in ("".join(word[0] for word in words if word[0].isupper()), words[0], words[-1]):
            by_short[short].add(name)
    names: dict[str, str] = {}
    for speaker in sorted(speakers):
        fits = by_short.get(_short(speaker), set())
        # "Jan David Nose" also matches inside "Jan David Nose Says": the shortest one is the name.
        shortest = sorted(fits, key=lambda name: (len(name.split()), name))
        is_clear = bool(shortest) and all(name.startswith(shortest[0]) for name in shortest)
        names[speaker] = shortest[0] if is_clear else speaker
    return names


def _is_small(word: str, small: AbstractSet[str]) -> bool:
    """Whether *word* is one of the words that are written *small*; "Will" is a name all the same."""
    return word.lower() in small and word.lower() not in given_names()


def _short(speaker: str) -> str:
    """What stands for the full name in the table of names: initials of two to four words without dots, or one name."""
    bare = speaker.replace(".", "").replace(" ", "")
    return bare if bare.isupper() and 2 <= len(bare) <= 4 else speaker  # noqa: PLR2004 - see above


def without_prefix(piece: Piece, speaker: str) -> Piece:
    """*piece* as the words of *speaker*, without the name before them."""
    match = _PREFIX.match(piece.text) or _CJK_PREFIX.match(piece.text) or _DASH_PREFIX.match(piece.text)
    return replace(piece, text=piece.text[match.end() :], speaker=speaker, bold=0) if match else piece
