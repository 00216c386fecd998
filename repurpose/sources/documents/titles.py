"""Which of the properties that a program wrote into a document were meant for readers?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.sources.cleaning import clean_characters, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["document_title", "named_author", "split_tags"]

# "Microsoft Word - report_final.docx", "paper.dvi", "C:\\notes\\report", "slides-2024_final".
_PROGRAM = re.compile(
    r"^(?:Microsoft (?:Office )?(?:Word|PowerPoint)|Pages|Google Docs|LaTeX)\s*[-–—]\s*", re.IGNORECASE
)
_FILE_NAME = re.compile(
    r"^\S*[/\\]\S*$|^\S*_\S*$"
    r"|\.(?:docx?|odt|rtf|txt|pdf|dvi|tex|html?|indd|pptx?|pages|ps|fm|qxd|md|wpd|xml)$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:untitled|unbenannt|ohne titel|sans titre|sin título|senza titolo|sem título|naamloos|anonymous|unspecified"
    r"|(?:word )?document|dokument|documento|(?:powerpoint )?presentation|präsentation|présentation|presentación"
    r"|title|slide|layout|print|none|null)[\s_-]*\(?\d*\)?$",
    re.IGNORECASE,
)
_NO_AUTHOR = frozenset({
    "user", "admin", "administrator", "owner", "author", "microsoft office user", "unknown", "anonymous", "root",
    "python-docx", "windows user", "none", "pc", "utente", "usuario", "benutzer", "un-named", "windows-benutzer",
})  # fmt: skip
_LONGEST_TITLE = 300
_LONGEST_AUTHOR = 100
_TAGS = re.compile(r"[;,，；、]")
# Real ones are a line; they are split in the caller's process, where no deadline holds.
_LONGEST_KEYWORDS = 5_000
_MOST_TAGS = 30
_LONGEST_TAG = 60


def document_title(text: str | None) -> str | None:
    """*text* when it is a title; ``None`` for a file's name and for what programs put there by themselves."""
    title = one_line(clean_characters(text or ""))
    title = _PROGRAM.sub("", title).strip("()")
    if not title or len(title) > _LONGEST_TITLE or _FILE_NAME.search(title) or _NO_TITLE.match(title):
        return None
    return title


def named_author(names: Sequence[str]) -> str | None:
    """The authors among *names* on one line; ``None`` when there is only a computer's idea of its user."""
    cleaned = (one_line(clean_characters(name)).strip(" ;,()") for name in names)
    authors = [
        name
        for name in dict.fromkeys(cleaned)
        if name and len(name) <= _LONGEST_AUTHOR and name.casefold() not in _NO_AUTHOR and "@" not in name
    ]
    return ", ".join(authors) or None


def split_tags(keywords: Sequence[str]) -> tuple[str, ...]:
    """The single tags of *keywords*, whatever parts them."""
    found = (one_line(clean_characters(tag)) for text in keywords for tag in _TAGS.split(text[:_LONGEST_KEYWORDS]))
    return tuple(tag for tag in dict.fromkeys(found) if 0 < len(tag) <= _LONGEST_TAG)[:_MOST_TAGS]
