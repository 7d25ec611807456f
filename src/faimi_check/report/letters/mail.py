"""A text to the authors of a submission, ready to be sent: to whom, about what, and each problem once."""

from __future__ import annotations

import email.message
import email.policy
import io
from collections.abc import Iterable, Mapping
from csv import writer
from email.headerregistry import Address

import msgspec
from msgspec.structs import replace

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.finding import Confidence, Severity
from faimi_check.model.proposal import Action
from faimi_check.model.report import SubmissionReport, Venue
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.formulas import kept_as_text
from faimi_check.report.letters.mail_grounds import lead, told
from faimi_check.report.letters.mail_points import installing, numbered_apart
from faimi_check.report.letters.mail_templates import Kind, fill, prints, shipped
from faimi_check.report.wording.digest import alike
from faimi_check.report.wording.escape import printable, shorten, spreadsheet_cell
from faimi_check.report.wording.words import newer_words

COLUMNS = ("id", "kind", "to", "cc", "subject", "body", "openreview")
_LONGEST_ID = 60
_LONGEST_TITLE = 200
_DRAFT = "DRAFT, not decided yet"
_KIND_OF = {Ruling.DESK_REJECT: Kind.REJECT, Ruling.MEND: Kind.MEND, Ruling.ASK: Kind.ASK}


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """How the chairs write: a template a kind, until when they want an answer, and how they sign.

    `home` is the web address of this program, `repository` that of its project, where it has them.
    """

    templates: Mapping[Kind, str] = msgspec.field(default_factory=shipped)
    deadline: str = ""
    signature: str = ""
    home: str = ""
    repository: str = ""


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One text; `to` and `cc` are people with addresses, `unreached` those of the authors who have none."""

    id: str
    kind: Kind
    to: tuple[KnownAuthor, ...]
    cc: tuple[KnownAuthor, ...]
    subject: str
    body: str
    unreached: tuple[KnownAuthor, ...] = ()

    @property
    def profiles(self) -> str:
        """The OpenReview profiles of those who have no address."""
        return ", ".join(printable(one.profile) for one in self.unreached if one.profile)


def kind_of_ruling(ruling: Ruling) -> Kind | None:
    """What the authors are to be written about what was decided; None where they are not written to."""
    return _KIND_OF.get(ruling)


def kind_of(submission: SubmissionReport, decision: Decision | None, *, decided: bool) -> Kind | None:
    """What the authors are to be written: by the decision, or, before the chairs have `decided`, by the proposal.

    Of errors that are only likely the authors are asked; a correction is wanted where one is certain.
    """
    if decision is not None and decision.ruling is not None:
        return kind_of_ruling(decision.ruling)
    proposal = submission.proposal
    if decided or proposal is None:
        return None
    if proposal.action is Action.DESK_REJECT:
        return Kind.REJECT
    if proposal.action is not Action.ASK:
        return None
    leads = [found for point in proposal.points if (found := lead(submission, point))]
    certain = any(one.severity is Severity.ERROR and one.confidence is Confidence.CERTAIN for one in leads)
    return Kind.MEND if certain else Kind.ASK


def compose(
    submission: SubmissionReport,
    venue: Venue,
    kind: Kind,
    wording: Wording,
    authors: Iterable[KnownAuthor] = (),
    decision: Decision | None = None,
) -> Letter | None:
    """The text of this kind; None where there is neither a finding nor a note of the chairs to tell the authors."""
    template = wording.templates[kind]
    note = decision.note.strip() if decision and decision.ruling and prints(template, "note") else ""
    points, more = told(submission, kind, noted=bool(note))
    if not points and not note:
        return None
    looked_at = decision is not None and decision.looked_at
    authors = tuple(authors)
    if kind is Kind.REJECT:
        # How to mend it would promise that it can still be mended.
        points, more = ([replace(finding, fix="") for finding in each] for each in (points, more))
    said, also = list(alike(points)), list(alike(more))
    main, rest = numbered_apart(said, also, installing(wording.home, wording.repository))
    text = fill(
        template,
        {
            "id": shorten(printable(submission.id), _LONGEST_ID),
            "title": shorten(printable(submission.title or ""), _LONGEST_TITLE),
            "authors": [one.printed for one in authors if one.name],
            "venue": venue.title,
            "call": venue.source,
            "count": len(said),
            "points": main,
            "more": rest,
            "deadline": wording.deadline,
            "signature": wording.signature.strip() or f"The chairs of {venue.title}",
            "note": note,
            "looked_at": looked_at,
        },
    )
    head, _, body = text.partition("\n")
    to, cc = _addressed(authors)
    subject = head.removeprefix("Subject:").strip()
    if kind is Kind.REJECT and not looked_at:
        subject = f"{_DRAFT}: {subject}"
    return Letter(
        id=submission.id,
        kind=kind,
        to=to,
        cc=cc,
        subject=subject,
        body=body.lstrip("\n"),
        unreached=tuple(one for one in authors if not one.emails),
    )


def _addressed(authors: tuple[KnownAuthor, ...]) -> tuple[tuple[KnownAuthor, ...], tuple[KnownAuthor, ...]]:
    """To the contact authors, else to all; the others in copy."""
    reachable = tuple(one for one in authors if one.emails)
    contacts = tuple(one for one in reachable if one.contact)
    return (contacts, tuple(one for one in reachable if not one.contact)) if contacts else (reachable, ())


def _addresses(people: Iterable[KnownAuthor]) -> str:
    return ", ".join(printable(one.emails[0]) for one in people)


def as_text(letter: Letter, newer: str | None = None) -> str:
    """Headers, an empty line, the text. What is for the chairs stands among the headers.

    That is whom it does not reach, and `newer`, the id of a later call of the same series.
    """
    nowhere = ", ".join(printable(one.printed) for one in letter.unreached if not one.profile)
    heads = [
        *(("To", _addresses(letter.to)), ("Cc", _addresses(letter.cc))),
        *(("OpenReview", letter.profiles), ("No address", nowhere), ("Subject", letter.subject)),
        ("Note", newer_words(newer) if newer else ""),
    ]
    return "\n".join(f"{name}: {value}" for name, value in heads if value) + f"\n\n{letter.body}"


def as_eml(letter: Letter) -> str:
    """A draft that mail programs open."""
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["X-Unsent"] = "1"
    for name, people in (("To", letter.to), ("Cc", letter.cc)):
        addresses = [address for one in people if (address := _header_address(one))]
        if addresses:
            message[name] = addresses
    message["Subject"] = letter.subject
    message.set_content(letter.body)
    return message.as_string()


def _header_address(author: KnownAuthor) -> Address | None:
    try:
        return Address(display_name=printable(author.printed), addr_spec=author.emails[0])
    except Exception:
        return None


def csv_header() -> str:
    """The header row of a table for mail merge, with the mark that tells spreadsheets its encoding."""
    return "\ufeff" + ",".join(COLUMNS) + "\r\n"


def csv_row(letter: Letter) -> str:
    """One row; the body keeps its lines, and is kept from being computed as all other cells are."""
    stream = io.StringIO()
    cells = (letter.id, letter.kind.value, _addresses(letter.to), _addresses(letter.cc), letter.subject)
    row = [*map(spreadsheet_cell, cells), kept_as_text(letter.body), spreadsheet_cell(letter.profiles)]
    writer(stream, lineterminator="\r\n").writerow(row)
    return stream.getvalue()
