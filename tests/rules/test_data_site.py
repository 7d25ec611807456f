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


MASKED = [
    "The study was approved by the ethics committee of XXXX Hospital.",
    "Approved by the IRB of [anonymized] University.",
    "Data were collected at Hospital A and Hospital B.",
    "Our institution, Hospital A, gave the scans.",
    "The study was approved by the ethics board of *** University (blinded for review).",
    "Ethics approval was granted by the review board of Anonymous University (No. XXX).",
    "We collected scans at Site 1 and University Hospital B.",
    "The IRB of our institution approved this study.",
    "Ethical approval was obtained from the local Institutional Review Board.",
    "This study was approved by the Institutional Review Board (IRB number omitted).",
    "The study was conducted in accordance with the Declaration of Helsinki.",
    "In-house data from Center A, Center B and Center C were used.",
    "Our data were collected at [Institution name withheld].",
    "The study was approved by the ethics committee of <anonymized>.",
    "Approval by the Research Ethics Committee of ANONYMIZED was obtained.",
    "The dataset of the Beth Israel Deaconess Medical Center [4] was collected with IRB approval.",
    "MIMIC-CXR was approved by the IRB of the Beth Israel Deaconess Medical Center.",
    "We used the public data of the University of Estmark [3].",
    "Hospitals in the United States collected the data of NLST.",
    "Private data of two hospitals (Hospital 1: 400 scans; Hospital 2: 800 scans) were collected.",
    "All scans were acquired at 3T with a Siemens Skyra.",
    "Images were obtained from Siemens Healthcare scanners at two sites.",
    "We collected labels with Google Forms.",
    "Clinical Trial Units in Europe collected data.",
    "Our data were acquired on Philips Ingenia scanners.",
    "Our cohort was scanned with GE Medical Systems devices.",
    "We recruited readers by Microsoft Teams.",
    "The images were annotated by radiologists of University Hospital X.",
    "In-house CT data from an academic medical center were used.",
    "Ethics Committee Approval No. was withheld.",
    "Approval by the Central IRB (cIRB) was waived.",
    "The Institutional Review Board Statement says that approval was waived.",
]
BOARDS = [
    "The study was approved by the Nordhavn University IRB.",
    "This study was approved by the Institutional Review Board of Nordhavn Medical School (IRB-2023-04).",
    "Ethical approval was granted by the Estmark Regional Ethics Committee (2023-118).",
    "Approved by the Ethics Committee of St. Brannoc Hospital.",
    "The IRB of Nordhavn Children's Hospital waived consent.",
    "Ethics approval: Nordhavn REB #23-118.",
    "The Stanford IRB approved this retrospective study.",
    "The study protocol was approved by the Comité de Protection des Personnes Nordhavn IV.",
    "This retrospective study was approved by the Ethikkommission der Universität Nordhavn.",
    "The local ethics committee (Cantonal Ethics Commission Nordhavn, BASEC 2023-00118) approved the study.",
]
SITES = [
    "We collected 300 scans at the University Hospital of Nordhavn.",
    "Our private cohort was acquired at Hôpital Saint-Brannoc, Nordhavn.",
    "An in-house data set of the Charité was used.",
    "Data from our hospital (Klinikum Nordhavn) were collected.",
]


@pytest.mark.parametrize("sentence", MASKED)
def test_masked_boards_sites_and_makers_pass(sentence: str) -> None:
    assert hits("ANON015", paper(sentence)) == []


@pytest.mark.parametrize(
    ("code", "sentence"), [("ethics", said) for said in BOARDS] + [("site", said) for said in SITES]
)
def test_named_boards_and_sites_are_an_error(code: str, sentence: str) -> None:
    (hit,) = hits("ANON015", paper(sentence))
    assert (hit.code, hit.confidence, hit.evidence) == (code, Confidence.LIKELY, sentence)
