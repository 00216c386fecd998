"""Which articles does a folder, a feed, an export or a list of addresses hold?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.errors import EmptySource, SourceError
from repurpose.sources.decoding import decode
from repurpose.sources.detecting import document_kind
from repurpose.sources.opening import Source, is_address, open_source
from repurpose.sources.reading import articles_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article

__all__ = ["read_articles", "read_outcomes"]

# What a folder of articles is looked through for; pictures, styles and data beside them are not articles.
# fmt: off
_SUFFIXES = frozenset({
    ".txt", ".text", ".md", ".markdown", ".mdx", ".mkd", ".mdown", ".qmd", ".rmd", ".html", ".htm", ".xhtml", ".docx",
    ".pdf", ".epub", ".srt", ".vtt", ".eml", ".rss", ".atom", ".xml", ".jsonfeed",
})
# fmt: on
_LISTS = frozenset({".txt", ".text", ".urls", ".list", ""})
_MOST_SHOWN = 10


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
        raise SourceError(f"{source}: {len(failures)} articles cannot be read{shown}{more}")


def read_outcomes(source: str | Path) -> Iterator[Article | SourceError]:
    """What `read_articles` reads, with what cannot be read as an error in its place."""
    for one in _sources_in(source):
        try:
            yield from articles_from(one if isinstance(one, Source) else open_source(one))
        except SourceError as error:
            yield error


def _sources_in(source: str | Path) -> Sequence[str | Path | Source]:
    """What *source* stands for: the files of a folder, the addresses of a list, else itself."""
    path = Path(source)
    if is_address(source):
        return (source,)
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES and _is_open(file, path))
        if not files:
            raise EmptySource(f"{path} holds no file with an article; known endings: {', '.join(sorted(_SUFFIXES))}")
        return files
    opened = open_source(source)
    return _addresses(opened) or (opened,)


def _is_open(file: Path, folder: Path) -> bool:
    """Whether *file* is one, and no part of its path in the *folder* is hidden."""
    return file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)


def _addresses(source: Source) -> tuple[str, ...]:
    """The addresses of a file that lists nothing else."""
    if source.suffix not in _LISTS or document_kind(source.data, where=source.where) is not None:
        return ()
    lines = [line.strip() for line in decode(source.data, where=source.where).splitlines()]
    listed = [line for line in lines if line and not line.startswith("#")]
    return tuple(listed) if listed and all(is_address(line) and " " not in line for line in listed) else ()
