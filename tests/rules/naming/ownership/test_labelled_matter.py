"""What labels, notes and a few wordings name of the authors' without a word on whose it is."""

from __future__ import annotations

import pytest

from ...pages import paper, weighed

CELLS = {
    "Reader 1: Dr. K. Aldous-Reyes (12 yrs)": "ANON019/named",
    "Annotator B = N. Wexley, consultant": "ANON019/named",
    "Scans: performed by J. Oyelade": "ANON019/named",
    "Grader 3: Prof. Halvorsen": "ANON019/named",
    "Sonographer: Thandiwe Mokoena, 8 yrs": "ANON019/named",
    "Reader 4 is one of us (Bente-Lise)": "ANON019/named",
    "Ethics approval: METC Halden-Oost, 2019.411": "ANON015/site",
    "Approval: Lysvik University Hospital board, ref. 22/91": "ANON015/site",
    "Grant no. LRC/EYE/2021/12": "ANON005/named",
    "Award: Halden Cancer Fund, 2022-118": "ANON005/named",
    "Funding source: Lysvik Research Council": "ANON005/named",
    "Fellowship (Wexley Trust, WT/22/118)": "ANON005/named",
    "Reading costs: paid by the Halden Heart Society": "ANON005/named",
    "LRC Tandem scheme (TDM22118812)": "ANON005/named",
    "Cluster: Halden University HPC": "ANON015/site",
    "Collected on behalf of the NORDLYS-2 study group": "ANON022/standing",
    "Winner, EyeChallenge 2022 (our submission)": "ANON022/standing",
    "Cohort NORDLYS-3k (compiled by us in 2019)": "ANON022/standing",
    "Study nurse: phone 022 771 33 50": "ANON022/standing",
    "Ask for the research nurse, tel. 04": "ANON022/standing",
}
NOTES = {
    "1 On behalf of the NORDLYS-3 investigators.": "ANON022/standing",
    "1 For the NORDLYS-3 investigators.": "ANON022/standing",
    "1 Work package 4 of the NORDLYS project.": "ANON022/standing",
}
SENTENCES = {
    "If you feel faint, call the study nurse of Hallingvik sykehus at any hour.": "ANON022/standing",
    "It began in VISTALUNG, whose board asked for news and commissioned the present report.": "ANON022/standing",
    "The pages are set with the thesis template of Aldmoor College.": "ANON022/standing",
    "All scans were made on the magnet of our centre, known locally as “Big Ida”.": "ANON022/standing",
    "The steps (Grafik: I. Halvorsen, Stabsstelle) are those of any ward.": "ANON019/named",
    "Complaints go to the study line, tel. 04 7721 3350.": "ANON022/standing",
    "Commit 4f2e9b1 by user “ingrid-h” fixes the seed.": "ANON019/named",
    "Credit for the whole idea belongs to Ida Halvorsen.": "ANON019/named",
    "Tiles were sorted by IH (Ida Halvorsen) before any model was trained.": "ANON019/named",
    "Our sample belongs to the COST Action CA19133.": "ANON005/named",
    "The position of the second author belongs to the GRK 2288.": "ANON005/named",
    "The text at hand is publication no. 31 of the SFB 1402.": "ANON022/standing",
    "__author__ = 'Ida Halvorsen'": "ANON019/named",
    "x = 1  # @author Ida Halvorsen": "ANON019/named",
    r"\author{Ida Halvorsen}": "ANON019/named",
    "Gaps were taken with waitline 0.4, the toolbox developed in our lab, as it comes.": "ANON022/standing",
    "We used waitline, a package that our group maintains.": "ANON022/standing",
    "It is a part of VELMARA, the network we coordinate.": "ANON022/standing",
    "The VELMARA-2 network, whose imaging core we run, follows 900 women.": "ANON022/standing",
    "It asks who was lost in our VELMARA trial.": "ANON022/standing",
}
QUIET_CELLS = [
    "Reader 1: General Radiologist, 14 yrs experience",
    "Annotators: Amazon Mechanical Turk workers, 5 per image",
    "Reader A: Senior Resident",
    "Analysis: Kruskal Wallis",
    "Rater: Fleiss Kappa 0.71",
    "Operator: Sobel Filter",
    "Ethics approval: yes (12), no (3), unclear (9)",
    "Ethics approval: waived, 2021-03-04",
    "Registration: rigid, 3 levels",
    "Grants: 12,000 GPU hours",
    "Hardware: 8 x NVIDIA A100, 80 GB",
    "Hardware: Google Cloud, us-central1",
    "Compute: 120 GPU hours, single DGX",
    "Trained on: Stanford CheXpert",
    "Cluster: DBSCAN, eps 0.5",
    "Cost: 3 EUR per image",
    "Winner, BraTS 2020 (their submission)",
    "Data set (released upon acceptance)",
    "Milestone 3 of Training",
]
QUIET = [
    "Lines of help (tel. 0800 111 22 33) are open to everybody.",
    "In the prompt a patient asks to call 0123 456 7890 at once.",
    "We call 0.1234567890 the gap, and ring 2 of 3.",
    "If you have a question, call the study nurse at any hour.",
    "We wrote to the study office of [3] and heard that the files are lost.",
    "It is set with the house style of the journal.",
    "Commit 4f2e9b1 by user “anonymous” fixes the seed.",
    "Without Monte Carlo dropout the gap would grow.",
    "Without the loss of Wexley et al. [3] it would not converge.",
    "Without the patience of the readers it would have taken longer.",
    "Images were scored by Mean Opinion Score (MOS) and read by two raters.",
    "We compare Gradient Reversal (GR) by reader.",
    "Weights were found by GR (Gradient Reversal), who would have thought.",
    "The X-ray was read as normal (author manuscript).",
    "On behalf of the ADNI investigators, data were shared.",
    "For the Asian group the gap is larger.",
    "The work printed by the CRC Press is cited.",
    "Contribution 3 of the paper is a benchmark of Vision Transformers.",
    "__author__ = 'Anonymous Authors'",
    r"\author{First Author and Second Author}",
    "All maps were made with a program written in our lab.",
    "It was read through an interface, a tool developed by our team for this.",
    "Images come from UK Biobank, a cohort we run all models on.",
    "In our MRI trial the loss of our CNN network falls.",
]


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_names_the_authors_matter(cell: str) -> None:
    assert weighed(paper("We measure the gap.", cells=(cell,))) == {CELLS[cell]: "warning"}


@pytest.mark.parametrize("note", NOTES)
def test_a_note_names_the_authors_matter(note: str) -> None:
    assert weighed(paper("We measure the gap.", footnotes=(note,))) == {NOTES[note]: "warning"}


def test_thanks_without_the_word_are_sure() -> None:
    thanks = "Without Dr Piet Oosterhof, who never lost his temper, the masks could not have been drawn."
    assert weighed(paper("We measure the gap.", thanks)) == {"ANON019/named": "error"}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_names_the_authors_matter(sentence: str) -> None:
    assert weighed(paper("We measure the gap.", sentence)) == {SENTENCES[sentence]: "warning"}


@pytest.mark.parametrize("cell", QUIET_CELLS)
def test_a_cell_of_any_table(cell: str) -> None:
    assert weighed(paper("We measure the gap.", cells=(cell,))) == {}


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_of_any_paper(sentence: str) -> None:
    assert weighed(paper("We measure the gap.", sentence)) == {}


def test_what_each_did_where_a_surname_has_a_small_first_part() -> None:
    said = paper("We measure the gap.", "Software: C. Oyelade; Writing: B. Ó Faoláin; Coffee: both")
    assert weighed(said) == {"ANON019/named": "error"}
