"""Which words stand before a name in the article, as a first name does?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.linter.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["words_before_names"]

# At the beginning of a sentence every word has a capital.
_PAIR = re.compile(r"(?P<inside>(?<=[\w,;)] ))?(?<!\w)(?P<word>[^\W\d_][^\W_]+) (?=(?P<name>[^\W\d_][^\W_]+))")
# So that an article that is one long list of names costs no more than others.
_MOST = 12


def words_before_names(text: str) -> Mapping[str, Mapping[str, bool]]:
    """
    For every word with a capital, folded, the different words with a capital directly before it.

    Each with whether it stands there inside a sentence too.
    """
    found: dict[str, dict[str, bool]] = {}
    for match in _PAIR.finditer(text):
        word, name = match["word"], match["name"]
        if word[0].isupper() and name[0].isupper():
            before = found.setdefault(fold(name), {})
            if word in before or len(before) < _MOST:
                before[word] = before.get(word, False) or match["inside"] is not None
    return found
