"""ANON022: people in the lettering of drawn figures and in rows of tables."""

from __future__ import annotations

import msgspec
import pytest

from faimi_check.model.page import Region
from faimi_check.model.paper import Paper

from ...pages import hits, paper


def with_line(text: str, region: Region, *body: str) -> Paper:
    """A paper with one line of a figure or a table."""
    plain = paper(*body, text)
    (page,) = plain.pages
    lines = tuple(msgspec.structs.replace(line, region=region) if line.text == text else line for line in page.lines)
    return msgspec.structs.replace(plain, pages=(msgspec.structs.replace(page, lines=lines),))


def told(text: str, region: Region) -> list[tuple[str, str]]:
    found = hits("ANON022", with_line(text, region))
    return [(hit.code, hit.evidence) for hit in found if hit.message.startswith("A figure or table")]


@pytest.mark.parametrize("text", ["signed in: i.lyngby", "Annotated by Moira Lyngby", "Operator: Mateo Quiroga"])
def test_a_label_in_a_figure_says_who_somebody_is(text: str) -> None:
    assert told(text, Region.FIGURE_TEXT) == [("named", text)]


@pytest.mark.parametrize(
    "text",
    [
        "mquiroga@gpu03:~/fair$ python run.py",
        "LYNGBY, INGRID",
        "PATIENT: LYNGBY^INGRID",
        "Mateo Quiroga 12.04.1961",
        "created by Mateo Quiroga with draw.io",
        "Mateo Quiroga",
    ],
)
@pytest.mark.parametrize("region", [Region.FIGURE_TEXT, Region.ROTATED])
def test_what_a_picture_would_tell_a_figure_tells(text: str, region: Region) -> None:
    assert told(text, region) == [("named", text)]


@pytest.mark.parametrize("text", ["Reader I. Lyngby 0.91 0.88", "Grader 2 (M. Quiroga) 0.77", "Nurse: T.-A. Vega 14"])
def test_a_row_of_a_table_is_somebodys(text: str) -> None:
    assert told(text, Region.TABLE_TEXT) == [("named", text)]


@pytest.mark.parametrize("region", [Region.FIGURE_TEXT, Region.TABLE_TEXT])
@pytest.mark.parametrize(
    "text",
    [
        "user: anonymous",
        "Reader A 0.91 0.88",
        "Reader A. Sensitivity 0.91",
        "Observer study of I. Lyngby et al. [7] 0.83",
        "Expert labels 0.91",
        "Lyngby [7] 0.83 0.80",
        "Annotated by reader 2",
        "Patient: Jane Doe",
        "PATIENT: DOE^JANE",
        "DOE^JOHN",
        "Monte Carlo Dropout",
        "Claude Opus",
        "Grace Hopper",
        "Mistral Large",
        "San Marino",
        "Kaplan-Meier",
        "Image: Wikimedia Commons",
        "results_v2.csv",
        "TPR/FPR",
    ],
)
def test_lettering_that_names_nobody(text: str, region: Region) -> None:
    assert told(text, region) == []
