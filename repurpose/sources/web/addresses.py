"""
May a connection be made to this IP address?

Asked of the address that a host name led to, at the moment of connecting: names can lie, and so can spellings of
addresses (``2130706433``, ``0x7f.1``). An address inside another one (mapped, 6to4, NAT64, Teredo) is taken out and
asked about too. Blocks follow IANA's registries of special-purpose addresses; Python's own flags know fewer of them.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

__all__ = ["why_refused"]

# A connection to any of these stays in the reader's own network, or reaches nobody.
_REFUSED = tuple(
    (ip_network(block), what)
    for block, what in (
        # Services of cloud hosts that give away keys. The first looks public, the others lie in blocks below; they
        # stand first so that the message says what matters.
        ("168.63.129.16/32", "a cloud's metadata service"),
        ("169.254.169.254/32", "a cloud's metadata service"),
        ("169.254.170.2/32", "a cloud's metadata service"),
        ("100.100.100.200/32", "a cloud's metadata service"),
        ("192.0.0.192/32", "a cloud's metadata service"),
        ("fd00:ec2::254/128", "a cloud's metadata service"),
        ("fd20:ce::254/128", "a cloud's metadata service"),
        ("0.0.0.0/8", "no address of a server"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "a provider's inner network"),
        ("127.0.0.0/8", "this machine"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for documentation only"),
        ("192.88.99.0/24", "a relay between networks"),
        ("192.168.0.0/16", "a private network"),
        ("198.18.0.0/15", "for measurements only"),
        ("198.51.100.0/24", "for documentation only"),
        ("203.0.113.0/24", "for documentation only"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "no address of a server"),
        ("::1/128", "this machine"),
        ("::/96", "reserved"),
        # Whoever runs the translator chooses which inner addresses these mean: they cannot be asked about.
        ("64:ff9b:1::/48", "a private network"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "for documentation only"),
        ("3fff::/20", "for documentation only"),
        ("fc00::/7", "a private network"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "a private network"),
        ("ff00::/8", "multicast"),
    )
)
# The last 32 bits are an IPv4 address: mapped, translated, NAT64, compatible.
_WITH_IPV4 = tuple(IPv6Network(block) for block in ("::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "::/96"))
# All that was ever given out to networks; what lies outside is special, now or later.
_PUBLIC_IPV6 = IPv6Network("2000::/3")


def why_refused(address: str) -> str | None:
    """What *address* is, as the end of a sentence ("this machine"), where nothing may be fetched from it; or `None`."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "no IP address"
    return _why(parsed)


def _why(address: IPv4Address | IPv6Address) -> str | None:
    for block, what in _REFUSED:
        if address.version == block.version and address in block:
            if block.num_addresses == 1:
                return what
            # The address within a reserved one says better what somebody tried to reach.
            return _why_inner(address) or what
    if _inner(address):
        return _why_inner(address)
    if isinstance(address, IPv6Address) and address not in _PUBLIC_IPV6:
        return "reserved"
    # Beside the table: later versions of Python know blocks that were not special when it was written.
    return None if address.is_global and not address.is_multicast else "no public address"


def _why_inner(address: IPv4Address | IPv6Address) -> str | None:
    return next(filter(None, map(_why, _inner(address))), None)


def _inner(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that *address* stands for."""
    if isinstance(address, IPv4Address):
        return ()
    if address.teredo:
        return address.teredo
    if address.sixtofour:
        return (address.sixtofour,)
    if any(address in block for block in _WITH_IPV4):
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return ()
