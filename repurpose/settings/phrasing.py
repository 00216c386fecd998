"""Which phrases of ours does a post know, and which places for values may each of them have?"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from repurpose.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["LINK_PLACES", "OPINION_PLACES", "PHRASES", "Places", "phrase_problems", "place_problems", "places_in"]


class Places(NamedTuple):
    """The places of a text, written ``{link}``."""

    needed: tuple[str, ...] = ()
    """Without these the text says too little: a "Full article:" with nothing after it."""
    free: tuple[str, ...] = ()
    """It may have these; a phrase that has one is not said where the article gives no value for it."""


OPINION_PLACES = Places(free=("byline", "title"))
LINK_PLACES = Places(free=("platform", "format", "campaign"))

# The one list of names: packs in templates/phrases/, those of a brand and its `ctas` have these and no others.
PHRASES: Mapping[str, Places] = {
    "promise_two": Places(("a", "b")),
    "promise_three": Places(("a", "b", "c")),
    "continued": Places(("label",)),
    "opinion": OPINION_PLACES,
    "opinion_unsigned": Places(free=("title",)),
    "attribution": Places(("byline",), ("title",)),
    "link_body": Places(("link",)),
    "link_comment": Places(),
    "link_bio": Places(),
    "first_comment": Places(("link",)),
    "question_caveat": Places(),
    "question_advice": Places(),
    "save_steps": Places(),
    "hook_points": Places(("title", "count")),
    "hook_steps": Places(("title", "count")),
    "hook_brief": Places(("title",)),
}


def places_in(text: str) -> frozenset[str]:
    """The names of the places of *text*, in which there is nothing wrong."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def phrase_problems(path: str, name: str, entries: Sequence[str]) -> Iterator[str]:
    """What is wrong with the *entries* of the phrase *name* that stand at *path*."""
    if name not in PHRASES:
        yield f"{path}: unknown phrase{did_you_mean(name, tuple(PHRASES))}; known: {', '.join(PHRASES)}"
        return
    for index, entry in enumerate(entries):
        # The brand's account may stand in all of them.
        places = PHRASES[name]._replace(free=(*PHRASES[name].free, "handle"))
        yield from place_problems(f"{path}.{index}", entry, places)


def place_problems(path: str, text: str, places: Places) -> Iterator[str]:
    """What is wrong with the *text* at *path*, and with its places."""
    if not text.strip():
        yield f"{path}: is empty"
        return
    try:
        found = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        yield f"{path}: '{text}' has a brace without its partner; a brace itself is written twice"
        return
    known = (*places.needed, *places.free)
    for _, name, form, conversion in found:
        if name not in known:
            others = f"known: {', '.join(f'{{{one}}}' for one in known)}" if known else "there are none here"
            yield f"{path}: unknown place {{{name}}}{did_you_mean(name or '', known)}; {others}"
        elif form or conversion:
            yield f"{path}: a place is its name and nothing else: {{{name}}}"
    said = [part[1] for part in found]
    yield from (f"{path}: lacks the place {{{name}}}" for name in places.needed if name not in said)
