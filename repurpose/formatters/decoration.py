"""Where do the emoji of a post stand: at the end of its first line, and of those list items that name a thing?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece, text_of
from repurpose.formatters.emojis import line_emojis, subject_emojis
from repurpose.formatters.gravity import is_grave
from repurpose.formatters.subject_lists import bare
from repurpose.text.counting import graphemes
from repurpose.text.emojis import find_emojis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.formatters.material import Material
    from repurpose.formatters.outline import Beat
    from repurpose.model import Summary

__all__ = ["decorated_hook", "decorated_list", "emojis_of", "thread_sign"]

# A caption's pointers, which stand for no subject.
_POINTERS = frozenset("✍👇👉🔗📌➡⬇🧵🔖📝")
_THREAD = "🧵"
# So many items of a list get a sign, and this part of them, or none does.
_FEWEST, _MOST_ITEMS = 2, 0.5


def emojis_of(summary: Summary, most: int, palette: Sequence[str]) -> tuple[str, ...]:
    """
    At most *most* emoji for the subject: those that the author's own caption has come first.

    Where no topic is known for certain, the caption's first one will do.
    """
    if most <= 0 or is_grave(summary):
        return ()
    caption = summary.article.author_caption or ""
    written = [span.of(caption) for span in find_emojis(caption)]
    own = [emoji for emoji in written if emoji[0] not in _POINTERS and (not palette or emoji in palette)]
    found = subject_emojis(summary, most, palette)
    steered = sorted(found, key=lambda emoji: emoji not in own)
    return tuple(steered or own[:1])[:most]


def decorated_hook(material: Material) -> Copy:
    """The hook with the aptest emoji at its end, unless that goes below the fold."""
    hook, fold = material.hook.copy, material.profile.fold
    decorated = (*hook, *(Piece(f" {emoji}", "emoji") for emoji in material.emojis[:1]))
    is_cut = fold is not None and graphemes(text_of(hook)) <= fold.graphemes < graphemes(text_of(decorated))
    return hook if is_cut else decorated


def thread_sign(material: Material) -> Copy:
    """The sign that more posts follow, where the subject, the brand's palette and its ceiling have room for it."""
    palette, allowed = material.settings.brand.emoji_palette, material.settings.emoji_on(material.profile.key)
    most = material.profile.emoji.maximum if allowed is None else min(allowed, material.profile.emoji.maximum)
    is_wanted = not palette or _THREAD in map(bare, palette)
    if not is_wanted or is_grave(material.summary) or len(find_emojis(material.hook.text)) >= most:
        return ()
    return (Piece(f" {_THREAD}", "emoji"),)


def decorated_list(part: Copy, beat: Beat, material: Material, used: list[str]) -> Copy:
    """
    *part* with an emoji behind each item that names a thing, while the post has room for more.

    Those that are *used* do not come again; what is put is added to them. Most items get one, or none does.
    """
    if not beat.is_list or beat.is_sectioned or is_grave(material.summary):
        return part
    told: list[Piece] = []
    found: list[str] = []
    count = 0
    for piece in part:
        told.append(piece)
        is_item = len(told) > 1 and told[-2].origin == "layout" and told[-2].text.strip() != ""
        count += is_item
        if not is_item or len(used) + len(found) >= material.most_emojis:
            continue
        emoji = line_emojis(
            piece.text, material.article.language, [*used, *found], material.settings.brand.emoji_palette
        )
        if emoji is not None:
            found.append(emoji)
            told.append(Piece(f" {emoji}", "emoji"))
    if len(found) < max(_FEWEST, count * _MOST_ITEMS):
        # One item among many with a sign looks like a slip.
        return part
    used.extend(found)
    return tuple(told)
