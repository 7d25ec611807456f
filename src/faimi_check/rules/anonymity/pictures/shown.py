"""ANON023: names, addresses and patients' data in the paper's pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from faimi_check.model.burned_in import GETTING_EXTRA
from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity, Skipped, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.pictured.matter import Tells
from faimi_check.rules.naming.pictured.wording import WORDS, Shown, shown_in
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

NOT_READ = f"Pictures were not read, because of --pictures never or because the extra is missing ({GETTING_EXTRA})."
_FIX = (
    "Blur it or paint it over in the picture file itself, and make the PDF again; a box drawn over it in the PDF "
    "leaves the picture below as it is."
)
_PRIVACY = " Whoever wrote the paper, a patient's data may not be shown."


@rule(
    "ANON023",
    "picture-identifies",
    part=Part.PAPER,
    codes={
        "contact": Severity.ERROR,
        "login": Severity.ERROR,
        "person": Severity.ERROR,
        "institution": Severity.WARNING,
        "patient": Severity.WARNING,
        "code": Severity.ERROR,
        "funding": Severity.WARNING,
    },
    requires={"DOC001"},
)
def picture_identifies(submission: Submission, _: NoParameters) -> RuleResults:
    """A picture in the paper shows a name, an address or a patient's data.

    Why
        No search finds what is part of a picture, but every reviewer reads it: the hospital in the banner of a scan,
        the login in a screenshot, the address in a browser's bar, the QR code on a poster.

    How it decides
        Only with the extra `pictures`. Raster images are read as they lie in the file, also where the page crops or
        covers them; pages without text and figures whose letters are outlines as they are shown. What is read goes to
        the matcher that judges the text: e-mail addresses, ORCID iDs, links, logins and paths; names with a label or
        title, lists of names, and a name that is a line of its own; institutions, unless the paper's text names them
        too or a public data set stands beside them; who paid; a patient's name, number and date of birth; what QR and
        bar codes say. Labels and their values are put together by where they stand. Labels, measures, makers of devices
        and placeholders are nothing. A reading is never more than likely.

    When it can be wrong
        Letters are misread, or a picture out of a public data set shows whom it was published with. Cyrillic,
        Korean, Arabic and all other letters but Latin, Chinese and Japanese ones are not read, handwriting hardly;
        faces and logos without words are not told.

    Fix
        Blur or paint it over in the picture file itself. A box drawn over it in the PDF leaves the picture below as it
        is.
    """
    paper = paper_of(submission)
    if paper.burned_in is None:
        yield Skipped(NOT_READ)
        return
    for shown in _told(paper, shown_in(paper.burned_in.pictures, vocabulary(paper))):
        yield _hit(paper, shown)
    if paper.burned_in.why:
        left = f"{paper.burned_in.left} of its pictures were" if paper.burned_in.left else "Its pictures were"
        yield Undecided(f"{left} not read: {paper.burned_in.why}.")


def _told(paper: Paper, found: Iterable[Shown]) -> Iterator[Shown]:
    """What is told: not a house alone that the text names, but beside something else in the same picture."""
    pictures: dict[int, list[Shown]] = {}
    for shown in found:
        pictures.setdefault(id(shown.picture), []).append(shown)
    for together in pictures.values():
        named = [one for one in together if one.tells is Tells.INSTITUTION and _is_said_anyway(paper, one)]
        others = [one for one in together if one not in named]
        if others:
            yield others[0].with_beside(text for one in named for text in one.texts)
            yield from others[1:]


def _is_said_anyway(paper: Paper, shown: Shown) -> bool:
    """Whether the paper's text names the institution, so that rules on the text judge whose it is."""
    said = " ".join(fold(line.text) for page in paper.pages for line in page.lines)
    return all(fold(text) in said for text in shown.texts)


def _hit(paper: Paper, shown: Shown) -> Hit:
    picture = shown.picture
    what = "The scanned text" if picture.is_page else "A picture"
    again = f" ({shown.again} more pictures show it)" if shown.again else ""
    unsure = " That is not sure: please look." if shown.confidence is Confidence.POSSIBLE else ""
    privacy = _PRIVACY if shown.tells is Tells.PATIENT else ""
    return Hit(
        code=shown.tells.value,
        message=f"{what} on page {picture.page} shows {WORDS[shown.tells]}: {shown.quoted}{again}{shown.quoted_beside}."
        f"{unsure}{privacy}",
        fix=_FIX,
        confidence=shown.confidence,
        evidence="; ".join((*shown.texts, *shown.beside))[:EVIDENCE_LIMIT],
        where=Location(file=paper.file, page=picture.page, bbox=tuple(round(side, 1) for side in shown.box)),
    )
