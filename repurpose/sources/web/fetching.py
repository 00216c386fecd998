"""What is at this http(s) address?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.errors import AddressRefused, FetchFailed, TryLater
from repurpose.sources.web.deadlines import Deadline
from repurpose.sources.web.hosts import checked_addresses, connected, look_up, open_connection
from repurpose.sources.web.locations import INSTEAD, locate, redirected
from repurpose.sources.web.unpacking import CODINGS, unpacked

if TYPE_CHECKING:
    from repurpose.sources.web.hosts import Connect, Resolve
    from repurpose.sources.web.locations import Location
    from repurpose.sources.web.wire import Answer

__all__ = ["FetchLimits", "Fetched", "fetch"]

_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "text/markdown, text/plain;q=0.9, */*;q=0.5"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SUCCESS = range(200, 300)
_SERVER_ERRORS = range(500, 600)
# Request timeout, too early, too many requests.
_PASSING = frozenset({408, 425, 429})
_LOGIN = frozenset({401, 402, 403, 407, 451})
_NO_TEXT = ("image/", "audio/", "video/", "font/")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """How far a fetch goes."""

    bytes: int = 10_000_000
    """Of the body, unpacked and as sent. Web pages of articles have 1.5 million at most, PDFs of them a few."""
    seconds: float = 20
    """For everything: look-ups, connections, redirects, the last byte of the body."""
    redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What was at an address."""

    url: str
    """Where it was in the end, after redirects."""
    data: bytes
    """The body, unpacked."""
    media_type: str | None
    """As the server says, in lower case, without parameters."""
    charset: str | None


_LIMITS = FetchLimits()


def fetch(
    url: str, *, limits: FetchLimits = _LIMITS, resolve: Resolve = look_up, connect: Connect = open_connection
) -> Fetched:
    """
    What is at *url*, asked for without proxy, cookies or password, whatever the environment says.

    Each host on the way is looked up once by *resolve*, and *connect* is given one of the addresses that were checked.
    Raises `AddressRefused` for what is not public http(s), `FetchFailed` where another try would fail as well, and
    `TryLater` where it may not.
    """
    location = locate(url, ports=limits.ports)
    deadline = Deadline(limits.seconds, where=location.url)
    answer = _ask(location, limits=limits, resolve=resolve, connect=connect, deadline=deadline)
    hops = 0
    while not isinstance(answer, Fetched):
        if hops == limits.redirects:
            raise FetchFailed(f"{location.url} redirects once more, after {hops} times (for cookies?); {INSTEAD}")
        hops += 1
        try:
            target = locate(answer, ports=limits.ports)
            answer = _ask(target, limits=limits, resolve=resolve, connect=connect, deadline=deadline)
        except AddressRefused as error:
            raise AddressRefused(f"{location.url} redirects: {error}") from error
        location = target
    return answer


def _ask(
    location: Location, *, limits: FetchLimits, resolve: Resolve, connect: Connect, deadline: Deadline
) -> Fetched | str:
    """What is at *location*, or the address that it redirects to."""
    # Loads httpcore, which nobody needs who reads files.
    from repurpose.sources.web.wire import exchange

    addresses = checked_addresses(location, resolve=resolve, deadline=deadline)
    connection = connected(location, addresses, connect=connect, deadline=deadline)
    with exchange(location, connection, headers=_headers(), most=limits.bytes, deadline=deadline) as answer:
        if answer.status not in _REDIRECTS:
            _check_status(location, answer.status)
            return _body(location, answer, most=limits.bytes, deadline=deadline)
        if not (target := answer.headers.get("location", b"").strip()):
            raise FetchFailed(f"{location.url} redirects (status {answer.status}) without saying where to; {INSTEAD}")
        return redirected(location, target)


def _headers() -> dict[str, str]:
    from importlib.metadata import version

    return {
        "User-Agent": f"repurpose/{version('repurpose-toolkit')} (+article reader)",
        "Accept": _ACCEPT,
        "Accept-Encoding": ", ".join(CODINGS),
        "Connection": "close",
    }


def _check_status(location: Location, status: int) -> None:
    if status in _SUCCESS:
        return
    if status in _PASSING or status in _SERVER_ERRORS:
        raise TryLater(f"{location.url} answers with status {status} for now; try again later, or {INSTEAD}")
    if status in _LOGIN:
        raise FetchFailed(f"{location.url} is not open to everybody (status {status}); {INSTEAD}")
    raise FetchFailed(f"{location.url} answers with status {status}; check the address, or {INSTEAD}")


def _body(location: Location, answer: Answer, *, most: int, deadline: Deadline) -> Fetched:
    header = answer.headers.get("content-type", b"").decode("latin-1")
    media_type = header.partition(";")[0].strip().lower() or None
    if media_type and media_type.startswith(_NO_TEXT):
        raise FetchFailed(f"{location.url} is of the type {media_type!a}, not text; give the address of an article")
    length = answer.headers.get("content-length", b"")
    if length.isdigit() and int(length) > most:
        raise FetchFailed(f"{location.url} holds {int(length):,} bytes; up to {most:,} are read; {INSTEAD}")
    coding = answer.headers.get("content-encoding", b"").decode("latin-1").strip().lower()
    charset = _CHARSET.search(header)
    return Fetched(
        url=location.url,
        data=unpacked(answer.chunks, coding, most=most, where=location.url, deadline=deadline),
        media_type=media_type,
        charset=charset[1].lower() if charset else None,
    )
