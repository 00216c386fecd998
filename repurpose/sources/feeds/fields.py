"""What does one field of a feed's entry say in plain words: a title, a person, a tag, an address?"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from repurpose.sources.cleaning import clean_characters, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["names", "plain_words", "tags", "web_address"]

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]*>")
_COMMENT = re.compile(r"<!--[^<>]*-->")
# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
})
# Accounts that stand for nobody.
_ACCOUNTS = frozenset({
    "admin", "administrator", "anonymous", "author", "editor", "guest", "noreply", "root", "unknown", "user",
    "webmaster",
})
# What WordPress files a post under when its author chose nothing.
_UNFILED = frozenset({
    "uncategorized", "uncategorised", "allgemein", "unkategorisiert", "non classé", "sin categoría", "senza categoria",
    "geen categorie", "sem categoria", "без рубрики", "без категорії", "未分类", "未分類", "未カテゴライズ", "미분류",
    "غير مصنف",
})
# fmt: on
_MOST_TAGS = 40
_LONGEST_TAG = 100
# A person's name or several; longer is a text in the wrong field.
_LONGEST_NAME = 200


def plain_words(markup: object) -> str | None:
    """The words of a short piece of HTML on one line; ``None`` where it has none."""
    if not isinstance(markup, str):
        return None
    text = _TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else " ", _COMMENT.sub("", markup))
    return one_line(clean_characters(html.unescape(text))) or None


def names(people: Iterable[object]) -> str | None:
    """The names of *people*, once each; addresses and accounts such as ``admin`` are no names."""
    found: dict[str, None] = {}
    for person in people:
        name = plain_words(person)
        if name and len(name) <= _LONGEST_NAME and "@" not in name and name.casefold() not in _ACCOUNTS:
            found.setdefault(name)
    return ", ".join(found) or None


def tags(words: Iterable[object]) -> tuple[str, ...]:
    """*words* as tags: once each, without ``#``, addresses and the category of what has no category."""
    found: dict[str, str] = {}
    for word in words:
        tag = (plain_words(word) or "").lstrip("#").strip()
        if tag and len(tag) <= _LONGEST_TAG and "://" not in tag and tag.casefold() not in _UNFILED:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())[:_MOST_TAGS]


def web_address(*candidates: object) -> str | None:
    """The first of *candidates* that is an absolute http(s) address."""
    for candidate in candidates:
        if isinstance(candidate, str) and re.match(
            r"https?://[^\s/]", address := clean_characters(candidate).strip(), re.IGNORECASE
        ):
            return address if not re.search(r"\s", address) else None
    return None
