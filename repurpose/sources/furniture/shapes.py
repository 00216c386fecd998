"""Which lines are furniture by their shape, whatever their words: breadcrumbs, arrows, bare addresses, embeds?"""

from __future__ import annotations

import re

from repurpose.sources.furniture.dates import is_date_line
from repurpose.sources.furniture.lexicon import furniture_words, normalised_line
from repurpose.sources.measures import ends_sentence, word_count

__all__ = ["is_breadcrumb", "is_dated_row", "shape_kind"]

_SHORT_WORDS = 18
_SEPARATOR = re.compile(r"\s*[|·•»›>→⋅∙／]\s*|\s+[-–—/]\s+")
# "Home > Travel > Where to stay?": arrows point down to a title; "Settings > Sound" is a step of an instruction.
_PATH = re.compile(r"^[^>›»:：]{2,30}(?:[>›»][^>›»]{2,42}){1,4}[>›»]\s*(?:[^>›»\s]+\s+){2,18}[^>›»\s]+$")
_DOWN = re.compile(r"\s[>›»]\s")
_FEWEST_CRUMBS = 2
_CRUMBS = 3
_ROW_PARTS = 4
_FACT_WORDS = 7
# Labels side by side in a script that parts no words: whoever writes a text there sets a comma between them.
_LABELS = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff]{2,8}(?:\s+[\u3040-\u30ff\u3400-\u9fff]{2,8}){2,}$")
_ROW_WORDS = 4
# "« Older post", "Next: the bridge »", but not «a quotation».
_ARROW = re.compile(r"^[«‹←⟵◀◄↩⇐]\s*[^»›]*$|^[^«‹]*[»›→⟶▶►⇒]$")
_ADDRESS = re.compile(r"(?:<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w{2,}|@\w[\w.]*)", re.IGNORECASE)
# "— Jane Doe (@jane) May 3, 2020" below an embedded post, "A post shared by Jane (@jane)".
_EMBED = re.compile(r"^[—–-]\s*\S.{0,60}\(@\w+\)|^.{0,60}\((?:@[\w.]+)\)(?:\s+\S{1,3})?\s.{0,40}\d{4}(?:,? .{0,22})?$")
# "[gallery ids="1,2"]": a command of the site's software that nobody carried out.
_SHORTCODE = re.compile(r"^\[/?\w[\w-]*\s[^\]=]{1,40}=[^\]]*\]$")


def shape_kind(text: str) -> str | None:
    """The kind of furniture that a line has the shape of: ``navigation``, ``share``; ``None`` for any other line."""
    if len(text) > 200 or "\n" in text or word_count(text) > _SHORT_WORDS:  # noqa: PLR2004 - a line, not a paragraph
        return None
    if _ADDRESS.fullmatch(text.strip(" .,;:()[]")):
        return "contact"
    if _EMBED.search(text) or _SHORTCODE.match(text):
        return "embed"
    if ends_sentence(text):
        return None
    if _LABELS.match(text):
        return "menu"
    return "navigation" if _ARROW.match(text) else None


def is_dated_row(text: str) -> bool:
    """Whether *text* is a row of facts about the post with its day: ``5 May 2020 | Travel | 3 comments``."""
    if len(text) > 200 or "\n" in text or ends_sentence(text):  # noqa: PLR2004 - a line, not a paragraph
        return False
    parts = [part for part in _SEPARATOR.split(text) if part]
    is_short = all(word_count(part) <= _FACT_WORDS for part in parts)
    return len(parts) >= _CRUMBS and is_short and any(map(is_date_line, parts))


def is_breadcrumb(text: str) -> bool:
    """Whether *text* is a row of links or of facts about the post: short parts with signs between them."""
    if len(text) > 200 or "\n" in text:  # noqa: PLR2004 - a line, not a paragraph
        return False
    if _PATH.match(text) is not None:
        return True
    if ends_sentence(text):
        return False
    label, _, rest = text.partition(": ")
    if furniture_words().starts.get(normalised_line(label)) == "navigation":
        text = rest
    parts = [part for part in _SEPARATOR.split(text) if part]
    if len(parts) >= _ROW_PARTS and word_count(text) <= _ROW_WORDS * len(parts):
        return True
    if len(parts) < _FEWEST_CRUMBS:
        return False
    lines = furniture_words().lines
    # "Home » The late bridge"
    if _DOWN.search(text) and lines.get(normalised_line(parts[0])) == "navigation":
        return True
    known = sum(lines.get(normalised_line(part)) in {"navigation", "share", "comment", "legal"} for part in parts)
    return known >= 1 and (known == len(parts) or (len(parts) >= _CRUMBS and normalised_line(parts[0]) in lines))
