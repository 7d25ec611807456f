"""Papers as models, built from lines of text: an honest anonymous one, to which a test adds what it is about."""

from __future__ import annotations

from faimi_check.model.finding import Confidence, Hit, Severity
from faimi_check.model.page import Box, Line, Link, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import Heading, LineRef, Parts, ReferenceEntry, ReferenceList
from faimi_check.model.submission import Submission
from faimi_check.rules.catalogue import rules

REFERENCES = (
    "Castellmar, A., Ruvo, T.: When metrics disagree. In: MICCAI, pp. 1-9 (2021)",
    "Fjellgren, H., Garnault, C.: Underdiagnosis by deep networks. In: STIA, pp. 45-56 (2019)",
    "Dunvarran, B., et al.: Pleural findings revisited. Med. Image Anal. 12, 3-14 (2020)",
    "Eskerod, C.: Labels that wait. https://github.com/eskerod/labels (2022)",
)
PLACEHOLDER = ("Anonymized Authors", "Anonymized Affiliations", "email@anonymized.com")
_RULES = {rule.id: rule for rule in rules()}


class PaperBuilder:
    """Sets lines one below the other; `add` gives back the line's reference."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._baseline = 90.0

    def add(
        self, text: str, region: Region = Region.BODY, size: float = 10.0, gap: float = 12.0, x: float = 135.0
    ) -> LineRef:
        self._baseline += gap
        box = Box(x, self._baseline - 8, x + 5 * len(text), self._baseline + 2)
        self.lines.append(Line(text, box, self._baseline, size, 0, False, False, (), region))
        return LineRef(1, len(self.lines) - 1)


def paper(
    *body: str,
    authors: tuple[str, ...] = PLACEHOLDER,
    title: tuple[str, ...] = ("Who Waits Longer? Gaps in Radiograph Triage",),
    footnotes: tuple[str, ...] = (),
    heads: tuple[str, ...] = (),
    captions: tuple[str, ...] = (),
    cells: tuple[str, ...] = (),
    sections: tuple[str, ...] = (),
    stamp: str = "",
    references: tuple[str, ...] = REFERENCES,
    links: tuple[Link, ...] = (),
    file: str = "paper.pdf",
) -> Paper:
    """A one-page paper. Each string is one line as printed: a sentence broken over lines is several strings."""
    page = PaperBuilder()
    for head in heads:
        page.add(head, Region.RUNNING_HEAD, 9.0)
    titled = tuple(page.add(line, size=14.0) for line in title)
    block = tuple(page.add(line, size=9.0, gap=20.0 if not at else 11.0) for at, line in enumerate(authors))
    abstract = (
        page.add("Abstract. We study how long readings wait, and whom a delay of a", size=9.0, gap=30.0),
        page.add("reading strikes in the gaps between groups of a triage.", size=9.0, gap=11.0),
    )
    heading = page.add("1 Introduction", Region.HEADING, 12.0, 30.0)
    for line in body:
        page.add(line)
    for caption in captions:
        page.add(caption, Region.CAPTION, 9.0, 24.0)
    for cell in cells:
        page.add(cell, Region.TABLE_TEXT, 9.0, 24.0)
    for section in sections:
        page.add(section, Region.HEADING, 12.0, 30.0)
        page.add("What follows is said of all groups alike.")
    for footnote in footnotes:
        page.add(footnote, Region.FOOTNOTE, 9.0)
    if stamp:
        page.add(stamp, Region.STAMP, 20.0)
    listed = _references(page, references)
    parts = Parts(
        title=titled,
        author_block=block,
        abstract=abstract,
        headings=(Heading("Introduction", "1", heading),),
        references=listed,
    )
    pages = (Page(number=1, width=612, height=792, lines=tuple(page.lines), links=links),)
    return Paper(file=file, size=1, page_count=1, pages=pages, parts=parts)


def _references(page: PaperBuilder, references: tuple[str, ...]) -> tuple[ReferenceList, ...]:
    if not references:
        return ()
    heading = page.add("References", Region.HEADING, 12.0, 30.0)
    entries = []
    for number, text in enumerate(references, start=1):
        ref = page.add(f"{number}. {text}", size=9.0)
        entries.append(ReferenceEntry(str(number), text, ref, ref))
    return (ReferenceList(heading, entries[0].first, entries[-1].last, tuple(entries)),)


def hits(rule_id: str, submission: Submission | Paper, params: object | None = None) -> list[Hit]:
    """What one rule finds."""
    if isinstance(submission, Paper):
        submission = Submission(id="x", paper=submission)
    rule = _RULES[rule_id]
    found = rule.run(submission, params if params is not None else rule.params())
    return [hit for hit in found if isinstance(hit, Hit)]


def codes(rule_id: str, submission: Submission | Paper) -> list[str]:
    """The codes that one rule gives, in order."""
    return [hit.code for hit in hits(rule_id, submission)]


def entries(number: int) -> tuple[str, ...]:
    """So many references, alike but for their numbers."""
    return tuple(
        f"Ruvo, T., Eskerod, C.: Part {at} of a list. J. Lists {at}, 1-9 (2021)" for at in range(1, number + 1)
    )


def weighed(submission: Submission | Paper) -> dict[str, str]:
    """The heaviest severity by `RULE/code` over all anonymity rules, by the rules' own severities."""
    found: dict[str, Severity] = {}
    for rule in _RULES.values():
        if rule.id.startswith("ANON"):
            for hit in hits(rule.id, submission):
                severity = rule.codes[hit.code]
                if hit.confidence is Confidence.POSSIBLE and severity is Severity.ERROR:
                    severity = Severity.WARNING
                key = f"{rule.id}/{hit.code}"
                found[key] = max(found.get(key, severity), severity, key=lambda one: one.rank)
    return {key: severity.value for key, severity in found.items()}


def weighed_amid(*body: str, references: tuple[str, ...]) -> dict[str, str]:
    """The same of some lines amid others that tell nothing."""
    amid = ("We measure the gap between groups.", *body, "The other images are public.")
    return weighed(paper(*amid, references=references))
