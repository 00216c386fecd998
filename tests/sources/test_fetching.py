from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import sys
import time
import tracemalloc
import zlib
from pathlib import Path

import certifi
import pytest

from repurpose.errors import AddressRefused, FetchFailed, RepurposeError, TryLater
from repurpose.sources.web.fetching import Fetched, FetchLimits, fetch
from tests.sources.loopback import PUBLIC, Loopback, Script, answer, endless, raw, redirect, resolve_public

URL = "http://article.example/"
PAGE = b"<p>The swimming lake opens in June.</p>"
OK = b"HTTP/1.1 200 OK\r\n"
PRIVATE = ["127.0.0.1", "::1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"]
SMALL = FetchLimits(bytes=100_000, seconds=5)
SHORT = FetchLimits(seconds=0.3)


def get(script: Script, url: str = URL, *, limits: FetchLimits = SMALL) -> Fetched:
    with Loopback(script) as server:
        return fetch(url, limits=limits, resolve=resolve_public, connect=server.connect)


def no_connection(address: str, *_: object) -> socket.socket:
    raise AssertionError(f"a connection to {address} was tried")


def deflated(data: bytes, bits: int) -> bytes:
    packer = zlib.compressobj(wbits=bits)
    return packer.compress(data) + packer.flush()


# ---- what comes back


def test_a_page_comes_with_its_type_and_charset():
    got = get(answer(PAGE, "Content-Type: Text/HTML; Charset='ISO-8859-1'"))

    assert got == Fetched(url=URL, data=PAGE, media_type="text/html", charset="iso-8859-1")


def test_type_and_charset_may_be_missing():
    assert get(answer(PAGE)) == Fetched(url=URL, data=PAGE, media_type=None, charset=None)


def test_the_request_is_honest_and_names_the_host_of_the_address():
    with Loopback(answer(PAGE)) as server:
        fetch("http://münchen.example/a b?c#d", resolve=resolve_public, connect=server.connect)
    first, *headers = server.requests[0].strip().split("\r\n")
    named = dict(line.split(": ", 1) for line in headers)

    assert first == "GET /a%20b?c HTTP/1.1"
    assert named.keys() == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert named["Host"] == "xn--mnchen-3ya.example"
    assert named["User-Agent"].startswith("repurpose/")
    assert named["Accept-Encoding"] == "gzip, deflate"
    assert server.connections == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("X-GZIP", gzip.compress(PAGE)),
        ("gzip", gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])),
        ("gzip", gzip.compress(PAGE) + b"\0" * 512),
        ("deflate", deflated(PAGE, zlib.MAX_WBITS)),
        ("deflate", deflated(PAGE, -zlib.MAX_WBITS)),
        ("identity", PAGE),
    ],
    ids=["gzip", "old name", "two members", "padded", "deflate", "bare deflate", "identity"],
)
def test_what_was_sent_compressed_is_unpacked(coding, body):
    assert get(answer(body, f"Content-Encoding: {coding}")).data == PAGE


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"],
    ids=["ends with the connection", "after early hints"],
)
def test_a_body_without_a_length_ends_with_the_connection(head):
    assert get(raw(head + OK + b"\r\n" + PAGE)).data == PAGE


def test_a_body_in_chunks_is_joined():
    assert get(raw(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n1\r\nf\r\n0\r\n\r\n")).data == b"abcdef"


def test_a_body_of_exactly_the_limit_is_taken():
    assert get(answer(b"a" * SMALL.bytes)).data == b"a" * SMALL.bytes


def test_redirects_are_followed_to_the_address_that_is_told():
    def script(stream: socket.socket, head: str) -> None:
        path = head.split()[1]
        step = {
            "/": redirect("/two", status="301 Moved Permanently"),
            "/two": redirect("http://other.example/three", status="307 Temporary Redirect"),
            "/three": redirect("//third.example/four?x#y", status="303 See Other"),
        }.get(path, answer(PAGE))
        step(stream, head)

    got = get(script)

    assert got.url == "http://third.example/four?x"
    assert got.data == PAGE


# ---- addresses: rows of the checklist


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_to_a_private_address_is_refused_unconnected(address):
    with pytest.raises(AddressRefused, match="save the page and give its file"):
        fetch(URL, resolve=lambda *_: [address], connect=no_connection)


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "017700000001",
        "0177.0.0.1",
        "0x7f.1",
        "0x7f000001",
        "127.1",
        "127.0.0.1",
        "１２７.0.0.1",
        "localhost",
        "localhost.",
        "0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "169.254.169.254",
        "[fd00:ec2::254]",
    ],
)
def test_no_spelling_of_an_inner_address_passes_the_real_resolver(host):
    with pytest.raises(AddressRefused):
        fetch(f"http://{host}/", connect=no_connection)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "http://inner.example/",
        "file:///etc/passwd",
        "ftp://article.example/",
        "data:text/html,hello",
        "http://article.example:22/",
        "http://article.example:8080/",
        "http://me:word@article.example/",
    ],
)
def test_a_public_host_cannot_redirect_to_what_is_refused(target):
    known = {"article.example": PUBLIC, "inner.example": "192.168.0.1"}

    def resolve(host: str, port: int) -> list[str]:
        if host in known:
            return [known[host]]
        return [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]

    with Loopback(redirect(target)) as server:
        with pytest.raises(AddressRefused, match=r"^http://article\.example/ redirects: "):
            fetch(URL, limits=SMALL, resolve=resolve, connect=server.connect)

        assert server.connections == [(PUBLIC, 80)]


