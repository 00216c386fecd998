"""How long is a text on X, and would X take it?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from repurpose.text import urls
from repurpose.text.emojis import replace_emojis
from repurpose.text.entities import has_invalid_characters

__all__ = ["V1", "V2", "V3", "Weights", "is_valid", "weigh"]

URL_LENGTH = 23

_HEAVY = re.compile("[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]++")
# One emoji as long as it can be written: what stands in for every emoji while the rest is weighed.
_EMOJI = "\U0001f600"
# What twitter-text takes for one emoji although it is not fully qualified: a key, an eye in a speech bubble.
_SHORTENED = re.compile("[#*0-9]\u20e3|\U0001f441\u200d\U0001f5e8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One published configuration of twitter-text."""

    maximum: int
    has_heavy: bool
    """Characters outside of the light ranges weigh 2, not 1."""
    has_emoji: bool
    """An emoji weighs 2, however many code points it has."""


V1 = Weights(maximum=140, has_heavy=False, has_emoji=False)
V2 = Weights(maximum=280, has_heavy=True, has_emoji=False)
V3 = Weights(maximum=280, has_heavy=True, has_emoji=True)


def weigh(text: str, weights: Weights = V3) -> int:
    """The weighted length of *text* after composition (NFC): V3 is what X counts today."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if weights.has_emoji:
            text = replace_emojis(text, _EMOJI)
    weight = 0
    end_before = 0
    for start, _, url in urls.find(text, urls.X, schemeless=True):
        weight += _weigh_part(text[end_before:start], weights) + URL_LENGTH
        # As far as the link, which may be less than its span: as twitter-text has it.
        end_before = start + len(url)
    return weight + _weigh_part(text[end_before:], weights)


def _weigh_part(text: str, weights: Weights) -> int:
    """The weight of a text without addresses."""
    if text.isascii() or not weights.has_heavy:
        return len(text)
    if weights.has_emoji and ("\u20e3" in text or "\U0001f5e8" in text):
        text = _SHORTENED.sub(_EMOJI, text)
    return 2 * len(text) - len(_HEAVY.sub("", text))


def is_valid(text: str, weights: Weights = V3) -> bool:
    """Whether X takes *text* as a post: not empty, not too long, without the characters that it refuses."""
    return not has_invalid_characters(text) and 0 < weigh(text, weights) <= weights.maximum
