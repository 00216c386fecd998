"""How does one request go over one connection, within the time and the size that are left? The adapter for httpcore."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import certifi
import httpcore

from repurpose.errors import FetchFailed, TryLater
from repurpose.sources.web.locations import INSTEAD

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterable, Iterator, Mapping

    from repurpose.sources.web.deadlines import Deadline
    from repurpose.sources.web.locations import Location

__all__ = ["Answer", "exchange"]

# Headers, and what frames the pieces of a body, beside the body itself. Servers send a few thousand bytes of these.
_FRAMING = 262_144


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent, the body still on its way."""

    status: int
    headers: Mapping[str, bytes]
    """By names in lower case; of several with one name, the first."""
    chunks: Iterable[bytes]


@contextmanager
def exchange(
    location: Location, connection: socket.socket, *, headers: Mapping[str, str], most: int, deadline: Deadline
) -> Iterator[Answer]:
    """
    The answer to a GET of *location* over *connection*, which is closed in the end.

    Raises `FetchFailed` for a certificate that is not this host's, for what is not HTTP and for more than *most* bytes
    of body; `TryLater` when the connection breaks or the time is over.
    """
    wire = _Wire(connection, where=location.url, most=most + _FRAMING, deadline=deadline)
    url = httpcore.URL(
        scheme=location.scheme.encode(),
        host=location.host.encode(),
        port=location.port,
        target=location.target.encode(),
    )
    lines = [(name.encode(), value.encode()) for name, value in headers.items()]
    request = httpcore.Request(b"GET", url, headers=[(b"Host", location.authority.encode()), *lines])
    try:
        client = httpcore.HTTPConnection(url.origin, ssl_context=_trust(location), network_backend=_Connected(wire))
        response = client.handle_request(request)
        named: dict[str, bytes] = {}
        for name, value in response.headers:
            named.setdefault(name.decode("ascii").lower(), value)
        yield Answer(status=response.status, headers=named, chunks=response.iter_stream())
    except httpcore.RemoteProtocolError as error:
        if wire.is_ended:
            raise TryLater(f"{location.url} ended early ({error}); try again later, or {INSTEAD}") from error
        raise FetchFailed(f"{location.url} does not answer as web servers do ({error}); {INSTEAD}") from error
    finally:
        wire.close()


class _Connected(httpcore.NetworkBackend):
    """Gives httpcore the connection that was made to a checked address, whatever host it asks for."""

    def __init__(self, wire: _Wire) -> None:
        self._wire = wire

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - looked up and checked before
        port: int,  # noqa: ARG002
        timeout: float | None = None,  # noqa: ARG002 - the deadline of the wire holds
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return self._wire


class _Wire(httpcore.NetworkStream):
    """A connection of which every step ends by the deadline and that gives no more than *most* bytes."""

    def __init__(self, connection: socket.socket, *, where: str, most: int, deadline: Deadline) -> None:
        self._socket = connection
        self._where = where
        self._most = most
        self._deadline = deadline
        self.is_ended = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline holds
        try:
            self._socket.settimeout(self._deadline.left())
            data = self._socket.recv(max_bytes)
        except TimeoutError:
            raise self._deadline.passed() from None
        except OSError as error:
            raise TryLater(
                f"{self._where}: the connection broke ({error.strerror or error}); try again later, or {INSTEAD}"
            ) from error
        self._most -= len(data)
        if self._most < 0:
            raise FetchFailed(f"{self._where} sends without end; {INSTEAD}, or only the article's part of it")
        self.is_ended = not data
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - as above
        try:
            self._socket.settimeout(self._deadline.left())
            self._socket.sendall(buffer)
        except TimeoutError:
            raise self._deadline.passed() from None
        except OSError as error:
            # A server may refuse before it has heard all: httpcore then reads what it has to say.
            raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - as above
    ) -> httpcore.NetworkStream:
        try:
            self._socket.settimeout(self._deadline.left())
            self._socket = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except TimeoutError:
            raise self._deadline.passed() from None
        except ssl.SSLCertVerificationError as error:
            raise FetchFailed(
                f"{self._where}: the certificate is not to be trusted ({error.verify_message}); {INSTEAD}"
            ) from error
        except ssl.SSLError as error:
            raise FetchFailed(f"{self._where}: no secure connection ({error.reason or error}); {INSTEAD}") from error
        except OSError as error:
            raise TryLater(
                f"{self._where}: the connection broke ({error.strerror or error}); try again later, or {INSTEAD}"
            ) from error
        return self


def _trust(location: Location) -> ssl.SSLContext | None:
    """The same authorities on every machine; `ssl.create_default_context` would ask the environment for more."""
    if location.scheme != "https":
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(certifi.where())
    return context
