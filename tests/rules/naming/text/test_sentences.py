"""Sentences where lines are set otherwise than running text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.rules.naming.text.sentences import sentences

from ...pages import hits, paper

TURNED = (
    "Patients waited for readings that nobody had asked for. All scans were acquired",
    "at our hospital in Nordhavn.",
)


def turned(*lines: str, region: Region = Region.ROTATED) -> Paper:
    """A paper with these lines set sideways or upside down."""
    whole = paper(*lines)
    (page,) = whole.pages
    set_so = tuple(replace(line, region=region) if line.text in lines else line for line in page.lines)
    return replace(whole, pages=(replace(page, lines=set_so),))


def test_a_turned_paragraph_reads_on_over_its_lines() -> None:
    said = [each.text.strip() for each in sentences(turned(*TURNED))]
    assert "All scans were acquired at our hospital in Nordhavn." in said


@pytest.mark.parametrize("region", [Region.ROTATED, Region.FIGURE_TEXT])
def test_turned_labels_and_those_of_figures_stand_for_themselves(region: Region) -> None:
    said = [each.text.strip() for each in sentences(turned("Waiting time", "Share of patients", region=region))]
    assert {"Waiting time", "Share of patients"} <= set(said)


def test_a_place_in_a_turned_paragraph_is_quoted_with_its_sentence() -> None:
    (hit,) = hits("ANON015", turned(*TURNED))
    assert (hit.code, hit.evidence) == ("site", "All scans were acquired at our hospital in Nordhavn.")


def test_labels_in_a_row_are_no_sentence_though_they_were_read_as_text() -> None:
    labels = ("Teacher Network", "Hospital B", "Ruvo Loss")
    whole = paper("We show the gap.", *labels)
    (page,) = whole.pages
    first = next(line for line in page.lines if line.text == labels[0])
    row = {
        text: replace(
            first, text=text, box=first.box._replace(x0=135.0 + 110 * at, x1=135.0 + 110 * at + 5 * len(text))
        )
        for at, text in enumerate(labels)
    }
    page = replace(page, lines=tuple(row.get(line.text, line) for line in page.lines))
    found = [(each.text.strip(), each.place) for each in sentences(replace(whole, pages=(page,)))]
    assert [one for one in found if one[0] in labels] == [(label, "figure") for label in labels]
