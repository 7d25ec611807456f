"""Each venue passes a paper in its layout and says of three breaches what is wrong, in words that are right for it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from faimi_check.engine import check
from faimi_check.model.paper import Paper
from faimi_check.model.report import Outcome, SubmissionReport, Verdict
from faimi_check.model.submission import Submission
from faimi_check.reading.paper import read_paper
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


@cache
def paper(name: str) -> Paper:
    return read_paper(FIXTURES / f"{name}.pdf", f"{Path(name).name}.pdf")


@cache
def judged(venue: str, name: str) -> SubmissionReport:
    return check(Submission(id=name, paper=paper(name)), load(venue))


PASSING = [
    ("acl-arr", "venues/acl"),
    ("acl-arr", "venues/acl-long"),
    ("acl-arr-short", "venues/acl"),
    ("care-2025", "papers/compliant"),
    ("climem-2026", "papers/compliant"),
    ("cmrxrecon-2026", "papers/compliant-times"),
    ("cvpr-2026", "venues/cvpr"),
    ("eccv-2026", "venues/eccv"),
    ("eccv-2026", "papers/compliant-lineno"),
    ("emerge-2025", "papers/compliant"),
    ("emerge-2025-camera-ready", "venues/shapemi"),
    ("faimi-2026", "papers/compliant"),
    ("iclr-2026", "venues/iclr"),
    ("iclr-2026", "venues/iclr-statements"),
    ("icml-2026", "venues/icml"),
    ("miccai-2026", "papers/compliant"),
    ("midl-2026", "venues/midl-long"),
    ("midl-2026-short", "venues/midl"),
    ("neurips-2026", "venues/neurips"),
    ("neurips-2026", "venues/neurips-notice"),
    ("shapemi-2026", "venues/shapemi"),
    ("unsure-2025", "papers/compliant"),
]


@pytest.mark.parametrize(("venue", "name"), PASSING)
def test_a_paper_in_the_venues_layout_passes(venue: str, name: str) -> None:
    report = judged(venue, name)
    assert [f"{one.rule}/{one.code}: {one.message}" for one in report.findings] == []
    assert [result.rule for result in report.rules if result.outcome is Outcome.UNDECIDED] == []
    assert report.verdict is Verdict.PASS


LAYOUT = "papers/compliant-shortrefs"
BREACHES = [
    ("acl-arr", LAYOUT, "LNCS001/columns", "The text is set in 1 column; the ACL template has 2 columns."),
    ("acl-arr", "venues/acl-no-limitations", "REQ001/missing", "No heading was found for limitations"),
    ("acl-arr", "venues/acl-no-limitations", "ANON001/named", "names Ingrid Lyngby"),
    ("acl-arr-short", "venues/acl-long", "LEN001/content-over", "only pages 1 to 4 may hold anything but references"),
    ("acl-arr-short", "venues/acl-no-limitations", "REQ001/missing", "No heading was found for limitations"),
    ("acl-arr-short", LAYOUT, "LNCS002/body", "the ACL template has 11 pt"),
    ("climem-2026", "papers/content-on-9", "LEN001/content-over", "only pages 1 to 8"),
    ("climem-2026", "papers/article-class", "LNCS001/width", "the 122 mm of LNCS"),
    ("climem-2026", "papers/author-block", "ANON001/named", "names Ingrid Lyngby"),
    ("cmrxrecon-2026", "papers/eleven-pages", "LEN001/total-over", "1 more than the 10 allowed"),
    ("cmrxrecon-2026", "papers/body-8pt", "LNCS002/body", "LNCS has 10 pt"),
    ("cmrxrecon-2026", "papers/author-block", "ANON002/email", "e-mail"),
    ("cvpr-2026", "venues/cvpr-long", "LEN001/content-over", "only pages 1 to 8 may hold anything but references"),
    ("cvpr-2026", "venues/cvpr-named", "ANON001/named", "names Ingrid Lyngby"),
    ("cvpr-2026", LAYOUT, "LNCS001/columns", "The text is set in 1 column; the CVPR template has 2 columns."),
    ("cvpr-2026", LAYOUT, "LNCS004/typeface", "the CVPR template uses Times"),
    ("cvpr-2026", LAYOUT, "REQ003/missing", "does not show its number; the call wants it shown"),
    ("cvpr-2026", LAYOUT, "REQ002/missing", "not numbered; the call wants numbered lines"),
    ("eccv-2026", "papers/author-block", "ANON001/named", "names Ingrid Lyngby"),
    ("eccv-2026", "papers/article-class", "LNCS001/width", "the 122 mm of the ECCV template"),
    ("eccv-2026", "papers/links-own", "ANON006/own", "a code host"),
    ("emerge-2025", "papers/content-on-9", "LEN001/content-over", "only pages 1 to 8"),
    ("emerge-2025", "papers/linespread-095", "LNCS003/tight", "the 12 pt of LNCS"),
    ("emerge-2025", "papers/author-block", "ANON001/named", "names Ingrid Lyngby"),
    ("emerge-2025-camera-ready", "papers/compliant", "LNCS005/authors-not-named", "are to be named here"),
    ("emerge-2025-camera-ready", "papers/article-class", "LNCS001/width", "the 122 mm of LNCS"),
    ("emerge-2025-camera-ready", "papers/appendix-after-references", "LEN001/content-over", "the first 8.5 pages"),
    ("iclr-2026", "venues/neurips-long", "LEN001/content-over", "only pages 1 to 9"),
    ("iclr-2026", "venues/iclr-named", "ANON001/named", "names Ingrid Lyngby"),
    ("iclr-2026", LAYOUT, "LNCS001/width", "the 139.7 mm of the ICLR template"),
    ("iclr-2026", "venues/neurips-notice", "LNCS001/height", "the 228.6 mm of the ICLR template"),
    ("iclr-2026", "venues/iclr-named", "REQ001/missing", "a statement on the use of language models"),
    ("icml-2026", "venues/icml-no-impact", "REQ001/missing", "an impact statement"),
    ("icml-2026", "venues/cvpr-long", "LEN001/content-over", "only pages 1 to 8"),
    ("icml-2026", "venues/cvpr-named", "ANON001/named", "names Ingrid Lyngby"),
    ("miccai-2026", "papers/acknowledgements-on-9", "LEN001/content-over", "only pages 1 to 8"),
    ("miccai-2026", "papers/wrapfig", "LNCS006/wrapped-figure", "Text runs beside"),
    ("miccai-2026", "papers/author-block", "ANON001/named", "names Ingrid Lyngby"),
    ("midl-2026", "venues/cvpr", "LNCS001/columns", "the MIDL template has 1 column"),
    ("midl-2026", "venues/cvpr", "LNCS005/authors-not-named", "are to be named here"),
    ("midl-2026", "venues/cvpr", "LNCS002/body", "the MIDL template has 11 pt"),
    ("midl-2026-short", "venues/cvpr", "LNCS001/columns", "the MIDL template has 1 column"),
    ("midl-2026-short", "venues/cvpr", "LNCS005/authors-not-named", "are to be named here"),
    ("midl-2026-short", "venues/midl-long", "LEN001/content-over", "only pages 1 to 3"),
    ("neurips-2026", "venues/neurips-long", "LEN001/content-over", "only pages 1 to 9"),
    ("neurips-2026", "venues/neurips-long", "REQ001/missing", "a checklist"),
    ("neurips-2026", LAYOUT, "LNCS003/wide", "the 11 pt of the NeurIPS template"),
    ("shapemi-2026", "papers/compliant", "LNCS005/authors-not-named", "are to be named here"),
    ("shapemi-2026", LAYOUT, "LEN003/content-under", "at least 8 pages"),
    ("shapemi-2026", "papers/article-class", "LNCS001/width", "the 122 mm of LNCS"),
    ("unsure-2025", "papers/content-on-9", "LEN001/content-over", "references and acknowledgements"),
    ("unsure-2025", "papers/article-class", "LNCS001/width", "the 122 mm of LNCS"),
    ("unsure-2025", "papers/author-block", "ANON001/named", "names Ingrid Lyngby"),
    ("care-2025", "papers/margins-geometry", "LNCS001/width", "the 122 mm of LNCS"),
    ("care-2025", "papers/body-9pt", "LNCS002/body", "LNCS has 10 pt"),
    ("care-2025", "papers/author-block", "ANON001/named", "names Ingrid Lyngby"),
]


@pytest.mark.parametrize(("venue", "name", "what", "words"), BREACHES)
def test_a_breach_is_told_in_the_right_words(venue: str, name: str, what: str, words: str) -> None:
    rule, _, code = what.partition("/")
    found = [one for one in judged(venue, name).findings if (one.rule, one.code) == (rule, code)]
    assert found
    assert any(words in one.message for one in found), [one.message for one in found]
    assert judged(venue, name).verdict is not Verdict.PASS


@pytest.mark.parametrize(("venue", "name"), sorted({(venue, name) for venue, name, _, _ in BREACHES}))
def test_no_message_speaks_of_another_venue(venue: str, name: str) -> None:
    profile = load(venue)
    said = " ".join(f"{one.message} {one.fix}" for one in judged(venue, name).findings)
    if profile.rules["LNCS001"].params.name != "LNCS":
        assert "LNCS" not in said
        assert "institute" not in said
    if profile.blind != "double" and profile.stage != "camera-ready":
        assert "camera" not in said
        assert "nonymized" not in said
