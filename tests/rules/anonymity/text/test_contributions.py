"""ANON019."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence
from faimi_check.model.page import Region

from ...pages import codes, hits, paper

NAMED = [
    "Author Statements of This Paper. Ingrid Solheim wrote the code. Yusuf Demir ran the models.",
    "Author Contributions. Lindgrenson had the idea and wrote the sampler. Okonjola collected the scans.",
    "Lindgrenson had the idea and wrote most of the code. Okonjola looked after the server. Both wrote.",
    "Author contributions. R.T. Okonjo and S. Lindgren conceived the study; S. Lindgren wrote the code.",
    "Author Contributions: Conceptualization, Henrik Bergström and Lucia Marchetti; software, Henrik "
    "Bergström; writing, Lucia Marchetti.",
    "CRediT authorship contribution statement. Henrik Bergström: Software, Writing – original draft. "
    "Lucia Marchetti: Supervision.",
    "CRediT author statement: Thi Minh Khai Nguyen: Conceptualization, Methodology. Oluwaseun Adeyemi: Validation.",
    "Henrik Bergström and Lucia Marchetti contributed equally to this work.",
    "Wei Zhang and Fatima El-Amrani contributed equally and share first authorship.",
    "A. Okafor and B. van der Meer contributed equally.",
    "M. Kowalczyk implemented the model, J. Ferreira collected the labels, and both wrote the manuscript.",
    "Conceptualization: Ana Ruiz, Pär Lund. Methodology: Pär Lund. Data curation: Ana Ruiz.",
    "Contributions. Yusuf Demir designed the experiments and Ingrid Solheim analysed the data. Both wrote the paper.",
    "Authors' contributions: Priya Raman and Tomás Novák designed the study. All authors read and "
    "approved the final manuscript.",
    "Ingrid Solheim conceived the idea, Yusuf Demir developed the code and Chiara Conti supervised the work.",
    "Author contribution statement: K. Matsumoto performed the experiments under the supervision of L. O'Brien.",
    "Lucia Marchetti wrote the first draft of the manuscript.",
    "Cases were read by two of the authors, a surgeon (Tomás Novák) and a nurse (H. Solheim), blinded to each other.",
    "One of the authors (Priya Raman) drew all contours.",
    "The study was designed by Lucia Marchetti and Ola Nordmann, who also wrote the manuscript.",
]
INITIALS = [
    "Conceptualization, A.B. and C.D.; software, A.B.; writing, C.D. and E.F.; supervision, E.F.",
    "Author contributions. RTO and SL conceived the study; SL wrote the code; all authors revised the text.",
    "Author contributions: A.K. and M.L.S. designed the study, A.K. ran the experiments. All authors "
    "approved the final version.",
    "J.W. implemented the method and ran all experiments; P.H. supervised the project.",
    "Author Contributions. H-J.K. and S.O. contributed equally.",
    "Two radiologists (J.K. and M.L., with ten years of experience) read all images.",
]
HONEST = [
    "Author Statements in Other Journals",
    "4.1 Contributions of Authors in Published Trials",
    "Who Did What Across Earlier Challenges",
    "Cases were read by two of the authors, a surgeon (11 years of experience) and a nurse (6 years).",
    "Some of the authors of these methods (Grad-CAM, Score-CAM) warn of this.",
    "All authors contributed equally to this work.",
    "Author contributions. All authors contributed equally.",
    "Author contributions. [withheld for review]",
    "Author contributions: Removed for double-blind review.",
    "Author contributions. XX and YY conceived the study; XX wrote the code.",
    "Author Contributions. Author 1 and Author 2 designed the study; Author 3 wrote the code.",
    "Author contributions. A1 conceived the study; A2 wrote the code.",
    "CRediT authorship contribution statement. Anonymized for review.",
    "Contributions. We present a loss for small groups. Our main contributions are three. We release code.",
    "The contributions of this paper are: a new loss, a new data set, and an analysis of Vision "
    "Transformer and ResNet models.",
    "Main Contributions. Vision Transformer models are compared. Group DRO wrote the best numbers.",
    "The two losses contributed equally to the gain.",
    "Data curation: images without age were removed. Validation: five folds. Software: PyTorch.",
    "Gradient Boosting and Random Forest contributed equally to the ensemble.",
    "The method of Castellmar and Ruvo [1] was implemented in PyTorch; Eskerod et al. [4] wrote the code.",
    "J. Smith and colleagues [2] conceived the idea of gaps.",
    "In 2019, Dunvarran et al. developed the code that we use.",
    "Visualization. Grad-CAM maps show where the model looks. Validation. We use the held-out sets.",
    "Supervision: weak labels, Self Supervision: none, Full Supervision: dense masks.",
    "Methodology. Cox models and Kaplan-Meier curves were computed. Resources: one A100 card.",
    "Bland and Altman proposed the analysis that Eskerod performed in 1998.",
    "Fisher Information and Mutual Information contributed equally.",
    "ResNet-50 performed the experiments worst, and ViT-B performed best.",
    "Author contributions will be listed here after review.",
    "Author contributions. First author: software, writing. Second author: supervision.",
    "Author contributions. Made anonymous for the review process; in the final version we will use the "
    "CRediT taxonomy (Conceptualization, Methodology, Software, Writing).",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_who_did_what_by_name(sentence: str) -> None:
    assert codes("ANON019", paper(sentence)) == ["named"]


@pytest.mark.parametrize("sentence", INITIALS)
def test_who_did_what_by_initials(sentence: str) -> None:
    (hit,) = hits("ANON019", paper(sentence))
    assert (hit.code, hit.confidence) == ("initials", Confidence.POSSIBLE)


@pytest.mark.parametrize("sentence", HONEST)
def test_nobody_is_told(sentence: str) -> None:
    assert codes("ANON019", paper(sentence)) == []


def test_a_section_is_certain_and_names_all() -> None:
    (hit,) = hits("ANON019", paper("Author Contributions. Software, Ana Ruiz; writing, Pär Lund.", "It ends here."))
    assert hit.confidence is Confidence.CERTAIN
    assert hit.message == "The section says who did what, and names Ana Ruiz, Pär Lund."


def test_a_list_of_roles_without_heading_is_one_finding() -> None:
    said = ("Ana Ruiz: Conceptualization, Writing - original draft.", "Pär Lund: Software, Data curation.")
    (hit,) = hits("ANON019", paper(*said))
    assert hit.message == "The text says who did what, and names Ana Ruiz, Pär Lund."


def test_an_acronym_of_the_paper_is_nobody_s_initials() -> None:
    said = (
        "Author contributions. MRI and CT scans were read by both authors.",
        "Disclosure. None.",
        "MRI and CT differ.",
    )
    assert codes("ANON019", paper(*said)) == []


def test_words_of_the_paper_are_no_surnames() -> None:
    assert codes("ANON019", paper("Early Reading and Late Reading contributed equally.", "A late reading waits.")) == []


def test_a_footnote_is_read() -> None:
    submitted = paper("We study waits.", footnotes=("* Ana Ruiz and Pär Lund contributed equally to this work.",))
    assert [line.region for line in submitted.pages[0].lines if "Ruiz" in line.text] == [Region.FOOTNOTE]
    assert codes("ANON019", submitted) == ["named"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two radiologists (J.K. and M.L., initials changed for review) read all images.",
        "Two radiologists (J.K. and M.L.; these are not their real initials) read all images.",
        "Two readers (A.K. and T.L., pseudonyms) read all images.",
        "Two radiologists (J.K. and M.L.) read all images; the initials have been replaced.",
        "Two radiologists (fictitious initials J.K. and M.L.) read all images.",
    ],
)
def test_initials_that_are_said_to_be_others_are_nobodys(sentence: str) -> None:
    assert codes("ANON019", paper(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Two radiologists (J.K. and M.L., who had changed hospitals) read all images.",
        "Two radiologists (J.K. and M.L., initials unchanged) read all images.",
        "Two radiologists (J.K. and M.L.) replaced the labels.",
    ],
)
def test_initials_beside_other_changes_are_theirs(sentence: str) -> None:
    assert codes("ANON019", paper(sentence)) == ["initials"]
