"""ANON001 and ANON004: who the author section and the first page's footnotes name."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import first_of
from faimi_check.model.text.passage import join_with_hyphens, lines_at
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.people.author_section import AuthorSection, Naming
from faimi_check.rules.naming.people.positions import Position
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.naming.whose.credit_lines import CreditLine, Line
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_ANONYMIZE = "Print the template's placeholder instead, such as Anonymized Authors, Anonymized Affiliations."


def block_location(paper: Paper, section: AuthorSection) -> Location:
    """Page and box of the author section."""
    passage = join_with_hyphens(lines_at(paper, section.refs))
    return place(paper, passage, 0, len(passage.text))


@rule(
    "ANON001",
    "author-block",
    part=Part.PAPER,
    codes={"named": Severity.ERROR, "template": Severity.WARNING, "unclear": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def author_block(submission: Submission, _: NoParameters) -> RuleResults:
    """The author section names somebody instead of holding a placeholder.

    Why
        Review is double-blind: names and affiliations under the title break it at first sight.

    How it decides
        All text between title and abstract is read; numbers, footnote marks, dates and empty affiliations are
        taken off. Placeholders in any wording pass ("Anonymized Authors", "Name(s) withheld", "Paper ID 12", "under
        double-blind review", "Author One, Institution withheld"), also in many European languages, Chinese,
        Japanese and Korean. Persons' names, named institutions, e-mail addresses or ORCID iDs are an error. What
        only templates print ("F. Author, Princeton University") is a warning: it names nobody, but the section was
        forgotten. Other text is a warning. A paper without author section passes here; where not even a title is
        found, the rule says that it could not tell.

    When it can be wrong
        A second title line set like the authors can look like a name. A placeholder in words not met before is
        reported as unclear.

    Fix
        Use the placeholder of the template: Anonymized Authors, Anonymized Affiliations, email@anonymized.com.
    """
    paper = paper_of(submission)
    section = facts_of(paper).author_section
    if section.naming is Naming.NAMED:
        sure = bool(section.contacts or section.institutions)
        yield _section_hit(
            paper, section, "named", _named_message(section), Confidence.CERTAIN if sure else Confidence.LIKELY
        )
    elif section.naming is Naming.TEMPLATE:
        message = "The author section holds the template's example names: they name nobody, but look forgotten."
        yield _section_hit(paper, section, "template", message, Confidence.LIKELY)
    elif section.naming is Naming.UNCLEAR:
        message = "The text between title and abstract is no placeholder known for anonymous papers: please look."
        yield _section_hit(paper, section, "unclear", message, Confidence.POSSIBLE)
    elif section.naming is Naming.ABSENT and not paper.parts.title:
        yield Undecided("No title was found, so where the authors would stand could not be told.")


def _section_hit(paper: Paper, section: AuthorSection, code: str, message: str, confidence: Confidence) -> Hit:
    return Hit(
        code=code,
        message=message,
        fix=_ANONYMIZE,
        confidence=confidence,
        evidence=section.text[:EVIDENCE_LIMIT],
        where=block_location(paper, section),
    )


def _named_message(section: AuthorSection) -> str:
    if section.persons:
        return f"The author section names {first_of(section.persons, 1)}."
    if section.institutions:
        return "The author section names an institution."
    return "The author section holds an address or ORCID iD."


@rule(
    "ANON004",
    "affiliation",
    part=Part.PAPER,
    codes={
        "institution": Severity.ERROR,
        "position": Severity.ERROR,
        "contact": Severity.ERROR,
        "rights": Severity.ERROR,
    },
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def affiliation(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """The author section or a footnote on the first page names the authors' institution.

    Why
        In a small field an institution is often as good as a name.

    How it decides
        In the author section: lines with a word such as University, Hospital or Institute together with its name.
        In footnotes of the first two pages: sentences that say where an author is or was ("work done during an
        internship at ...", "is with ..."), with a name that follows. To the author section belongs what a narrow
        column beside the abstract, as journals set it, says under "Affiliations" or "Correspondence", not what it
        says of editors, reviewers and the publisher. Placeholders and the template's own institutions pass.

    When it can be wrong
        An institution without any usual word in its name is not seen here; ANON001 still sees that the section is
        no placeholder.

    Fix
        Replace affiliations by "Anonymized Affiliations" and leave such footnotes out until the final version.
    """
    paper = paper_of(submission)
    section = facts_of(paper).author_section
    if section.institutions and section.naming is Naming.NAMED:
        count = len(section.institutions)
        yield Hit(
            code="institution",
            message=f"The author section names {'an institution' if count == 1 else f'{count} institutions'}.",
            fix=_ANONYMIZE,
            confidence=Confidence.LIKELY,
            evidence=" | ".join(section.institutions)[:EVIDENCE_LIMIT],
            where=block_location(paper, section),
        )
    for found in facts_of(paper).positions:
        yield _position(paper, found)
    told = " ".join(found.text for found in facts_of(paper).positions)
    yield from (_credit(line) for line in facts_of(paper).credit_lines if line.text[:60] not in told)


def _credit(line: CreditLine) -> Hit:
    what = "A line of contact" if line.kind is Line.CONTACT else "A line on rights or on how to cite the paper"
    return Hit(
        code=line.kind.value,
        message=f"{what} names {first_of(line.names, 2)}.",
        fix="Leave this line out until the final version.",
        confidence=Confidence.LIKELY,
        evidence=line.text[:EVIDENCE_LIMIT],
        where=line.where,
    )


def _position(paper: Paper, found: Position) -> Hit:
    what = "sentence" if found.in_text else "footnote"
    return Hit(
        code="position",
        message=f"A {what} on the first pages says where an author works or worked.",
        fix=f"Leave this {what} out until the final version.",
        confidence=found.confidence,
        evidence=found.text,
        where=found.where,
    )
