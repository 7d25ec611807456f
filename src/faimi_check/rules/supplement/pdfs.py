"""SUP004: no PDF in the supplement but the declared copy of a cited, unpublished paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EmbeddedPdf, Supplement
from faimi_check.model.text.counted import plural
from faimi_check.rules.registry import Part, RuleResults, rule
from faimi_check.rules.supplement.cited.manuscripts import enclosed, is_cited, title_of
from faimi_check.rules.supplement.cited.missing import unopened
from faimi_check.rules.supplement.entry_words import at, shown
from faimi_check.rules.supplement.readme.declaring import calls_itself_cited


class Pdfs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which PDFs the call takes: a declared copy of the cited, unpublished paper, or any of at most so many pages."""

    allowed: Literal["cited-unpublished", "any"] = "cited-unpublished"
    pages: int | None = None

    def __post_init__(self) -> None:
        if self.pages is not None and self.pages < 1:
            raise ValueError(f"pages: expected a number above 0, got {self.pages}")


@rule(
    "SUP004",
    "pdf-in-supplement",
    part=Part.SUPPLEMENTS,
    params=Pdfs,
    codes={
        "pdf": Severity.ERROR,
        "not-cited": Severity.WARNING,
        "declared": Severity.NOTE,
        "no-copy": Severity.WARNING,
        "unreadable": Severity.ERROR,
        "pages": Severity.ERROR,
    },
    needs={Aspect.ARCHIVE, Aspect.ENTRIES},
)
def pdf_in_supplement(submission: Submission, taken: Pdfs) -> RuleResults:
    """The supplement holds a PDF.

    Why
        PDFs may not be submitted as supplementary material, unless the paper cites a paper that has not been published
        yet; then an anonymized copy of that paper is required.

    How it decides
        By the bytes, under any name, also inside other files. A PDF that was declared as the cited, unpublished paper
        (--cited-unpublished NAME, a README that names it and says so, its own name, or a reference "under review" with
        its title) is checked by the paper's rules of anonymity, and its title is looked for in the reference list. A
        reference that says that it is not published and that a copy is in the supplement needs a PDF there. Where the
        call takes any PDF, its pages are counted; those in a zip are read like declared ones.

    When it can be wrong
        A title that is cited in other words is not found. Whether the paper is really unpublished cannot be told.

    Fix
        Take the PDF out. If it is the cited, unpublished paper: anonymize it and say in the README what it is.
    """
    supplements = submission.supplements
    if taken.allowed == "any":
        for supplement in supplements:
            yield from _counted(supplement, taken)
        return
    there = [pdf.member for supplement in supplements for pdf in supplement.pdfs]
    mistaken = set(submission.cited_unpublished) - set(there)
    if mistaken:
        names = ", ".join(shown(name) for name in sorted(mistaken))
        known = ", ".join(map(shown, there)) or "none"
        yield Undecided(f"Declared as the cited paper, but not in the zip: {names}. PDFs in it: {known}.")
    for supplement in supplements:
        yield from _declared_only(supplement, submission, mistaken=bool(mistaken))
    if not there and submission.paper is not None:
        yield from _no_copy(enclosed(submission.paper), supplements)


def _declared_only(supplement: Supplement, submission: Submission, *, mistaken: bool) -> Iterator[Hit | Undecided]:
    # A zip that stores a PDF without packing it begins almost like one.
    stored = supplement.is_zip and supplement.pdfs and not supplement.faults
    if supplement.mime == "application/pdf" and not stored and not supplement.loose:
        yield _bare(supplement)
    for pdf in supplement.pdfs:
        if not (pdf.declared or pdf.member in submission.cited_unpublished):
            if supplement.loose and supplement.mime:
                yield _bare(supplement)
            elif not mistaken:
                yield _undeclared(pdf, supplement)
            continue
        if pdf.paper is None or not pdf.paper.readable:
            yield Hit(
                code="unreadable",
                message=f"{shown(pdf.member)}, declared as the cited paper, cannot be read, so it cannot be checked.",
                fix="Put in a PDF that opens.",
                where=at(supplement, pdf.member),
            )
            continue
        if pdf.member not in submission.cited_unpublished:
            yield _taken_for_one(pdf, submission, supplement)
        if submission.paper is not None:
            yield from _looked_up(pdf, pdf.read_paper or pdf.paper, submission.paper, supplement)


