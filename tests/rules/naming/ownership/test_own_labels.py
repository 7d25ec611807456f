"""What cells, headings, captions and brackets call the authors' own, without a sentence."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.labelled_works import own_work
from faimi_check.rules.naming.ownership.own_labels import own_labels

from ...pages import paper, weighed

CELLS = {
    "Our centre, Kottapuram (n=318)": "ANON015/site",
    "Site 1: home (Vardenik), Site 2: partner": "ANON015/site",
    "internal (Port Selma Eye Hospital) / external A / external B": "ANON015/site",
    "Local (Szeged) vs. public (ChestX-ray14)": "ANON015/site",
    "Acquired at (own): Kobe, 2019": "ANON015/site",
    "Trondheim (in-house) 412 / ISIC 10,015": "ANON015/site",
    "Hospital: St. Elvira (ours)": "ANON015/site",
    "Own site = Turku, others = public": "ANON015/site",
    "Cohort: BERILSA (ours)": "ANON022/standing",
    "VELMARA registry (ours), 2011-2019": "ANON022/standing",
    "Biobank (ours): TURIMA": "ANON022/standing",
    "Device: OtoLantern v3 (ours)": "ANON022/standing",
    "Own dermatoscope (LesiScope 2)": "ANON022/standing",
    "Own (Skåne), public (ISIC)": "ANON015/site",
    "Local site: Pécs": "ANON015/site",
    "Ours (SOLVEIG registry)": "ANON022/standing",
    "MARISOL (our registry)": "ANON022/standing",
    "NORDVAK (own cohort, n=8,411)": "ANON022/standing",
    "Scanner built by us (TomoLark)": "ANON022/standing",
    "Development: Rijnmond (own); test: VinDr": "ANON015/site",
    "Own ED, Bratsk, 2020": "ANON015/site",
    "Site 1 (authors' own: Al-Masri Medical City): 540": "ANON015/site",
    "Site 2 (the authors' centre: Vardenik)": "ANON015/site",
    "Annotator: Thandiwe": "ANON019/named",
    "Ours'19 [3]": "ANON007/cited",
    "Ours, 2021 version [3]": "ANON007/cited",
    "Ours [2] 0.81": "ANON007/cited",
    "Ours-old (journal, 2020) [1]": "ANON007/cited",
    "Fjellgren et al. [2] (ours)": "ANON007/cited",
    "GapNet [3] (own work)": "ANON007/cited",
    "Seed 3 (run by Katarzyna on her laptop)": "ANON019/named",
    "Masks: drawn by Ifeoma, checked by Lieke": "ANON019/named",
}
HEADINGS = {
    "3 The MARVENTO Registry and How We Filled It": "ANON022/standing",
    "2 OSMERA, Our Birth Cohort": "ANON022/standing",
    "2.1 The TALVERIN Cohort We Follow": "ANON022/standing",
    "3.1 Recap of our ISBI 2021 Sampler [3]": "ANON007/cited",
    "2 Twenty Years of Our TRAVINA Registry": "ANON022/standing",
    "4 The ARVANA Screening Programme and Our Role in It": "ANON022/standing",
    "3.2 Ngozi's Sampler": "ANON019/named",
    "A.1 Wenjun's Proof of Lemma 2": "ANON019/named",
    "Appendix C: Notes by Priyanka on the masks": "ANON019/named",
    "Response of Tamm, Okoye and Vrba to the reviewers of the last round": "ANON019/named",
}
QUIET_CELLS = [
    "Ours (w/o gate) 0.81",
    "Ours + ResNet-50 [3]",
    "Ours w/ focal loss [2]",
    "Ours (Swin-T [1])",
    "Ours, trained on [3]",
    "Ours vs. Fjellgren et al. [2]",
    "Study Ours [1] [2] [3]",
    "Methods: ours, ERM [2], DRO [3]",
    "DANN [1] (our implementation)",
    "Our baseline [3]",
    "FairGate (ours)",
    "Cohort A (ours)",
    "Ours (Fitzpatrick V-VI)",
    "Ours (ImageNet) 0.77",
    "internal (site A) / external (site B)",
    "internal (CheXpert) / external (MIMIC)",
    "Internal Medicine (Monday to Friday)",
    "in-house (anonymised)",
    "in-house (Siemens Skyra, 3 T)",
    "Our centre, Siemens Vida (n=120)",
    "Our hospital (tertiary, Europe)",
    "Local (Grad-CAM) vs. global (SHAP)",
    "Own device (anonymised)",
    "Our device (Sec. 2.1)",
    "Registry: SEER (public), internal: withheld",
    "Masks: drawn by Reader A, checked by Reader B",
    "Graz, Leiden, Porto (all public)",
    "Internal (Cleveland subset of UCI)",
    "COPD cohort (ours)",
    "Train: Mixup (ours)",
    "Ours, Castellmar [1], Lund [2]",
    "Captions by Gemini",
    "Code review: none",
    "Home (Kinect) / public (RGB)",
    "Own sensor (Arduino)",
    "Our cohort (Kaplan-Meier)",
    "Cohort: Pretest (ours)",
    "Private (ours, n=300)",
    "Site 3 (ours, Fitzpatrick V)",
    "Authors' own implementation (PyTorch)",
    "Words: from the list by Ortega and Brandt",
]
QUIET_HEADINGS = [
    "2 How We Built the Cohort",
    "3 Our Data: Cohort and Biobank",
    "4 Simpson's Paradox in Our Data",
    "3.2 Otsu's Threshold",
    "2.3 Simon's Two-Stage Design",
    "2.3 Train and Test Split of Our Clinic Data",
    "4.3 Prompts Written by Llama",
    "A.1 Proof by Induction",
    "Appendix C: Notes on Annotation by Dermatologists",
    "2 Recap of Distributionally Robust Optimization [3]",
    "Response of Reviewers to Automated Reports",
]


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_of_the_authors_own(cell: str) -> None:
    assert weighed(paper("We measure the gap.", cells=(cell,))) == {CELLS[cell]: "warning"}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_the_authors_own(heading: str) -> None:
    assert weighed(paper("We measure the gap.", sections=(heading,))) == {HEADINGS[heading]: "warning"}


@pytest.mark.parametrize("cell", QUIET_CELLS)
def test_a_cell_of_any_table(cell: str) -> None:
    assert weighed(paper("We measure the gap.", cells=(cell,))) == {}


@pytest.mark.parametrize("heading", QUIET_HEADINGS)
def test_a_heading_of_any_paper(heading: str) -> None:
    assert weighed(paper("We measure the gap.", sections=(heading,))) == {}


def test_a_caption_and_a_bracket_in_a_sentence() -> None:
    captioned = paper("We measure the gap.", captions=("Fig. 1. Gap at the home site (Salamina) and at two others.",))
    assert [(one.kind, one.name) for one in own_labels(captioned)] == [(Kind.PLACE, "Salamina")]
    said = paper("The registry VELMARA (ours) has 411 cases, of which all were read twice.")
    assert [(one.kind, one.name) for one in own_labels(said)] == [(Kind.PROJECT, "VELMARA")]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Private (ours, Kaohsiung Second People's Hosp.) 3,377", "Kaohsiung Second People's Hosp"),
        ("Internal test (ours, Taichung)", "Taichung"),
    ],
)
def test_a_private_set_and_a_place(cell: str, name: str) -> None:
    labelled = paper("We measure the gap.", cells=(cell,))
    assert [(one.kind, one.name) for one in own_labels(labelled)] == [(Kind.PLACE, name)]
    assert set(weighed(labelled).values()) == {"warning"}


def test_a_cell_that_was_read_as_a_line_of_text() -> None:
    body = paper("We measure the gap.", "Our centre, Kottapuram (n=318)", "All other data are public.")
    assert weighed(body) == {"ANON015/site": "warning"}
    said = paper("We measure the gap.", "Our centre, as all others do, reads each film twice.")
    assert weighed(said) == {}


def test_a_citation_belongs_to_what_stands_right_beside_it() -> None:
    assert own_work("Bars: ours of 2019 [4] (grey) and ours today (black).") == "[4]"
    assert own_work("Ours (Lund et al., 2021)") == "(Lund et al., 2021)"
    assert own_work("Lund et al. [2] on our split") == ""


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (("Site A", "Site B", "Vardenik (ours)"), "Vardenik"),
        (("Cohort 1", "Cohort 2", "Ours (Vardenik)"), "Vardenik"),
        (("Site A", "Site B", "VarNet (ours)"), ""),
        (("Site A", "Site B", "Site C (ours)"), ""),
        (("ERM", "Mixup", "Vardenik (ours)"), ""),
    ],
)
def test_beside_labels_of_places_ours_is_a_place(cells: tuple[str, ...], name: str) -> None:
    assert [(one.kind, one.name) for one in own_labels(paper(cells=cells))] == ([(Kind.PLACE, name)] if name else [])
