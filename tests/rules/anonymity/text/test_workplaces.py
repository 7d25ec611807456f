"""Workplaces, ANON015."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import codes, hits, paper, weighed

TOLD = [
    "Whole set, own cases (Haukeland)",
    "All authors are members of the Chair for Medical Informatics at RWTH Aachen.",
    "All authors are with the Department of Computing, Imperial College London.",
    "This work was carried out at ETH Zurich.",
    "This work was done while the first author was an intern at ETH Zurich.",
    "Work done during an internship at Google Research.",
    "This work was conducted while Y.L. was a visiting student at the University of Basel.",
    "The work was performed when the second author was at Nordhavn University Hospital.",
    "The first author is a PhD student at Nordhavn University.",
    "The first author is now with the Estmark Institute of Technology.",
    "One of the authors is employed by Siemens Healthineers.",
    "The authors are affiliated with the Karolinska Institute.",
    "Both readers are radiologists at our department at Nordhavn University Hospital, where the authors work.",
    "The readers were our colleagues from the department of radiology of the University of Basel.",
    "We developed the tool in our lab at Imperial College London.",
    "Our group at the University of Toronto has long worked on this.",
    "Experiments were performed on the Alvis cluster of C3SE at Chalmers University of Technology.",
    "All computations ran on the high performance computing cluster of the University of Nordhavn.",
    "We used the GPU cluster of our university, TU Delft, for all experiments.",
    "This research was conducted at the Max Planck Institute for Intelligent Systems in Tübingen.",
    "As employees of Philips Research Hamburg, the authors had access to the scanners.",
    "We, at the Estmark Cancer Center, see 3000 patients a year.",
    "The reader study took place at Hospital Santa Lucía, where the authors work.",
    "This study is part of the doctoral programme of the second author at the Universidad de Granada.",
    "Our collaborators from the Rigshospitalet annotated all images.",
    "The second author holds a position at Nordhavn University.",
    "This project was initiated at the Fraunhofer MEVIS.",
    "Two authors are employees of Bosch.",
    "All training ran on the computing cluster of RWTH Aachen.",
    "Developed at the Lysvik Eye Clinic, Nordhavn.",
    "Work done at the University of Nordhavn.",
]
HONEST = [
    "The second author has kept a part-time job with a maker of imaging software.",
    "None of the authors works for Nordhavn Imaging, whose scanner was used.",
    "The second author has kept a part-time job with [removed for review].",
    "Computations ran on a cluster of our university, on four NVIDIA A100 cards.",
    "The work of [3] was carried out at ETH Zurich.",
    "CheXpert was collected at Stanford Hospital, MIMIC-CXR at Beth Israel Deaconess Medical Center.",
    "The authors of [2] are members of the Radboud University Medical Center.",
    "The annotators are members of the Society of Thoracic Radiology.",
    "The first author and the second author annotated the images.",
    "This work was done while the first author was an intern at [anonymized].",
    "All authors are members of the same institution (name withheld for review).",
    "Experiments were performed on a cluster with NVIDIA A100 GPUs.",
    "We used Google Colab for all experiments, on GPUs of NVIDIA.",
    "We train on the cluster of our institution (name withheld).",
    "The ImageNet weights were trained at Google Research and released by Facebook AI Research.",
    "Our approach at the University level of curricula is general.",
    "Our model was compared with the one of Imperial College London, which is public.",
    "This work was carried out on public data only.",
    "The study was conducted at three hospitals in two countries.",
    "The PadChest data come from Hospital San Juan, where the original authors work.",
    "Work done at the pixel level is costly.",
    "The challenge was organised at the University of Basel in 2021.",
    "The Ki-67 assay was performed at the University of Eastmere by the providers of the public data set.",
    "The work by Fjellgren and Garnault was carried out at Oxford University [2].",
    "The authors were provided with data from Stanford University by the challenge.",
    "The authors are grateful to all patients of the NIH.",
    "This work was done while training with Adam.",
    "This study was conducted at Site A and at Hospital B.",
    "Our team of radiologists from three hospitals read the images.",
    "Our group of images from PadChest is small; our models of Stanford are public.",
    "Two of the authors annotated the images of CheXpert in PyTorch.",
    "The first author is a radiologist with ten years of experience at Level 1 trauma centers.",
    "The authors are from three institutions in two countries.",
    "This work was conducted in accordance with the Declaration of Helsinki.",
    "Experiments were run on a cluster of eight nodes by NVIDIA, on Google Cloud.",
    "The data coordinating centre at the University of Eastmere is that of the public trial.",
    "Both authors read the guideline of the American College of Radiology.",
    "Our partner study in Section 3 used the Harvard Ophthalmology data.",
    "The model of the first author's choice was trained at Level 3 of MONAI.",
    "We look at Stanford's labeler and at Harvard-FairSeg.",
    "The Clustering was run by the University benchmark on MNIST.",
    "In this study we at first train and then test.",
    "Developed at Eastmere University, EYENET holds 2,000 pictures.",
    "Started at Epoch 5 of training.",
    "Performed at Stage 2 of the pipeline, this step is cheap.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_where_the_authors_work(sentence: str) -> None:
    found = weighed(paper(sentence))
    assert {"ANON015/workplace", "ANON015/site", "ANON015/unclear", "ANON004/position"} & set(found)


@pytest.mark.parametrize("sentence", HONEST)
def test_places_of_others_and_places_that_are_none(sentence: str) -> None:
    assert codes("ANON015", paper(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        ("All authors are members of the Chair for Waiting at RWTH Aachen.", Confidence.LIKELY),
        ("This work was carried out at the University of Nordhavn.", Confidence.LIKELY),
        ("This work was carried out at Nordhavn.", Confidence.POSSIBLE),
        ("All authors are with Brannoc.", Confidence.POSSIBLE),
    ],
)
def test_a_bare_name_may_be_anything(sentence: str, confidence: Confidence) -> None:
    (hit,) = [one for one in hits("ANON015", paper("We study waits.", sentence)) if one.code == "workplace"]
    assert (hit.confidence, hit.evidence) == (confidence, sentence)


def test_what_the_small_print_says_is_told_once() -> None:
    submitted = paper("We study waits.", footnotes=("* Work done during an internship at Nordhavn University.",))
    assert (codes("ANON004", submitted), codes("ANON015", submitted)) == (["position"], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The second author has kept a part-time job as clinical adviser with Lumivar Imaging B.V.",
        "An author holds a position as clinical lead with Radwise ApS.",
        "The second author has a seat on the board of Visiogram.",
    ],
)
def test_what_an_author_holds_at_a_house_is_asked_about(sentence: str) -> None:
    (hit,) = hits("ANON015", paper(sentence))
    assert hit.code == "workplace"


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("1 IBM SPSS 29 (Armonk, New York).", {}),
        ("1 Philips Ingenia 3 (Best, The Netherlands).", {}),
        ("1 Trademark of Koninklijke Halden N.V.", {}),
        ("1 MIRALUX is a registered trademark of Halden Optics B.V.", {}),
        ("1 Radiology Department, Lysvik Hospital.", {"ANON004/position": "error"}),
        ("1 Siemens Skyra 3, Lysvik University Hospital.", {"ANON004/position": "error"}),
    ],
)
def test_a_note_on_what_was_bought_names_no_house(note: str, told: dict[str, str]) -> None:
    assert weighed(paper("We measure the gap.", footnotes=(note,))) == told
