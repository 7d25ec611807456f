"""People whom a sentence names and who are nowhere near the authors: makers, the cited, names in prompts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.ownership.other_subjects import CITE, TITLE
from faimi_check.rules.tables import any_of

NAME = r"[A-ZÀ-Þ][\w’-]{0,30}(?: [A-ZÀ-Þ][\w’-]{1,30}){0,2}"
ANSWERED = late(rf"\b{any_of('third_parties', 'answers')}\b")
# "The authors of [4] did not answer. Dr. Wang, now in Singapore, did".
_ASKED_AUTHORS = late(
    r"(?:The (?:(?:first|last|senior|corresponding) )?authors? of (?:\[|that|the )"
    r"|We (?:wrote|mailed|e-?mailed) (?:to )?the authors of)"
)
# "Prof. Buolamwini's Gender Shades audit [1]", but not "Halvorsen's audit [1], ours".
_CITED_WORK = late(
    rf"(?<![\w’'-])(?P<others>(?:{TITLE} )?[A-ZÀ-Þ][\w-]{{1,30}}(?: [A-ZÀ-Þ][\w-]{{1,30}})?(?:[’']s|(?<=s)[’'])"
    r" (?:[\w-]+ ){0,6}?)"
    rf"(?={CITE}(?!,? (?:ours|our|which we|that we)\b))"
)
# "The author of timm, Ross Wightman", "Timm's maintainer Ross Wightman".
_MAKER_OF = late(
    rf"\b(?:{any_of('third_parties', 'makers')}s? of (?!this\b|the present\b|our\b|it\b|us\b|these\b)[\w-]{{1,60}}"
    rf"(?: {CITE})?,|[\w-]{{1,60}}[’']s? {any_of('third_parties', 'makers')}s?,?) (?P<others>{NAME})"
    r"(?!, (?:our|who|a colleague|one of)\b)"
)
# "We asked Ida Tamm, first author of the original study": who is asked for what others made.
_AUTHOR_OF = late(
    rf"(?<![\w’'-])(?P<others>(?:{TITLE} )?{NAME}),? (?:who is |then |now |being )?(?:the |an? |its |their )?"
    r"(?:(?:first|last|senior|corresponding|lead|original|main|chief|principal) )?"
    rf"{any_of('third_parties', 'makers')}s? of (?:{CITE}|(?:the|that) (?:original|cited|other|earlier"
    rf"|older|quoted|reviewed"
    r"|public|first|compared)\b)"
)
# "A prompt with the name Aisha", "we gave it the names Mohammed, Ingrid and Wei", "the name, from Katie to Latoya".
_LISTED = rf"{NAME}(?:(?:,| and|, and| or| to) {NAME}){{0,6}}"
_NAMES = late(
    r"(?<!by )(?<!under )(?<!bears )(?<!by the )(?<!under the )\bnames? (?:to |of )?"
    rf"(?P<others>{_LISTED})(?! (?:of|for) (?:the )?(?:authors?|readers?|raters?))"
    r"|\bname,? (?:[a-z ]{1,25} )?from (?P<first>[A-ZÀ-Þ]\w{1,30} to [A-ZÀ-Þ]\w{1,30})"
    rf"|\bnames? (?:in|of|on|at) (?:the |a |each |every )?(?:[a-z-]+ ){{0,2}}\((?:here |e\.g\.,? |such as |for"
    rf" instance )?"
    rf"[\"“‘]?(?P<listed>{_LISTED})[\"”’]?\)"
    rf"|\b(?:write|act|speak|answer|reply|pos(?:e|ing)|acting|sign) (?:as|like|for) (?P<played>(?:{TITLE} )?{NAME})"
)
_ASKED_MODEL = late(rf"\b{any_of('third_parties', 'imagined')}\b", re.IGNORECASE)
# "Dr. House and Dr. Grey sign the synthetic letters", "Mrs Dalloway is a patient of our toy example".
_PLAYERS = late(
    rf"(?<![\w’-])(?P<others>(?:{TITLE} [A-ZÀ-Þ][\w’-]{{0,30}}(?: [A-ZÀ-Þ][\w’-]{{1,30}})?(?:,? and |, )?){{1,6}})"
    r"\W{0,5}(?:[a-z]+ ){0,6}?"
    r"(?:(?:sign|signs|signed|signers|signatories|senders?|addressees?|doctors|physicians)\b[^.;]{0,40}"
    r"\b(?:synthetic|generated|invented|made-up|fictional|artificial)|(?:toy |worked |running |our )example)\b"
)
# "The model called the woman Ida Tamm", "a nurse, whom it named Ida".
_NAMED_BY_MODEL = late(
    r"\b(?:called?|calls|names?|named) (?:(?:the|an?|her|him|them|each|every|one)(?: [a-z-]+){0,4} )?"
    rf"(?P<others>{NAME})"
)
# "The idea is Kant's, the reading of it is ours".
_THEIRS = late(
    r"\b(?:ideas?|phrase|term|word|argument|proof|trick|question|line|title|example|distinction|image|metaphor|maxim)"
    rf" (?:is|are|was|were) (?P<others>{NAME}[’']s?)(?![\w’'])"
)
# "Such distances (she was Ida Tamm, from Tartu)", "named after Ida Tamm".
_CALLED_AFTER = late(
    r"\((?:[Ss]?he|they) (?:was|were|is) (?P<others>[A-ZÀ-Þ][^()]{2,100})\)"
    rf"|\b(?:named|called) (?:after|for) (?:the [a-z]+ )?(?P<known>{NAME})"
)
_OF_OURS = late(
    r"\b(?:of ours|of us|co-?authors?|our (?:own )?(?:colleague|head|chief|student|postdoc|professor|readers?)|thanks?"
    r"|grateful|(?:first|second|third|last|senior|corresponding|present) authors?(?! of\b)"
    r"|(?:this|the present) (?:paper|work|study|article))\b",
    re.IGNORECASE,
)


def people_elsewhere(said: str, before: str) -> Iterator[tuple[int, int]]:
    """Where a sentence that tells of nobody near the authors names such people."""
    if _OF_OURS.search(said):
        return
    if ANSWERED.search(said) and _ASKED_AUTHORS.match(before):
        yield 0, len(said)
    always = (_CITED_WORK, _MAKER_OF, _AUTHOR_OF, _CALLED_AFTER, _THEIRS)
    patterns = (*always, _PLAYERS, _NAMES, _NAMED_BY_MODEL) if _ASKED_MODEL.search(said) else always
    for pattern in patterns:
        yield from spans_of(pattern, said)


def spans_of(pattern: re.Pattern[str], said: str) -> Iterator[tuple[int, int]]:
    """Where the groups of each match stand."""
    for found in pattern.finditer(said):
        yield from (found.span(group) for group in found.re.groupindex if found[group])
