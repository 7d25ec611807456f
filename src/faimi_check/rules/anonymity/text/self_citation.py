"""ANON007: one's own earlier work, cited as one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.parts import ReferenceEntry
from faimi_check.model.passage import Passage
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.rules.anonymity.text.challenge_team import own_teams
from faimi_check.rules.anonymity.text.own_entries import own_entries
from faimi_check.rules.anonymity.text.own_preprint import own_preprints
from faimi_check.rules.anonymity.told import untold
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.matter import windows
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.text.citations import CITE, cited_near, cites_anonymously
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule
from faimi_check.rules.tables import any_of, table

_BETWEEN = rf"(?:(?!{any_of('self_citation', 'not_between')}\b)\w+[ -])"
_EARLIER = any_of("self_citation", "earlier")
_PAPER = any_of("self_citation", "papers")
_METHOD = any_of("self_citation", "methods")
_VENUE = any_of("self_citation", "venues")
_VERB = any_of("self_citation", "verbs")
_GROUP = any_of("self_citation", "groups")
_VERSION = rf"{any_of('self_citation', 'versions')} versions? of (?:this|the present|our) {_PAPER}"
# A raised citation mark may be glued to the word.
_WORD_END = r"(?![^\W\d_])"
_OUR = r"(?:our|my|the (?:present )?authors['’])"
# "the master's thesis of one of the authors", "the second author's doctoral thesis", "my dissertation". The thesis of
# "the first author of [3]" is somebody else's, and "our thesis is that" no book.
_THESIS = r"(?:thesis|theses|dissertations?|habilitation)"
_AUTHOR = r"(?:first|second|third|fourth|last|senior|lead|present|corresponding) author"
_DEGREE = any_of("self_citation", "degrees")
_OWN_THESIS = late(
    rf"\b{_THESIS} (?:{CITE},? )?(?:of|by|written by) (?:one of )?(?:the |our |an? )?(?:{_AUTHOR}|authors?)s?\b"
    r"(?! (?:of|in|from)\b)"
    rf"|\b(?:{_AUTHOR}|(?:the|one of the) authors?)s?['’]s? (?:own |recent |unpublished )?(?:{_DEGREE} )?{_THESIS}\b"
    r"(?! (?:is|was) that\b)"
    rf"|\b(?:our|my) (?:own )?{_DEGREE} {_THESIS}\b|\bmy {_THESIS}\b(?! (?:is|was)\b)",
    re.IGNORECASE,
)
_THESIS_SIGN = re.compile(r"\b(?:[Tt]hes[ei]s|[Dd]issertation|[Hh]abilitation)")
_THESIS_REACH = 120
# What calls earlier work one's own where a citation stands in the same sentence, and what does so by itself.
_WITH_CITATION = re.compile(
    rf"\b{_OUR} (?:{_BETWEEN}{{0,2}}?{_EARLIER} {_BETWEEN}{{0,3}}?{_PAPER}"
    rf"|(?:\w+ )?{_VENUE} (?:\w+ )?{_PAPER}){_WORD_END}"
    rf"|\b(?:we|I)(?: have| had)? (?:also |first |originally )?(?:previously|earlier|recently)(?: have)? {_VERB}\b"
    rf"|\b(?:in|elsewhere) {CITE},? (?:we|I)(?: have)? {_VERB}\b"
    rf"|\b(?:{_OUR} {_BETWEEN}{{0,1}}?(?!prior){_EARLIER} {_BETWEEN}{{0,3}}?{_METHOD}(?= ?[^.]{{0,50}}{CITE})"
    rf"|(?:(?:we|I)(?: have| had)? (?:previously |recently |first )?{_VERB}(?:(?: \w+){{0,6}}? in)?"
    rf"|(?:we|I) (?:have )?{_VERB} in {_EARLIER} {_PAPER}|our (?:own )?{_GROUP}"
    rf"|{_VERB} by (?:us|the (?:present )?authors)(?: in| \w+ in)?) ?(?={CITE}))"
    # "As we show in [7]", "the line that we began in [7]".
    rf"|\b(?:as|that) (?:we|I) (?:also |already )?(?:show|prove|argue|describe|report|explain|demonstrate"
    r"|detail|discuss)"
    rf"(?: \w+){{0,3}}? in {CITE}"
    rf"|\b(?:we|I) (?:began|started|opened|initiated|launched)(?: (?:with|in))? {CITE}"
    rf"|\b{_VERSION}\b"
    rf"|\bour (?:own )?{_GROUP}(?: \w+){{0,3}}? {_VERB}\b"
    rf"|\bas (?:we|I) (?:have )?{_VERB} (?:previously|earlier|before|elsewhere)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\b{_VERSION}\b|\b{_OUR} (?:\w+ )?{_EARLIER} {_PAPER}{_WORD_END}"
    rf"|\b(?:extends?|extended version of|continues|follow-up (?:to|of)) {_OUR} (?:\w+ ){{1,3}}{_PAPER}\b",
    re.IGNORECASE,
)
_ENTRY_SHOWN = 300
# "See [7] for our proof."
_REFERS_SIGN = re.compile(r"\] for our ")
_REFERS = late(
    r"\[[\w+*., –−-]{1,60}\] for our (?:own )?"
    r"(?:proof|derivation|analysis|protocol|earlier|previous|description|results)\b"
)
# "The study that inspired our earlier efforts was Smith's [2]" cites Smith.
_INSPIRED = late(r"\b(?:inspir|motivat|guid|inform|shap|prompt|influenc)\w* $", re.IGNORECASE)
_FIX = 'Write in the third person ("Smith et al. [3] showed ...") or cite it as anonymous.'


class _Sentences:
    """Sentences already reported, so that two patterns in one sentence are one finding."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def add(self, start: int, end: int) -> bool:
        new = not any(start < other_end and other_start < end for other_start, other_end in self._seen)
        self._seen.add((start, end))
        return new


