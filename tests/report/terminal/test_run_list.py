"""The list of what belongs together."""

from __future__ import annotations

from faimi_check.report.terminal.run_list import Pairing, render


def test_a_long_path_is_cut_in_its_middle_and_pads_no_other_row() -> None:
    path = f"2/{'deep/' * 40}paper.pdf"
    rows = [
        Pairing(id="1", paper="1.pdf", supplements=(), authors=0, title=""),
        Pairing(id="2", paper=path, supplements=(path, "2.zip"), authors=0, title=""),
    ]
    listed = render(rows, width=None).splitlines()
    assert max(map(len, listed)) < 200
    assert listed[2].strip().startswith("2")
    assert listed[2].count("...") == 2
    assert "/paper.pdf" in listed[2]
    assert path in render(rows, width=100)
