"""Commands that fetch a container or package by its owner's name, which is no web address but leads to one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import windows
from faimi_check.rules.spotting import has_any

_SIGNS = ("docker", "podman", "singularity", "apptainer", "conda", "mamba", "install_git", "install_bit", "repo clone",
          "hf download", "cli download", "kaggle", "brew ", "ollama", "npm i", "yarn add")  # fmt: skip
_SIGN = late("|".join(_SIGNS))
_BEFORE, _REACH = 12, 200
_OPTIONS = r"(?:--?[\w-]{1,30}(?:=\S{1,60})?\s(?:[\w.:/-]{1,40}\s)?){0,6}?"
# Listings set blanks round the stroke.
_IMAGE = r"(?!and/or\b)(?P<name>[a-z0-9][a-z0-9_-]{1,38} ?/ ?[a-z0-9][\w.-]{1,60})"
_OWNED = r"(?P<name>[A-Za-z\d][\w-]{2,38}/[\w.-]{2,60})"
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
    ("github.com", late(rf"\b(?:gh repo clone|brew (?:tap|install)) {_OWNED}")),
    ("huggingface.co", late(rf"\b(?:hf|huggingface-cli) download {_OWNED}")),
    ("ollama.com", late(rf"\bollama (?:pull|run) {_OWNED}")),
    ("npmjs.com", late(r"\b(?:npm (?:i|install)|yarn add) @(?P<name>[\w-]{2,40}/[\w.-]{1,60})")),
    (
        "kaggle.com",
        late(rf"\bkaggle (?:datasets?|kernels?|models?)(?: [a-z]{{2,12}}){{1,3}}(?: --?[a-z-]{{1,12}})? {_OWNED}"),
    ),
)


# A bare number of an archive's deposit: "doi 10.5281/zenodo.123". What stands behind doi.org/ is found as an address.
_DEPOSIT = late(
    r"(?<![\w./])(?P<name>10\.(?:5281/zenodo|6084/m9\.figshare|17605/OSF\.IO|7910/DVN|5061/dryad|57967/hf"
    r"|17632|34740|48550/arXiv)[\w./-]{1,40}\w)",
    re.IGNORECASE,
)
# "Zenodo record 1234567", "OSF project a1b2c".
_BY_NUMBER = (
    (
        "zenodo.org/records",
        late(r"\b[Zz]enodo\b,? \(?(?:[a-z]+ )?(?:[Rr]ecord|ID|id|[Dd]eposit|[Nn]o\.|[Nn]umber) (?P<name>\d{5,9})\b"),
    ),
    (
        "osf.io",
        late(r"\bOSF\b,? \(?(?:project|node|registration|id|ID|component):? (?P<name>(?=[a-z]*\d)[a-z\d]{5})\b"),
    ),
    (
        "figshare.com/articles",
        late(r"\b[Ff]igshare\b,? \(?(?:[a-z]+ )?(?:article|item|data ?set|ID|id|number) (?P<name>\d{6,9})\b"),
    ),
)
_BY_NUMBER_SIGNS = ("enodo", "OSF", "igshare")
# A model or set of data of one's own that a listing loads: everybody loads those of others.
_LOADED = late(
    r"\b(?:from_pretrained|load_dataset|snapshot_download|hf_hub_download)\(\s?(?:\w{1,20}\s?=\s?)?[\"'“”‘’`´]"
    r"(?P<name>[\w-]{2,40}/[\w.-]{2,80})(?=.{0,80}\b(?:our|ours|my|us)\b)"
)


_DEPOSIT_SIGN = late(r"10\.\d{4,5}/")
_LOADED_SIGNS = ("from_pretrained(", "load_dataset(", "snapshot_download(", "hf_hub_download(")


def fetched(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each owner's name stands, and the address it stands for: "docker pull jdoe/gap" for docker.io/jdoe/gap."""
    yield from _deposited(text)
    if not has_any(text, _SIGNS):
        return
    for start, end in windows(_SIGN, text, _BEFORE, _REACH):
        for host, command in _COMMANDS:
            for match in command.finditer(text, start, end):
                yield match.start("name"), match.end("name"), f"{host}/{match['name'].replace(' ', '')}"


def _deposited(text: str) -> Iterator[tuple[int, int, str]]:
    """What is named by its number in an archive, or loaded from a hub in a listing that calls it one's own."""
    if _DEPOSIT_SIGN.search(text):
        for match in _DEPOSIT.finditer(text):
            yield match.start("name"), match.end("name"), f"doi.org/{match['name']}"
    for host, pattern in _BY_NUMBER if has_any(text, _BY_NUMBER_SIGNS) else ():
        for match in pattern.finditer(text):
            yield match.start("name"), match.end("name"), f"{host}/{match['name']}"
    loaded = "_" in text and has_any(text, _LOADED_SIGNS)
    for match in _LOADED.finditer(text) if loaded else ():
        yield match.start("name"), match.end("name"), f"huggingface.co/{match['name']}"
