"""What `--online` asks, of whom, and how it ends; no test leaves the machine.

A fake resolver gives the hosts public addresses, and connections to those end at servers of the test. So what is
connected to is seen as well.
"""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from faimi_check.cli import main
from faimi_check.engine import Selection
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.model.supplement import AddressCheck
from faimi_check.screening.judging.judge import Judge
from faimi_check.screening.judging.online import AddressBook, OnlineLimits
from faimi_check.screening.judging.outbound import is_public
from faimi_check.screening.request import Request, handed
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).parents[3] / "fixtures"
PAPER = FIXTURES / "papers" / "text-renamed.pdf"
SUPPLEMENT = FIXTURES / "zips" / "good-h264.zip"
PUBLIC = "93.184.216.34"
# For servers that answer, however slowly the machine works.
LIMITS = OnlineLimits(request_seconds=100.0, seconds=200.0)
# For those that never do: they are silent for so long that whoever waits for them has no limit.
IMPATIENT = OnlineLimits(request_seconds=0.5, seconds=1.0)
SILENCE = 100.0
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
Reply = bytes | Callable[[socket.socket, threading.Event], object]

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def status(code: int) -> bytes:
    return f"HTTP/1.1 {code} Some Words\r\nContent-Length: 0\r\n\r\n".encode()


def leads_to(url: str, code: int = 302) -> bytes:
    return f"HTTP/1.1 {code} Found\r\nLocation: {url}\r\nContent-Length: 0\r\n\r\n".encode()


class Internet:
    """The hosts there are, what their server replies to a request line, and what was asked of it."""

    def __init__(self) -> None:
        self.hosts: dict[str, list[str]] = {"example.com": [PUBLIC], "codec.test.org": [PUBLIC]}
        self.replies: dict[str, Reply] = {}
        self.looked_up: list[str] = []
        self.connected: list[tuple[str, int]] = []
        self.requests: list[str] = []
        self.tls: ssl.SSLContext | None = None
        self.closed = threading.Event()
        self._open: list[socket.socket] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def look_up(self, host: str) -> list[str]:
        self.looked_up.append(host)
        if host not in self.hosts:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return self.hosts[host]

    def close(self) -> None:
        self.closed.set()
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for connection in self._open:
            connection.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
                self._open.append(connection)
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()
            except OSError:
                return

    def _answer(self, connection: socket.socket) -> None:
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
                self._open.append(connection)
            request = connection.recv(10_000).decode("latin-1")
            self.requests.append(request)
            line = request.split(" HTTP/")[0]
            reply = self.replies.get(line) or self.replies.get(line.split(" ", 1)[1], OK)
            if callable(reply):
                reply(connection, self.closed)
            else:
                connection.sendall(reply)
            connection.close()
        except OSError:
            connection.close()


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Iterator[Internet]:
    made = Internet()
    connect = socket.create_connection

    def create_connection(address: tuple[str, int], timeout: float) -> socket.socket:
        made.connected.append(address)
        with monkeypatch.context() as real:
            real.setattr(socket, "getaddrinfo", getaddrinfo)
            return connect(("127.0.0.1", made.port), timeout=timeout)

    getaddrinfo = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, port, **_: [(2, 1, 6, "", (address, 0)) for address in made.look_up(host)],
    )
    monkeypatch.setattr(socket, "create_connection", create_connection)
    yield made
    made.close()


def ask(url: str, limits: OnlineLimits = LIMITS) -> AddressCheck:
    (check,) = AddressBook(limits).ask([url])
    assert check.url == url
    assert check.reached or check.detail
    return check


def test_an_address_that_answers_is_reached(internet: Internet) -> None:
    assert ask("http://codec.test.org/h264?v=1#top") == AddressCheck(
        url="http://codec.test.org/h264?v=1#top", reached=True, status=200
    )
    assert internet.connected == [(PUBLIC, 80)], "what was checked is what is connected to"
    assert internet.looked_up == ["codec.test.org"], "a name is looked up once"
    (request,) = internet.requests
    head, *headers = request.strip().split("\r\n")
    assert head == "HEAD /h264?v=1 HTTP/1.1"
    assert sorted(header.split(":")[0] for header in headers) == [
        "Accept",
        "Accept-Encoding",
        "Connection",
        "Host",
        "User-Agent",
    ]
    assert "Host: codec.test.org" in headers


@pytest.mark.parametrize(("code", "reached"), [(404, False), (410, False), (403, None), (503, None), (204, True)])
def test_what_a_status_says(internet: Internet, code: int, reached: bool | None) -> None:
    internet.replies["/"] = status(code)
    check = ask("http://codec.test.org")
    assert (check.reached, check.status) == (reached, code)


