"""What a PDF does by itself."""

from __future__ import annotations

from faimi_check.model.finding import Hit, Location, Severity
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
    "form": "holds a form to fill in",
}


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
        are warnings; a plain form is a note. Links to places in the paper and to web pages are nothing.

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
    for code in _CODES:
        fields = found.get(code)
        if not fields:
            continue
        places = ", ".join(list(dict.fromkeys(field.place for field in fields))[:6])
        yield Hit(
            code=code,
            message=f"The PDF {_WORDS[code]} ({places}).",
            evidence="; ".join(f"{field.key}: {field.value}".rstrip(": ") for field in fields[:10]),
            fix=f"Build the PDF without it, or take it out of the finished file:\n\n{scrubbing(paper)}",
            where=Location(file=paper.file, page=fields[0].page),
        )
