"""
Whose words stand below a heading that is a name and a role?

In an article made of profiles, "Ada Vane, Boat Builder" stands over what she says as "I". The same headings stand over
what somebody else tells: of her, of places ("New Orleans, Louisiana"), of books and of tools. A wrong name is worse
than none, so whatever could be a sign of another voice leaves a section, or the whole article, to its author.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from repurpose.model import BlockKind
from repurpose.sources.measures import ends_sentence
from repurpose.sources.structure.turns import has_label
from repurpose.text.persons import given_names, is_personal, says_i

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.sources.pieces import Piece

__all__ = ["with_profiles"]

_HEADING = re.compile(r"([^,|–—:;?!]{3,60}?)(?:, | [–—|-] )\s*([^,\W\d_].{1,90})")
_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "ibn",
        "la",
        "le",
        "los",
        "ten",
        "ter",
        "van",
        "von",
    ]
)
_AROUND = "\"'“”„«»‘’()."
_WORD = re.compile(r"[^\W\d_]+")
_FULL = range(2, 5)
_LONGEST_ROLE = 12
_PROFILES = 3
# A list of given names knows many, and by far not all.
_GIVEN_SHARE = 1 / 3
# "We" is also a writer's, who means the readers.
_SINGULAR_SHARE = 1 / 3
_OWN_SHARE = 1 / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Profile:
    """A section under a name."""

    name: str
    body: range
    """Its pieces, up to the next heading of any level."""
    is_last: bool
    """No heading follows: the article may end in its author's words."""


def with_profiles(pieces: Sequence[Piece], *, language: str) -> tuple[Piece, ...]:
    """
    *pieces* in *language* with the speaker of every paragraph that stands in the first person below a name and a role.

    Only where three or more headings are, and most of their level, where at least half of their sections say "I" or
    "we", and where nobody says "I" outside them. What names the person is an introduction, and the author's.
    """
    spoken = list(pieces)
    for profiles in _by_level(pieces):
        own = [profile for profile in profiles if _is_own(profile, pieces, language)]
        if not own or not _are_own(profiles, own, pieces, language):
            continue
        for profile in own:
            for index in _said(profile, pieces, language):
                spoken[index] = replace(pieces[index], speaker=profile.name)
    return tuple(spoken)


def _by_level(pieces: Sequence[Piece]) -> Iterator[list[_Profile]]:
    """The sections of each level most of whose headings are people's names, where these make a list."""
    headings = [index for index, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING]
    ends = [*headings[1:], len(pieces)]
    for level in sorted({pieces[index].level for index in headings}):
        count = sum(pieces[index].level == level for index in headings)
        profiles = [
            _Profile(name=name, body=range(index + 1, end), is_last=end == len(pieces))
            for index, end in zip(headings, ends, strict=True)
            if pieces[index].level == level and (name := _name(pieces[index].text)) is not None
        ]
        names = {profile.name for profile in profiles}
        if len(names) >= _PROFILES and 2 * len(profiles) > count and _are_people(names):
            yield profiles


def _name(heading: str) -> str | None:
    """The name in a *heading* that is somebody's full name and role."""
    match = _HEADING.fullmatch(heading.strip())
    if match is None or ends_sentence(heading) or heading.endswith(":") or len(match[2].split()) > _LONGEST_ROLE:
        return None
    name, role = match[1].strip(), match[2]
    is_cased = role.lower() != role.upper()
    return name if is_cased and _is_full_name(name) else None


def _is_full_name(name: str) -> bool:
    words = [bare for word in name.split() if (bare := word.strip(_AROUND))]
    own = [word for word in words if word not in _PARTICLES]
    return (
        len(own) in _FULL
        and all(word[0].isupper() for word in own)
        and not any(map(str.isdigit, name))
        and not has_label(name)
    )


def _are_people(names: set[str]) -> bool:
    """Whether enough *names* begin with one that people are given: places, books and tools have the same form."""
    given = sum(any(word.casefold() in given_names() for word in _WORD.findall(name)[:-1]) for name in names)
    return given >= _GIVEN_SHARE * len(names)


def _is_own(profile: _Profile, pieces: Sequence[Piece], language: str) -> bool:
    """Whether a section says "I" or "we", and never in one paragraph with the name: that is how others tell of one."""
    body = [pieces[index] for index in profile.body]
    if any(piece.speaker is not None and piece.kind is not BlockKind.QUOTE for piece in body):
        return False
    personal = [piece.text for piece in body if _is_prose(piece) and is_personal(piece.text, language)]
    return bool(personal) and not any(_names(text, profile.name) for text in personal)


def _are_own(profiles: Sequence[_Profile], own: Sequence[_Profile], pieces: Sequence[Piece], language: str) -> bool:
    """Whether enough sections of *profiles* are in the first person, and nobody says "I" outside them."""
    inside = {index for profile in profiles for index in profile.body}
    singular = sum(
        any(_is_prose(pieces[index]) and says_i(pieces[index].text, language) for index in profile.body)
        for profile in own
    )
    return (
        len(own) >= _OWN_SHARE * len(profiles)
        and singular >= _SINGULAR_SHARE * len(profiles)
        and not any(
            _is_prose(piece) and piece.speaker is None and says_i(piece.text, language)
            for index, piece in enumerate(pieces)
            if index not in inside
        )
    )


def _said(profile: _Profile, pieces: Sequence[Piece], language: str) -> Iterator[int]:
    """The paragraphs of a section that are the person's own."""
    prose = [index for index in profile.body if _is_prose(pieces[index])]
    personal = {index for index in prose if is_personal(pieces[index].text, language)}
    # Below the last one that says "I" the article itself may come to its end.
    end = max(personal) + 1 if profile.is_last else profile.body.stop
    for index in prose:
        piece = pieces[index]
        is_told = ends_sentence(piece.text) and not piece.is_link and not _names(piece.text, profile.name)
        if index in personal or (index < end and is_told):
            yield index


def _is_prose(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH


def _names(text: str, name: str) -> bool:
    """Whether *text* has a part of *name*; an initial is none."""
    parts = {word for word in _WORD.findall(name) if len(word) > 1 and word not in _PARTICLES}
    return not parts.isdisjoint(_WORD.findall(text))