@pytest.mark.parametrize("refusal", [405, 501, 404, 403])
def test_a_site_that_answers_head_wrongly_is_asked_again(internet: Internet, refusal: int) -> None:
    internet.replies["HEAD /x"] = status(refusal)
    internet.replies["GET /x"] = OK
    assert ask("http://codec.test.org/x").reached is True
    assert [request.split()[0] for request in internet.requests] == ["HEAD", "GET"]


def test_an_unknown_host_is_not_reached(internet: Internet) -> None:
    assert ask("https://no-such-codec.test.org/").reached is False
    assert internet.connected == []


def test_without_a_network_nothing_is_told(internet: Internet) -> None:
    internet.hosts.clear()
    assert ask("https://codec.test.org/").reached is None


def test_a_closed_port_is_not_told(internet: Internet) -> None:
    internet.close()
    check = ask("http://codec.test.org/")
    assert (check.reached, check.detail) == (None, "Connection refused")


@pytest.mark.parametrize(
    "url",
    [
        "http://user:secret@codec.test.org/",
        "http://codec.test.org@codec.test.org/",
        "http://codec.test.org:8080/",
        "http://codec.test.org:443/",
        "https://codec.test.org:22/",
        "http://codec.test.org:99999/",
        "ftp://codec.test.org/",
        "file:///etc/passwd",
        "https:///nothing",
        "http://[::1/",
        "http://codec..test.org/",
        "http://" + "a" * 70 + ".org/",
        "http://codec.test.org/" + "a" * 3000,
    ],
)
def test_what_is_not_opened(internet: Internet, url: str) -> None:
    assert ask(url).reached is None
    assert internet.connected == []
    internet.replies["/"] = leads_to(url)
    assert ask("http://codec.test.org/").reached is None
    assert len(internet.connected) == 1, "nor where a redirect leads there"


@pytest.mark.parametrize(
    "machine",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.192",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::",
        "::1",
        "::127.0.0.1",
        "fe80::1%eth0",
        "fec0::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:93.184.216.34",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "2001:db8::1",
    ],
)
def test_machines_that_are_not_public_are_left_alone(internet: Internet, machine: str) -> None:
    assert not is_public(machine)
    internet.hosts["inside.test.org"] = [PUBLIC, machine]
    internet.replies["/leads"] = leads_to("http://inside.test.org/")
    for url in ("http://inside.test.org/", "http://codec.test.org/leads"):
        check = ask(url)
        assert (check.reached, check.detail) == (None, "its host is not on the public internet")
    assert internet.connected == [(PUBLIC, 80)]


def test_public_machines_are_public() -> None:
    assert is_public(PUBLIC)
    assert is_public("2606:2800:220:1::1")


def test_redirects_are_followed_within_bounds(internet: Internet) -> None:
    internet.replies["/1"] = leads_to("//codec.test.org/2", 301)
    internet.replies["/2"] = leads_to("3?a=é", 308)
    internet.replies["/3?a=%C3%A9"] = leads_to("/4")
    assert ask("http://codec.test.org/1").reached is True
    internet.replies["/4"] = leads_to("/5")
    assert ask("http://codec.test.org/1").reached is None


def test_a_redirect_in_circles_ends(internet: Internet) -> None:
    internet.replies["/"] = leads_to("/")
    assert ask("http://codec.test.org/").reached is None
    assert len(internet.requests) == 4


def test_a_redirect_to_a_page_that_is_gone_leads_nowhere(internet: Internet) -> None:
    internet.replies["/"] = leads_to("/gone")
    internet.replies["/gone"] = status(404)
    assert ask("http://codec.test.org/").reached is False


def silent(_: socket.socket, closed: threading.Event) -> None:
    closed.wait(SILENCE)


def dripping(connection: socket.socket, closed: threading.Event) -> None:
    for letter in b"HTTP/1.1 200 OK\r\n" + b"X-Slow: 1\r\n" * 1000:
        connection.sendall(bytes([letter]))
        if closed.wait(0.02):
            return


