"""ANON002: e-mail addresses on the pages and in the targets of links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from faimi_check.model.bands import Bands
from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity
from faimi_check.model.page import Box
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import Identifier, LinkClass, classify_link, emails, fold
from faimi_check.rules.naming.identity.email import hides_person
from faimi_check.rules.naming.text.placed import Found, find_in_paper
from faimi_check.rules.naming.text.prose import reference_lines
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule
from faimi_check.rules.tables import listed

# Lines.
_NEAR = 2
_NONE = Bands(())


def _whole(found: Iterable[Found]) -> list[Found]:
    """Without what is only the end of a longer address that begins on the line before, and once a brace group."""
    kept: list[Found] = []
    known: set[tuple[str, LineRef]] = set()
    on_line: dict[LineRef, list[str]] = defaultdict(list)
    for item in sorted(found, key=lambda found: (-len(found.identifier.text), found.first)):
        value, (page, line) = item.identifier.value, item.first
        near = (other for at in range(line - _NEAR, line + _NEAR + 1) for other in on_line.get(LineRef(page, at), ()))
        if (item.identifier.text, item.first) not in known and not any(_tail_of(value, other) for other in near):
            kept.append(item)
            known.add((item.identifier.text, item.first))
            on_line[item.first].append(value)
    return sorted(kept, key=lambda found: found.first)


def _tail_of(short: str, long: str) -> bool:
    return short != long and (long.endswith(short) or long.startswith(short))


@rule(
    "ANON002",
    "email",
    part=Part.PAPER,
    codes={"email": Severity.ERROR, "unclear": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def email(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """An e-mail address is printed in the paper.

    Why
        An address names a person or an institution, usually both.

    How it decides
        Addresses are looked for outside the reference list, in running heads and in the targets of links, also in
        brace groups ("{a,b}@x-y.de"), spelt out ("a (at) b.de"), and broken over lines with or without a hyphen.
        Placeholders (email@anonymized.com, name@example.com), templates' and publishers' addresses are no finding;
        nor are measures such as CPU@3.40GHz. One that names nobody at an institution's domain (anonymous@umc-x.nl) is
        a warning. Outside the author section, addresses inside figures and tables and
        those of an office (info@...) are a warning, since they may be somebody else's; so are those of invented
        people (john.doe@...) anywhere.

    When it can be wrong
        An address of somebody else, for instance of those who hand out a data set, is reported as well.

    Fix
        Remove the address until the final version.
    """
    paper = paper_of(submission)
    printed = [item for item in _whole(find_in_paper(paper, emails)) if not _of_third_party(item.identifier)]
    section = frozenset(facts_of(paper).author_section.refs)
    for item in printed:
        doubt = _doubt(item, item.first in section)
        yield Hit(
            code="unclear" if doubt else "email",
            message=f"{doubt}: please look." if doubt else "An e-mail address is printed.",
            fix="Remove the address until the final version.",
            confidence=Confidence.POSSIBLE if doubt else item.identifier.confidence,
            evidence=item.identifier.text[:EVIDENCE_LIMIT],
            where=item.where,
        )
    yield from _mail_links(paper, {item.identifier.value for item in printed})


def _of_third_party(item: Identifier) -> bool:
    domain = item.value.rpartition("@")[2]
    return classify_link(f"https://{domain}/") in (LinkClass.THIRD_PARTY, LinkClass.ANONYMOUS) and not domain.endswith(
        ("ibm.com", "google.com", "microsoft.com", "nvidia.com", "intel.com", "apple.com", "amd.com")
    )


def _doubt(item: Found, of_authors: bool) -> str:
    """Why an address may be nobody's or somebody else's; empty where it is the authors'.

    An office's address in the author section names their institution.
    """
    local = fold(item.identifier.value.partition("@")[0])
    if hides_person(local):
        return "An e-mail address names nobody, but its domain is an institution's"
    if local in listed("domains", "example_locals"):
        return "An e-mail address looks like an example"
    if of_authors:
        return ""
    if item.in_float:
        return "An e-mail address stands in a figure or table"
    if local in listed("domains", "role_locals"):
        return "An e-mail address is an office's or a service's, perhaps not the authors'"
    return ""


def _mail_links(paper: Paper, printed: set[str]) -> Iterator[Hit]:
    """Addresses that a click opens but no line prints."""
    references = _reference_boxes(paper)
    for page in paper.pages:
        for link in page.links:
            if not link.target.lower().startswith("mailto:") or references.get(page.number, _NONE).touch(link.box):
                continue
            for item in emails(link.target[:500]):
                if item.value not in printed:
                    printed.add(item.value)
                    yield Hit(
                        code="email",
                        message="A link opens an e-mail to an address that the page does not print in full.",
                        fix="Remove the link (hyperref's \\href{mailto:...}).",
                        evidence=link.target[:EVIDENCE_LIMIT],
                        where=Location(file=paper.file, page=page.number, bbox=tuple(link.box)),
                    )


def _reference_boxes(paper: Paper) -> dict[int, Bands]:
    boxes: dict[int, list[Box]] = {}
    for ref in reference_lines(paper):
        boxes.setdefault(ref.page, []).append(paper.pages[ref.page - 1].lines[ref.line].box)
    return {page: Bands(cited) for page, cited in boxes.items()}
