"""Which lines are rows of a table that was pasted with tabs between its cells?"""

from __future__ import annotations

from itertools import groupby

from repurpose.sources.structure.lists import find_marker

__all__ = ["with_bars"]

_ROWS = 2
# Besides its rows a table has lines of one cell: what it shows, and the names of its parts.
_ROW_SHARE = 0.5
_BAR = " | "


def with_bars(text: str) -> str:
    """*text* with ``|`` between the cells of its tables; its lines stay where they are."""
    if "\t" not in text:
        return text
    lines: list[str] = []
    for is_blank, group in groupby(text.split("\n"), key=lambda line: not line.strip()):
        run = list(group)
        columns = 0 if is_blank else _columns(run)
        lines.extend(_row(line, columns) if columns else line for line in run)
    return "\n".join(lines)


def _columns(lines: list[str]) -> int:
    """How many tabs each row among *lines* has; none where they are no table."""
    tabs = [_inner_tabs(line) for line in lines]
    most = max(tabs)
    rows = sum(count == most for count in tabs)
    is_table = rows >= _ROWS and rows > _ROW_SHARE * len(lines) and all(count in {0, most} for count in tabs)
    return most if is_table and not any(map(_is_item, lines)) and "|" not in "".join(lines) else 0


def _row(line: str, columns: int) -> str:
    return line.replace("\t", _BAR) if _inner_tabs(line) else line.rstrip() + _BAR * columns


def _inner_tabs(line: str) -> int:
    """How many tabs stand between the words of *line*; none where it is indented by one."""
    return 0 if line.startswith(("\t", " ")) else line.rstrip().count("\t")


def _is_item(line: str) -> bool:
    """Whether a bullet or a number stands before the tab: office programs write lists so."""
    return find_marker(line.replace("\t", " ")) is not None or line.startswith("o\t")
