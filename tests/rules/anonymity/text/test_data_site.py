"""ANON015."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import codes, hits, paper, weighed

ETHICS = [
    "The study was approved by the ethics committee of Hospital Santa Lucía (No. 2021-114).",
    "This retrospective study was approved by the Institutional Review Board of Riverside Medical School.",
    "Ethical approval was granted by the Research Ethics Committee of the University of Nordhavn.",
    "All experiments were approved by the Ethics Committee of St. Brannoc Hospital, Eastmere.",
]
SITES = [
    "We collected 1200 scans at our institution, the University Hospital of Nordhavn.",
    "Density EMBED CSAW-CC In-house (University Hospital Nordhavn)",
    "Site 7, 43 patients, 3 T, ours (Klinikum rechts der Estau)",
    "The in-house dataset was acquired at Nordhavn General Hospital between 2015 and 2019.",
    "We recruited 20 volunteers at the Nordhavn Institute of Imaging.",
    "Data were acquired at our hospital (Nordhavn University Hospital).",
]
UNCLEAR = [
    "Rates are given for the public data and for our three home hospitals: KVERN, BREKK and Tveitvik.",
    "The scans come from our hospital, which houses the only centre for heart disease of children in Iceland.",
    "Our institution is the largest burns centre of the Baltic states and of Estonia.",
    "Images were acquired at Eastmere University Hospital on a 3T scanner.",
    "The study was approved by our institutional review board (IRB No. 2021-0456).",
    "The trial is registered as NCT00000417.",
    "KALVA (NCT04417708) recruited 300 women, whose films we read.",
    "This research used UK Biobank data under application number 12345.",
]
HONEST = [
    "The trial that we re-analyse was registered by its sponsor as NCT04417708, and its protocol is in print.",
    "The board of the original trial (Regional Ethics Board in Brekk, 2012/0412, as given in its report) agreed.",
    "Rates are given for our two local sites, Siemens and Philips, and for the public data.",
    "Rates are given for our two home hospitals, North and South, and for the public data.",
    "Rates are given for our two home hospitals, A and B, and for the public data.",
    "The Kvernheim trial (KALVA, NCT04417708) randomised nine thousand men, but its report is short.",
    "The KALVA investigators registered their trial as NCT04417708, which let us compare plans with reports.",
    "Knees of the Nordhavn Gait Trial (NCT00047385) were lent to us; we are grateful to its sponsor for access.",
    "Films come from a trial (NCT00002540) whose investigators took no part in this paper.",
    "Scans of the OAI (NCT00080171) were read by two readers.",
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
    "Halden's group has begun a trial (NCT04417708), and it will tell.",
    "KALVA (NCT04417708) compared one reader with two.",
    "Women were invited in KALVA (NCT04417708). We copy its published tables and took no part in it.",
    "Both trials, NCT04417708 and NCT03117709, left the oldest out.",
    "Of the corresponding authors of the papers, most work at Nordhavn University.",
    "A third of the first authors work in Nordhavn or at Estmark University.",
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
    "Density EMBED CSAW-CC In-house (Hospital A) and in-house (Fig. 2)",
    "In-house data from Center A, Center B and Center C were used.",
    "nnU-Net 0.81, ResNet-50 0.79, ours (Swin-T) 0.83",
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


NUMBERED = [
    ("The study was approved by the research ethics committee (CAAE 48120933.1.0000.7710).", "48120933.1.0000.7710"),
    ("Approval of the local ethics committee was obtained (EK 412/2022).", "EK 412/2022"),
    ("The ethics board approved the study (reference 2022-00719).", "2022-00719"),
    ("Ethical approval was granted (IRB00041277).", "IRB00041277"),
    ("The bioethics committee gave its consent (KB-2023/204).", "KB-2023/204"),
    ("It was approved by the regional ethics committee, ID: S-20210417.", "S-20210417"),
    ("The review board waived consent, file 22-0417-B.", "22-0417-B"),
    ("This study had ethics approval (12/LO/0417); a public release is planned.", "12/LO/0417"),
    ("The ethics committee approved the study under Az. 2022-118-f-S.", "2022-118-f-S"),
    ("The trial protocol was approved (CPP 2021-A01234-37).", "2021-A01234-37"),
    ("Ethics: Dnr 2022-04177-01.", "2022-04177-01"),
    ("The ethics committee gave a positive opinion (votum 417/22).", "417/22"),
    ("The study has ethical clearance under protocol no. HS-4417.", "HS-4417"),
    ("A positive vote of the ethics commission was received (no. 22-4417-101).", "22-4417-101"),
    ("Approved by the cantonal ethics committee (BASEC 2023-01177).", "2023-01177"),
]
UNNUMBERED = [
    "The ethics board approved the study, which ran from 2015/2016 to 2019.",
    "Ethical approval follows Regulation (EU) 2016/679 and the board's consent.",
    "Approval was granted in accordance with the Declaration of Helsinki (1964, revised 2013).",
    "Ethics approval followed Resolution 466/2012 of the council.",
    "The review board exempted the study under 45 CFR 46.104.",
    "The ethics committee gave its approval on 12/05/2021.",
    "The ethics board approved the use of 12,400 images of 3,100 patients.",
    "Ethics approval was granted (number withheld for review).",
    "Ethical approval was obtained (protocol XXX-XXXX).",
    "The ethics of AI is discussed by 20 of 25 readers.",
    "The ethics committee approved the study in 2019-2021.",
    "In accordance with ISO 14155:2020, ethics approval was sought.",
    "MIMIC-CXR was approved by the review board (protocol 2001-P-001699/14).",
]
OTHERS_SITES = [
    "Contributing sites (among them Nordhavn University and the Estmark Medical School) shared data with local IRB "
    "approval.",
    "Participating centres, such as Nordhavn University Hospital, had the approval of their ethics committees.",
    "Each acquisition site, for instance the University of Nordhavn, had the consent of its review board.",
    "The original study was approved by the ethics committee of Nordhavn University.",
    "Individual sites such as Nordhavn Medical School obtained IRB approval (IRB00041277).",
    "Data were originally collected under the IRB approval of the University of Nordhavn.",
]


@pytest.mark.parametrize(("sentence", "number"), NUMBERED)
def test_numbers_of_approvals(sentence: str, number: str) -> None:
    (hit,) = hits("ANON015", paper(sentence))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)
    assert number in hit.evidence


@pytest.mark.parametrize("sentence", UNNUMBERED)
def test_numbers_of_something_else(sentence: str) -> None:
    assert codes("ANON015", paper(sentence)) == []


@pytest.mark.parametrize("sentence", OTHERS_SITES)
@pytest.mark.parametrize(
    "before",
    [
        "We use human subject data made available in open access by ABIDE.",
        "All images are from ADNI. Ethical approval was not required, as its license confirms.",
    ],
)
def test_sites_of_a_collection(before: str, sentence: str) -> None:
    assert codes("ANON015", paper(before, sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Our study was approved by the ethics committee of Nordhavn University and those of all participating sites.",
        "This study was approved by the review board of Nordhavn University Hospital.",
        "The study was approved by the IRB of the University of Nordhavn.",
        "We obtained the approval of the ethics committee of Nordhavn University for the local site.",
        "Approval was given by the ethics committee of the University of Nordhavn.",
    ],
)
def test_an_own_approval_beside_a_collection(sentence: str) -> None:
    assert codes("ANON015", paper("We also use ADNI.", sentence)) == ["ethics"]


def test_sites_without_a_collection() -> None:
    assert codes("ANON015", paper(OTHERS_SITES[0])) == ["unclear"]
    assert codes("ANON015", paper("It was approved by the IRB of Nordhavn University.")) == ["ethics"]
    assert codes("ANON015", paper("We use ADNI.", "It was approved by the IRB of Nordhavn University.")) == ["unclear"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The competent commission of the Halden Faculty of Medicine had no objection (ref. 31-204/K).",
            "ANON015/ethics",
        ),
        ("Tissue is kept under a permit issued to the Lysvik Institute of Pathology.", "ANON015/site"),
    ],
)
def test_approvals_in_other_words(sentence: str, told: str) -> None:
    assert set(weighed(paper("No patient was asked.", sentence))) == {told}


@pytest.mark.parametrize(
    "sentence",
    [
        "The responsible committee raised no objections.",
        "Our local committee saw no need for approval.",
        "The software is under the MIT license held by its authors.",
    ],
)
def test_no_house_is_named(sentence: str) -> None:
    assert weighed(paper("No patient was asked.", sentence)) == {}
