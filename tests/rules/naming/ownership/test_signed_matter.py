"""Small signs of who made something: given names, initials, logins, machines, and cells that the one before heads."""

from __future__ import annotations

import pytest

from ...pages import paper, weighed

CELLS = {
    "In-house ; CHU de Montrevel ; Mindray DC-40 ; 466 ; 2021–24": "ANON015/site",
    "Own ; Rumah Sakit Bukit Lestari ; 466": "ANON015/site",
    "Propio ; Hospital San Telmo del Valle ; 466": "ANON015/site",
    "自院 ; 临川大学附属医院 ; 466 ; 0.7": "ANON015/site",
    "Наши ; ГКБ Остмарк ; 466 ; 0.7": "ANON015/site",
    "Reader | Dr. Imke Quist | 12 | 0.9": "ANON019/named",
    "Grant ; LRC/EYE/2021/12 ; 466 ; 0.7": "ANON005/named",
    "ORHM-Skin (own) 70.1 71.2 66.0": "ANON022/standing",
    "Centre 1 (own) ; Halmdorf ; 812 ; 0.8": "ANON015/site",
    "Local site ; Halmdorf General ; 812": "ANON015/site",
    "Contact ; Ingrid Tverrvik ; PI": "ANON019/named",
    "Readers: Ingrid (R1), Henrik (R2), and the network (R3)": "ANON019/named",
    "R1 = Ingrid, R2 = Henrik, R3 = a resident": "ANON019/named",
    "Cluster ; fram.sigma-tverrvik.no ; 41 h": "ANON006/own",
    "Reader 1 (Thandiwe), Reader 2 (Quirin), Reader 3 (model)": "ANON019/named",
}
SENTENCES = {
    "HTV annotated all scans; LQ and RTW each re-read a third of them.": "ANON019/named",
    "For the audit, two of us, HTV and LQ, read the notes.": "ANON019/named",
    "Ingrid did all the statistics.": "ANON019/named",
    "Maintainers: ingrid (models), vedran (plots)": "ANON019/named",
    "# Author: vedran t. <vedran@...>": "ANON019/named",
    "annotator_id: ingrid.tverrvik; site_id: 02": "ANON019/named",
    "The tool deltaplot, of which the last author is the main developer, drew the plots.": "ANON022/standing",
    "We use openborder, which one of us started in 2019.": "ANON022/standing",
    'What We Learned in the Project "Lys i Natten"': "ANON022/standing",
    "# only from the clinic net: http://orthanc.sykehus-tverrvik.no:8042": "ANON006/own",
    "Ours (Kestrel General) ; 1,104 ; 37 % ; 0.82": "ANON015/site",
    "Annotator ; Ngo Thi Lan Quynh (author 2) ; 9 years ; 0.88": "ANON019/named",
    "At first one of us (OBR) drew the outlines, and after a week KVL corrected those that leaked.": "ANON019/named",
    "One of the authors (TMW) sorted the films by hand.": "ANON019/named",
    "T. Quistorp-Vale et al.: Late Sight in Early Wards": "ANON019/named",
    "CONTRIBUTORS: loader.py (imke q.); plots.R (vedran); everything else (prof. kestrelova)": "ANON019/named",
    '{"case": "12", "reader": "dr_imke_quist", "site": "ours"}': "ANON019/named",
    "Statistics were Gulmira's part, figures Vedran's, and the mistakes are everybody's.": "ANON019/named",
    "The R package sidelight, whose maintainer is the second author, computes all bounds.": "ANON022/standing",
    "We built on libkestrel because one of us wrote half of it.": "ANON022/standing",
    'Lessons from Our Project "Sehen im Dunkeln" (2020–2024)': "ANON022/standing",
    "# do not push: pacs-mirror.klinikum-ostmark.de": "ANON006/own",
    "#SBATCH --account=ost-kestrel": "ANON006/own",
    "Host ; gpu-login2.uni-kestrel.example.ee ; 8 × V100 ; 41 h ; trained by us": "ANON006/own",
}
QUIET_CELLS = [
    "Ours (Bayes Net) ; 1,104 ; 37 % ; 0.82",
    "Ours (General) ; 1,104 ; 37 % ; 0.82",
    "In-house ; Mindray DC-40 ; 466 ; 2021–24",
    "In-house ; U-Net ; 0.81 ; 0.77",
    "In-house ; Adam ; 0.81 ; 0.77",
    "Internal ; Siemens Healthineers ; 466 ; 0.7",
    "Local ; Global ; Harmonised ; 0.7",
    "Annotator ; Senior Resident ; 9 years ; 0.88",
    "Reader ; Fleiss Kappa ; 0.88 ; 0.7",
    "MRI-Brain (own) 70.1 71.2 66.0",
    "DCIS-Net (in-house) 70.1 71.2 66.0",
    "Reader 1 (Senior), Reader 2 (Junior), Reader 3 (Model)",
    "Reader A (Gemini), Reader B (Claude)",
    "R1 = radiologist, R2 = resident, R3 = network",
    "Readers: senior (R1), junior (R2), and the network (R3)",
    "Site ; University hospital ; 812",
    "Contact ; Research nurse ; weekly",
    "Cluster ; k-means ; 41",
    "Internal test ; Stanford ; CheXpert ; 0.77",
]
QUIET = [
    "The network (CNN) corrected each outline, and the ROI marked by two of us was kept.",
    "One of us read the scan (MRI) and the report.",
    "CONTRIBUTORS: loader.py (two of us); plots.R (anonymous); rest (withheld)",
    "Credits: the community (volunteers), the vendor (support)",
    '{"case": "12", "reader": "senior_reader", "author": "model_v2", "annotator": "nnunet"}',
    "The analysis was Fisher's, with a correction.",
    "The R package sidelight, whose maintainer answered our mail, computes all bounds.",
    "We built on software because one of us wrote most of it.",
    "GPT annotated all reports; BERT and CNN each re-read a third of them.",
    "Half of the authors (n = 4) saw the names.",
    "annotator_id: reader.one; site_id: 02",
    "MAINTAINERS: anonymous for review",
    "The tool ITK-SNAP, of which version 4 is the newest, drew the masks.",
    "We chose PyTorch since two of us know it.",
    "The idea is Kant's, the reading of it is ours.",
    "/* (c) 2016 The TensorFlow Authors. All Rights Reserved. */",
    "# TODO(me): check site codes",
    "We contradict Fjellgren et al. [2] and, in part, ourselves.",
    "Our programme “reader” prints a number.",
    "# internal api: torch.nn.functional and scipy.stats.norm",
    "#SBATCH --account=your_account",
    "OSError: Unable to open '/home/user.name/runs/fold1.h5'",
    "Semua gambar diambil dari basis data publik.",
]


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_tells_of_the_authors(cell: str) -> None:
    assert weighed(paper("We measure the gap.", cells=(cell,))) == {CELLS[cell]: "warning"}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_tells_of_the_authors(sentence: str) -> None:
    found = weighed(paper("We measure the gap.", sentence))
    assert list(found) == [SENTENCES[sentence]]


