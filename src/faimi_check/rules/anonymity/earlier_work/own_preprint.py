"""One's own preprint: a number on arXiv or the like, with words that say it is this paper's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit
from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.text.note_calls import called_by
from faimi_check.rules.naming.text.prose import MASKED, place
from faimi_check.rules.naming.whose.others_work import may_be_others
from faimi_check.rules.spotting import places
from faimi_check.rules.tables import any_of

_SERVERS = ("rXiv", "Rxiv", "rxiv", "RXIV", "SSRN", "ssrn", "esearch Square", "hal-", "osf.io/pre", "10.")
_DOI = late(r"10\.(?:1101|2139|21203|20944|26434|31219|31234|36227|48550)/")
_MAX_SIGNS = 300
_NUMBER = late(
    r"arxiv(?:\.org/ ?(?:abs|pdf)/ ?| ?preprint|[ :.,(\[#]|no\.?|id|number){0,6} ?(?P<arxiv>\d{4}\.\d{4,5})"
    r"|(?<![\w./:-])\d{4}\.\d{5}(?:v\d+)?(?![\w-]|\.\d)"
    r"|\b10\.(?:1101|48550|2139|21203|20944|36227|31219|31234|31235|26434)/[\w./()-]{3,60}"
    r"|(?:bio|med|chem|psy)rxiv\.org/[\w./-]{3,80}"
    r"|(?:bio|med)rxiv(?:[ :.,(]|preprint|doi|no\.?|id){1,6}(?:19|20)\d\d\.\d\d\.\d\d\.\d{6,8}"
    r"|osf\.io/preprints/[\w./-]{3,60}"
    r"|ssrn(?:\.com/(?:abstract=?|sol3/[\w.?=]{0,40})|[ :.,(#]|no\.?|id){0,4} ?\d{6,8}"
    r"|researchsquare\.com/article/rs-\d+|\bhal-\d{7,8}\b",
    re.IGNORECASE,
)
_OURS = r"(?:this|our|the present|the current|the submitted)"
_IN_HAND = r"(?:you are|you hold|in your hands?|before you|at hand|in front of you)"
_WORK = rf"(?:{any_of('self_citation', 'papers')}|manuscripts?|submissions?|texts?)"
_LONG = any_of("self_citation", "long_versions")
_VERSION = r"(?:version|form|edition)"
_CUT = (
    r"(?:(?:condensed|short(?:er|ened)?|abridged|abbreviated|compressed|brief|conference|workshop)"
    r" (?:version|form|account|text)|extract|excerpt|abridgement|digest)"
)
_ON = r"(?:arxiv|(?:bio|med|chem|psy|techr?)r?xiv|ssrn|research ?square|hal|a preprint server)"
# What says whose it is. "The extended version of nnU-Net (arXiv:...)" is somebody else's.
_IS_THIS = late(
    rf"\b(?:{_LONG}|{any_of('self_citation', 'versions')}|arxiv) {_VERSION}s? (?:of|for|to) {_OURS} (?:\w+ )?{_WORK}\b"
    rf"|\b(?:our|my|the authors['’]) (?:own |recent |full |extended |long |longer |public |arxiv |companion )*"
    rf"(?:pre-?print|e-?print|arxiv|technical report|{_LONG} version)\b"
    rf"|\bpre-?prints? (?:version )?(?:of|for) {_OURS} (?:\w+ )?{_WORK}\b"
    rf"|\b(?:pre-?prints?|versions?) of the {_WORK} (?:that )?{_IN_HAND}\b"
    rf"|(?:\b{_OURS} (?:\w+ )?{_WORK}|\bthe (?:manuscript|submission)) "
    r"(?:is|was|has been|had been|can be|appears|appeared) (?:\w+ ){0,4}"
    r"(?:available|found|posted|put|published|uploaded|deposited|released|shared|online|(?:made )?public|read"
    rf"|as a pre-?print|on {_ON}|in {_ON})"
    rf"|\b(?:we|I)(?: have| had)? (?:\w+ ){{0,2}}(?:posted|uploaded|published|deposited|released|shared|put)\b"
    rf"[^.;]{{0,60}}\b(?:pre-?print|on {_ON}|to {_ON}|at {_ON})"
    rf"|\b{_OURS} pre-?print\b"
    # "The present paper is its condensed form".
    rf"|\b{_OURS} (?:\w+ )?{_WORK} (?:(?:is|was) (?:its|an?|the) (?:[\w-]+ )?{_CUT}"
    r"|condenses|abridges|shortens|summari[sz]es it)\b",
    re.IGNORECASE,
)
# Bare names of a longer version: whose, the words behind them and the sentence before tell.
_BARE = late(
    rf"(?:\b(?:the|an?|see|in) |^|[.;:(] ?){_LONG} version(?: of the (?:paper|manuscript|article))?\b(?! of\b)"
    r"|(?:^|[.;(] ?)(?:an? |the |note that an? )?(?:\w+ )?pre-?print(?: version)?"
    r"(?: (?:with|including|containing)(?: [\w-]+){1,5}?)?(?: is| was| has been| can be|:| available)\b"
    r"|(?:^|[.;(] ?)(?:an?|the|one) (?:\w+ )?version (?:with|including|containing) (?:[\w-]+ ){1,4}"
    r"(?:is|was|has been|can be|stands)\b"
    # "An older form of the text, with fewer readers, stands on arXiv".
    r"|\b(?:an?|the) (?:first|early|earlier|previous|older|shorter|longer|other) (?:version|form|state)"
    r"(?: of (?:the|this) (?:text|manuscript|submission))?,? (?:[^,.;]{1,50}, )?"
    r"(?:is|was|can be|stands|stood|has been|appeared|appears)\b"
    # "An arXiv version went up in April as ...".
    rf"|(?:^|[.;:(] ?|\b)an? {_ON} (?:version|form|copy|print|posting|entry|preprint)"
    r"(?: of (?:the|this) (?:text|manuscript|submission|paper))? "
    r"(?:(?:went|is|goes|has gone) (?:up|out|online|public)|(?:was|has been) (?:posted|uploaded|put)|stands"
    r"|appeared|exists)\b"
    rf"|\b(?:proofs?|appendix|appendices|supplement\w*|(?:additional|further|full|more|complete|omitted) (?:\w+ )?"
    rf"(?:results|experiments|proofs|details|tables|figures|derivations?|ablations?))\b[^.;\[]{{0,90}}"
    rf"\b(?:in|on|at|see|from) (?:the |an? )?(?:{_LONG} version|pre-?print|{_ON}(?: version)?)\b",
    re.IGNORECASE,
)
_OTHERS = late(
    r"\bet al\b|\[\d{1,3}(?:[,–-] ?\d{1,3}){0,5}\]|\b(?:their|his|her|its) |\b(?:we|is|are|was|were) "
    r"(?:\w+ )?(?:use|used|follow|followed|cite|compare|compared|based|build|built|adopt|adopted)\b",
    re.IGNORECASE,
)
_OF_OTHERS_AFTER = late(rf"\W{{0,3}}(?:of|by) (?!{_OURS}\b)", re.IGNORECASE)
_FUTURE = late(
    r"\bwill (?:be|appear|follow)\b|\bto appear\b|\bupon acceptance\b|\bafter (?:the )?review\b", re.IGNORECASE
)
_MADE_WITH = late(
    r"\b(?:using|uses?|with|based|builds?|than|like|such as|unlike|extends?|compar\w+|trained)\b", re.IGNORECASE
)
# "A preprint of this paper, with two tables more, is online": that is no tool it was made with.
_TOLD_ASIDE = late(
    r", (?:with|without|under|in) [^,;.\[]{1,60}(?=,)|\b(?:with|under) (?:an?|the|one|two|its|fewer|more|other|\d+) "
    r"(?:[\w-]+ ){0,2}(?:titles?|names?|tables?|figures?|readers|pages?|authors?|length|form)\b",
    re.IGNORECASE,
)
_REACH = 260
_BEFORE_SIGN = 30
_BEHIND_SIGN = 60
_APART = 130


class Preprint(msgspec.Struct, frozen=True):
    """A sentence that leads to this paper's preprint: its span in the passage, and how sure that is."""

    passage: Passage
    start: int
    end: int
    said: str
    confidence: Confidence


