"""Addresses that were set or disguised so that nothing makes a link of them, and words that are none."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.identity import urls

from ...pages import paper, weighed

OWN = [
    "Our code is at https//github.com/ilyngby/wait.",
    "Our code is at htpps://github.com/ilyngby/wait.",
    "Our code is at hxxps://lyngby-lab.de/~ilyngby/wait.",
    "Our code is at http:/github.com/ilyngby/wait.",
    "Our code is at ht tps://github.com/ilyngby/wait.",
    "Our code is at github. com/ilyngby/wait.",
    "Our code is at github[.]com/ilyngby/wait.",
    "Our code is at github (dot) com/ilyngby/wait.",
    "Our code is at gitlab dot com slash ilyngby slash wait.",
    "Our code is at https : // github . com / ilyngby-lab / wait.",
    "Our code is at https://github.com/ ilyngby-lab/ wait.",
    "Our code is at https:\\\\github.com\\ilyngby\\wait.",
    "Our code is at https://github.com\\ilyngby/wait.",
    "Our weights are at https://huggingface. co/ilyngby/wait.",
    "Our code is ilyngby/wait on GitHub.",
]
OTHERS = [
    "The baseline of Okonjo et al. [2] is at github. com/okonjo/gap, as they say.",
    "We use torchvision from github[.]com/pytorch/vision.",
    "Data were split on GitHub. Com and net are endings of names.",
    "Our code will be put on https://github.com/ and / or another host.",
    "Issues are read at github.com / nowhere else.",
    "Our train/test splits on GitHub are anonymous.",
    "Our CI/CD on GitHub runs each night.",
    "Our code is at anonymous.4open[.]science/r/wait.",
]


@pytest.mark.parametrize("sentence", OWN)
def test_own_links_that_were_set_or_disguised(sentence: str) -> None:
    assert weighed(paper(sentence)) == {"ANON006/own": "error"}


@pytest.mark.parametrize("sentence", OTHERS)
def test_links_of_others_and_words_pass(sentence: str) -> None:
    assert weighed(paper(sentence)) == {}


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("at github[.]com/ilyngby/wait, too", "github.com/ilyngby/wait", "github[.]com/ilyngby/wait"),
        ("at htps://github.com/ilyngby/wait.", "github.com/ilyngby/wait", "htps://github.com/ilyngby/wait"),
        ("at gitlab dot com slash ilyngby", "gitlab.com/ilyngby", "gitlab dot com slash ilyngby"),
        ("at ilyngby/wait on GitHub", "github.com/ilyngby/wait", "ilyngby/wait"),
    ],
)
def test_what_they_stand_for_and_where(text: str, value: str, printed: str) -> None:
    (found,) = urls(text)
    assert found.value == value
    assert text[found.start : found.end].rstrip(".,") == printed
