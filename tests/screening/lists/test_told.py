"""What a chair is told of a list beside the files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.lists.authors import AuthorList
from faimi_check.screening.lists.told import gone, told_of
from faimi_check.screening.request import Request

ADA = KnownAuthor(name="Ada Quill", emails=("aq@west.edu",))
BO = KnownAuthor(name="Bo Ruvo")
OPEN = KnownAuthor(name="Mei Li", profile="~Mei_Li1")


def told(listed: AuthorList, *ids: str) -> list[str]:
    return list(told_of(listed, [Request(id=id, number=id, paper=Path(id), authors=listed.of(id)) for id in ids]))


def test_for_how_many_there_are_authors() -> None:
    listed = AuthorList({"1": (ADA,), "02": (ADA,)})
    assert told(listed, "1", "2") == ["authors for 2 of 2 submissions"]
    assert told(listed, "1", "2", "17", "33")[0] == "authors for 2 of 4 submissions; none for 17, 33"
    assert told(listed, "7")[0].endswith("none for 7 (the list is of 1, 02, ...)")
    assert "everybody in it (1) is looked for in each" in told(AuthorList(plain=(ADA,)), "1", "2")[0]


@pytest.mark.parametrize(
    ("papers", "titles", "withdrawn", "ids", "said"),
    [
        (range(1, 41), (), (), "014",
         f"in the list but no file: 2, 3, {', '.join(map(str, range(5, 23)))} and 18 more"),
        ((1, 2, 3), (), (), "13", "in the list but no file: 2"),
        ((1,), (1, 5), (), "1", "in the list but no file: 5"),
        ((1, 2, 3), (), (3,), "1", "in the list but no file: 2"),
        ((1, 2), (), (), "12", None),
    ],
)  # fmt: skip
def test_what_is_in_the_list_and_has_no_file(
    papers: Sequence[int], titles: Sequence[int], withdrawn: Sequence[int], ids: str, said: str | None
) -> None:
    listed = AuthorList(
        {str(number): (ADA,) for number in papers},
        (),
        {str(number): "Gaps" for number in titles},
        frozenset(map(str, withdrawn)),
    )
    assert [line for line in told(listed, *ids) if "no file" in line] == ([said] if said else [])


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        (
            (OPEN,),
            "no address for: 7; mails.csv names their OpenReview profiles instead, to which OpenReview can write",
        ),
        ((BO,), "no address for: 7; the list holds none (EasyChair has them in author.csv: give --authors twice)"),
        ((BO, ADA), "no address for some of the authors of: 7; a text goes to those who have one"),
        ((OPEN, ADA), "no address for some of the authors of: 7; a text goes to those who have one"),
        ((BO, KnownAuthor(name="Ada Quill", emails=("aq@west.edu",), contact=True)), None),
        ((ADA,), None),
        ((), None),
    ],
)
def test_whom_no_text_will_reach(authors: tuple[KnownAuthor, ...], said: str | None) -> None:
    assert told(AuthorList({"7": authors}), "7")[1:] == ([said] if said else [])


@pytest.mark.parametrize(
    ("unread", "said"),
    [
        (("Mailbox",), 'column "Mailbox" was not understood'),
        (("Mailbox", "Reach at"), 'columns "Mailbox", "Reach at" were not understood'),
    ],
)
def test_columns_of_addresses_that_are_not_known_are_named(unread: tuple[str, ...], said: str) -> None:
    known = "known are Email, Author Emails, Contact Email, Corresponding Author Email, Submitter Email"
    assert told(AuthorList({"7": (BO,)}, unread=unread), "7")[1:] == [f"no address for: 7; {said}, {known}"]


def test_some_that_have_no_address_are_told_from_the_rest() -> None:
    listed = AuthorList({"1": (ADA,), "2": (BO,), "3": (BO,)})
    assert told(listed, "1", "2", "3")[1:] == [
        "no address for: 2, 3; texts to them are written, but to whom is left to you"
    ]


def test_a_list_of_people_only_is_asked_for_no_files_and_no_addresses() -> None:
    assert len(told(AuthorList(plain=(BO,)), "1", "2")) == 1


def test_what_is_gone_is_said_once() -> None:
    assert list(gone(["5", "1", "5", "2"], ["1", "3"])) == ["there in the run before, gone now: 5, 2"]
    assert list(gone(["1"], ["1", "2"])) == []
