"""Mail as files and as copies: what was written for it, by whom and when, and what is taken off."""

from __future__ import annotations

import contextlib
import time
from datetime import date
from email.message import EmailMessage

import pytest

from repurpose.errors import EmptySource, SourceError, UnreadableSource
from repurpose.sources.furniture.lines import furniture_match
from repurpose.sources.plain.mail import Mail, is_mail, read_mail

HEAD = (
    "From: Anna Kern <anna@harl.example>\nTo: ben@harl.example\n"
    "Subject: The bridge opens\nDate: 12 May 2026 09:30 -0500\n"
)
BODY = "The bridge over the Harl opens in May, two years later than planned. It costs nine million, the council says."
PAGE = f"<html><body><h1>The bridge opens</h1><p>{BODY}</p><p>{BODY}</p></body></html>"
COPIES = {
    "en": "From: Anna Kern <a@b.example>\nSent: Tuesday, 12 May 2026 10:15\nTo: Ben\nSubject: RE: FW: Bridge",
    "de": "Von: Anna Kern <a@b.example>\nGesendet: Dienstag, 12. Mai 2026 10:15\nAn: Ben\nBetreff: AW: WG: Bridge",
    "fr": "De : Anna Kern <a@b.example>\nEnvoyé : mardi 12 mai 2026 10:15\nÀ : Ben\nObjet : TR: Bridge",
    "es": "De: Anna Kern\nEnviado el: martes, 12 de mayo de 2026 10:15\nPara: Ben\nAsunto: RV: Bridge",
    "it": "Da: Anna Kern\nInviato: martedì 12 maggio 2026 10:15\nA: Ben\nOggetto: R: I: Bridge",
    "nl": "Van: Anna Kern\nVerzonden: dinsdag 12 mei 2026 10:15\nAan: Ben\nOnderwerp: Antw: Bridge",
    "pt": "De: Anna Kern\nEnviada em: terça-feira, 12 de maio de 2026 10:15\nPara: Ben\nAssunto: RES: ENC: Bridge",
    "bold": "*From:* Anna Kern\n*Sent:* 12 May 2026\n*Subject:* Re[2]: [EXTERNAL] Bridge",
}


