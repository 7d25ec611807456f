"""Authors' names as they are printed: with marks, labels, particles and signs, and what is no name among them."""

from __future__ import annotations

import pytest

from faimi_check.model.page import Box, Line, Page, TextRun
from faimi_check.model.parts import LineRef
from faimi_check.rules.naming.people.author_lines import people_and_places, with_marks_apart
from faimi_check.rules.naming.people.author_section import author_section
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import is_person, names_in

from ...pages import hits, paper


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Phan Do Thanh Tuan iD", ["Phan Do Thanh Tuan"]),
        ("Phan Do Thanh Tuan1iD, Jo Tan iD2", ["Phan Do Thanh Tuan", "Jo Tan"]),
        ("Autor: Gabriela Lyngby da Hora", ["Gabriela Lyngby da Hora"]),
        ("Orientador: Prof. Mateo Quiroga", ["Mateo Quiroga"]),
        ("Supervisors: Jo Tan and Ilse Vega", ["Jo Tan", "Ilse Vega"]),
        ("Verfasserin: Ilse Vega", ["Ilse Vega"]),
        ("Handling Editor: Ilse Vega", []),
        ("Received Date: 20 March 2019", []),
        ("1st Ilse Vega", ["Ilse Vega"]),
        ("2nd Jean-Pierre N’Guessan", ["Jean-Pierre N’Guessan"]),
        ("3 rd Jo Tan", ["Jo Tan"]),
        ("SAOIRSE NÍ DHOMHNAILL", ["SAOIRSE NÍ DHOMHNAILL"]),
        ("G. DE OLIVEIRA SANTOS, JAN VAN DER MEER", ["G. DE OLIVEIRA SANTOS", "JAN VAN DER MEER"]),
        ("Seán Ó Briain1, Mary-Anne O'Brien2", ["Seán Ó Briain", "Mary-Anne O'Brien"]),
        ("Gabriele d’Annunzio3", ["Gabriele d’Annunzio"]),
        ("Omar al-Farouq, Noor bint Saleh", ["Omar al-Farouq", "Noor bint Saleh"]),
        ("Jan van ’t Veld and Ria van’t Hoff", ["Jan van ’t Veld", "Ria van’t Hoff"]),
        ("Wěi Lín (林伟)1,2, Yun (Bobby) Tan", ["Wěi Lín", "Yun Tan"]),
        ("Karel van der Heijden–de Vries3", ["Karel van der Heijden–de Vries"]),
        ("Tobi Ade\u0301ko\u0323\u0301la\u03011, Ilse Vega2", ["Tobi Adékọ́lá", "Ilse Vega"]),
        ("Lluís Puig i Vila, Ana Costa e Silva", ["Lluís Puig i Vila", "Ana Costa e Silva"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("João Silva e Ilse Vega", ["João Silva", "Ilse Vega"]),
        ("Els de Wit en Ilse Vega", ["Els de Wit", "Ilse Vega"]),
        ("Ilse Vega & Jo Tan", ["Ilse Vega", "Jo Tan"]),
        ("Texas A&M", []),
        ("Kansai Devices K.K.", []),
        ("KU Leuven", []),
        ("Abidjan, Côte d’Ivoire", []),
        ("ACM Reference Format:", []),
    ],
)  # fmt: skip
def test_names_in_a_line(line: str, names: list[str]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize("name", ["TU Wien", "UC Davis", "Fjord Analytics AS", "São Tomé Imaging Group"])
def test_no_person(name: str) -> None:
    assert not is_person(name)


def test_short_names_of_universities() -> None:
    assert is_institution("KU Leuven, 3001 Leuven")
    assert is_institution("LMU München")
    assert not is_institution("HU Values")


@pytest.mark.parametrize(
    ("authors", "persons"),
    [
        (
            ("ILSE VEGA, Nordhavn Technological College, Estmark", "G. DE OLIVEIRA SANTOS, Universidade do Vale Azul"),
            ("ILSE VEGA", "G. DE OLIVEIRA SANTOS"),
        ),
        (
            ("Jo Tan", "University of Nordhavn", "Eastmere 98195", "Ilse Vega, and Liu Köhl", "Hafen Institute"),
            ("Jo Tan", "Ilse Vega", "Liu Köhl"),
        ),
        (
            ("Jo Tan", "University of Nordhavn", "Yorktown Harbours, NY 10598 USA"),
            ("Jo Tan",),
        ),
        (("Jo Tan,‡ and", "Ilse", "D. Vega∗,‡", "† University of Nordhavn"), ("Jo Tan", "Ilse D. Vega")),
        (("Ruben P. Köhl", "and Ilse", "Vega[0000−0001−8771−5559]", "KU Leuven"), ("Ruben P. Köhl", "Ilse Vega")),
        (("Autor: Ilse Vega", "Betreuer: Prof. Dr. Jo Tan"), ("Ilse Vega", "Jo Tan")),
        (("JO TAN, Nordhavn College", "ACM Reference Format:", "Jo Tan. 2026. A Study"), ("JO TAN",)),
        (
            ("Anonymous Author and Ilse Vega", "Debian Project"),
            ("Ilse Vega",),
        ),
    ],
)  # fmt: skip
def test_every_author_is_counted_once(authors: tuple[str, ...], persons: tuple[str, ...]) -> None:
    submitted = paper(authors=authors)
    assert author_section(submitted).persons == persons
    assert hits("ANON001", submitted)[0].code == "named"


def _set(*pieces: tuple[str, float]) -> tuple[Page, Line]:
    """A line of 10 points set in pieces of the given sizes."""
    runs = tuple(TextRun(text, Box(0, 0, 1, 1), 0, 10, size, 0) for text, size in pieces)
    text = "".join(piece for piece, _ in pieces)
    line = Line(text, Box(100, 90, 100 + 5 * len(text), 100), 98, 10.0, 0, False, False, tuple(range(len(runs))))
    return Page(number=1, width=612, height=792, runs=runs, lines=(line,)), line


@pytest.mark.parametrize(
    ("pieces", "persons"),
    [
        (
            (("Ilse Echeverría-Ruiz", 10), ("a,b,", 7), ("∗", 7), (", Lluís Puig i Vila", 10), ("a", 7)),
            ("Ilse Echeverría-Ruiz", "Lluís Puig i Vila"),
        ),
        ((("Jo Asante-Vega", 10), ("a", 8), (", and Mei Tan", 10), ("a,b", 8)), ("Jo Asante-Vega", "Mei Tan")),
        ((("Ilse Vega", 10), ("iD", 5), (" and Jo Tan", 10), ("iD", 5)), ("Ilse Vega", "Jo Tan")),
        ((("1", 10), ("st", 7), (" Ilse Vega", 10)), ("Ilse Vega",)),
        ((("I", 10), ("LSE", 8), (" V", 10), ("EGA", 8)), ("ILSE VEGA",)),
        ((("Ilse Vega and Anna", 10), (" Costa", 10)), ("Ilse Vega", "Anna Costa")),
    ],
)  # fmt: skip
def test_raised_letters_are_no_part_of_a_name(pieces: tuple[tuple[str, float], ...], persons: tuple[str, ...]) -> None:
    page, line = _set(*pieces)
    marked = with_marks_apart(page, line)
    assert people_and_places([(LineRef(1, 0), marked)], frozenset())[0] == persons
