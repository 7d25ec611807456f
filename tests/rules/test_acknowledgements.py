"""ANON005."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from .pages import codes, hits, paper

NAMED = [
    "Acknowledgments. This work was supported by the Estmark Science Foundation (grant 205321).",
    "Acknowlegements. This study was funded by the BMBF (Fkz 0316185B).",
    "Aknowledgement This study was supported by a grant of the Estmark Heart Foundation.",
    "Acknowledgements We are grateful to Dr. Petra Oyelaran and Bo Sundqvist for help.",
    "Funding: This work received support from Horizon Europe under grant agreement No 101057699.",
    "Danksagung. Diese Arbeit wurde von der Deutschen Forschungsgemeinschaft (DFG) gefördert.",
    "This work was funded by the Estmark Research Foundation under grant 390727645.",
    "This research was supported by NIH R01EB012345.",
    "The authors gratefully acknowledge financial support from the Estmark Heart Foundation.",
    "We thank Petra Oyelaran for reading the radiographs.",
    "Supported in part by NSF CAREER award no. IIS-1234567.",
    "I.L. is supported by a fellowship of the Nordhavn Academy of Sciences.",
    "The first author was funded by a scholarship from the Estmark Scholarship Council.",
    "We acknowledge support by the Ministry of Science under project no. 18-B-2201.",
]
HONEST = [
    "We thank the anonymous reviewers for their comments.",
    "Acknowledgments. We thank the anonymous reviewers and the area chair for their suggestions.",
    "Acknowledgments. Omitted for double-blind review.",
    "Funding. This research received no external funding.",
    "This work was supported by Anonymous Foundation (details removed for review).",
    "Our hypothesis is supported by the results of Table 2.",
    "This claim is supported by experiments on public data.",
    "The authors of [3] acknowledge that their study was limited.",
    "The model projects 1024 features onto 256 dimensions and awards 1000 points.",
    "The grant of access to group labels cannot be taken for granted.",
    "Acknowledgement of uncertainty matters in practice.",
    "Funding bodies ask for fairness reports.",
    "Supported formats are DICOM and NIfTI.",
    "We thank all patients who took part in this study.",
    "Authors must omit acknowledgements in the review copy.",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_what_names_somebody(sentence: str) -> None:
    (hit,) = hits("ANON005", paper(sentence))
    assert hit.code == "named"
    assert hit.confidence is not Confidence.POSSIBLE
    assert sentence.startswith(hit.evidence[:40])


@pytest.mark.parametrize("sentence", HONEST)
def test_what_names_nobody(sentence: str) -> None:
    assert codes("ANON005", paper(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The study of Eskerod et al. [4] was funded by the National Institutes of Health under grant R01-123456.",
        "Acknowledgments. Data collection and sharing was funded by the Alzheimer's Disease Neuroimaging Initiative.",
        "Acknowledgments. This work was made possible by the people of Eastmere.",
    ],
)
def test_what_may_be_others(sentence: str) -> None:
    (hit,) = hits("ANON005", paper(sentence))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)


def test_the_title_s_footnote() -> None:
    assert codes("ANON005", paper(footnotes=("⋆ Supported by the Nordhavn Research Council.",))) == ["named"]
    assert codes("ANON005", paper(footnotes=("⋆ Supported by nrc.",))) == ["named"]
    assert codes("ANON005", paper(footnotes=("⋆ Supported by organization x.",))) == ["template"]
    assert codes("ANON005", paper(footnotes=("1 This is supported by the figures in the text.",))) == []


def test_a_section_is_quoted_whole_and_ends_at_the_next() -> None:
    (hit,) = hits(
        "ANON005",
        paper(
            "Acknowledgments. This work was supported by the Estmark Heart Foun-",
            "dation under grant 075-15-2025-",
            "210 of the year.",
            "Disclosure of Interests. The authors have no competing interests.",
        ),
    )
    assert "Estmark Heart Foundation under grant 075-15-2025-210 of the year." in hit.evidence
    assert "Disclosure" not in hit.evidence