def message(*, text: str | None = None, html: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Anna Kern <anna@harl.example>"
    mail["Subject"] = "Größe 😀 of the bridge"
    mail["Date"] = "Tue, 12 May 2026 09:30:00 -0500"
    if text is not None:
        mail.set_content(text)
    if html is not None:
        (mail.set_content if text is None else mail.add_alternative)(html, subtype="html")
    return mail


def body(text: str) -> str:
    """What is left of a mail with this *text*, without blank lines."""
    mail = read_mail(f"{HEAD}\n{text}")
    return "\n".join(line for line in (mail.text or "").split("\n") if line)


def reasons(mail: Mail) -> list[str]:
    return [one.reason for one in mail.dropped]


@pytest.mark.parametrize("head", [HEAD, *COPIES.values(), "Message-ID: <1@x>\nMIME-Version: 1.0\nFrom: a@b.example\n"])
def test_header_lines_tell_a_mail(head: str) -> None:
    assert is_mail(f"{head}\n\n{BODY}")


@pytest.mark.parametrize(
    "text",
    [
        "Title: Bridge\nDate: 2026-05-12\nAuthor: Anna Kern\n\nText",
        "Q: Who pays?\nA: The city.\n\nText",
        "From: the beginning\n\nText",
        "From: here\nthe bridge is seen.\n\nSubject: x",
        "Subject matters.\n\nFrom: a\nTo: b",
        BODY,
        "",
    ],
)
def test_other_texts_are_no_mail(text: str) -> None:
    assert not is_mail(text)


@pytest.mark.parametrize("language", COPIES)
def test_a_copy_from_a_mail_program_is_read_in_every_language(language: str) -> None:
    mail = read_mail(f"{COPIES[language]}\n\n{BODY}\n")

    assert (mail.metadata.title, mail.metadata.byline, mail.metadata.date) == ("Bridge", "Anna Kern", date(2026, 5, 12))
    assert (mail.text or "").strip() == BODY


def test_lines_count_from_the_top_of_a_mail_that_is_plain_text() -> None:
    text = f"{HEAD}\n{BODY}\n\n-- \nAnna Kern\nHarbour Office\n"
    mail = read_mail(text)

    assert text.split("\n").index(BODY) == (mail.text or "").split("\n").index(BODY)
    assert [((1, 4), "mail header"), ((8, 11), "signature")] == [(one.lines, one.reason) for one in mail.dropped]


def test_headers_are_decoded_and_freed_of_marks() -> None:
    head = (
        "From: =?utf-8?q?J=C3=BCrgen_Falk?= via Harbour List <list@harl.example>\nList-Id: <h.harl.example>\n"
        "Archived-At: <https://harl.example/list/1>\nContent-Language: de\n"
        "Subject: Re: [Harbour] Fwd: =?iso-8859-1?q?Br=FCcke?=\n =?utf-8?q?_auf?=\n"
        "Date: Tue, 12 May 2026 23:30:00 -0500\n"
    )
    metadata = read_mail(f"{head}\n{BODY}").metadata

    assert (metadata.title, metadata.byline) == ("Brücke auf", "Jürgen Falk")
    assert (metadata.date, metadata.url, metadata.language) == (date(2026, 5, 12), "https://harl.example/list/1", "de")


def test_the_text_part_is_preferred_unless_it_is_a_stub() -> None:
    both = read_mail(message(text=f"{BODY}\n\n{BODY}", html=PAGE).as_bytes())
    stub = read_mail(message(text="View this mail in a browser: https://harl.example", html=PAGE).as_bytes())

    assert (both.html, (both.text or "").count(BODY)) == (None, 2)
    assert stub.text is None
    assert BODY in (stub.html or "")
    assert stub.metadata.title == "Größe 😀 of the bridge"


def test_attachments_are_not_read() -> None:
    mail = message(text=BODY)
    mail.add_attachment("Other words. " * 50, filename="notes.txt")
    mail.add_attachment(message(text="An attached mail."))
    read = read_mail(mail.as_bytes())

    assert (read.text or "").strip() == BODY


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252"])
def test_encodings_of_bytes_are_undone(encoding: str, charset: str) -> None:
    words = "Die Bruecke" if encoding == "7bit" else "Die Brücke öffnet"
    mail = EmailMessage()
    mail["From"] = "a@b.example"
    mail["Subject"] = "x"
    mail.set_content(words, charset=charset, cte=encoding)

    assert (read_mail(mail.as_bytes()).text or "").strip() == words


def test_wrong_encodings_are_no_error() -> None:
    head = b"From: a@b.example\nSubject: =?nonsense?q?x?=\nContent-Type: text/plain; charset=nonsense\n\n"

    assert "Brücke" in (read_mail(head + "Brücke".encode()).text or "")
    assert "Brücke" in (read_mail(head + "Brücke".encode("cp1252")).text or "")
    assert "Brücke" in (read_mail(head.replace(b"nonsense", b"\xff\xfe") + "Brücke".encode("cp1252")).text or "")
    assert "Brücke" in (read_mail(head.replace(b"nonsense", b"undefined") + "Brücke".encode("cp1252")).text or "")


def test_flowed_paragraphs_are_whole() -> None:
    head = "From: a@b.example\nSubject: x\nContent-Type: text/plain; format=flowed"
    text = "The bridge \nopens in \nMay.\n From here it is far.\nNext line.\n"

    assert ["The bridge opens in May.", "From here it is far.", "Next line."] == _lines(read_mail(f"{head}\n\n{text}"))
    assert ["The bridgeopens"] == _lines(read_mail(f"{head}; delsp=yes\n\nThe bridge \nopens"))


def _lines(mail: Mail) -> list[str]:
    return [line for line in (mail.text or "").split("\n") if line]


QUOTED = "> Who pays?\n>\n> Ben\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{BODY}\n\nOn Mon, 11 May 2026 at 10:00, Ben Falk <ben@harl.example> wrote:\n\n{QUOTED}", BODY),
        (f"{BODY}\n\nOn Mon, 11 May 2026 at 10:00, Ben Falk <ben@harl.example>\nwrote:\n{QUOTED}", BODY),
        (f"{BODY}\n\nAm 11.05.2026 um 10:00 schrieb Ben Falk:\n{QUOTED}", BODY),
        (f"{BODY}\n\nAm 11. Mai 2026 schrieb Ben Falk\n<ben@harl.example>:\n{QUOTED}", BODY),
        (f"{BODY}\n\nLe lun. 11 mai 2026 à 10:00, Ben a écrit :\n{QUOTED}", BODY),
        (f"On Monday Ben wrote:\n{QUOTED}\n{BODY}", BODY),
        (f"{BODY}\n\n{QUOTED}", BODY),
        (f"{BODY}\n\n-----Original Message-----\nFrom: Ben\nSent: Monday\nSubject: Bridge\n\nWho?", BODY),
        (f"{BODY}\n\n________________________________\nVon: Ben\nGesendet: gestern\nBetreff: Bridge\n\nWer?", BODY),
        (f"{BODY}\n\nFrom: Ben\nSent: Monday\nSubject: Bridge\n\nWho?", BODY),
        # A poem that the writer quotes is the writer's.
        (f"A poem goes like this.\n\n> The bridge\n\n{BODY}", f"A poem goes like this.\n> The bridge\n{BODY}"),
        (f"{BODY}\n\n-- \nAnna", BODY),
        # A rule of two dashes, with the text going on for long, is no signature.
        ("One.\n--\n" + "Line.\n" * 20, "One.\n--\n" + "Line.\n" * 19 + "Line."),
    ],
)  # fmt: skip
def test_earlier_mails_and_signatures_are_taken_off(text: str, kept: str) -> None:
    assert kept == body(text)


