"""A server on loopback that answers as a test tells it to, and the connection that leads public names there."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from typing import Self

PUBLIC = "93.184.216.34"

Script = Callable[[socket.socket, str], None]
Wrap = Callable[[socket.socket], contextlib.AbstractContextManager[socket.socket]]


class Loopback:
    """
    Runs *script* on each connection with the request's head; notes what was asked for and who was connected to.

    Its `connect` takes the place of the real one: it is given the address that was checked, and goes to loopback.
    """

    def __init__(self, script: Script, *, wrap: Wrap = contextlib.nullcontext) -> None:
        self._script = script
        self._wrap = wrap
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._closing = threading.Event()
        self._threads: list[threading.Thread] = []
        self.requests: list[str] = []
        self.connections: list[tuple[str, int]] = []

    def __enter__(self) -> Self:
        self._start(self._serve)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        # Wakes the thread that accepts.
        socket.create_connection(self._listener.getsockname()).close()
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connections.append((address, port))
        return socket.create_connection(self._listener.getsockname(), timeout=seconds)

    def wait(self, seconds: float) -> None:
        """Sleep, but not beyond the end of the test."""
        self._closing.wait(seconds)

    def _start(self, run: Callable[[], None]) -> None:
        thread = threading.Thread(target=run, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._closing.is_set():
                connection.close()
                return
            self._start(lambda taken=connection: self._answer(taken))  # type: ignore[misc]  # bound now, not later

    def _answer(self, connection: socket.socket) -> None:
        # The client hangs up in the midst of most of these answers.
        with connection, contextlib.suppress(OSError), self._wrap(connection) as stream:
            head = b""
            while b"\r\n\r\n" not in head:
                if not (data := stream.recv(4096)):
                    return
                head += data
            self.requests.append(head.decode("latin-1"))
            self._script(stream, self.requests[-1])


def resolve_public(*_: object) -> tuple[str, ...]:
    return (PUBLIC,)


def answer(body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None) -> Script:
    """Answers everything the same way; *length* is the Content-Length where it lies."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    data = "\r\n".join([*lines, "", ""]).encode("latin-1") + body
    return lambda stream, _: stream.sendall(data)


def redirect(location: str, *, status: str = "302 Found") -> Script:
    return answer(b"", f"Location: {location}", status=status)


def raw(data: bytes) -> Script:
    return lambda stream, _: stream.sendall(data)


def endless(start: bytes, piece: bytes, *, pause: Callable[[], None] | None = None) -> Script:
    """Sends *start* and then *piece* until nobody listens."""

    def send(stream: socket.socket, _: str) -> None:
        stream.sendall(start)
        while True:
            stream.sendall(piece)
            if pause:
                pause()

    return send
