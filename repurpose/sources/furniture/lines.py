"""What is a line of page furniture, and which kind: share bar, byline, comment form, cookie banner, ...?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from repurpose.sources.furniture.lexicon import furniture_words, normalised_line
from repurpose.sources.furniture.phrases import grams_of
from repurpose.sources.furniture.wording import call_kinds, vocabulary_kind
from repurpose.sources.measures import ends_sentence, word_count

if TYPE_CHECKING:
    from repurpose.sources.furniture.lexicon import Furniture

__all__ = ["REASONS", "forget_lines", "furniture_kind", "furniture_match"]

REASONS = {
    "share": "share bar",
    "comment": "comment form",
    "subscribe": "subscribe box",
    "related": "related posts",
    "navigation": "navigation",
    "more": "read-more link",
    "cookie": "cookie banner",
    "credit": "plug-in credit",
    "legal": "legal notice",
    "disclaimer": "disclaimer",
    "sponsored": "sponsorship note",
    "byline": "byline",
    "advertisement": "advertisement",
    "bio": "author bio",
    "figure": "image caption",
    "image": "image credit",
    "caption": "caption marker",
    "hashtags": "hashtag marker",
    "date": "date line",
    "menu": "navigation",
    "mark": "ornament",
    "teaser": "teaser of another post",
    "repeat": "repeated line",
    "contact": "contact line",
    "page": "page number",
    "box": "related posts",
    "notice": "browser notice",
    "embed": "embedded post",
}
"""What each kind is called where a person reads why a line was dropped."""

# A line that begins like furniture but goes on for longer than this is a sentence of the article.
_SHORT_WORDS = 16
_UNSPACED_LINE = 36
_LONGEST_START = 5
_OPENING = 80
# The longest notices of law and of money; what is longer is a paragraph of the article.
_MOST_CHARACTERS = 2_000
# A heading in an unspaced script has two or three characters (discussion, summary); "related articles" has four.
_SURE_CHARACTERS = 4
_SURE_WORDS = 6
_NEVER_HEADINGS = frozenset({"share", "subscribe", "comment", "cookie"})
_MARKERS = frozenset({"related", "more", "byline", "disclaimer", "caption", "hashtags", "sponsored", "figure", "image"})
_COUNTED = frozenset({"comment", "share"})
_LISTING = frozenset({"related", "share", "subscribe", "more"})
_START_EDGE = re.compile(r"^(?:[^\w©(]|\((?!c\)))+")
# "Photo: Getty Images / file" names who made the picture, "Photo: a bridge at dusk" what it shows.
_CREDITED = re.compile(r"^[^:：]{1,30}[:：]\s*(.{2,80})$")
_CREDIT_WORDS = 8
_SMALL_WORDS = frozenset(
    {
        "by",
        "via",
        "of",
        "from",
        "and",
        "the",
        "for",
        "file",
        "courtesy",
        "archive",
        "von",
        "der",
        "die",
        "und",
        "für",
        "de",
        "la",
        "le",
        "du",
        "des",
        "et",
        "y",
        "e",
        "di",
        "da",
        "do",
        "van",
        "dpa",
        "afp",
        "ap",
        "epa",
        "imago",
        "privat",
        "archiv",
        "rtr",
        "efe",
        "ansa",
    }
)
_NUMBER = re.compile(r"\d[\d.,]*")
# What is longer is a paragraph of the author's, whatever it mentions; notices of law and cookies run longer.
_PARAGRAPH_WORDS = 45
_LINE_CHARACTERS = 400
# What is longer is no line of furniture from its first word to its last.
_WHOLE_LINE = 160
_LONG_KINDS = frozenset({"cookie", "legal", "disclaimer", "comment"})
_CODE_SIGNS = re.compile(r"[\"={}<;]|,$|\($")
_LABEL = re.compile(r"^([^:：|]{6,30}?)\s*[:：|]\s*\S")
_DASH = re.compile(r" [—–|/] ")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that the line *text* is, a key of `REASONS`; ``None`` when it may be of the article."""
    kind, is_sure = furniture_match(text)
    return kind if is_sure or not ends_sentence(text) else None


def furniture_match(text: str) -> tuple[str | None, bool]:
    """
    The kind of furniture that the line *text* is, and whether that is sure whatever stands around it.

    One word may also be a heading, and a sentence that begins like furniture a sentence: their neighbours decide.
    """
    return _match(text) if len(text) <= _MOST_CHARACTERS else (None, True)


# Two stages look at each piece of an article one after the other; what is older need not be kept.
@lru_cache(maxsize=512)
def _match(text: str) -> tuple[str | None, bool]:
    if len(text) > _LINE_CHARACTERS:
        return _paragraph_match(text)
    table = furniture_words()
    folded = text.casefold().replace("’", "'")
    grams = grams_of(folded)
    count = word_count(text)
    line = normalised_line(text) if len(text) <= _WHOLE_LINE else folded.strip()
    if not line:
        return None, True
    words = line.split(" ")
    if not _CODE_SIGNS.search(text) and (match := _whole_line(text, line, words, table)) is not None:
        return match
    is_short = _is_short(line, words)
    found = _by_phrase(folded, grams, count, table)
    # "powered by" inside a sentence is about an engine, at the end of a page it is a credit.
    if found is not None and not (found == "credit" and (not is_short or text.endswith((".", ":", ",")))):
        return found, count <= _PARAGRAPH_WORDS
    if (kind := next((kind for kind in call_kinds(folded, grams) if kind != "bio"), None)) is not None:
        return kind, True
    kind, is_marker = _by_start(text, words, table)
    if kind is not None:
        is_label = len(words) <= _SURE_WORDS or (kind in _NEVER_HEADINGS and not text.endswith(":"))
        return kind, is_marker or (is_label and not ends_sentence(text))
    is_portrait = words[-1] in table.portraits and len(words) <= _LONGEST_START
    return ("byline" if is_portrait else None), True