@pytest.mark.parametrize("cell", QUIET_CELLS)
def test_a_cell_of_any_paper(cell: str) -> None:
    assert weighed(paper("We measure the gap.", cells=(cell,))) == {}


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_of_any_paper(sentence: str) -> None:
    assert weighed(paper("We measure the gap.", sentence)) == {}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Рисунки подготовил третий автор, Ерлан Жумабеков.", "ANON019/named"),
        ("Die Zeichnungen stammen von der zweiten Autorin, Imke Quistorp.", "ANON019/named"),
        ("Semua foto retina direkam oleh tim kami di RSUD Bukit Lestari pada tahun 2022.", "ANON015/site"),
    ],
)
def test_any_author_and_whoever_took_the_data_in_another_language(said: str, told: str) -> None:
    assert weighed(paper("We measure the gap.", said)) == {told: "error"}


def test_a_bracket_that_says_something_cites_nobody() -> None:
    said = "(This work is part of the third phase of the Kestrel Centre for Equal Sight, paid by the Ostmark Fund"
    assert weighed(paper("We measure the gap.", f"{said} through 2028.)")) == {"ANON005/named": "error"}
    assert weighed(paper("We measure the gap.", "(This was first shown by Lyngby and Tamm, 2021)")) == {}


def test_a_home_folder_with_a_full_stop_in_its_name() -> None:
    said = "OSError: Unable to open '/home/tilda.quist/runs/fold1.h5'"
    assert weighed(paper("We measure the gap.", said)) == {"ANON021/user": "error"}


def test_a_page_of_ones_own_group_without_a_scheme() -> None:
    said = "The questionnaires lie on the page of our group, sehlabor-quist.at/boegen, in three languages."
    assert weighed(paper("We measure the gap.", said)) == {"ANON006/own": "error"}
    said = "The forms lie on the project page of the challenge, grand-challenge.org."
    assert weighed(paper("We measure the gap.", said)) == {}


def test_the_rights_of_somebody_whose_house_is_called_after_images() -> None:
    said = "// Copyright (c) 2023 Ravindra Oza, Image Computing Cell, GCET Vallabh. All rights reserved."
    assert weighed(paper("We measure the gap.", said)) == {"ANON004/rights": "error"}
