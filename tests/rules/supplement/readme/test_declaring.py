"""PDFs that a README declares as copies of cited, unpublished papers."""

from __future__ import annotations

import pytest

from faimi_check.model.supplement import Readme
from faimi_check.rules.supplement.readme.declaring import declared_pdfs

DECLARED = [
    "cited.pdf\n  Anonymized copy of reference [14], which is not published yet.",
    "The file cited.pdf is the anonymised version of a paper under review that we cite as [3].",
    "cited.pdf: anonymisierte Fassung der zitierten, noch nicht veröffentlichten Arbeit [7]",
    "cited.pdf 为所引用的未发表论文（匿名）。",
]
NOT_DECLARED = [
    "cited.pdf: additional results",
    "other.pdf: anonymized copy of reference [14], unpublished",
    "cited.pdf: tables\n\nAnonymized copy of an unpublished paper: other.pdf",
    "uncited.pdf: anonymized copy of reference [14], unpublished",
    "",
]


@pytest.mark.parametrize("text", DECLARED)
def test_declared(text: str) -> None:
    assert declared_pdfs([Readme(member="README.txt", text=text, encoding="utf-8")], ["docs/cited.pdf"]) == (
        "docs/cited.pdf",
    )


@pytest.mark.parametrize("text", NOT_DECLARED)
def test_not_declared(text: str) -> None:
    assert declared_pdfs([Readme(member="README.txt", text=text, encoding="utf-8")], ["cited.pdf"]) == ()
