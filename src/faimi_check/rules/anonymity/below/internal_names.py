"""Names inside the file: bookmarks, link destinations, layers, alternative texts, form fields, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import quote
from faimi_check.rules.anonymity.below.described import (
    SHOWN_BESIDE,
    credited,
    described,
    destinations,
    own_keys,
    shown_beside,
)
from faimi_check.rules.anonymity.below.font_names import named_fonts
from faimi_check.rules.anonymity.below.other_texts import PROFILE, other_texts
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.naming.fields.gathering import gather
from faimi_check.rules.naming.fields.traces import persons, traces
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.unprinted.names import names_told
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_PROFILE_FIX = "Save the picture with the profile sRGB, or without one, and build the PDF again."
_FONT_FIX = "Set the text in another font, and build the PDF again."
_REPLACED = frozenset({"ActualText", "E"})


@rule(
    "ANON017",
    "internal-names",
    part=Part.PAPER,
    codes={
        "identifies": Severity.ERROR,
        "signature": Severity.ERROR,
        "author-name": Severity.ERROR,
        "credit": Severity.WARNING,
        "own-work": Severity.WARNING,
        "bookmark": Severity.WARNING,
        "named": Severity.WARNING,
    },
    needs={Aspect.STRUCTURE},
    requires={"DOC001"},
)
def internal_names(submission: Submission, _: NoParameters) -> RuleResults:
    """Names that no page shows, such as bookmarks, layers and alternative texts, identify the authors.

    Why
        They come along unseen: Word writes the path of a picture into its alternative text, a drawing program
        calls a layer after its maker, a signature holds the signer's name.

    How it decides
        Looks through bookmarks, link destinations, layer names, page labels, alternative texts, form fields and
        signatures. E-mail addresses, ORCID iDs and paths with a user's name are errors, so is a signature that
        names a person, and a name that the metadata also gives as author's. A text that credits a person
        ("photograph by Jane Doe") is a warning, so is a bookmark, page label, layer or link's destination with a name
        that no page prints, and an alternative text that names such a person or house. In all other strings and
        comments of the file addresses, iDs, personal links and paths are errors, names a warning; so is a person or
        house that a colour profile says to be its owner, and a person whom a font of handwriting, or a font by its own
        maker, is called after. A BibTeX key is a warning only where it says whose the work is (`cite.smith2024ours`);
        others name cited works.

    When it can be wrong
        A key that ends in "our" by chance.

    Fix
        Rename the bookmark, layer, key or field and build the PDF again; empty the alternative text's path in Word.
    """
    for found in told(paper_of(submission)):
        things = tuple((field.place, field.value) for field in found.fields)
        yield msgspec.structs.replace(found.hit, things=things)


class Told(NamedTuple):
    """A hit, and the fields that it speaks of."""

    hit: Hit
    fields: tuple[MetadataField, ...]


def told(paper: Paper) -> Iterator[Told]:
    """What the rule finds, with the fields to be mended."""
    yield from _identifying(paper)
    yield from _credited(paper)
    yield from _bookmarked(paper)
    yield from _described(paper)
    yield from _signed(paper)
    yield from _own_works(paper)
    yield from _elsewhere(paper)
    yield from _of_fonts(paper)


def _elsewhere(paper: Paper) -> Iterator[Told]:
    """What stands where no program looks: under keys of somebody's own, in comments, in objects nothing refers to."""
    for found in other_texts(paper):
        what = f"names {quote(found.text)}" if found.is_name else f"holds {quote(found.text)}"
        message = f"A text inside the file ({found.where}) {what}."
        code = "named" if found.is_name else "identifies"
        hit = _hit(paper, code, message, found.evidence, found.confidence)
        if all(field.key == PROFILE for field in found.fields):
            hit = msgspec.structs.replace(hit, fix=_PROFILE_FIX)
        yield Told(hit, found.fields)


def _of_fonts(paper: Paper) -> Iterator[Told]:
    """Fonts that are called after somebody."""
    for found in named_fonts(paper):
        message = f"A font of the file is called after {found.name}: “{found.font}”."
        evidence = "; ".join((found.font, *(field.value for field in found.notices)))
        hit = _hit(paper, "named", message, evidence, Confidence.POSSIBLE)
        # No program can take a name out of a font.
        yield Told(msgspec.structs.replace(hit, fix=_FONT_FIX), ())