def endless_line(connection: socket.socket, _: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        connection.sendall(b"x" * 1000)


def endless_headers(connection: socket.socket, _: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X: y\r\n" * 100)


def forever_continued(connection: socket.socket, _: threading.Event) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def endless_body(connection: socket.socket, _: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"body" * 1000)


@pytest.mark.parametrize("reply", [silent, dripping])
def test_a_server_that_takes_its_time_is_not_waited_for(internet: Internet, reply: Reply) -> None:
    internet.replies["/"] = reply
    start = time.monotonic()
    check = ask("http://codec.test.org/", IMPATIENT)
    assert (check.reached, check.detail) == (None, "there was no answer in time")
    assert time.monotonic() - start < SILENCE


@pytest.mark.parametrize(
    ("reply", "reached"),
    [
        (endless_line, None),
        (endless_headers, None),
        (forever_continued, None),
        (endless_body, True),
        (b"SSH-2.0-server\r\n", None),
        (b"\x00" * 5000, None),
        (b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 40_000 + b"\r\n\r\n", None),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n", None),
        (b" ", None),
    ],
)
def test_of_what_a_hostile_server_sends_little_is_read(internet: Internet, reply: Reply, reached: bool | None) -> None:
    internet.replies["/"] = reply
    check = ask("http://codec.test.org/")
    assert check.reached is reached
    assert check.detail != "there was no answer in time"


def test_a_slow_resolver_is_not_waited_for(internet: Internet, monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up_slowly(*_: object, **__: object) -> list[object]:
        internet.closed.wait(SILENCE)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up_slowly)
    check = ask("http://codec.test.org/", IMPATIENT)
    assert (check.reached, check.detail) == (None, "there was no answer in time")


def test_all_addresses_together_have_a_limit(internet: Internet) -> None:
    internet.replies["/slow"] = silent
    internet.hosts |= {f"c{number}.test.org": [PUBLIC] for number in range(20)}
    checks = AddressBook(IMPATIENT).ask([f"http://c{number}.test.org/slow" for number in range(20)])
    assert len(internet.connected) < IMPATIENT.addresses, "past the limit nobody is asked any more"
    assert len(checks) == IMPATIENT.addresses
    assert {check.detail for check in checks} == {"there was no answer in time"}


def test_an_address_is_asked_once_a_run(internet: Internet) -> None:
    book = AddressBook(LIMITS)
    first = book.ask(["http://codec.test.org/", "http://codec.test.org/"])
    assert book.ask(["http://codec.test.org/"]) == first
    assert len(internet.requests) == 1


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A key and a certificate of codec.test.org in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not there to make a certificate")
    key, made = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-subj", "/CN=codec.test.org", "-addext", "subjectAltName=DNS:codec.test.org", "-days", "2"),
            *("-keyout", str(key), "-out", str(made)),
        ],
        check=True,
        capture_output=True,
    )
    made.write_bytes(made.read_bytes() + key.read_bytes())
    return made


def test_certificates_are_verified_for_the_real_name(
    internet: Internet, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    internet.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    internet.tls.load_cert_chain(certificate)
    internet.hosts["other.test.org"] = [PUBLIC]
    stranger = ask("https://codec.test.org/")
    assert stranger.reached is None
    assert "certificate is not valid" in stranger.detail
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert ask("https://codec.test.org/").reached is True
    assert "certificate is not valid" in ask("https://other.test.org/").detail
    assert set(internet.connected) == {(PUBLIC, 443)}


def test_what_speaks_no_tls_is_not_told(internet: Internet) -> None:
    check = ask("https://codec.test.org/")
    assert check.reached is None


def judged(book: AddressBook | None, **selection: Any) -> SubmissionReport:
    request = Request(id="1", supplements=handed([(SUPPLEMENT, "1.zip")]))
    with Judge(load("faimi-2025"), Selection(**selection), jobs=1, address_book=book) as judge:
        return judge.judge(request)


def outcome(report: SubmissionReport) -> Outcome:
    return next(result.outcome for result in report.rules if result.rule == "RME004")


def test_a_host_that_is_unknown_is_a_warning(internet: Internet) -> None:
    report = judged(AddressBook(LIMITS))
    assert [finding.code for finding in report.findings if finding.rule == "RME004"] == ["unreachable"]


def test_without_the_option_nothing_is_looked_up(internet: Internet) -> None:
    assert outcome(judged(None)) is Outcome.PASSED
    judged(AddressBook(LIMITS), only=frozenset({"RME001"}))
    assert (internet.looked_up, internet.connected) == ([], [])


def test_where_nothing_can_be_told_the_rule_is_undecided(internet: Internet) -> None:
    internet.hosts.clear()
    report = judged(AddressBook(LIMITS))
    assert outcome(report) is Outcome.UNDECIDED


@pytest.mark.parametrize("arguments", [["check", "1.pdf", "1.zip"], ["screen", ".", "--jobs", "1"]])
def test_only_the_option_goes_online(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(PAPER, tmp_path / "1.pdf")
    shutil.copy(SUPPLEMENT, tmp_path / "1.zip")
    monkeypatch.chdir(tmp_path)
    asked: list[str] = []
    monkeypatch.setattr(AddressBook, "ask", lambda _, urls: asked.extend(urls) or ())
    for option in ([], ["--online"]):
        assert asked == []
        with pytest.raises(SystemExit):
            main([*arguments, *option])
    assert asked == ["https://www.videolan.org/vlc/"]
