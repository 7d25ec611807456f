"""Connections to public machines and no others, bounded in time and bytes.

Addresses come out of strangers' READMEs and strangers' redirects: one may name a machine of the reader's own network,
or a name that says something else when it is looked up again. So a name is looked up once, everything it stands for
must be public, and the connection goes to just that.
"""

from __future__ import annotations

import io
import queue
import socket
import ssl
import threading
import time
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

PORTS = {"http": 80, "https": 443}
# Addresses that carry another one inside, which may be private: RFC 6052 and 8215 (NAT64).
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
# What a cloud's own machines ask for their settings and keys, at addresses that look public: Azure; Oracle, in a block
# that newer tables call private and older ones do not.
_CLOUD = (IPv4Network("168.63.129.16/32"), IPv4Network("192.0.0.0/24"))
_UNKNOWN = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}
# Kept for documentation by IANA, and known to every resolver that works (RFC 2606).
_ALWAYS_THERE = "example.com"
_MACHINES = 3
_CONNECT_SECONDS = 3.0


class RefusedError(Exception):
    """The address is none that is opened; the words say why."""


class UnknownHostError(Exception):
    """There is no machine of that name."""


class Deadline:
    """A moment by which all must be done."""

    def __init__(self, seconds: float, within: Deadline | None = None) -> None:
        self._end = time.monotonic() + seconds
        if within is not None:
            self._end = min(self._end, within._end)

    def left(self) -> float:
        """Seconds that are left, more than none. Raises TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class Stream:
    """A connection as http.client wants its socket; reading ends with the deadline, or after too many bytes."""

    def __init__(self, connected: socket.socket, deadline: Deadline, max_bytes: int) -> None:
        self._socket = connected
        self._deadline = deadline
        self._max_bytes = max_bytes

    def sendall(self, data: bytes) -> None:
        """Raises TimeoutError past the deadline."""
        self._socket.settimeout(self._deadline.left())
        self._socket.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """What comes in; `mode` is always "rb"."""
        return io.BufferedReader(_Incoming(self._socket, self._deadline, self._max_bytes))

    def close(self) -> None:
        """Ends the connection."""
        self._socket.close()


class _Incoming(io.RawIOBase):
    def __init__(self, connected: socket.socket, deadline: Deadline, max_bytes: int) -> None:
        self._socket = connected
        self._deadline = deadline
        self._left = max_bytes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._left <= 0:
            raise RefusedError("its answer is too long")
        self._socket.settimeout(self._deadline.left())
        count = self._socket.recv_into(buffer)
        self._left -= count
        return count


def connect(scheme: str, host: str, deadline: Deadline, max_bytes: int) -> Stream:
    """A connection to the usual port of http or https.

    Raises RefusedError for a host that is not public, UnknownHostError, TimeoutError, OSError (of TLS as well).
    """
    machines = public_machines(host, deadline)
    connected = _first_that_answers(machines, PORTS[scheme], deadline)
    if scheme == "https":
        try:
            connected.settimeout(deadline.left())
            connected = ssl.create_default_context().wrap_socket(connected, server_hostname=host)
        except BaseException:
            connected.close()
            raise
    return Stream(connected, deadline, max_bytes)


def _first_that_answers(machines: list[str], port: int, deadline: Deadline) -> socket.socket:
    """A name may stand for machines of two networks of which only one is there."""
    failure: OSError = OSError("no machine")
    for machine in machines[:_MACHINES]:
        try:
            # A literal address: nothing is looked up again.
            return socket.create_connection((machine, port), timeout=min(_CONNECT_SECONDS, deadline.left()))
        except OSError as error:
            failure = error
    raise failure


def public_machines(host: str, deadline: Deadline) -> list[str]:
    """The addresses that a name stands for. Raises RefusedError unless all are public; UnknownHostError, OSError."""
    try:
        found = _look_up(host, deadline)
    except socket.gaierror as error:
        if error.errno in _UNKNOWN and _names_can_be_looked_up(deadline):
            raise UnknownHostError from None
        raise
    for machine in found:
        if not is_public(machine):
            raise RefusedError("its host is not on the public internet")
    return found


def is_public(machine: str) -> bool:
    """Whether an address is one of the public internet, and carries no other one inside."""
    address: IPv4Address | IPv6Address = ip_address(machine)
    special = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_link_local
    if special or address.is_loopback or address.is_private or not address.is_global:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _CLOUD)
    inside = (address.ipv4_mapped, address.sixtofour, address.teredo)
    return not (any(inside) or address.is_site_local or any(address in network for network in _TRANSLATED))


def _names_can_be_looked_up(deadline: Deadline) -> bool:
    """Without a network some systems call every name unknown."""
    try:
        return bool(_look_up(_ALWAYS_THERE, deadline))
    except socket.gaierror:
        return False


def _look_up(host: str, deadline: Deadline) -> list[str]:
    """The system's resolver takes no time limit, so it is left behind when it is too slow."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(address[0]) for *_, address in found)))
        except OSError as error:
            answers.put(error)
        except ValueError:
            answers.put(socket.gaierror(socket.EAI_NONAME, "no host name"))

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answer, OSError):
        raise answer
    return answer
