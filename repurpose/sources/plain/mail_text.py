"""Which lines of a mail's text were not written for this mail: earlier mails, signatures?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.model import Dropped
from repurpose.sources.measures import word_count
from repurpose.sources.plain.mail_headers import find_headers

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["forwarded_at", "unflowed", "without_marks", "without_quotations"]

# fmt: off
_FORWARDED = re.compile(
    r"\s*-{2,}\s*(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Messaggio inoltrato"
    r"|Doorgestuurd bericht|Mensagem encaminhada|Пересылаемое сообщение)\s*-{2,}\s*$"
    r"|\s*(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message réexpédié"
    r"|Inicio del mensaje reenviado|Inizio messaggio inoltrato|Begin doorgestuurd bericht"
    r"|Início da mensagem reencaminhada)\s?:\s*$",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"\s*-{2,}\s*(?:Original Message|Original Appointment|Ursprüngliche Nachricht|Originalnachricht|Message d'origine"
    r"|Message original|Mensaje original|Messaggio originale|Oorspronkelijk bericht|Mensagem original"
    r"|Исходное сообщение)\s*-{2,}\s*$|\s*_{20,}\s*$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?:^|.*\s)(?:wrote|writes|schrieb|schrieben|a écrit|escribió|ha scritto|schreef|escreveu|написал"
    r"|написала|пише|写道)\b.{0,200}[:：]\s*$",
    re.IGNORECASE,
)
# fmt: on
_FROM = ("From:", "Von:", "De :", "De:", "Da:", "Van:", "От:")
_SIGNATURE = re.compile(r"--\s?$")
_RULE = re.compile(r"\s*(?:[-=_*~#]\s?){5,}$")
_HEADING_MARK = re.compile(r"\s*\*\*\s+(?=\S)")
_ADDRESS = re.compile(r" ?[(<\[]\s?https?://[^\s()<>\[\]]{1,2000}\s?[)>\]]")
# People put an address in brackets once or twice; programs that make text of a page do it for every link.
_FEWEST_ADDRESSES = 3
_ATTRIBUTION_LINES = 3
_LONGEST_LINE = 500
# A signature is a few lines; below a longer one the text went on.
_SIGNATURE_LINES = 15
_SIGNATURE_WINDOW = 400
# A mail below another one is the article when nobody says more above it than this, and it says so many times more.
_MOST_WORDS_ABOVE = 20
_TIMES_MORE = 4


def forwarded_at(lines: Sequence[str]) -> int | None:
    """The index of the first header line of a mail that is forwarded under a few words; ``None`` where none is."""
    for index, line in enumerate(lines):
        if len(line) <= _LONGEST_LINE and (_FORWARDED.match(line) or _ORIGINAL.match(line)):
            below = index + 1
            while below < len(lines) and not lines[below].strip():
                below += 1
            above, inside = word_count("\n".join(lines[:index])), word_count("\n".join(lines[below:]))
            is_mail = find_headers("\n".join(lines[below : below + 40])) is not None
            return below if is_mail and above < _MOST_WORDS_ABOVE and inside > _TIMES_MORE * above else None
    return None


def without_quotations(lines: Sequence[str], *, first: int) -> tuple[list[str], tuple[Dropped, ...]]:
    """*lines* with blank ones for earlier mails and the signature; *first* is the number of the first one."""
    kept = list(lines)
    dropped: list[Dropped] = []

    def drop(start: int, end: int, reason: str) -> None:
        text = "\n".join(kept[start:end]).strip()
        if text:
            dropped.append(Dropped(text=text, lines=(first + start, first + end - 1), reason=reason))
        kept[start:end] = [""] * (end - start)

    end = _earlier_mail(kept)
    drop(end, len(kept), "earlier mail")
    marks = [index for index in range(max(0, end - _SIGNATURE_WINDOW), end) if _SIGNATURE.match(kept[index])]
    for mark in marks[-1:]:
        if sum(bool(line.strip()) for line in kept[mark:end]) <= _SIGNATURE_LINES + 1:
            drop(mark, end, "signature")
    last = max((index for index in range(end) if kept[index].strip()), default=-1)
    index = 0
    while index <= last:
        if not kept[index].startswith(">"):
            index += 1
            continue
        below = index
        while below < end and (kept[below].startswith(">") or not kept[below].strip()):
            below += 1
        start = _attribution(kept, index)
        # A quotation that nothing leads in may be of a poem; below all else it is the mail that is answered.
        if start < index or below > last:
            drop(start, below, "earlier mail")
        index = below
    return kept, tuple(dropped)


def _earlier_mail(lines: Sequence[str]) -> int:
    """The index of the line from which on an earlier mail stands below the text, as some programs put it."""
    for index, line in enumerate(lines):
        if len(line) > _LONGEST_LINE:
            continue
        is_rule = _ORIGINAL.match(line) is not None
        if is_rule and find_headers("\n".join(lines[index + 1 : index + 20]).lstrip("\n")) is not None:
            return index
        if line.lstrip("*").startswith(_FROM):
            headers = find_headers("\n".join(lines[index : index + 20]))
            if headers is not None and {"from", "date", "subject"} <= headers.values.keys():
                return index
    return len(lines)


def _attribution(lines: Sequence[str], quoted: int) -> int:
    """The first line of "On Monday, Anna wrote:" above the quotation at *quoted*, or *quoted* where none stands."""
    last = quoted - 1
    while last >= 0 and not lines[last].strip():
        last -= 1
    first = last + 1
    while first > max(0, last - _ATTRIBUTION_LINES) and lines[first - 1].strip():
        first -= 1
    # Programs break the line where it is long; below the words of an answer it is one line.
    starts = (first, last) if last - first < _ATTRIBUTION_LINES else (last,)
    for start in starts:
        words = " ".join(line.strip() for line in lines[start : last + 1])
        if 0 < len(words) <= _LONGEST_LINE and _WROTE.match(words):
            return start
    return quoted


def without_marks(lines: Sequence[str]) -> list[str]:
    """*lines* without what programs put into the text of a newsletter: rules, marks of headings, addresses of links."""
    is_made = sum(_ADDRESS.search(line) is not None for line in lines) >= _FEWEST_ADDRESSES
    plain = [_ADDRESS.sub("", line) if is_made else line for line in lines]
    for index, line in enumerate(plain):
        if _RULE.match(line):
            plain[index] = ""
            if index and (match := _HEADING_MARK.match(plain[index - 1])) is not None:
                plain[index - 1] = plain[index - 1][match.end() :]
    return plain


def unflowed(lines: Sequence[str], *, is_joined: bool) -> list[str]:
    """
    *lines* of ``format=flowed`` with whole paragraphs; what a paragraph goes on in becomes blank lines.

    *is_joined* is ``delsp=yes``: the space at the end of a line is no space of the text.
    """
    whole: list[str] = []
    open_at: int | None = None
    parts: list[str] = []
    for line in lines:
        is_quoted = line.startswith(">")
        text = line.removeprefix(" ")
        is_flowed = text.endswith(" ") and not is_quoted and text != "-- "
        part = text[:-1] if is_flowed and is_joined else text
        if open_at is None or is_quoted or text == "-- ":
            if open_at is not None:
                whole[open_at] = "".join(parts)
            whole.append(part)
            parts, open_at = [part], len(whole) - 1
        else:
            parts.append(part)
            whole.append("")
        if not is_flowed:
            whole[open_at] = "".join(parts)
            open_at = None
    if open_at is not None:
        whole[open_at] = "".join(parts)
    return whole
