"""To which addresses does a host lead, may all of them be connected to, and which answers?"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, TypeAlias

from repurpose.errors import AddressRefused, FetchFailed, TryLater
from repurpose.sources.web.addresses import why_refused
from repurpose.sources.web.locations import INSTEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from repurpose.sources.web.deadlines import Deadline
    from repurpose.sources.web.locations import Location

__all__ = ["Connect", "Resolve", "checked_addresses", "connected", "look_up", "open_connection"]

Resolve: TypeAlias = "Callable[[str, int], Sequence[str]]"
"""From a host and a port to IP addresses, the best first; raises `OSError`."""
Connect: TypeAlias = "Callable[[str, int, float], socket.socket]"
"""From an IP address, a port and seconds to a connection; raises `OSError`."""

# A site has a few addresses of each kind; whoever names hundreds does not want to be reached.
_MOST_TRIED = 4


def look_up(host: str, port: int) -> tuple[str, ...]:
    """The addresses of *host* as the system knows them."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in answers))


def open_connection(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to the IP address *address*."""
    return socket.create_connection((address, port), timeout=seconds)


def checked_addresses(location: Location, *, resolve: Resolve, deadline: Deadline) -> tuple[str, ...]:
    """
    Where the host of *location* leads, looked up once; what is connected to is one of these.

    Raises `AddressRefused` when any of them is not public: a name that leads to a public and a private address is made
    to be tried until the private one answers.
    """
    try:
        addresses = tuple(deadline.within(lambda: resolve(location.host, location.port)))
    except OSError as error:
        raise _unknown(location, error) from error
    if not addresses:
        raise FetchFailed(f"{location.url}: the host {location.host} has no address; check the spelling")
    for address in addresses:
        if why := why_refused(address):
            raise AddressRefused(
                f"{location.url} is not fetched: {location.host} leads to {address}, which is {why}; {INSTEAD}"
            )
    return addresses


def connected(location: Location, addresses: Sequence[str], *, connect: Connect, deadline: Deadline) -> socket.socket:
    """A connection to the first of *addresses* that takes one; each gets its share of the time that is left."""
    reason = ""
    tried = addresses[:_MOST_TRIED]
    for index, address in enumerate(tried):
        try:
            return connect(address, location.port, deadline.left() / (len(tried) - index))
        except OSError as error:
            reason = error.strerror or str(error)
    deadline.left()
    raise TryLater(f"{location.url}: no connection ({reason}); try again later, or {INSTEAD}")


def _unknown(location: Location, error: OSError) -> FetchFailed | TryLater:
    reason = error.strerror or str(error)
    if isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN:
        return FetchFailed(f"{location.url}: there is no host {location.host} ({reason}); check the spelling")
    return TryLater(
        f"{location.url}: {location.host} cannot be looked up now ({reason}); try again later, or {INSTEAD}"
    )