def _hit(paper: Paper, code: str, what: str, evidence: str, confidence: Confidence) -> Hit:
    return Hit(
        code=code,
        message=what,
        evidence=evidence,
        fix=f"Rename it in the source and build the PDF again, or run this:\n\n{scrubbing(paper)}",
        confidence=confidence,
        where=Location(file=paper.file),
    )


def _of_field(paper: Paper, code: str, what: str, field: MetadataField, confidence: Confidence) -> Told:
    return Told(_hit(paper, code, what, field.value, confidence), (field,))


def _identifying(paper: Paper) -> Iterator[Told]:
    replaced = any(field.key in _REPLACED for field in paper.internal_names)
    shown = _squeezed("".join(line.text for page in paper.pages for line in page.lines)) if replaced else ""
    # What stands on the page is judged there.
    fields = [
        MetadataField(field.place, "text", field.value)
        for field in paper.internal_names
        if field.place != "digital signature" and not (field.key in _REPLACED and _squeezed(field.value) in shown)
    ]
    for hit in gather(fields):
        if hit.code in ("email", "orcid", "path"):
            where = ", ".join(dict.fromkeys(field.place for field in hit.fields))
            message = f"A name inside the file ({where}) holds {hit.quoted()}."
            evidence = "; ".join(dict.fromkeys(field.value for field in hit.fields))
            yield Told(_hit(paper, "identifies", message, evidence, hit.confidence), tuple(hit.fields))
    names = _known_names(paper)
    for field in fields:
        named = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(field.value[:400]))]
        if named:
            message = f"A name inside the file ({field.place}) is an author's by the metadata: {quote(field.value)}."
            yield _of_field(paper, "author-name", message, field, Confidence.LIKELY)


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())


def _known_names(paper: Paper) -> list[str]:
    """Full names that author fields of the document's metadata give, folded."""
    hits = [hit for hit in gather(paper.metadata) if hit.code == "person"]
    return [name for hit in hits for name in hit.texts if " " in name and len(name) > 6]


def _credited(paper: Paper) -> Iterator[Told]:
    for field in credited(paper):
        message = f"A text inside the file ({field.place}) credits a person: {quote(field.value)}."
        yield _of_field(paper, "credit", message, field, Confidence.LIKELY)


def _bookmarked(paper: Paper) -> Iterator[Told]:
    """Bookmarks, page labels, layers and destinations that name people or an institution which no page names."""
    for field, names in (*shown_beside(paper), *destinations(paper)):
        what = SHOWN_BESIDE.get(field.place, "link's destination")
        message = f"A {what} names {', '.join(names[:3])}, whom no page names: {quote(field.value)}."
        yield _of_field(paper, "bookmark", message, field, Confidence.POSSIBLE)


def _described(paper: Paper) -> Iterator[Told]:
    for field, names in described(paper):
        what = "An alternative text" if field.place == "tags" else f"A text inside the file ({field.place})"
        message = f"{what} names {', '.join(names[:3])}, whom no page names: {quote(field.value)}."
        yield _of_field(paper, "named", message, field, Confidence.POSSIBLE)


def _signed(paper: Paper) -> Iterator[Told]:
    for field in paper.internal_names:
        if field.place != "digital signature":
            continue
        signs = field.key in ("Name", "ContactInfo") and "/" not in field.value and bool(persons(field.value))
        if signs or any(True for _ in (*traces(field), *names_told(field, paper))):
            message = f"The PDF is digitally signed, and the signature names {quote(field.value)}."
            yield _of_field(paper, "signature", message, field, Confidence.LIKELY)


def _own_works(paper: Paper) -> Iterator[Told]:
    keys = own_keys(paper)
    if keys:
        shown = "; ".join(field.value for field in keys[:10])
        message = f"A citation's key inside the file says that the cited work is the authors' own: “{shown}”."
        yield Told(_hit(paper, "own-work", message, shown, Confidence.POSSIBLE), tuple(keys))
