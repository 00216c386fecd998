"""What in a Markdown file is for the site's generator, not for readers?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.model import Dropped
from repurpose.sources.markdown.dialects import as_commonmark

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["without_shortcodes"]

_FENCE = re.compile(r"^ {0,3}(?:>\s?)*(`{3,}|~{3,})")
_HIGHLIGHT = re.compile(
    r"^([ \t]*)\{%-?[ \t]*(?:end)?(?:highlight|code|codeblock|raw_code)\b[^%\n]{0,200}%\}[ \t]*$"
    r"|^([ \t]*)\{\{[<%][ \t]*/?[ \t]*highlight\b[^{}\n]{0,200}[>%]\}\}[ \t]*$",
    re.MULTILINE,
)
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}(?:(?!\{%).){0,20000}?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
# A link whose address is made by the generator: the words stay, the address would break the Markdown.
_LINK = re.compile(r"\]\([^()\n]{0,200}?(?:\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\})[^()\n]{0,200}\)")
_TAG = re.compile(r"\{\{[^{}]{0,4000}\}\}|\{%[^{}]{0,4000}%\}")
_BRACKETED = re.compile(
    r"\[\[?/?(?:embed|gallery|caption|toc|video|audio|playlist|contact-form)\b[^\]\n]{0,300}\]\]?(?![(\[])"
)
_JSX_COMMENT = re.compile(r"\{/\*(?:(?!\*/).){0,4000}\*/\}", re.DOTALL)
# One inside a sentence stays as it is written: without it, the sentence would say something else.
_EXPRESSION = re.compile(r"^[ \t]*\{[^{}\n]{1,500}\}[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:?[ \t]*[#.:][^{}\n]{0,200}\}[ \t]*$", re.MULTILINE)
_MODULE = re.compile(
    r"^(?:import[ \t]++(?:(?:[\w*][^\n;]{0,300}|\{[^{}]{0,600}\})[ \t]from[ \t]++)?['\"][^'\"\n]+['\"];?"
    r"|export\s+(?:const|let|default|function|async)\b.*(?:\n[^\n]+)*)$",
    re.MULTILINE,
)
_COMPONENT = re.compile(r"^[ \t]*</?[A-Z][\w.]*(?:\s[^<>]{0,4000})?/?>[ \t]*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,40})\]:.*(?:\n(?: {2,}|\t)\S.*|\n(?=\n(?: {4}|\t)\S))*", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"(?<=[^\s\[])\[\^[^\]\s]{1,40}\](?!:)")
_TOC = re.compile(
    r"^(?:\[\[?_?TOC_?\]?\]|(?:[*+-]|\d\.)[ \t]+[^\n]{1,40}\n\{:[ \t]*toc\b[^\n}]*\}|\{:[ \t]*toc\b[^\n}]*\})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def without_shortcodes(text: str) -> tuple[str, tuple[Dropped, ...]]:
    """
    *text* without Hugo and Jekyll shortcodes, Liquid tags, MDX imports and components, admonition fences, footnotes.

    Fenced code is left alone, and every line keeps its place.
    """
    dropped: list[Dropped] = []
    parts: list[str] = []
    start_line = 1
    text = _HIGHLIGHT.sub("```", text)
    for part, is_code in _segments(text):
        parts.append(part if is_code else _cleaned(part, start_line, dropped))
        start_line += part.count("\n")
    return "".join(parts), tuple(dropped)


def _segments(text: str) -> list[tuple[str, bool]]:
    """*text* cut at its code fences."""
    segments: list[tuple[str, bool]] = []
    current: list[str] = []
    fence: str | None = None
    for line in text.splitlines(keepends=True):
        match = _FENCE.match(line)
        if fence is None and match is not None:
            segments.append(("".join(current), False))
            current, fence = [line], match[1]
        elif fence is not None and match is not None and match[1].startswith(fence):
            segments.append(("".join([*current, line]), True))
            current, fence = [], None
        else:
            current.append(line)
    return [*segments, ("".join(current), fence is not None)]


def _cleaned(part: str, start_line: int, dropped: list[Dropped]) -> str:
    def drop(reason: str) -> Callable[[re.Match[str]], str]:
        line, counted = start_line, 0

        def replacement(match: re.Match[str]) -> str:
            nonlocal line, counted
            line, counted = line + part.count("\n", counted, match.start()), match.start()
            first = line
            last = first + match[0].rstrip("\n").count("\n")
            dropped.append(Dropped(text=match[0].strip(), lines=(first, last), reason=reason))
            return "\n" * match[0].count("\n")

        return replacement

    part = as_commonmark(part)
    if "[" in part or "{:" in part:
        part = _TOC.sub(drop("table of contents"), part)
        part = _BRACKETED.sub(drop("shortcode"), part)
    if "{" in part:
        part = _LINK.sub("](#)", part)
        part = _COMMENT.sub(drop("comment"), part)
        part = _TAG.sub(drop("shortcode"), part)
        part = _ATTRIBUTES.sub("", part)
    if "[^" in part:
        # Behind a space it is a mark where there is such a note.
        notes = "|".join(re.escape(match[1]) for match in _FOOTNOTE.finditer(part))
        part = _FOOTNOTE.sub(drop("footnote"), part)
        part = re.sub(rf"(?<=\S) \[\^(?:{notes})\](?!:)", "", part) if notes else part
        part = _FOOTNOTE_MARK.sub("", part)
    if "import" in part or "export" in part:
        part, count = _MODULE.subn(drop("import"), part)
        part = _EXPRESSION.sub(drop("expression"), part) if count else part
    if "{/*" in part:
        part = _JSX_COMMENT.sub(drop("comment"), part)
    return _COMPONENT.sub(drop("component"), part) if "<" in part else part
