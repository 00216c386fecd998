"""What comes from a source does not act on the terminal that shows it."""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from repurpose.cli import inspecting, output
from repurpose.cli.report import report_lines
from repurpose.export import to_json
from repurpose.model import Article, Block, BlockKind, Campaign, Dropped, Finding, Note, Severity, Span
from repurpose.sources import read_article
from tests.cli.test_commands import run

# A title of the window, a colour, a link, CSI as one byte, a bell, directions of text, rich's markup.
ATTACK = "\x1b]0;owned\x07\x1b[31mred\x9b2J\x1b]8;;http://e.example\x1b\\x\u202etxt.exe\u2066 [red]bold[/red]\r"
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def article() -> Article:
    return Article(
        text=ATTACK,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(ATTACK)), lines=(1, 1), speaker=ATTACK),),
        title=ATTACK,
        subtitle=f"two\n{ATTACK}",
        description=ATTACK,
        byline=ATTACK,
        url=ATTACK,
        tags=(ATTACK,),
        author_caption=ATTACK,
        author_hashtags=(ATTACK,),
        notes=(Note(kind="opinion", text=ATTACK),),
        dropped=(Dropped(text=ATTACK, lines=(1, 1), reason="navigation"),),
        language="en",
    )


class Terminal:
    """A stream that says of itself that it is one."""

    def __init__(self, *, is_terminal: bool) -> None:
        self.buffer = io.BytesIO()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    def said(self) -> str:
        return self.buffer.getvalue().decode()


@pytest.mark.parametrize("is_terminal", [True, False], ids=["terminal", "pipe"])
def test_no_field_of_an_article_reaches_the_terminal_as_it_is(
    monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool
) -> None:
    stream = Terminal(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(inspecting, "article_from", lambda _source, **_options: article())
    inspecting.read("x.txt")
    said = stream.said()

    assert ACTING.search(said) is None
    assert said.count("[red]bold[/red]") >= 9
    assert "\n  two" not in said


def test_a_report_and_a_finding_do_not_act(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(is_terminal=True)
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.delenv("NO_COLOR", raising=False)
    made = Campaign(article=article(), drafts=(), cards=(), findings=())
    output.show("\n".join(report_lines(made, Path(ATTACK))))
    output.print_findings([Finding(rule="x.y", severity=Severity.ERROR, message=ATTACK, platform="x")], is_result=True)
    said = terminal.said()

    assert "\x1b[31merror\x1b[0m" in said
    assert ACTING.search(said.replace("\x1b[31merror\x1b[0m", "")) is None


def test_a_result_in_a_pipe_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal(is_terminal=False)
    monkeypatch.setattr(sys, "stdout", stream)
    output.show(ATTACK)

    assert stream.said() == ATTACK + "\n"


def test_half_a_character_is_printed_as_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal(is_terminal=False)
    monkeypatch.setattr(sys, "stdout", stream)
    output.show("a\ud800")

    assert stream.said() == "a\\ud800\n"


def test_json_of_an_article_holds_no_controls() -> None:
    assert ACTING.search(to_json(article()).replace("\x9b", "").replace("\u202e", "").replace("\u2066", "")) is None


@pytest.mark.slow
def test_the_name_of_a_file_does_not_act_in_an_error(tmp_path: Path) -> None:
    name = "a\x1b]0;owned\x07\x9b2J\u202e\nb.txt"
    (tmp_path / name).write_text("", encoding="utf-8")
    for given in (name, f"none{name}", os.fsdecode(b"\xff\x9b.txt")):
        ended = run("read", given, cwd=tmp_path)
        said = ended.stderr.decode()

        assert ended.returncode == 4
        assert said.count("\n") == 1
        assert ACTING.search(said) is None


FIELDS = {
    "page": "<html><head><title>{}</title><meta name=author content='{}'><meta name=description content='{}'>"
    "<link rel=canonical href='https://e.example/{}'></head>"
    "<body><nav><a href=/>{}</a></nav><h1>{}</h1><p>{} The bridge opens in May, two years later than planned.</p>",
    "markdown": "---\ntitle: |\n  {}\nauthor: |\n  {}\ntags: [late]\n---\n\n# {}\n\n{} The bridge opens in May.\n",
    "text": "{}\n\nBy Ada {}\n\n{} The bridge opens in May, two years later than planned.\n",
    "mail": "From: Ada {} <a@b.example>\nSubject: {}\nDate: Tue, 5 May 2026 09:00:00 +0200\n\nThe bridge {} opens.\n",
}


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_read_holds_nothing_that_acts(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a"
    attack = "\x1b]0;owned\x07\u202e\x9b2J"
    prose = "The bridge opens in May, two years later than the council had planned. " * 20
    path.write_text(FIELDS[name].replace("{}", attack).replace("opens", f"opens. {prose}", 1), encoding="utf-8")
    found: Any = read_article(path)
    words = [
        found.text,
        found.title,
        found.url,
        found.byline,
        found.description,
        *found.tags,
        *(x.text for x in found.dropped),
    ]

    assert ACTING.search("".join(filter(None, words)).replace("\n", "")) is None
    assert "U+001B control character" in "".join(part.text for part in found.dropped) or name == "mail"
