"""Web addresses in a README: are they well formed, and is a codec likely to be had there? Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache
from ipaddress import ip_address
from itertools import islice
from typing import NamedTuple

from faimi_check.model.text.spans import Spans
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.link import urls
from faimi_check.rules.naming.identity.link_class import LinkClass, Url, classify_link, owner_of, parse
from faimi_check.rules.naming.people.file_names import names_in_slug
from faimi_check.rules.supplement.readme.codecs import codec_phrases
from faimi_check.rules.tables import table

_MAX_TEXT = 60_000
_TELLING, _SHORTEST = 6, 3
_TRAILING = ".,;:!?'\"*’”)]}>"
# What was meant as an address: a scheme however misspelt, or www.
_ATTEMPT = late(
    r"(?<![\w/])(?:h{1,2}t{1,3}ps?(?::/{0,3}|;/{1,2}|/{2}| ?: ?/{2} ?)|h?xx?ps?://|ftps?://|file://|www[.,])[^\s<>\"]{0,400}",
    re.I,
)
_HOST = late(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{1,59})", re.I)
_HOLLOW = late(
    r"(?:^|\.)(?:example\.(?:com|org|net)|localhost|local|invalid|test|todo|yoururl\.\w+|domain\.com|url\.com"
    r"|(?:x{3,}|y{3,}|\.{3}|your[\w-]*|some-?(?:web)?site|my-?(?:web)?site)\.\w{2,4})$",
    re.I,
)


# Ideographs, kana, hangul, and the punctuation that goes with them.
_WIDE = "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_STUCK_BEFORE = late(rf"(?<=[{_WIDE}])(?=https?:|ftp:|www\.)", re.I)
_STUCK_AFTER = late(rf"((?:https?://|ftp://|www\.)[!-~]{{3,400}})(?=[{_WIDE}])", re.I)


class Soundness(IntEnum):
    """How good an address is, the best last."""

    MALFORMED = 0
    NO_WEB = 1
    IMPLAUSIBLE = 2
    ARTICLE = 3
    NO_SCHEME = 4
    SOUND = 5


class Address(NamedTuple):
    """An address as written; `why` says what is wrong with a malformed one."""

    text: str
    soundness: Soundness
    why: str = ""


def loosened(text: str) -> str:
    """The text with a blank where an address meets letters of a language that is written without blanks."""
    return _STUCK_AFTER.sub(r"\1 ", _STUCK_BEFORE.sub(" ", text))


@lru_cache(maxsize=512)  # the lines that speak of all videos are read once for each of them
def addresses_in(text: str, hosts: tuple[str, ...] = ()) -> tuple[Address, ...]:
    """The addresses of a text, with a scheme, bare, or badly written; `hosts` are good ones besides those known."""
    text = text[:_MAX_TEXT]
    found: list[Address] = []
    spans = Spans()
    for match in _ATTEMPT.finditer(text):
        written = _trimmed(match[0])
        spans.add(*match.span())
        found.append(_judge(written, hosts))
        if len(found) >= 200:
            break
    for bare in urls(text):
        if bare.start not in spans:
            judged = _judge if re.match(r"\w{2,6}:/", bare.text) else _without_scheme
            found.append(judged(bare.text, hosts))
    for known in _known_hosts_in(text):
        if known.start() not in spans:
            found.append(_without_scheme(_trimmed(known[0]), hosts))
    return tuple(found)


def _trimmed(written: str) -> str:
    while written and written[-1] in _TRAILING and not (written[-1] == ")" and "(" in written):
        written = written[:-1]
    return written


def _known_hosts_in(text: str) -> list[re.Match[str]]:
    return list(islice(_known_hosts().finditer(text), 50))


@cache
def _known_hosts() -> re.Pattern[str]:
    sources = table("codecs")["sources"]
    plain = [host for host in (*sources["hosts"], *sources["articles"]["hosts"]) if "/" not in host]
    return re.compile(
        r"(?<![\w@/-])(?:[\w-]{1,40}\.){0,3}(?:"
        + "|".join(map(re.escape, plain))
        + r")(?![\w-])(?:/[^\s<>\"]{0,300})?",
        re.I,
    )


def _judge(written: str, hosts: tuple[str, ...]) -> Address:
    if re.match(r"www[.,]", written, re.I):
        return _without_scheme(written, hosts)
    if re.match(r"ftps?://[^/]", written, re.I) and not _host_fault(written):
        return Address(written, Soundness.NO_WEB if _is_plausible(written, hosts) else Soundness.IMPLAUSIBLE)
    if not re.match(r"https?://[^/]", written, re.I):
        return Address(written, Soundness.MALFORMED, "it should begin with https://")
    why = _host_fault(written)
    if why:
        return Address(written, Soundness.MALFORMED, why)
    return Address(written, _place(written, Soundness.SOUND, hosts))


def _place(written: str, best: Soundness, hosts: tuple[str, ...]) -> Soundness:
    """How good a well-formed address is by where it leads, `best` at most."""
    if _is_article(written):
        return Soundness.ARTICLE
    return best if _is_plausible(written, hosts) else Soundness.IMPLAUSIBLE


def _without_scheme(written: str, hosts: tuple[str, ...]) -> Address:
    why = _host_fault(written)
    if why:
        return Address(written, Soundness.MALFORMED, why)
    return Address(written, _place(written, Soundness.NO_SCHEME, hosts))


def _host_fault(written: str) -> str:
    rest = re.sub(r"^\w{2,6}:/+", "", written)
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2]
    host = re.sub(r":\d{1,5}$", "", host)
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        pass
    else:
        return "it is a bare machine address"
    if _HOLLOW.search(host):
        return "it is a placeholder"
    try:
        plain = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return "its host cannot exist"
    return "" if _HOST.fullmatch(plain) else f"{host[:80]!r} is no host name"


def _is_article(written: str) -> bool:
    """Whether the address is that of an encyclopedia, a standard, a forum, a blog or a search: one reads about the
    codec there, but does not get it."""
    articles = table("codecs")["sources"]["articles"]
    url = parse(written)
    path = "/".join((url.host, *url.parts)).lower() + "/"
    return any(
        path.startswith(known + "/") or f".{url.host}/".endswith(f".{known}/") or f".{known}/" in "." + path
        for known in articles["hosts"]
    ) or any(f"/{part}/" in f"/{path}" for part in articles["paths"])


def _is_plausible(written: str, hosts: tuple[str, ...]) -> bool:
    sources = table("codecs")["sources"]
    url = parse(written)
    path = "/".join((url.host, *url.parts)).lower()
    for known in (*sources["hosts"], *(host.lower() for host in hosts)):
        if (
            url.host == known
            or url.host.endswith("." + known)
            or ("/" in known and (path + "/").startswith(known + "/"))
        ):
            return True
    # A person, a laboratory or a clinic offers no codec of others but as a mirror: what the host is called after tells.
    named = url.host if _is_somebodys(url, written) else path
    return any(word in named for word in sources["words"]) or _names_program(named)


def _names_program(address: str) -> bool:
    """Whether an address in small letters holds the name of a codec, or of a program that everybody knows."""
    if not (_short_names() | _programs()).isdisjoint(_words_of(address)):
        return True
    joined = re.sub(r"[^a-z0-9/]", "", address)
    return any(name in joined for name in _codec_names())


def is_known_place(written: str) -> bool:
    """Whether an address is that of a repository from which everybody has a codec or a player."""
    url = parse(written)
    path = "/".join((url.host, *url.parts)).lower() + "/"
    return any(path.startswith(known + "/") for known in table("codecs")["sources"]["hosts"] if "/" in known)


def is_called_after_program(written: str) -> bool:
    """Whether the path of a code host is called after a codec or a player that everybody knows, and its owner neither
    a laboratory nor by somebody's name: a copy of such a program may be the authors' own."""
    url = parse(written)
    sources = table("codecs")["sources"]
    path = "/".join((url.host, *url.parts)).lower()
    known = any(word in path for word in sources["words"] if word not in sources["common"]) or _names_program(path)
    return known and not names_in_slug(owner_of(url) or url.host.split(".")[0], led=False)


def _is_somebodys(url: Url, written: str) -> bool:
    mirror = url.host.startswith(tuple(table("codecs")["sources"]["mirrors"]))
    return not mirror and classify_link(written) in (LinkClass.PERSONAL, LinkClass.LAB)


def is_codec_place(written: str) -> bool:
    """Whether a codec is likely to be had at an address, or read about there."""
    return any(found.soundness >= Soundness.ARTICLE for found in addresses_in(written))


def is_nowhere(written: str) -> bool:
    """Whether an address stands for any, or leads every reader to a machine of his own."""
    return bool(_host_fault(written))


def is_called_after_codec(written: str) -> bool:
    """Whether the path of an address says that a codec or a player is had there."""
    path = "/".join(parse(written).parts).lower()
    return any(word in path for word in table("codecs")["sources"]["words"])


def _words_of(address: str) -> Iterator[str]:
    """The words of an address, without the "lib" of libraries: "libmpeg2.example.io" is about MPEG-2."""
    return (word.removeprefix("lib") for word in re.split(r"[^a-z0-9]+", address))


@cache
def _short_names() -> frozenset[str]:
    """Names of codecs with a number in them, which tell one where they are a whole word of an address."""
    words = (re.sub(r"[^a-z0-9]", "", word) for word in codec_phrases())
    return frozenset(word for word in words if len(word) >= _SHORTEST and not word.isdigit() and not word.isalpha())


@cache
def _programs() -> frozenset[str]:
    return frozenset(table("codecs")["sources"]["programs"])


@cache
def _codec_names() -> tuple[str, ...]:
    """Names of codecs as they stand in addresses, without joints, that are long enough to stand for nothing else."""
    words = (re.sub(r"[^a-z0-9]", "", word) for word in codec_phrases())
    return tuple(sorted({word for word in words if len(word) >= _TELLING and not word.isdigit()}))
