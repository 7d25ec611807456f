"""What pasted commands and closing lines tell of the machine and the person they come from: prompts of shells, folders
called after a laboratory, telephone numbers, names in social networks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.people.file_names import persons_in_path
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.supplement.readme.codecs import codec_words
from faimi_check.rules.tables import any_of, listed, table

# "jdoe@gpu04:~/supp$", "[jdoe@gpu04 supp]$", "Janes-MacBook-Pro:supp jane$"; in a listing, a quote or a code span too.
_LINE, _USER, _HOST = r"(?m)^[ \t>`|]{0,12}", r"(?P<user>[A-Za-z][\w.-]{1,40})", r"@[A-Za-z0-9][\w.-]{0,60}"
_PROMPTS = (
    late(rf"{_LINE}(?:\([\w.-]{{1,40}}\)\s)?{_USER}{_HOST}(?::|\s)[~/]?[^\n$#%❯➜]{{0,120}}[$#%❯➜](?=\s|$)"),
    late(rf"{_LINE}\[{_USER}{_HOST}\s[^\n\]]{{1,120}}\][$#%](?=\s|$)"),
    late(rf"{_LINE}[\w-]{{2,60}}:[^\s$]{{1,80}}\s(?P<user>[a-z][\w.-]{{1,40}})[$%](?=\s|$)"),
)
# "rsync jdoe@gpu04:frames/ .", "ssh jdoe@gpu04", "sudo -u jdoe", "psql --username=jdoe", "cp ~jdoe/frames".
_COMMANDS = (
    ("@", late(rf"(?<![\w.@/-]){_USER}{_HOST}:(?=[~/.\w$])")),
    ("@", late(rf"\b{any_of('paths', 'remote_commands')}\b[^\n;|]{{0,80}}?\s{_USER}{_HOST}")),
    (
        " -",
        late(
            rf"\b{any_of('paths', 'user_commands')}\b[^\n;|]{{0,80}}?\s(?:-[ulU][ =]?|--?user(?:name)?[ =])"
            r"(?P<user>[A-Za-z][\w.-]{2,40})"
        ),
    ),
    ("=", late(r"(?<![?&])\b(?:[Uu]ser(?:[Nn]ame)?|USER|LOGNAME|login)=(?P<user>[A-Za-z][\w.-]{2,40})")),
    ("~", late(r"(?<![^\s\"'`=(:])~(?P<user>[a-z][a-z0-9_-]{2,20})/(?=[\w.*-])")),
)
# No folder begins with a blank: "method / group 1 / group 2" is the head of a table.
_PATH = late(
    r"(?<![\w:/])(?:[A-Za-z]:)?(?:[/\\][\w.@+-][\w.@+ -]{0,59}){2,12}|(?<![\w:/.])[A-Za-z]:[/\\][\w.@+ -]{1,60}"
)
_HOUSE = late(
    r"(?:\A|[/\\_. -])(?P<own>[^\W\d_]{3,24})[_ -]?(?:lab|labs|group|grp|team)(?=\Z|[/\\_. -])"
    r"|(?:\A|[/\\])(?:lab|ag|group|grp|team)[_-](?P<its>[^\W\d_]{3,24})(?=\Z|[/\\_. -])",
    re.IGNORECASE,
)
_PHONE = late(
    r"(?<![\w+])(?:\+|00)\d{2,3}[\s().-]{0,2}\d[\d\s()./-]{6,18}\d(?!\w)"
    r"|\b(?:phone|tel(?:efon\w?|ephone)?|mobile|whats ?app|handy|tél|téléphone|teléfono|cell|电话|电話|電話|전화)"
    r"\s{0,2}[.:]{0,2}\s{0,2}[+(]?\d[\d\s()./-]{5,20}\d",
    re.IGNORECASE,
)
_NETWORK = late(
    r"\b(?:twitter|x\.com|mastodon|bluesky|bsky|instagram|telegram|wechat|weixin|linkedin|github|gitlab|skype|discord|follow"
    r"(?: us| me)?(?: on \w{1,12})?)\b\W{0,3}(?:handle\W{1,3}|user(?:name)?\W{1,3}|id\W{1,3})?@[A-Za-z][\w.-]{2,40}",
    re.IGNORECASE,
)
_MOST = 200


def machine_traces(text: str) -> Iterator[str]:
    """Each trace as it stands in the text; a login once."""
    told: set[str] = set()
    for login in _logins(text):
        if login["user"] not in told and not _is_nobodys(login["user"]):
            told.add(login["user"])
            yield login[0].strip()
    for path in islice(_PATH.finditer(text), _MOST):
        if _is_called_after_somebody(path[0]):
            yield path[0].strip()
    for pattern in (_PHONE, _NETWORK):
        for found in islice(pattern.finditer(text), _MOST):
            yield found[0].strip()


def _logins(text: str) -> Iterator[re.Match[str]]:
    """Prompts and commands with a login."""
    for pattern in _PROMPTS:
        yield from islice(pattern.finditer(text), _MOST)
    for sign, pattern in _COMMANDS:
        for command in islice(pattern.finditer(text), _MOST) if sign in text else ():
            # "About ~half/full" tells no folder.
            if sign != "~" or not is_everyday(command["user"]):
                yield command


def _is_nobodys(login: str) -> bool:
    """Whether a login is a role's, a service's ("git@", "ftp@") or a program's, or stands for anybody's."""
    return is_generic_user(login) or fold(login) in listed("paths", "services") or fold(login) in codec_words()


def _is_called_after_somebody(path: str) -> bool:
    house = _HOUSE.search(path)
    name = house and (house["own"] or house["its"])
    nobodys = (*table("paths")["generic"], *table("paths")["no_labs"], *table("readmes")["nouns"])
    if name and fold(name) not in nobodys:
        return True
    return any(True for _ in persons_in_path(path))