def test_a_host_is_looked_up_once_and_the_checked_address_is_connected_to():
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    with Loopback(answer(PAGE)) as server:
        got = fetch(URL, resolve=lambda *_: next(answers), connect=server.connect)

    assert got.data == PAGE
    assert server.connections == [(PUBLIC, 80)]
    assert next(answers) == ["127.0.0.1"]


def test_a_host_that_turns_private_between_redirects_is_refused():
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    with Loopback(redirect("/again")) as server:
        with pytest.raises(AddressRefused):
            fetch(URL, resolve=lambda *_: next(answers), connect=server.connect)

        assert server.connections == [(PUBLIC, 80)]


@pytest.mark.parametrize("addresses", [(PUBLIC, "10.0.0.1"), ("10.0.0.1", PUBLIC), (PUBLIC,) * 9 + ("::1",)])
def test_one_private_address_among_public_ones_is_enough_to_refuse(addresses):
    with pytest.raises(AddressRefused):
        fetch(URL, resolve=lambda *_: addresses, connect=no_connection)


def test_the_next_address_is_tried_where_one_does_not_answer():
    with Loopback(answer(PAGE)) as server:

        def connect(address: str, port: int, seconds: float) -> socket.socket:
            if ":" in address:
                raise OSError(101, "Network is unreachable")
            return server.connect(address, port, seconds)

        got = fetch(URL, resolve=lambda *_: ["2606:4700::1", PUBLIC], connect=connect)

    assert got.data == PAGE


def test_proxies_and_passwords_of_the_environment_are_not_used(monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine article.example login me password opensesame\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://me:opensesame@127.0.0.1:9/")
    with Loopback(answer(PAGE)) as server:
        fetch(URL, resolve=resolve_public, connect=server.connect)

    assert server.connections == [(PUBLIC, 80)]
    assert server.requests[0].startswith("GET / HTTP/1.1\r\n")
    assert "authorization" not in server.requests[0].lower()


# ---- size and time


BOMB = b"\0" * 1_000_000


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(BOMB * 50, compresslevel=1)),
        ("gzip", gzip.compress(BOMB) * 200),
        ("deflate", deflated(BOMB * 50, -zlib.MAX_WBITS)),
    ],
    ids=["gzip", "200 members", "deflate"],
)
def test_a_bomb_is_stopped_at_the_limit_without_filling_the_memory(coding, body):
    limits = FetchLimits(bytes=2_000_000)
    with Loopback(answer(body, f"Content-Encoding: {coding}")) as server:
        tracemalloc.start()
        try:
            with pytest.raises(FetchFailed, match="holds more than 2,000,000 bytes"):
                fetch(URL, limits=limits, resolve=resolve_public, connect=server.connect)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

    assert peak < 2 * limits.bytes


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (OK + b"\r\n", b"a" * 65_536),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n" * 10_000),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n1", b"0" * 65_536),
        (OK, b"X-Filler: " + b"a" * 1_000 + b"\r\n"),
        (OK + b"X-Filler: ", b"a" * 65_536),
        (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000),
        (OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 500),
        (b"", b"a" * 65_536),
    ],
    ids=["body", "tiny chunks", "size of a chunk", "headers", "header", "interim answers", "empty members", "no HTTP"],
)
def test_what_never_ends_is_refused(start, piece):
    with pytest.raises(FetchFailed):
        get(endless(start, piece))


def test_a_length_above_the_limit_is_refused_before_the_body():
    with pytest.raises(FetchFailed, match="holds 100,001 bytes"):
        get(answer(b"", length=100_001))


@pytest.mark.parametrize(
    "start", [OK + b"\r\n", OK + b"X-Slow: ", b""], ids=["drips its body", "drips its headers", "drips its first line"]
)
def test_a_server_that_drips_is_left_at_the_deadline(start):
    with Loopback(endless(start, b"H", pause=lambda: server.wait(0.1))) as server:
        began = time.monotonic()
        with pytest.raises(TryLater, match=r"not read within 0\.3 s;"):
            fetch(URL, limits=SHORT, resolve=resolve_public, connect=server.connect)

        assert 0.2 < time.monotonic() - began < 0.8


