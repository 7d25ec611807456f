"""Keywords end where running text begins, whether or not a heading stands between."""

from __future__ import annotations

from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.parts.sections import divide

from ..typeset import BOLD, FONTS, Sheet


def test_without_a_first_heading() -> None:
    sheet = Sheet()
    sheet.line("Waiting Times in Four Wards", 14.0, font=BOLD, step=30.0)
    sheet.line("Anonymous Authors", step=30.0)
    sheet.line("Abstract. Whose findings wait is asked of four wards.", 9.0, step=11.0)
    sheet.line("Keywords: Fairness, Wards, Queues, Triage, Radiographs, Age, Sex, Night,", 9.0, step=11.0)
    sheet.line("Screening", 9.0, step=30.0)
    sheet.prose(30)
    _, parts = divide(arrange((sheet.page(),), FONTS), FONTS)
    assert [ref.line for ref in parts.keywords] == [3, 4]
