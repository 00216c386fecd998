"""Which scheme, host, port and path does an http(s) address name, and may they be asked for?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv6Address
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from repurpose.errors import AddressRefused, FetchFailed

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["INSTEAD", "Location", "locate", "redirected"]

# What always works, said at the end of errors.
INSTEAD = "save the page and give its file"

_DEFAULT_PORTS = {"http": 80, "https": 443}
# Servers take 8,000 characters (RFC 9110 §4.1); a longer address is an attack on whoever reads it.
_LONGEST = 8_000
# As much of an address as a line of message can bear.
_SHOWN = 200
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_USER = re.compile(r"//[^/?#]*@")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}")
_LONGEST_HOST = 253
# Signs that browsers leave out of host names (UTS 46): soft hyphen, zero-width space, joiner, variation selector.
_IGNORED = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufe0f"))
# What stays as it is in a path or query: all visible ASCII but quotes, angle and curly brackets, \\ ^ ` and |.
_KEPT = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """An http(s) address, every part ready to be sent."""

    scheme: str
    host: str
    """In ASCII; an IPv6 address without its brackets."""
    port: int
    target: str
    """Path and query."""

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address and in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in full, without a fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"


def locate(url: str, *, ports: Collection[int]) -> Location:
    """
    The parts of *url*.

    Raises `AddressRefused` for what is not plain http(s) to one of *ports*: other schemes, a user or password, a host
    that is none, control characters.
    """
    url = url.strip(" \t\r\n")
    if len(url) > _LONGEST:
        raise AddressRefused(f"{_shown(url)} has {len(url):,} characters; {_LONGEST:,} are read; {INSTEAD}")
    if _CONTROLS.search(url):
        raise AddressRefused(f"{_shown(url)} has control characters in it; give the address without them")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise AddressRefused(f"{_shown(url)} is no address ({error}); {INSTEAD}") from error
    if parts.scheme not in _DEFAULT_PORTS:
        raise AddressRefused(f"{_shown(url)} is not fetched: only http:// and https:// are; {INSTEAD}")
    if "@" in parts.netloc:
        raise AddressRefused(f"{_shown(url)} names a user or a password; give the address without them, or {INSTEAD}")
    ascii_host = _ascii_host(host or "")
    if ascii_host is None:
        raise AddressRefused(f"{_shown(url)} names no host; an address is like https://example.org/page")
    port = _DEFAULT_PORTS[parts.scheme] if port is None else port
    if port not in ports:
        known = " and ".join(map(str, sorted(ports)))
        raise AddressRefused(f"{_shown(url)} is not fetched: port {port} is not one of {known}; {INSTEAD}")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Location(scheme=parts.scheme, host=ascii_host, port=port, target=quote(target, safe=_KEPT))


def redirected(location: Location, header: bytes) -> str:
    """The address that the header of a redirect names, as seen from *location*."""
    try:
        text = header.decode("utf-8")
    except UnicodeDecodeError:
        # Old servers put the bytes of Latin-1 there: send back what they sent.
        text = quote(header, safe=_KEPT)
    try:
        return urljoin(location.url, text)
    except ValueError as error:
        raise FetchFailed(f"{location.url} redirects to what is no address ({error}); {INSTEAD}") from error


def _ascii_host(host: str) -> str | None:
    """*host* as name servers know it (Punycode), or `None` where it is none."""
    if ":" in host:
        try:
            return None if "%" in host else str(IPv6Address(host))
        except ValueError:
            return None
    host = unicodedata.normalize("NFKC", host).lower().translate(_IGNORED).replace("。", ".").removesuffix(".")
    if len(host) > _LONGEST_HOST:
        return None
    # Not Python's "idna": its rules of 2003 make another host of "ß", and refuse every sign that came later.
    labels = [label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in host.split(".")]
    joined = ".".join(labels)
    return joined if len(joined) <= _LONGEST_HOST and all(map(_LABEL.fullmatch, labels)) else None


def _shown(url: str) -> str:
    """*url* for a line of message: not too long, without what terminals obey and without passwords."""
    safe = _USER.sub("//…@", _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", url))
    return safe if len(safe) <= _SHOWN else f"{safe[:_SHOWN]}…"
