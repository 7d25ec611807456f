"""Whether a sentence speaks of somebody else's work: cited people, a cited tool, the winners of a challenge."""

from __future__ import annotations

import re

from faimi_check.model.text.sentence import sentence_before
from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of

_REACH = 220
# Names of tools are told from words by a capital or digit after the first letter: AVMf, TriageNet, Wait3D.
TOOL = r"([A-Za-z][\w-]{0,30}[A-Z0-9][\w-]{0,30})"
_THINGS = r"(?:[Cc]odes?|[Ii]mplementations?|[Ww]eights|[Mm]odels?|[Rr]epository|[Ss]oftware)"
# "The code of FairX is available at", "FairX's code": whose FairX is, the paper's title and text tell.
_OF_A_TOOL = late(
    rf"\b{_THINGS} (?:of|for|from) (?:the )?{TOOL}\b|\b[A-Z][\w-]{{2,40}}[’']s (?:[\w-]+ ){{0,3}}{_THINGS}\b"
    rf"|\b{TOOL}[’']s (?:[\w-]+ ){{0,3}}{_THINGS}\b"
    # "The code of Garnault is at", "code by Lee for it", "by the same laboratory".
    rf"|\b{_THINGS} (?:of|by) (?:[A-Z]\.[ -]?){{0,3}}(?!The\b|This\b|Our\b)[A-Z][\w’-]{{2,40}}"
    r"|\bby the same (?:lab\w*|group|team|authors|people)\b"
)
_FIRST_PERSON = late(r"\b(?:[Ww]e|us|[Oo]urs?)\b")
# What is "available at" a link is then what this paper was made with, whatever stands in the sentence before.
_OWN_MATERIAL = late(
    r"\b(?:this|will|all|acceptance|review\w*|supplement\w*|appendix|reproduc\w*|experiments?|results|figures?|tables?"
    r"|analys[ei]s|study|trained)\b",
    re.IGNORECASE,
)
_CITED = r"\[\d{1,3}(?:[,–-] ?\d{1,3}){0,5}\]"
_WHEN = r"(?:(?:More |Most )?(?:[Rr]ecently|[Ll]ately|[Ee]arlier|[Ll]ater|[Ss]imilarly|[Ii]ndependently|In \d{4}),? )?"
# "Following Doe et al. [3], all images were resized" begins like a name and is about this paper.
_NO_NAME = (
    r"(?!\w+ing\b|(?:Unlike|Like|As|With|In|For|By|From|See|Based|After|Before|Given|Similar|Besides|Per|When|While)\b)"
)
_NAME = r"(?:[A-ZÀ-Þ]\.[ -]?){0,3}[A-ZÀ-Þ][\w’'-]+"
_PEOPLE = rf"{_NO_NAME}{_NAME}(?:,? {_NAME}){{0,3}},?"
_SOFTWARE = (
    r"(?:librar(?:y|ies)|toolkits?|toolbox|frameworks?|packages?|tools?|software|platforms?|pipelines?"
    r"|implementations?)"
)
_PRAISED = r"(?:popular|widely[- ]used|well[- ]known|established)"
_MADE = r"(?:developed|released|maintained|published|open-sourced|created)"
_WORK_OF = r"(?:[Tt]he (?:work|study|paper|group|team) (?:of|by) )?"
# The subject of a sentence, at its beginning; "was" and "were" after it would tell what this paper did with it.
_SUBJECTS = (
    rf"{_WHEN}{_WORK_OF}{_PEOPLE} et al\b(?!\.?[’'])",
    rf"{_WHEN}{_WORK_OF}{_PEOPLE} (?:and|&) {_NAME} ?(?:{_CITED}|\(\d{{4}})",
    rf"{_WHEN}{_PEOPLE} \((?:19|20)\d\d[a-z]?\)",
    rf"(?:In )?(?:[Tt]he (?:work|study|paper|authors) (?:of|in) )?(?:Refs?\.? |References? )?{_CITED},?",
    r"The (?:authors|makers|developers|creators|organi[sz]ers) of (?!this\b|the present\b)",
    r"The (?:winn\w+|top-ranked|best-ranked|runners?-up)\b",
    rf"(?:The )?[\w-]{{3,40}} {_CITED} is (?:an?|the|one of the) [^.;]{{0,80}}\b{_SOFTWARE}\b",
    rf"(?:The )?{TOOL}(?: {_CITED})?,? (?:is |was |has been )?(?:\w+ )?{_MADE} by (?!us\b|the authors\b)",
    rf"(?:The|One of the|An?) (?:most )?{_PRAISED} (?:\w+ ){{0,2}}{_SOFTWARE}\b",
    rf"(?:An?|One|The only) (?:[\w-]+ ){{0,3}}(?:exception|example)\b[^.;]{{0,60}} is [^.;]{{0,60}}{_CITED}",
)
_ON_OTHERS = late(rf"(?:{'|'.join(_SUBJECTS)})(?! (?:was|were|are) (?:used|split|trained|applied|followed)\b)")


