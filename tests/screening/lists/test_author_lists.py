"""Author lists in the forms that people write and systems export."""

from __future__ import annotations

from collections.abc import ItemsView
from pathlib import Path

import pytest

from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.lists.authors import AuthorList, AuthorListError, read_authors

CMT_XML = """<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Main"><Table><Row/><Row>
<Cell><Data ss:Type="String">Paper ID</Data></Cell><Cell><Data ss:Type="String">Paper Title</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="String">Authors</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">42</Data></Cell><Cell><Data ss:Type="String">Gaps</Data></Cell>
<Cell ss:Index="4">
<Data ss:Type="String">Ingrid Lyngby (Nordhavn (Main))*; Bo Ruvo (East; West)</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Track 2"><Table><Row><Cell><Data ss:Type="String">Paper ID</Data></Cell>
<Cell><Data ss:Type="String">Author Names</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">43</Data></Cell>
<Cell><Data ss:Type="String">Lyngby, Ingrid*; Ruvo, Bo</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def read(tmp_path: Path, name: str, content: str | bytes) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = read_authors(path)
    told = {
        paper: [(one.name, one.emails, one.affiliation) for one in authors] for paper, authors in found.papers.items()
    }
    return told | {"": [(one.name, one.emails, one.affiliation) for one in found.plain]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ingrid Lyngby\nBo Ruvo\n", ["Ingrid Lyngby", "Bo Ruvo"]),
        ("# our team\nLyngby, Ingrid\nRuvo, Bo\n", ["Lyngby, Ingrid", "Ruvo, Bo"]),
        ("Lyngby, Ingrid and Ruvo, Bo\n", ["Lyngby, Ingrid", "Ruvo, Bo"]),
        ("Ingrid Lyngby, Bo Ruvo and Mei Köhl\n", ["Ingrid Lyngby", "Bo Ruvo", "Mei Köhl"]),
        ("- Ingrid Lyngby; Bo Ruvo\n", ["Ingrid Lyngby", "Bo Ruvo"]),
        ("Jürgen Köhlberg\r\n", ["Jürgen Köhlberg"]),
    ],
)
def test_plain_lists(tmp_path: Path, text: str, names: list[str]) -> None:
    assert [name for name, _, _ in read(tmp_path, "a.txt", text)[""]] == names


def test_plain_list_with_addresses_and_places(tmp_path: Path) -> None:
    text = "Ingrid Lyngby <i.lyngby@nordhavn.edu>\nBo Ruvo, University of Eastmere\n"
    assert read(tmp_path, "a.txt", text)[""] == [
        ("Ingrid Lyngby", ("i.lyngby@nordhavn.edu",), ""),
        ("Bo Ruvo", (), "University of Eastmere"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "a.txt", "Jürgen Köhlberg\nZoë Ruvo\n".encode(encoding))[""][0][0] == "Jürgen Köhlberg"


def test_hotcrp(tmp_path: Path) -> None:
    text = (
        "paper,title,first,last,email,affiliation,iscontact\n"
        '12,Gaps,Ingrid,Lyngby,il@nordhavn.edu,"Nordhavn, Estmark",yes\n12,Gaps,Bo,van Ruvo,,East,\n'
        "13,More,Mei,Li,ml@x.cn,,\n"
    )
    found = read(tmp_path, "authors.csv", text)
    assert found["12"] == [("Lyngby, Ingrid", ("il@nordhavn.edu",), "Nordhavn, Estmark"), ("van Ruvo, Bo", (), "East")]
    assert found["13"] == [("Li, Mei", ("ml@x.cn",), "")]


def test_cmt_as_xml_with_one_sheet_a_track(tmp_path: Path) -> None:
    found = read(tmp_path, "Papers.xls", CMT_XML)
    assert found["42"] == [("Ingrid Lyngby", (), "Nordhavn (Main)"), ("Bo Ruvo", (), "East; West")]
    assert [name for name, _, _ in found["43"]] == ["Lyngby, Ingrid", "Ruvo, Bo"]


def test_cmt_as_text(tmp_path: Path) -> None:
    text = (
        "\ufeffPaper ID\tPrimary Contact Author Name\tPrimary Contact Author Email\tAuthor Names\tAuthor Emails\n"
        "7\tIngrid Lyngby\til@nordhavn.edu\tLyngby, Ingrid*; Ruvo, Bo\til@nordhavn.edu*;bo@east.edu\n"
    )
    assert read(tmp_path, "papers.txt", text)["7"] == [
        ("Lyngby, Ingrid", ("il@nordhavn.edu",), ""),
        ("Ruvo, Bo", ("bo@east.edu",), ""),
    ]


def test_openreview(tmp_path: Path) -> None:
    text = 'number,forum,title,authors,authorids\n3,aB,Gaps,"Ingrid Lyngby;Bo Ruvo","~Ingrid_Lyngby1;bo@east.edu"\n'
    assert read(tmp_path, "or.csv", text)["3"] == [("Ingrid Lyngby", (), ""), ("Bo Ruvo", ("bo@east.edu",), "")]


OPENREVIEW_CONSOLE = (
    "number,forum,title,abstract,num reviewers,reviewer contact info\n"
    '3,https://openreview.net/forum?id=aB,Gaps,"We look at gaps,\nand at more.",0,Ada Reeve<ar@west.edu>\n'
)


def test_openreviews_console_names_no_authors_and_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuthorListError, match="without a column for authors; its first row says: number, forum, title"):
        read(tmp_path, "or.csv", OPENREVIEW_CONSOLE)


@pytest.mark.parametrize(
    "text",
    [
        "id,title,status\n1,Gaps,submitted\n",
        "Nummer;Titel;Autoren\n1;Luecken;Ingrid Lyngby\n2;Mehr;Bo Ruvo\n",
        "12,Ingrid Lyngby\n13,Bo Ruvo\n",
        "#,title,submitted,decision\n1,Gaps,2026-01-01,\n",
    ],
)
def test_a_table_whose_columns_are_not_understood_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(AuthorListError, match="its first row says"):
        read(tmp_path, "a.csv", text)


EASYCHAIR_SUBMISSIONS = (
    "#,title,authors,submitted,last updated,form fields,keywords,decision,notified,reviews sent,abstract,deleted?\n"
    '7,Gaps,"Ingrid Lyngby, Mei Li and Bo van Ruvo",2026-06-01 10:00,2026-06-02 11:00,,"gaps\nbias",no decision,,,'
    '"Long,\n\nin three lines,\nwith commas.",no\n'
    '8,"More, and less",Ada Quill and Bo Ruvo,2026-06-01 10:00,2026-06-02 11:00,,"one\ntwo",no decision,,,Short.,no\n'
)
EASYCHAIR_AUTHORS = (
    "submission #,first name,last name,email,country,affiliation,Web page,person #,corresponding?\n"
    "7,Ingrid,Lyngby,IL@nordhavn.edu,Estmark,Nordhavn,,1,yes\n7,Mei,Li,ml@x.edu,China,East,,2,no\n"
)


def test_easychair(tmp_path: Path) -> None:
    assert [name for name, _, _ in read(tmp_path, "submission.csv", EASYCHAIR_SUBMISSIONS)["7"]] == [
        "Ingrid Lyngby", "Mei Li", "Bo van Ruvo",
    ]  # fmt: skip
    assert [name for name, _, _ in read(tmp_path, "submission.csv", EASYCHAIR_SUBMISSIONS)["8"]] == [
        "Ada Quill", "Bo Ruvo",
    ]  # fmt: skip
    assert read(tmp_path, "author.csv", EASYCHAIR_AUTHORS)["7"] == [
        ("Lyngby, Ingrid", ("il@nordhavn.edu",), "Nordhavn"),
        ("Li, Mei", ("ml@x.edu",), "East"),
    ]


def test_several_files_of_one_export_are_joined(tmp_path: Path) -> None:
    for name, text in (("submission.csv", EASYCHAIR_SUBMISSIONS), ("author.csv", EASYCHAIR_AUTHORS)):
        (tmp_path / name).write_text(text)
    found = read_authors(tmp_path / "submission.csv", tmp_path / "author.csv")
    assert (found.title("007"), found.title("8"), found.title("9")) == ("Gaps", "More, and less", "")
    assert [(one.name, one.emails, one.contact) for one in found.of("7")] == [
        ("Ingrid Lyngby", ("il@nordhavn.edu",), True),
        ("Mei Li", ("ml@x.edu",), False),
        ("Bo van Ruvo", (), False),
    ]
    (tmp_path / "console.csv").write_text(OPENREVIEW_CONSOLE)
    both = read_authors(tmp_path / "console.csv", tmp_path / "author.csv")
    assert (both.title("3"), both.of("3"), len(both.of("7"))) == ("Gaps", (), 2)


HOTCRP_JSON = """[{"object": "paper", "pid": 12, "title": "Gaps", "authors": [
 {"email": "il@nordhavn.edu", "first": "Ingrid", "last": "Lyngby", "affiliation": "Nordhavn", "contact": true},
 {"first": "Bo", "last": "van Ruvo"}], "submission": {"mimetype": "application/pdf"}}]"""
OPENREVIEW_2 = """{"notes": [{"id": "aB", "forum": "aB", "number": 3, "content": {"title": {"value": "Gaps"},
 "authors": {"value": ["Ingrid Lyngby", "Bo Ruvo"]}, "authorids": {"value": ["~Ingrid_Lyngby1", "bo@east.edu"]}}}]}"""
OPENREVIEW_1 = """{"number": 3, "content": {"title": "Gaps", "authors": ["Ingrid Lyngby"], "authorids": ["il@n.edu"]}}
{"number": 4, "content": {"title": "More", "authors": ["Bo Ruvo"], "authorids": ["~Bo_Ruvo1"]}}"""


@pytest.mark.parametrize(
    ("text", "paper", "authors"),
    [
        (HOTCRP_JSON, "12", [("Lyngby, Ingrid", ("il@nordhavn.edu",), "Nordhavn"), ("van Ruvo, Bo", (), "")]),
        (OPENREVIEW_2, "3", [("Ingrid Lyngby", (), ""), ("Bo Ruvo", ("bo@east.edu",), "")]),
        (OPENREVIEW_1, "4", [("Bo Ruvo", (), "")]),
        ('{"9": {"title": "T", "authors": "Ingrid Lyngby; Bo Ruvo"}}', "9",
         [("Ingrid Lyngby", (), ""), ("Bo Ruvo", (), "")]),
        ('["Ingrid Lyngby <il@n.edu>"]', "", [("Ingrid Lyngby", ("il@n.edu",), "")]),
        ('[{"name": "Ingrid Lyngby", "email": "il@n.edu"}]', "", [("Ingrid Lyngby", ("il@n.edu",), "")]),
    ],
)  # fmt: skip
def test_json(text: str, paper: str, authors: object, tmp_path: Path) -> None:
    assert read(tmp_path, "data.json", text)[paper] == authors


def test_who_is_to_be_written_to(tmp_path: Path) -> None:
    for name, text in (
        ("hotcrp.json", HOTCRP_JSON),
        (
            "cmt.txt",
            "Paper ID\tAuthors\tAuthor Emails\n12\tBo Ruvo (East); Ingrid Lyngby (N)*\tb@e.edu;il@nordhavn.edu*\n",
        ),
        (
            "hotcrp.csv",
            "paper,first,last,email,iscontact\n12,Bo,Ruvo,b@e.edu,no\n12,Ingrid,Lyngby,il@nordhavn.edu,yes\n",
        ),
    ):
        (tmp_path / name).write_text(text)
        authors = read_authors(tmp_path / name).of("12")
        assert [one.emails for one in authors if one.contact] == [("il@nordhavn.edu",)]


def test_the_contacts_address_alone_is_that_of_the_author_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "cmt.txt"
    path.write_text(
        "Paper ID\tPrimary Contact Author Email\tAuthors\tAuthor Emails\n"
        "9\tbo@e.edu\tIngrid Lyngby (N); Bo Ruvo (E)\til@n.edu;bo@e.edu\n"
    )
    assert [(one.name, one.emails, one.contact) for one in read_authors(path).of("9")] == [
        ("Ingrid Lyngby", ("il@n.edu",), False),
        ("Bo Ruvo", ("bo@e.edu",), True),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1}', "its keys are: a"),
        ('[{"number": 1, "title": "Gaps", "abstract": "x"}]', "The keys in it are: number, title, abstract"),
        ("[1, 2]", "without authors"),
        ('{"broken": ', "cannot be read"),
        ("[" * 100_000, "cannot be read"),
    ],
)
def test_json_without_authors_is_refused(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(AuthorListError, match=said):
        read(tmp_path, "data.json", text)


def test_a_simple_table(tmp_path: Path) -> None:
    assert read(tmp_path, "a.csv", "name,email\nIngrid Lyngby,il@nordhavn.edu\n")[""] == [
        ("Ingrid Lyngby", ("il@nordhavn.edu",), "")
    ]


def test_the_authors_of_one_paper(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("paper,name\n012,Ingrid Lyngby\n13,Bo Ruvo\n12.0,Mei Li\n")
    found = read_authors(path)
    assert found.of("12") == (KnownAuthor(name="Ingrid Lyngby"), KnownAuthor(name="Mei Li"))
    assert found.of("99") == ()
    assert (found.holds("0013"), found.holds("99")) == (True, False)
    assert len(found.everyone()) == 3


def test_the_list_is_gone_through_once_for_all_papers() -> None:
    class Counted(dict[str, tuple[KnownAuthor, ...]]):
        walks = 0

        def items(self) -> ItemsView[str, tuple[KnownAuthor, ...]]:
            self.walks += 1
            return super().items()

    papers = Counted({str(number): (KnownAuthor(name=f"Author {number}"),) for number in range(50)})
    listed = AuthorList(papers)
    assert [listed.of(str(number)) for number in range(50)] == [papers[str(number)] for number in range(50)]
    assert papers.walks == 1


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Workbook>&b;</Workbook>'


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", BOMB.encode(), b"\xd0\xcf\x11\xe0 broken", b"PK\x03\x04 broken", b"# nobody\n"]
)
def test_what_is_no_list_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    with pytest.raises(AuthorListError):
        read_authors(path)


def test_a_missing_list_is_said(tmp_path: Path) -> None:
    with pytest.raises(AuthorListError):
        read_authors(tmp_path / "none.csv")


def test_openreviews_profiles_are_kept_beside_addresses(tmp_path: Path) -> None:
    new = """[{"number": 3, "content": {"title": {"value": "Gaps"},
     "authors": {"value": [{"fullname": "Ingrid Lyngby", "username": "~Ingrid_Lyngby1"}]}}}]"""
    table = 'number,title,authors,authorids\n3,Gaps,"Ingrid Lyngby;Bo Ruvo","~Ingrid_Lyngby1;bo@east.edu"\n'
    for name, text in (("notes.json", OPENREVIEW_2), ("new.json", new), ("or.csv", table)):
        (tmp_path / name).write_text(text)
        first, *others = read_authors(tmp_path / name).of("3")
        assert (first.name, first.emails, first.profile) == ("Ingrid Lyngby", (), "~Ingrid_Lyngby1")
        assert [(one.emails, one.profile) for one in others] in ([], [(("bo@east.edu",), "")])


def test_addresses_that_are_not_as_many_as_the_names_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    path.write_text('[{"number": 3, "authors": ["Ingrid Lyngby", "Bo Ruvo"], "authorids": ["bo@east.edu"]}]')
    found = read_authors(path).of("3")
    assert [(one.name, one.emails) for one in found] == [
        ("Ingrid Lyngby", ()), ("Bo Ruvo", ()), ("", ("bo@east.edu",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("submission.csv", "#,title,authors,deleted?\n1,Gaps,Ada Quill,no\n2,More,Bo Ruvo,yes\n3,Less,Mei Li,no\n"),
        ("cmt.csv", "Paper ID,Authors,Status\n1,Ada Quill,Awaiting Decision\n2,Bo Ruvo,Withdrawn\n3,Mei Li,\n"),
        ("hotcrp.json", '[{"pid": 1, "title": "Gaps", "authors": ["Ada Quill"], "status": "submitted"},'
         ' {"pid": 2, "title": "More", "authors": ["Bo Ruvo"], "status": "withdrawn", "withdrawn": true},'
         ' {"pid": 3, "title": "Less", "authors": ["Mei Li"]}]'),
        ("notes.json", '{"notes": [{"number": 1, "content": {"authors": {"value": ["Ada Quill"]}}},'
         ' {"number": 2, "content": {"authors": {"value": ["Bo Ruvo"]}, "venueid": {"value": "X/Withdrawn_Paper"}}},'
         ' {"number": 3, "content": {"authors": {"value": ["Mei Li"]}, "venueid": {"value": "X/Submission"}}}]}'),
    ],
)  # fmt: skip
def test_what_the_list_calls_withdrawn_is_not_missed(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    listed = read_authors(tmp_path / name)
    assert listed.absent(["01"]) == ("3",)
    assert [one.name for one in listed.of("2")] == ["Bo Ruvo"]
