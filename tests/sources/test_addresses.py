from __future__ import annotations

import pytest

from repurpose.sources.web.addresses import why_refused

PUBLIC = [
    "8.8.8.8",
    "93.184.216.34",
    "100.63.255.255",
    "100.128.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.0.1.1",
    "198.17.255.255",
    "198.20.0.1",
    "223.255.255.254",
    "2606:4700:4700::1111",
    "2a00:1450:4001:82a::200e",
    # IPv6-only networks reach the public IPv4 internet so.
    "64:ff9b::808:808",
    "::ffff:8.8.8.8",
    "2002:808:808::1",
]
REFUSED = {
    "this machine": [
        "127.0.0.1",
        "127.255.255.254",
        "::1",
        "::1%lo",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        # Teredo: a public server, but the client behind it is 127.0.0.1.
        "2001:0:808:808::80ff:fffe",
    ],
    "a private network": [
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "fc00::1",
        "fd12:3456:789a::1",
        "fec0::1",
        "::ffff:10.1.2.3",
        "64:ff9b::c0a8:101",
        "64:ff9b:1::808:808",
        "64:ff9b:1::7f00:1",
        "2002:a00:1::1",
        "2001:0:a00:1::f7f7:f7f7",
    ],
    "a cloud's metadata service": [
        "169.254.169.254",
        "169.254.170.2",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "fd00:ec2::254",
        "fd20:ce::254",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::",
    ],
    "link-local": ["169.254.0.1", "fe80::1", "fe80::1%eth0", "febf::1", "::ffff:169.254.1.1"],
    "a provider's inner network": ["100.64.0.1", "100.127.255.255", "::ffff:100.64.0.1"],
    "multicast": ["224.0.0.1", "239.255.255.250", "ff02::1", "ff0e::1", "::ffff:224.0.0.1"],
    "no address of a server": ["0.0.0.0", "0.1.2.3", "::", "::ffff:0.0.0.0", "::2"],
    "reserved": [
        "192.0.0.8",
        "192.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "2001:1::1",
        "2001:2::1",
        "2001:10::1",
        "2001:0:808:808::f7f7:f7f7",
        "100::1",
        "4000::1",
        "5f00::1",
        "::8.8.8.8",
    ],
    "for documentation only": ["192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::1", "3fff::1", "3fff:fff::1"],
    "for measurements only": ["198.18.0.1", "198.19.255.255", "::ffff:198.18.0.1"],
    "a relay between networks": ["192.88.99.1"],
    "no IP address": ["", "localhost", "2130706433", "0x7f.1", "127.1", "1.2.3.4.5", "1.2.3.4/8"],
}


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_may_be_connected_to(address):
    assert why_refused(address) is None


@pytest.mark.parametrize(("why", "address"), [(why, address) for why, them in REFUSED.items() for address in them])
def test_an_address_that_is_not_public_is_refused_with_its_kind(why, address):
    assert why_refused(address) == why
