"""Which bytes does a source hold: a file, an address, what came through a pipe?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.errors import SourceError
from repurpose.text.visible import visible_line

if TYPE_CHECKING:
    from repurpose.sources.web.fetching import Fetched

__all__ = ["Source", "fetch", "is_address", "open_source"]

_SHOWN_CHARACTERS = 200
# A scheme, or "http//" without its colon; a host with a path, which is no file.
_LIKE_ADDRESS = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]{1,15}:/|https?[:/]|www\.|[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[A-Za-z]{2,24}/", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of a source, and what is known of them before they are looked at."""

    data: bytes
    where: str
    """What errors call it."""
    suffix: str = ""
    """Of its file's name, with the dot."""
    media_type: str | None = None
    charset: str | None = None
    """What a server says it is encoded in."""
    url: str | None = None
    """The address that it came from."""


def is_address(source: str | Path) -> bool:
    """Whether *source* is an http address and no file."""
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def open_source(source: str | Path) -> Source:
    """The bytes of the file or address *source*; only an address uses the network."""
    if is_address(source):
        page = fetch(str(source))
        return Source(data=page.data, where=str(source), media_type=page.media_type, charset=page.charset, url=page.url)
    return Source(data=_bytes(source), where=_shown(source), suffix=Path(source).suffix.lower())


def fetch(url: str) -> Fetched:
    """What `web.fetching.fetch` fetches from *url*; its libraries are loaded for an address only."""
    from repurpose.sources.web.fetching import fetch as fetch_page

    return fetch_page(url)


def _bytes(source: str | Path) -> bytes:
    path, shown = Path(source), _shown(source)
    try:
        if path.is_dir():
            raise SourceError(
                f"{shown} is a folder; give one file with an article in it, or the folder to `repurpose make` or to "
                "read_articles"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        if _LIKE_ADDRESS.match(str(source)):
            raise SourceError(
                f"{shown} is no file and no address: an address begins with https:// or http://"
            ) from error
        raise SourceError(f"{shown} does not exist") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"{shown} cannot be read: {reason}; to read a text itself, use parse_article") from error


def _shown(source: str | Path) -> str:
    """*source* as errors call it: a name may hold line ends and what acts on a terminal."""
    name = str(source)
    return visible_line(name if len(name) <= _SHOWN_CHARACTERS else f"{name[:_SHOWN_CHARACTERS]}…")