# "... was brought to imaging by Garnault and colleagues [2]; code:", "the loss of Lee et al. [3]; code:".
_BY_CITED = late(
    rf"\b(?:by|of|from) (?:the (?:team|group) of )?{_NAME}(?:,? {_NAME}){{0,3}}"
    rf"(?:,? (?:et al\.?|(?:and|&) (?:{_NAME}|colleagues|co-?workers|others)))? ?(?:{_CITED}|\((?:19|20)\d\d)"
)
# "We extend the loss of Lee [3]; code:": a label that does not say whose, behind a clause that may.
_LABEL = late(
    r"[;,(–—] ?(?:the |source )?(?:code|scripts?|implementation|notebooks?|software|repository|weights)"
    r"(?: is)?(?: at| on)? ?: ?\(?$",
    re.IGNORECASE,
)
_WE_CHANGE = late(
    r"\b(?:[Ww]e|I)(?: \w+ly| also| then| further)? (?:extend|modif|adapt|chang|generali[sz]|tighten|add\b|replac"
    r"|improv|combin|build on|built on|rewr|re-?implement|port\b|alter|simplif)"
    r"|\b(?:is|are) (?:\w+ly |here |then )?(?:extended|modified|adapted|changed|generali[sz]ed|tightened|replaced"
    r"|improved|combined|rewritten|altered|simplified)\b"
    r"|\b[Oo]ur (?:own )?(?:\w+ )?(?:variant|extension|version|modification|adaptation|re-?implementation|port) of\b"
)
_DONE_BY = late(
    r"\b(?:was|were|has been|have been|had been) (?:[\w-]+ ){0,2}?(?:\w+ed|brought|made|built|drawn|written|given)\b"
    rf"[^.;]{{0,90}}?\bby (?:the (?:team|group) of )?{_NAME}"
    rf"|^{_WHEN}{_PEOPLE},? (?:and|&) {_NAME} (?:have |had |first |later )?"
    r"(?:\w+ed|brought|made|built|drew|wrote|gave)\b"
)
_CITE = late(_CITED)
# "FairX, whose code is available at", of what nothing before calls the authors'.
_WHOSE_CODE = late(rf"\b[A-ZÀ-Þ][\w-]{{2,40}}(?: {_CITED})?, whose (?:[\w-]+ ){{0,2}}{_THINGS} (?:is|are|can)\b")


