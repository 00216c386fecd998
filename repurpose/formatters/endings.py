"""What does a post say around the article's words: a question, whose view it is, where the article is, the hashtags?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.branded import branded_copy
from repurpose.formatters.copy import Copy, Piece, joined, text_of
from repurpose.formatters.voices import signature
from repurpose.formatters.wording import breaks_ban
from repurpose.model import KeyPointKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repurpose.formatters.material import Material
    from repurpose.formatters.outline import Beat

__all__ = ["early_attribution", "early_link", "endings", "first_comment", "link_line", "tag_line"]

_IN_TEXT = ("body", "last-post")


def endings(
    material: Material, told: Iterable[Beat], *, attributes_early: bool = False, has_sign_off: bool = False
) -> Copy:
    """
    The closing lines that the template wants and that apply to what was *told*; at most one question.

    A post that *attributes_early* leaves to `early_attribution` what a curator says before anything is claimed.
    """
    beats = tuple(told)
    said = {
        name: _line(name, material, beats)
        for name in material.template.endings
        if name != "opinion" or not (attributes_early and material.is_curator)
    }
    # One call is enough: what is saved is not asked about.
    lines = [line for name, line in said.items() if name != "question" or not said.get("save")]
    sign_off = material.settings.brand.sign_off if has_sign_off else None
    return joined([*lines, (Piece(sign_off, "settings"),) if sign_off else ()])


def first_comment(material: Material) -> str | None:
    """What is posted as the first comment: the link, where the platform wants it there."""
    if material.link is None or material.link_place != "first-comment":
        return None
    return material.phrases.say("first_comment", link=material.link) or material.link


def tag_line(material: Material) -> Copy:
    """The hashtags in one line."""
    return (Piece(" ".join(material.hashtags), "hashtags"),) if material.hashtags else ()


def attribution(material: Material) -> Copy:
    """
    Whose view it is: in opinion pieces always, otherwise where somebody else's article is shared.

    A curator says it before anything that is claimed, an owner at the end.
    """
    byline, title = material.article.byline or "", material.article.title or ""
    if _is_opinion(material):
        name = "opinion" if byline else "opinion_unsigned"
    elif material.is_curator and byline:
        name = "attribution"
    else:
        return ()
    # A title with a word that the brand never says goes unnamed.
    said = (material.phrases.copy(name, byline=byline, title=named) for named in (title, ""))
    return next((copy for copy in said if not breaks_ban(text_of(copy), material.settings)), ())


def _line(name: str, material: Material, told: Sequence[Beat]) -> Copy:
    kinds = {beat.kind for beat in told}
    match name:
        case "question":
            return _question(material, told)
        case "save" if KeyPointKind.STEP in kinds or any(beat.is_advice for beat in told):
            return material.phrases.copy("save_steps")
        case "opinion":
            return attribution(material)
        case "byline" if not material.is_curator and not _is_opinion(material):
            return _byline(material)
        case "link" if not material.template.has_early_link:
            return link_line(material)
    return ()


def _byline(material: Material) -> Copy:
    """Who wrote it, said where readers want to know whose words they read."""
    author = signature(material.article)
    return material.phrases.copy("attribution", byline=author, title="") if author else ()


def early_attribution(material: Material) -> Copy:
    """Whose view it is, where that is said before anything is claimed."""
    return attribution(material) if material.is_curator else ()


def early_link(material: Material) -> Copy:
    """The link right under the hook, where the template wants it there."""
    return link_line(material) if material.template.has_early_link else ()


def _question(material: Material, told: Sequence[Beat]) -> Copy:
    """The article's own question to its reader; else one that the kind of article allows, else none."""
    article = material.article
    if asked := material.outline.question:
        own: Copy = (Piece(asked.of(article.text), "article", (asked,)),)
        if question := branded_copy(own, material.settings, article.language):
            return question
    if _is_opinion(material) and any(beat.kind is KeyPointKind.CAVEAT for beat in told):
        return material.phrases.copy("question_caveat")
    if told and told[-1].is_advice and not told[-1].is_mixed:
        return material.phrases.copy("question_advice")
    return ()


def link_line(material: Material) -> Copy:
    """The link, or where it is found, if there is one."""
    link = material.link
    if link is None:
        return ()
    if material.link_place in _IN_TEXT:
        return (Piece(material.phrases.say("link_body", link=link) or link, "link"),)
    if material.link_place == "first-comment":
        return material.phrases.copy("link_comment")
    if material.link_place == "bio":
        return material.phrases.copy("link_bio")
    return ()


def _is_opinion(material: Material) -> bool:
    return any(note.kind == "opinion" for note in material.article.notes)
