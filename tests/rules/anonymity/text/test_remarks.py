"""ANON020."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import codes, hits, paper

REMARKS = [
    "ML sorts films. [ML: please check this rate]",
    "The rate falls (US: could you verify the date?).",
    "[CT: pls update the legend]",
    "[Marieke: ask the clinic at Kvernheim how many films there were]",
    "[Zhixuan: confirm the dates with the ward]",
    "[Marieke: please check the numbers in this table before we submit.]",
    "[Zhixuan: Nicolas, could you have a look?]",
    "The gap is wide. TODO Gustavo: add p-values.",
    "TODO(Gustavo): add p-values.",
    "@Nicolas: could you please check this paragraph?",
    "(JV: I disagree.) The gap is wide.",
    "[JD: cite the new paper here]",
    "[JD: this part needs rewriting]",
    "[JD: In British scientific writing, you begin with the gap and not with the ward.]",
    "The gap is wide [Ilse: I would not say so].",
    "[TODO Henrik: rerun with ten seeds]",
    "The rate falls [AB: really? check with Lucia].",
    "[Comment by Lucia: this is too strong]",
    "\\todo{Ana: shorten}",
    "Nicolas, could you have a look at this paragraph?",
    "[HK: rephrase this sentence, it is too long]",
    "FIXME Priya: the figure is outdated.",
    "Todo for Yusuf: update Table 2.",
    "[Özlem: Şule, can you add the reference?]",
    "SL: please check. The gap is wide.",
    "[note from Tomás: move to appendix]",
    "[ask Lucia whether the numbers are right]",
    "[Ilse: is this really true?]",
    "[PK→ML: I moved this to the appendix]",
    '{Weronika: can we say "robust" here?}',
    "Hi [Tomek: see my mail]",
    "Commented [KL3]: where is this from?",
    "Kommentiert [HS12R1]: stimmt so.",
    "Comentado [TQ7]: falta la cita",
    "TODO Mairead: fix this sentence.",
    "TODO Mairead fix this sentence.",
    "TODO @Mairead look at this",
    "@Mairead: TODO fix this",
    "FIXME (Tamas) check the numbers.",
    "XXX ask Priya about the split.",
    "TODO: ask Mairead about the split.",
    "XXX Priya: check the split.",
    "Note to Inga: the numbers of Table 2 are old.",
    "The gap is wide. Comment for Inga – say how wide.",
    "# TODO(ilyngby): ask whether the codes are still right",
    "Pilar, does this still hold after the second guidance?",
    "Tove: numbers from your second run, pls check before I upload!",
    "Ingrid: stimmt die 0.9 hier? Bitte bis Freitag nachrechnen.",
]
HONEST = [
    "[AI: please check the film] [LLM: could you look at the film?]",
    "(ML: logistic regression, CT: helical scans) [MR: please see the appendix]",
    "[ML: we would rather cite fewer films]",
    "Formally, does this still hold after a shift?",
    "Preprocessing: please see the appendix for the numbers.",
    "Sensitivity: the share of positive films that are found.",
    "[Note: the images are public.]",
    "[Prompt: ask the patient for the history] [Agent: call the tool] [Step: verify the mask]",
    "[Input: image] [Output: label]",
    "[CLS: token] and [SEP: token] are added.",
    "[User: describe the image] [Assistant: the lung is clear]",
    "[Question: is there an effusion?] [Answer: yes]",
    "[Figure: see the appendix]",
    "[System: You are a radiologist. Please check the image.]",
    "The prompt was [Radiologist: please check the image for nodules].",
    "[Context: chest radiograph] [Patient: male, 45 years]",
    "[Source: WHO] [CI: 0.3-0.5] [IQR: 12-15] [95% CI: 0.70]",
    "(CI: 0.61–0.72) (SD: 3.1) (AUC: 0.81) (N: 300)",
    "[TODO: add numbers]",
    "TODO: fix this sentence.",
    "Approved by the ethics committee of XXX Hospital, number XXX.",
    "TODO Table 2: add the numbers.",
    "Note to Practitioners: the gap is wide. Note to Clinicians: it closes.",
    "Note to self: say how wide.",
    "TODO ask Reviewers what they mean.",
    "# TODO(later): add numbers",
    "[Step 1: read the image] [Age: 45]",
    "(see Fig. 3: the gap is wide) (HR: 1.2) (OR: 2.3) (MR: 12 cases) (US: 24 cases) (UK: 400 patients)",
    "(A: input image, B: mask) (Left: input. Right: output.)",
    "GPT: I disagree with the reading.",
    "[Reviewer: I do not agree] (Alice: Hello, Bob: Hi)",
    "(LR: 0.001; BS: 32) (GPU: A100) (ID: 1234) (PI: see above)",
    "[Model: ResNet-50] [Dataset: CheXpert] [Findings: clear lungs] [Impression: no change]",
    "(Asian: 12 %, White: 70 %, Black: 18 %) (Stanford: 12 cases) (Boston: 300 scans) (Female: 300)",
    "Note to the reader: check the appendix. TODO list.",
    "Patient: I have pain here. Doctor: please show where.",
    "[MASK: token] [DOI: 10.1000/xyz] [ID: please check] [Task: rephrase this sentence]",
    "(BERT: check) (ViT: see Table 2) (SHAP: see appendix) [LLM: please rewrite the report]",
    "(Table 2: could we remove this row) [Boston: 120 scans, Paris: please see Table 2]",
    "Specifically, please refrain from this. Finally, please note that the gap is wide.",
    "In this task, could you say whether a lung is clear? (Impression: is this a nodule?)",
    "[Definition 2: let us call this a gap] (Theorem: do we need this?)",
    "Smith (London: Penguin) wrote this. See Miller (Berlin: Springer, 2020).",
    "The answer (Yes: can you see it?) and {Positive: is this a mass?} were given.",
    "(SSIM: is this the right one?) while SSIM was 0.7.",
    "Comments [12]: see below. As Halden commented [3]: the gap is wide.",
    "Commented [A3]: where is this from?",
]


@pytest.mark.parametrize("sentence", REMARKS)
def test_remarks_between_authors(sentence: str) -> None:
    (hit,) = hits("ANON020", paper(sentence))
    assert (hit.code, hit.confidence) == ("remark", Confidence.POSSIBLE)


@pytest.mark.parametrize("sentence", HONEST)
def test_what_reads_like_one_and_is_none(sentence: str) -> None:
    assert codes("ANON020", paper(sentence)) == []


def test_all_remarks_are_one_finding() -> None:
    (hit,) = hits("ANON020", paper("The gap [Ilse: is this true?] is wide.", "It closes. TODO Marek: say when."))
    assert hit.message.startswith("2 remarks")
    assert hit.evidence.startswith("[Ilse: is this true?] | TODO Marek: say when.")


def test_an_acronym_of_the_paper_makes_no_remark() -> None:
    assert codes("ANON020", paper("The rate [WTR: is this the one?] is the WTR.")) == []


def test_a_remark_in_a_caption() -> None:
    assert codes("ANON020", paper("It is.", captions=("Fig. 1. Waits. [Marek: please redo this plot]",))) == ["remark"]


@pytest.mark.parametrize("remark", [one for one in REMARKS if one.startswith(("TODO", "FIXME", "XXX", "Note"))])
def test_what_a_remark_names_is_told_once_and_is_a_note_left_behind_too(remark: str) -> None:
    left = paper("The gap is wide in both groups.", remark, "It closes later.")
    assert codes("ANON020", left) == ["remark"]
    assert codes("DOC005", left) == ["notes"]
    assert not hits("ANON019", left)
    assert not hits("ANON022", left)


@pytest.mark.parametrize(
    "text", ["[Ingrid, have you the second table", "Fine. [Maeva, did you ask them?]", "Ruairi, are you sure?"]
)
def test_a_question_to_somebody_by_name(text: str) -> None:
    assert len(hits("ANON020", paper(text))) == 1