def test_redirects_share_one_deadline():
    def script(stream: socket.socket, head: str) -> None:
        server.wait(0.12)
        redirect("/again")(stream, head)

    with Loopback(script) as server:
        began = time.monotonic()
        with pytest.raises(TryLater, match="not read within"):
            fetch(URL, limits=SHORT, resolve=resolve_public, connect=server.connect)

        assert time.monotonic() - began < 0.8


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_says_nothing_is_left_at_the_deadline(scheme):
    # Over https it keeps silent in the midst of the handshake.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(TryLater, match="not read within"):
            fetch(
                f"{scheme}://article.example/",
                limits=SHORT,
                resolve=resolve_public,
                connect=lambda _, __, seconds: socket.create_connection(silent.getsockname(), timeout=seconds),
            )

    assert time.monotonic() - began < 0.8


def test_a_name_server_that_says_nothing_is_left_at_the_deadline():
    def resolve(*_: object) -> list[str]:
        time.sleep(1)
        return [PUBLIC]

    began = time.monotonic()
    with pytest.raises(TryLater, match="not read within"):
        fetch(URL, limits=SHORT, resolve=resolve, connect=no_connection)

    assert time.monotonic() - began < 0.8


def test_addresses_that_do_not_answer_share_the_time():
    given = []

    def connect(_: str, __: int, seconds: float) -> socket.socket:
        given.append(seconds)
        raise TimeoutError("timed out")

    with pytest.raises(TryLater, match="no connection"):
        fetch(URL, limits=FetchLimits(seconds=8), resolve=lambda *_: [PUBLIC] * 100, connect=connect)

    assert [2, 3, 4, 8] == [round(seconds + 0.3) for seconds in given]


# ---- what goes wrong


def test_a_loop_of_redirects_ends_after_the_fifth():
    with Loopback(redirect("/again")) as server:
        with pytest.raises(FetchFailed, match="redirects once more, after 5 times"):
            fetch(URL, resolve=resolve_public, connect=server.connect)

        assert len(server.requests) == 6


def test_a_redirect_without_a_target_fails():
    with pytest.raises(FetchFailed, match="without saying where to"):
        get(answer(status="302 Found"))


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, FetchFailed),
        (410, FetchFailed),
        (401, FetchFailed),
        (403, FetchFailed),
        (451, FetchFailed),
        (304, FetchFailed),
        (408, TryLater),
        (425, TryLater),
        (429, TryLater),
        (500, TryLater),
        (502, TryLater),
        (503, TryLater),
        (599, TryLater),
    ],
)
def test_a_status_fails_for_good_or_for_now(status, kind):
    with pytest.raises(RepurposeError, match=f"status {status}") as caught:
        get(answer(PAGE, status=f"{status} Status"))

    assert type(caught.value) is kind


