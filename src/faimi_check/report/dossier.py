"""What is known of the submissions of a run besides their reports."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import msgspec

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.report import SubmissionReport, Venue
from faimi_check.model.submission import KnownAuthor
from faimi_check.report.changes import Earlier, change_of
from faimi_check.report.letters import mail
from faimi_check.report.letters.mail_templates import Kind
from faimi_check.report.letters.mail_together import as_one, decision_on_all, kind_of_all
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

    def part(self, ids: Iterable[str]) -> Dossier:
        """What is to be known of these submissions by whoever puts parts of a run together.

        What chairs decided stays whole: whether something is uploaded or written may hang on another paper.
        """
        authors = {id: self.authors[id] for id in ids if id in self.authors}
        return msgspec.structs.replace(self, authors=authors, before=None if self.before is None else {})

    def together(self, others: Iterable[Dossier]) -> Dossier:
        """This part with what the others know."""
        whole = self
        for other in others:
            whole = msgspec.structs.replace(
                whole,
                authors={**whole.authors, **other.authors},
                numbers={**whole.numbers, **other.numbers},
                decisions={**whole.decisions, **other.decisions},
                decided=whole.decided or other.decided,
                before=other.before if whole.before is None else whole.before,
            )
        return whole

    def kind_of_letter(self, report: SubmissionReport) -> Kind | None:
        """What the authors of a submission are to be written."""
        return mail.kind_of(report, self.decisions.get(report.id), decided=self.decided)

    def letter(
        self,
        number: str,
        papers: Sequence[SubmissionReport],
        venue: Venue,
        held: Container[str],
        silent: list[str],
    ) -> mail.Letter | None:
        """The one text on a submission, whose reports are those on its `papers`, if its authors are written to.

        What is to be written and has nothing to say is added to `silent`. Those that are `held` are not spoken of.
        """
        kinds = {each.id: None if each.id in held else self.kind_of_letter(each) for each in papers}
        kind = kind_of_all(list(kinds.values()))
        if kind is None:
            return None
        meant = [each for each in papers if kinds[each.id] is not None]
        decision = decision_on_all([self.decisions.get(each.id) for each in meant])
        whole = meant[0] if len(papers) == 1 else as_one(number, meant)
        authors = self.authors.get(papers[0].id, ())
        letter = mail.compose(whole, venue, kind, self.wording, authors, decision)
        if letter is None:
            silent.append(whole.id)
        return letter

    def held(self) -> frozenset[str]:
        """The papers about whose rejection nothing is written yet: others of the same submission are not rejected."""
        papers = (id for ids in divided(self.decisions, self.numbers).values() for id in ids)
        return frozenset(id for id in papers if (one := self.decisions.get(id)) and one.ruling is Ruling.DESK_REJECT)

    def compared(self, report: SubmissionReport) -> SubmissionReport:
        """The report with what has changed since the earlier run, with nothing of the kind where none is compared."""
        change = None if self.before is None else change_of(report, self.before.get(report.id))
        return msgspec.structs.replace(report, change=change)