def _bare(supplement: Supplement) -> Hit:
    return Hit(
        code="pdf",
        message="The supplement is a PDF; no PDF may be submitted as supplementary material.",
        fix="Submit no PDF: what reviewers must know belongs into the paper.",
        where=at(supplement),
    )


def _counted(supplement: Supplement, taken: Pdfs) -> Iterator[Hit | Undecided]:
    for pdf in supplement.pdfs:
        if taken.pages is None:
            continue
        if pdf.paper is None or not pdf.paper.readable:
            yield Undecided(f"The pages of {shown(pdf.member)} were not read, so they could not be counted.")
        elif pdf.paper.page_count > taken.pages:
            limit = plural(taken.pages, "page")
            yield Hit(
                code="pages",
                message=f"{shown(pdf.member)} has {pdf.paper.page_count} pages; the call takes at most {limit}.",
                fix=f"Shorten it to {limit}.",
                where=at(supplement, pdf.member),
            )


def _undeclared(pdf: EmbeddedPdf, supplement: Supplement) -> Hit:
    hidden = not pdf.member.lower().endswith(".pdf")
    where = f" at byte {pdf.offset:,}" if pdf.offset else ""
    what = f"holds a PDF{where}, whatever its name says" if hidden else "is a PDF"
    return Hit(
        code="pdf",
        message=f"{shown(pdf.member)} {what}; no PDF may be submitted as supplementary material.",
        fix="Take it out. If it is an anonymized copy of a cited, unpublished paper, say so in the README.",
        evidence=shown(pdf.member),
        where=at(supplement, pdf.member),
    )


def _taken_for_one(pdf: EmbeddedPdf, submission: Submission, supplement: Supplement) -> Hit:
    """Who says that it is the cited paper, where this program was not told."""
    name = shown(pdf.member)
    without = "" if submission.paper else "; without the paper nobody can tell whether it is cited"
    if pdf.by_paper:
        message = f"{name} has the title of a paper that is cited as not published yet, so it is taken as its copy."
        fix = "See that it is one, and say so in the README."
    else:
        who = "Its name" if calls_itself_cited(pdf.member) else "The README"
        message = f"{who} declares {name} as the anonymized copy of a cited, unpublished paper{without}."
        fix = "See that it is one; with --cited-unpublished it is declared to this program."
    return Hit(code="declared", message=message, fix=fix, evidence=name, where=at(supplement, pdf.member))


def _no_copy(entries: tuple[str, ...], supplements: tuple[Supplement, ...]) -> Iterator[Hit]:
    """A reference promises a copy, and there is no PDF; an archive within the zip may hold it."""
    if entries and unopened(entry for supplement in supplements for entry in supplement.entries) is None:
        yield Hit(
            code="no-copy",
            message="The paper says that a copy of a cited, unpublished paper is in the supplement, which has no PDF.",
            fix="Put the anonymized copy into the zip, and say in the README what it is.",
            evidence=shown(entries[0]),
            confidence=Confidence.LIKELY,
            where=at(supplements[0]),
        )


def _looked_up(
    pdf: EmbeddedPdf, cited: Paper, paper: Paper | None, supplement: Supplement
) -> Iterator[Hit | Undecided]:
    title = title_of(cited)
    entries = [entry.text for listed in paper.parts.references for entry in listed.entries] if paper else []
    if len(title) < 8 or not entries:
        yield Undecided(f"The title of {shown(pdf.member)} or the paper's reference list could not be read.")
    elif not any(is_cited(title, entry) for entry in entries):
        yield Hit(
            code="not-cited",
            message=f"The title of {shown(pdf.member)} was not found among the paper's {len(entries)} references.",
            fix="Cite it as anonymous work under this title, or take the PDF out.",
            evidence=title,
            confidence=Confidence.LIKELY,
            where=at(supplement, pdf.member),
        )
