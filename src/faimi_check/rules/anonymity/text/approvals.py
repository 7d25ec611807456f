"""Ethics approvals: their numbers, and whether they are the authors' or those of who collected public data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.anonymity.text.sites import is_of_others, is_public, names_board, sites_in
from faimi_check.rules.late import late
from faimi_check.rules.naming.ownership.accounted import tells_of_their_study
from faimi_check.rules.naming.ownership.score import said_share
from faimi_check.rules.naming.whose.public_statements import names_collection
from faimi_check.rules.tables import any_of

_LABELLED = late(
    rf"\b(?i:{any_of('sites', 'number_labels')})[.:#\s(№]{{1,4}}"
    r"(?P<number>(?=[\w/.-]{0,30}\d[\w/.-]{0,30}\d)(?:[A-Z]{1,6} )?[A-Z0-9][\w/.-]{3,30})"
)
# Told by their shape: 245/2021, 12/LO/0417, KB-2020/117, S-20190123, IRB00012345, 58722122.9.0000.5404.
_SHAPED = late(
    r"(?<![\w./:@-])(?P<number>(?:[A-Z]{1,6} )?(?:[A-Z]{1,10}-?\d{4,12}(?:[/.-][\w.-]{1,12}){0,3}"
    r"|\d{5,12}(?:\.\d{1,8}){1,4}"
    r"|[A-Z]{1,8}[-/]\d{1,6}[-/]\w{1,8}(?:[/.-]\w{1,8}){0,3}|\d{1,8}[/-]\w{2,8}(?:[/.-]\w{1,8}){0,3}))(?![\w/@])"
)
# Spans of years, and dates.
_DATE = late(r"(?:19|20)\d\d[/-](?:19|20)?\d\d|(?:19|20)\d\d[/-]\d\d?[/-]\d\d?|\d\d?[/-]\d\d?[/-](?:19|20)?\d\d")
_LAW = late(rf"\b(?i:{any_of('sites', 'laws')})\b[^;]{{0,28}}$")
_LAW_REACH = 45
_DIGITS = 3
_LABELLED_DIGITS = 2
_OTHERS = late(rf"\b{any_of('sites', 'others_sites')}\b", re.IGNORECASE)
_THE_DATA = late(
    r"(?:[Tt]hese|[Tt]he|[Tt]heir|[Ii]ts|[Ss]uch) (?:data|images|scans|cohort|collection)"
    r"|(?:[Tt]hey|[Ii]t) (?:was|were)\b"
)
_OWN = late(
    r"\b(?:our|ours|we|the present|this (?:[\w-]+ )?(?:study|work|research|trial)"
    r"|the (?:(?!original)[\w-]+ )?study (?:was|is|has))\b",
    re.IGNORECASE,
)


# Below this score a trial is others', where a sign says so.
_OTHERS_TRIAL = 0.12
# "Lyngby's group has announced a trial (NCT...)", "both trials (NCT...)": whose a trial is, where no data are from it.
_WHOSE_TRIAL = late(
    r"\b[A-ZÀ-Þ][\w-]{1,30}[’']s (?:[\w-]+ ){0,2}(?:group|team|trials?|study|colleagues)\b|\btrials\b"
    r"|\b(?:The )?(?:[A-Z][A-Z-]{2,20}(?: (?:trial|study))?|[A-ZÀ-Þ][\w-]{2,30} (?:trial|study)),? ?\([^()]{8,90}\)"
    r" (?:reported|found|excluded|included|showed|gave|left|had|did|compared|randomi[sz]ed|tested|concluded|confirmed"
    r"|reduced|observed|measured|assessed|evaluated|began|ended|stopped)\b"
    r"|\b[A-ZÀ-Þ][\w-]{2,30} (?:investigators|trialists|group|team|sponsors?|collaborators) (?:have |had |first )*"
    r"(?:pre-?)?(?:registered|filed) (?:their|the|its)\b"
    r"|\b(?:run|led|conducted|carried out|sponsored|registered|reported|published|owned) by"
    r" (?:an?other|other|a different|an unrelated|a competing)\b"
    r"|\b(?:trial|study) (?:by|of|from) (?:the )?(?:(?:group|team) of )?[A-ZÀ-Þ][\w-]{2,30}\b"
)
_REGISTERED = late(any_of("sites", "trials"))
_SPEAKS = late(r"\b(?:we|us|our|ours|authors?|this (?:study|work|paper)|the present)\b", re.IGNORECASE)
_TAKEN_FROM_IT = late(
    r"\b(?:images|scans|data|slides|films|cases|patients|women|men|recordings|clips|volumes|photographs|participants)\b"
    r".{0,50}?\b(?:from|of|in)\b|\b(?:used|use|taken|drawn|recruited|enrolled)\b"
)


def approval_numbers(sentence: str) -> Iterator[str]:
    """The numbers that a sentence on an approval gives; numbers of laws, dates and spans of years are none."""
    for pattern, digits in ((_LABELLED, _LABELLED_DIGITS), (_SHAPED, _DIGITS)):
        for match in pattern.finditer(sentence):
            number, start = match["number"].rstrip(".-/"), match.start("number")
            before = sentence[max(0, start - _LAW_REACH) : start]
            count = sum(char.isdigit() for char in number)
            if count >= digits and not _DATE.fullmatch(number) and not _LAW.search(before):
                yield number


def speaks_of_own(sentence: str) -> bool:
    """Whether a sentence says "we", "our" or "this study"."""
    return _OWN.search(sentence) is not None


def is_others(sentence: str) -> bool:
    """Whether a sentence speaks of the sites that gave to a collection."""
    return _OTHERS.search(sentence) is not None and not speaks_of_own(sentence)


def may_be_others(sentence: str) -> bool:
    """Whether a sentence goes on about data that were named before."""
    return _THE_DATA.match(sentence.strip()) is not None and not speaks_of_own(sentence)


def approval_code(sentence: str, before: str, *, numbered: bool) -> str:
    """ANON015's code for a sentence on an approval, empty for nothing; `before` tells whether it is on a collection."""
    if is_public(sentence):
        # "A public release is planned" makes no approval public.
        return "unclear" if numbered and not is_of_others(sentence) and speaks_of_own(sentence) else ""
    if tells_of_their_study(sentence):
        return ""
    named = bool(sites_in(sentence)) or names_board(sentence)
    if (named or numbered) and names_collection(before):
        if is_others(sentence):
            return ""
        if may_be_others(sentence):
            return "unclear"
    if named:
        return "unclear" if is_others(sentence) else "ethics"
    return "unclear" if numbered else ""


def is_others_trial(sentence: str) -> bool:
    """Whether a trial is told of as others', as what they did and not as where data come from."""
    if len(set(_REGISTERED.findall(sentence))) > 1 and _SPEAKS.search(sentence) is None:
        # A row of trials is a review's.
        return True
    if tells_of_their_study(sentence):
        return True
    told = _WHOSE_TRIAL.search(sentence) is not None and _TAKEN_FROM_IT.search(sentence) is None
    return told and said_share(sentence) < _OTHERS_TRIAL
