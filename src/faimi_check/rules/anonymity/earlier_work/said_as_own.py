"""Wordings that make a cited work likely the authors': own data that it describes, "by this group", "our toolkit".

Each can be said of others too, where the text speaks of others just before. So they are a question, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.text.sentence import sentence_around, sentence_before
from faimi_check.rules.anonymity.earlier_work.own_work import CITE_ENDS, EARLIER, PAPER, VERB
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import near
from faimi_check.rules.naming.text.citations import CITE
from faimi_check.rules.tables import any_of

_TOLD = any_of("self_citation", "told")
_MADE = any_of("self_citation", "own_makes")
_COHORT = any_of("self_citation", "cohorts")
_PEOPLE = any_of("self_citation", "data_people")
_REACH, _NEAR = 260, 200
_IS = r"(?:has been|have been|had been|is|are|was|were)"
_WHEN = (
    r"(?:(?:already|also|first|since|previously|earlier|before|elsewhere|in (?:full |more )?detail"
    r"|in (?:an )?earlier work|there|fully),? ){0,3}"
)
# "The in-house series, presented in [7]"; what everybody may have is called internal or local as well where it is
# trained on, so that such data take a word on their readers or on consent.
_PLAIN = r"(?:(?!public|open|official|original|second|other)(?-i:[a-z])[\w-]* ){0,2}?"
_OWN_DATA = (
    rf"(?:\b(?:the|our|this|these|an?) {_PLAIN}(?P<own>in-?house|private|own|institutional)|\b(?P<ours>our)"
    rf"|\b(?:the|this)(?: (?:internal|local|clinical|study))?) {_PLAIN}{_COHORT}\b"
)
_DESCRIBED = late(
    rf"{_OWN_DATA}(?: of [^,.;\[]{{1,30}})?,? (?:(?:which|that) )?(?:{_IS} )?{_WHEN}{_TOLD} {_WHEN}"
    rf"(?:in |by us in )?{CITE}",
    re.IGNORECASE,
)
_THOSE_OF = late(
    rf"{_OWN_DATA} (?:is|are) (?:the one|those|that|the same(?: as (?:that|those|the one))?) (?:of|in|from) {CITE}",
    re.IGNORECASE,
)
_DESCRIBED_SIGNS = (
    "described",
    "reported",
    "published",
    "introduced",
    "presented",
    "detailed",
    "characteri",
    "documented",
)
_THOSE_SIGNS = (" those of", " that of", " the one of", " the one in", " those in", " that in", " those from")
_SAME_PEOPLE = late(
    rf"\b(?:the )?same (?:[\w-]+ ){{0,2}}?{_PEOPLE}\b"
    rf"|\b{_PEOPLE} (?:is|are|were|remain(?:ed)?) (?:also )?(?:the same|unchanged|identical)\b"
    r"|\b(?:consent|approval|permission|vote)\b|\bwithheld\b",
    re.IGNORECASE,
)
# "An earlier study from this group [2]", "was described by this group in children [1]".
_THIS_GROUP = r"(?:this|the present|the submitting|our own) (?:research |study )?(?:group|team|consortium)\b(?! of\b)"
_BY_GROUP = late(
    rf"\b(?:{EARLIER}|first|pilot|two|three|several|another|older|an?) (?:[\w-]+ ){{0,2}}?"
    rf"(?:{PAPER}|audits?|trials?|surveys?|reviews?)(?: (?:run|made|done|led))? (?:out of|from|by|of) {_THIS_GROUP}"
    rf"(?! (?:in|with|who|that)\b)[^.;\[(]{{0,40}}{CITE}"
    rf"|\b(?:{VERB}|described|observed|found|seen|written) by {_THIS_GROUP}[^.;\[(]{{0,40}}{CITE}",
    re.IGNORECASE,
)
_GROUP_SIGNS = (
    *("this group", "this team", "this research", "this study group", "present group", "present team", "own group"),
    *("own team", "submitting"),
)
# "GapScan [3], our earlier toolkit, to which", "GapScan [3], a package of ours", "(our previous method [1])".
_NOUNS = r"(?:(?!(?:is|are|was|were|has|have|had|can|do|does)\b)[\w-]+ ){0,3}?"
_APPOSED = late(
    rf"{CITE}\)?,? (?:\()?(?:again |also |once more )?"
    rf"(?:our (?:own )?(?:{EARLIER}|first|old|older|last year['’]s|published) {_NOUNS}[a-z][\w-]{{2,20}}"
    rf"|our (?:own )?(?:[\w-]+ )?{_MADE}(?: (?:for|of|on) [\w -]{{3,40}}?)?"
    r"|an? (?:[\w-]+ ){0,2}[\w-]+ of (?:ours|our own)|last year['’]s version of our [\w-]+)"
    r"(?=[.;,:)]|$| (?:to|for|on|in|from|with|at) which\b| (?:which|that)\b)"
    # "GapScan [3], our classifier of 2020, we".
    rf"|{CITE},? our (?:own )?(?:[\w-]+ ){{1,3}}(?:of|from) (?:(?:19|20)\d\d|last year)\b"
    rf"|{CITE},? (?:which|that) we (?:had |have |ourselves |once |first )?"
    r"(?:built|wrote|published|developed|created|released|designed|maintain)\b(?! (?:further|on|upon)\b)"
)
_APPOSED_SIGNS = (
    *(
        "], our ",
        "), our ",
        "] our ",
        "] (our ",
        "], a ",
        "], an ",
        "), a ",
        "], last year",
        "], which we",
        "], that we",
    ),
    "), which we",
)
# "Unlike TintLab [1], our earlier model fails": what follows is the sentence's subject.
_LED_IN = late(
    r"\b(?:Unlike|In contrast to|Contrary to|As (?:in|for|with)|Like|Similar(?:ly)? to|Following|Compared (?:to|with)"
    r"|With|In|For|On|To|After|Based on|Since|Against|Besides|Among)\b[^.;,]{0,60}$"
)
# "The authors have said so elsewhere (Lyngby et al., 2023)", "the present writers have said so before, on spines [4]".
_ELSEWHERE = late(
    r"\b[Tt]he (?:present )?(?:authors|writers) (?:have |had )?(?!of\b)[a-z]+(?: [\w-]+){0,5}?,? "
    rf"(?:elsewhere|before|in (?:another|an earlier|an older|a previous) (?:{PAPER}|place))\b[^.;\[(]{{0,60}}{CITE}"
)
# "The scale of [3] is ours".
_OURS = late(rf"\b(?:of|in|from) {CITE} (?:is|are|was|were) (?:\w+ )?ours\b")
_OURS_SIGNS = tuple(f"{end} {verb}" for end in CITE_ENDS for verb in ("is ", "are ", "was ", "were "))
# "The authors have hitherto reported, in two notes [4, 6], that".
_HITHERTO = late(
    r"\b[Tt]he (?:present )?(?:authors|writers)(?: have| had)? (?:hitherto|previously|already|formerly|so far|to date"
    rf"|up to now|until now|recently|once) (?:\w+ ){{0,2}}?{VERB}\b[^.;\[(]{{0,80}}{CITE}"
)
_HITHERTO_SIGNS = tuple(
    f" {word} " for word in ("hitherto", "previously", "already", "formerly", "far", "date", "now", "recently", "once")
)
_ELSEWHERE_SIGNS = ("he authors", "he writers", "he present authors", "he present writers")
# "Was discussed in [10], where we saw it fail"; in the labels of [10] all may find something.
_WHERE_WE = late(
    r"(?<!\bof )(?<!\bfrom )(?<!\bon )(?<!\bset )(?<!\bdata )(?<!\bimages )(?<!\blabels )"
    rf"{CITE},? (?:where|in which|when) we"
    r" (?:have |had |also |first |already |once |still |then |only )?(?:had (?:only|no|few|not|just)"
    r"|(?<=only )(?:had|used|saw)|lacked|did not|could not|claimed|wrote|found|showed|shown|argued|compared|proposed"
    r"|introduced|reported|described|studied|observed|noted|saw|seen|asked|called|discussed|analy[sz]ed|tested|tried|trained|used|measured)\b"
)
_WHERE_SIGNS = tuple(
    f"{end}{comma} {word} we " for end in "])" for comma in ("", ",") for word in ("where", "in which", "when")
)
# Somebody else of whom the text speaks there.
_OTHERS_BEFORE = late(
    r"\bet al\b|\b(?:[A-Z][\w’-]+|research|their|his|her|another|that|other|one) (?:group|team|lab)\w*\b"
    r"|\b(?:group|team|laboratory|colleagues) (?:of|at|in|from|around|led by) [A-Z]|\b(?:colleagues|co-?workers|they)\b"
    r"|\b[A-Z][\w’-]+ and [A-Z][\w’-]+ (?:\[|\()|\b[A-Z][\w’-]{2,} \[\d"
)
_CITES = late(r"\[\d|\bet al\b|\b(?:19|20)\d\d\)")


def said_as_own(text: str) -> Iterator[re.Match[str]]:
    """Where a text cites a work in words that its authors use, and speaks of nobody else just before."""
    for pattern, signs in ((_DESCRIBED, _DESCRIBED_SIGNS), (_THOSE_OF, _THOSE_SIGNS)):
        yield from (match for match in _found(pattern, signs, text) if _is_own_data(text, match))
    yield from (match for match in _found(_BY_GROUP, _GROUP_SIGNS, text) if not _spoke_of_others(text, match.start()))
    yield from _found(_WHERE_WE, _WHERE_SIGNS, text)
    if " ours" in text:
        yield from _found(_OURS, _OURS_SIGNS, text)
    for match in _found(_APPOSED, _APPOSED_SIGNS, text):
        first, _ = sentence_around(text, match.start(), match.start(), _NEAR)
        if not _LED_IN.search(text, first, match.start()):
            yield match
    for match in _found(_ELSEWHERE, _ELSEWHERE_SIGNS, text):
        first, _ = sentence_around(text, match.start(), match.start(), _NEAR)
        if not _CITES.search(text[first : match.start()]) and not _CITES.search(sentence_before(text, first, _NEAR)):
            yield match
    for match in _found(_HITHERTO, _HITHERTO_SIGNS, text):
        first, _ = sentence_around(text, match.start(), match.start(), _NEAR)
        cites = _CITES.search(text[first : match.start()]) or _CITES.match(sentence_before(text, first, _NEAR).strip())
        if not cites and not _spoke_of_others(text, match.start()):
            yield match


def _found(pattern: re.Pattern[str], signs: tuple[str, ...], text: str) -> Iterator[re.Match[str]]:
    for start, end in near(signs, text, _REACH, _REACH):
        yield from pattern.finditer(text, start, end)


def _is_own_data(text: str, match: re.Match[str]) -> bool:
    """Whether data are called the authors' own, or what is said of readers and consent makes them so."""
    if match["own"] or match["ours"]:
        return True
    _, last = sentence_around(text, match.end() - 1, match.end(), _NEAR)
    return _SAME_PEOPLE.search(text, match.end(), last) is not None


def _spoke_of_others(text: str, at: int) -> bool:
    """Whether the sentence up to there, or the one before, speaks of another group."""
    first, _ = sentence_around(text, at, at, _NEAR)
    return bool(_OTHERS_BEFORE.search(text, first, at) or _OTHERS_BEFORE.search(sentence_before(text, first, _NEAR)))
