"""A second run against the first, with real files: what is new, fixed and still open stands in all that is written."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from faimi_check.cli import main
from faimi_check.report.machines.json import schema

PAPERS = Path(__file__).parents[2] / "fixtures" / "papers"

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three papers, of which one was mended, one broken and one left as it was; the folder of the second run."""
    uploads, out = tmp_path_factory.mktemp("uploads"), tmp_path_factory.mktemp("out")
    for number in (1, 2, 3):
        shutil.copy(PAPERS / "author-block.pdf", uploads / f"{number}.pdf")
    screen(uploads, "--out", out)
    shutil.copy(PAPERS / "placeholder-paper-id.pdf", uploads / "2.pdf")
    shutil.copy(PAPERS / "text-renamed.pdf", uploads / "3.pdf")
    screen(uploads, "--out", out, "--resume", "--since", out)
    return out


def screen(*arguments: object) -> None:
    with pytest.raises(SystemExit):
        main(["screen", "--no-pictures", "--ignore", "SUB001=copies of one paper", *map(str, arguments)])


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_report_jsonl_says_it_and_keeps_its_schema(second: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    lines = (second / "report.jsonl").read_text(encoding="utf-8").splitlines()
    reports = {report["id"]: report for report in map(json.loads, lines)}
    assert list(reports) == ["1", "2", "3"]
    kept, mended, broken = (reports[id]["change"] for id in "123")
    assert kept["open"]
    assert (kept["new"], kept["fixed"], kept["untold"]) == ([], [], [])
    assert {each["rule"] for each in mended["fixed"]} >= {"ANON001", "ANON004"}
    assert mended["open"] == []
    assert broken["fixed"] == []
    assert {each["rule"] for each in broken["untold"]} >= {"ANON001", "ANON004"}
    assert len(broken["new"]) == 1
    definitions = json.loads(schema())["$defs"]
    for report in reports.values():
        jsonschema.validate(report, {"$ref": "#/$defs/SubmissionReport", "$defs": definitions})


def test_what_was_fixed_comes_first_in_the_tables(second: Path) -> None:
    summary, sheet = table(second / "summary.csv"), table(second / "decisions.csv")
    assert [row["id"] for row in summary] == ["2", "3", "1"]
    assert [row["id"] for row in sheet] == ["2", "3", "1"]
    assert " fixed" in summary[0]["since"]
    assert " not told" in summary[1]["since"]
    assert summary[2]["since"].endswith(" still open")
    assert [row["since"] for row in sheet] == [row["since"] for row in summary]


def test_each_row_of_findings_says_what_became_of_it(second: Path) -> None:
    rows = table(second / "findings.csv")
    assert {row["since"] for row in rows if row["id"] == "1" and row["severity"] == "error"} == {"still open"}
    assert {row["severity"] for row in rows if row["id"] == "2" and row["since"]} == {"fixed"}
    (only,) = [row for row in rows if row["since"] == "new"]
    assert (only["id"], only["rule"]) == ("3", "DOC001")


def test_the_pages_say_it_also_where_they_are_taken_over(second: Path) -> None:
    kept, mended, broken = ((second / "papers" / f"{id}.html").read_text(encoding="utf-8") for id in "123")
    assert '<span class="mark still">still open</span>' in kept
    assert '<span class="mark fixed">fixed</span> <strong>ANON001' in mended
    assert '<span class="mark untold">not told</span>' in broken
    assert '<span class="mark new">new</span>' in broken


def test_a_run_that_compares_nothing_takes_the_marks_away(second: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(second, out)
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    shutil.copy(PAPERS / "author-block.pdf", uploads / "1.pdf")
    screen(uploads, "--out", out, "--resume")
    (line,) = (out / "report.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["change"] is None
    page = (out / "papers" / "1.html").read_text(encoding="utf-8")
    assert 'class="mark' not in page
    assert "2.html" not in page


def test_the_overview_begins_with_what_was_fixed(second: Path) -> None:
    page = (second / "index.html").read_text(encoding="utf-8")
    assert 'data-value="new"' in page
    assert "<s>ANON001</s>" in page
    (cell,) = [each for each in re.findall(r'<td class="change">(.*?)</td>', page) if "<s>" in each]
    assert re.search(r"\d fixed ANON001 ", re.sub(r"<[^>]*>", "", cell)), "words and ids stand apart"


def test_a_paper_whose_twin_is_gone_has_fixed_nothing(tmp_path: Path) -> None:
    uploads, out = tmp_path / "uploads", tmp_path / "out"
    uploads.mkdir()
    for number in (1, 2, 3):
        shutil.copy(PAPERS / ("compliant.pdf" if number < 3 else "placeholder-paper-id.pdf"), uploads / f"{number}.pdf")
    for again in (False, True):
        if again:
            (uploads / "2.pdf").unlink()
        with pytest.raises(SystemExit):
            main(
                ["screen", "--no-pictures", str(uploads), "--out", str(out), *(["--since", str(out)] if again else [])]
            )
    (alone,) = (
        json.loads(line)["change"]
        for line in (out / "report.jsonl").read_text(encoding="utf-8").splitlines()
        if json.loads(line)["id"] == "1"
    )
    assert ([each["rule"] for each in alone["gone"]], alone["fixed"], alone["untold"]) == (["SUB001"], [], [])
    page = (out / "papers" / "1.html").read_text(encoding="utf-8")
    assert '<span class="mark untold">no longer found</span> <strong>SUB001' in page