def own_preprints(paper: Paper) -> Iterator[Hit]:
    """A finding for each sentence that says where this paper's preprint is, the sure ones first."""
    found = {
        (one.passage.text[:40], one.start): one for passage in facts_of(paper).own_text for one in _said(paper, passage)
    }
    for one in sorted(found.values(), key=lambda one: -one.confidence.rank):
        yield Hit(
            code="preprint",
            message="The paper leads to a preprint of its own, which names the authors.",
            fix="Leave it out until the final version, or put what is needed into the supplement.",
            confidence=one.confidence,
            evidence=one.said[:EVIDENCE_LIMIT],
            where=place(paper, one.passage, one.start, one.end),
        )


def _said(paper: Paper, passage: Passage) -> Iterator[Preprint]:
    text = passage.text
    for at in islice(_signs(text), _MAX_SIGNS):
        start, end = passage.sentence(at, at + 1, _REACH)
        said = text[start:end].strip()
        number = _NUMBER.search(text, max(start, at - _BEFORE_SIGN), end + _BEHIND_SIGN)
        confidence = _judged(text, start, end, number.span() if number else None)
        line = passage.lines_of(at, at + 1).start
        if confidence is None and number and passage.lines[line].region is Region.FOOTNOTE:
            called = called_by(paper, passage, line)
            confidence = _judged(called, 0, len(called), (len(called), len(called)))
            said = f"{called} [{said}]"
        if confidence is not None:
            yield Preprint(passage, start, end, said, confidence)


def _signs(text: str) -> Iterator[int]:
    """Where servers of preprints are named, or DOIs of theirs stand."""
    for server in _SERVERS:
        yield from (at for at in places(text, server) if server != "10." or _DOI.match(text, at))


def _judged(text: str, start: int, end: int, number: tuple[int, int] | None) -> Confidence | None:
    """How surely a sentence leads to this paper's preprint; None where it does not say so.

    `number` is the span in the text of the preprint's number or address, where it has one.
    """
    said = text[start:end]
    if MASKED.search(said):
        return None
    if number is None:
        return Confidence.POSSIBLE if _IS_THIS.search(said) and not _FUTURE.search(said) else None
    if any(_leads_to(text, (start + own.start(), start + own.end()), number) for own in _IS_THIS.finditer(said)):
        return Confidence.LIKELY
    bare = _BARE.search(said)
    if bare is None or _OTHERS.search(said) or _OF_OTHERS_AFTER.match(text, number[1]):
        return None
    return Confidence.POSSIBLE if may_be_others(text, start, start + bare.end()) else Confidence.LIKELY


def _leads_to(text: str, words: tuple[int, int], number: tuple[int, int]) -> bool:
    """Whether nothing of somebody else's stands between the words and the number."""
    between = text[words[1] : number[0]] if words[1] <= number[0] else text[number[1] : words[0]]
    between = _TOLD_ASIDE.sub(" ", between)
    return len(between) <= _APART and not _OTHERS.search(between) and not _MADE_WITH.search(between)