@pytest.mark.parametrize("mark", ["---------- Forwarded message ---------", "Begin forwarded message:"])
def test_a_mail_that_only_forwards_another_is_that_one(mark: str) -> None:
    inner = "From: Harbour Weekly <news@harl.example>\nDate: Mon, May 11, 2026 at 9:00 AM\nSubject: The weekly bridge"
    mail = read_mail(f"{HEAD}\nFYI\n\n{mark}\n{inner}\nTo: <anna@harl.example>\n\n{BODY}\n")

    assert (mail.metadata.title, mail.metadata.byline) == ("The weekly bridge", "Harbour Weekly")
    assert mail.metadata.date == date(2026, 5, 11)
    assert ["mail header"] * 3 == reasons(mail)
    assert _lines(mail) == [BODY]


def test_text_made_of_a_page_loses_its_rules_marks_and_addresses() -> None:
    link = "(https://harl.example/?track=1)"
    text = f"** The bridge opens\n{'-' * 60}\n\nThe bridge {link} opens.\n\n{'=' * 60}\nMore {link}\nAll {link}\n"

    assert body(text) == "The bridge opens\nThe bridge opens.\nMore\nAll"
    assert body(f"One {link} is the writer's.") == f"One {link} is the writer's."


def test_tables_for_layout_and_unseen_lines_are_taken_out_of_html() -> None:
    data = "<table><tr><th>Year</th></tr><tr><td>2026</td></tr></table>"
    page = f'<div style="display:none">Preview</div><table><tr><td>{data}<p>{BODY}</p></td></tr></table>'
    mail = read_mail(message(html=page).as_bytes())

    assert (mail.html or "").strip() == f"<div><div>{data}<p>{BODY}</p></div></div>"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("View this email in your browser", "more"),
        ("Wird diese E-Mail nicht richtig angezeigt? Im Browser öffnen", "more"),
        ("Unsubscribe | Update your preferences", "subscribe"),
        ("You are receiving this email because you signed up at our website.", "subscribe"),
        ("Se désabonner", "subscribe"),
        ("Sent from my iPhone", "credit"),
        ("Von meinem iPhone gesendet", "credit"),
        ("This email and any attachments are confidential.", "legal"),
        ("If you are not the intended recipient, please delete it.", "legal"),
        ("They track you in your browser and on your phone, and that is why the law had to change.", None),
        ("With this cipher nobody but the intended recipient reads what was written.", None),
        ("The bridge was sent from my home town by ship, in nine weeks.", None),
    ],
)
def test_what_programs_add_to_mail_is_furniture(line: str, kind: str | None) -> None:
    assert kind == furniture_match(line)[0]


def test_what_is_no_mail_or_has_no_words_is_named() -> None:
    with pytest.raises(UnreadableSource, match=r"a\.eml is no mail"):
        read_mail("Some notes.", where="a.eml")
    with pytest.raises(EmptySource, match=r"a\.eml"):
        read_mail(HEAD + "\n", where="a.eml")


def nested(levels: int, words: str) -> str:
    head = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(levels))
    return f"{head}{opened}Content-Type: text/plain\n\n{words}\n" + "".join(
        f"--b{level}--\n" for level in reversed(range(levels))
    )


def test_parts_in_parts_are_read_as_far_as_real_mail_goes() -> None:
    assert (read_mail(nested(5, BODY)).text or "").strip() == BODY
    for levels in (100, 3_000):
        with pytest.raises(UnreadableSource):
            read_mail(nested(levels, BODY))


PLAIN = "From: a@b.example\nSubject: x\n"
PAGES = f"{PLAIN}Content-Type: text/html\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{PLAIN}Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nhello\n" * 10_000 + "--b--\n",
        PLAIN + "Content-Type: message/rfc822\n\n" * 2_000,
        nested(100, "line\n" * 600_000),
        f"From: a@b.example\nSubject: {'Re: ' * 40_000}\n\nx",
        f"From: a@b.example\nSubject: {'=?utf-8?q?a?= ' * 10_000}\n\nx",
        f"From: {'(' * 100_000}\nSubject: x\n\nx",
        f"{PLAIN}\n" + "> a\nb wrote:\n" * 50_000,
        f"{PLAIN}\n" + "wrote:\n\n> a\n" * 30_000,
        f"{PLAIN}\n" + "From: a\nDate: b\n" * 20_000,
        f"{PLAIN}\n" + "-----Original Message-----\n" * 20_000,
        f"{PLAIN}\n" + "-- \n" * 100_000,
        f"{PLAIN}\n" + "wrote " * 200_000 + ":\n> a\n",
        f"{PLAIN}\n" + "(https://a" * 100_000,
        PAGES + "<table>" * 100_000,
        PAGES + "<div style='" + "display:none " * 50_000,
        PAGES + "<div display:none>" * 30_000,
        f"{PLAIN}Content-Type: text/plain; format=flowed\n\n" + "a \n" * 100_000,
    ],
    ids=["parts", "mails", "lines", "answers", "words", "comments", "quotations", "attributions", "senders", "rules",
         "signatures", "wrote", "addresses", "tables", "styles", "unseen", "flowed"],
)  # fmt: skip
def test_a_mail_built_to_hurt_is_read_or_refused_soon(text: str) -> None:
    start = time.process_time()
    with contextlib.suppress(SourceError):
        read_mail(text)

    assert time.process_time() - start < 4
