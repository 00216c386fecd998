"""What does a card say? The words, who says them, and the phrase that is brought out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from unicodedata import category, normalize

import regex

from repurpose.errors import CardError
from repurpose.model import Figure, KeyPoint, Quote, Span
from repurpose.text.terms import has_term

if TYPE_CHECKING:
    from repurpose.settings import Settings

__all__ = ["CardContent", "clean", "contents", "monogram"]

# Enough for any card; a longer text is refused without being measured to its end.
LONGEST = 2000

_SPACES = regex.compile(r"[\s--[\u00A0\u2007\u202F]]+", regex.VERSION1)
_EDGES = regex.compile(r"^[\s\u200B]+|[\s\u200B]+$")
_VISIBLE = regex.compile(r"[^\p{C}\p{Z}]")
_WORD = regex.compile(r"(?<![\p{L}\p{M}\p{N}’'\-])\p{L}\p{M}*")
_QUOTED = regex.compile(r"“([^“”]+)”|\"([^\"]+)\"|«\s?([^«»]+?)\s?»|„([^„“”]+)[“”]|「([^「」]+)」")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContent:
    """The words of one card."""

    kind: Literal["quote", "statement"]
    """Only a quotation gets quotation marks."""
    words: str
    credit: str | None
    """Who says it."""
    source: str | None
    """Where it stands: a publication, a campaign, the title of an article."""
    emphasis: tuple[int, int] | None
    """First and last character of the phrase in `words` that is brought out."""
    spans: tuple[Span, ...] = ()


def contents(
    content: str | Quote | KeyPoint | Figure,
    *,
    settings: Settings,
    credit: str | None,
    source: str | None,
    emphasis: str | None,
) -> tuple[CardContent, ...]:
    """
    What a card may say, best first: a key point can be said in several lengths.

    The speaker of a quotation signs it, whatever *credit* says, and nobody is invented: without a speaker, a *credit*
    and a brand that owns the article, the card carries its *source* alone. No line has a word that the brand has
    banned: a signature goes, of a key point's lengths those with one. Raises `CardError` for a text that cannot be set
    at all, and for words or a speaker that the brand does not show.
    """
    banned = settings.brand.banned_words
    speaker = content.speaker if isinstance(content, Quote) else None
    if speaker is None and credit is None and settings.brand.stance == "owner":
        credit = settings.brand.name
    place = source or settings.cards.source or (credit if speaker and speaker != credit else None)
    signs = clean(speaker or credit or "", slot="credit") or None
    place = clean(place or "", slot="source") or None
    if speaker and has_term(signs or "", banned):
        # Without their name, somebody's words would be another's.
        raise CardError("the speaker's name has a word that the brand has banned")
    signs, place = (None if has_term(line or "", banned) else line for line in (signs, place))
    sayings = [(words, spans) for words, spans in _sayings(content) if not has_term(words, banned)]
    if not sayings:
        raise CardError("the words have one that the brand has banned")
    return tuple(
        CardContent(
            kind="statement" if isinstance(content, KeyPoint | Figure) else "quote",
            words=words,
            credit=signs,
            source=place if place != signs else None,
            emphasis=_find(emphasis or (content.value if isinstance(content, Figure) else None), words),
            spans=spans,
        )
        for words, spans in sayings
    )


def clean(text: str, *, slot: str) -> str:
    """
    The *text* in NFC, with single spaces and without soft hyphens; empty where nothing of it is visible.

    Raises `CardError` for control characters: nobody knows what they should look like.
    """
    joined = _EDGES.sub("", _SPACES.sub(" ", text[: LONGEST + 1].replace("\u00ad", "")))
    for index, character in enumerate(joined):
        if category(character) in {"Cc", "Cs"}:
            raise CardError(f"the {slot} has the control character U+{ord(character):04X} at {index}; take it out")
    if len(joined) > LONGEST:
        raise CardError(f"the {slot} has more than {LONGEST} characters; a card holds about 180")
    return normalize("NFC", joined) if _VISIBLE.search(joined) else ""


def monogram(name: str) -> str:
    """The initials of *name*: first and last word of what stands before a comma; empty where it has no letters."""
    initials = _WORD.findall(name.split(",", maxsplit=1)[0])
    # U+200C keeps Arabic letters from joining into a word.
    return "\u200c".join((initials[0], initials[-1]) if len(initials) > 1 else initials).upper()


def _sayings(content: str | Quote | KeyPoint | Figure) -> list[tuple[str, tuple[Span, ...]]]:
    """The words to try, each with its places in the article."""
    if isinstance(content, KeyPoint):
        # A lead-in with its items is no sentence: it would run together.
        said = [(rendition.text, rendition.spans) for rendition in content.renditions if not rendition.items]
        found = [(clean(text, slot="key point"), spans) for text, spans in said or [(content.text, content.spans)]]
    elif isinstance(content, Quote):
        found = [(_unquoted(clean(content.text, slot="quote")), (content.span,))]
    elif isinstance(content, Figure):
        found = [(clean(content.text, slot="figure"), (content.span,))]
    else:
        found = [(_unquoted(clean(content, slot="text")), ())]
    if not any(words for words, _ in found):
        raise CardError("there are no words to put on the card")
    return [(words, spans) for words, spans in found if words]


def _unquoted(text: str) -> str:
    """The *text* without quotation marks around the whole of it: the design draws them."""
    match = _QUOTED.fullmatch(text)
    return next(group for group in match.groups() if group) if match else text


def _find(phrase: str | None, words: str) -> tuple[int, int] | None:
    """
    Where *phrase* stands in *words* as whole words, in any case, with the sign that follows it.

    ``None`` where it does not, and where it is all of the words: then nothing is brought out.
    """
    if not phrase:
        return None
    wanted = regex.escape(normalize("NFC", phrase.strip()), special_only=True)
    match = regex.search(rf"(?<![\p{{L}}\p{{N}}]){wanted}(?![\p{{L}}\p{{N}}])[.,;:!?…]*", words, regex.IGNORECASE)
    return match.span() if match and len(match[0]) < len(words) else None
