"""ANON003: ORCID iDs on the pages and in the targets of links."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.naming.identity import HARMLESS, classify_link, orcids
from faimi_check.rules.naming.text.placed import find_in_paper
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule


@rule(
    "ANON003",
    "orcid",
    part=Part.PAPER,
    codes={"orcid": Severity.ERROR, "unclear": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def orcid(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """An ORCID iD is printed or linked.

    Why
        An ORCID iD leads to one person's public record.

    How it decides
        Four groups of four digits with any kind of dash (LNCS prints U+2212) whose last character is the right
        checksum, or a link to orcid.org. Examples of the template and of ORCID itself are no finding. A wrong
        checksum is a warning.

    When it can be wrong
        One in eleven numbers of that shape has the right checksum by chance; such numbers are rare in papers.

    Fix
        Leave \\orcidID out until the final version.
    """
    paper = paper_of(submission)
    seen: set[str] = set()
    for item in find_in_paper(paper, orcids):
        seen.add(item.identifier.value)
        sure = item.identifier.confidence is not Confidence.POSSIBLE
        yield Hit(
            code="orcid" if sure else "unclear",
            message="An ORCID iD is printed."
            if sure
            else "A number like an ORCID iD, with a wrong check digit, is printed.",
            fix="Leave \\orcidID out until the final version.",
            confidence=item.identifier.confidence,
            evidence=item.identifier.text,
            where=item.where,
        )
    for page in paper.pages:
        for link in page.links:
            for identifier in orcids(link.target[:500]):
                if identifier.value not in seen and HARMLESS.isdisjoint({classify_link(link.target)}):
                    seen.add(identifier.value)
                    yield Hit(
                        code="orcid",
                        message="A link leads to an ORCID record.",
                        fix="Leave \\orcidID out until the final version.",
                        evidence=link.target[:EVIDENCE_LIMIT],
                        where=Location(file=paper.file, page=page.number, bbox=tuple(link.box)),
                    )