def forget_lines() -> None:
    """Forgets what lines were looked up lately, for measurements of what one article costs."""
    _match.cache_clear()


def _paragraph_match(text: str) -> tuple[str | None, bool]:
    """The match of what is too long for a line: only notices run that long."""
    folded = text.casefold().replace("’", "'")
    count = word_count(text)
    return _by_phrase(folded, grams_of(folded), count, furniture_words()), count <= _PARAGRAPH_WORDS


def _whole_line(text: str, line: str, words: list[str], table: Furniture) -> tuple[str, bool] | None:
    """The match of a line that is furniture from its first word to its last."""
    if (kind := table.lines.get(line)) is not None:
        return kind, len(words) > 1 or (len(line) >= _SURE_CHARACTERS and _UNSPACED.match(line) is not None)
    # "Comments (35)", "12 shares": a counter.
    counted = table.lines.get(" ".join(word for word in words if word != "*")) if "*" in words else None
    if counted is not None and counted in _COUNTED:
        return counted, True
    # "Related — 有關": one heading in two languages.
    first = _DASH.split(line)[0]
    if first != line and len(words) <= _LONGEST_START and (kind := table.lines.get(first)) is not None:
        return kind, False
    if (kind := vocabulary_kind(text)) is not None:
        return kind, len(words) > 1
    # "Read this next: title of another post", "Also read | ...".
    label = _LABEL.match(text)
    is_link = label is not None and len(words) <= _SHORT_WORDS and vocabulary_kind(label[1]) in _LISTING
    return ("more", True) if is_link else None


def _is_short(line: str, words: list[str]) -> bool:
    """Whether the line is no longer than a heading; scripts without spaces write a paragraph as one word."""
    return len(words) <= _SHORT_WORDS and (len(line) <= _UNSPACED_LINE or _UNSPACED.search(line) is None)


def _by_phrase(folded: str, grams: frozenset[str], words: int, table: Furniture) -> str | None:
    """The kind by a phrase anywhere in the line; in a longer paragraph only of notices, which run long."""
    is_long = words > _PARAGRAPH_WORDS
    expressions = (*table.patterns, *table.line_patterns) if not is_long else table.patterns
    matched = (one.kind for one in expressions if (not is_long or one.kind in _LONG_KINDS) and one.is_in(folded))
    for kinds in (table.contains.found_in(folded, grams), matched):
        for kind in kinds:
            if not is_long or kind in _LONG_KINDS:
                return kind
    return None


def _by_start(text: str, words: list[str], table: Furniture) -> tuple[str | None, bool]:
    """The kind by the first words, and whether a colon marks them off: ``Related: ...``, ``About the author: ...``."""
    opened = (
        _START_EDGE.sub("", _NUMBER.sub("*", text[:_OPENING].casefold()).replace("’", "'")).replace("…", " ").split()
    )
    is_short = _is_short(" ".join(words), words)
    for count in range(min(len(opened), _LONGEST_START), 0, -1):
        opening = " ".join(opened[:count])
        is_marker = opening[-1] == ":"
        kind = table.starts.get(opening)
        if kind is None and is_marker:
            kind = table.starts.get(opening[:-1]) or _of_marker(table.lines.get(opening[:-1]))
        # "Related: title of another post" inside an article is one link; alone on its line it opens a list of posts.
        if kind in _LISTING and is_marker and len(words) > count:
            return "more", True
        if kind == "figure" and _names_maker(text):
            return "image", True
        if kind is not None and (is_short or (kind == "disclaimer" and is_marker)):
            return kind, is_marker and kind != "navigation"
    line = " ".join(words)
    if not is_short or _UNSPACED.match(line) is None:
        return None, False
    for start, kind in table.unspaced_starts:
        if line.startswith(start):
            rest = line[len(start.rstrip(":：")) :]
            is_link = kind in _LISTING and len(rest) > 1 and rest[0] in ":："
            return ("more", True) if is_link else (kind, False)
    return None, False


def _of_marker(kind: str | None) -> str | None:
    """*kind* where the word before a colon says it; "Views: how often a page was seen" explains a word."""
    return kind if kind in _MARKERS else None


def _names_maker(text: str) -> bool:
    """Whether nothing but names follows the colon of a caption."""
    match = _CREDITED.match(text)
    if match is None or ends_sentence(text):
        return False
    words = re.findall(r"[^\W\d_][\w.'’-]*", match[1])
    is_name = all(not word[0].islower() or word in _SMALL_WORDS or "." in word for word in words)
    if _UNSPACED.search(match[1]):
        return len(match[1]) <= _CREDIT_WORDS
    return 0 < len(words) <= _CREDIT_WORDS and is_name and words[0].lower() != words[0].upper()
