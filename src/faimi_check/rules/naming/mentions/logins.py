"""Logins in a sentence: handles, and those that sign a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import HARMLESS, classify_link, is_placeholder
from faimi_check.rules.naming.identity.matter import top_levels
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.mentions.code_words import unheard
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.people.file_names import is_given_name, is_surname
from faimi_check.rules.naming.people.file_words import is_called_so
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import listed

# "mAP @0.25" is a threshold, "CPU @3.40GHz" an amount.
_AMOUNT = r"\d[\d.]{0,8}(?:[kMGT]?Hz|px|[fd]ps|dpi|ppi|ms|[mcn]m|m?T|k?Vp?|k?W|[xskK])(?!\w)"
_HANDLE = late(rf"(?<![\w.@/])@(?=[\d_.-]{{0,39}}[A-Za-z])(?!{_AMOUNT})[A-Za-z0-9_.-]{{3,40}}+(?!\s?[{{(])")
# "(c) mlyngby", "written by ingrid.lyngby": a login that signs.
_SIGNED = late(
    r"(?:(?:\([cC]\)|©|@author|\b[Aa]uthor:) "
    # "Written by clinicians" names nobody: a login has more than letters there.
    r"|\b(?:[Ww]ritten|[Cc]oded|[Aa]dapted|[Mm]aintained|[Aa]uthored) by (?=[a-z-]{0,29}[._\d][a-z\d]))"
    r"(?:(?:19|20)\d\d,? )?(?:by )?(?P<who>[a-z][a-z0-9_.-]{3,30})\b"
)
# "# mlyngby 12/03: ask me before": a comment that is signed and dated.
_DATED = late(
    r"\s{0,8}(?:#|//|%|--|/\*)\s?(?P<who>[a-z][a-z0-9_.-]{3,20}),? "
    r"(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d\d-\d\d)\s?[:,–-] ?(?=[^\W\d])"
)
# "# temperature regression, i.lyngby 2024-11-03", "-- Lyngby, 3 June": a comment that ends in who wrote it and when.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
# "The account i.lyngby shown there", "signed “ilyngby” in each header": a login that the words say is one.
_SAID = (
    r"(?:user ?names?|(?:users?|colleague|person|one) (?:who is |that is )?(?:signed|logged)[ -](?:in|on)"
    r"|signed[ -]in|logins?|logged[ -]in|log-?in name|accounts?|signatures?"
    r"|signed (?:as|by|with)|handles?|nick(?:name)?s?|initials?)"
)
_SHOWN = late(
    rf"\b(?i:{_SAID})\b[^.;\n]{{0,60}}?"
    r"(?:[\"“„'‘`«](?P<quoted>[a-z][a-z\d._-]{3,30})[\"”“'’`»]"
    r"|(?<=[\s(,])(?P<who>(?:[a-z]{1,20}[._][a-z]{3,20}|[a-z]{4,20}[._][a-z])\d{0,4})(?=[,;:)\s]|\.\s|\.?\Z))"
)
# "wandb: Currently logged in as: ilyngby (lysvik-lab)": what programs print of who runs them.
_PRINTED = late(
    r"\b(?i:(?:currently )?logged in as|authenticated as|signed in as|switched to user|active account"
    r"|running as(?: user)?"
    r"|submitted by|job owner|login succeeded for|welcome(?: back)?,?) ?:? ?[\"'“‘`]?"
    r"(?P<who>(?!(?:an?|the|your|our|this|their|root|user|admin|anonymous)\b)[a-z][a-z\d._-]{3,30})"
    r"(?=[\"'”’`]?(?: \((?P<team>[a-z][\w-]{2,38})\)|[.,;)]? *\Z|\. [A-Z]|,? to |: ))"
)
_PRINTED_SIGNS = (
    "ed in as",
    "enticated as",
    "to user",
    "ive account",
    "unning as",
    "bmitted by",
    "ob owner",
    "succeeded for",
    "elcome",
)
_SHOWN_SIGNS = ("ser", "login", "ogged", "ccount", "igna", "igned", "andle", "nick", "nitial")
_LOGIN_SIGN = re.compile(r"[\"“„‘`«'_]|[a-z]\.[a-z]")
_PARTS, _SHORTEST = re.compile(r"[._-]|\d+"), 4
# What stands in the next line of a listing.
_CODE = r"(?:def|import|from|class|for|if|return|const|let|var|int|void|#|//|[a-z_]\w* ?[=(])"
_DATED_AT_END = late(
    r"(?:#|//|%|--|/\*).{1,100}?(?:[#%/*,;:(–—-] ?|\bby )(?P<who>(?:[a-z]{1,3}\.)?(?P<letters>[a-z]{4,20})\d{0,2}"
    r"|(?:[A-Z]\.? ?){0,2}(?P<name>[A-Z][a-z]{3,20})),? (?:on )?"
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.? {_MONTH}(?:,? \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?)(?:\W*$| (?={_CODE}))"
)
# "# pquiroga: still wrong": a comment that begins with an initial and a surname.
_COMMENTED = late(r"\s{0,8}(?:#|//|%|--)\s?(?P<who>(?P<letters>[a-z]{5,22})\d{0,2}): (?=[^\W\d])")
_NUMBER_BEHIND = re.compile(r" \d")
_COMMENT_SIGNS = frozenset("#/%-")
# "#SBATCH --account=radiol_lysvik": who pays for a job, or is told of it.
_JOB = late(
    r"(?:#SBATCH|#PBS|#BSUB|#\$|\b(?:sbatch|srun|salloc|qsub|bsub)\b)[^\n#]{0,80}?"
    r"(?:--account[= ]|--mail-user[= ]|-A |-P |-G )(?P<who>[A-Za-z][\w.-]{2,30})(?![\w<>$])"
)
_JOB_SIGNS = ("#SBATCH", "#PBS", "#BSUB", "#$", "sbatch ", "srun ", "salloc ", "qsub ", "bsub ")
_ANY_ACCOUNT = late(
    r"(?:your|my|the|some)[_-]|(?:project|account|anon|default|group|user|test|example|acct|alloc)\w*$|[a-z]\d{4,}$"
)
_GRANTED = late(r"[A-Za-z]{2,12}[-_]?(?:19|20)\d\d[-_/.]\d{1,3}(?:[-_/.]\d{1,5})?|[A-Z]{2,8}[-_]\d{4,8}")
# "Queue names of kraken2.hpc-lysvik.no": a machine's whole name; its first part has a number or is what machines do.
_HOST = late(
    r"(?<![\w@./:-])(?P<who>(?:[a-z][a-z-]{1,20}\d{1,3}|login|gpu|nas|storage|cluster|hpc|jupyter|gitlab|ssh)"
    r"(?:\.[a-z][\w-]{1,40}){1,3}\.(?:edu|org|net|com|int|[a-z]{2}))(?![\w/-])(?!\.\w)"
)
_HOST_SIGN = re.compile(r"\w\.[a-z][\w-]{1,40}\.[a-z]{2}")
# The parts of a login, and people in small letters.
_BY_WORD, _SHORTEST_PART = re.compile(r"[\s._@-]+|\d+"), 3
# Countries whose letters are a word as well.
_LANDS = frozenset(("no", "at", "is", "it", "in", "be", "me", "us", "my", "to"))
_TITLES = frozenset(("dr", "prof", "md", "pd", "doc"))
_SMALL_NAME = late(
    r"\b(?:prof|dr)\.? (?P<titled>[a-z][a-z-]{3,20})\b|\((?P<brief>[a-z]{3,15} [a-z]\.)\)|\((?P<alone>[a-z]{3,15})\)"
    r"|(?:^|[:=,;]) ?(?:(?P<signed>[a-z]{3,15} [a-z]\.)|(?P<led>[a-z]{3,15}) ?\()"
)
_SIGNING = ("c)", "C)", "©", "uthor", "ed by ", "ten by ")


def logins_in(text: str) -> Iterator[Mention]:
    """Handles ("@mlyngby"), and logins that sign ("(c) mlyngby")."""
    if "@" in text:
        for match in _HANDLE.finditer(text):
            # "@dataclass", "@pytest.fixture": a line of code that begins so marks what follows; "@epoch 20" is a time.
            marks = match.start() == 0 or _NUMBER_BEHIND.match(text, match.end()) is not None
            if marks and next(unheard(match[0]), None) is None:
                continue
            yield Mention(Kind.HANDLE, match[0], match.start(), match.end())
    for match in _SIGNED.finditer(text) if has_any(text, _SIGNING) else ():
        if not is_everyday(match["who"]):
            yield Mention(Kind.HANDLE, match["who"], *match.span("who"))
    yield from _shown(text)
    yield from _of_machines(text)
    dated = _DATED.match(text)
    if dated and not is_everyday(dated["who"]):
        yield Mention(Kind.HANDLE, dated["who"], *dated.span("who"))
    ended = _DATED_AT_END.match(text) if text[:1] in _COMMENT_SIGNS else None
    # "Weber" by itself may be a word; as a login it is one.
    if ended and (is_surname(ended["name"]) if ended["name"] else not is_everyday(ended["who"])):
        yield Mention(Kind.HANDLE, ended["who"], *ended.span("who"))
    commented = _COMMENTED.match(text)
    if (
        commented
        and any(is_surname(commented["letters"][first:]) for first in (1, 2))
        and not is_everyday(commented["who"])
    ):
        yield Mention(Kind.HANDLE, commented["who"], *commented.span("who"))


def _of_machines(text: str) -> Iterator[Mention]:
    """What programs print of who runs them, who pays for a job of a cluster, and machines by their whole names."""
    for match in _PRINTED.finditer(text) if has_any(text, _PRINTED_SIGNS) else ():
        if not (is_everyday(match["who"]) or is_generic_user(match["who"])):
            yield Mention(Kind.HANDLE, match["who"], *match.span("who"))
    for match in _JOB.finditer(text) if has_any(text, _JOB_SIGNS) else ():
        if is_own_account(match["who"]):
            yield Mention(Kind.HANDLE, match["who"], *match.span("who"))
    for match in _HOST.finditer(text) if may_name_host(text) else ():
        if classify_link(match["who"]) not in HARMLESS:
            yield Mention(Kind.HANDLE, match["who"], *match.span("who"))


def may_show_login(text: str) -> bool:
    """A cheap test for words that say that a login follows, and a sign that one has in it or round it."""
    return has_any(text, _SHOWN_SIGNS) and _LOGIN_SIGN.search(text) is not None


def may_name_host(text: str) -> bool:
    """A cheap test for a name with two full stops inside."""
    return text.count(".") > 1 and _HOST_SIGN.search(text) is not None


def _shown(text: str) -> Iterator[Mention]:
    """Logins that stand in quotes, or with a sign inside, where words say that one follows; no part of a program."""
    for match in _SHOWN.finditer(text) if may_show_login(text) else ():
        group = "who" if match["who"] else "quoted"
        parts = [part for part in _PARTS.split(match[group]) if len(part) >= _SHORTEST]
        if not is_generic_user(match[group]) and any(
            not is_called_so(part) and not is_everyday(part) for part in parts
        ):
            yield Mention(Kind.HANDLE, match[group], *match.span(group))


def is_own_account(name: str) -> bool:
    """Whether a job's account is somebody's: none of examples, roles and everyday words."""
    # "NAISS2024-1-7": letters alone say little, but a number behind them was granted to somebody.
    numbered = _GRANTED.fullmatch(name) is not None
    return not (_ANY_ACCOUNT.match(name) or is_generic_user(name) or (is_everyday(name) and not numbered))


def is_own_machine(host: str) -> bool:
    """Whether a whole host's name is no file, example, publisher's or everybody's."""
    last = host.rpartition(".")[2]
    return (
        last in top_levels()
        and (last in _LANDS or last not in listed("domains", "files_and_words"))
        and classify_link(host) not in HARMLESS
    )


def is_somebodys_login(name: str) -> bool:
    """Whether the value of a field for people names one: by a title, a given name, a surname or two unheard words."""
    parts = [part for part in _BY_WORD.split(name) if part]
    words = [part for part in parts if len(part) >= _SHORTEST_PART and not _is_of_roles(part)]
    if not words or is_generic_user(name):
        return False
    titled = parts[0].lower() in _TITLES and len(parts) > 1
    return titled or len(words) > 1 or any(is_given_name(word.title()) or is_surname(word) for word in words)


def small_names(text: str) -> Iterator[str]:
    """People in small letters, as files list them: "(ingrid l.)", "prof. lyngby", "(mateo)"."""
    if is_placeholder(text):
        return
    for found in _SMALL_NAME.finditer(text):
        name = found[found.lastgroup or 0]
        if not any(_is_of_roles(word) for word in name.rstrip(".").split() if len(word) >= _SHORTEST_PART):
            yield name


def _is_of_roles(word: str) -> bool:
    return is_called_so(word) or is_everyday(word) or is_generic_user(word) or word.lower() in _TITLES
