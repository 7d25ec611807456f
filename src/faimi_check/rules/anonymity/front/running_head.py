"""ANON016: what stands round the pages: running heads, stamps, a publisher's footer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity
from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.passage import lines_at, page_lines
from faimi_check.rules.anonymity.front.head_makers import makers
from faimi_check.rules.anonymity.front.head_people import (
    head_vocabulary,
    is_somebodys_mark,
    is_template,
    known_words,
    names_somebody,
)
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.text.prose import MARGINS, is_watermark, stands_across
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule
from faimi_check.rules.tables import any_of

_ARXIV = late(r"arXiv:\s?\d{4}\.\d{4,5}(?:v\d+)?|arXiv:[a-z-]+/\d{7}")
# "medRxiv preprint doi: 10.1101/2026...", "available at: https://ssrn.com/abstract=1234567": a server's own words.
_BANNER = late(
    rf"(?:{any_of('templates', 'preprint_servers')})\W.{{0,120}}?"
    r"(?:\b10\.\d{4,5}/\S{4}|abstract(?:_id)?[=_ ]\d{5}|\b(?:posted|deposited|uploaded)\b|\bid\W{1,3}\w{2,5}-\d{6})"
    r"|\bdoi\W{1,3}(?:https?://doi\.org/)?10\.(?:1101/20\d\d\.\d\d\.\d\d\.|31219/osf|20944/preprints|21203/rs|2139/ssrn|22541/au)",
    re.IGNORECASE,
)
_PUBLISHED = late(
    r"\(Eds?\.\): ?.{3,80}(?:LNCS|LNAI|CCIS|pp\. ?\d)|doi\.org/10\.1007/978-"
    r"|\b(?:LNCS|LNAI|CCIS) \d{3,5}, pp\. ?\d+[–-]\d+, (?:19|20)\d\d"
    r"|©.{0,40}(?:The Author\(?s?\)?|Springer).{0,60}(?:19|20)\d\d"
)
_ROUND_THE_TEXT = MARGINS | {Region.STAMP, Region.ROTATED}
_OUT = "Take it out."
_FIX = "Put the template's placeholder there: “Anonymized Author et al.”, in LaTeX \\authorrunning{...}."


@rule(
    "ANON016",
    "running-head",
    part=Part.PAPER,
    codes={"names": Severity.ERROR, "stamp": Severity.ERROR, "published": Severity.ERROR},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def running_head(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """The running head names the authors, or a stamp or footer leads to a public copy.

    Why
        Authors blank the title page and forget \\authorrunning; an arXiv number leads to the names at once.

    How it decides
        Running heads are errors where they hold a name of the author section or are shaped like authors' names
        ("I. Lyngby et al.", "A. Bee and C. Dee", surnames that the paper has nowhere else), and where a file's name or
        path that a word processor prints is called after somebody. Placeholders, the title, "Authors Suppressed Due to
        Excessive Length" and a template's left-over title pass. Lines set sideways in a margin and watermarks are read
        as heads are. So are those that name who made the paper among other words ("Draft of Ingrid Lyngby, 12 March",
        "Univ. of Nordhavn, Technical Report 4"); initials before a date, surnames before a title and a house that is
        called the owner are warnings. The arXiv stamp in the margin, the banner of another preprint server and a
        publisher's footer with volume or DOI are errors too. A line above the title is asked who made the paper as a
        head is.

    When it can be wrong
        A short title that ends in "et al." looks like names.

    Fix
        Set \\authorrunning{Anonymized Author et al.}; build the PDF from the sources instead of taking the public copy.
    """
    paper = paper_of(submission)
    seen: set[str] = set()
    known = known_words(paper)
    for page, line in _lines_around(paper):
        text = re.sub(r"^\d{1,4}\s+|(?<!\s)\s+\d{1,4}$", "", line.text.strip()).strip()
        # LNCS sets the number first on pages headed by the authors and last on those headed by the title.
        may_be_people = re.match(r"\d{1,4}\s", line.text.strip()) is not None
        if text in seen:
            continue
        seen.add(text)
        turned = line.region is Region.ROTATED
        confidence = None if _PUBLISHED.search(text) else names_somebody(paper, text, known, may_be_people or turned)
        if confidence is not None:
            where, fix = ("A turned line beside or across the text", _OUT) if turned else ("The running head", _FIX)
            yield _hit("names", f"{where} names the authors.", fix, confidence, line, page, paper)
        elif not _PUBLISHED.search(text) and (made := _made(paper, line, text)):
            names = "names" if made is not Confidence.POSSIBLE else "may name"
            where = "A turned line beside or across the text" if turned else "A running head or footer"
            yield _hit("names", f"{where} {names} who made the paper, or their house.", _OUT, made, line, page, paper)
        elif _PUBLISHED.search(text):
            message = "A publisher's footer shows that this is the published version, with its authors on record."
            yield _hit("published", message, "Submit your own anonymous version.", Confidence.LIKELY, line, page, paper)
    yield from _above_title(paper, seen)
    yield from _stamps(paper)


def _lines_around(paper: Paper) -> Iterator[tuple[Page, Line]]:
    """Heads, feet, and turned lines beside the text or in large letters across it."""
    for page in paper.pages:
        for line in page.lines:
            if line.region in MARGINS or (line.region is Region.ROTATED and _is_apart(line, paper)):
                yield page, line


def _above_title(paper: Paper, seen: set[str]) -> Iterator[Hit]:
    """Lines of the first page above its title, set smaller, that name who made it: "Lysvik Group, internal report"."""
    titled = _title_lines(paper)
    known = frozenset((*paper.parts.author_block, *paper.parts.title))
    for ref, line in page_lines(paper.pages[0]) if titled else ():
        above = line.region is Region.BODY and line.box.bottom <= titled[0].box.top and line.size < titled[0].size
        text = line.text.strip()
        if above and ref not in known and text not in seen and (made := _made(paper, line, text)):
            message = "A line above the title names who made the paper, or their house."
            yield _hit("names", message, _OUT, made, line, paper.pages[0], paper)


def _title_lines(paper: Paper) -> list[Line]:
    return [line for ref, line in lines_at(paper, paper.parts.title) if ref.page == 1]


def _top_of_title(paper: Paper) -> float:
    """Where the title begins on the first page, in points from the top; 0 without a title."""
    return min((line.box.top for line in _title_lines(paper)), default=0.0)


def _is_apart(line: Line, paper: Paper) -> bool:
    """Whether a turned line is none of a figure; a stamp of a preprint server is told as that."""
    return stands_across(line, paper) and not _ARXIV.search(line.text)


def _stamps(paper: Paper) -> Iterator[Hit]:
    top = _top_of_title(paper)
    for page in paper.pages[:2]:
        for line in page.lines:
            if line.region in (Region.STAMP, Region.ROTATED) and _ARXIV.search(line.text):
                message = "The arXiv stamp in the margin leads to a copy with the authors' names."
                fix = "Build the PDF from the sources instead of submitting the copy from arXiv."
                yield _hit("stamp", message, fix, Confidence.CERTAIN, line, page, paper)
                return
            above = page.number == 1 and line.box.bottom <= top
            if (above or line.region in _ROUND_THE_TEXT) and _BANNER.search(line.text):
                message = "The banner of a preprint server leads to a copy with the authors' names."
                fix = "Build the PDF from the sources instead of submitting the copy from the server."
                yield _hit("stamp", message, fix, Confidence.LIKELY, line, page, paper)
                return


def _hit(code: str, message: str, fix: str, confidence: Confidence, line: Line, page: Page, paper: Paper) -> Hit:
    return Hit(
        code=code,
        message=message,
        fix=fix,
        confidence=confidence,
        evidence=line.text.strip()[:EVIDENCE_LIMIT],
        where=Location(file=paper.file, page=page.number, bbox=tuple(round(side, 1) for side in line.box)),
    )


def _made(paper: Paper, line: Line, text: str) -> Confidence | None:
    """How surely a head names who made the paper, where nothing else tells of it."""
    if is_template(text):
        return None
    told = [one for one in facts_of(paper).tellings if one.sentence.text.strip() == line.text.strip()]
    common = head_vocabulary(paper)
    made = None if any(one.sure for one in told) else makers(text, line, common)
    if made is None and not told and is_watermark(line, paper) and is_somebodys_mark(text, common, paper):
        return Confidence.POSSIBLE
    return None if told and made is Confidence.POSSIBLE else made
