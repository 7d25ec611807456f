"""No row is lost and none doubled, however a run ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from faimi_check.model.report import SubmissionReport, Verdict
from faimi_check.screening.ledger import BEFORE, JOURNAL, REPORT, Ledger, LedgerError, last_complete, read_reports


def report(id: str, seconds: float = 0.0) -> SubmissionReport:
    return SubmissionReport(id=id, paper=f"{id}.pdf", supplement=None, verdict=Verdict.PASS, seconds=seconds)


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_rows_are_published_in_order_and_the_journal_goes(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, keep_earlier=False)
    for id in ("3", "1", "2"):
        ledger.add(report(id), "key")
    for id in ("1", "2", "3"):
        ledger.publish(id, "key")
    ledger.close(complete=True)
    assert ids(tmp_path / REPORT) == ["1", "2", "3"]
    assert not (tmp_path / JOURNAL).exists()
    assert [one.id for one in read_reports(tmp_path / REPORT)] == ["1", "2", "3"]


def test_a_row_is_whole_on_disk_as_soon_as_it_is_added(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, keep_earlier=False)
    ledger.add(report("1"), "key")
    assert ids(tmp_path / JOURNAL) == ["1"]
    assert ledger.report("1", "key").id == "1"
    ledger.close(complete=False)


_FIRST_USES = """
import os, sys, threading
from pathlib import Path
from faimi_check.model.report import SubmissionReport, Verdict
from faimi_check.screening.ledger import Ledger

THREADS = range(4)
sys.setswitchinterval(1e-6)
ledger = Ledger(Path(sys.argv[1]), keep_earlier=False)
for number in THREADS:
    ledger.add(SubmissionReport(id=str(number), paper="p.pdf", supplement=None, verdict=Verdict.PASS), "key")

