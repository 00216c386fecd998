"""Which stretches of a text stand between quotation marks?"""

from __future__ import annotations

import re

from repurpose.model import Span

__all__ = ["quotations"]

_PARAGRAPH = re.compile(r"[^\n]+")
# A single mark opens before a word and closes behind one; an apostrophe inside a word does neither.
_OPENS = re.compile(r"[“„”«»‹›「『]|(?<!\d)\"|(?<![^\W_])[‘‚'](?=\w)")
_CLOSES_SINGLE = re.compile(r"(?<=\S)['’‘](?!\w)")
_CLOSERS = {
    "“": "”",
    "„": "“”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    '"': '"',
}


def quotations(text: str) -> tuple[Span, ...]:
    """
    What is quoted in *text*, marks included, in order; rather too much than too little.

    A quotation that is not closed goes to the end of its paragraph. Between single marks it goes to the last one there
    that may close it; one without such a partner is an apostrophe.
    """
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        at, end = paragraph.span()
        last_single = max((one.end() for one in _CLOSES_SINGLE.finditer(text, at, end)), default=at)
        while mark := _OPENS.search(text, at, end):
            at = mark.end()
            closers = _CLOSERS.get(mark[0])
            if closers is not None:
                ends = [close for one in closers if (close := text.find(one, at, end)) >= 0]
                at = min(ends) + 1 if ends else end
            elif last_single > at:
                at = last_single
            else:
                continue
            found.append(Span(mark.start(), at))
    return tuple(found)
