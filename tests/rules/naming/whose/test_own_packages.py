"""Packages that a paper has readers install."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.whose.own_packages import own_packages

from ...pages import hits, paper

OWN = [
    ("Weights for each patient are drawn by our package (pip install waitinglonger).", "waitinglonger"),
    ("Our toolbox is on PyPI (pip install gapmeter) and has no dependencies.", "gapmeter"),
    ("Install our library with pip install tintgap to repeat Table 1.", "tintgap"),
    ("Our package for audits (uv add gapmeter) has two commands.", "gapmeter"),
    ("Everything runs after “pip install pleuragap”, which we maintain.", "pleuragap"),
    ("The code is on CRAN as install.packages(“delaygap”).", "delaygap"),
    ("The tests of this paper can be repeated with pip install haldengaps on any machine.", "haldengaps"),
    ("All figures are redrawn by our npm module (npm install ward-gap-plots).", "ward-gap-plots"),
    ("You can pip install waitgap, our package, and run it.", "waitgap"),
    ("Our Python package tintgap is on PyPI, where its history can be seen.", "tintgap"),
    ("Our library “gapmeter” can be found on CRAN.", "gapmeter"),
    ("Get it by pip install waitgap (our tool).", "waitgap"),
]
OTHERS = [
    "We install readers by pip install waitgap (a tool of others).",
    "The estimators come from scikit-learn (pip install scikit-learn), version 1.3.",
    "Our environment is set up with pip install torch monai nibabel.",
    "Images are read with a third-party package (pip install dicomreader).",
    "Our code needs the following: pip install numpy pandas.",
    "Our library's requirements are met by pip install numpy.",
    "The baseline of [2] is installed by pip install tintgap.",
    "Our package for Halden's scanner (pip install haldenscan) is the maker's own.",
    "Our package is on PyPI under a name that we withhold.",
    "Our package uses lme4 from CRAN.",
    "Our package depends on numpy from PyPI.",
    "The package tintgap of Halden et al. is on PyPI.",
    "Our package [2] is installed by pip install tintgap.",
]


@pytest.mark.parametrize(("sentence", "name"), OWN)
def test_own_packages(sentence: str, name: str) -> None:
    assert [found.name for found in own_packages(sentence)] == [name]
    (hit,) = hits("ANON006", paper(sentence))
    assert hit.code == "own"
    assert name in hit.evidence


@pytest.mark.parametrize("sentence", OTHERS)
def test_packages_of_others(sentence: str) -> None:
    assert list(own_packages(sentence)) == []
    assert hits("ANON006", paper(sentence)) == []
