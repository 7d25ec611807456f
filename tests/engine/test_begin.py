"""Judging that begins with a paper's pages comes to the same as judging the whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter

from faimi_check.engine import begin, check
from faimi_check.model.finding import Hit
from faimi_check.model.not_read import NOT_READ, NotReadError
from faimi_check.model.paper import MetadataField, Paper, Structure
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.report import Outcome
from faimi_check.model.submission import Submission
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.structure import read_structure
from faimi_check.reading.surface import read_surface
from faimi_check.rules.registry import Part, RuleResults
from faimi_check.venues.loader import load

PROFILE = load("faimi-2026")
PAPERS = sorted((Path(__file__).parents[2] / "fixtures" / "papers").glob("*.pdf"))
AUTHOR = MetadataField(place="Info dictionary", key="Author", value="Ingrid Lyngby")


def surface_of(path: Path) -> Paper:
    *_, paper = read_surface(path, path.name)
    return paper


@pytest.mark.parametrize("path", PAPERS[::5], ids=lambda path: path.stem)
def test_the_same_report(path: Path) -> None:
    surface, structure = surface_of(path), read_structure(path, PdfLimits())
    whole = check(Submission(id="1", paper=surface.with_structure(structure)), PROFILE)
    submission = Submission(id="1", paper=surface.awaiting() if surface.readable else surface)
    assert submission.paper is not None
    begun = begin(submission, PROFILE)
    if surface.readable and not submission.paper.complete(structure):
        return
    assert check(submission, PROFILE, begun=begun) == whole


def test_the_same_of_a_page_that_is_shown_sideways(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(PAPERS[0].with_name("annotation-author.pdf")))
    for page in writer.pages:
        page.rotate(90)
    writer.write(tmp_path / "turned.pdf")
    surface, structure = surface_of(tmp_path / "turned.pdf"), read_structure(tmp_path / "turned.pdf", PdfLimits())
    awaiting = surface.awaiting()
    assert structure.annotations
    assert awaiting.complete(structure)
    assert awaiting == surface.with_structure(structure)


def test_most_rules_need_the_pages_alone_and_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = surface_of(PAPERS[0].with_name("compliant.pdf")).awaiting()
    submission = Submission(id="1", paper=paper)
    begun = begin(submission, PROFILE)
    assert {"LEN001", "LNCS002", "ANON001", "ANON005", "ANON007"} <= begun.keys()
    assert begun.keys().isdisjoint({"ANON008", "ANON009", "ANON010", "ANON012", "DOC003"}), "these look below the pages"
    assert begun.keys().isdisjoint({"SUP001", "VID001", "RME001"}), "and these into the supplement"
    assert paper.complete(Structure(metadata=(AUTHOR,)))
    from faimi_check.engine import runs

    ran = []
    run_rule = runs.run_rule
    monkeypatch.setattr(runs, "run_rule", lambda rule, *rest: ran.append(rule.id) or run_rule(rule, *rest))
    report = check(submission, PROFILE, begun=begun)
    assert begun.keys().isdisjoint(ran)
    assert [finding.rule for finding in report.findings] == ["ANON008"]


def test_a_rule_that_looks_below_after_a_first_hit_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def looks_late(submission: Submission, _: object) -> RuleResults:
        assert submission.paper is not None
        yield Hit(code="content-over", message="", fix="")
        if submission.paper.annotations:
            yield Hit(code="total-over", message="", fix="")

    from faimi_check.engine import judging

    late = [replace(rule, run=looks_late) if rule.id == "LEN001" else rule for rule in judging.rules()]
    monkeypatch.setattr(judging, "rules", lambda: late)
    submission = Submission(id="1", paper=Paper(file="p.pdf", size=1).awaiting())
    assert "LEN001" not in begin(submission, PROFILE)
    assert all(rule.part is Part.PAPER for rule in late if rule.id in begin(submission, PROFILE))


def test_a_paper_whose_structure_has_problems_is_not_completed() -> None:
    problem = Problem(kind=ProblemKind.DAMAGED, aspects=(Aspect.STRUCTURE,), detail="Damaged.")
    paper = Paper(file="p.pdf", size=1, page_count=3).awaiting()
    assert not paper.complete(Structure(problems=(problem,), metadata=(AUTHOR,)))
    assert not paper.complete(Structure(page_count=4)), "two readers disagree"
    assert paper.metadata is NOT_READ
    assert paper.complete(Structure(page_count=3, metadata=(AUTHOR,)))
    assert paper.metadata == (AUTHOR,)
    assert paper.annotations == ()


NOTHING: tuple[object, ...] = ()
WAYS = (
    *(list, len, bool, hash, iter),
    lambda what: NOTHING + what,
    lambda what: what + NOTHING,
    lambda what: "x" in what,
    lambda what: what == NOTHING,
)


@pytest.mark.parametrize("look", WAYS)
def test_nobody_looks_into_what_is_not_read(look: Callable[[object], object]) -> None:
    with pytest.raises(NotReadError):
        look(NOT_READ)


def test_an_unreadable_paper_is_skipped_as_ever() -> None:
    path = PAPERS[0].with_name("empty.pdf")
    report = check(Submission(id="1", paper=surface_of(path)), PROFILE, begun={})
    assert {result.outcome for result in report.rules if result.rule == "DOC001"} == {Outcome.FAILED}
