"""ANON014: the authors, where a list of them is given, anywhere in the submission."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Named, Severity, Skipped
from faimi_check.model.paper import MetadataField
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.anonymity.lists.initials_alone import MOST_AUTHORS, initials_in
from faimi_check.rules.anonymity.lists.named_in_prose import given_alone, in_places, places_in
from faimi_check.rules.naming.identity import emails, fold
from faimi_check.rules.naming.people.author_forms import forms_of
from faimi_check.rules.naming.people.misread import misread_in
from faimi_check.rules.naming.people.name_forms import Form, NameForms, Sighting, is_cited
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.surfaces import Kind, Surface, surfaces
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule

_CONTEXT = 90
_MAX_AUTHORS = 5_000
# What another rule tells of these is told there; of the rest one is.
_TIMES = 6
_CODES = {
    Form.FULL: "name",
    Form.INITIALS: "name",
    Form.INVERTED: "name",
    Form.EMAIL: "email",
    Form.HANDLE: "handle",
    Form.SURNAME: "surname",
    Form.GIVEN: "surname",
    Form.MISREAD: "name",
    Form.AFFILIATION: "affiliation",
    Form.ALONE: "initials",
}
_SURE = {
    Form.FULL: Confidence.CERTAIN,
    Form.EMAIL: Confidence.CERTAIN,
    Form.INITIALS: Confidence.LIKELY,
    Form.INVERTED: Confidence.LIKELY,
    Form.HANDLE: Confidence.LIKELY,
    Form.SURNAME: Confidence.POSSIBLE,
    Form.GIVEN: Confidence.POSSIBLE,
    Form.MISREAD: Confidence.POSSIBLE,
    Form.AFFILIATION: Confidence.POSSIBLE,
    Form.ALONE: Confidence.POSSIBLE,
}


@rule(
    "ANON014",
    "known-author",
    part=Part.SUBMISSION,
    codes={
        "name": Severity.ERROR,
        "email": Severity.ERROR,
        "handle": Severity.ERROR,
        "surname": Severity.WARNING,
        "affiliation": Severity.WARNING,
        "initials": Severity.WARNING,
    },
    needs={Aspect.TEXT, Aspect.METADATA, Aspect.READMES, Aspect.VIDEOS},
)
def known_author(submission: Submission, _: NoParameters) -> RuleResults:
    """An author of the given list is named somewhere in the paper or supplement.

    Why
        Who knows the names finds what no pattern finds: a name in a figure, a login in a path, a tag in a video.

    How it decides
        Names are compared without accents and case, in full, with initials, surname first, divided over lines, and
        as logins made of them ("jdoe"). They are looked for in the text outside reference lists, running heads,
        hidden text, links, metadata of the PDF and of its figures, notes, any other string of the file and the notices
        of its fonts (there whole names only), earlier revisions, file names, in the supplement's names, READMEs, video
        tags and those of its PDFs that were read, and in pictures and frames where those were read, also where a
        letter was taken for another. A name that is cited ("Doe et al. [3]", "J. Doe (2020)") is no finding. A surname
        alone counts where it is no common word of the paper and no cited author's; it is a warning, as is a house, and
        so are a given name alone that people's deeds or a question stand beside, and initials alone in the name of a
        file or folder, unless they are a word or an abbreviation of the paper. A home folder or login that is made of
        an author's name counts also where the name is cited.
        What another rule tells of the same place is told there, as of a listed author and as surely.

    When it can be wrong
        Somebody else of the same name; a person thanked or described who is no author.

    Fix
        Remove the name, address or login from the place that the finding shows.
    """
    if not submission.authors:
        yield Skipped("No author list was given (--authors FILE).")
        return
    forms = [forms_of(author) for author in submission.authors[:_MAX_AUTHORS]]
    ordinary = _ordinary_words(submission)
    seen: set[tuple[str, str, Location]] = set()
    times: Counter[str] = Counter()
    for surface in surfaces(submission):
        if not surface.text:
            continue
        for person, sighting in _sightings(surface, forms, ordinary):
            named = _named(surface, person, sighting)
            times[named.told] += 1
            # What stands anywhere else in the file is often a copy.
            most = 1 if surface.kind is Kind.STRAY else _TIMES
            hit = _hit(surface, person, sighting, named)
            # Two forms of a name may be the same letters.
            if times[named.told] <= most and (spot := (named.told, surface.place, hit.where)) not in seen:
                seen.add(spot)
                yield hit
    for surface, person, start, end in initials_in(submission, surfaces(submission), forms):
        alone = Sighting(Form.ALONE, surface.text[start:end], start, end)
        yield _hit(surface, person, alone, _named(surface, person, alone))


def naming_fields(fields: Iterable[MetadataField], submission: Submission) -> Iterator[MetadataField]:
    """Those of the fields that name one of the submission's authors, as the rule looks for them in metadata."""
    names_an_author = _finder(submission)
    return (field for field in fields if names_an_author(Surface(Kind.FIELD, field.place, field.value, Location())))


def names_author(name: str, submission: Submission) -> bool:
    """Whether a file's name names one of the submission's authors."""
    return _finder(submission)(Surface(Kind.NAME, "a file's name", name, Location()))


