"""Whose the code is that "is available at" a link: told by the subject of its sentence and of the one before."""

from __future__ import annotations

import pytest

from ...pages import codes, paper

THEIRS = "https://github.com/kundi/fairx"
OURS = "https://github.com/ilyngby/wait"
ON_OTHERS = [
    f"SegResMamba's code is available at {THEIRS}.",
    f"LungMask’s trained weights are publicly available at {THEIRS}.",
    f"Halvorsen et al. [7] audit six public classifiers. The code is available at {THEIRS}.",
    f"Halvorsen et al. released a benchmark for triage. Its code can be found at {THEIRS}.",
    f"More recently, Halvorsen and Brandt [7] weigh the loss by group. An implementation is available at {THEIRS}.",
    f"Brandt (2021) introduced calibration by group. Code: {THEIRS}",
    f"Reference [7] ranks scans by entropy; the code is available at {THEIRS}.",
    f"[7] reports gaps by age. The repository is {THEIRS}.",
    f"In [7], a sampler is described that balances groups. Code is available at {THEIRS}.",
    f"The authors of FairSeg provide an excellent toolkit. The source code is available at {THEIRS}.",
    f"TorchAudit [7] is a library for group metrics. The code is available at {THEIRS}.",
    f"TriageBench was developed by Halvorsen and Brandt. The code is available at {THEIRS}.",
    f"A laudable example of open research is [7], for which the code is available at {THEIRS}.",
    f"The code of Halvorsen is at {THEIRS}.",
    f"Code for fair scaling, by the same laboratory, is available at {THEIRS}.",
    f"The winning team of the challenge combined ten networks. The code is available at {THEIRS}.",
    f"The most popular tool for this task is LungMask, and its source code is available at {THEIRS}.",
]
PLAINLY_THEIRS = [
    "https://zenodo.org/records/5550117 (third-party corrections of the labels)",
    "https://zenodo.org/records/5550117 (labels as corrected by others)",
    f"A notable exception is the work of Halvorsen and Brandt [7]. Their code is available at {THEIRS}.",
    f"The implementation of [7] is available at {THEIRS}.",
    f"FairSeg (Halvorsen et al., 2023), code available at {THEIRS}, weighs the loss by group.",
    f"Halvorsen et al. released their code at {THEIRS}.",
    f"The values are copied from its authors' repository ({THEIRS}), since our own runs of it were worse.",
    f"Halvorsen and Brandt, whose code at {THEIRS} we run unchanged, found the same [7].",
    f"Halvorsen et al. [7], whose weights from {THEIRS} served as a start, report less.",
    f"The second classifier is that of the winners, whose code at {THEIRS} we re-ran.",
    "nnU-Net's code is available at https://github.com/MIC-DKFZ/nnUNet.",
]
ON_THIS_PAPER = [
    f"Unlike Halvorsen et al. [7], we audit twelve models. The code is available at {OURS}.",
    f"Following Halvorsen et al. [7], images were cropped. The code is available at {OURS}.",
    f"Experiments follow Halvorsen et al. [7]. The code is available at {OURS}.",
    f"Halvorsen et al.'s protocol was followed. The code is available at {OURS}.",
    f"The results agree with those of Halvorsen et al. The code is available at {OURS}.",
    f"Halvorsen et al. [7] showed that gaps exist. Code to reproduce all experiments is available at {OURS}.",
    f"In [7], the same gap was found. The code will be made available at {OURS}.",
    f"In contrast to [7], the method needs no labels; code is available at {OURS}.",
    f"We thank the authors of FairSeg for their data. The code for this paper is at {OURS}.",
    f"The authors declare no competing interests. The code is available at {OURS}.",
    f"MIMIC-CXR [7] was split by patient. The code is available at {OURS}.",
    f"MIMIC-CXR [7] is a data set of radiographs. Code is available at {OURS}.",
    f"nnU-Net [7] was trained with default settings. Implementation available: {OURS}",
    f"TriageX is a framework built on nnU-Net [7]. The code is available at {OURS}.",
    f"Models were trained with the popular library timm [7]. The code is available at {OURS}.",
    f"An example of such a list is given in Fig. 2. The code is available at {OURS}.",
    f"The focal loss was proposed in [7]. The code is available at {OURS}.",
]


@pytest.mark.parametrize("sentences", ON_OTHERS)
def test_after_others_work_it_is_asked_whose_it_is(sentences: str) -> None:
    assert codes("ANON006", paper(sentences)) == ["unclear"]
    assert codes("ANON006", paper("Readings wait.", sentences)) == ["unclear"]


@pytest.mark.parametrize("sentences", PLAINLY_THEIRS)
def test_what_is_said_to_be_others_is_no_finding(sentences: str) -> None:
    assert codes("ANON006", paper(sentences)) == []


@pytest.mark.parametrize("sentences", ON_THIS_PAPER)
def test_other_work_beside_it_does_not_make_it_others(sentences: str) -> None:
    assert codes("ANON006", paper(sentences)) == ["own"]


@pytest.mark.parametrize("name", ["TriageX's code", "TriageX’s source code", "The code of TriageX"])
def test_the_code_of_what_the_title_names_is_own(name: str) -> None:
    titled = paper(f"{name} is available at {THEIRS}.", title=("TriageX: Who Waits Longer?",))
    assert codes("ANON006", titled) == ["own"]
