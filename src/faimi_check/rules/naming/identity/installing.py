"""Commands that fetch a container or package by its owner's name, which is no web address but leads to one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import windows
from faimi_check.rules.tables import words

_SIGNS = ("docker", "podman", "singularity", "apptainer", "conda", "mamba", "install_git", "install_bit")
_SIGN = late("|".join(_SIGNS))
_REACH = 200
_OPTIONS = r"(?:--?[\w-]{1,30}(?:=\S{1,60})?\s(?:[\w.:/-]{1,40}\s)?){0,6}?"
# Listings set blanks round the stroke.
_IMAGE = r"(?!and/or\b)(?P<name>[a-z0-9][a-z0-9_-]{1,38} ?/ ?[a-z0-9][\w.-]{1,60})"
_COMMANDS = (
    (
        "docker.io",
        late(
            r"\b(?:docker|podman|singularity|apptainer)\s(?:image\s)?(?:pull|run|push|build|exec)\s"
            rf"{_OPTIONS}(?:docker://)?{_IMAGE}"
        ),
    ),
    ("docker.io", late(rf"\bdocker://{_IMAGE}")),
    ("anaconda.org", late(r"\b(?:conda|mamba)\s[^;.]{0,80}?\s(?:-c|--channel)[ =](?P<name>[a-zA-Z][\w-]{1,40})")),
    ("github.com", late(r"\binstall_github\(\s?[\"'“”‘’](?P<name>[\w-]{1,40}/[\w.-]{1,60})")),
    ("gitlab.com", late(r"\binstall_gitlab\(\s?[\"'“”‘’](?P<name>[\w-]{1,40}/[\w.-]{1,60})")),
    ("bitbucket.org", late(r"\binstall_bitbucket\(\s?[\"'“”‘’](?P<name>[\w-]{1,40}/[\w.-]{1,60})")),
)


# A bare number of an archive's deposit: "doi 10.5281/zenodo.123". What stands behind doi.org/ is found as an address.
_DEPOSIT = late(
    r"(?<![\w./])(?P<name>10\.(?:5281/zenodo|6084/m9\.figshare|17605/OSF\.IO|7910/DVN|5061/dryad|57967/hf"
    r"|17632|34740|48550/arXiv)[\w./-]{1,40}\w)",
    re.IGNORECASE,
)
# "hf.co/someone/model" stands for the hub; "Hub under someone/model" leads there as well.
_HUB = late(
    r"\b(?:[Hh]ub|[Hh]ugging ?[Ff]ace|[Gg]it[Hh]ub|[Dd]ocker[Hh]ub)(?:,? (?:in|under|as|at) (?:the |our |a )?"
    r"(?:repository|repo|space|organi[sz]ation|account|name)| (?:under|at|as)|:) ?"
    r"(?P<name>[a-z0-9][\w-]{1,38}/[\w.-]{2,60})"
)
# "The account someone on GitHub", "on GitHub under the user name someone".
_SERVICES = {
    "github": "github.com",
    "gitlab": "gitlab.com",
    "huggingface": "huggingface.co",
    "dockerhub": "hub.docker.com/u",
    "kaggle": "kaggle.com",
    "codeberg": "codeberg.org",
    "bitbucket": "bitbucket.org",
}
_SERVICE = (
    r"(?P<service>[Gg]it[Hh]ub|[Gg]it[Ll]ab|[Hh]ugging ?[Ff]ace|[Dd]ocker ?[Hh]ub|[Kk]aggle|[Cc]odeberg|[Bb]itbucket)"
)
_CALLED = r"(?:account|user(?: ?name)?|handle|profile|login|name)"
_LOGIN = r"(?P<name>(?=[\w-]*[a-z])[A-Za-z\d][\w-]{3,38})"
_ACCOUNTS = (
    late(rf"\b{_CALLED},? [\"'“”‘’`]?{_LOGIN}[\"'“”‘’`]?,? (?:on|at|of) {_SERVICE}\b"),
    late(
        rf"\b{_SERVICE}(?:,| \(|,? (?:under|as|at|by|with|through)) ?(?:the |our |my )?{_CALLED},?"
        rf" (?:name |called |is )?[\"'“”‘’`]?{_LOGIN}"
    ),
)
# "someone/tool on GitHub".
_OWNED = late(rf"(?<![\w/.@-])(?P<name>(?P<owner>[A-Za-z\d][\w-]{{3,38}})/[\w.-]{{2,60}}),? (?:on|at) {_SERVICE}\b")
_OWNED_SIGNS = tuple(
    f" {at} {service}" for at in ("on", "at") for service in ("Git", "Hug", "Kag", "Code", "Bit", "git")
)
_CALLED_SIGNS = ("account", "user", "handle", "profile", "login")
_SERVICE_SIGNS = ("itHub", "ithub", "itLab", "itlab", "ugging", "ocker", "aggle", "odeberg", "itbucket")
# Endings of words, whose list has them without: "user accounts on GitHub".
_LONGEST_ENDING, _SHORTEST_STEM = 4, 3
# A model or set of data of one's own that a listing loads: everybody loads those of others.
_LOADED = late(
    r"\b(?:from_pretrained|load_dataset|snapshot_download|hf_hub_download)\(\s?(?:\w{1,20}\s?=\s?)?[\"'“”‘’`´]"
    r"(?P<name>[\w-]{2,40}/[\w.-]{2,80})(?=.{0,80}\b(?:our|ours|my|us)\b)"
)


_DEPOSIT_SIGN = late(r"10\.\d{4,5}/")
_HUB_WORDS = (" under", " at", " as", ":", " in ", ", in ", ", under", ", as ")
_HUBS = ("hub", "Hub", "ugging")
_HUB_SIGNS = tuple(f"{name}{word}" for name in ("ub", "ace") for word in _HUB_WORDS)
_LOADED_SIGNS = ("from_pretrained(", "load_dataset(", "snapshot_download(", "hf_hub_download(")


def fetched(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each owner's name stands, and the address it stands for: "docker pull jdoe/gap" for docker.io/jdoe/gap."""
    yield from _deposited(text)
    yield from _accounts(text)
    yield from _owned(text)
    if not any(sign in text for sign in _SIGNS):
        return
    for start, end in windows(_SIGN, text, 0, _REACH):
        for host, command in _COMMANDS:
            for match in command.finditer(text, start, end):
                yield match.start("name"), match.end("name"), f"{host}/{match['name'].replace(' ', '')}"


