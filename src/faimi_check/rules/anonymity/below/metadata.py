"""What the PDF and the figures in it say of themselves."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Hit, Location, Severity
from faimi_check.model.paper import EmbeddedObject, MetadataField
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.naming.fields.gathering import gather
from faimi_check.rules.naming.fields.traces import is_template_figure, role_of
from faimi_check.rules.naming.unprinted.names import names_told
from faimi_check.rules.naming.unprinted.titled_names import named_in_text
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule
from faimi_check.rules.word_processors import without_author

_CODES = {
    "person": Severity.ERROR,
    "organisation": Severity.ERROR,
    "email": Severity.ERROR,
    "orcid": Severity.ERROR,
    "link": Severity.ERROR,
    "path": Severity.ERROR,
    "grant": Severity.WARNING,
    "login": Severity.WARNING,
    "unclear": Severity.WARNING,
}
_IN_LATEX = r"`\hypersetup{pdfauthor={}}`"
_WORDS = {
    "person": "names a person",
    "organisation": "names an organisation",
    "email": "holds an e-mail address",
    "orcid": "holds an ORCID iD",
    "link": "holds a link that may lead to the authors",
    "path": "holds a path with a user's name",
    "local-path": "holds a path of somebody's disk",
    "position": "holds the place where it was taken",
    "grant": "names what paid for the work",
    "login": "holds what may be a login name",
    "unclear": "may name somebody, in words that could not be judged",
}


@rule(
    "ANON008",
    "document-metadata",
    part=Part.PAPER,
    codes=_CODES,
    needs={Aspect.METADATA},
    requires={"DOC001"},
)
def document_metadata(submission: Submission, _: NoParameters) -> RuleResults:
    """The PDF's own metadata tells who wrote it.

    Why
        Every PDF reader shows the author field under "Properties", and conference systems index it. A paper whose
        pages are anonymous is not anonymous while its file says who made it.

    How it decides
        Reads the Info dictionary and the XMP packet, every key. Author, company and similar fields are errors where
        they hold a person's name or an institution, warnings where they hold a single word that may be a login name
        or something that could not be judged. Title, Subject, Keywords and other text are errors with a name after
        "by" or "draft of" or with initials, warnings with other words like names that the paper does not use. E-mail
        addresses, ORCID iDs, personal links and paths with a user's name are errors in any field. Programs, template
        defaults, placeholders such as "Anonymous" and the paper's own title are nothing.

    When it can be wrong
        A program or a device that puts an unusual name of its own into the author field; a surname alone in a title
        is not recognised.

    Fix
        In LaTeX leave the author out: `\\hypersetup{pdfauthor={}}`, and no `pdfusetitle`. In Word: File, Info, Check
        for Issues, Inspect Document, remove properties. In LibreOffice: File, Properties, switch off "Apply user data",
        Reset Properties. On a finished file: `faimi-check scrub PAPER.pdf -o OUT.pdf`.
    """
    paper = paper_of(submission)
    in_text = {found: tuple(named_in_text(found, paper)) for found in paper.metadata}
    for hit in gather(paper.metadata, in_text):
        yield Hit(
            code=hit.code,
            message=f"The PDF's metadata {_WORDS[hit.code]}, in {hit.listed_fields()}{hit.beside_evidence()}.",
            evidence=hit.evidence(),
            fix=f"Leave it out: {without_author(paper, _IN_LATEX)}; or run this:\n\n{scrubbing(paper)}",
            confidence=hit.confidence,
            where=Location(file=paper.file),
            things=tuple(hit.fields),
        )


@rule(
    "ANON011",
    "image-metadata",
    part=Part.PAPER,
    codes={**_CODES, "position": Severity.ERROR, "local-path": Severity.WARNING},
    needs={Aspect.OBJECTS},
    requires={"DOC001"},
)
def image_metadata(submission: Submission, _: NoParameters) -> RuleResults:
    """A figure or photograph inside the PDF tells who made it.

    Why
        A figure drawn in PowerPoint, Visio or Illustrator brings its own author field into the paper, a photograph
        its owner, device and position. They stay when the paper's own metadata is emptied, and no PDF reader shows
        them; a text search in the file does.

    How it decides
        Reads the Info dictionary and file name that TeX keeps of each included figure (PTEX), XMP of each object,
        Illustrator's private data, and EXIF, IPTC and XMP of photographs. Names of persons and institutions, e-mail
        addresses, paths with a user's name and positions are errors; single words that may be login names, and paths
        of somebody's disk, are warnings. Figures that come with a template or a publisher's page, and programs,
        are nothing.

    When it can be wrong
        A figure taken from somebody else carries that person's name.

    Fix
        Export the figure again without document properties (PowerPoint: File, Info, Inspect Document), or run
        `faimi-check scrub PAPER.pdf -o OUT.pdf`, which empties the metadata of all figures.
    """
    paper = paper_of(submission)
    fields = list(_figure_fields(paper.objects))
    for hit in gather(fields, {found: tuple(names_told(found, paper)) for found in fields if role_of(found) == "text"}):
        yield Hit(
            code=hit.code,
            message=f"The metadata of a figure{_on(hit.pages)} {_WORDS[hit.code]}{hit.beside_evidence()}.",
            evidence=hit.evidence(),
            fix="Export the figure again without document properties and build the paper again, "
            f"or run this:\n\n{scrubbing(paper)}",
            confidence=hit.confidence,
            where=Location(file=paper.file, page=hit.pages[0] if hit.pages else None, pages=tuple(hit.pages)),
        )


def _on(pages: list[int]) -> str:
    return f" on {listed_pages(pages)}" if pages else ""


def _figure_fields(objects: tuple[EmbeddedObject, ...]) -> Iterator[MetadataField]:
    for found in objects:
        if not is_template_figure(found.fields):
            yield from found.fields
