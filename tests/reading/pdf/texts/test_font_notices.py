"""Notices of embedded fonts: read, told where they name an author of the list, and otherwise left to who drew them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf.generic import NameObject, NumberObject
from tests.rules.hidden.altered import Altered, hits

from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.reading.paper import read_paper
from faimi_check.rules.anonymity.lists.known_authors import known_author
from faimi_check.rules.registry import NoParameters

PERSON = "Tilda Norrgren"
NOTICE = f"Copyright (c) 2021 {PERSON}, made for the clinic's forms"


def type_1(paper: Altered) -> None:
    clear = f"%!PS-AdobeFont-1.0: Plain\n/FontInfo 9 dict dup begin\n/Notice ({NOTICE}) readonly def\n".encode()
    program = clear + b"currentfile eexec\n" + bytes(range(256)) * 8
    paper.stream(program, Length1=NumberObject(len(clear)), Length2=NumberObject(2048), Length3=NumberObject(0))


def compact(paper: Altered) -> None:
    paper.stream(b"\x01\x00\x04\x01\x00\x01Plain" + NOTICE.encode() + bytes(60), Subtype=NameObject("/Type1C"))


def true_type(paper: Altered) -> None:
    text = NOTICE.encode("utf-16-be")
    record = b"".join(value.to_bytes(2, "big") for value in (3, 1, 0x409, 0, len(text), 0))
    table = b"".join(value.to_bytes(2, "big") for value in (0, 1, 18)) + record + text
    entry = b"name" + bytes(4) + (28).to_bytes(4, "big") + len(table).to_bytes(4, "big")
    program = b"\x00\x01\x00\x00" + (1).to_bytes(2, "big") + bytes(6) + entry + table
    paper.stream(program, Length1=NumberObject(len(program)))


@pytest.fixture(params=[type_1, compact, true_type], ids=lambda make: make.__name__)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    paper = Altered()
    make: Callable[[Altered], None] = request.param
    make(paper)
    made = tmp_path / "paper.pdf"
    paper.writer.write(made)
    return made


def test_a_notice_that_names_an_author_of_the_list_is_told(path: Path) -> None:
    submission = Submission(id="p", paper=read_paper(path, path.name), authors=(KnownAuthor(name=PERSON),))
    (hit,) = list(known_author(submission, NoParameters()))
    assert hit.message == f"{PERSON}: full name in a font program, notice."


def test_a_surname_alone_is_as_well_that_of_who_drew_the_font(path: Path) -> None:
    submission = Submission(id="p", paper=read_paper(path, path.name), authors=(KnownAuthor(name="Ivo Norrgren"),))
    assert list(known_author(submission, NoParameters())) == []


def test_without_a_list_a_notice_is_no_finding(path: Path) -> None:
    paper = read_paper(path, path.name)
    assert any(PERSON in field.value for field in paper.other_texts)
    assert hits("ANON017", path) == []


def test_a_damaged_table_of_names_says_nothing(tmp_path: Path) -> None:
    paper = Altered()
    paper.stream(b"\x00\x01\x00\x00\xff\xff" + b"name" * 40, Length1=NumberObject(9))
    path = tmp_path / "paper.pdf"
    paper.writer.write(path)
    assert not any("name" in field.value for field in read_paper(path, path.name).other_texts)
