"""Which marks does a language put around a quotation, after a label and between the parts of a title?"""

from __future__ import annotations

import re

from repurpose.text.words import UNSPACED

__all__ = ["TITLE_JOINT", "between_sentences", "closed", "own_colon", "quotation_marks", "under_label", "with_colon"]

TITLE_JOINT = re.compile(r"\s*[:：|]\s+|\s+[–—-]\s+|：")
"""What parts a title from what it says of it; not the colon of a time or a score."""
_QUOTATION_MARKS = {
    "ar": "«»",
    "de": "„“",
    "es": "«»",
    "fr": ("«\u00a0", "\u00a0»"),
    "it": "«»",
    "ja": "「」",
    "ru": "«»",
    "uk": "«»",
}
_COLONS = {"fr": "\u00a0:", "ja": "：", "zh": "："}
_ENDS = ("?", "？", "؟", "!", "！")


def between_sentences(language: str) -> str:
    """What stands between two sentences in *language*: a space, or nothing."""
    return "" if language in UNSPACED else " "


def quotation_marks(language: str) -> tuple[str, str]:
    """What opens and what closes a quotation in *language*."""
    opening, closing = _QUOTATION_MARKS.get(language, "“”")
    return opening, closing


def with_colon(label: str, language: str) -> str:
    """*label* with the colon of *language* after it; without one where it asks or calls, or has a colon inside."""
    bare = label.rstrip(" \u00a0\u202f:：")
    is_parted = ": " in bare or "：" in bare or "\u00a0:" in bare
    return bare if bare.endswith(_ENDS) or is_parted else bare + _COLONS.get(language, ":")


def own_colon(lead_in: str, language: str) -> str:
    """*lead_in* with the colon that *language* writes in place of another at its end."""
    bare = lead_in.rstrip(" \u00a0\u202f:：")
    return lead_in if bare == lead_in or language not in _COLONS else bare + _COLONS[language]


def under_label(label: str, text: str, language: str) -> str:
    """*text* behind its *label*, which needs no colon where it asks or calls."""
    bare = label.rstrip(" \u00a0\u202f:：")
    colon = "" if bare.endswith(_ENDS) else _COLONS.get(language, ":")
    return f"{bare}{colon}{'' if language in UNSPACED else ' '}{text}"


def closed(text: str) -> str:
    """*text* with the quotation that was cut at a sentence's end closed again."""
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“")):
        if text.count(opening) > text.count(closing) and opening in text:
            return f"{text} »" if closing == "»" else f"{text}{closing}"
    return text
