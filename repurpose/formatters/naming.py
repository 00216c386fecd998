"""Who and what is meant by a bare name or a short form, for whom has not read the article?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repurpose.formatters.copy import Copy, Piece
from repurpose.summarizer.names import with_full_name
from repurpose.summarizer.short_forms import short_forms_in, spelled_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from repurpose.formatters.material import Material
    from repurpose.model import Span

__all__ = ["in_full", "named"]


def named(parts: Sequence[Copy], material: Material) -> list[Copy]:
    """*parts* with the first bare name of somebody whom the hook does not name made whole."""

    def whole(text: str, said: str) -> tuple[str, tuple[Span, ...]]:
        unsaid = {part: full for part, full in material.names.items() if full[0] not in said}
        return with_full_name(text, unsaid)

    return _reworded(parts, material, whole)


def in_full(parts: Sequence[Copy], material: Material) -> list[Copy]:
    """*parts* with the first of each short form spelled out as the English article does it."""
    forms = short_forms_in(material.article.text) if material.article.language == "en" else {}
    return _reworded(parts, material, lambda text, said: spelled_out(text, said, forms)) if forms else list(parts)


def _reworded(
    parts: Sequence[Copy], material: Material, change: Callable[[str, str], tuple[str, tuple[Span, ...]]]
) -> list[Copy]:
    """*parts* with what *change* makes of their words, given what was said before; quotations stay as they are."""
    said = material.hook.text
    result: list[Copy] = []
    for part in parts:
        pieces = list(part)
        for index, piece in enumerate(pieces):
            is_quoted = index > 0 and pieces[index - 1].origin == "quotation"
            if piece.origin == "article" and not is_quoted and "“" not in piece.text:
                text, where = change(piece.text, said)
                pieces[index] = Piece(text, piece.origin, (*piece.sources, *where))
            said += pieces[index].text
        result.append(tuple(pieces))
    return result
