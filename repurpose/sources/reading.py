"""How does a source become an Article?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.errors import EmptySource, SourceError, UnknownName, UsageError
from repurpose.sources.building import build_article
from repurpose.sources.cleaning import clean_characters, hidden_characters, one_line
from repurpose.sources.decoding import decode
from repurpose.sources.detecting import FORMATS, detect_format
from repurpose.sources.furniture.authored import take_authored
from repurpose.sources.furniture.pruning import prune_structured, with_title
from repurpose.sources.furniture.trimming import trim_text
from repurpose.sources.markdown.parsing import read_markdown
from repurpose.sources.plain.plaintext import read_text
from repurpose.sources.structure.headings import with_flat_headings, with_orphans
from repurpose.sources.structure.labels import labelled
from repurpose.sources.structure.quotations import with_quoted_speakers
from repurpose.sources.structure.turns import with_speakers
from repurpose.sources.web.apart import read_apart
from repurpose.sources.web.hostile import is_heavy
from repurpose.sources.web.webpage import read_html
from repurpose.text.languages import detect_language, primary_language

if TYPE_CHECKING:
    from repurpose.model import Article
    from repurpose.sources.pieces import Reading

__all__ = ["parse_article", "read_article"]


def read_article(
    source: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the public name
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """
    The article in the file *source*: plain text, Markdown or saved HTML.

    *format* is told by the content when it is not given; *url* is where the article is published, *language* its
    BCP 47 code. Raises `UsageError` for an address and `SourceError` for a file without a readable article.
    """
    if isinstance(source, str) and source.lower().startswith(("http://", "https://")):
        raise UsageError(f"{source} is an address, and addresses are not read yet; save the page and give its file")
    path = Path(source)
    if format is not None and format not in FORMATS:
        raise UnknownName("format", format, FORMATS)
    text = decode(_bytes(path), where=str(path))
    return _article(
        text,
        format=format or detect_format(text, suffix=path.suffix),
        where=str(path),
        title=None,
        url=url,
        language=language,
    )


def parse_article(
    text: str,
    *,
    format: str = "text",  # noqa: A002 - the public name
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """
    The article in *text*, which is ``text``, ``markdown`` or ``html``.

    *title*, *url* and *language* win over what the text says. Raises `EmptySource` when it holds no article.
    """
    return _article(text, format=format, where="the text", title=title, url=url, language=language)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{path} is a folder; give one file with an article in it")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{path} does not exist") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        shown = str(path) if len(str(path)) <= 200 else f"{str(path)[:200]}…"  # noqa: PLR2004 - one line of message
        raise SourceError(f"{shown} cannot be read: {reason}; to read a text itself, use parse_article") from error


def _article(
    text: str,
    *,
    format: str,  # noqa: A002 - as above
    where: str,
    title: str | None,
    url: str | None,
    language: str | None,
) -> Article:
    if format not in FORMATS:
        raise UnknownName("format", format, FORMATS)
    title = one_line(clean_characters(title)) or None if title else None
    if not text.strip():
        raise EmptySource(f"{where} is empty; an article needs at least one sentence")
    reading = _STEPS[format](text, title)
    if not reading.pieces:
        raise EmptySource(f"{where} holds no article: nothing is left when the page around it is taken off")
    metadata = reading.metadata
    if url is not None:
        metadata = replace(metadata, url=url)
    prose = "\n".join(piece.text for piece in reading.pieces if piece.kind.value not in {"code", "table"})
    known = primary_language(language) or primary_language(metadata.language)
    return build_article(replace(reading, metadata=metadata), language=known or detect_language(prose))


def _from_text(text: str, title: str | None) -> Reading:
    return _trimmed(_with_hidden(read_text(clean_characters(text)), text), title)


def _with_hidden(reading: Reading, text: str) -> Reading:
    """*reading* of *text* with a report of the characters in it that nobody sees."""
    # A mark at the very start only says how the file is encoded.
    hidden = hidden_characters([(1, text.removeprefix("\ufeff"))])
    return replace(reading, dropped=(*hidden, *reading.dropped))


def _trimmed(reading: Reading, title: str | None) -> Reading:
    """*reading* of a text copy, without the page around the article and with the structure that the copy lost."""
    if title:
        reading = replace(reading, metadata=replace(reading.metadata, title=title))
    reading = trim_text(take_authored(reading))
    pieces = with_orphans(with_flat_headings(reading.pieces))
    return replace(reading, pieces=labelled(with_speakers(pieces, known=_known(reading))))


def _from_markdown(text: str, title: str | None) -> Reading:
    return _structured(_with_hidden(read_markdown(clean_characters(text)), text), title)


def _structured(reading: Reading, title: str | None, *, is_page: bool = False) -> Reading:
    """*reading* of a format that has structure of its own, without furniture and with what structure does not say."""
    if title:
        reading = replace(reading, metadata=replace(reading.metadata, title=title))
    pieces, credits_ = with_quoted_speakers(reading.pieces)
    reading = replace(reading, pieces=pieces, dropped=(*reading.dropped, *credits_))
    reading = prune_structured(take_authored(with_title(reading)), is_page=is_page)
    return replace(reading, pieces=labelled(with_speakers(reading.pieces, known=_known(reading))))


def _known(reading: Reading) -> tuple[str | None, ...]:
    """Where else a speaker may be named in full."""
    return reading.metadata.title, reading.metadata.byline, reading.metadata.description


def _from_html(text: str, title: str | None) -> Reading:
    reading, is_main_text = read_apart(text) if is_heavy(text) else read_html(text)
    return _structured(reading, title, is_page=True) if is_main_text else _trimmed(reading, title)


_STEPS = {"text": _from_text, "markdown": _from_markdown, "html": _from_html}
