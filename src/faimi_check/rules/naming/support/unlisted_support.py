"""Support by funders that no table lists: a person's stipend, a bare grant number, a named machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.beginnings import beginnings, begun
from faimi_check.rules.naming.identity.matter import near, stretches
from faimi_check.rules.tables import any_of, listed, table

_SUPPORT = late(
    r"\b(?:[Ss]upported|[Ff]unded|[Ff]inanced|[Ss]ponsored)(?: [\w-]+){0,4} by\b"
    r"|\b(?:support|funding|grants?|fellowship|scholarship|project)(?: [\w-]+){0,2} (?:from|by|of)\b"
)
# In a section of its own a number needs no bracket: "Supported by Fondecyt 1231234". Years and cards (A100) are none.
_LOOSE_NUMBER = late(
    r"(?<![\w./–-])(?!(?:19|20)\d\d[–-](?:19|20)?\d\d\b)(?=[\w/.–-]{0,20}\d{3})"
    r"(?P<number>\d{2,12}\w{0,4}[/.–-][\w/.–-]{3,30}|[A-Z]{1,8}[\w/.–-]{0,6}\d[\w/.–-]{4,30}|\d{5,12})(?![\w@/])"
)
_CARD = late(r"(?:RTX|GTX|Tesla|Quadro|A|V|H|P|T)-?\d{2,4}\w{0,4}\W*")
_AUTHOR = (
    r"\b(?:[Tt]he (?:(?:first|second|third|fourth|fifth|last|senior|corresponding|present) )?authors?"
    r"|[Oo]ne of (?:the|our) authors|(?:[A-Z]\. ?-?){2,4}|(?:[A-Z]\. ?){1,2}[A-Z][\w’'-]{1,30}),?"
)
_GIVEN = r"(?:supported|(?:co-?)?funded|(?:co-?)?financed|sponsored|paid)(?: [\w-]+){0,3} (?:by|through|from|under)"
_AWARD = any_of("funders", "awards")
_NAME = r"(?:an? |the )?(?P<name>[A-ZÀ-Þ][\w’'-]{1,40})"
_WORK_SUPPORTED = late(
    r"\b(?:[Tt]his|[Oo]ur|[Tt]he present|The) (?:\w+ )?(?:work|research|study|project|paper|article) "
    rf"(?:\w+ ){{0,3}}?{_GIVEN} {_NAME}"
)
# "K.L. is funded by Arvensis", "the first author holds an Arvensis stipend".
_AUTHOR_SUPPORTED = (
    late(rf"{_AUTHOR} (?:\w+ ){{0,4}}?{_GIVEN} (?:an? )?(?:[a-z][\w’'-]* ){{0,8}}?{_NAME}"),
    late(
        rf"{_AUTHOR} (?:\w+ ){{0,3}}?(?:holds?|held|received?|acknowledges?|is|was) (?:an? |the )?"
        rf"(?:[\w’'-]+ ){{0,6}}?(?i:{_AWARD})\b[^.;]{{0,60}}?{_NAME}"
    ),
    late(
        rf"{_AUTHOR} (?:\w+ ){{0,3}}?(?:holds?|held|received?|acknowledges?|is|was) (?:an? |the )?"
        rf"(?:[a-z][\w’'-]* ){{0,3}}?{_NAME} (?:[\w’'-]+ ){{0,4}}?(?i:{_AWARD})\b"
    ),
)
# A sentence without a subject says it of this work: "Partly funded by Arvensis", "Co-financed through".
_LEADS = tuple(f"{lead}{mark} " for lead in table("funders")["leads"] for mark in ("", ","))
_LEAD_REACH = 16
_SUPPORTED_BY = late(
    r"\b(?i:supported|(?:co-?)?funded|sponsored|(?:co-?)?financed)"
    r"(?: (?:in part|partially|partly|financially|jointly))? (?:by|through|from|via|within|under) "
    r"(?=(?:the |an? )?[A-Z])"
)
_SUPPORTED_BEGINS = beginnings("supported", "funded", "sponsored", "financed", "co-f", "cof")
# "Funded by the Lowe Trust, EYENET has followed volunteers": the trust paid for what the main clause is about.
_OTHER_SUBJECT = late(
    r", (?:the )?(?:(?:[A-Z][\w-]* ){1,4}(?:has|have|had|is|was|are|were|[a-z]{3,}ed|[a-z]{3,}es)"
    r"|(?!(?:this|which|who|it|these|that|whose|where)\b)[a-z][\w-]* (?:has|have|is|was))\b"
)
# "My tuition was covered by Arvensis"; the fees of others are told with whose they are.
_STUDIES = late(
    r"\b(?:(?<![Tt]heir )(?<![Hh]is )(?<![Hh]er )(?:[Tt]uition(?: fees?)?+|[Ll]iving (?:costs|expenses))"
    r"|(?:[Mm]y|author['’]s) (?:master['’]s |doctoral )?(?:studies|stay|doctorate|degree|place|studentship))\b"
    r"(?! of (?:their|his|her|its|the (?!(?:\w+ )?authors?\b)))(?:(?!\b(?:their|his|her|whose)\b)[^.;\[]){0,90}?"
    r"\b(?:covered|paid|borne|met|financed|funded|carried|sponsored)(?: [\w-]+){0,3}? (?:by|through|under|from|out of)"
    rf" (?:an? |the )?(?:[a-z][\w’'-]* ){{0,5}}?{_NAME}"
)
_STUDIES_SIGNS = (
    "uition",
    "iving costs",
    "iving expenses",
    "y studies",
    "’s stu",
    "'s stu",
    "y stay",
    "’s stay",
    "'s stay",
)
_STUDIES_REACH = 260
_MAX_TEXT = 1_000
_MACHINE_SIGN = late(
    r"cluster|supercomputer|\bHPC\b"
    r"|[Cc]omput(?:ations?|e|ing|ational) (?:\w+ ){0,2}(?:was|were|time|resources?|facilit|cent|hours)"
    r"|[Cc]omputations\b|[Ss]imulations\b|GPU[ -]hours|core[ -]hours"
)
_MACHINE_SIGNS = ("cluster", "supercomput", "HPC", "omputation", "omputing", "ompute ", "imulations", "hours")
_MACHINE_REACH, _SIGN_REACH = 140, 60
_DIGITS = 3
_ALLOCATION_SIGNS = ("llocation", "roposal", "roject", "ccount ", "ossier")
_NUMBER_REACH = 90
_LISTED_MACHINE = late(rf"(?<![\w-])(?=[A-Z]|bw|e-I|sci){any_of('funders', 'clusters')}(?![\w-])")
_CALLED_MACHINE = late(
    r"\b(?:on|of|by|using|use) (?:the |our )?(?P<name>[A-Z][\w-]{1,24}) (?:(?:HPC|GPU|computing|compute|super) ?)?"
    r"(?:cluster|(?:super)?computer)\b(?! (?:algorithm|analys|method|assign|label|cent|size|number|head|sampl|vision))"
)
_COMPUTES = late(
    r"\b(?:train\w*|ran|run|experiments?|comput\w+|simulat\w+|GPUs?|resources|hours|HPC|supercomput\w+|nodes?)\b",
    re.IGNORECASE,
)
# Computing time is granted under numbers of its own kind: "project ID p_gzki0123", "allocation TG-MED240011".
_ALLOCATED = late(
    r"\b(?:[Aa]llocations?|[Pp]roposals?|[Pp]rojects?|[Aa]ccounts?|[Dd]ossiers?)"
    r"(?: (?:awards?|grants?|projects?|accounts?|IDs?|id|identifier|codes?|nos?\.?|nr\.?|numbers?|under|with|the)){0,3}"
    r"[\s:#(]{1,3}(?P<number>(?:[A-Z]{2,8} )?"
    r"(?:[A-Za-z][\w/.–-]{0,20}\d[\w/.–-]{2,24}|\d{2,12}[/–-]\d[\w/–-]{0,20}|(?<=[Nn]o\. )\d{4,10}))"
)


def said_of_no_subject(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence says only by whom something was paid."""
    for match in begun(_SUPPORTED_BY, _SUPPORTED_BEGINS, text):
        lead = text[max(0, match.start() - _LEAD_REACH) : match.start()]
        if match[0][0].isupper() or lead.endswith(_LEADS):
            yield match.span()


