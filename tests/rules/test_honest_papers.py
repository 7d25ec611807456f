"""Both bars at once: an identifier planted anywhere is found, and honest prose never raises an error."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .pages import paper, weighed

# Sentences of papers that give nobody away, chosen for what naive patterns make of them.
HONEST = (
    "We study the gap between groups of a triage on the public CheXpert data [1].",
    "Training ran on an Intel Xeon CPU@3.40GHz, and mAP@0.5 was 0.71.",
    "Previous work [3] has shown that metrics disagree, and our results extend this view.",
    "The claim is supported by the results of Table 2.",
    "The authors of [2] acknowledge that no grant of access can be taken for granted.",
    "For lung masks we used nnU-Net (https://github.com/MIC-DKFZ/nnUNet) as it is.",
    "The code is available at https://anonymous.4open.science/r/wait-7C31.",
    "The study was approved by the local ethics committee (name withheld for review).",
    "MIMIC-CXR holds radiographs of the Beth Israel Deaconess Medical Center [4].",
    "The learning rate was halved @epoch 20 and the loss of [3] was added.",
    "Its handbook has the ISBN 978-0-306-40615-7 and the run is 030-4417-2093.",
    "Data are distributed under 10.5555/collection.4417.2021 by their maintainers.",
    "The Adam optimizer and the Cox model are used as in the work of Eskerod et al. [4].",
    "Our earlier experiment in Section 3 was repeated with ten seeds.",
    "In [2], the authors proposed a loss that we adapt to groups.",
    "Informed consent was waived by the institutional review board.",
    "Two board-certified radiologists with ten years of experience read all images.",
    "The models project 1024 features, and each award counts 1000 points.",
    "We will release the code upon acceptance.",
)
CREDITS = "Acknowledgments. We thank the anonymous reviewers for their comments."
# One leak each, and the rule that must see it.
LEAKS = (
    ("Write to i.lyngby@uni-nordhavn.edu for the data.", "ANON002"),
    ("The first author is 0000-0002-7418-3052 on record.", "ANON003"),
    ("Our code is available at https://github.com/ilyngby/wait.", "ANON006"),
    ("In our previous work [2] we saw the same.", "ANON007"),
    ("This work was supported by the Estmark Heart Foundation (grant 18-B-2201).", "ANON005"),
    ("The study was approved by the ethics committee of St. Brannoc Hospital.", "ANON015"),
)


def errors(found: dict[str, str]) -> list[str]:
    return [code for code, severity in found.items() if severity == "error"]


def wrapped(sentences: list[str], width: int) -> list[str]:
    """The sentences as lines of a paper, broken between words."""
    lines, line = [], ""
    for word in " ".join(sentences).split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def test_the_base_paper_gives_nothing() -> None:
    assert weighed(paper()) == {}


@pytest.mark.parametrize("sentence", [*HONEST, CREDITS])
def test_each_honest_sentence_gives_nothing(sentence: str) -> None:
    assert weighed(paper(*wrapped([sentence], 80))) == {}


@settings(max_examples=60, deadline=None)
@given(st.permutations(HONEST), st.integers(min_value=45, max_value=110), st.integers(min_value=1, max_value=19))
def test_honest_prose_in_any_order_and_width_raises_no_error(order: list[str], width: int, count: int) -> None:
    assert errors(weighed(paper(*wrapped(order[:count], width), CREDITS))) == []


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(LEAKS),
    st.permutations(HONEST),
    st.integers(min_value=0, max_value=8),
    st.integers(min_value=45, max_value=110),
)
def test_a_planted_leak_is_found_wherever_it_stands(
    leak: tuple[str, str], order: list[str], at: int, width: int
) -> None:
    sentences = [*order[:at], leak[0], *order[at:8]]
    found = errors(weighed(paper(*wrapped(sentences, width))))
    assert any(code.startswith(leak[1]) for code in found)


_NAMES = st.sampled_from(
    ["Ingrid Lyngby", "Mateo Quiroga Belmonte", "Łukasz Żółć", "Jürgen Köhlberg", "Mei-Ling O’Neill"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_NAMES, min_size=1, max_size=5, unique=True), st.booleans(), st.sampled_from([", ", " and ", " · "]))
def test_names_in_the_author_section_are_always_an_error(names: list[str], marked: bool, separator: str) -> None:
    line = separator.join(f"{name}{number % 3 + 1}" if marked else name for number, name in enumerate(names))
    found = errors(weighed(paper(*HONEST[:6], authors=(line, "1 Anonymized Affiliations"))))
    assert "ANON001/named" in found


@pytest.mark.parametrize(
    "unit", ["a ", "the ", "our previous ", "A. B", "[1]", "University of ", "grant 1", "we thank A ", "at in of "]
)
def test_hostile_pages_take_no_time(unit: str) -> None:
    lines = [unit * (4_000 // len(unit))] * 10
    start = time.perf_counter()
    weighed(paper(*lines, authors=tuple(lines[:3]), footnotes=tuple(lines[:3]), heads=tuple(lines[:2])))
    assert time.perf_counter() - start < 10
