"""What does a mail say, and who wrote it when?"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from repurpose.errors import EmptySource, UnreadableSource
from repurpose.model import Dropped
from repurpose.sources.cleaning import clean_characters, one_line
from repurpose.sources.decoding import decoded_as
from repurpose.sources.furniture.dates import find_date
from repurpose.sources.measures import word_count
from repurpose.sources.pieces import Metadata
from repurpose.sources.plain.mail_headers import clean_subject, find_headers, is_mail, sender_name
from repurpose.sources.plain.mail_text import forwarded_at, unflowed, without_marks, without_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from email.message import Message

    from repurpose.sources.plain.mail_headers import Headers

__all__ = ["Mail", "is_mail", "read_mail"]

# With its attachments; providers take 25 to 50 MB.
_MOST_CHARACTERS = 100_000_000
_MOST_PARTS = 1_000
_MOST_LEVELS = 30
# The parser looks for the boundary of every open part in every line: 20 million take 2 s.
_MOST_LOOKS = 50_000_000
_LONGEST_HEADER = 2_000
_TAG = re.compile(r"<(?:style|script)\b[^<>]*>[^<]*|<[^<>]*>")
# A text part with fewer words, or so much less than the page beside it, says "open this mail in a browser".
_FEWEST_WORDS = 20
_STUB_SHARE = 0.4
_MOST_FORWARDS = 5
_TABLE = re.compile(r"<table\b(?:(?!</?table\b)[\s\S])*+</table\s*>", re.IGNORECASE)
_TABLE_TAG = re.compile(
    r"<(/?)(?:table|td|th|caption)\b[^<>]*>|</?(?:tbody|thead|tfoot|tr|center|colgroup|col)\b[^<>]*>",
    re.IGNORECASE,
)
_IS_DATA = re.compile(r"<th\b", re.IGNORECASE)
_ENCODINGS = frozenset({"base64", "quoted-printable"})
_UNSEEN = re.compile(
    r"<(div|span|p|td)\b[^<>]{0,1000}\b(?:display:\s{0,3}none|font-size:\s{0,3}0|max-height:\s{0,3}0)[^<>]{0,1000}>[^<>]*</\1>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail's body as plain text or as HTML, and what its headers say."""

    text: str | None = None
    """With blank lines where something was taken off."""
    html: str | None = None
    """With its tables for layout as plain divisions."""
    metadata: Metadata = field(default_factory=Metadata)
    dropped: tuple[Dropped, ...] = ()


def read_mail(data: bytes | str, *, where: str = "the mail") -> Mail:
    """
    The mail *data*, as a file or as copied from a mail program, from *where*; bytes know their own encodings.

    The text part is preferred unless it is a stub. Lines count from the top of *data*, or of the part where that is
    encoded or one of several. A mail that only forwards another one is that one. Raises `UnreadableSource` for a mail
    that is built to hurt, and `EmptySource` for one without words.
    """
    if len(data) > _MOST_CHARACTERS:
        raise UnreadableSource(f"{where} has {len(data):,} bytes; mails of up to {_MOST_CHARACTERS:,} are read")
    head = data[:200_000].decode("utf-8", "replace") if isinstance(data, bytes) else data
    headers = find_headers(head.replace("\r\n", "\n"))
    if headers is None:
        raise UnreadableSource(f"{where} is no mail: it does not begin with lines such as From, To, Subject and Date")
    if headers.is_internet_mail:
        mail = _internet_mail(data, headers, where=where)
    else:
        pasted = clean_characters(data.decode("utf-8", "replace") if isinstance(data, bytes) else data)
        mail = _pasted(pasted.lstrip("\ufeff").split("\n"), headers, first=1)
    if mail.html is None and not (mail.text or "").strip():
        raise EmptySource(f"{where} is a mail without words; what it attaches has to be given as a file of its own")
    return mail


def _pasted(lines: Sequence[str], headers: Headers, *, first: int, forwards: int = 0) -> Mail:
    """The mail whose *lines* begin, after blank ones, with *headers*; *first* is the number of the first line."""
    values = headers.values
    subject = clean_subject(values.get("subject", ""))
    metadata = Metadata(
        title=subject,
        byline=sender_name(values.get("from", "")),
        date=find_date(values.get("date", "")),
    )
    head = Dropped(
        text="\n".join(lines[: headers.end]).strip(),
        lines=(first, first + headers.end - 1),
        reason="mail header",
    )
    mail = _written(lines[headers.end :], first=first + headers.end, forwards=forwards)
    return _with(mail, metadata, head, lines=headers.end)


def _written(lines: Sequence[str], *, first: int, forwards: int = 0) -> Mail:
    """What the text *lines* say: the mail that they forward, or what is no quotation in them."""
    at = forwarded_at(lines) if forwards < _MOST_FORWARDS else None
    headers = find_headers("\n".join(lines[at : at + 40])) if at is not None else None
    if at is not None and headers is not None:
        above = "\n".join(lines[:at]).strip()
        head = Dropped(text=above, lines=(first, first + at - 1), reason="mail header")
        return _with(_pasted(lines[at:], headers, first=first + at, forwards=forwards + 1), Metadata(), head, lines=at)
    kept, dropped = without_quotations(lines, first=first)
    return Mail(text="\n".join(without_marks(kept)), dropped=dropped)


def _with(mail: Mail, metadata: Metadata, head: Dropped, *, lines: int) -> Mail:
    """*mail*, below *lines* lines that are a *head*; what it says of itself wins over *metadata*."""
    text = "\n" * lines + (mail.text or "")
    return replace(mail, text=text, metadata=_merged(mail.metadata, metadata), dropped=(head, *mail.dropped))


