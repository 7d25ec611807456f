"""ANON021: paths and logins, printed in text or listings, that name a user or the place of work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

import msgspec

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import quote
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.text.path_owners import somebody, unknown_folders
from faimi_check.rules.anonymity.text.printed_code import in_code
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity.matter import places_of, top_levels
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule
from faimi_check.rules.spotting import places
from faimi_check.rules.tables import table

# Listings set signs apart: "/ mnt / nas / charite - radiologie / jdoe".
_PART = r"[\w.+$<>{}-]{1,60}(?: [-_.] ?[\w.]{1,40}){0,6}"
_UNIX = late(rf"/ {_PART}(?: / {_PART}){{1,12}}|/[\w.+$<>{{}}-]{{1,60}}(?:/[\w.+$<>{{}}-]{{1,60}}){{1,12}}")
_HOME = late(r"/(?:(?:[\w.-]+/){0,3}(?:home|Users|homes|usr/people|u/home)/)(?P<name>[^/]{2,60})(?:/|$)")
_WINDOWS = late(
    r"[A-Za-z] ?: ?[\\/]{1,2} ?(?:Users|Documents and Settings|Benutzer|Utilisateurs|Usuarios) ?[\\/]{1,2} ?"
    r"(?P<name>[\w.-]{2,40}(?: [\w.-]{2,30}(?= ?[\\/]))?)(?: ?[\\/]{1,2} ?[\w.-]{1,60}){0,8}"
)
_TILDE = late(r"[~∼˜] ?(?P<name>[a-z][a-z0-9_]{2,20})(?: ?/ ?[\w.-]{2,60}){1,8}")
_LOGIN = late(r"(?P<name>[a-z][\w.-]{1,30})@(?P<host>[a-z][\w-]{1,40}(?:\.[\w-]{1,40}){0,4})(?= ?: ?[~/.]|\b)")
_COMMAND = late(r"\b(?:ssh|scp|sftp|rsync|sshfs|mosh|ssh-copy-id)\b[^;]{0,80}$")
# "user=jdoe host=gpu03", as logs have it; "(prompt: jdoe@uni-gpu3)", "jdoe@uni-gpu3:~$".
_ASSIGNED = late(r"\b(?:user|username|login|logname|USER|LOGNAME)=(?P<name>[a-z][\w.-]{2,30})(?![\w/@(])")
_ASSIGNED_SIGNS = ("user=", "username=", "login=", "logname=", "USER=", "LOGNAME=")
_AT_PROMPT = late(r"\b(?:prompt|terminal|shell|console|logged[ -]in|session)s?\b[^;]{0,80}$", re.IGNORECASE)
_PROMPT = late(r" ?(?:[~\w/-]{0,20} ?\]? ?)?[$#%](?: |$)")
_OF_MACHINE = re.compile(r"[-\d]")
_BEFORE = 90
_LONGEST = 700
_MAX_SIGNS = 2_000


class Printed(msgspec.Struct, frozen=True):
    """A path or login in a passage: its span, without the blanks of listings, and the name in it where it is sure."""

    passage: Passage
    start: int
    end: int
    text: str
    sure: bool


@rule(
    "ANON021",
    "printed-path",
    part=Part.PAPER,
    codes={"user": Severity.ERROR, "unclear": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def printed_path(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """A path or login printed in the text or a listing names a user or a place of work.

    Why
        Configurations and commands are pasted as they are: "/home/jdoe/code" and "ssh jdoe@gpu04" name an author.

    How it decides
        Home folders (/home, /Users, C:\\Users) and logins ("jdoe@gpu04:/data", after ssh or scp) with a name that is
        neither a placeholder nor a role ("user", "ubuntu", "$USER") are errors, also where a listing sets blanks
        between the signs and where the references name somebody so; a name that the text gives its method or data is
        a warning, an everyday word that it uses is nobody's. Under /mnt, /data, /scratch and the like, and after "~",
        a folder whose words neither the paper uses elsewhere nor data and code usually have is a warning: it may be a
        user, group or institution. So is what else code names with such a word: owners and people in fields
        ("entity=", "Institution Name:"), machines and registries, images and branches, local versions, and who or
        which group a comment speaks of.

    When it can be wrong
        A folder that is called after a public data set or tool that the paper names nowhere else, and an owner or
        machine that everybody uses.

    Fix
        Print "/path/to/data" or a variable instead.
    """
    paper = paper_of(submission)
    found = [one for passage in facts_of(paper).own_text for one in _printed(paper, passage)]
    for code, sure in (("user", True), ("unclear", False)):
        kept = {one.text: one for one in found if one.sure is sure}
        if kept:
            yield _hit(paper, code, list(kept.values()))
    yield from in_code(paper, " ".join(one.text for one in found))


def _hit(paper: Paper, code: str, found: list[Printed]) -> Hit:
    shown = "; ".join(one.text for one in found)
    first = found[0]
    told = "names a user" if first.sure else "may name a user, a group or an institution: please look"
    return Hit(
        code=code,
        message=f"A path or login that is printed {told}: {quote(shown)}.",
        fix="Print “/path/to/data” or a variable instead.",
        confidence=Confidence.LIKELY if first.sure else Confidence.POSSIBLE,
        evidence=shown[:EVIDENCE_LIMIT],
        where=place(paper, first.passage, first.start, first.end),
    )


def _printed(paper: Paper, passage: Passage) -> Iterator[Printed]:
    for match, sure in islice(_candidates(passage.text), _MAX_SIGNS):
        text = _without_blanks(match[0])
        name = match.groupdict().get("name") or ""
        if match.re.pattern == _UNIX.pattern:
            home = _HOME.match(text)
            name, sure = (home["name"], True) if home else ("", False)
        if not sure:
            if not (name and is_generic_user(name)) and any(unknown_folders(paper, f"/{name}/" if name else text)):
                yield Printed(passage, *match.span(), text, False)
        elif (told := somebody(paper, name)) is not None:
            yield Printed(passage, *match.span(), text, told)


def _candidates(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """What looks like a path or login, each with whether it holds a user's name for sure."""
    end = -1
    for at in places(text, "/"):
        if at < end or (at and (text[at - 1].isalnum() or text[at - 1] in ".:/_-)]>~")):
            continue
        match = _root().match(text, at) and _UNIX.match(text, at, at + _LONGEST)
        if match:
            end = match.end()
            yield match, False
    for sign in (":\\", ": \\", ":/Users"):
        for at in places(text, sign):
            windows = _WINDOWS.search(text, max(0, at - 2), at + _LONGEST)
            if windows:
                yield windows, True
    for at in places_of("~∼˜", text):
        tilde = _TILDE.match(text, at, at + _LONGEST)
        if tilde and not (at and (text[at - 1].isalnum() or text[at - 1] in "/.)]}")):
            yield tilde, False
    yield from ((login, True) for login in _logins(text))


