"""Do the first lines of this text say who sent it to whom, and what do they say?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Headers", "clean_subject", "find_headers", "is_mail", "sender_name"]

# What mail programs print above a mail, in the languages of the shipped lists. One language at a time: "De" opens a
# line for "from" in French, and "A" one for "to" in Italian and an answer in an interview.
_NAMES: tuple[Mapping[str, str], ...] = (
    {
        "from": "from", "to": "to", "cc": "to", "bcc": "to", "subject": "subject", "date": "date", "sent": "date",
        "message-id": "id", "mime-version": "id", "reply-to": "to", "delivered-to": "to",
    },
    {"von": "from", "an": "to", "cc": "to", "betreff": "subject", "datum": "date", "gesendet": "date"},
    {"de": "from", "à": "to", "a": "to", "cc": "to", "objet": "subject", "date": "date", "envoyé": "date"},
    {
        "de": "from", "para": "to", "cc": "to", "asunto": "subject",
        "fecha": "date", "enviado": "date", "enviado el": "date",
    },
    {"da": "from", "a": "to", "cc": "to", "oggetto": "subject", "data": "date", "inviato": "date"},
    {"van": "from", "aan": "to", "cc": "to", "onderwerp": "subject", "datum": "date", "verzonden": "date"},
    {
        "de": "from", "para": "to", "cc": "to", "assunto": "subject",
        "data": "date", "enviado": "date", "enviada em": "date",
    },
    {"от": "from", "кому": "to", "тема": "subject", "дата": "date", "отправлено": "date"},
)  # fmt: skip
_HEADER = re.compile(r"[*_]{0,2}([^\W\d_][\w-]{0,60}(?: [^\W\d_]{1,10})?)[*_]{0,2}\s?[:：][*_]{0,2}(?:\s(.*))?$")
_MBOX = re.compile(r"From \S+@?\S* .*\d{4}$")
_MOST_LINES = 400
_FEWEST = 2
_ANSWER = re.compile(
    r"^(?:re|fwd?|fw|aw|wg|antw|antwort|tr|réf|rv|rif|r|i|res|enc|doorst|sv|vs|vb|ha|ynt|odp|回复|回覆|转发|轉寄|отв|на)"
    r"(?:\s?[\[(]\d{1,3}[\])])?\s?[:：]\s*",
    re.IGNORECASE,
)
_MARK = re.compile(r"^\[(?:external|ext|extern|externe|spam)[^\[\]]{0,20}\]\s*", re.IGNORECASE)
_LIST = re.compile(r"\[[^\[\]]{1,60}\]\s*(?=\S)")
_VIA = re.compile(r"\s+(?:via|über)\s+.*$")
_ADDRESS = re.compile(r"\s*(?:<[^<>]*>|\(mailto:[^()]*\)|\[mailto:[^\[\]]*\])\s*")


@dataclass(frozen=True, slots=True)
class Headers:
    """The header lines at the top of a text, by what they say: ``from``, ``to``, ``subject``, ``date``, ``id``."""

    values: Mapping[str, str]
    end: int
    """The number of lines that they take."""
    is_internet_mail: bool
    """They are those of RFC 5322, not a copy of what a program shows."""


def is_mail(text: str) -> bool:
    """Whether *text* begins like a mail: at least two header lines, one of them the sender or the subject."""
    return find_headers(text) is not None


def find_headers(text: str) -> Headers | None:
    """The header lines at the top of *text*, ``None`` when it is no mail."""
    lines = text[:200_000].lstrip("\ufeff").split("\n")[:_MOST_LINES]
    start = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    start += bool(start < len(lines) and _MBOX.match(lines[start]))
    found: list[tuple[str, str]] = []
    end = start
    for line in lines[start:]:
        if not line.strip():
            break
        if line[0] in " \t" and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        elif (match := _HEADER.match(line.rstrip("\r"))) is not None:
            found.append((match[1].casefold(), (match[2] or "").strip()))
        else:
            return None
        end += 1
    # Languages share some names; the one that knows most of the lines is meant.
    names = max(_NAMES, key=lambda names: len({name for name, _ in found if name in names}))
    values: dict[str, str] = {}
    for name, value in found:
        if name in names:
            values.setdefault(names[name], value)
    known = {name for name, _ in found if name in names}
    if len(known) < _FEWEST or not ("from" in values or "subject" in values):
        return None
    return Headers(values, end, names is _NAMES[0] and "sent" not in known)


def clean_subject(subject: str, *, is_list: bool = False) -> str | None:
    """*subject* without the marks of answers, forwards and, on a mailing list, of the list."""
    before = None
    while subject != before:
        before = subject
        subject = _ANSWER.sub("", _MARK.sub("", subject.strip()), count=1)
        if is_list and (match := _LIST.match(subject)) is not None:
            subject = subject[match.end() :]
    return subject or None


def sender_name(sender: str) -> str | None:
    """The name in *sender*; ``None`` where there is an address only."""
    name = _VIA.sub("", _ADDRESS.sub(" ", sender)).strip(" \"'*;,")
    return name if name and "@" not in name else None
