"""What is an Org, AsciiDoc or reStructuredText file in Markdown, when one is given by mistake?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["as_markdown"]

_MARKDOWN = re.compile(r"^(?:#{1,6} |```|~~~|\[[^\]\n]{1,200}\]: )", re.MULTILINE)
_ORG = re.compile(r"^#\+(?:TITLE|AUTHOR|DATE|OPTIONS|BEGIN_\w+)\b", re.MULTILINE | re.IGNORECASE)
_ORG_KEY = re.compile(r"^#\+(\w+):[ \t]*(.*)$")
_ORG_HEADING = re.compile(r"^(\*{1,6})[ \t]+(?:TODO |DONE )?(.*?)(?:[ \t]+:[\w:]+:)?$")
_ORG_LINK = re.compile(r"\[\[([^\[\]\n]{1,1000})\](?:\[([^\[\]\n]{1,300})\])?\]")
_ORG_MARK = re.compile(r"(?<![\w/:])([/=~])(?=\S)([^/=~\n]{1,300}?)(?<=\S)\1(?![\w/])")

_ADOC = re.compile(r"\A(?:(?://|:)[^\n]*\n|[ \t]*\n)*= \S[^\n]*\n")
_ADOC_HEADING = re.compile(r"^(={1,6})[ \t]+(\S.*)$")
_ADOC_ATTRIBUTE = re.compile(r"^:([\w-]+):[ \t]*(.*)$")
_ADOC_AUTHOR = re.compile(r"^([^\W\d_][\w.'’ -]{2,60}?)(?:[ \t]+<[^<>]+>)?$")
_ADOC_BLOCK = re.compile(r"^\[(\w+)(?:,[ \t]*([^\],\n]*))?[^\]\n]*\]$")
_ADOC_LINK = re.compile(r"(?:link:|xref:|mailto:|(?=https?://))([^\s\[\]]{1,1000})\[([^\[\]\n]{0,300})\]")
_ADOC_IMAGE = re.compile(r"^image::?([^\s\[\]]+)\[([^\[\],\n]{0,300})[^\]\n]*\]$")
_ADOC_MACRO = re.compile(r"^(?:include::|toc::|\[\[|//|ifdef::|ifndef::|endif::|<<<|'{3}$)")
_ADOC_NESTED = re.compile(r"^(\*{2,5}) ")
_ADOC_FENCES = frozenset({"____", "----", "....", "====", "****", "--"})
_ADOC_CODE = frozenset({"----", "...."})

_RST = re.compile(
    r"^(?:\.\. [\w-]+::|\.\. _[^:\n]+:|:(?:author|date|tags|slug|category|summary):)", re.MULTILINE | re.IGNORECASE
)
_RST_RULE = re.compile(r"^([=\-~^\"'#*+`:.])\1{2,}$")
_RST_FIELD = re.compile(r"^:([\w -]{1,30}):[ \t]+(.*)$")
_RST_DIRECTIVE = re.compile(r"^\.\. ([\w-]+)::[ \t]*(.*)$")
_RST_OPTION = re.compile(r"^[ \t]+:([\w-]+):[ \t]*(.*)$")
_RST_LINK = re.compile(r"`([^`<>\n]{1,300}?)[ \t]*<([^`<>\n]{1,1000})>`__?")
_RST_ROLE = re.compile(r":[\w:+-]{1,30}:`([^`<>\n]{1,200}?)(?:[ \t]*<[^`<>\n]{1,300}>)?`")
_RST_CODE = frozenset({"code", "code-block", "sourcecode", "highlight"})
_RST_IMAGES = frozenset({"image", "figure"})


def as_markdown(text: str) -> str:
    """*text* as Markdown, line for line, where its marks are those of another markup; else as it is."""
    convert: Callable[[Sequence[str]], list[str]]
    # Markdown that shows such a file in a listing is Markdown.
    if _MARKDOWN.search(text):
        return text
    if "#+" in text and _ORG.search(text):
        convert = _from_org
    elif _ADOC.match(text):
        convert = _from_asciidoc
    elif _RST.search(text):
        convert = _from_rst
    else:
        return text
    return "\n".join(convert(text.split("\n")))


def _from_org(lines: Sequence[str]) -> list[str]:
    done: list[str] = []
    is_quote = is_code = False
    for line in lines:
        folded = line.strip().casefold()
        if folded.startswith(("#+begin_", "#+end_")):
            opens = folded.startswith("#+begin_")
            is_prose = "quote" in folded or "verse" in folded
            is_quote, is_code = (opens, is_code) if is_prose else (is_quote, opens)
            done.append("" if is_prose else "```")
        elif is_code:
            done.append(line)
        elif (key := _ORG_KEY.match(line)) is not None:
            done.append(_key_line(key[1], key[2]))
        elif (heading := _ORG_HEADING.match(line)) is not None:
            done.append(f"{'#' * min(6, len(heading[1]) + 1)} {heading[2]}")
        else:
            words = _ORG_LINK.sub(lambda match: f"[{match[2] or match[1]}]({match[1]})", line)
            done.append("> " * is_quote + _ORG_MARK.sub(r"\2", words))
    return done


def _from_asciidoc(lines: Sequence[str]) -> list[str]:
    done: list[str] = []
    credit = ""
    inside: str | None = None
    for line in lines:
        stripped = line.strip()
        if inside is None and (opened := _ADOC_BLOCK.match(stripped)) is not None:
            credit = (opened[2] or "").strip()
            done.append("")
        elif inside is None and stripped in _ADOC_FENCES:
            inside = stripped
            done.append("```" if stripped in _ADOC_CODE else "")
        elif stripped and stripped == inside:
            end = f"> — {credit}" if inside == "____" and credit else ""
            done.append("```" if inside in _ADOC_CODE else end)
            inside, credit = None, ""
        elif inside in _ADOC_CODE:
            done.append(line)
        elif inside == "____":
            done.append(f"> {line}")
        else:
            done.append(_asciidoc_line(stripped, line, is_author=bool(done) and done[-1].startswith("# ")))
    return done


def _asciidoc_line(stripped: str, line: str, *, is_author: bool) -> str:
    if (heading := _ADOC_HEADING.match(stripped)) is not None:
        return f"{'#' * len(heading[1])} {heading[2]}"
    if (attribute := _ADOC_ATTRIBUTE.match(stripped)) is not None:
        return _key_line(attribute[1], attribute[2])
    if is_author and (author := _ADOC_AUTHOR.match(stripped)) is not None:
        return f"By {author[1].strip()}"
    if (image := _ADOC_IMAGE.match(stripped)) is not None:
        return f"![{image[2]}]({image[1]})"
    if _ADOC_MACRO.match(stripped):
        return ""
    if (nested := _ADOC_NESTED.match(stripped)) is not None:
        line = "  " * (len(nested[1]) - 1) + "*" + stripped[len(nested[1]) :]
    return _ADOC_LINK.sub(lambda match: f"[{match[2] or match[1]}]({match[1]})", line)


def _from_rst(lines: Sequence[str]) -> list[str]:
    done: list[str] = []
    levels: list[str] = []
    directive = ""
    for index, line in enumerate(lines):
        above = lines[index - 1].strip() if index else ""
        if line and not line[0].isspace():
            directive = ""
        if (rule := _RST_RULE.match(line)) is not None:
            if above and not _RST_RULE.match(above) and len(line) >= len(above):
                levels.extend([rule[1]] if rule[1] not in levels else [])
                done[-1] = f"{'#' * min(6, levels.index(rule[1]) + 1)} {above}"
            done.append("")
        elif (field := _RST_FIELD.match(line)) is not None:
            done.append(_key_line(field[1], field[2]))
        elif (opened := _RST_DIRECTIVE.match(line)) is not None:
            directive = opened[1]
            done.append("")
        elif line.startswith(".. "):
            done.append("")
        elif directive and (option := _RST_OPTION.match(line)) is not None:
            done.append(f"![{option[2]}](#)" if option[1] == "alt" and directive in _RST_IMAGES else "")
        elif directive in _RST_CODE:
            done.append(f"    {line.strip()}" if line.strip() else "")
        else:
            done.append(_rst_line(line.strip() if directive else line))
    return done


def _rst_line(line: str) -> str:
    line = _RST_ROLE.sub(r"\1", _RST_LINK.sub(r"[\1](\2)", line))
    return line[:-1] if line.endswith("::") else line


def _key_line(key: str, value: str) -> str:
    """The title, the author and the date of a file's head as lines that the reader knows; nothing for other keys."""
    key = key.casefold()
    if key == "title":
        return f"# {value}"
    if key in {"author", "authors"}:
        return f"By {value}"
    return value if key in {"date", "revdate"} else ""