def _deposited(text: str) -> Iterator[tuple[int, int, str]]:
    """What is named by its number in an archive, or by its place on a hub."""
    if _DEPOSIT_SIGN.search(text):
        for match in _DEPOSIT.finditer(text):
            yield match.start("name"), match.end("name"), f"doi.org/{match['name']}"
    for named, signs, pattern in ((_HUBS, _HUB_SIGNS, _HUB), ("_", _LOADED_SIGNS, _LOADED)):
        may_stand = any(name in text for name in named) and any(sign in text for sign in signs)
        for match in pattern.finditer(text) if may_stand else ():
            yield match.start("name"), match.end("name"), f"huggingface.co/{match['name']}"


def _accounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Logins at a service that are named in words."""
    if not (any(sign in text for sign in _CALLED_SIGNS) and any(sign in text for sign in _SERVICE_SIGNS)):
        return
    for pattern in _ACCOUNTS:
        for match in pattern.finditer(text):
            if not _is_word(match["name"]):
                service = _SERVICES[match["service"].lower().replace(" ", "")]
                yield match.start("name"), match.end("name"), f"{service}/{match['name']}"


def _owned(text: str) -> Iterator[tuple[int, int, str]]:
    """What somebody has at a service, by the owner's login: "train/test splits on GitHub" are words."""
    for match in _OWNED.finditer(text) if "/" in text and any(sign in text for sign in _OWNED_SIGNS) else ():
        if not all(map(_is_word, re.split(r"[-_]", match["owner"]))):
            service = _SERVICES[match["service"].lower().replace(" ", "")]
            yield match.start("name"), match.end("name"), f"{service}/{match['name']}"


def _is_word(name: str) -> bool:
    """Whether a login would be an everyday word, with an ending or without."""
    folded = name.lower()
    shortest = max(_SHORTEST_STEM, len(folded) - _LONGEST_ENDING)
    return any(folded[:end] in words("common_words") for end in range(shortest, len(folded) + 1))
