"""What is known of the submissions of a run besides their reports."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.report import SubmissionReport
from faimi_check.model.submission import KnownAuthor
from faimi_check.report.changes import Earlier, change_of
from faimi_check.report.letters import mail
from faimi_check.report.letters.mail_templates import Kind
from faimi_check.report.tables.uploads import divided


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """By id: who wrote it, what the system calls it, what the chairs decided; and how they write to authors.

    `decided` says that the chairs' decisions count and no proposal does. `show_authors` puts names into the overview;
    `eml` asks for drafts that mail programs open. `before` is what an earlier run had found, None where nothing is
    compared.
    """

    authors: Mapping[str, tuple[KnownAuthor, ...]] = msgspec.field(default_factory=dict)
    numbers: Mapping[str, str] = msgspec.field(default_factory=dict)
    decisions: Mapping[str, Decision] = msgspec.field(default_factory=dict)
    decided: bool = False
    wording: mail.Wording = msgspec.field(default_factory=mail.Wording)
    eml: bool = False
    show_authors: bool = False
    before: Mapping[str, Earlier] | None = None

    def kind_of_letter(self, report: SubmissionReport) -> Kind | None:
        """What the authors of a submission are to be written."""
        return mail.kind_of(report, self.decisions.get(report.id), decided=self.decided)

    def held(self) -> frozenset[str]:
        """The papers about whose rejection nothing is written yet: others of the same submission are not rejected."""
        papers = (id for ids in divided(self.decisions, self.numbers).values() for id in ids)
        return frozenset(id for id in papers if (one := self.decisions.get(id)) and one.ruling is Ruling.DESK_REJECT)

    def compared(self, report: SubmissionReport) -> SubmissionReport:
        """The report with what has changed since the earlier run, with nothing of the kind where none is compared."""
        change = None if self.before is None else change_of(report, self.before.get(report.id))
        return msgspec.structs.replace(report, change=change)
