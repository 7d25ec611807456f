"""What a journal's narrow column beside the abstract says of the authors."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.model.page import Box, Line
from faimi_check.model.paper import Paper

from ...pages import codes, hits, paper

LABELLED = [
    ("Correspondence:", "Department of Radiology,", "University of Nordhavn,", "Estmark", "Received: 3 March 2025"),
    ("Received: 3 March 2025", "Author affiliations", "1 St. Brannoc Hospital,", "Eastmere", "Funding: none"),
    ("Citation: Doe J. Gaps (2025)", "doi: 10.5555/fx.1", "1Nordhavn University, Estmark", "2Eastmere College"),
]
HONEST = [
    ("Edited by:", "Petra Oyelaran,", "Eastmere University", "Reviewed by:", "Ilse Vega,", "Nordhavn Hospital"),
    ("Academic Editor: Petra Oyelaran,", "Eastmere University", "Received: 3 March 2025", "Accepted: 9 May 2025"),
    ("Correspondence:", "Anonymized Affiliations", "Received: 3 March 2025", "Accepted: 9 May 2025"),
    ("Citation: Gaps (2025)", "Publisher's note: all claims", "are those of the authors, not", "of their institutions"),
    ("Copyright: 2025, licensee", "Eastmere University Press,", "Eastmere", "Open access"),
]


def beside(*column: str, x: float = 20.0, width: float = 90.0, size: float = 7.0, rise: float = 14.0) -> Paper:
    """An anonymous paper with a column beside its abstract, which is 300 points wide; it begins `rise` points above."""
    submitted = paper()
    page = submitted.pages[0]
    wide = {ref.line for ref in submitted.parts.abstract}
    lines = [
        replace(line, box=line.box._replace(x1=line.box.x0 + 300)) if at in wide else line
        for at, line in enumerate(page.lines)
    ]
    top = min(page.lines[at].box.top for at in wide)
    for row, text in enumerate(column):
        box = Box(x, top + 9 * row - rise, x + width, top + 9 * row - rise + 7)
        lines.append(Line(text, box, box.bottom - 2, size, 0, False, False, ()))
    return replace(submitted, pages=(replace(page, lines=tuple(lines)),))


@pytest.mark.parametrize("column", LABELLED)
@pytest.mark.parametrize("x", [20.0, 480.0])
def test_an_institution_under_a_label_of_the_authors(column: tuple[str, ...], x: float) -> None:
    (hit,) = hits("ANON004", beside(*column, x=x))
    assert hit.code == "institution"
    assert any(
        name in hit.evidence for name in ("University of Nordhavn", "St. Brannoc Hospital", "Nordhavn University")
    )
    assert codes("ANON001", beside(*column, x=x)) == ["named"]


@pytest.mark.parametrize("column", HONEST)
@pytest.mark.parametrize("x", [20.0, 480.0])
def test_editors_reviewers_publishers_and_placeholders_are_not_the_authors(column: tuple[str, ...], x: float) -> None:
    assert codes("ANON004", beside(*column, x=x)) == []
    assert codes("ANON001", beside(*column, x=x)) == []


def test_a_correspondent_is_a_person_of_the_author_section() -> None:
    column = ("Correspondence:", "Ingrid Lyngby", "i.lyngby@uni-nordhavn.edu", "Received: 3 March 2025")
    assert codes("ANON001", beside(*column)) == ["named"]


@pytest.mark.parametrize(
    ("width", "size", "rows"), [(200.0, 7.0, 5), (90.0, 12.0, 5), (90.0, 7.0, 3)], ids=["wide", "large", "short"]
)
def test_what_is_no_narrow_column_in_small_type_is_a_line_of_contact(width: float, size: float, rows: int) -> None:
    left = beside(*LABELLED[0][:rows], x=480.0, width=width, size=size, rise=-3.0)
    assert codes("ANON004", left) == ["contact"]