# "Lyngby and Tamm, whose code at": somebody's, also where it does not say that it is there.
_WHOSE_THING = late(
    rf"(?:\b{_NAME},? (?:(?:and|&) {_NAME}|et al\.?)(?: ?{_CITED}| ?\((?:19|20)\d\d[a-z]?\))?|{_CITED}"
    rf"|\b{_NAME} (?:{_CITED}|\((?:19|20)\d\d[a-z]?\))),? whose (?:[\w-]+ ){{0,3}}{_THINGS}[^.,;]{{0,30}}$"
)
# What the authors then do with it makes it nobody's of theirs: "whose code at https://... we run unchanged".
_WHOSE = late(r"\bwhose (?:[\w-]+ ){0,3}" rf"{_THINGS}[^.,;]{{0,30}}$")
_WE_TAKE = late(rf"[\W\d_]{{0,5}}we (?:\w+ly |then |also |only |both )?{any_of('wording', 'we_take')}\b")
# "The demo of Lyngby and Tamm, https://..., was tried": who tries it did not make it.
_THING_OF_PEOPLE = late(
    rf"\b(?:[Dd]emos?|[Vv]iewer|[Aa]pp|[Ss]paces?|[Nn]otebooks?|[Ss]erver|[Tt]ool|{_THINGS[3:-1]})s? (?:of|by) "
    rf"{_NAME}(?:,? (?:and|&) (?:{_NAME}|colleagues|co-?workers|others)| et al\.?)"
    rf"(?: ?{_CITED}| ?\((?:19|20)\d\d[a-z]?\))?[ ,:(]{{1,3}}$"
)
_WAS_TRIED = late(
    r"[\W\d_]{0,5}(?:was|were|is|are|has been) (?:also |then |only |last |briefly )?(?:tried|tested|queried"
    r"|asked|visited"
    r"|used|run|evaluated|accessed|consulted|examined|audited|opened|downloaded|checked)\b"
)
_TRIED_REACH = 45
# "The vendor Lysvik Vision reports on its home page".
_ON_ITS_PAGE = late(
    rf"\b{any_of('wording', 'pages_of')}s?\b(?:[^.;]|\.\d){{0,120}}?\b(?:its|their) (?:own )?"
    r"(?:home ?page|web ?(?:site|page)|site|blog|wiki|brochure|leaflet)s?\b[^.;]{0,20}$"
)


def only_labelled(before: str) -> bool:
    """Whether a link stands behind a label alone, and its sentence says that this paper changes what it cites."""
    if not before.rstrip(" (").endswith(":"):
        return False
    return _LABEL.search(before) is not None and _WE_CHANGE.search(before) is not None


def is_of_who_did_it(before: str, after: str = "") -> bool:
    """Whether it does so behind what cited people did or what is theirs, where nothing is said of this paper.

    `after` are the words behind the link, folded.
    """
    if "its " in before and _ON_ITS_PAGE.search(before) and not _FIRST_PERSON.search(before):
        return True
    if "whose " in before and not _FIRST_PERSON.search(before):
        if _WHOSE_CODE.search(before) or _WHOSE_THING.search(before):
            return True
        if _WHOSE.search(before) and _WE_TAKE.match(after):
            return True
    if "ed" in after[:_TRIED_REACH] and _THING_OF_PEOPLE.search(before) and _WAS_TRIED.match(after):
        return not _FIRST_PERSON.search(before)
    return (
        before.rstrip(" (").endswith(":")
        and _LABEL.search(before) is not None
        and _FIRST_PERSON.search(before) is None
        and _CITE.search(before) is not None
        and _DONE_BY.search(before.strip()) is not None
    )


def may_be_others(text: str, first: int, start: int) -> bool:
    """Whether what is said to be available at a link may be that of a tool or work which the text speaks of there.

    The link stands at `start`, its sentence begins at `first`.
    """
    before = text[first:start]
    if _FIRST_PERSON.search(before):
        return False
    if _OF_A_TOOL.search(before) or _is_on_others(before):
        return True
    if not _OWN_MATERIAL.search(before) and _BY_CITED.search(before):
        return True
    return not _OWN_MATERIAL.search(before) and _is_on_others(sentence_before(text, first, _REACH))


def _is_on_others(sentence: str) -> bool:
    """Whether a sentence begins with somebody else's work; one that was cut in front does not tell."""
    return len(sentence) < _REACH and not _FIRST_PERSON.search(sentence) and _ON_OTHERS.match(sentence) is not None