def read_back():
    together = threading.Barrier(len(THREADS))
    def read(number):
        together.wait()
        ledger.report(str(number), "key")
    threads = [threading.Thread(target=read, args=(number,)) for number in THREADS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

ended = []
for _ in range(200):
    child = os.fork()
    if not child:
        read_back()
        os._exit(0)
    ended.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print(sum(map(bool, ended)))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each of the processes must be one that has read nothing yet")
def test_threads_that_read_rows_back_for_the_first_time_do_not_end_the_process(tmp_path: Path) -> None:
    """Two hundred processes, in each of which four threads are the first at the same moment."""
    done = subprocess.run([sys.executable, "-c", _FIRST_USES, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"


@pytest.mark.parametrize("published", [0, 1, 2])
def test_a_run_that_was_killed_goes_on(published: int, tmp_path: Path) -> None:
    """Whatever had been copied to the report, with a torn line at the end of either file."""
    killed = Ledger(tmp_path, keep_earlier=False)
    for id in ("2", "1"):
        killed.add(report(id), f"key-{id}")
    for id in ("1", "2")[:published]:
        killed.publish(id, f"key-{id}")
    killed._journal.close()
    killed._report.close()
    for name in (JOURNAL, REPORT):
        with (tmp_path / name).open("ab") as file:
            file.write(b'{"id": "3", "key": "key-3", "pap')
    ledger = Ledger(tmp_path, keep_earlier=True)
    assert ledger.holds("1", "key-1")
    assert ledger.holds("2", "key-2")
    assert not ledger.holds("3", "key-3")
    ledger.add(report("3"), "key-3")
    for id in ("1", "2", "3"):
        ledger.publish(id, f"key-{id}")
    ledger.close(complete=True)
    assert ids(tmp_path / REPORT) == ["1", "2", "3"]


def test_a_run_killed_again_while_it_takes_over_loses_nothing(tmp_path: Path) -> None:
    first = Ledger(tmp_path, keep_earlier=False)
    first.add(report("1"), "k")
    first.publish("1", "k")
    first.close(complete=True)
    for _ in range(3):
        again = Ledger(tmp_path, keep_earlier=True)
        assert again.holds("1", "k")
        again._journal.close()
        again._report.close()
    assert ids(tmp_path / JOURNAL) == ["1"]


@pytest.mark.parametrize("keep_earlier", [True, False])
def test_what_the_last_whole_run_said_outlives_runs_that_are_killed(keep_earlier: bool, tmp_path: Path) -> None:
    first = Ledger(tmp_path, keep_earlier=False)
    for id in ("1", "2"):
        first.add(report(id), "old")
        first.publish(id, "old")
    first.close(complete=True)
    assert last_complete(tmp_path).name == REPORT
    for published in (0, 1):
        killed = Ledger(tmp_path, keep_earlier=keep_earlier)
        assert killed.holds("2", "old") is keep_earlier
        for id in ("1", "2")[:published]:
            killed.add(report(id, seconds=2.0), "new")
            killed.publish(id, "new")
        killed._journal.close()
        killed._report.close()
        assert [(row.id, row.key) for row in read_reports(last_complete(tmp_path))] == [("1", "old"), ("2", "old")]
    last = Ledger(tmp_path, keep_earlier=True)
    assert last.holds("1", "new")
    assert last.earlier_ids == {"1", "2"}
    last.close(complete=True)
    assert last_complete(tmp_path).name == REPORT
    assert not (tmp_path / BEFORE).exists()


def test_what_has_changed_is_not_held(tmp_path: Path) -> None:
    first = Ledger(tmp_path, keep_earlier=False)
    first.add(report("1"), "old")
    first.publish("1", "old")
    first.close(complete=True)
    ledger = Ledger(tmp_path, keep_earlier=True)
    assert not ledger.holds("1", "new")
    assert ledger.earlier_ids == {"1"}
    ledger.add(report("1", seconds=2.0), "new")
    ledger.publish("1", "new")
    ledger.close(complete=True)
    (only,) = read_reports(tmp_path / REPORT)
    assert only.seconds == 2.0


def test_without_resume_everything_is_new(tmp_path: Path) -> None:
    first = Ledger(tmp_path, keep_earlier=False)
    first.add(report("1"), "k")
    first.publish("1", "k")
    first.close(complete=True)
    ledger = Ledger(tmp_path, keep_earlier=False)
    assert not ledger.holds("1", "k")
    assert ledger.earlier_ids == {"1"}
    ledger.close(complete=True)


def test_foreign_lines_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / REPORT).write_bytes(b'\x00\x00\nnot json\n{"id": 5}\n[]\n')
    ledger = Ledger(tmp_path, keep_earlier=True)
    assert ledger.earlier_ids == frozenset()
    ledger.close(complete=True)


def test_two_runs_in_one_folder_are_refused(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, keep_earlier=False)
    with pytest.raises(LedgerError, match="another run"):
        Ledger(tmp_path, keep_earlier=True)
    ledger.close(complete=True)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        Ledger(tmp_path / "missing", keep_earlier=False)


def test_what_a_file_says_does_not_act_on_a_terminal(tmp_path: Path) -> None:
    hostile = "\x1b[31m\x9b31m\u202e\u2028\u200b\U000e0041\n\r\x00ü漢"
    ledger = Ledger(tmp_path, keep_earlier=False)
    ledger.add(report(hostile), "k")
    ledger.publish(hostile, "k")
    ledger.close(complete=True)
    data = (tmp_path / REPORT).read_bytes()
    assert data.count(b"\n") == 1
    assert not set(data.decode()) & set("\x1b\x9b\u202e\u2028\u200b\U000e0041\r\x00")
    assert json.loads(data)["id"] == hostile
    assert "ü漢" in data.decode()


@pytest.mark.parametrize("name", [JOURNAL, REPORT, BEFORE])
def test_a_ledger_that_is_a_link_is_refused(name: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("mine", encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).symlink_to(elsewhere)
    with pytest.raises(LedgerError, match="a link"):
        Ledger(tmp_path / "out", keep_earlier=False)
    assert elsewhere.read_text(encoding="utf-8") == "mine"
