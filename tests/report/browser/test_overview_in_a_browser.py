"""The overview in a real browser, as a chair uses it; runs where Node, Chromium and the two packages are at hand.

npm install playwright-core axe-core, then FAIMI_CHECK_NODE_MODULES=.../node_modules (and FAIMI_CHECK_CHROMIUM for a
browser elsewhere than /usr/bin/chromium).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.picture import Pictures
from faimi_check.model.report import Outcome, Report, Verdict
from faimi_check.report.browser import html
from faimi_check.report.browser.index import Overview
from faimi_check.report.changes import change_of, earlier
from faimi_check.report.run_folder import RunFolder
from faimi_check.report.tally import Tally
from faimi_check.screening.lists.decisions import read_decisions
from faimi_check.screening.lists.waivers import read_waivers

from ..conftest import triaged

MODULES = os.environ.get("FAIMI_CHECK_NODE_MODULES", "")
CHROMIUM = os.environ.get("FAIMI_CHECK_CHROMIUM", "/usr/bin/chromium")
WANTED = {
    "Node": shutil.which("node"),
    f"a browser at {CHROMIUM} (FAIMI_CHECK_CHROMIUM names another)": os.access(CHROMIUM, os.X_OK),
    "FAIMI_CHECK_NODE_MODULES=.../node_modules, after npm install playwright-core axe-core": MODULES,
}
pytestmark = pytest.mark.skipif(
    not all(WANTED.values()),
    reason="the overview in a browser was not tried: this needs "
    + "; ".join(what for what, there in WANTED.items() if not there),
)
ROWS = 1000


@pytest.fixture
def overview(
    report: Report, clean_report: Report, hostile_report: Report, pictures: dict[str, Pictures], tmp_path: Path
) -> Path:
    failing, clean, hostile = (triaged(each).submissions[0] for each in (report, clean_report, hostile_report))
    # A family of rules that has left nothing but a note.
    failing = replace(failing, rules=tuple(one for one in failing.rules if one.outcome is not Outcome.CRASHED))
    before = earlier([failing])["paper"]
    kinds = (clean, failing, replace(failing, findings=failing.findings[1:]))
    submissions = [
        replace(
            kinds[number % 3],
            id=str(number),
            title=f"Gaps {number}",
            digest=f"files-{number}",
            change=change_of(kinds[number % 3], before),
        )
        for number in range(1, ROWS)
    ]
    submissions.append(replace(hostile, title="<img src=x onerror=alert(1)>", verdict=Verdict.FAIL))
    tally = Tally()
    for one in submissions:
        tally.add(one)
    folder = RunFolder(tmp_path / "out", [one.id for one in submissions])
    overview = Overview(tool=report.tool, venue=report.venue, tally=tally, since=True)
    folder.finish(overview, lambda: submissions, ["LEN001"])
    long = (replace(failing.findings[0], evidence="words " * 300), *failing.findings[1:])
    for one, findings in ((submissions[0], long), (submissions[1], long[1:]), (submissions[3], long)):
        shown = replace(one, findings=findings)
        folder.write(
            one, html.render(replace(report, submissions=(shown,)), pictures, neighbours=folder.neighbours(one.id))
        )
    return tmp_path / "out" / "index.html"


def test_a_chair_filters_decides_saves_and_merges(overview: Path, tmp_path: Path) -> None:
    script = Path(__file__).with_name("overview.mjs")
    done = subprocess.run(
        ["node", str(script), str(overview), str(tmp_path)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    saw = json.loads(done.stdout)
    assert saw["problems"] == []
    assert (saw["all"], saw["rejects"][0]) == (ROWS, saw["rejects"][1])
    assert saw["attached"] < ROWS
    assert saw["counts"]
    assert [each for each in saw["counts"] if each[1] != each[2]] == []
    assert saw["match"]
    assert saw["filter"].startswith("rule: ")
    assert saw["back"] == "#action=desk-reject"
    assert_searches(saw)
    assert saw["kept"] == ["1", "sure"]
    assert "desk-reject here, ask in the file of BR" in saw["conflict"]
    assert_sheets_are_taken(saw)
    assert "1 decided on other files and open again" in saw["outdated"]
    assert saw["chosen"] == "ask"
    stale = ["", False, "you had decided “ask”; the files have changed since", "sure", "2"]
    # One of them is of the sheet above.
    assert (saw["reopenedIsHidden"], saw["reopenedShown"]) == (False, 2)
    assert saw["reopened"] == [stale, stale, stale, ["none", True, "", "sure", "1"]]
    assert saw["elsewhere"].endswith("It was saved for another-2026, and this is example-2025.")
    assert saw["violations"] == []
    assert saw["printed"] == [True, True, True, False, False, False, "sure"]
    assert {text.partition(" ")[2] for text in saw["states"]} >= {"with something fixed", "with something new"}
    assert saw["fixed"][0] == 2 * (ROWS // 3)
    assert "1 fixed" in saw["fixed"][1]
    assert_pages_decide(saw)
    of_all = ["prev 1.html", "next 3.html"]
    of_shown = [["next 4.html"], "1 of 333 shown in the overview", ["next 4.html"], ["prev 1.html", "next 7.html"]]
    assert saw["ways"] == [*of_shown, "", ["file:"], of_all, 0]
    (said,) = read_decisions([tmp_path / "decisions-AQ.json"])
    id, digest = said.id, f"files-{said.id}"
    assert said.decision == Decision(ruling=Ruling.DESK_REJECT, note="sure", seen=True, digest=digest)
    assert [reason for _, reason in read_waivers(tmp_path / "decisions-AQ.json").of(id)] == ["looked at"]


def assert_sheets_are_taken(saw: dict[str, Any]) -> None:
    """The sheet that a run writes, filled in, serves in the overview too; what is none is told what would be one."""
    taken, word, none, book = saw["sheet"]
    assert "2 submissions taken in, " in taken
    assert "1 decided on other files and open again, 1 not in this run." in taken
    assert "submission 995 has the decision “perhaps”, which is not one of desk-reject, mend, ask, none" in word
    assert all("nor a sheet with the columns id and decision, such as decisions.csv" in told for told in (none, book))
    assert saw["ofSheet"] == ["desk-reject", "=3;\ntoo", "", "ask", False]


def assert_searches(saw: dict[str, Any]) -> None:
    """What is typed, with how many are found, the first of them, and whether its usual three give way to what."""
    mails = ["ANON002"] * 5
    rejected = [2 * (ROWS // 3), "1", False, []]
    unsaid = ("Segmentation:", "O'Brien", "50%", "a&b", 'gaps"', "c++", "(14)", "x-[a\\", "gaps {1}|/")
    assert saw["searched"].pop("onerror=alert(1)>")[0] == 1
    assert saw["searched"] == {
        **{typed: [0] for typed in unsaid}, "#14": [1, "14", False, []], "desk": rejected, "desk-reject": rejected,
        "14": [1, "14", False, []], "0014": [1, "14", False, []], "gaps 14": [11, "14", False, []], "aps": [0],
        "14 anon002": [8, "14", True, mails], "runs figure": [ROWS // 3, "1", True, ["LEN001"]], "figure readme": [0],
        "ideo": [0], "video": [2 * (ROWS // 3), "1", True, ["VID003"]],
    }  # fmt: skip
    assert saw["leftSearch"] == ["", ROWS, None, "BODY"]
    in_rows = ["1 A", "2 A", "1 A", "1 SELECT", "1 A", "1 INPUT", "1 INPUT", "1 A", "2 A"]
    assert (saw["keys"], saw["typedNote"]) == ([*in_rows, "213 A"], "j")


def assert_pages_decide(saw: dict[str, object]) -> None:
    """What a paper's own page leaves the overview, where browsers share a store among pages from disk and where not."""
    assert saw["evidence"]
    assert (saw["pageHash"], saw["cleared"]) == ("", 1)
    assert saw["pageKept"] == ["ask", "which data?", 1]
    assert saw["overviewAfter"] == ["ask", "which data?", "1 cleared", ["a data set"], "#sort=id"]
    assert set(saw["allCleared"]) == {"all fine"}  # type: ignore[call-overload]
    assert saw["undecided"] == ""
    shown, told, unknown, direct, *after = saw["apart"]  # type: ignore[misc]
    assert shown == "mend"
    assert "With the Back button it is lost" in told
    assert "open the overview first" in direct
    assert unknown == "?"
    assert after == ["desk-reject", "ask", "1 cleared", "#sort=id"]
