"""People as lists write them: cells come from strangers, and are read in the process of whoever asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.pumping import processor_seconds

from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.lists.people import address, authors_in_line, merged, names_with_marks, outside_brackets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida@Nordhavn.example", "ida@nordhavn.example"),
        ("<ida@nordhavn.example>*", "ida@nordhavn.example"),
        ("['ida@nordhavn.example']", "ida@nordhavn.example"),
        ("a@b.c", "a@b.c"),
        ("Ida Solvang <ida@nordhavn.example>", "ida@nordhavn.example"),
        ("a@.b.c", "a@.b.c"),
        *((text, "") for text in ("", "ida", "@b.c", "a@", "a@b", "a@.b", "a@b.", "a@b@c.d")),
    ],
)
def test_an_address_has_a_name_and_a_host_with_a_point(text: str, expected: str) -> None:
    assert address(text) == expected


def test_names_are_marked_one_by_one() -> None:
    assert names_with_marks("Solvang, Ida*; Ruvo, Bo") == [("Solvang, Ida", True), ("Ruvo, Bo", False)]
    assert names_with_marks("Ida Solvang and Ida Solvang*") == [("Ida Solvang", False), ("Ida Solvang", True)]


def test_what_stands_in_brackets_is_not_split() -> None:
    assert outside_brackets("Ida (East; West); Bo (A, B)") == ["Ida (East; West)", "Bo (A, B)"]
    assert outside_brackets("Ida (East, West), 'Bo', ") == ["Ida (East, West)", "Bo"]
    assert outside_brackets("") == []


def test_an_address_alone_is_of_whoever_has_it() -> None:
    ida = KnownAuthor(name="Ida Solvang", emails=("ida@n.example", "is@n.example"))
    bo, nobody = KnownAuthor(name="Bo Ruvo"), KnownAuthor(name="", emails=("x@n.example",))
    contact = KnownAuthor(name="", emails=("is@n.example",), contact=True)
    found = merged([bo, ida, contact, nobody])
    assert [(one.name, one.emails, one.contact) for one in found] == [
        ("Bo Ruvo", (), False),
        ("Ida Solvang", ("ida@n.example", "is@n.example"), True),
        ("", ("x@n.example",), False),
    ]


def both(count: int) -> list[KnownAuthor]:
    named = [KnownAuthor(name=f"N{number}", emails=(f"{number}@n.example",)) for number in range(count)]
    return named + [KnownAuthor(name="", emails=one.emails) for one in named]


@pytest.mark.parametrize(
    "act",
    [
        lambda: address("a@" + "." * 200_000 + "@"),
        lambda: authors_in_line("a@" + "." * 200_000 + "@"),
        lambda: outside_brackets("a," * 500_000),
        lambda: outside_brackets("(a," * 500_000),
        lambda: names_with_marks("Ab*;" * 200_000),
        lambda: merged(both(20_000)),
    ],
)
def test_no_cell_and_no_list_takes_long(act: Callable[[], object]) -> None:
    processor_seconds(act, 10)