def _finder(submission: Submission) -> Callable[[Surface], bool]:
    if not submission.authors:
        return lambda _: False
    forms = [forms_of(author) for author in submission.authors[:_MAX_AUTHORS]]
    ordinary = _ordinary_words(submission)
    return lambda surface: next(_sightings(surface, forms, ordinary), None) is not None


def _ordinary_words(submission: Submission) -> frozenset[str]:
    """Words that the papers use in lower case, and all words of their reference lists: cited authors are no leak."""
    pdfs = [pdf.paper for supplement in submission.supplements for pdf in supplement.pdfs]
    papers = [paper for paper in (submission.paper, *pdfs) if paper is not None]
    cited = (fold(entry.text) for paper in papers for listed in paper.parts.references for entry in listed.entries)
    words = {word.strip(".,:;()") for text in cited for word in text.split()}
    return frozenset(words.union(*map(vocabulary, papers)))


def _sightings(
    surface: Surface, forms: list[NameForms], ordinary: frozenset[str]
) -> Iterator[tuple[NameForms, Sighting]]:
    folded = fold(surface.text)
    printed = surface.text if len(folded) == len(surface.text) else _aligned(surface.text)
    folded = folded if printed is surface.text else fold(printed)
    if len(printed) != len(folded):
        printed = folded
    # An address in a brace group, or spelt with "at", does not stand in the text as it stands in the list.
    addresses = {item.value: item for item in emails(surface.text)}
    in_prose = surface.kind is Kind.PROSE
    places = places_in(folded) if in_prose else []
    for person in forms:
        found = [
            one
            for one in person.named_in(folded, printed if in_prose and printed != folded else None)
            if not (in_prose and is_cited(folded, one))
        ]
        if addresses and not found:
            here = (addresses[address.lower()] for address in person.author.emails if address.lower() in addresses)
            found = [Sighting(Form.EMAIL, item.text, item.start, item.end) for item in here]
        lesser = [*in_places(places, person)]
        if in_prose and len(forms) <= MOST_AUTHORS:
            lesser += given_alone(printed, person)
        found += [one for one in lesser if not any(one.start < other.end and other.start < one.end for other in found)]
        yield from ((person, one) for one in found)
        if not found:
            misread = misread_in(folded, person) if surface.read_off else None
            if misread is not None and not is_cited(folded, misread):
                yield person, misread
                continue
            # Whoever else bears the surname drew the font, or wrote the package.
            if surface.kind is not Kind.STRAY and (other := _lesser(surface, person, folded, printed, ordinary)):
                yield person, other


def _aligned(text: str) -> str:
    """The text with each letter that folds to several or none replaced by what it folds to, capitals kept."""
    pieces = []
    for char in text:
        bare = fold(char)
        pieces.append(char if len(bare) == 1 else bare.capitalize() if char.isupper() else bare)
    return "".join(pieces)


def _lesser(
    surface: Surface, person: NameForms, folded: str, printed: str, ordinary: frozenset[str]
) -> Sighting | None:
    """A handle, a surname alone or an affiliation."""
    if surface.kind is Kind.NAME:
        found = person.in_name(folded)
        return None if found and found.form is Form.SURNAME and person.surname in ordinary else found
    if person.surname and person.surname not in ordinary:
        alone = person.surname_alone(folded, printed) if any(name in folded for name in person.surnames) else None
        if alone is not None:
            return alone
    if surface.kind is Kind.FIELD:
        handle = person.in_name(folded) if len(folded) < 400 else None
        if handle is not None and handle.form is Form.HANDLE:
            return handle
    return person.affiliation_in(folded)


def _hit(surface: Surface, person: NameForms, sighting: Sighting, named: Named) -> Hit:
    at_most = Confidence.LIKELY if surface.read_off else Confidence.CERTAIN
    apart = "" if named.context == named.text else f", in “{named.context}”"
    return Hit(
        code=_CODES[sighting.form],
        message=f"{person.author.printed or sighting.text}: {sighting.form.value} in {surface.place}.",
        fix="Remove it from there; in the text, speak of the person as of somebody else.",
        confidence=min(_SURE[sighting.form], at_most, key=lambda one: one.rank),
        evidence=f"{named.text}{apart}"[:EVIDENCE_LIMIT],
        where=surface.location(sighting.start, sighting.end),
        named=named,
    )


def _named(surface: Surface, person: NameForms, sighting: Sighting) -> Named:
    who = person.author.printed or sighting.text
    span = surface.text[sighting.start : sighting.end]
    return Named(
        who=who,
        form=sighting.form.value,
        # As it is printed, where the text was compared without accents and capitals.
        text=span if fold(span) == fold(sighting.text) else sighting.text,
        place=surface.place,
        context=_words_round(surface.text, sighting.start, sighting.end),
        told=f"{who} {sighting.form} {surface.place if surface.kind is Kind.PROSE else hash(surface.text)}",
    )


def _words_round(text: str, start: int, end: int) -> str:
    """The span with the whole words within reach of it."""
    first, last = max(0, start - _CONTEXT), end + _CONTEXT
    before, after = text[first:start], text[end:last]
    if first > 0 and " " in before:
        before = before[before.index(" ") :]
    if last < len(text) and " " in after:
        after = after[: after.rindex(" ")]
    return f"{before}{text[start:end]}{after}".strip()
