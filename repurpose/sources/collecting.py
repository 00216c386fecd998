"""Which articles does a folder, a feed, an export or a list of addresses hold?"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.errors import EmptySource, SourceError
from repurpose.sources.decoding import decode
from repurpose.sources.detecting import document_kind
from repurpose.sources.opening import Source, is_address, open_source
from repurpose.sources.reading import articles_from
from repurpose.text.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article

__all__ = ["read_articles", "read_outcomes", "read_placed"]

# What a folder of articles is looked through for; pictures, styles and data beside them are not articles.
# fmt: off
_SUFFIXES = frozenset({
    ".txt", ".text", ".md", ".markdown", ".mdx", ".mkd", ".mdown", ".qmd", ".rmd", ".html", ".htm", ".xhtml", ".docx",
    ".pdf", ".epub", ".srt", ".vtt", ".eml", ".rss", ".atom", ".xml", ".jsonfeed", ".urls", ".list",
})
# fmt: on
_LISTS = frozenset({".txt", ".text", ".urls", ".list", ""})
_MOST_SHOWN = 10
# So many lines of a list are addresses; the others are named as what is none.
_LISTED_SHARE = 0.9


def read_articles(source: str | Path) -> Iterator[Article]:
    """
    The articles in *source*, one by one: a folder, a feed, a WordPress export, a file of addresses, or one article.

    A folder is read with those in it, files in the order of their paths; lines of a list that begin with ``#`` say
    nothing. What cannot be read does not keep the others back: one `SourceError` at the end names all of it.
    """
    failures: list[SourceError] = []
    for outcome in read_outcomes(source):
        if isinstance(outcome, SourceError):
            failures.append(outcome)
        else:
            yield outcome
    if len(failures) == 1:
        raise failures[0]
    if failures:
        shown = "".join(f"\n  {failure}" for failure in failures[:_MOST_SHOWN])
        more = f"\n  and {len(failures) - _MOST_SHOWN} more" if len(failures) > _MOST_SHOWN else ""
        raise SourceError(f"{visible_line(str(source))}: {len(failures)} articles cannot be read{shown}{more}")


def read_outcomes(source: str | Path) -> Iterator[Article | SourceError]:
    """What `read_articles` reads, with what cannot be read as an error in its place."""
    return (outcome for _, outcome in read_placed(source))


def read_placed(source: str | Path) -> Iterator[tuple[str, Article | SourceError]]:
    """The same, each with the name of the file or address that it comes from."""
    for one in _sources_in(source):
        try:
            if isinstance(one, SourceError):
                yield visible_line(str(source)), one
                continue
            opened = open_source(one)
            listed = () if is_address(one) else _addresses(opened)
        except SourceError as error:
            yield visible_line(str(one)), error
            continue
        yield from _listed_articles(listed, opened.where) if listed else _articles(opened)


def _listed_articles(listed: Sequence[str | SourceError], where: str) -> Iterator[tuple[str, Article | SourceError]]:
    for one in listed:
        if isinstance(one, SourceError):
            yield where, one
            continue
        try:
            opened = open_source(one)
        except SourceError as error:
            yield one, error
        else:
            yield from _articles(opened)


def _articles(source: Source) -> Iterator[tuple[str, Article | SourceError]]:
    try:
        for outcome in articles_from(source):
            yield source.where, outcome
    except SourceError as error:
        yield source.where, error


def _sources_in(source: str | Path) -> Sequence[str | Path | SourceError]:
    """What *source* stands for: the files of a folder, else itself."""
    path = Path(source)
    if not is_address(source) and _is_folder(path):
        files = _files_in(path)
        if not files:
            shown = visible_line(str(path))
            raise EmptySource(f"{shown} holds no file with an article; known endings: {', '.join(sorted(_SUFFIXES))}")
        return files
    return (source,)


def _is_folder(path: Path) -> bool:
    """Whether *path* is one; what cannot even be looked at says so when it is opened."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _files_in(folder: Path) -> list[Path | SourceError]:
    """The files with articles below *folder* that are not hidden, by their paths; links to folders are not followed."""
    found: list[tuple[Path, Path | SourceError]] = []

    def failed(error: OSError) -> None:
        place = Path(error.filename)
        found.append((place, SourceError(f"{visible_line(str(place))} cannot be read: {error.strerror or error}")))

    for name, folders, files in os.walk(folder, onerror=failed):
        folders[:] = [inner for inner in folders if not inner.startswith(".")]
        paths = (Path(name, file) for file in files if not file.startswith("."))
        found.extend((path, path) for path in paths if path.suffix.lower() in _SUFFIXES and _can_end(path))
    return [outcome for _, outcome in sorted(found, key=lambda pair: pair[0])]


def _can_end(file: Path) -> bool:
    """Whether reading *file* comes to an end, be it with an error: a pipe or a device may go on for ever."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return True


def _addresses(source: Source) -> tuple[str | SourceError, ...]:
    """The addresses of a file that lists them, with an error in the place of a line that is none."""
    if source.suffix not in _LISTS or document_kind(source.data, where=source.where) is not None:
        return ()
    lines = enumerate(decode(source.data, where=source.where).splitlines(), start=1)
    listed = [(number, line.strip()) for number, line in lines if line.strip() and not line.lstrip().startswith("#")]
    outcomes: list[str | SourceError] = [
        line
        if is_address(line) and " " not in line
        else SourceError(
            f"line {number} of {source.where} is no address; a list has one http(s) address a line and nothing else"
        )
        for number, line in listed
    ]
    addresses = sum(isinstance(outcome, str) for outcome in outcomes)
    return tuple(outcomes) if addresses and addresses >= _LISTED_SHARE * len(outcomes) else ()
