"""People in the comments of listings and algorithms."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.people.comments import commented_people

from ...pages import codes, paper

NAMED = [
    ("4. // AT (Anselm Tamm): median instead of mean since Friday", "Tamm"),
    ("# RQ (Rosalia Quiroga): do not touch this seed", "Quiroga"),
    ("% fixed by H. Lyngby, 3 May", "Lyngby"),
    ("# Inga (Lyngby) says the mask is inverted", "Lyngby"),
    ("2. // changed after talk with Inga Lyngby", "Lyngby"),
    ("/* threshold lowered, cc Mateo Quiroga */", "Quiroga"),
]
NOBODY = [
    "4. // GAP (Global Average Pooling): median instead of mean",
    "# LR (Learning Rate): do not touch this value",
    "# KL (Kullback Leibler) divergence of both groups",
    "% fixed by the Holm correction",
    "// level set by Benjamini Hochberg procedure",
    "// AT (Rosalia Quiroga): these are no initials of hers",
    "// see DeLong et al. [1] for the variance",
    "median instead of mean by Inga Lyngby",
]


@pytest.mark.parametrize(("line", "surname"), NAMED)
def test_who_is_named_in_a_comment(line: str, surname: str) -> None:
    assert [found[2] for found in commented_people(line)] == [surname]
    assert codes("ANON020", paper(line)) == ["remark"]


@pytest.mark.parametrize("line", NOBODY)
def test_comments_that_name_nobody(line: str) -> None:
    assert list(commented_people(line)) == []


def test_a_name_that_the_references_hold_is_of_a_method() -> None:
    assert codes("ANON020", paper("// step size by A. Castellmar")) == []
