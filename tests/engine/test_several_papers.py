"""However many PDFs lie in a supplement: what rules need of each is worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from faimi_check.engine import check
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EmbeddedPdf, Supplement
from faimi_check.reading.paper import read_paper
from faimi_check.rules import memory
from faimi_check.rules.naming.facts import PaperFacts
from faimi_check.venues.loader import load

FIXTURE = Path(__file__).parents[2] / "fixtures" / "papers" / "compliant.pdf"
PROFILE = load("faimi-2026")


@pytest.fixture(autouse=True)
def room() -> Iterator[None]:
    yield
    memory.make_room(1)


def with_pdfs(number: int) -> Submission:
    paper = read_paper(FIXTURE, "p.pdf")
    pdfs = tuple(EmbeddedPdf(member=f"{at}.pdf", declared=True, paper=replace(paper)) for at in range(number))
    return Submission(id="1", paper=paper, supplements=(Supplement(file="s.zip", size=1, pdfs=pdfs),))


@pytest.mark.parametrize("number", [0, 1, 5, 8])
def test_what_is_known_of_each_is_worked_out_once(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made: Counter[int] = Counter()
    begin = PaperFacts.__init__

    def counted(self: PaperFacts, paper: Paper) -> None:
        made[id(paper)] += 1
        begin(self, paper)

    monkeypatch.setattr(PaperFacts, "__init__", counted)
    submission = with_pdfs(number)
    check(submission, PROFILE)
    assert made == Counter({id(paper): 1 for paper in submission.papers()})


def test_a_paper_alone_does_not_make_others_stay() -> None:
    kept = []

    @memory.once_a_paper
    def size_of(paper: Paper) -> int:
        kept.append(paper)
        return paper.size

    papers = [Paper(file=f"{number}.pdf", size=number) for number in range(5)]
    memory.make_room(5)
    assert [size_of(paper) for paper in papers * 2] == [0, 1, 2, 3, 4] * 2
    assert len(kept) == 5
    memory.make_room(1)
    another = Paper(file="6.pdf", size=6)
    assert (size_of(another), size_of(papers[4]), size_of(papers[0])) == (6, 4, 0)
    assert kept[5:] == [another, papers[0]]
