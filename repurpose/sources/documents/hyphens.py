"""Is the hyphen at the end of a printed line one of the word's own?"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["HyphenJoiner"]

_SOFT = "\u00ad"
_BEFORE = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?=-$)")
_AFTER = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "Pre- and post-war": a hyphen that waits for another word.
_WAITING = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of"})


class HyphenJoiner:
    """Joins the halves of words that line ends part, by what the same document prints elsewhere."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known = Counter(word.casefold() for line in lines for word in _WORD.findall(line))

    def joined(self, lines: Sequence[str]) -> Iterator[str]:
        """*lines*, with those that end inside a word joined to the next."""
        held = ""
        for above, below in zip(lines, [*lines[1:], ""], strict=True):
            held += above
            if (stem := self._stem(held, below)) is not None:
                held = stem
                continue
            yield held
            held = ""

    def _stem(self, above: str, below: str) -> str | None:
        """What of *above* comes right before *below*; ``None`` when a space comes between them."""
        if above.endswith(_SOFT):
            return above[:-1]
        head, tail = _BEFORE.search(above), _AFTER.match(below)
        if head is None or tail is None or tail[0] in _WAITING:
            return None
        if not tail[0][0].islower() or head[0][-1].isdigit():
            return above
        whole, parted = (head[0] + tail[0]).casefold(), f"{head[0]}-{tail[0]}".casefold()
        if self._known[whole]:
            return above[:-1]
        return above if self._known[parted] or "-" in head[0] or "-" in tail[0] else above[:-1]