def has_other_subject(text: str, start: int, end: int) -> bool:
    """Whether what follows there, up to the sentence's end, says that something named was what was paid for."""
    return _OTHER_SUBJECT.search(text, start, end) is not None


def allocations(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the number stands under which computing time was granted, and the number."""
    for start, end in near(_ALLOCATION_SIGNS, text, 2, _NUMBER_REACH):
        for match in _ALLOCATED.finditer(text, start, end):
            number = match["number"].rstrip("./_–- ")
            digits = sum(char.isdigit() for char in number)
            around = text[max(0, match.start() - _MACHINE_REACH) : match.end() + _MACHINE_REACH]
            if digits >= _DIGITS and not _CARD.fullmatch(number) and ("GPU" in around or _MACHINE_SIGN.search(around)):
                yield *match.span(), number


def bare_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Where numbers of grants stand in a section that says whose support it had, and the numbers."""
    first = _SUPPORT.search(text)
    if first is None:
        return
    for match in _LOOSE_NUMBER.finditer(text, first.end()):
        if not _CARD.fullmatch(match["number"]):
            yield match.start(), match["number"]


def pays_an_author(text: str) -> bool:
    """Whether a sentence names who pays an author: then no table has to list them."""
    return any(_names_funder(pattern, text[:_MAX_TEXT]) for pattern in (*_AUTHOR_SUPPORTED, _STUDIES))


def studies_paid(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody is named who pays an author's studies."""
    for start, end in near(_STUDIES_SIGNS, text, 40, _STUDIES_REACH):
        yield from (match.span() for match in _STUDIES.finditer(text, start, end))


def may_name_a_funder(text: str) -> bool:
    """Whether a sentence names what may have paid for the work, or where it was computed."""
    return _names_funder(_WORK_SUPPORTED, text[:_MAX_TEXT]) or any(machines(text[:_MAX_TEXT]))


def _names_funder(pattern: re.Pattern[str], text: str) -> bool:
    known = tuple(table("funders")["no_funders"])
    return any(not fold(match["name"]).startswith(known) for match in pattern.finditer(text))


def is_machine(name: str) -> bool:
    """Whether a name is a computing centre's."""
    return _LISTED_MACHINE.match(name) is not None


def machines(text: str) -> Iterator[tuple[int, int]]:
    """Where a machine or computing centre is named on which the authors computed."""
    signs = (
        match.start()
        for start, end in near(_MACHINE_SIGNS, text, _SIGN_REACH, _SIGN_REACH)
        for match in _MACHINE_SIGN.finditer(text, start, end)
    )
    for start, end in stretches(signs, _MACHINE_REACH, _MACHINE_REACH, len(text)):
        if not _COMPUTES.search(text, start, end):
            continue
        for match in _LISTED_MACHINE.finditer(text, start, end):
            yield match.span()
        for match in _CALLED_MACHINE.finditer(text, start, end):
            if fold(match["name"]) not in listed("funders", "no_machines"):
                yield match.span()
