"""How does a post end: a question, whose opinion it is, where the article is, the hashtags?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, joined, phrase
from repurpose.model import KeyPointKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repurpose.formatters.material import Material
    from repurpose.formatters.outline import Beat

__all__ = ["endings", "first_comment", "tag_line"]

_IN_TEXT = ("body", "last-post")


def endings(material: Material, told: Iterable[Beat]) -> Copy:
    """The closing lines that the template wants and that apply to what was *told*; at most one question."""
    kinds = {beat.kind for beat in told}
    lines = [_line(name, material, kinds) for name in material.template.endings]
    sign_off = material.settings.brand.sign_off if material.template.shape == "long" else None
    return joined([*lines, (Piece(sign_off, "settings"),) if sign_off else ()])


def first_comment(material: Material) -> str | None:
    """What is posted as the first comment: the link, where the platform wants it there."""
    if material.link is None or material.link_place != "first-comment":
        return None
    return material.phrases.say("first_comment", link=material.link) or material.link


def tag_line(material: Material) -> Copy:
    """The hashtags in one line."""
    return (Piece(" ".join(material.hashtags), "hashtags"),) if material.hashtags else ()


def _line(name: str, material: Material, kinds: set[KeyPointKind]) -> Copy:
    say = material.phrases.say
    match name:
        case "question" if KeyPointKind.CAVEAT in kinds and _is_opinion(material):
            return phrase("question_caveat", say("question_caveat"))
        case "save" if KeyPointKind.STEP in kinds:
            return phrase("save_steps", say("save_steps"))
        case "opinion":
            return _attribution(material)
        case "link" if material.link is not None:
            return _link(material, material.link)
    return ()


def _attribution(material: Material) -> Copy:
    """Whose view it is: for opinion pieces always, otherwise where somebody else's article is shared."""
    byline = material.article.byline
    if _is_opinion(material):
        name = "opinion" if byline else "opinion_unsigned"
        return phrase(name, material.phrases.say(name, byline=byline or ""))
    if material.settings.brand.stance == "curator" and byline:
        return phrase("attribution", material.phrases.say("attribution", byline=byline))
    return ()


def _link(material: Material, link: str) -> Copy:
    if material.link_place in _IN_TEXT:
        return (Piece(material.phrases.say("link_body", link=link) or link, "link"),)
    if material.link_place == "first-comment":
        return phrase("link_comment", material.phrases.say("link_comment"))
    if material.link_place == "bio":
        return phrase("link_bio", material.phrases.say("link_bio"))
    return ()


def _is_opinion(material: Material) -> bool:
    return any(note.kind == "opinion" for note in material.article.notes)