@pytest.mark.parametrize(
    ("script", "kind", "says"),
    [
        (answer(PAGE, "Content-Encoding: br"), FetchFailed, "'br', which was not asked for"),
        (answer(PAGE, "Content-Encoding: gzip, gzip"), FetchFailed, "not asked for"),
        (answer(PAGE, "Content-Encoding: gzip"), FetchFailed, "damaged gzip"),
        (answer(gzip.compress(PAGE)[:-9], "Content-Encoding: gzip"), TryLater, "ended early"),
        (answer(PAGE, "Content-Type: image/png"), FetchFailed, "'image/png', not text"),
        (answer(PAGE, "Content-Type: video/\x1b[31m"), FetchFailed, "not text"),
        (answer(PAGE, length=99), TryLater, "ended early"),
        (raw(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc"), TryLater, "ended early"),
        (raw(OK[:9]), TryLater, "ended early"),
        (raw(b""), TryLater, "ended early"),
        (answer(status="101 Switching Protocols"), FetchFailed, "does not answer as web servers do"),
        (raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), FetchFailed, "does not answer as web servers do"),
        (raw(OK + b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\na"), FetchFailed, "does not answer as"),
        (raw(OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\na"), FetchFailed, "does not answer as"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_answer_is_one_clear_line(script, kind, says):
    with pytest.raises(RepurposeError) as caught:
        get(script)

    assert type(caught.value) is kind
    assert says in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_connection_that_is_reset_may_work_later():
    def script(stream: socket.socket, _: str) -> None:
        # Closing with a linger of none sends a reset instead of an end.
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    with pytest.raises(TryLater, match=r"connection broke|ended early"):
        get(script)


def test_a_connection_that_is_refused_may_work_later():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = closed.getsockname()
    with pytest.raises(TryLater, match="no connection"):
        fetch(URL, resolve=resolve_public, connect=lambda *_: socket.create_connection(address, timeout=1))


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), FetchFailed),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), TryLater),
        (OSError(24, "Too many open files"), TryLater),
        (TimeoutError("timed out"), TryLater),
    ],
    ids=["no such host", "for now", "system", "timeout"],
)
def test_a_host_that_is_not_found_fails_for_good_or_for_now(error, kind):
    def resolve(*_: object) -> list[str]:
        raise error

    with pytest.raises(RepurposeError, match=r"article\.example") as caught:
        fetch(URL, resolve=resolve, connect=no_connection)

    assert type(caught.value) is kind


def test_a_host_without_addresses_fails():
    with pytest.raises(FetchFailed, match="has no address"):
        fetch(URL, resolve=lambda *_: [], connect=no_connection)


# ---- secure connections


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of article.example that signed itself, with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("the openssl command makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    names = ["-subj", "/CN=article.example", "-addext", "subjectAltName=DNS:article.example"]
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-days", "2"]
    files = ["-keyout", "key.pem", "-out", "certificate.pem"]
    subprocess.run(["openssl", "req", "-x509", *kind, *names, *files], cwd=folder, check=True, capture_output=True)
    (folder / "both.pem").write_bytes((folder / "certificate.pem").read_bytes() + (folder / "key.pem").read_bytes())
    return folder / "both.pem"


def secure(certificate: Path, script: Script, names: list[str | None]) -> Loopback:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _, name, __: names.append(name)
    return Loopback(script, wrap=lambda stream: context.wrap_socket(stream, server_side=True))


def test_a_secure_page_is_fetched_under_the_name_of_its_host(monkeypatch, certificate):
    monkeypatch.setattr(certifi, "where", lambda: str(certificate))
    names: list[str | None] = []
    with secure(certificate, answer(PAGE), names) as server:
        got = fetch("https://article.example/a", resolve=resolve_public, connect=server.connect)

    assert got.url == "https://article.example/a"
    assert got.data == PAGE
    assert names == ["article.example"]
    assert "Host: article.example\r\n" in server.requests[0]
    assert server.connections == [(PUBLIC, 443)]


def test_a_secure_server_that_drips_is_left_at_the_deadline(monkeypatch, certificate):
    monkeypatch.setattr(certifi, "where", lambda: str(certificate))
    with secure(certificate, endless(OK + b"\r\n", b"a", pause=lambda: server.wait(0.1)), []) as server:
        began = time.monotonic()
        with pytest.raises(TryLater, match="not read within"):
            fetch("https://article.example/", limits=SHORT, resolve=resolve_public, connect=server.connect)

        assert time.monotonic() - began < 0.8


@pytest.mark.parametrize("is_known", [True, False], ids=["of another host", "of an unknown authority"])
def test_a_certificate_that_is_not_to_be_trusted_fails(monkeypatch, certificate, is_known):
    if is_known:
        monkeypatch.setattr(certifi, "where", lambda: str(certificate))
    # The environment has no say in whom to trust.
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    host = "other.example" if is_known else "article.example"
    with secure(certificate, answer(PAGE), []) as server:
        with pytest.raises(FetchFailed, match="certificate is not to be trusted"):
            fetch(f"https://{host}/", limits=SMALL, resolve=resolve_public, connect=server.connect)

        assert server.requests == []


def test_a_secure_page_may_redirect_to_an_open_one(monkeypatch, certificate):
    monkeypatch.setattr(certifi, "where", lambda: str(certificate))
    with secure(certificate, redirect("http://article.example/open"), []) as closed, Loopback(answer(PAGE)) as opened:
        by_port = {443: closed, 80: opened}
        got = fetch(
            "https://article.example/",
            resolve=resolve_public,
            connect=lambda address, port, seconds: by_port[port].connect(address, port, seconds),
        )

    assert got.url == "http://article.example/open"


def test_a_server_that_speaks_no_tls_fails():
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def connect(_: str, __: int, seconds: float) -> socket.socket:
            client = socket.create_connection(listener.getsockname(), timeout=seconds)
            with listener.accept()[0] as server:
                server.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return client

        with pytest.raises((FetchFailed, TryLater), match=r"no secure connection|connection broke"):
            fetch("https://article.example/", limits=SMALL, resolve=resolve_public, connect=connect)


# ---- what it costs those who do not fetch


def test_the_http_library_is_loaded_by_the_first_fetch_only():
    code = (
        "import sys, repurpose, repurpose.sources.web.fetching; "
        "print(sorted({'httpcore', 'h11', 'certifi', 'ssl'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()

    assert found == "[]"
