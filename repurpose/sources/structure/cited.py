"""Does a ``<cite>`` in a quotation say who said it?"""

from __future__ import annotations

from repurpose.sources.cleaning import one_line

__all__ = ["with_credit_line"]

# Where a quotation can end before its credit, and what may stand around that.
_ENDS = frozenset(".!?…。！？؟।\"'”’»›」』)")
_AROUND = " \n\t\u00a0—–―-"
_CREDIT_CHARACTERS = 160


def with_credit_line(before: str, cited: str, after: str, *, is_below_text: bool) -> str | None:
    """
    The words of a quotation with what it *cited* as a credit on a line of its own; ``None`` where that names a work.

    A credit ends the quotation, after a sentence, a line or, where *is_below_text*, a paragraph of it.
    """
    said, name = before.rstrip(_AROUND), one_line(cited.strip(_AROUND))
    is_ended = said[-1:] in _ENDS or "\n" in before[len(said) :] if said else is_below_text
    if not is_ended or not name or len(name) > _CREDIT_CHARACTERS or after.strip(_AROUND):
        return None
    return f"{said}\n— {name}".lstrip()
