"""What stands beside a name tells whose it is: labels on another line, cells without brackets, words behind a link."""

from __future__ import annotations

import pytest

from ...pages import entries, paper, weighed, weighed_amid

TABLE = ("Data Access Patients", "MIMIC-CXR public 65,000", "{row}")
OWN = [
    "The repository of our scripts that we used to draw every figure: https://github.com/tormodsv/gapfigs.",
    "Runs were logged to the public Weights & Biases workspace tormodsv-lab, where all runs of this paper can be seen.",
    "Since 2012 we have asked all inhabitants of Fjelldalen over the age of fifty to come to a visit each year.",
    "The present text grew out of a conference paper of ours, “Who Waits”, which had no second reader.",
    "wandb: Currently logged in as: tormodsvn (gaplab).",
    "#SBATCH -A UPPMAX2023-2-17",
    "We tested on TORVIKA-US, collected by the authors in two villages.",
]
OTHERS = [
    "The repository tormodsv/gapbench was one of the six public baselines that we could not run.",
    "We held out the films from Fjelldalen of the public TORVIKA challenge, as their scanners differ.",
    "We asked Prof. Solveig Brattli, last author of the original trial, for the films; she had deleted them.",
    "The rates of smoking are those of Statistics Fjelldalen, for the year of the survey.",
    "An inquiry chaired by Lady Brattli heard the nurses of this ward; we take up its third question.",
    "The grant of the cited authors (JSPS 18K07711) was for the liver, and so no conflict arises.",
    "The challenge paper states its grant (FAPESP 2017/21234-1), and we checked it.",
    "We took the loss of Brattli [2] as it stands at commit 9e1f0c2 and left it so.",
    "Of forty surveys, two were our own earlier studies, which are not cited here to stay anonymous.",
    "Reader B.K. (a pseudonym, as all initials are) told us that she had not looked at the name.",
]


@pytest.mark.parametrize("said", OWN)
def test_a_sentence_of_the_authors_own(said: str) -> None:
    assert weighed_amid(said, references=entries(15))


@pytest.mark.parametrize("said", OTHERS)
def test_what_is_somebody_elses(said: str) -> None:
    assert weighed_amid(said, references=entries(15)) == {}


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("TORVIKA-US ours, not public 2,112", {"ANON015/site": "warning"}),
        ("TORVIKA-US collected by us 2,112", {"ANON015/site": "warning"}),
        ("PadChest public 160,000", {}),
        ("CheXpert in-house 1,000", {}),
    ],
)
def test_a_row_of_a_table_of_data(row: str, codes: dict[str, str]) -> None:
    assert weighed(paper("We measure the gap.", cells=tuple(one.format(row=row) for one in TABLE))) == codes


def test_a_row_of_a_table_of_methods() -> None:
    assert weighed(paper("We measure the gap.", cells=("Method Code AUC", "ERM public 0.8", "GapNorm ours 0.9"))) == {}


def test_an_entry_for_the_papers_own_code() -> None:
    own = "Analysis code of the present paper. https://github.com/tormodsv/gap (2026)"
    assert weighed_amid("We measure the gap [1].", references=(own, *entries(6))) == {"ANON007/cited": "error"}
