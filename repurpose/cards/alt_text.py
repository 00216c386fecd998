"""What does a card say to somebody who does not see it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.cards.typesetting import TextBlock

__all__ = ["alt_text"]


def alt_text(texts: Sequence[TextBlock]) -> str:
    """
    The words as they stand on the card, then the credit and the source after a dash.

    Nothing is added, not even "quote card": it would be in one language, and screen readers say "image" by themselves.
    """
    words = " ".join(text.text for text in texts if text.slot not in {"credit", "source"})
    signature = ", ".join(text.text for text in texts if text.slot in {"credit", "source"})
    return f"{words} — {signature}" if signature else words
