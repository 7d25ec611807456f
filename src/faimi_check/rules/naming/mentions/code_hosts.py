"""Machines, registries, clones and versions in a line of code, by what their names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import HARMLESS, classify_link
from faimi_check.rules.naming.identity.matter import top_levels
from faimi_check.rules.naming.mentions.code_words import is_variable, unheard
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.file_words import ends_as_surname
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import listed, table

_HOST = late(
    r"(?<![\w.%-])(?P<scheme>[a-z\d+]{2,8}://|//|\\\\)?(?:[\w.-]{1,40}@)?"
    r"(?P<host>[A-Za-z\d][A-Za-z\d_-]{0,40}(?:\.[A-Za-z\d][A-Za-z\d_-]{0,40}){1,5})(?![\w(=]|\.\w)(?P<port>:\d{4,5}(?!\d))?"
    r"(?P<path>(?:[/\\][\w.~+-]{1,60}){0,4})"
)
_LABEL_NUMBER = late(r"[-_]?\d+[a-z]?\Z")
_OF_FILES = late(r"\.(?:py|pt|pth|sh|js|ts|rs|md|so|ai|in|is|it|me|no|to|at|pl|cc|ps|tv)\Z")
# "0.3.1+lab.lysvik": what a build was called where it was made.
_BUILD = late(r"(?<![\w.])v?\d+(?:\.\d+){1,3}(?:[a-z]{1,4}\d+)?\+(?P<name>[A-Za-z][A-Za-z\d.-]{2,40})")
# Environments and branches are called by whoever makes them.
_NAMED = late(
    r"\b(?:(?:conda|mamba|micromamba|source|workon)\s(?:activate\s)?|\.\s(?=\S{1,80}/activate\b))(?P<path>[\w./~+-]{3,100})"
    r"|/envs?/(?P<env>[\w.+-]{3,60})|\b(?:-n|--name)\s(?P<name>[\w.+-]{3,60})"
    r"|\b(?:branch|checkout(?:\s-b)?|switch(?:\s-c)?|fork)\s(?:origin/)?[\"'“”‘’`]?(?P<branch>[A-Za-z][\w.-]{2,40}/[\w./-]{1,60})"
)
_NAMED_SIGNS = ("activate", "/env", " -n ", "--name ", "branch ", "checkout ", "switch ", "fork ", "workon ")
_BIN = late(r"/bin/activate\Z|/bin\Z")
# A pair behind a registry that anybody may use; and images that are pushed or built from.
_IMAGE_OWNER = late(
    r"\b(?:ghcr\.io|quay\.io|docker\.io|registry\.gitlab\.com|registry\.hub\.docker\.com|gcr\.io|eu\.gcr\.io"
    r"|(?:[a-z\d-]{2,30}\.)?azurecr\.io|[a-z\d-]{2,30}-docker\.pkg\.dev)/(?P<owner>[\w.-]{2,40})/"
    r"|(?:\bFROM\s|\bimage ?[:=] ?[\"']?|\b(?:docker|podman)\s(?:image\s)?push\s|\s-t\s|--tag[ =])"
    r"(?P<from>[a-z\d][a-z\d_-]{2,38})/[a-z\d]"
    r"|\b(?:push_to_hub|create_repo|upload_folder|upload_file)\([^)]{0,60}?[\"'](?P<pushed>[\w-]{2,40})/[\w.-]{2,60}"
)
_IMAGE_SIGNS = (".io/", "gitlab.com/", ".dev/", "FROM ", "image", "push", " -t ", "--tag", "create_repo", "upload_")
_SHORTEST_LONE, _LONG = 5, 7


def hosts(text: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Where a machine or a host of one's own stands, with the words that nobody else has for it."""
    if text.count(".") == 0:
        return
    for match in _HOST.finditer(text):
        host = match["host"].lower()
        labels = host.split(".")
        kind = _kind(match, host, labels)
        if kind is None:
            continue
        told = [word for label in labels[:-1] for word in unheard(label)]
        owner = match["path"].strip("/\\").split("/")[0].split("\\")[0]
        if kind != "web" and owner and not is_variable(owner):
            told += unheard(owner)
        if told:
            yield match.start("host"), match.end(), match[0].lstrip("/\\"), tuple(told)


def _kind(match: re.Match[str], host: str, labels: list[str]) -> str | None:
    """What kind of host a name is that may be one: in a private network, a machine by its label, or a file server."""
    if labels[-1] in listed("code", "private_networks"):
        # "self.internal", "torch.local": attributes of a program.
        return "private" if len(labels) > 2 or match["scheme"] or "-" in labels[0] else None
    if labels[-1] == "example" and len(labels) > 2:
        return "machine"
    known = labels[-1] in top_levels() and not (_OF_FILES.search(host) and not match["scheme"] and len(labels) < 3)
    if not known or classify_link(host) in HARMLESS or _is_shared(host):
        return None
    bare = _LABEL_NUMBER.sub("", labels[0])
    machine = len(labels) > 2 and (not listed("code", "machine_labels").isdisjoint((labels[0], bare, *bare.split("-"))))
    if machine and not (match["scheme"] or "").startswith("http"):
        return "machine"
    # What everybody fetches from stands at an address without a port.
    if match["port"] or (len(labels) > 2 and bare in listed("code", "own_services")):
        return "web"
    return "machine" if match["scheme"] in ("//", "\\\\", "ftp://", "sftp://", "ssh://", "smb://", "nfs://") else None


def _is_shared(host: str) -> bool:
    """Whether anybody may keep something there: the owner's name tells, not the host's."""
    return any(host == one or host.endswith(f".{one}") for one in table("hosts")["owner"]["hosts"])


def builds(text: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Versions with a name of where they were built."""
    for match in _BUILD.finditer(text) if "+" in text else ():
        if told := tuple(unheard(match["name"], 4)):
            yield *match.span(), match[0], told


def called(text: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Environments and branches that are called after somebody: by a name, or by a word that nobody has heard."""
    for match in _NAMED.finditer(text) if has_any(text, _NAMED_SIGNS) else ():
        group = match.lastgroup or ""
        path = _BIN.sub("", match[group])
        value = path.split("/")[0] if group == "branch" else path.rsplit("/", 1)[-1]
        least = _SHORTEST_LONE if group == "branch" else _LONG
        told = tuple(word for word in unheard(value, 4) if len(word) >= least or _is_name(word))
        if told and (group != "name" or any(map(_is_name, told))):
            yield *match.span(group), value, told


def _is_name(word: str) -> bool:
    return may_be_given_name(word) or ends_as_surname(word)


def owners(text: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Whose an image or a model is that is built, pushed or kept under a name."""
    for match in _IMAGE_OWNER.finditer(text) if has_any(text, _IMAGE_SIGNS) else ():
        owner = match[match.lastgroup or ""]
        if not is_variable(owner) and (told := tuple(unheard(owner, _SHORTEST_LONE - 1))):
            yield *match.span(match.lastgroup or ""), owner, told
