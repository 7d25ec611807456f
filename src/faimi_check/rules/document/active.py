"""What a PDF does by itself."""

from __future__ import annotations

import re

from faimi_check.model.finding import EVIDENCE_LIMIT, Hit, Location, Severity
from faimi_check.model.paper import MetadataField
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_CODES = {
    "launch": Severity.ERROR,
    "javascript": Severity.WARNING,
    "send": Severity.WARNING,
    "multimedia": Severity.WARNING,
    "other-file": Severity.WARNING,
    "action": Severity.WARNING,
    "filled": Severity.WARNING,
    "form": Severity.NOTE,
}
_KINDS = {
    "Launch": "launch",
    "JavaScript": "javascript",
    "SubmitForm": "send",
    "ImportData": "send",
    "URI": "send",
    "GoToR": "other-file",
    "GoToE": "other-file",
    "RichMedia": "multimedia",
    "RichMediaExecute": "multimedia",
    "Rendition": "multimedia",
    "Screen": "multimedia",
    "Movie": "multimedia",
    "Sound": "multimedia",
    "3D": "multimedia",
    "XFA": "action",
    "AcroForm": "form",
}
_WORDS = {
    "launch": "starts a program",
    "javascript": "runs JavaScript",
    "send": "sends or fetches data",
    "multimedia": "plays embedded multimedia",
    "other-file": "opens another file",
    "action": "acts by itself",
    "filled": "holds a form that is filled in with text",
    "form": "holds a form to fill in",
}
# What stands in a form's fields is text of the paper from so many words on, and no number, date or choice.
_WORD, _FEWEST_WORDS = re.compile(r"[^\W\d_]{2,}"), 20


@rule("DOC003", "active-content", part=Part.PAPER, codes=_CODES, needs={Aspect.STRUCTURE}, requires={"DOC001"})
def active_content(submission: Submission, _: NoParameters) -> RuleResults:
    """The PDF runs scripts, starts programs, sends data or plays media.

    Why
        A paper is read, not run. Active content is how a PDF harms a reviewer's computer or reports that and where
        it was opened; printing and many readers drop it, so reviewers may not see what you see. This is a rule of
        faimi-check: no call states it.

    How it decides
        Lists the actions of the document, its pages, notes and form fields. Starting a program is an error;
        JavaScript, sending forms, XFA forms, media, jumps into other files and web pages that open without a click
        are warnings, and so is a form whose fields hold sentences, as these are no text of the page and keep to none of
        its measures; a plain form is a note. Links to places in the paper and to web pages are nothing.

    When it can be wrong
        Animations made with LaTeX's `animate` are JavaScript, and harmless; they belong into the supplement.

    Fix
        Build the PDF without forms, scripts and media (in LaTeX: `animate`, `media9`, `movie15`, `insdljs`), or
        run `faimi-check scrub PAPER.pdf -o OUT.pdf`.
    """
    paper = paper_of(submission)
    found: dict[str, list[MetadataField]] = {}
    for field in paper.active_content:
        found.setdefault(_KINDS.get(field.key, "action"), []).append(field)
    said = [field for field in paper.internal_names if (field.place, field.key) == ("form fields", "value")]
    if "form" in found and sum(len(_WORD.findall(field.value)) for field in said) >= _FEWEST_WORDS:
        del found["form"]
        found["filled"] = said
    for code in _CODES:
        fields = found.get(code)
        if not fields:
            continue
        places = ", ".join(list(dict.fromkeys(field.place for field in fields))[:6])
        yield Hit(
            code=code,
            message=f"The PDF {_WORDS[code]} ({places}).",
            evidence="; ".join(f"{field.key}: {field.value}".rstrip(": ") for field in fields[:10])[:EVIDENCE_LIMIT],
            fix=f"Build the PDF without it, or take it out of the finished file:\n\n{scrubbing(paper)}",
            where=Location(file=paper.file, page=fields[0].page),
        )