def _internet_mail(data: bytes | str, headers: Headers, *, where: str) -> Mail:
    message = _message(data, where=where)
    texts: dict[str, str] = {}
    for part in _body_parts(message, where=where):
        kind = part.get_content_type()
        if kind not in texts and (words := _words(part, is_text=isinstance(data, str))).strip():
            texts[kind] = words
    metadata = _metadata(message)
    text, html = texts.get("text/plain"), texts.get("text/html")
    if html is not None and (text is None or _is_stub(text, html)):
        return Mail(html=_without_layout(html), metadata=metadata)
    if text is None:
        return Mail(metadata=metadata)
    lines = clean_characters(text).split("\n")
    # Only a mail of one part that is not encoded has the lines of its file.
    is_plain = not message.is_multipart() and _encoding(message) not in _ENCODINGS
    written = _written(lines, first=headers.end + 2 if is_plain else 1)
    if is_plain:
        head = Dropped(text=f"Subject: {metadata.title or ''}", lines=(1, headers.end), reason="mail header")
        return _with(written, metadata, head, lines=headers.end + 1)
    return replace(written, metadata=_merged(written.metadata, metadata))


def _merged(own: Metadata, outer: Metadata) -> Metadata:
    """*outer* with what the mail that it forwards says instead."""
    byline, date = own.byline or outer.byline, own.date or outer.date
    return replace(outer, title=own.title or outer.title, byline=byline, date=date)


def _message(data: bytes | str, *, where: str) -> Message:
    """
    The MIME tree of *data*.

    With the policy that leaves headers as they stand: the default one parses addresses by recursion, at a cost that a
    sender can choose.
    """
    from email import message_from_bytes, message_from_string, policy

    if isinstance(data, bytes):
        levels, lines = data.lower().count(b"boundary"), data.count(b"\n")
    else:
        levels, lines = data.lower().count("boundary"), data.count("\n")
    if levels * lines > _MOST_LOOKS:
        raise UnreadableSource(f"{where} has {levels:,} parts in parts; no real mail has; save the text itself")
    try:
        if isinstance(data, bytes):
            return message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.compat32)
        return message_from_string(data.lstrip("\ufeff\r\n"), policy=policy.compat32)
    except (RecursionError, ValueError, IndexError, LookupError) as error:
        raise UnreadableSource(f"{where} is no valid mail: {type(error).__name__}; save it again as text") from error


def _body_parts(message: Message, *, where: str) -> Iterator[Message]:
    """The parts that are shown, attached mails and files aside, without recursion: mails may be deep."""
    stack: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while stack:
        part, level = stack.pop()
        seen += 1
        if level > _MOST_LEVELS or seen > _MOST_PARTS:
            raise UnreadableSource(
                f"{where} has more than {_MOST_LEVELS} levels or {_MOST_PARTS:,} parts; no real mail has",
            )
        if part.get_content_disposition() == "attachment":
            continue
        if part.is_multipart():
            parts = part.get_payload()
            inner = parts if isinstance(parts, list) else []
            stack.extend((one, level + 1) for one in reversed(inner) if not isinstance(one, str))
        elif part.get_content_maintype() == "text":
            yield part


def _words(part: Message, *, is_text: bool) -> str:
    """The text of one part; in a mail that was decoded already (*is_text*) only its encoding is undone."""
    if is_text and _encoding(part) not in _ENCODINGS:
        text = str(part.get_payload())
    else:
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        text = _decoded(raw, part.get_content_charset())
    text = text.replace("\r\n", "\n")
    if part.get_content_type() == "text/plain" and str(part.get_param("format", "")).lower() == "flowed":
        is_joined = str(part.get_param("delsp", "")).lower() == "yes"
        return "\n".join(unflowed(text.split("\n"), is_joined=is_joined))
    return text


def _encoding(part: Message) -> str:
    return str(part.get("Content-Transfer-Encoding", "")).strip().lower()


def _decoded(raw: bytes, charset: str | None) -> str:
    for encoding in (charset, "utf-8", "cp1252"):
        if encoding and (text := decoded_as(encoding, raw)) is not None:
            return text
    return raw.decode("utf-8", "replace")


def _metadata(message: Message) -> Metadata:
    is_list = message.get("List-Id") is not None or message.get("List-Post") is not None
    archived = _header(message, "Archived-At").strip(" <>")
    return Metadata(
        title=clean_subject(_header(message, "Subject"), is_list=is_list),
        byline=sender_name(_header(message, "From")),
        date=find_date(_header(message, "Date")),
        url=archived if archived.startswith(("http://", "https://")) else None,
        language=_header(message, "Content-Language").split(",")[0].strip() or None,
    )


def _header(message: Message, name: str) -> str:
    from email.errors import MessageError
    from email.header import decode_header, make_header

    value = str(message.get(name, ""))[:_LONGEST_HEADER]
    # In an encoding that nobody knows the header is shown as it stands.
    with suppress(MessageError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return one_line(clean_characters(value))


def _is_stub(text: str, html: str) -> bool:
    words = word_count(text)
    return words < _FEWEST_WORDS or words < _STUB_SHARE * word_count(_TAG.sub(" ", html))


def _without_layout(html: str) -> str:
    """*html* without unseen lines for previews, and with divisions for tables that have no heading cells."""
    html = _UNSEEN.sub("", html)
    parts: list[str] = []
    at = 0
    for table in _TABLE.finditer(html):
        if _IS_DATA.search(table[0]):
            parts += [_TABLE_TAG.sub(_division, html[at : table.start()]), table[0]]
            at = table.end()
    return "".join([*parts, _TABLE_TAG.sub(_division, html[at:])])


def _division(tag: re.Match[str]) -> str:
    return "" if tag[1] is None else f"<{tag[1]}div>"
