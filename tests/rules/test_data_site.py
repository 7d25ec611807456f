"""ANON015."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from .pages import codes, hits, paper

ETHICS = [
    "The study was approved by the ethics committee of Hospital Santa Lucía (No. 2021-114).",
    "This retrospective study was approved by the Institutional Review Board of Riverside Medical School.",
    "Ethical approval was granted by the Research Ethics Committee of the University of Nordhavn.",
    "All experiments were approved by the Ethics Committee of St. Brannoc Hospital, Eastmere.",
]
SITES = [
    "We collected 1200 scans at our institution, the University Hospital of Nordhavn.",
    "The in-house dataset was acquired at Nordhavn General Hospital between 2015 and 2019.",
    "We recruited 20 volunteers at the Nordhavn Institute of Imaging.",
    "Data were acquired at our hospital (Nordhavn University Hospital).",
]
UNCLEAR = [
    "Images were acquired at Eastmere University Hospital on a 3T scanner.",
    "The study was approved by our institutional review board (IRB No. 2021-0456).",
    "The trial is registered as NCT00000417.",
    "This research used UK Biobank data under application number 12345.",
]
HONEST = [
    "MIMIC-CXR holds radiographs from Beth Israel Deaconess Medical Center.",
    "The CheXpert dataset [3] was collected from Stanford Hospital.",
    "Data used in this study were obtained from the Alzheimer's Disease Neuroimaging Initiative (ADNI).",
    "We evaluate our method on scans of Eastmere General Hospital published in [3].",
    "This retrospective study was approved by the institutional review board and consent was waived.",
    "The study was approved by the local ethics committee (name withheld for review).",
    "The study was approved by the ethics committee of [removed for review], No. 2021-114.",
    "Data were collected at a university hospital (name withheld for review).",
    "All procedures followed the Declaration of Helsinki.",
    "Ethics approval was not required since all data are public.",
    "Patients were recruited at several university hospitals in Europe.",
    "The University of California Irvine repository holds tables.",
    "Universities and hospitals should work together.",
    "It was approved by the institutional review board of participating medical centers.",
]


@pytest.mark.parametrize("sentence", ETHICS)
def test_approvals_that_name_the_institution(sentence: str) -> None:
    (hit,) = hits("ANON015", paper(sentence))
    assert (hit.code, hit.confidence, hit.evidence) == ("ethics", Confidence.LIKELY, sentence)


@pytest.mark.parametrize("sentence", SITES)
def test_own_data_with_their_place(sentence: str) -> None:
    assert codes("ANON015", paper(sentence)) == ["site"]


@pytest.mark.parametrize("sentence", UNCLEAR)
def test_what_may_be_own(sentence: str) -> None:
    (hit,) = hits("ANON015", paper(sentence))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)


@pytest.mark.parametrize("sentence", HONEST)
def test_masked_and_public(sentence: str) -> None:
    assert codes("ANON015", paper(sentence)) == []


def test_what_is_unclear_is_asked_once() -> None:
    (hit,) = hits("ANON015", paper(*UNCLEAR[:3]))
    assert hit.evidence.count("|") == 2
