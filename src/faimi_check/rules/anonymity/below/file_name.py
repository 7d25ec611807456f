"""ANON018: what the paper's file name tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import emails, fold, is_placeholder
from faimi_check.rules.naming.people.file_names import persons_in_path
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule

_ET_AL = late(r"(?P<name>[^\W\d_]{3,60})[\W_]{0,20}et[\W_]{0,20}al(?![^\W\d_])", re.IGNORECASE)
_MIN_NAME = 4


@rule(
    "ANON018",
    "file-name",
    part=Part.PAPER,
    codes={"author": Severity.ERROR, "likely-author": Severity.WARNING},
)
def file_name(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """The paper's file name holds an author's name.

    Why
        Some systems show reviewers the name that the file was uploaded under.

    How it decides
        The name's parts are compared with the surnames and addresses of the authors where they are known (from a
        list, or printed in the author section). A known author's surname is an error; "name_et_al" is a warning, and
        where no author is known so is what looks like somebody's name ("maria_lopez_paper.pdf", "Weber_2026.pdf").

    When it can be wrong
        A surname that is also a word of the topic.

    Fix
        Rename the file, for instance to paper.pdf.
    """
    paper = paper_of(submission)
    stem = PurePath(paper.file.replace("\\", "/")).stem
    name, sure = _author_in(stem, submission.authors, paper)
    if name:
        yield Hit(
            code="author" if sure else "likely-author",
            message=f'The file name holds "{name}".',
            fix="Rename the file, for instance to paper.pdf.",
            confidence=Confidence.LIKELY if sure else Confidence.POSSIBLE,
            evidence=PurePath(paper.file.replace("\\", "/")).name,
            where=Location(file=paper.file),
        )


def _author_in(stem: str, authors: tuple[KnownAuthor, ...], paper: Paper) -> tuple[str, bool]:
    """The author's name in the file name, and whether that is sure."""
    parts = set(re.findall(r"[^\W\d_]+", fold(stem)))
    parts |= set(re.findall(r"[^\W\d_]+", fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem))))
    for item in emails(stem.replace("_", ".")):
        return item.text, True
    for name in _names(authors, paper):
        *given, surname = fold(name).split()
        if len(surname) >= _MIN_NAME and surname in parts:
            # The file names what it holds, not the person that we know from elsewhere.
            return name if parts.issuperset(given) else name.split()[-1], True
    match = _ET_AL.search(stem)
    if match and not is_placeholder(match["name"]) and fold(match["name"]) != "author":
        return match["name"], False
    if not authors:
        somebody = (person.text for person in persons_in_path(stem) if person.confidence is Confidence.LIKELY)
        return next(somebody, ""), False
    return "", False


def _names(authors: tuple[KnownAuthor, ...], paper: Paper) -> list[str]:
    known = [author.name for author in authors if author.name.strip()]
    addressed = [address.partition("@")[0] for author in authors for address in author.emails]
    return known + addressed + list(facts_of(paper).author_section.persons)
