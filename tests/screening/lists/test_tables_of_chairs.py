"""Manifests and waivers: what a chair writes by hand, and what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.model.finding import Confidence, Finding, Location, Severity
from faimi_check.model.report import Ignored, SubmissionReport, Verdict
from faimi_check.screening.collecting.manifest import read_manifest
from faimi_check.screening.lists.tables import TableError
from faimi_check.screening.lists.waivers import read_waivers


def write(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_manifest_with_any_delimiter(delimiter: str, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "b.zip"):
        (tmp_path / name).write_bytes(b"x")
    text = "\ufeffid,paper,supplement\r\n10,a.pdf,\r\n2,b.pdf,b.zip\r\n\r\n".replace(",", delimiter)
    found = read_manifest(write(tmp_path, text), tmp_path)
    assert [(request.id, request.paper, *(one.path for one in request.supplements)) for request in found.requests] == [
        ("2", tmp_path / "b.pdf", tmp_path / "b.zip"),
        ("10", tmp_path / "a.pdf"),
    ]
    assert found.notes == ()


def test_a_mistyped_path_is_the_chairs_to_mend(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    path = write(tmp_path, "id,paper,supplement\n1,aa.pdf,a.zip\n")
    found = read_manifest(path, tmp_path)
    (request,) = found.requests
    assert (request.paper, request.supplements, request.missing) == (None, (), ("aa.pdf", "a.zip"))
    assert found.notes == (
        "1 PDF is named by no row of the manifest and not judged: a.pdf",
        f"{path}, line 2: there is no aa.pdf in {tmp_path}; please correct the manifest",
        f"{path}, line 2: there is no a.zip in {tmp_path}; please correct the manifest",
    )


@pytest.mark.parametrize("name", ["n" * 300 + ".pdf", "n/" * 3000 + "a.pdf", "a.pdf/b.pdf", "loop/a.pdf"])
def test_a_name_that_no_file_can_have_is_not_there(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    (tmp_path / "loop").symlink_to("loop")
    path = write(tmp_path, f"id,paper,supplement\n1,a.pdf,{name}\n2,{name},\n")
    found = read_manifest(path, tmp_path)
    assert [(one.paper, one.supplements, one.missing) for one in found.requests] == [
        (tmp_path / "a.pdf", (), (name,)), (None, (), (name,)),
    ]  # fmt: skip
    for line in (2, 3):
        assert f"{path}, line {line}: there is no {name} in {tmp_path}; please correct the manifest" in found.notes


def test_manifest_with_several_papers_in_a_row(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "c;d.pdf", "a.zip"):
        (tmp_path / name).write_bytes(b"%PDF-")
    text = 'id,paper,supplement\n12,a.pdf; b.pdf;gone.pdf,a.zip\n12-2,"c;d.pdf",\n'
    found = read_manifest(write(tmp_path, text), tmp_path)
    told = {one.id: (one.number, one.paper_name, one.other_papers, one.missing) for one in found.requests}
    assert told == {
        "12": ("12", "a.pdf", ("b.pdf",), ()),
        "12-2": ("12-2", "c;d.pdf", (), ()),
        "12-3": ("12", "b.pdf", ("a.pdf",), ()),
        "12-4": ("12", "gone.pdf", ("a.pdf", "b.pdf"), ("gone.pdf",)),
    }
    assert [len(one.supplements) for one in found.requests] == [1, 0, 0, 0]
    assert len(found.notes) == 1


def test_manifest_names_declared_papers(tmp_path: Path) -> None:
    text = "id,paper,supplement,cited_unpublished\n1,a.pdf,a.zip,cited.pdf; other.pdf\n"
    (request,) = read_manifest(write(tmp_path, text), tmp_path).requests
    assert request.cited_unpublished == ("cited.pdf", "other.pdf")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("id,file\n1,a.pdf\n", 'no column "paper"'),
        ("id,paper,suplement\n1,a.pdf,b.zip\n", 'unknown column "suplement"'),
        ("id,paper\n,a.pdf\n", "line 2"),
        ("id,paper\n1,\n", "line 2"),
        ("id,paper\nA,a.pdf\na,b.pdf\n", 'line 3: the id "a" occurs twice'),
        ('id,paper\n1,"' + "x" * 200_000 + '"\n', "line 2"),
    ],
)
def test_manifest_says_what_is_wrong(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=said):
        read_manifest(write(tmp_path, text), tmp_path)


def test_missing_table(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no such file"):
        read_manifest(tmp_path / "none.csv", tmp_path)


def report(id: str, *fingerprints: str) -> SubmissionReport:
    ignored = tuple(
        Ignored(
            finding=Finding(
                rule="LEN001",
                name="page-limit",
                code="content-over",
                severity=Severity.ERROR,
                confidence=Confidence.CERTAIN,
                message="m",
                evidence="",
                fix="f",
                where=Location(),
                clause=None,
                fingerprint=fingerprint,
            ),
            reason="seen",
        )
        for fingerprint in fingerprints
    )
    return SubmissionReport(id=id, paper="p", supplement=None, verdict=Verdict.PASS, ignored=ignored)


def test_waivers_are_given_out_by_submission_and_unused_ones_are_named(tmp_path: Path) -> None:
    text = "submission,fingerprint,reason\n12,aa,a figure only\n12,bb,checked\n99,cc,checked\n"
    waivers = read_waivers(write(tmp_path, text))
    assert waivers.of("12") == (("aa", "a figure only"), ("bb", "checked"))
    assert waivers.of("13") == ()
    waivers.note_use(report("12", "aa"))
    unused = list(waivers.unused(frozenset({"12", "13"})))
    assert len(unused) == 2
    assert "bb" in unused[0]
    assert "there is no such submission" in unused[1]


@pytest.mark.parametrize(
    ("row", "said"), [("12,aa,", "reason is missing"), ("12,,r", "fingerprint"), ("1,aa,x\n1,aa,y", "waived twice")]
)
def test_a_waiver_needs_its_reason(row: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=said):
        read_waivers(write(tmp_path, f"submission,fingerprint,reason\n{row}\n"))