def _logins(text: str) -> Iterator[re.Match[str]]:
    """Logins with a machine's name, and those of logs; those with a whole host are e-mail addresses to look at."""
    for at in places(text, "@"):
        login = next(_LOGIN.finditer(text, max(0, at - 32), at + 120), None)
        if login is None or ("." in login["host"] and login["host"].rpartition(".")[2] in top_levels()):
            continue
        if _runs_on(text, login):
            yield login
    if any(sign in text for sign in _ASSIGNED_SIGNS):
        yield from _ASSIGNED.finditer(text)


def _runs_on(text: str, login: re.Match[str]) -> bool:
    """Whether what has a login's shape is one: in a command or at a prompt, or before a path."""
    near = max(0, login.start() - _BEFORE)
    if _COMMAND.search(text[near : login.start()]):
        return True
    if text[login.end() : login.end() + 3].lstrip().startswith((":/", ":~", ":˜", ":∼", ": /", ": ~", ": ˜", ": ∼")):
        return True
    if not _OF_MACHINE.search(login["host"]):
        return False
    return _AT_PROMPT.search(text[near : login.start()]) is not None or _PROMPT.match(text, login.end()) is not None


@cache
def _root() -> re.Pattern[str]:
    roots = "|".join(map(re.escape, (*table("paths")["roots"], "home", "homes", "Users", "usr/people")))
    # "/lysvik/scratch/jdoe": a cluster's own name stands before.
    below = r"[a-z][\w-]{1,15} ?/ ?(?:scratch|netscratch|gpfs|lustre|beegfs|ptmp)"
    return late(rf"/ ?(?:{roots}|{below})\d{{0,3}} ?/ ?[\w.<$-]")


def _without_blanks(path: str) -> str:
    if " " not in path:
        return path
    return re.sub(r" ?([/\\:@~∼˜]) ?", r"\1", re.sub(r"(?<=\w) ?([-_.]) ?(?=\w)", r"\1", path))
