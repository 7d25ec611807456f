"""Both bars at once: an identifier planted anywhere is found, and honest prose never raises an error."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ..pages import paper, weighed

# Sentences of papers that give nobody away, chosen for what naive patterns make of them.
HONEST = (
    "We study the gap between groups of a triage on the public CheXpert data [1].",
    "Training ran on an Intel Xeon CPU@3.40GHz, and mAP@0.5 was 0.71.",
    "Previous work [3] has shown that metrics disagree, and our results extend this view.",
    "The claim is supported by the results of Table 2.",
    "The authors of [2] acknowledge that no grant of access can be taken for granted.",
    "For lung masks we used nnU-Net (https://github.com/MIC-DKFZ/nnUNet) as it is.",
    "The code is available at https://anonymous.4open.science/r/wait-7C31.",
    "The study was approved by the local ethics committee (name withheld for review).",
    "MIMIC-CXR holds radiographs of the Beth Israel Deaconess Medical Center [4].",
    "The learning rate was halved @epoch 20 and the loss of [3] was added.",
    "Its handbook has the ISBN 978-0-306-40615-7 and the run is 030-4417-2093.",
    "Data are distributed under 10.5555/collection.4417.2021 by their maintainers.",
    "The Adam optimizer and the Cox model are used as in the work of Eskerod et al. [4].",
    "Our earlier experiment in Section 3 was repeated with ten seeds.",
    "In [2], the authors proposed a loss that we adapt to groups.",
    "Informed consent was waived by the institutional review board.",
    "Two board-certified radiologists with ten years of experience read all images.",
    "The models project 1024 features, and each award counts 1000 points.",
    "We will release the code upon acceptance.",
)
CREDITS = "Acknowledgments. We thank the anonymous reviewers for their comments."
# One leak each, and the rule that must see it.
LEAKS = (
    ("Write to i.lyngby@uni-nordhavn.edu for the data.", "ANON002"),
    ("The first author is 0000-0002-7418-3052 on record.", "ANON003"),
    ("Our code is available at https://github.com/ilyngby/wait.", "ANON006"),
    ("In our previous work [2] we saw the same.", "ANON007"),
    ("This work was supported by the Estmark Heart Foundation (grant 18-B-2201).", "ANON005"),
    ("The study was approved by the ethics committee of St. Brannoc Hospital.", "ANON015"),
)


def errors(found: dict[str, str]) -> list[str]:
    return [code for code, severity in found.items() if severity == "error"]


def wrapped(sentences: list[str], width: int) -> list[str]:
    """The sentences as lines of a paper, broken between words."""
    lines, line = [], ""
    for word in " ".join(sentences).split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def test_the_base_paper_gives_nothing() -> None:
    assert weighed(paper()) == {}


@pytest.mark.parametrize("sentence", [*HONEST, CREDITS])
def test_each_honest_sentence_gives_nothing(sentence: str) -> None:
    assert weighed(paper(*wrapped([sentence], 80))) == {}


@settings(max_examples=60, deadline=None)
@given(st.permutations(HONEST), st.integers(min_value=45, max_value=110), st.integers(min_value=1, max_value=19))
def test_honest_prose_in_any_order_and_width_raises_no_error(order: list[str], width: int, count: int) -> None:
    assert errors(weighed(paper(*wrapped(order[:count], width), CREDITS))) == []


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(LEAKS),
    st.permutations(HONEST),
    st.integers(min_value=0, max_value=8),
    st.integers(min_value=45, max_value=110),
)
def test_a_planted_leak_is_found_wherever_it_stands(
    leak: tuple[str, str], order: list[str], at: int, width: int
) -> None:
    sentences = [*order[:at], leak[0], *order[at:8]]
    found = errors(weighed(paper(*wrapped(sentences, width))))
    assert any(code.startswith(leak[1]) for code in found)


_NAMES = st.sampled_from(
    ["Ingrid Lyngby", "Mateo Quiroga Belmonte", "Łukasz Żółć", "Jürgen Köhlberg", "Mei-Ling O’Neill"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_NAMES, min_size=1, max_size=5, unique=True), st.booleans(), st.sampled_from([", ", " and ", " · "]))
def test_names_in_the_author_section_are_always_an_error(names: list[str], marked: bool, separator: str) -> None:
    line = separator.join(f"{name}{number % 3 + 1}" if marked else name for number, name in enumerate(names))
    found = errors(weighed(paper(*HONEST[:6], authors=(line, "1 Anonymized Affiliations"))))
    assert "ANON001/named" in found


@pytest.mark.parametrize(
    "unit", ["a ", "the ", "our previous ", "A. B", "[1]", "University of ", "grant 1", "we thank A ", "at in of "]
)
def test_hostile_pages_take_no_time(unit: str) -> None:
    lines = [unit * (4_000 // len(unit))] * 10
    start = time.process_time()
    weighed(paper(*lines, authors=tuple(lines[:3]), footnotes=tuple(lines[:3]), heads=tuple(lines[:2])))
    assert time.process_time() - start < 10


QUIET = (
    "We follow the fairness definition of our earlier section.",
    "Our method was developed jointly with clinicians at a tertiary hospital.",
    "We previously described the data in Section 2.",
    "In prior work [2], underdiagnosis was shown.",
    "As shown by Fjellgren et al. [2], gaps persist.",
    "Ablations follow the protocol we introduced in Sec. 3.",
    "The second author and the first author annotated the data.",
    "Two of the authors (anonymized initials) read all images.",
    "Readers A.B. and C.D. had ten years of experience.",
    "Experiments ran on the cluster of our institution (name withheld).",
    "Code: https://anonymous.4open.science/r/wait-7C31/README.md",
    "We thank the anonymous reviewers, and the area chair.",
    "Scans come from the University Hospital data set of [3].",
    "The NIH data set was released by the NIH Clinical Center [4].",
    "MIMIC-CXR contains data of the Beth Israel Deaconess Medical Center in Boston.",
    "Funding: none.",
    "This work was supported by the evidence in Table 3.",
    "The study is registered at a national registry (number withheld).",
    "The ethics committee of our hospital approved the study.",
    "Model weights: https://huggingface.co/anonymous-submission-17/wait",
    "Images were de-identified at the participating hospitals.",
    "We used MONAI [3] and PyTorch (https://pytorch.org).",
    "Email addresses such as user@example.com were removed.",
    "Our group fairness metric extends demographic parity [1].",
    "Our lab experiments were run twice.",
    "In our previous experiments we used a larger batch.",
    "Our former model in Table 2 was worse.",
    "We extend the work of [2], who proposed a loss.",
    "The Stanford CheXpert data [1] were used.",
    "Harvard-FairSeg [4] holds 10,000 patients.",
    "Radiographs of the Sao Paulo cohort of [3] were read.",
    "The method of the Karolinska group [2] is a baseline.",
    "Training took 4 hours on a node of a university cluster.",
    "Our approach builds on Segment Anything (https://segment-anything.com).",
    "Data access: apply at https://www.ukbiobank.ac.uk/enable-your-research.",
    "This research has been conducted using the UK Biobank Resource.",
)
TELLING = (
    ("Our group at St. Brannoc Hospital has long read such films.", "ANON015|ANON004"),
    ("In [2] we introduced the waiting measure.", "ANON007"),
    ("As we argued in earlier work [2], gaps persist.", "ANON007"),
    ("This paper is an extension of our MIDL paper [2].", "ANON007"),
    ("Building on our recent findings [2], we ask how long.", "ANON007"),
    ("We refer to our technical report [2] for proofs.", "ANON007"),
    ("Elsewhere [2], we have proven the bound.", "ANON007"),
    ("The data set was collected by our team [2].", "ANON007"),
    ("The first author's thesis [2] has more.", "ANON007"),
    ("Patients were recruited at the Estmark Heart Institute between 2012 and 2019 and we enrolled 300.", "ANON015"),
    (
        "The trial is registered as NCT01234567 and was approved by the ethics committee of Nordhavn University.",
        "ANON015",
    ),
    ("This work was supported by the Estmark Research Council (no. 2021-04417).", "ANON005"),
    ("I. Lyngby was supported by a fellowship of the Estmark Heart Foundation.", "ANON005"),
    ("Code and data: https://github.com/ilyngby/wait", "ANON006"),
    ("A video is at https://youtu.be/x81kq0417aa and shows our system.", "ANON006"),
    ("Please contact i.lyngby(at)uni-nordhavn.de for access.", "ANON002"),
    ("Compute was provided by the Nordhavn Supercomputing Centre under project nhr-2021-117.", "ANON005"),
    ("We gratefully acknowledge the compute time granted by the Estmark HPC Centre.", "ANON005"),
    ("Our previously published data set [2] is used again.", "ANON007"),
    ("our earlier MICCAI paper [2] has details.", "ANON007"),
    ("We reuse the network from our previous publication [2].", "ANON007"),
    ("The authors' previous study [2] saw the same.", "ANON007"),
    ("Our institution (Nordhavn Medical School) approved the study.", "ANON015"),
    ("The in-house data come from Klinikum Nordhavn.", "ANON015"),
)


@pytest.mark.parametrize("sentence", QUIET)
def test_each_quiet_sentence_gives_nothing(sentence: str) -> None:
    assert weighed(paper(sentence)) == {}


@pytest.mark.parametrize(("sentence", "rule"), TELLING)
def test_each_telling_sentence_is_an_error(sentence: str, rule: str) -> None:
    assert any(re.match(rule, code) for code in errors(weighed(paper(sentence))))
