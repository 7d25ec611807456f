"""Whether the addresses that READMEs give for codecs answer: asked only with `--online`, and within limits.

This runs in the parent, since workers have no network. No cookie, no proxy, no credential and nothing of the submission
is sent, and of an answer no more than its head is read.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import msgspec

from faimi_check import __version__
from faimi_check.model.supplement import AddressCheck
from faimi_check.screening.judging.outbound import PORTS, Deadline, RefusedError, UnknownHostError, connect

_HEADERS = {"User-Agent": f"faimi-check/{__version__}", "Accept": "*/*", "Connection": "close"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = {404: "the site has no such page (404)", 410: "the site says that the page is gone (410)"}
_UNQUOTED = "/%:@!$&'()*+,;=~?[]"
_MAX_URL = 2000


class OnlineLimits(msgspec.Struct, frozen=True, kw_only=True):
    """`request_seconds` for one request, `seconds` and `addresses` for one submission, `head_bytes` for one answer."""

    request_seconds: float = 8.0
    seconds: float = 20.0
    redirects: int = 3
    addresses: int = 10
    head_bytes: int = 32_000


class AddressBook:
    """Asks addresses, each once a run: hundreds of READMEs give the same few. Safe to use from several threads."""

    def __init__(self, limits: OnlineLimits | None = None) -> None:
        self._limits = limits or OnlineLimits()
        self._settled: dict[str, AddressCheck] = {}

    def ask(self, urls: Iterable[str]) -> tuple[AddressCheck, ...]:
        """What became of the addresses of one submission, in their order; those past the limit are left out."""
        wanted = list(dict.fromkeys(urls))[: self._limits.addresses]
        deadline = Deadline(self._limits.seconds)
        return tuple(self._settled.get(url) or self._ask(url, deadline) for url in wanted)

    def _ask(self, url: str, deadline: Deadline) -> AddressCheck:
        check = _check(url, deadline, self._limits)
        if check.reached is not None:
            self._settled[url] = check
        return check


class _Target(NamedTuple):
    """Where one request goes: `path` with its query, as it is sent."""

    scheme: str
    host: str
    path: str


class _Answer(NamedTuple):
    status: int
    location: str


def _check(url: str, deadline: Deadline, limits: OnlineLimits) -> AddressCheck:
    """Never raises: what cannot be told is said."""
    try:
        answer = _follow(url, deadline, limits)
    except UnknownHostError:
        return AddressCheck(url=url, reached=False, detail="there is no host of that name")
    except Exception as error:  # whatever a stranger's server makes the libraries do
        return AddressCheck(url=url, detail=_why(error))
    if answer.status in _GONE:
        return AddressCheck(url=url, reached=False, status=answer.status, detail=_GONE[answer.status])
    if 200 <= answer.status < 300:
        return AddressCheck(url=url, reached=True, status=answer.status)
    return AddressCheck(url=url, status=answer.status, detail=f"the site answers {answer.status} instead of a page")


def _follow(url: str, deadline: Deadline, limits: OnlineLimits) -> _Answer:
    """The answer at the end of the redirects; each of them is checked as the first address was."""
    for _ in range(limits.redirects + 1):
        answer = _look(_target(url), deadline, limits)
        if answer.status not in _REDIRECTS or not answer.location:
            return answer
        url = urljoin(url, answer.location)
    raise RefusedError("it leads on and on from address to address")


def _look(target: _Target, deadline: Deadline, limits: OnlineLimits) -> _Answer:
    """HEAD; and GET before anything bad is said, since many sites answer HEAD wrongly."""
    answer = _request("HEAD", target, deadline, limits)
    return answer if answer.status < 400 else _request("GET", target, deadline, limits)


def _request(method: str, target: _Target, deadline: Deadline, limits: OnlineLimits) -> _Answer:
    connection = HTTPConnection(target.host)
    deadline = Deadline(limits.request_seconds, deadline)
    connection.sock = connect(target.scheme, target.host, deadline, limits.head_bytes)
    try:
        connection.request(method, target.path, headers=_HEADERS)
        with connection.getresponse() as response:
            return _Answer(response.status, _location(response))
    finally:
        connection.close()


def _location(response: HTTPResponse) -> str:
    """Servers send other letters than ASCII as UTF-8, which http.client reads as Latin-1."""
    return (response.getheader("Location") or "").encode("latin-1").decode("utf-8", "replace").strip()


def _target(url: str) -> _Target:
    """Raises RefusedError for an address that is not opened, ValueError for one that is none."""
    if len(url) > _MAX_URL:
        raise RefusedError("it is too long")
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise RefusedError("it leads to something other than http or https")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("a user name stands in it")
    if parts.port not in (None, PORTS[parts.scheme]):
        raise RefusedError(f"port {parts.port} is not that of {parts.scheme}")
    path = quote(parts.path or "/", safe=_UNQUOTED) + (f"?{quote(parts.query, safe=_UNQUOTED)}" if parts.query else "")
    return _Target(parts.scheme, parts.hostname.rstrip(".").encode("idna").decode("ascii"), path)


def _why(error: Exception) -> str:
    if isinstance(error, RefusedError):
        return str(error)
    if isinstance(error, TimeoutError):
        return "there was no answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    if isinstance(error, ssl.SSLError):
        return "no secure connection could be made"
    if isinstance(error, HTTPException):
        return "its answer cannot be understood"
    if isinstance(error, ValueError):
        return "it is no address that can be opened"
    return (getattr(error, "strerror", None) or type(error).__name__)[:100]
