"""REQ001: sections that the call requires."""

from __future__ import annotations

import msgspec

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.naming.text.named_sections import has_section, refuse_unknown_sections, words_for
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule


class RequiredSections(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sections by the names in tables/sections: "limitations", "ethics", "data", ..."""

    sections: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        refuse_unknown_sections("sections", self.sections)


@rule(
    "REQ001",
    "required-sections",
    part=Part.PAPER,
    params=RequiredSections,
    codes={"missing": Severity.ERROR},
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def required_sections(submission: Submission, wanted: RequiredSections) -> RuleResults:
    """A section that the call requires is missing.

    Why
        Some calls reject papers without a section on limitations, ethics, data, impact, the use of language models, or
        without their checklist.

    How it decides
        By the headings, on lines of their own or in bold at the beginning of a paragraph, before and after the
        references: one whose words hold those of the section is enough ("Discussion and Limitations").

    When it can be wrong
        A section under a heading in other words, or in a language other than English, German or French. What the
        section says is not judged.

    Fix
        Add the section under the heading that the call names.
    """
    paper = paper_of(submission)
    for name in wanted.sections:
        if has_section(paper, name):
            continue
        words = words_for(name)
        yield Hit(
            code="missing",
            message=f"No heading was found for {words}, which the call requires.",
            fix="Add it as a section of its own, under the heading that the call names.",
            confidence=Confidence.LIKELY,
            where=Location(file=paper.file, page=paper.parts.last_content or 1),
        )
