from __future__ import annotations

import pytest

from repurpose.errors import AddressRefused, FetchFailed
from repurpose.sources.web.locations import locate, redirected

PORTS = frozenset({80, 443})


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTP://Example.ORG:80/A?b=C#d", "http://example.org/A?b=C"),
        ("https://example.org.:443/", "https://example.org/"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("  https://example.org/a b\n", "https://example.org/a%20b"),
        ("https://example.org/a%20b/50%?q=ü", "https://example.org/a%20b/50%?q=%C3%BC"),
        ("https://example.org?q=1", "https://example.org/?q=1"),
        ("https://example.org/~a/(b);c,d'e@f", "https://example.org/~a/(b);c,d'e@f"),
        ("http://münchen.example/", "http://xn--mnchen-3ya.example/"),
        ("http://MÜNCHEN.example/", "http://xn--mnchen-3ya.example/"),
        ("http://mu\u0308nchen.example/", "http://xn--mnchen-3ya.example/"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://例え。テスト/", "http://xn--r8jz45g.xn--zckzah/"),
        ("http://i❤\ufe0f.example/", "http://xn--i-7iq.example/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://[2001:DB8:0::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_an_address_is_made_ready_to_be_sent(url, normal):
    assert locate(url, ports=PORTS).url == normal


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "only http:// and https://"),
        ("ftp://example.org/", "only http:// and https://"),
        ("data:text/html,hello", "only http:// and https://"),
        ("javascript:alert(1)", "only http:// and https://"),
        ("gopher://example.org:80/", "only http:// and https://"),
        ("//example.org/", "only http:// and https://"),
        ("example.org", "only http:// and https://"),
        ("", "only http:// and https://"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:0/", "port 0"),
        ("http://example.org:99999/", "no address"),
        ("http://example.org:http/", "no address"),
        ("http://[::1/", "no address"),
        ("http://example.org℀.test/", "no address"),
        ("http://me@example.org/", "a user or a password"),
        ("http://me:word@example.org/", "a user or a password"),
        ("http://@example.org/", "a user or a password"),
        ("http://example.org\\@10.0.0.1/", "a user or a password"),
        ("http://", "no host"),
        ("http:///path", "no host"),
        ("http://.example.org/", "no host"),
        ("http://a..b/", "no host"),
        ("http://-a.example/", "no host"),
        ("http://%31%32%37.0.0.1/", "no host"),
        ("http://a b.example/", "no host"),
        ("http://ü b.example/", "no host"),
        ("http://[fe80::1%25eth0]/", "no host"),
        ("http://" + "a" * 64 + ".example/", "no host"),
        ("http://" + "ü." * 130 + "example/", "no host"),
        ("http://exa\tmple.org/", "control characters"),
        ("http://example.org/\r\nHost: x", "control characters"),
        ("http://example.org/\x00", "control characters"),
        ("http://example.org/\ud800", "control characters"),
        ("http://example.org/" + "a" * 9000, "9,019 characters"),
    ],
)
def test_an_odd_address_is_refused_in_one_short_line(url, why):
    with pytest.raises((AddressRefused, FetchFailed)) as caught:
        locate(url, ports=PORTS)
    message = str(caught.value)

    assert why in message
    assert message.isprintable()
    assert len(message) < 400


def test_a_password_is_not_repeated():
    with pytest.raises(AddressRefused) as caught:
        locate("https://me:opensesame@example.org/", ports=PORTS)

    assert "opensesame" not in str(caught.value)


@pytest.mark.parametrize(
    ("header", "target"),
    [
        (b"/b", "https://example.org/b"),
        (b"b?c", "https://example.org/a/b?c"),
        (b"//other.example/", "https://other.example/"),
        (b"http://other.example/", "http://other.example/"),
        ("https://münchen.example/ü".encode(), "https://münchen.example/ü"),
        # Bytes of Latin-1 go back as they came.
        (b"/caf\xe9", "https://example.org/caf%E9"),
        (b"file:///etc/passwd", "file:///etc/passwd"),
    ],
)
def test_a_redirect_is_seen_from_where_it_stands(header, target):
    assert redirected(locate("https://example.org/a/x", ports=PORTS), header) == target


def test_a_redirect_to_no_address_fails():
    with pytest.raises(FetchFailed, match="redirects to what is no address"):
        redirected(locate("https://example.org/", ports=PORTS), b"http://[")
