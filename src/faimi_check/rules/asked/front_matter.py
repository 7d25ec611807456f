"""REQ004 and REQ005: how many words the abstract has, and how many keywords there are."""

from __future__ import annotations

import re

import msgspec

from faimi_check.model.finding import Confidence, Hit, Location, Severity, Skipped, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import plural
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule

_LABEL = late(
    r"^\W{0,3}(?:abstract|summary|zusammenfassung|r[ée]sum[ée]|resumen|riassunto)\b[\s.:—–-]{0,5}", re.IGNORECASE
)
_KEYWORDS = late(
    r"^\W{0,3}(?:(?:key|index)[\s-]{0,2}(?:words|terms)(?:[\s-]{1,3}and[\s-]{1,3}phrases)?|schl[üu]sselw[öo]rter"
    r"|mots[\s-]cl[ée]s)\b[\s.:—–-]{0,5}",
    re.IGNORECASE,
)
_BETWEEN = late(r"\s?[·•∙⋅;,|]\s?|\s[—–]\s")
_LONGEST = 20_000


class AbstractWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of the abstract, at least and at most; None where the call says nothing."""

    least_words: int | None = None
    most_words: int | None = None

    def __post_init__(self) -> None:
        _refuse_impossible("least_words", self.least_words, "most_words", self.most_words)


class KeywordCount(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Keywords, at least and at most; None where the call says nothing."""

    least: int | None = None
    most: int | None = None

    def __post_init__(self) -> None:
        _refuse_impossible("least", self.least, "most", self.most)


def _refuse_impossible(low_name: str, low: int | None, high_name: str, high: int | None) -> None:
    for name, value in ((low_name, low), (high_name, high)):
        if value is not None and value < 1:
            raise ValueError(f"{name}: expected a number above 0, got {value}")
    if low is not None and high is not None and low > high:
        raise ValueError(f"{low_name}: {low} is more than the {high} of {high_name}")


@rule(
    "REQ004",
    "abstract-length",
    part=Part.PAPER,
    params=AbstractWords,
    codes={"over": Severity.WARNING, "under": Severity.WARNING},
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def abstract_length(submission: Submission, limit: AbstractWords) -> RuleResults:
    """The abstract has more or fewer words than the call wants.

    Why
        Programmes and indexes cut abstracts that are too long.

    How it decides
        Words are what stands between spaces and holds a letter or digit; the label and the keywords do not count.

    When it can be wrong
        Formulas count by their pieces, so a word or two more or less may be meant; within three words it is only
        possible.

    Fix
        Shorten the abstract, or write it out.
    """
    paper = paper_of(submission)
    text = _text(paper, paper.parts.abstract)
    if not text:
        none = "No abstract was found"
        yield Undecided(f"{none}, so its words could not be counted.") if limit.least_words else Skipped(f"{none}.")
        return
    words = sum(any(c.isalnum() for c in word) for word in _LABEL.sub("", text).split())
    for code, bound, off in (
        ("over", limit.most_words, words - (limit.most_words or words)),
        ("under", limit.least_words, (limit.least_words or words) - words),
    ):
        if bound is not None and off > 0:
            yield _hit(
                paper,
                code,
                f"The abstract has {words} words; the call wants at {'most' if code == 'over' else 'least'} {bound}.",
                f"{'Shorten' if code == 'over' else 'Lengthen'} it by {plural(off, 'word')}.",
                Confidence.LIKELY if off > 3 else Confidence.POSSIBLE,
            )


@rule(
    "REQ005",
    "keyword-count",
    part=Part.PAPER,
    params=KeywordCount,
    codes={"over": Severity.WARNING, "under": Severity.WARNING},
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def keyword_count(submission: Submission, limit: KeywordCount) -> RuleResults:
    """The paper has more or fewer keywords than the call wants.

    Why
        Keywords find reviewers; conference systems and publishers take a certain number.

    How it decides
        The keywords are found by their label, and parted at dots, commas and semicolons. That there are none at all is
        LNCS005's to say; here it is undecided where some are wanted.

    When it can be wrong
        A keyword with a comma in it counts as two; keywords with nothing but spaces between them count as one.

    Fix
        Add keywords, or leave some out.
    """
    paper = paper_of(submission)
    text = _KEYWORDS.sub("", _text(paper, paper.parts.keywords))
    count = sum(any(c.isalnum() for c in word) for word in _BETWEEN.split(text))
    if not count:
        none = "No keywords were found"
        yield Undecided(f"{none}, so they could not be counted.") if limit.least else Skipped(f"{none}.")
        return
    there = plural(count, "keyword")
    if limit.most is not None and count > limit.most:
        message = f"The paper has {there}; the call wants at most {limit.most}."
        yield _hit(paper, "over", message, f"Leave out {count - limit.most}.", Confidence.LIKELY)
    if limit.least is not None and count < limit.least:
        message = f"The paper has {there}; the call wants at least {limit.least}."
        yield _hit(paper, "under", message, f"Add {limit.least - count}.", Confidence.LIKELY)


def _text(paper: Paper, refs: tuple[LineRef, ...]) -> str:
    return join(lines_at(paper, refs)).text.strip()[:_LONGEST]


def _hit(paper: Paper, code: str, message: str, fix: str, confidence: Confidence) -> Hit:
    return Hit(code=code, message=message, fix=fix, confidence=confidence, where=Location(file=paper.file, page=1))
