"""Registrations of the study at hand: whose they are is told by the entry, not by the words."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import hits, paper

OTHER = "Castellmar, A., Ruvo, T.: When metrics disagree. In: MICCAI, pp. 1-9 (2021)"
NAMED = "Quill, M., Estmark, B.: Waiting for a reading: preregistration. OSF Registries (2024)"
PROTOCOL = "M. Quill and B. Estmark. Waiting for a reading: study protocol. Imag. Prot. 3, 2-9 (2024)"
UNSAID = "Quill, M., Estmark, B.: Waiting for a reading. Imag. Med. 3, 2-9 (2024)"
NOBODY = "Waiting for a reading: an analysis plan. Preregistered (2024)"
LINKED = "Waiting for a reading: an analysis plan. https://osf.io/ab3cd (2024)"
VIEW_ONLY = "Waiting for a reading: an analysis plan. https://osf.io/ab3cd/?view_only=0a1b2c3d (2024)"
TRIAL = "Waiting for a reading. ClinicalTrials.gov, NCT01234567 (2024)"
ANONYMOUS = "Anonymous: Waiting for a reading: preregistration. OSF Registries (2024)"
OWN = [
    "As preregistered [2], we compare three ways of waiting.",
    "We preregistered our hypotheses and outcomes [2].",
    "Our preregistration [2] lists all outcomes.",
    "The analysis plan was preregistered [2] before any film was read.",
    "We deviate from the registered protocol [2] in one point.",
]
OTHERS = [
    "We registered all scans to the first one [2].",
    "Images are used as registered by the scanner [2].",
    "We follow the preregistered plan of the trial of Quill [2].",
    "The outcomes were preregistered by Quill and Estmark [2].",
    "Preregistration is known to keep authors honest [2].",
    "Our registration is that of the atlas [2].",
]


def found(sentence: str, entry: str) -> list[tuple[str, Confidence]]:
    return [(hit.code, hit.confidence) for hit in hits("ANON007", paper(sentence, references=(OTHER, entry)))]


@pytest.mark.parametrize("entry", [NAMED, PROTOCOL])
@pytest.mark.parametrize("sentence", OWN)
def test_a_registration_that_names_its_authors_is_their_own(sentence: str, entry: str) -> None:
    assert found(sentence, entry) == [("cited", Confidence.LIKELY)]


@pytest.mark.parametrize("entry", [UNSAID, LINKED, TRIAL])
def test_one_that_only_may_or_leads_to_them_is_a_question(entry: str) -> None:
    assert found(OWN[0], entry) == [("cited", Confidence.POSSIBLE)]


@pytest.mark.parametrize("entry", [NOBODY, VIEW_ONLY, ANONYMOUS])
@pytest.mark.parametrize("sentence", OWN)
def test_one_that_names_and_leads_to_nobody_tells_nothing(sentence: str, entry: str) -> None:
    assert found(sentence, entry) == []


def test_the_protocol_of_a_study_may_be_that_of_others() -> None:
    assert found("The study protocol has been published before [2].", PROTOCOL) == [("cited", Confidence.POSSIBLE)]


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_others_registered_and_images_that_are_registered_pass(sentence: str) -> None:
    assert found(sentence, NAMED) == []


def test_the_remedy_is_one_that_a_registration_has() -> None:
    (hit,) = hits("ANON007", paper(OWN[0], references=(OTHER, NAMED)))
    assert "view-only link" in hit.fix
