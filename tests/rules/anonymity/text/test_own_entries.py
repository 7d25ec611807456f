"""ANON007: reference entries that say themselves whose they are."""

from __future__ import annotations

import pytest

from ...pages import codes, hits, paper

FIRST = "Halden, I., Novotny, B.: Waiting at night. J. Triage 3, 1–9 (2019)"


@pytest.mark.parametrize(
    "entry",
    [
        "Halden, I., Novotny, B.: Waiting by day (our companion paper) (2024)",
        "Halden, I., Novotny, B.: Waiting by day. Extension of the present paper (2024)",
        "Halden, I., Novotny, B.: How long is long? Handed in to a journal, sister paper of this one (2024)",
        "Halden, I., Novotny, B.: Waiting by day. Companion to the present submission (2024)",
        "Halden, I., Novotny, B.: Waiting by day. Part two of this study (2024)",
        "Halden, I., Novotny, B.: Weights and fold files for the present submission. Zenodo (2026)",
        "Halden, I., Novotny, B.: Trained networks and code accompanying this paper. OSF (2026)",
        "Halden, I., Novotny, B.: Waiting by day. By the same authors. J. Triage (2024)",
        "Halden, I.: Waiting by day. Doctoral thesis of the first author, in Norwegian (2024)",
        "Halden, I.: Waiting by day (second author). Poster (2024)",
        "Halden, I., Anonymous, Anonymous: Waiting by day. J. Triage (2024)",
        "Halden, I.: Waiting by day. Master thesis of the present second author, Kvernheim (2024)",
        "Halden, I.: A longer, Norwegian account of this paper, also by ourselves. Triage Nytt 3, 1–4 (2024)",
        "Halden, I.: Waiting by day. Web page of the authors’ group, https://waiting-kvernheim.no (2026)",
        "Anonymous: Code for the present paper. https://github.com/kvernheim-lab/waits (2026)",
        "Halden-Vale, I., et al.: [Title withheld for review.] In: Workshop on Waiting (2024)",
    ],
)
def test_an_entry_that_is_called_ones_own(entry: str) -> None:
    assert codes("ANON007", paper("Waits differ [2].", references=(FIRST, entry))) == ["cited"]


@pytest.mark.parametrize(
    "state",
    [
        "Under review at J. Triage (2025)",
        "Manuscript in preparation (2025)",
        "Who waits? Manuscript submitted to a journal (2025)",
    ],
)
def test_an_entry_that_is_not_published_yet_is_asked_for(state: str) -> None:
    entry = f"Halden, I., Novotny, B.: Waiting by day. {state}"
    assert codes("ANON007", paper("Waits differ [2].", references=(FIRST, entry))) == ["unpublished"]


@pytest.mark.parametrize(
    ("entry", "house"),
    [
        ("Anonymous: Waiting by day. Technical Report 25-3, University of Kvernheim (2025)", "University of Kvernheim"),
        ("Anonymous: [Title withheld for review.] Master's thesis, Klinikum Brekkestad (2025)", "Klinikum Brekkestad"),
    ],
)
def test_an_anonymous_report_that_names_its_house_is_asked_for(entry: str, house: str) -> None:
    (hit,) = hits("ANON007", paper("Waits differ [2].", references=(FIRST, entry)))
    assert hit.code == "unpublished"
    assert house in hit.message


@pytest.mark.parametrize(
    "entry",
    [
        "Anonymous, Anonymous: [Title withheld for review.] In: Workshop on Waiting (2024)",
        "Halden, I., Novotny, B.: Anonymous peers and their titles. J. Triage (2024)",
        "Halden, I.: The first author of a thesis. J. Triage (2024)",
        "Anonymous: Waiting by day. Under review (2025)",
        "Halden, I.: Our hospital, our data: on ownership. J. Triage (2021)",
        "Halden, I.: Extending our earlier work on waits. In: Proc. Triage, pp. 1–9 (2020)",
        "Halden, I.: Part two of the guideline, with a companion to the first part. J. Triage (2021)",
        "Halden, I.: Data for: Who waits by day. Zenodo (2021)",
        "Halden, I.: Models for this century, with code. J. Triage (2021)",
        "Halden, I.: A sister study of the waiting trial. J. Triage (2021)",
        "Halden, I.: Under review: how editors decide. J. Triage (2021)",
        "Anonymous: Waiting by day. Technical report, institution withheld (2025)",
        "Anonymous: Waiting by day. Technical Report 12, University withheld for review (2025)",
        "Anonymous: On waiting. Technical Report Series 7, World Health Organization (2019)",
        "Halden, I.: Waiting by day. Technical Report 12, University of Kvernheim (2021)",
        "Anonymous: Supplementary material of this paper (2026)",
        "Anonymous: Code for the present paper. https://anonymous.4open.science/r/waits (2026)",
        "Anonymous: Code for the present paper. https://github.com/anonymous-waits/waits (2026)",
        "Halden, I.: Learning by ourselves. J. Triage (2021)",
        "Halden, I.: WaitTool. https://github.com/halden/wait (2021)",
    ],
)
def test_entries_that_tell_nothing(entry: str) -> None:
    assert codes("ANON007", paper("Waits differ [2].", references=(FIRST, entry))) == []
