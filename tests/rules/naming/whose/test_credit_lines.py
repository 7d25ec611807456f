"""Lines that name people for contact, for rights or for citing."""

from __future__ import annotations

import pytest

from ...pages import codes, paper

TOLD = [
    ("Corresponding author: Ingrid Halden.", "contact"),
    ("Correspondence to: Ingrid Halden, University of Nordhavn.", "contact"),
    ("Ansprechpartnerin: Ingrid Halden.", "contact"),
    ("© 2025 Ingrid Halden and Boris Novotny. All rights reserved.", "rights"),
    ("Ingrid Halden holds the rights of this manuscript.", "rights"),
    ("Please cite as: Halden, I., Novotny, B.: Equal Rates for Subgroups. FAIMI 2025.", "rights"),
    ("Code: MIT License, copyright Ingrid Halden.", "rights"),
    ("Attribution: I. Halden and B. Novotny, Equal Rates for Subgroups.", "rights"),
]
QUIET = [
    "Code: License MIT, copyright holder hidden.",
    "Licence: Apache 2.0. Copyright notice removed for review.",
    "Our tool has a BSD 3-clause license; all rights are with the authors.",
    "The figures have a Creative Commons Attribution License, copyright of the authors.",
    "Corresponding author: Anonymized Author.",
    "Corresponding author: name withheld for review.",
    "Fig. 2 is reproduced with permission from [3], © Springer.",
    "Map data © OpenStreetMap contributors.",
    "Licensed under a Creative Commons Attribution 4.0 International License (CC BY 4.0).",
    "Does the network (c) Contain Grandmother Cells?",
    "The corresponding image of the other eye was left out.",
    "In a box of the manual one reads: “Contact: Ingrid Halden, Department of Radiology, Nordhavn.”",
]


@pytest.mark.parametrize(("line", "code"), TOLD)
def test_a_line_that_names_the_authors(line: str, code: str) -> None:
    assert code in codes("ANON004", paper("We measure the gap.", line))


@pytest.mark.parametrize("line", QUIET)
def test_a_line_that_names_nobody_or_others(line: str) -> None:
    assert codes("ANON004", paper("We measure the gap.", line)) == []
