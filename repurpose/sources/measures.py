"""How much running text does a piece hold?"""

from __future__ import annotations

import re

__all__ = ["ends_sentence", "is_title_like", "word_count"]

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]\S*")
_SENTENCE_END = re.compile(r"[.!?。！？।؟…။።។۔]['\"”’»)\]]*$")
_TITLE_WORDS = 25
_OPENERS = re.compile(r"^[\W_]*[^\W_]")


def word_count(text: str) -> int:
    """Words in *text*; scripts without spaces count two characters as one word."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return len(_WORD.findall(text)) + unspaced // 2


def ends_sentence(text: str) -> bool:
    """Whether *text* ends like a sentence, closing quotation marks and brackets aside."""
    return _SENTENCE_END.search(text) is not None


def is_title_like(text: str) -> bool:
    """Whether *text* could be a title or a heading: short, begins like one, no full stop at its end."""
    if "\n" in text or not 0 < word_count(text) <= _TITLE_WORDS or not _OPENERS.match(text):
        return False
    return not text.endswith((".", ":", ",", ";", "。", "।", "…", "،", "；", "：")) or text.endswith("...?")
