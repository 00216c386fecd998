"""How are the marks of Markdown's dialects (GitHub, Obsidian, MkDocs, Docusaurus, Pandoc) written in CommonMark?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.text.emojis import with_emojis

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["as_commonmark"]

# "> [!NOTE]" of GitHub, "> [!tip] Its title" of Obsidian, with the quoted lines below.
_ALERT = re.compile(r"^(?: {0,3}> ?)\[!(\w{1,20})\][+-]?[ \t]*(.{0,200})\n((?: {0,3}>.*(?:\n|\Z))*)", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_QUOTE_KINDS = frozenset({"quote", "cite"})
# "!!! note "Title"" and "??? note" of MkDocs, with the indented lines below.
_INDENTED = re.compile(
    r"^( {0,8})(?:!!!|\?\?\?\+?)[ \t]+[\w-]{1,30}[ \t]*(?:\"([^\"\n]{0,200})\")?[^\n]*\n"
    r"((?:\1(?: {4}|\t).*(?:\n|\Z)|[ \t]*\n(?=\1(?: {4}|\t)))*)",
    re.MULTILINE,
)
_INDENT = re.compile(r"^(?: {4}|\t)", re.MULTILINE)
# ":::note Title", ":::tip[Title]" and the closing ":::".
_FENCED = re.compile(
    r"^[ \t]*:{3,}[ \t]*(?:\{?\.?[\w-]{0,30}\}?)[ \t]*(?:\[([^\]\n]{0,200})\]|([^\n{]{0,200}))[^\n]*$", re.MULTILINE
)
_EMBED = re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]")
_WIKI_LINK = re.compile(r"\[\[(?![\s_])([^\[\]|\n]{1,200}?)(?:#[^\[\]|\n]{0,200})?(?:\|([^\[\]\n]{1,200}))?\]\]")
_MARKED = re.compile(r"(?<![=\w])==(?=\S)([^=\n]{1,300}?)(?<=\S)==(?![=\w])")
_HIDDEN = re.compile(r"(?<!%)%%(?!%)[^%\n]{1,500}%%(?!%)")
_DEFINITION = re.compile(r"^([^\s\-*+>#|:`\d~][^\n|]{0,120})\n{1,2}:[ \t]+(?=\S)", re.MULTILINE)
_DISPLAY_MATHS = re.compile(
    r"^[ \t]*(?:\$\$|\\\[|\\begin\{(?:equation|align|gather)\*?\})[ \t]*\n((?:[ \t]*[^\s$][^\n]*\n){1,60}?)"
    r"[ \t]*(?:\$\$|\\\]|\\end\{(?:equation|align|gather)\*?\})[ \t]*$",
    re.MULTILINE,
)
_EMOJI = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])")
# "[caption id=...]<img ...> The old bridge[/caption]" of WordPress, 'caption="..."' of a Hugo figure.
_WORDPRESS_CAPTION = re.compile(r"\[caption\b[^\]\n]{0,300}\](.{0,1000}?)\[/caption\]")
_FIGURE = re.compile(r"\{\{[<%][ \t]*(?:figure|img|image|imgc)\b([^{}]{0,2000})[>%]\}\}")
_FIGURE_CAPTION = re.compile(r"\b(?:caption|title)=(?:\"([^\"\n]{1,500})\"|'([^'\n]{1,500})'|`([^`\n]{1,500})`)")
_TAG = re.compile(r"<[^<>]{1,1000}>")


def as_commonmark(text: str) -> str:
    """*text*, which holds no fenced code, with the marks of dialects as CommonMark or without them; lines stay."""
    for marks, rewrite in _STEPS:
        if any(mark in text for mark in marks):
            text = rewrite(text)
    return _EMOJI.sub(lambda match: with_emojis(match[0]), text)


def _alert(match: re.Match[str]) -> str:
    body = match[3]
    if match[1].casefold() in _QUOTE_KINDS:
        # The title of a quotation is who said it.
        credit = f" — {match[2].strip()}\n" if match[2].strip() else "\n"
        return ">\n" + body.rstrip("\n") + credit
    return _titled(match[2]) + "\n" + _QUOTED.sub("", body)


def _titled(title: str | None) -> str:
    return f"#### {title.strip()}" if title and title.strip(" :") else ""


def _definition(match: re.Match[str]) -> str:
    lines = match[0].count("\n")
    return f"- **{match[1].strip().rstrip(':')}:**" + "\n" * lines + "  "


def _image(words: str) -> str:
    return f"![{' '.join(words.split()).replace('[', '(').replace(']', ')')}](#)" if words.strip() else ""


def _figure(match: re.Match[str]) -> str:
    caption = _FIGURE_CAPTION.search(match[1])
    return (_image(caption[1] or caption[2] or caption[3]) if caption else "") + "\n" * match[0].count("\n")


# What to do where one of the marks occurs, in this order.
_STEPS: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    (("[!",), lambda text: _ALERT.sub(_alert, text)),
    (
        ("!!!", "???"),
        lambda text: _INDENTED.sub(lambda match: _titled(match[2]) + "\n" + _INDENT.sub("", match[3]), text),
    ),
    ((":::",), lambda text: _FENCED.sub(lambda match: _titled(match[1] or match[2]), text)),
    (("[[",), lambda text: _WIKI_LINK.sub(lambda match: (match[2] or match[1]).strip(), _EMBED.sub("", text))),
    (("==",), lambda text: _MARKED.sub(r"\1", text)),
    (("%%",), lambda text: _HIDDEN.sub("", text)),
    (("\n:",), lambda text: _DEFINITION.sub(_definition, text)),
    (("$$", "\\"), lambda text: _DISPLAY_MATHS.sub(r"```\n\1```", text)),
    (("[caption",), lambda text: _WORDPRESS_CAPTION.sub(lambda match: _image(_TAG.sub("", match[1])), text)),
    (("{{",), lambda text: _FIGURE.sub(_figure, text)),
)