@rule(
    "ANON007",
    "self-citation",
    part=Part.PAPER,
    codes={
        "cited": Severity.ERROR,
        "uncited": Severity.WARNING,
        "preprint": Severity.ERROR,
        "team": Severity.WARNING,
        "unpublished": Severity.WARNING,
    },
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def self_citation(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """The paper cites earlier work as the authors' own.

    Why
        "In our previous work [3]" tells that the authors of entry 3 wrote this paper.

    How it decides
        Wordings such as "our previous work", "we have previously shown", "in [4], we proposed", "extends our
        workshop paper" or "the thesis of the first author" with a citation in the same sentence, also broken over
        lines. The finding shows the cited entry. Without a citation, "our earlier paper" is a warning. Where the
        authors are known, they decide: an entry by one of them makes it certain, an entry by others makes it a
        warning. "Previous work [3] has shown" is no finding, nor is a citation that was made anonymous.
        A number or address of a preprint is an error where the words say that it is this paper's: "the extended
        version of this paper (arXiv:2604.01877)", "our preprint", "full version: https://arxiv.org/abs/...".
        The name of one's own team in a challenge ("our team LumenX ranked second") is a warning.
        An entry that says itself whose it is ("our companion paper", "preprint of the present paper") is an error;
        one that is not published yet ("under review at", "in preparation") and names its authors is a warning.

    When it can be wrong
        "Our" may mean the community's. Author guidelines that discuss the matter are recognised and skipped.

    Fix
        Write in the third person ("Smith et al. [3] showed ...") or cite it as anonymous.
    """
    paper = paper_of(submission)
    found = list(_worded(submission, paper))
    yield from found
    yield from _by_score(submission, paper, found)


def _worded(submission: Submission, paper: Paper) -> Iterator[Hit]:
    """What is told by its wording."""
    yield from own_preprints(paper)
    yield from own_teams(paper)
    yield from own_entries(paper)
    for passage in facts_of(paper).own_text:
        seen = _Sentences()
        theses = list(_theses(passage.text))
        for match in (*_WITH_CITATION.finditer(passage.text), *_referred(passage.text), *theses):
            start, end = passage.sentence(match.start(), match.end(), 400)
            cited = cited_near(paper, passage.text[match.start() : min(end, match.end() + 160)])
            if cited is None or _INSPIRED.search(passage.text[max(start, match.start() - 40) : match.start()]):
                continue
            if not seen.add(start, end):
                continue
            if not cited.anonymous and not _is_guideline(passage.text, start, end):
                yield _cited_hit(_authors_of(submission, paper), paper, passage, (start, end), cited.entries)
        alone = []
        for match in (*_ALONE.finditer(passage.text), *theses):
            start, end = passage.sentence(match.start(), match.end(), 400)
            anonymous = cites_anonymously(passage.text[start:end])
            if not anonymous and seen.add(start, end) and not _is_guideline(passage.text, start, end):
                alone.append((start, end))
        if alone:
            yield _uncited_hit(paper, passage, alone)


def _by_score(submission: Submission, paper: Paper, told: list[Hit]) -> Iterator[Hit]:
    """Citations that the words round them tie to the authors, whatever words these are."""
    for one in untold(facts_of(paper).tellings, [hit.evidence for hit in told]):
        sentence = one.sentence
        if one.topic is not Topic.WORK or _is_guideline(sentence.passage.text, sentence.start, sentence.end):
            continue
        cited = cited_near(paper, f"{sentence.text} ")
        if cited is None or cited.anonymous:
            continue
        span = (sentence.start, sentence.end)
        hit = _cited_hit(_authors_of(submission, paper), paper, sentence.passage, span, cited.entries)
        yield hit if one.sure else replace(hit, confidence=Confidence.POSSIBLE)


def _referred(text: str) -> Iterator[re.Match[str]]:
    """Where the reader is sent to a cited work for something of the authors'."""
    for start, end in windows(_REFERS_SIGN, text, 70, 30):
        yield from _REFERS.finditer(text, start, end)


def _theses(text: str) -> Iterator[re.Match[str]]:
    """Where a thesis is called one of the authors'."""
    for start, end in windows(_THESIS_SIGN, text, _THESIS_REACH, _THESIS_REACH):
        yield from _OWN_THESIS.finditer(text, start, end)


def _authors_of(submission: Submission, paper: Paper) -> tuple[KnownAuthor, ...]:
    """The known authors, else those that the author section names."""
    return submission.authors or tuple(KnownAuthor(name=person) for person in facts_of(paper).author_section.persons)


def _is_guideline(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1500) : end + 1500]
    return sum(bool(re.search(cue, around, re.IGNORECASE)) for cue in table("self_citation")["guideline"]) >= 4


def _cited_hit(
    authors: tuple[KnownAuthor, ...],
    paper: Paper,
    passage: Passage,
    span: tuple[int, int],
    cited: tuple[ReferenceEntry, ...],
) -> Hit:
    said = passage.text[span[0] : span[1]].strip()
    shown = "; ".join(_shown(entry) for entry in cited[:4])
    return Hit(
        code="cited",
        message="Earlier work is cited as the authors' own.",
        fix=_FIX,
        confidence=_confidence(authors, cited),
        evidence=(f"{said} (cited: {shown})" if shown else said)[:EVIDENCE_LIMIT],
        where=place(paper, passage, *span),
    )


def _shown(entry: ReferenceEntry) -> str:
    """An entry with its label once, whether or not its text begins with it."""
    label = entry.label.strip("[]().")
    text = re.sub(rf"^\s*[\[(]?{re.escape(label)}[\])]?\.?\s+", "", entry.text) if label else entry.text
    return (f"[{label}] {text}" if label else text)[:_ENTRY_SHOWN]


def _confidence(authors: tuple[KnownAuthor, ...], cited: tuple[ReferenceEntry, ...]) -> Confidence:
    if not authors or not cited:
        return Confidence.LIKELY
    surnames = [fold(author.name).split()[-1] for author in authors if author.name.strip()]
    own = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(entry.text)) for name in surnames for entry in cited)
    return Confidence.CERTAIN if own else Confidence.POSSIBLE


def _uncited_hit(paper: Paper, passage: Passage, spans: list[tuple[int, int]]) -> Hit:
    """One finding for all sentences of a flow: each would ask the same question."""
    said = " | ".join(passage.text[start:end].strip() for start, end in spans)
    return Hit(
        code="uncited",
        message="The authors' own earlier work is mentioned, without a citation: please look whether that tells.",
        fix="Write in the third person, or leave the remark out until the final version.",
        confidence=Confidence.POSSIBLE,
        evidence=said[:EVIDENCE_LIMIT],
        where=place(paper, passage, *spans[0]),
    )
