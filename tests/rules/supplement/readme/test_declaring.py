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


LONE = "We cite [7], which is under review elsewhere. The PDF is an anonymised copy of it."


@pytest.mark.parametrize(
    ("readme", "text", "pdfs", "declared"),
    [
        ("cited/README.txt", LONE, ["cited/7.pdf"], ("cited/7.pdf",)),
        ("README.txt", LONE, ["cited/7.pdf"], ("cited/7.pdf",)),
        ("README.txt", f"clip.mp4: H.264\n\n{LONE}", ["7.pdf"], ("7.pdf",)),
        ("cited/README.txt", LONE, ["cited/7.pdf", "more/results.pdf"], ("cited/7.pdf",)),
        ("README.txt", LONE, ["cited/7.pdf", "results.pdf"], ()),
        ("video/README.txt", LONE, ["cited/7.pdf"], ()),
        ("README.txt", "The PDF holds additional results.\n\nOur paper cites [7], under review.", ["7.pdf"], ()),
        ("README.txt", f"{LONE} It is called seven.pdf.", ["7.pdf"], ()),
    ],
)
def test_the_only_pdf_needs_no_name(readme: str, text: str, pdfs: list[str], declared: tuple[str, ...]) -> None:
    assert declared_pdfs([Readme(member=readme, text=text, encoding="utf-8")], pdfs) == declared


@pytest.mark.parametrize(
    ("pdf", "declared"),
    [
        ("cited/ref7_under_review.pdf", True),
        ("ReferenceInPress.pdf", True),
        ("Zitierte Arbeit, unveröffentlicht.pdf", True),
        ("unpublished_proofs.pdf", False),
        ("anonymous_submission_under_review.pdf", False),
        ("cited_works.pdf", False),
        ("refined_results_unpublished.pdf", False),
    ],
)
def test_a_name_that_says_what_the_file_is(pdf: str, declared: bool) -> None:
    assert declared_pdfs([], [pdf]) == ((pdf,) if declared else ())
